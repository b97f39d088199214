using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Text;
using Heed.Theming;

namespace Heed.Tests.Theming;

[Template("page")]
public sealed record SampleView(string Text, Html Markup, ImmutableArray<int> Numbers, SamplePartView? Inner, ImmutableArray<SamplePartView> Inners);

[Template("parts/inner")]
public sealed record SamplePartView(string Word);

/// <summary>Pins what a template may do: Scriban's own defaults are other ones, and each would harm a page in silence.</summary>
public sealed class TemplateTests
{
    private static readonly SampleView View = new("a <b> & \"c\" 'd'", new Html("<em>e</em>"), [1, 2, 3], new SamplePartView("inner"), [new("one"), new("two")]);

    private readonly DiagnosticLog log = new();

    [Fact]
    public void Text_is_escaped_and_html_passes() =>
        Assert.Equal("a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; <em>e</em>", Fill("{{ text }} {{ markup }}"));

    [Fact]
    public void Text_that_a_template_puts_together_is_escaped_too()
    {
        Assert.Equal("&lt;i&gt;a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;", Fill("{{ \"<i>\" + text }}"));
        Assert.Equal("&lt;i&gt;", Fill("{{ x = \"<i>\"; x }}"));
    }

    [Fact]
    public void A_loop_may_have_as_many_rounds_as_there_are_things() =>
        Assert.Equal(5000, Fill("{{ for number in numbers }}.{{ end }}", View with { Numbers = [.. Enumerable.Range(0, 5000)] }).Length);

    [Fact]
    public void A_page_may_be_as_long_as_it_is()
    {
        var text = new string('x', 3 << 20);

        Assert.Equal(2 * text.Length, Fill("{{ text }}{{ text }}", View with { Text = text }).Length);
    }

    [Theory]
    [InlineData("line\n{{ txet }}", 2, 4)]
    [InlineData("{{ inner.wrod }}", 1, 10)]
    [InlineData("{{ markup.length }}", 1, 11)]
    public void What_is_missing_is_told_with_its_place(string template, int line, int column)
    {
        Assert.Equal("", Fill(template));

        var diagnostic = Assert.Single(log.Sorted());
        Assert.Equal(Catalogue.BrokenTemplate, diagnostic.Rule);
        Assert.Equal("theme/templates/page.sbn-html", diagnostic.Place.Path);
        Assert.Equal(line, diagnostic.Place.Line);
        Assert.InRange(diagnostic.Place.Column, 1, column);
    }

    [Fact]
    public void A_template_that_cannot_be_read_is_told_with_its_place()
    {
        Assert.Equal("", Fill("one\n{{ if text }}\ntwo"));

        Assert.All(log.Sorted(), diagnostic => Assert.Equal(Catalogue.BrokenTemplate, diagnostic.Rule), throwIfEmpty: true);
        Assert.NotEmpty(log.Sorted());
        Assert.True(log.Sorted()[0].Place.Line >= 2);
    }

    [Theory]
    [InlineData("{{ include 'parts/inner' }}")]
    [InlineData("{{ 'x' | object.eval }}")]
    [InlineData("{{ date.now }}")]
    [InlineData("{{ numbers }}")]
    [InlineData("{{ inner }}")]
    [InlineData("{{ part text }}")]
    public void A_template_can_only_do_what_the_theme_offers(string template)
    {
        Assert.Equal("", Fill(template));
        Assert.Equal(Catalogue.BrokenTemplate, Assert.Single(log.Sorted()).Rule);
    }

    [Fact]
    public void A_part_is_shown_by_the_template_of_its_record() =>
        Assert.Equal("<inner><one><two>", Fill("{{ part inner }}{{ part inners }}", View, "<{{ word }}>"));

    [Fact]
    public void A_part_sees_only_its_own_record()
    {
        Assert.Equal("", Fill("{{ part inner }}", View, "{{ text }}"));
        Assert.Equal("theme/templates/parts/inner.sbn-html", Assert.Single(log.Sorted()).Place.Path);
    }

    [Fact]
    public void Nothing_and_empty_text_and_empty_lists_count_as_no() =>
        Assert.Equal("no no no", Fill(
            "{{ if text }}yes{{ else }}no{{ end }} {{ if numbers }}yes{{ else }}no{{ end }} {{ if inner }}yes{{ else }}no{{ end }}",
            View with { Text = "", Numbers = [], Inner = null }));

    [Fact]
    public void A_label_that_does_not_exist_is_told_with_what_was_meant()
    {
        Assert.Equal("", Fill("{{ label \"nav.hoem\" }}"));

        var diagnostic = Assert.Single(log.Sorted());
        Assert.Equal(Catalogue.MissingLabel, diagnostic.Rule);
        Assert.Contains("did you mean \"nav.home\"?", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_escapes_its_values_and_lets_html_pass() =>
        Assert.Equal("A &amp; a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; <em>e</em>", Fill("{{ label \"with.values\" text markup }}"));

    [Fact]
    public void Templates_may_be_filled_from_several_threads()
    {
        var templates = Templates.Read(Files("{{ text }}{{ part inners }}{{ for number in numbers }}{{ number }}{{ end }}", "<{{ word }}>"), log);
        var expected = templates.Fill(View, Words, log).Markup;

        Assert.All(Enumerable.Range(0, 200).AsParallel().Select(_ => templates.Fill(View, Words, log).Markup), html => Assert.Equal(expected, html), throwIfEmpty: true);
    }

    private static readonly Labels Words = new("en", ImmutableSortedDictionary<string, Label>.Empty
        .Add("nav.home", Label.Of("Home"))
        .Add("with.values", Label.Of("A & {0} {1}")));

    private static SourceTree Files(string page, string inner) => SourceTree.Of(
    [
        SourceFile.Of("theme/templates/page.sbn-html", page),
        SourceFile.Of("theme/templates/parts/inner.sbn-html", inner),
    ]);

    private string Fill(string page, SampleView? view = null, string inner = "{{ word }}") =>
        Templates.Read(Files(page, inner), log).Fill(view ?? View, Words, log).Markup;
}

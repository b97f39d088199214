using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Heed.Building;
using Heed.Diagnostics;
using Heed.Model;
using Heed.Tests.Support;

namespace Heed.Tests.Linking;

/// <summary>What an author writes is read, judged, translated and shown, whichever field of whichever kind it stands in.</summary>
public sealed partial class TextsOfPagesTests
{
    private static readonly Lazy<ImmutableArray<WholePages.Value>> Texts = new(() =>
    [
        .. WholePages.Values.Where((value, index) => Errors(WholePages.With((value, Mark(index)))).IsEmpty),
    ]);

    public static TheoryData<string> Pages => [.. WholePages.Files.Keys.Where(path => path.EndsWith(".md", StringComparison.Ordinal))];

    [Fact]
    public void The_whole_pages_are_sound_and_have_every_text_of_every_kind()
    {
        Assert.Empty(Errors(WholePages.With()));
        var (knowledge, _) = SmallSite.Read(WholePages.With());

        var ofSources = knowledge.Entries.SelectMany(entry => knowledge.Texts(entry).All).Where(text => text.Id.List == "sources").Select(text => text.Id.Name);
        Assert.Equal(["note", "place", "read"], ofSources.Distinct().Order(StringComparer.Ordinal));
        foreach (var kind in EntryKinds.All)
        {
            var entries = knowledge.Entries.Where(entry => entry.Kind == kind).ToArray();
            var has = entries.SelectMany(entry => knowledge.Texts(entry).All).Select(text => (text.Id.List, text.Id.Name)).ToHashSet();
            var translated = entries.SelectMany(entry => knowledge.Texts(entry).All).Where(text => text.In("ru") is not null).Select(text => (text.Id.List, text.Id.Name)).ToHashSet();
            foreach (var list in TextFields.Of(kind))
            {
                Assert.All(list.Fields, field => Assert.Contains(("", field.Name), has), throwIfEmpty: false);
                Assert.All(list.Fields.Where(field => field.Translation != TextTranslation.Never), field => Assert.Contains(("", field.Name), translated), throwIfEmpty: false);
                Assert.All(list.Inner.Where(inner => !inner.Key.EndsWith("sources", StringComparison.Ordinal)).SelectMany(inner => inner.Fields.Select(field => (inner.Key, field.Name))), text => Assert.Contains(text, has), throwIfEmpty: false);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_link_to_nowhere_is_an_error_in_whatever_value_it_stands(string path)
    {
        var values = WholePages.Values.Where(value => value.Path == path).ToArray();
        Assert.NotEmpty(values);

        Assert.All(values, value => Assert.NotEmpty(Errors(WholePages.With((value, "See [[nowhere]].")))), throwIfEmpty: true);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void An_unsafe_link_is_told_in_whatever_value_it_stands_at_its_line(string path)
    {
        foreach (var value in Texts.Value.Where(value => value.Path == path))
        {
            var told = Told(WholePages.With((value, "See [x](javascript:1).")));

            Assert.True(
                told.Any(diagnostic => diagnostic.Severity == Severity.Error && diagnostic.Place.Path == path && diagnostic.Place.Line == value.Line + 1),
                $"{value}: {string.Join('\n', told)}");
        }
    }

    [Fact]
    public void What_a_page_shows_of_an_entry_is_on_the_list_of_its_texts()
    {
        var marked = Texts.Value.Select((value, index) => (Value: value, Mark: Mark(index))).ToArray();
        var files = WholePages.With(marked.Select(text => (text.Value, text.Mark)));
        var (knowledge, _) = SmallSite.Read(files);
        var listed = knowledge.Entries
            .SelectMany(entry => knowledge.Texts(entry).All)
            .SelectMany(text => text.Translations.Values.Select(translated => translated.Words).Append(text.Words))
            .Select(words => words.Trim())
            .ToHashSet(StringComparer.Ordinal);
        var shown = MarkForm().Matches(Shown(files)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(shown);
        Assert.All(shown, mark => Assert.True(listed.Contains(mark), $"{marked.First(text => text.Mark == mark).Value}: a page shows it, and {nameof(TextFields)} lacks it"), throwIfEmpty: true);
    }

    [Fact]
    public void Every_text_is_shown_somewhere_in_the_original_and_in_the_translation()
    {
        var marked = Texts.Value.Select((value, index) => (Value: value, Mark: Mark(index))).ToArray();
        var shown = MarkForm().Matches(Shown(WholePages.With(marked.Select(text => (text.Value, text.Mark))))).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

        // Articles as printed are shown where they are not told one by one.
        var lost = marked.Where(text => !shown.Contains(text.Mark) && text.Value.Before.Trim() != "printed:").Select(text => text.Value).ToList();
        Assert.True(lost.Count == 0, string.Join('\n', lost));
    }

    [Fact]
    public void A_page_in_another_language_shows_no_original_where_there_is_a_translation()
    {
        var marked = Texts.Value.Select((value, index) => (Value: value, Mark: Mark(index))).ToArray();
        var files = WholePages.With(marked.Select(text => (text.Value, text.Mark)));
        var (knowledge, _) = SmallSite.Read(files);
        var replaced = knowledge.Entries
            .SelectMany(entry => knowledge.Texts(entry).All)
            .Where(text => text.In("ru") is not null)
            .Select(text => text.Words.Trim())
            .ToHashSet(StringComparer.Ordinal);
        var russian = Built(files).Pages.Where(page => page.Language == "ru").ToArray();

        Assert.NotEmpty(replaced);
        Assert.NotEmpty(russian);
        foreach (var page in russian)
        {
            var still = MarkForm().Matches(page.File.Text).Select(match => match.Value).Where(replaced.Contains).Distinct();
            Assert.True(!still.Any(), $"{page.File.Path} shows the originals of {string.Join("; ", still.Select(mark => marked.First(text => text.Mark == mark).Value))}");
        }
    }

    [Fact]
    public void A_translation_without_a_text_leaves_the_original_marked_with_its_language()
    {
        var files = WholePages.With().Select(file => file.Path == "content/events/2020-march.ru.md" ? (file.Path, file.Text.Replace("Body in Russian.", " \n", StringComparison.Ordinal)) : file).ToArray();
        var built = Built(files);
        var page = built.Pages.Single(page => page.File.Path == "ru/events/2020-march.html").File.Text;
        var json = built.Site.Files.Single(file => file.Path == "ru/events/2020-march.json").Text;

        Assert.Contains("<div class=\"prose\" lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("\"text_language\":\"en\"", json, StringComparison.Ordinal);
        Assert.Contains(Told(files), diagnostic => diagnostic.Rule == Catalogue.TranslationBehind && diagnostic.Place.Path == "content/events/2020-march.ru.md");
        Assert.DoesNotContain(built.SearchDocuments, document => document.Address == "ru/events/2020-march.html");
    }

    private static string Mark(int index) => string.Create(CultureInfo.InvariantCulture, $"zq{index:000}x");

    private static Heed.Exporting.Publication Built((string Path, string Text)[] files)
    {
        var result = SiteBuilder.Build(SmallSite.Sources(files), new BuildOptions { Today = new DateOnly(2026, 1, 1) });
        Assert.True(result.Publication is not null, string.Join('\n', result.Diagnostics));
        return result.Publication;
    }

    private static string Shown((string Path, string Text)[] files) => string.Concat(Built(files).Pages.Select(page => page.File.Text));

    private static ImmutableArray<Diagnostic> Errors((string Path, string Text)[] files) =>
        [.. Told(files).Where(diagnostic => diagnostic.Severity == Severity.Error)];

    private static ImmutableArray<Diagnostic> Told((string Path, string Text)[] files)
    {
        var log = new DiagnosticLog();
        var knowledge = SiteBuilder.Read(SmallSite.Sources(files), new BuildOptions(), log);
        Heed.Validation.Validator.Validate(knowledge, new DateOnly(2026, 1, 1), ImmutableDictionary<string, ImmutableArray<LevelChange>>.Empty, log);
        return log.Sorted();
    }

    [GeneratedRegex(@"zq\d{3}x", RegexOptions.CultureInvariant)]
    private static partial Regex MarkForm();
}

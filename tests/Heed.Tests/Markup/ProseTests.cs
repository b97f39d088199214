using System.Diagnostics;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Heed.Diagnostics;
using Heed.Markup;
using Heed.Tests.Support;

namespace Heed.Tests.Markup;

public sealed partial class ProseTests
{
    private readonly DiagnosticLog log = new();

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](java&#10;script:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x](//evil.example/)")]
    [InlineData("[x](\\\\evil.example/)")]
    [InlineData("[x](/\\evil.example)")]
    [InlineData("[x](///evil.example)")]
    [InlineData("[x](//evil.example/a.md)")]
    [InlineData("[x](&#47;/evil.example/a.md)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](ftp://evil.example/)")]
    [InlineData("[x](https://evil.example/\u202Emoc.example)")]
    [InlineData("[x][y]\n\n[y]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x](https://evil.example/counter.png)")]
    [InlineData("![[x](javascript:alert(1))](https://evil.example/)")]
    [InlineData("[![x](//evil.example/p.png)](javascript:alert(1))")]
    [InlineData("[*[x](javascript:alert(1))*](https://good.example/)")]
    public void A_hostile_link_is_reported_and_loses_its_target(string markdown)
    {
        var html = Render(markdown);

        Assert.Contains(log.Sorted(), told => told.Rule.Id == "unsafe-link");
        Assert.DoesNotMatch(Hostile(), html);
        AssertHarmless(html);
    }

    [Fact]
    public void The_words_are_told_by_the_section_in_which_they_stand()
    {
        var sections = Sections("  Before *all*.\n\nAnd more.\n\n## One [link](https://example.org/)\n\nFirst.\n\n### Two\n\n## One [link](https://example.org/)\n\n> ## In a quotation\n>\n> Last.");

        Assert.Equal(
            [(null, "Before all.\nAnd more."), ("one-link", "First."), ("two", ""), ("one-link-2", ""), ("in-a-quotation", "Last.")],
            sections.Select(section => (section.Heading?.Id, section.Text)));
        Assert.Equal("One link", sections[1].Heading?.Text);
    }

    [Fact]
    public void A_link_without_words_is_told_as_the_page_shows_it()
    {
        var prose = Parse("See [[one]] and [[two]]\nor [[three|these]].\n\n## Heading\n\nAnd [[one]]");
        string? NameOf(string target) => target == "one" ? "The first page" : null;

        Assert.Equal(["See The first page and two or these.", "And The first page"], prose.Sections(NameOf).Select(section => section.Text));
        Assert.Equal("See The first page and two or these.\nHeading\nAnd The first page", prose.ShownText(NameOf));
        Assert.Equal("See one and two or these.\nHeading\nAnd one", prose.PlainText);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("Words alone.", 1)]
    [InlineData("## Heading alone", 1)]
    [InlineData("words\n\n##\n\n##", 3)]
    [InlineData("##\n\n    \u00a0code\n\n## \u00a0", 2)]
    public void Prose_has_a_section_for_each_heading_and_for_what_stands_before(string markdown, int sections) =>
        Assert.Equal(sections, Sections(markdown).Length);

    [Theory]
    [InlineData("https://example.org/a?b=c#d")]
    [InlineData("http://example.org/")]
    [InlineData("mailto:editors@example.org")]
    public void A_link_to_the_web_or_to_mail_stays(string address)
    {
        Assert.Contains($"href=\"{address}\"", Render($"[words]({address})"), StringComparison.Ordinal);
        Assert.Empty(log.Sorted());
    }

    [Fact]
    public void A_link_within_the_page_is_one_to_a_place_of_its_entry()
    {
        var prose = Parse("See [words](#part).");

        Assert.Equal("#part", Assert.Single(prose.Links).Target);
        Assert.Equal("<p>See <a href=\"x.html#part\">words</a>.</p>", prose.ToHtml(target => new LinkTarget("x.html" + target, "")).Markup);
    }

    [Fact]
    public void The_words_of_a_link_may_run_over_the_end_of_a_line() =>
        Assert.Equal("<p>See <a href=\"../x.html\">the third cycle</a>.</p>", Render("See [[abc|the third\ncycle]]."));

    [Fact]
    public void A_link_to_the_web_tells_the_other_side_nothing() =>
        Assert.Equal("<p><a href=\"https://example.org/\" class=\"external\" rel=\"external noreferrer\">words</a></p>", Render("[words](https://example.org/)"));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("Words <b onclick=alert(1)>bold</b>.")]
    [InlineData("<svg/onload=alert(1)>")]
    public void Raw_html_is_shown_as_it_is_written(string markdown) => Assert.DoesNotMatch(Tag("script|img|b|svg|!--"), Render(markdown));

    [Fact]
    public void Raw_html_is_told_at_its_own_column()
    {
        Render("One\ntwo <b>three</b>.");

        Assert.Equal("a.md:11:5: warning raw-html", log.Sorted()[0].ToString()[..27]);
    }

    [Theory]
    [InlineData("# Words {onclick=alert(1)}")]
    [InlineData("[x](https://example.org/){onclick=alert(1)}")]
    [InlineData("```js onclick=alert(1)\ncode\n```")]
    [InlineData("```\" onclick=\"alert(1)\ncode\n```")]
    [InlineData("[x](https://example.org/ \"a\\\" onclick=\\\"alert(1)\")")]
    [InlineData("[x](https://example.org/\"onclick=alert(1))")]
    [InlineData("<https://example.org/\"onclick=alert(1)>")]
    [InlineData("[[a\" onclick=\"alert(1)]]")]
    [InlineData("[[a|\"><script>alert(1)</script>]]")]
    public void No_attribute_can_be_smuggled_in(string markdown) => AssertHarmless(Render(markdown));

    [Fact]
    public void A_table_aligns_its_columns_without_a_style()
    {
        var html = Render("| a | b |\n| :--- | ---: |\n| 1 | 2 |\n");

        Assert.Contains("<table>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_a_box_of_its_own_to_scroll_in_named_by_its_head()
    {
        var html = Render("| Год | *Дел* & `k` |\n| --- | --- |\n| 1 | 2 |\n\nWords.\n\n| Год | *Дел* & `k` |\n| --- | --- |\n| 3 | 4 |\n\n| | |\n| --- | --- |\n| | 1 |\n");

        Assert.Equal(
            ["role=\"region\" aria-label=\"Год, Дел &amp; k\"", "role=\"region\" aria-label=\"Год, Дел &amp; k (2)\"", "role=\"region\" aria-label=\"1\""],
            Regex.Matches(html, "<div class=\"table-scroll\" (?<name>.*?) tabindex=\"0\">\n<table>").Select(box => box.Groups["name"].Value));
        Assert.Equal(3, Regex.Count(html, "</table>\n</div>"));
    }

    [Fact]
    public void Headings_keep_the_letters_of_every_script_and_get_an_id_each()
    {
        var prose = Prose.Parse("# Мирные собрания\n\n## Бейбіт жиналыс\n\n## Law\n\n## Law\n\n### Law 2\n\n## «…»\n", new Place("a.md", 1), log);

        Assert.Equal(["мирные-собрания", "бейбіт-жиналыс", "law", "law-2", "law-2-2", "section"], prose.Headings.Select(heading => heading.Id));
        Assert.Equal([2, 2, 2, 2, 3, 2], prose.Headings.Select(heading => heading.Level));
    }

    [Theory]
    [InlineData("## A\n\n#### B\n\n### C\n\n## D", "2 3 3 2")]
    [InlineData("#### A\n\n## B\n\n### C\n\n###### D", "2 2 3 4")]
    [InlineData("# A\n\n## B\n\n### C", "2 2 3")]
    [InlineData("## A\n\n> ###### B\n\n- ##### C", "2 3 3")]
    [InlineData("A\n=\n\nB\n-\n\n### C", "2 2 3")]
    public void Headings_leave_no_level_out_on_the_way_down(string markdown, string levels)
    {
        var prose = Parse(markdown);

        Assert.Equal(levels, string.Join(' ', prose.Headings.Select(heading => heading.Level)));
        Assert.Equal(levels, string.Join(' ', Regex.Matches(prose.ToHtml(Nowhere).Markup, "<h([1-6])").Select(match => match.Groups[1].Value)));
    }

    [Fact]
    public void Headings_stand_as_low_as_their_place_and_no_lower_than_six()
    {
        var html = Parse("## A\n\n### B\n\n#### C").ToHtml(Nowhere, new ProsePlace(5, [], ProseWords.None)).Markup;

        Assert.Equal("<h5 id=\"a\">A</h5>\n<h6 id=\"b\">B</h6>\n<h6 id=\"c\">C</h6>", html);
    }

    [Fact]
    public void A_heading_gets_no_id_that_its_page_has_or_that_paragraphs_may_get()
    {
        var taken = new HashSet<string> { "main", "main-2" };
        var prose = Prose.Parse("## Main\n\n## Main\n\n## P1\n\n## p 1\n\n## Main 2\n\n## P x", new Place("a.md", 1), log, taken);

        Assert.Equal(["main-2-2", "main-3", "p1-2", "p-1", "main-2-3", "p-x"], prose.Headings.Select(heading => heading.Id));
    }

    [Theory]
    [InlineData("## A\n\nFirst [[ab|link]] and *so*.\n\nSecond.", "<p>First link and <em>so</em>.</p>")]
    [InlineData("- one\n- two", "<p>one</p>")]
    [InlineData("## A", "")]
    [InlineData("", "")]
    public void The_first_paragraph_stands_alone(string markdown, string html) => Assert.Equal(html, Parse(markdown).FirstParagraph(Nowhere).Markup);

    [Fact]
    public void Twenty_thousand_equal_headings_take_memory_in_proportion()
    {
        // Not the clock, which a busy machine bends: an id that is sought by trying one after the other makes a text for each try.
        _ = Measure(10);
        var few = Measure(2_000);
        var many = Measure(20_000);

        Assert.True(many < few * 20, $"2,000 headings took {few} bytes, and 20,000 took {many}");

        long Measure(int count)
        {
            var markdown = string.Concat(Enumerable.Repeat("## Same\n\n", count));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var prose = Prose.Parse(markdown, new Place("a.md", 1), log);
            _ = prose.ToHtml(Nowhere);
            Assert.Equal(count, prose.Headings.Select(heading => heading.Id).Distinct().Count());
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a **b ")]
    [InlineData("- ")]
    [InlineData("[[")]
    [InlineData("<")]
    [InlineData("`")]
    public void Endless_nesting_neither_hangs_nor_throws(string piece)
    {
        var watch = Stopwatch.StartNew();
        AssertHarmless(Render(string.Concat(Enumerable.Repeat(piece, 20_000))));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Text_that_is_nested_too_deeply_is_reported()
    {
        Render(new string('>', 5_000) + " words");

        Assert.Equal("wrong-value", Assert.Single(log.Sorted()).Rule.Id);
    }

    [Fact]
    public void Links_to_entries_are_known_with_their_place()
    {
        var prose = Prose.Parse("See [[139.114]] and\n[[upr-3|the review]], [a page](../articles/about.md) and A/HRC/43/10.", new Place("a.md", 7), log);

        Assert.Equal(
            [
                new WrittenLink("139.114", new Place("a.md", 7, 5), false),
                new WrittenLink("upr-3", new Place("a.md", 8, 1), false),
                new WrittenLink("../articles/about.md", new Place("a.md", 8, 23), false),
                new WrittenLink("A/HRC/43/10", new Place("a.md", 8, 58), true),
            ],
            prose.Links);
        Assert.Equal("See 139.114 and the review, a page and A/HRC/43/10.", prose.PlainText);
    }

    [Theory]
    [InlineData("A/HRC/43/10.", "A/HRC/43/10")]
    [InlineData("(CCPR/C/112/D/2137/2012)", "CCPR/C/112/D/2137/2012")]
    [InlineData("E/C.12/KAZ/CO/2, para. 3", "E/C.12/KAZ/CO/2")]
    public void A_symbol_in_running_text_ends_where_it_is_printed_to_end(string text, string symbol) =>
        Assert.Equal(symbol, Assert.Single(Prose.Parse(text, new Place("a.md", 1), log).Links).Target);

    [Theory]
    [InlineData("`A/HRC/43/10`")]
    [InlineData("[A/HRC/43/10](https://example.org/)")]
    [InlineData("[**A/HRC/43/10**](https://example.org/)")]
    [InlineData("https://example.org/A/HRC/43/10")]
    [InlineData("and/or 24/7")]
    public void A_symbol_in_code_or_in_a_link_is_no_link_of_its_own(string text) => Assert.Empty(Prose.Parse(text, new Place("a.md", 1), log).Links);

    [Fact]
    public void A_link_inside_a_link_is_reported_and_becomes_words()
    {
        var html = Render("[see [[x|these words]] here](https://example.org/)");

        Assert.Equal("broken-link", Assert.Single(log.Sorted()).Rule.Id);
        Assert.Equal("<p><a href=\"https://example.org/\" class=\"external\" rel=\"external noreferrer\">see these words here</a></p>", html);
    }

    [Fact]
    public void A_value_of_yaml_is_judged_at_its_start()
    {
        Prose.Parse("words\nand [x](javascript:a)", new Place("a.md", 3, 9), log);

        Assert.Equal(new Place("a.md", 3, 9), Assert.Single(log.Sorted()).Place);
    }

    [ThoroughProperty(1000, 30000, Arbitrary = [typeof(MarkdownLikeText)])]
    public void Whatever_is_written_only_harmless_html_comes_out(string markdown) => AssertHarmless(Render(markdown));

    private Prose Parse(string markdown) => Prose.Parse(markdown, new Place("a.md", 10), log);

    private ProseSection[] Sections(string markdown) => [.. Parse(markdown).Sections(_ => null)];

    private string Render(string markdown) => Parse(markdown)
        .ToHtml(target => target.Length % 2 == 0 ? null : new LinkTarget("../x.html", target))
        .Markup;

    private static LinkTarget? Nowhere(string target) => null;

    /// <summary>Holds every tag to the list of what Markdown may become, and links to one another's outside.</summary>
    private static void AssertHarmless(string html)
    {
        var inLink = false;
        var between = 0;
        foreach (Match tag in AnyTag().Matches(html))
        {
            Assert.DoesNotContain('<', html[between..tag.Index]);
            between = tag.Index + tag.Length;
            Assert.True(AllowedTag().IsMatch(tag.Value), $"{tag.Value} in {html}");
            if (tag.Value.StartsWith("<a ", StringComparison.Ordinal))
            {
                Assert.False(inLink, $"a link stands in a link: {html}");
                inLink = true;
            }
            else if (tag.Value == "</a>")
            {
                inLink = false;
            }
        }

        Assert.DoesNotContain('<', html[between..]);
    }

    private static Regex Tag(string names) => new($"<({names})\\b", RegexOptions.IgnoreCase);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex AnyTag();

    [GeneratedRegex("""
        \A<(/?(p|em|strong|code|pre|blockquote|ul|ol|li|h[2-6]|table|thead|tbody|tr|th|td|del|a)|hr\ /|br\ /
        |h[2-6]\ id="[^"<>&]*"
        |t[hd]\ class="align-(left|center|right)"
        |section\ class="notes"\ id="part-notes"\ role="doc-endnotes"\ aria-label=""|/section|li\ id="fn_[0-9]+"|sup\ class="note-number"(\ id="ref_[0-9]+")?|/sup
        |a\ id="ref_[0-9]+"\ href="\#fn_[0-9]+"\ role="doc-noteref"\ aria-label="[0-9]+"|a\ class="note-back"\ href="\#ref_[0-9]+"\ role="doc-backlink"\ aria-label="[0-9.]+"
        |/?div|div\ class="table-scroll"(\ role="region"\ aria-label="[^"<>]*")?\ tabindex="0"
        |ol\ start="[0-9]+"
        |code\ class="language-[^"<>]*"
        |a\ href="((https?://|mailto:)[^"<>\s]+|\#[^"<>]*|\.\./x\.html)"(\ class="external"\ rel="external\ noreferrer")?)>\z
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex AllowedTag();

    [GeneratedRegex("(href|src)=\"?[^\"]*(evil|script|data:|passwd)", RegexOptions.IgnoreCase)]
    private static partial Regex Hostile();

    /// <summary>Text made of the pieces that mean something to Markdown or to a browser.</summary>
    private static class MarkdownLikeText
    {
        public static Arbitrary<string> Text() => Gen
            .Elements(
                "words", " ", "\n", "\n\n", "# ", "## ", "- ", "1. ", "7. ", "> ", "    ", "*", "**", "_", "`", "```", "```js", "~~~", "[", "]", "(", ")", "](", "[[", "]]", "|", "|---|", ":--:", "\n|a|b|\n|:-|-:|\n|1|2|\n",
                "!", "<", ">", "/", "\"", "'", "&", "&#106;", "&lt;", "javascript:", "data:", "//host", "https://example.org/", "www.example.org", "mailto:a@b.org", "a@b.org", "<https://e.org>", "[x]: ", "about.md", "#part",
                "<script>", "</script>", "<img src=x onerror=a>", "onclick=\"a\"", "{onclick=a}", "{#id .class}", "A/HRC/43/10", "\\", "\t", "\u0000", "\u0001", "\u202E", "\uD800", "---\n", "===\n", "<!--", "-->", "]]>", "[^1]", "\n\n[^1]: ", "[^b]", "\n\n[^b]: ", "~~", "==")
            .ArrayOf()
            .Select(string.Concat)
            .ToArbitrary();
    }
}

using System.Text.RegularExpressions;
using Heed.Diagnostics;
using Heed.Markup;

namespace Heed.Tests.Markup;

/// <summary>What is written is what is read: markup that takes, and markup that does not and is told.</summary>
public sealed class ProseMarkupTests
{
    private readonly DiagnosticLog log = new();

    /// <summary>Each dialect with a slip or a sign of its own, which would be shown as it is typed.</summary>
    [Theory]
    [InlineData("##Heading")]
    [InlineData("##\u00a0Heading")]
    [InlineData("#\u00a0Heading")]
    [InlineData("###\u202f«Право»")]
    [InlineData("＃ Heading")]
    [InlineData("##«Право»")]
    [InlineData("-\u00a0item")]
    [InlineData("*\u2009item")]
    [InlineData("1.\u00a0item")]
    [InlineData("Words:\n-\u00a0item\n-\u00a0item")]
    [InlineData("-one\n-two")]
    [InlineData("1.one\n2.two")]
    [InlineData("1)one\n2)two")]
    [InlineData("Words:\n2. two\n3. three")]
    [InlineData("• one\n• two")]
    [InlineData("~~struck~~")]
    [InlineData("A ==marked== word")]
    [InlineData("++under++")]
    [InlineData("m^2^")]
    [InlineData("Words^[a note]")]
    [InlineData("H~2~O")]
    [InlineData("Words[^1]")]
    [InlineData("> Words[^1]\n>\n> [^1]: in a quotation")]
    [InlineData("- [x] done")]
    [InlineData("- [ ] open")]
    [InlineData("> [!NOTE]\n> Words")]
    [InlineData("!!! note\n    Words")]
    [InlineData("::: warning\nWords\n:::")]
    [InlineData("## Heading {#id}")]
    [InlineData("Words {.class}")]
    [InlineData("{: .class}")]
    [InlineData("{{< figure src=\"x\" >}}")]
    [InlineData("{% include x %}")]
    [InlineData("{{TOC}}")]
    [InlineData("{++ added ++}")]
    [InlineData("%% hidden %%")]
    [InlineData("$$x^2$$")]
    [InlineData("===")]
    [InlineData("Words\n\n--")]
    [InlineData("+++\ntitle = 1\n+++")]
    [InlineData("== Heading ==")]
    [InlineData("'''strong'''")]
    [InlineData("Well :smile: then")]
    [InlineData("Term\n: its meaning")]
    [InlineData("[TOC]")]
    [InlineData("| a | b |\n| 1 | 2 |")]
    [InlineData("a | b\n\n--- | ---")]
    [InlineData("**open words")]
    [InlineData("** words **")]
    [InlineData("[words][nowhere]")]
    [InlineData("[words] (https://example.org/)")]
    [InlineData("[words](https://example.org/a b)")]
    [InlineData("(words)[https://example.org/]")]
    [InlineData("[[page]")]
    [InlineData("[b]strong[/b]")]
    [InlineData("![[page]]")]
    [InlineData("*[UN]: United Nations")]
    [InlineData("As said [@smith2020, p. 3]")]
    [InlineData(".. note::\n   Words")]
    [InlineData("Words -->")]
    [InlineData("One\n\u00a0\ntwo")]
    [InlineData("```\ncode that never ends")]
    [InlineData("Words\n\n    - an indented item")]
    [InlineData("A sentence ends.\n---\nAnother.")]
    [InlineData("---\ntitle: a second head\n---")]
    [InlineData("One line\nand another\n===")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 | 3 |")]
    [InlineData("| a |\n|---|\n| ==b== |")]
    [InlineData("[~~x~~](https://example.org/)")]
    [InlineData("Words.\n\n[1]: https://example.org/report")]
    [InlineData("[words][1].\n\n[1]: https://example.org/\n[1]: https://example.org/second")]
    public void What_stayed_text_is_told_with_its_cure(string markdown)
    {
        Parse(markdown);

        Assert.Contains(log.Sorted(), told => told.Rule.Id == "unread-markup" && told.Severity == Severity.Warning && told.Place.Line >= 10 && told.Cure.Length > 10);
    }

    [Theory]
    [InlineData("\\*one\\* and \\## two")]
    [InlineData("\\~~x\\~~ \\==y== \\[^1]")]
    [InlineData("5 * 3 = 15, 2 * is not")]
    [InlineData("A_B, A__B, __init__.py and snake_case")]
    [InlineData("#hashtag and # one, #1, № 5, C#")]
    [InlineData("He wrote [sic] and […] and [...]: so.")]
    [InlineData("At 10:30:15, a:b:c, Ps 23:4; ratio 1:2")]
    [InlineData("It costs $5 or $6; ~10 to ~20; x^2; a | b; 50% of 60%")]
    [InlineData("— Да, — сказал он.\n— Нет.")]
    [InlineData("-5 degrees\n-6 degrees")]
    [InlineData("1.1 and 2.3\n3.4 too")]
    [InlineData("(a) one; (b) two\n(c) three")]
    [InlineData("In the year\n2020. The State said")]
    [InlineData("[words](https://example.org/) ([[page]])")]
    [InlineData("[unofficial] ([[page]])")]
    [InlineData("`##Heading ~~x~~ [^1]` and\n\n```\n- [x] y\n##Z\n```")]
    [InlineData("[words][1], [2], [Third][].\n\n[1]: https://example.org/\n[2]: https://example.org/ \"title\"\n[third]: https://example.org/")]
    [InlineData("Words.\n\n[//]: # (a comment of another kind)")]
    [InlineData("\"{...}\" and {a}")]
    [InlineData("C++ and C++ and ++i")]
    [InlineData("don't, 'quoted', rock 'n' roll")]
    [InlineData("One two three -- and four --- five")]
    [InlineData("Heading\n=======")]
    [InlineData("***\n\n- - -")]
    [InlineData("Words[^1]\n[^1]: near")]
    [InlineData("A note[^1] and again[^1].\n\n[^1]: Its words, [[page]].\n\n    And more.")]
    [InlineData("| a | b |\n|---|--:|\n| 1 | |\n| 2 |\n")]
    [InlineData("- one\n- two\n\n1) one\n2) two\n\n* three\n+ four")]
    [InlineData("https://example.org/~user/a==b/:x:/[1]")]
    public void What_people_write_as_words_stays_silent(string markdown)
    {
        Parse(markdown);

        Assert.Empty(log.Sorted().Select(told => told.ToString()));
    }

    [Fact]
    public void It_is_told_at_its_own_line_and_column()
    {
        Parse("One.\n\n> two\n> and ==three== four");

        Assert.Equal("a.md:13:7: warning unread-markup", log.Sorted()[0].ToString()[..32]);
    }

    [Theory]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 | 3 |", "12:2")]
    [InlineData("Words\n\n```\ncode", "12:1")]
    [InlineData("One\n\nA sentence.\n---", "12:1")]
    [InlineData("One *two* [[page]] ~~x~~", "10:20")]
    [InlineData("- one\n- [ ] two", "11:3")]
    [InlineData("One\n[[page] two", "11:1")]
    [InlineData("[a **b** ==c==](https://example.org/)", "10:10")]
    public void Its_place_is_told_exactly(string markdown, string place)
    {
        Parse(markdown);

        var told = Assert.Single(log.Sorted());
        Assert.Equal(("unread-markup", place), (told.Rule.Id, $"{told.Place.Line}:{told.Place.Column}"));
    }

    [Theory]
    [InlineData("see [one and [two] and ]three", "see [one and [two] and ]three")]
    [InlineData("a * b ** c _ d", "a * b ** c _ d")]
    [InlineData("a | b [", "a | b [")]
    public void Signs_that_open_nothing_stay_words(string markdown, string words)
    {
        var prose = Parse(markdown);

        Assert.Equal(words, prose.PlainText);
        Assert.Equal($"<p>{words}</p>", prose.ToHtml(_ => null).Markup);
    }

    [Theory]
    [InlineData("##")]
    [InlineData("## \u00a0")]
    [InlineData("## [](https://example.org/)")]
    [InlineData("[](https://example.org/)")]
    [InlineData("[\u200b](https://example.org/)")]
    [InlineData("- \n- one")]
    [InlineData("1.\n2. one")]
    [InlineData("> ")]
    [InlineData("**\u200b**")]
    [InlineData("```\n```")]
    [InlineData("Words[^1].\n\n[^1]:")]
    public void Markup_without_words_is_an_error_at_its_line(string markdown)
    {
        Parse("Before.\n\n" + markdown);

        Assert.Contains(log.Sorted(), told => told.Rule.Id == "empty-markup" && told.Severity == Severity.Error && told.Place.Line == (markdown.StartsWith("Words", StringComparison.Ordinal) ? 14 : 12));
    }

    [Fact]
    public void A_line_below_a_table_is_its_next_row()
    {
        Assert.EndsWith(
            "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr><tr><td>Source: the ministry.</td><td></td></tr></tbody></table></div>",
            Render("| a | b |\n|---|---|\n| 1 | 2 |\nSource: the ministry.").Replace("\n", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Empty(log.Sorted());
    }

    [Theory]
    [InlineData("- | a | b |\n  |---|---|\n  | 1 | 2 |\n  Source", 2)]
    [InlineData("> a | b\n> --- | ---\n> 1 | 2\n> Source\n> and more", 3)]
    [InlineData("Text:\n| a |\n|---|\n| 1 |\nSource\n\nNext.", 2)]
    [InlineData("| a | [[x|y]] |\n|---|---|\n| `1|2` | 3 \\| 4 |", 1)]
    public void A_table_keeps_its_rows_wherever_it_stands(string markdown, int rows)
    {
        var html = Render(markdown);

        Assert.Equal(rows, Regex.Count(html[html.IndexOf("<tbody>", StringComparison.Ordinal)..], "<tr>"));
        Assert.DoesNotContain("|--", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_keep_the_alignment_of_their_column_as_a_class()
    {
        var html = Render("| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | 4 |");

        foreach (var element in (string[])["th", "td"])
        {
            Assert.Matches($"<{element} class=\"align-left\">.*\n<{element} class=\"align-right\">.*\n<{element} class=\"align-center\">.*\n<{element}>", html);
        }

        Assert.DoesNotContain("style", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("«см. https://example.org/j»", "https://example.org/j")]
    [InlineData("«см. https://example.org/j», и", "https://example.org/j")]
    [InlineData("«https://example.org/j»", "https://example.org/j")]
    [InlineData("„https://example.org/j“", "https://example.org/j")]
    [InlineData("“https://example.org/j”.", "https://example.org/j")]
    [InlineData("‘https://example.org/j’", "https://example.org/j")]
    [InlineData("‹https://example.org/j›", "https://example.org/j")]
    [InlineData("「https://example.org/j」", "https://example.org/j")]
    [InlineData("（https://example.org/j）。", "https://example.org/j")]
    [InlineData("【 https://example.org/j】", "https://example.org/j")]
    [InlineData("( https://example.org/j).", "https://example.org/j")]
    [InlineData("\"https://example.org/j\"", "https://example.org/j")]
    [InlineData("see https://example.org/j…", "https://example.org/j")]
    [InlineData("see https://example.org/j...", "https://example.org/j")]
    [InlineData("see https://example.org/j—and", "https://example.org/j")]
    [InlineData("see https://example.org/j –", "https://example.org/j")]
    [InlineData("see https://example.org/j–", "https://example.org/j")]
    [InlineData("https://example.org/j；次", "https://example.org/j")]
    [InlineData("https://example.org/j، ثم", "https://example.org/j")]
    [InlineData("https://example.org/j।", "https://example.org/j")]
    [InlineData("**https://example.org/j**", "https://example.org/j")]
    [InlineData("see https://example.org/a_(b) and", "https://example.org/a_(b)")]
    [InlineData("https://ru.example.org/Война_1914—1918", "https://ru.example.org/Война_1914—1918")]
    [InlineData("https://zh.example.org/甲（乙）", "https://zh.example.org/甲（乙）")]
    [InlineData("https://example.org/it’s-there/", "https://example.org/it’s-there/")]
    [InlineData("https://example.org/a?b=[1]&c=d#e", "https://example.org/a?b=[1]&c=d#e")]
    public void A_bare_address_ends_where_the_words_around_it_close(string markdown, string address)
    {
        var html = Render(markdown);

        Assert.Equal(address, System.Net.WebUtility.HtmlDecode(Regex.Match(html, "href=\"([^\"]*)\"").Groups[1].Value));
        Assert.Equal(markdown.Replace("**", "", StringComparison.Ordinal), Parse(markdown).PlainText);
    }

    [Fact]
    public void Notes_have_numbers_and_ways_back()
    {
        var html = Parse("One[^b], two[^a], one[^b].\n\n[^a]: The *first* written.\n\n[^b]: The second.\n\n    In two paragraphs.\n")
            .ToHtml(_ => null, new ProsePlace(2, [], new ProseWords("¶", "Notes", number => $"Note {number}", number => $"Back {number}", (number, place) => $"Back {number}, {place}"))).Markup;

        Assert.Equal(
            """
            <p>One<sup class="note-number"><a id="ref_1" href="#fn_1" role="doc-noteref" aria-label="Note 1">1</a></sup>, two<sup class="note-number"><a id="ref_3" href="#fn_2" role="doc-noteref" aria-label="Note 2">2</a></sup>, one<sup class="note-number"><a id="ref_2" href="#fn_1" role="doc-noteref" aria-label="Note 1">1</a></sup>.</p>
            <section class="notes" id="part-notes" role="doc-endnotes" aria-label="Notes">
            <ol>
            <li id="fn_1">
            <p>The second.</p>
            <p>In two paragraphs. <a class="note-back" href="#ref_1" role="doc-backlink" aria-label="Back 1, 1">↩1</a> <a class="note-back" href="#ref_2" role="doc-backlink" aria-label="Back 1, 2">↩2</a></p>
            </li>
            <li id="fn_2">
            <p>The <em>first</em> written. <a class="note-back" href="#ref_3" role="doc-backlink" aria-label="Back 2">↩</a></p>
            </li>
            </ol>
            </section>
            """.ReplaceLineEndings("\n"),
            html);
        Assert.Empty(log.Sorted());
    }

    [Fact]
    public void A_note_leads_by_the_anchor_of_its_first_paragraph()
    {
        var prose = Parse("One[^1].\n\n[^1]: The note.\n");
        var html = prose.ToHtml(_ => null, new ProsePlace(2, [new("p1", []), new("p7", ["p2"])], ProseWords.None)).Markup;

        Assert.Equal(["One.", "The note."], prose.Blocks.Select(block => block.Text));
        Assert.Contains("href=\"#p7\"", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"para\" id=\"p7\"><span id=\"p2\"></span>The note.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("fn_", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_are_a_section_of_their_own_for_search_and_no_part_of_a_first_paragraph()
    {
        var prose = Parse("One[^1].\n\n## Two\n\nThree.\n\n[^1]: The note.\n\n## Four\n");

        Assert.Equal([(null, "One."), ("two", "Three."), ("four", ""), ("part-notes", "The note.")], prose.Sections(_ => null, "Notes").Select(section => (section.Heading?.Id, section.Text)));
        Assert.Equal("Notes", prose.Sections(_ => null, "Notes").Last().Heading!.Text);
        Assert.Equal("<p>One.</p>", prose.FirstParagraph(_ => null).Markup);
        Assert.Equal("One.\nTwo\nThree.\nFour\nThe note.", prose.ShownText(_ => null));
        Assert.Equal("One.\nTwo\nThree.\nFour", prose.ShownBody(_ => null));
    }

    [Theory]
    [InlineData("Words.\n\n[^1]: nobody asks", 12, "no place in the text refers to the note [^1]")]
    [InlineData("Words[^1].\n\n[^1]: one\n\n[^1]: two", 14, "the note [^1] stands here a second time; it stands first in line 12")]
    [InlineData("Words[^A].\n\n[^A]: one\n[^a]: two", 13, "the note [^a] stands here a second time")]
    public void A_note_that_readers_would_miss_is_an_error(string markdown, int line, string message)
    {
        Parse(markdown);

        Assert.Contains(log.Sorted(), told => told.Rule.Id == "broken-note" && told.Place.Line == line && told.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2020. The State said", "2020. The State said")]
    [InlineData("Words: *so* and [[ab|this]].", "Words: <em>so</em> and this.")]
    [InlineData("    Four blanks", "Four blanks")]
    public void A_remark_is_a_paragraph_whatever_it_begins_with(string markdown, string html)
    {
        Assert.Equal(html, Prose.Parse(markdown, new Place("a.md", 3, 9), log).ToInlineHtml(_ => null).Markup);
        Assert.Empty(log.Sorted());
    }

    [Theory]
    [InlineData("## Head")]
    [InlineData("One:\n- two")]
    [InlineData("> quoted")]
    [InlineData("| a | b |")]
    [InlineData("Words[^1]")]
    public void Blocks_in_a_remark_are_told(string markdown)
    {
        Prose.Parse(markdown, new Place("a.md", 3, 9), log);

        Assert.Contains(log.Sorted(), told => told.Rule.Id == "unread-markup" && told.Place == new Place("a.md", 3, 9));
    }

    [Theory]
    [InlineData("Views on **one** case")]
    [InlineData("Views on *one* case")]
    [InlineData("_Views_")]
    [InlineData("The `code`")]
    [InlineData("## Views")]
    [InlineData("~~Views~~")]
    public void Markup_in_a_text_that_is_shown_as_it_is_typed_is_told(string text) => Assert.NotNull(Prose.UnreadInPlain(text));

    [Theory]
    [InlineData("Views on communication No. 2137/2012 (A. B.), 5 * 3, snake_case_name, # 1")]
    [InlineData("[sic] and […] and «words» — so")]
    public void Plain_words_are_not(string text) => Assert.Null(Prose.UnreadInPlain(text));

    private Prose Parse(string markdown) => Prose.Parse(markdown, new Place("a.md", 10), log);

    private string Render(string markdown) => Parse(markdown).ToHtml(_ => null).Markup;
}

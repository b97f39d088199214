using Heed.Rendering;
using Heed.Rendering.Citing;

namespace Heed.Tests.Rendering;

/// <summary>How pages say that they are cited.</summary>
public sealed class CitedPagesTests
{
    private const string Page = "recommendations/upr-3/139.114.html";

    private static readonly SmallSite Site = SmallSite.Render();

    [Fact]
    public void A_recommendation_is_cited_by_its_document_and_paragraph_first() => Assert.Equal(
        "United Nations, “Report”, A/HRC/43/10, para. 139.114. Small, “Recommendation 139.114 (Czechia)”, paraphrase, https://example.org/small/recommendations/upr-3/139.114.html",
        Cited(Site, Page));

    [Fact]
    public void Words_in_another_language_say_so()
    {
        var cited = Site.Main("ru/" + Page).QuerySelector("[data-cited]")!;

        Assert.Equal("Организация Объединённых Наций, «Report», A/HRC/43/10, п. 139.114. Small, «Рекомендация 139.114 (Чехия)», пересказ, https://example.org/small/ru/recommendations/upr-3/139.114.html", cited.TextContent);
        Assert.Equal("Report", Assert.Single(cited.QuerySelectorAll("[lang=en]")).TextContent);
    }

    [Fact]
    public void What_is_not_known_is_not_cited()
    {
        var site = SmallSite.Render(("content/recommendations/upr-3/139.114.md", SmallSite.Recommendation
            .Replace("document: A/HRC/43/10", "document: unknown", StringComparison.Ordinal)
            .Replace("paragraph: \"139.114\"", "paragraph: unknown\ntitle: Defenders", StringComparison.Ordinal)));

        // The source is what is known; it is named with the place that was read, and the paragraph of the missing document is not.
        Assert.Equal("“The report”, A/HRC/43/2, para. 702. Small, “Defenders”, paraphrase, https://example.org/small/recommendations/upr-3/139.114.html", Cited(site, Page));
        Assert.Equal("Committee against Torture, “Views on one”. Small, “Views on one”, https://example.org/small/decisions/cat/one.html", Cited(Site, "decisions/cat/one.html"));
    }

    [Fact]
    public void An_evaluation_names_its_assessor_its_scale_its_evidence_and_who_chose_the_level() => Assert.Equal(
        "“The report”, A/HRC/43/2. Small, “The newer one”, assessed by The Watch, level: Regression, scale: “Six”, level mapped by Heed, evidence: 1 January 2024, https://example.org/small/evaluations/newer.html",
        Cited(Site, "evaluations/newer.html"));

    [Fact]
    public void The_version_and_the_last_change_are_told_where_they_are_known()
    {
        var site = SmallSite.Render(new RenderOptions
        {
            Version = "0123456789ab",
            LastChanged = new Dictionary<string, DateOnly> { ["content/articles/about.md"] = new(2026, 5, 3) },
        });

        Assert.Equal("Small, “About”, https://example.org/small/articles/about.html, version 0123456789ab, last changed 3 May 2026.", Cited(site, "articles/about.html"));
        Assert.Contains("  year = {2026},\n  month = may,\n  day = {3},\n", site.Beside("articles/about.html", "bib"), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_sources_are_counted_on_the_page_and_stand_in_the_files()
    {
        var sources = string.Concat(Enumerable.Range(1, 5).Select(number => $"  - ref: other-{number}\n"));
        var words = string.Concat(Enumerable.Range(1, 5).Select(number => $"other-{number}:\n  title: Other {number}\n  url: https://example.com/{number}\n"));
        var site = SmallSite.Render(
            ("content/vocabulary/sources-more.yml", words),
            ("content/events/happened.md", $"---\ntitle: It happened\ndate: \"2020\"\nthemes: [defenders]\nfrom: [findings/defenders]\nconfidence: high\nsources:\n{sources}---\n\nIt did.\n"));

        Assert.Contains("“Other 3”, https://example.com/3; and 2 further sources. Small, “It happened”, ", Cited(site, "events/happened.html"), StringComparison.Ordinal);
        Assert.Equal(6, site.Beside("events/happened.html", "ris").Split("ER  - ").Length - 1);
    }

    [Fact]
    public void Each_entry_has_its_files_beside_it_and_links_to_them()
    {
        var links = Site.Main("ru/" + Page).QuerySelectorAll(".cite a").ToList();

        Assert.Equal(["139.114.bib", "139.114.ris", "139.114.csl.json"], links.Select(link => link.GetAttribute("href")));
        Assert.All(links, link => Assert.True(link.HasAttribute("download")), throwIfEmpty: true);
        Assert.Equal(["application/x-bibtex", "application/x-research-info-systems", "application/vnd.citationstyles.csl+json"], links.Select(link => link.GetAttribute("type")));
        Assert.StartsWith("@techreport{recommendations-upr-3-139.114-document,", Site.Beside("ru/" + Page, "bib"), StringComparison.Ordinal);
        Assert.Contains("@misc{recommendations-upr-3-139.114-ru,", Site.Beside("ru/" + Page, "bib"), StringComparison.Ordinal);
        Assert.Empty(SmallSite.Render().Main("index.html").QuerySelectorAll(".cite"));
    }

    [Fact]
    public void A_file_beside_a_page_is_called_as_the_page() => Assert.Equal("a/139.114.csl.json", CitationFiles.Beside("a/139.114.html", "csl.json"));

    [Fact]
    public void A_decision_is_cited_by_its_body_form_symbols_paragraphs_communications_and_the_address_of_its_document()
    {
        var site = SmallSite.Render(
            Source("copy: true\n  url: https://example.com/copy.pdf\n  title: A copy", "a-copy"),
            Decision("Sakalov v. the State", "symbols: [CAT/C/1/D/1/2020, CAT/C/1/D/2/2020]", "communications: [1/2020, 2/2020]", "adopted: \"2021-07-01\"\nparagraphs: 7-9"));

        Assert.Equal(
            "Committee against Torture, “Sakalov v. the State”, Views, CAT/C/1/D/1/2020, CAT/C/1/D/2/2020, paras. 7-9, 1 July 2021, communication No. 1/2020, 2/2020. Small, “Sakalov v. the State”, https://example.org/small/decisions/cat/one.html",
            Cited(site, "decisions/cat/one.html"));
        Assert.Contains("url = {https://example.com/copy.pdf}", site.Beside("decisions/cat/one.html", "bib"), StringComparison.Ordinal);
        Assert.StartsWith("@techreport{decisions-cat-one-document,\n", site.Beside("decisions/cat/one.html", "bib"), StringComparison.Ordinal);
        Assert.Contains("@misc{decisions-cat-one,\n", site.Beside("decisions/cat/one.html", "bib"), StringComparison.Ordinal);
        Assert.Contains("@misc{decisions-cat-one-ru,\n", site.Beside("ru/decisions/cat/one.html", "bib"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7", "para. 7")]
    [InlineData("7.2", "para. 7.2")]
    [InlineData("7-9", "paras. 7-9")]
    [InlineData("annex, section II", "annex, section II")]
    [InlineData("7 and 9", "7 and 9")]
    public void Bare_numbers_of_paragraphs_get_their_word(string paragraphs, string cited) => Assert.Contains(
        $", {cited}, 1 July 2021",
        Cited(SmallSite.Render(Decision("One", "symbols: [CAT/C/1/D/1/2020]", "communications: unknown", $"adopted: \"2021-07-01\"\nparagraphs: \"{paragraphs}\"")), "decisions/cat/one.html"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Views on communication No. 1/2020", "communications: [1/2020, 2/2020]", ", communication No. 2/2020. ")]
    [InlineData("Views on communication No. 1/2020", "communications: [1/2020]", "“Views on communication No. 1/2020”. ")]
    [InlineData("One", "communications: unknown", "“One”, Views. ")]
    public void What_the_title_says_is_not_said_again(string title, string communications, string cited) =>
        Assert.Contains(cited, Cited(SmallSite.Render(Decision(title, "symbols: unknown", communications, "adopted: unknown")), "decisions/cat/one.html"), StringComparison.Ordinal);

    [Theory]
    [InlineData("report-of-one", "One")]
    [InlineData("report-of-two", "Two")]
    public void Of_sources_of_one_document_the_one_that_the_entry_names_is_cited(string named, string title)
    {
        var (path, text) = Source("symbol: A/HRC/43/10\n  copy: false\n  url: https://example.com/one\n  title: One", "report-of-one");
        var site = SmallSite.Render(
            (path, text + "report-of-two:\n  symbol: A/HRC/43/10\n  copy: true\n  url: https://example.com/two\n  title: Two\n"),
            ("content/recommendations/upr-3/139.114.md", SmallSite.Recommendation.Replace("confidence: medium\nsources:\n  - ref: report", $"confidence: medium\nsources:\n  - ref: {named}", StringComparison.Ordinal)));

        Assert.StartsWith($"United Nations, “{title}”, A/HRC/43/10, para. 139.114. Small", Cited(site, Page), StringComparison.Ordinal);
        Assert.Contains($"url = {{https://example.com/{title.ToLowerInvariant()}}}", site.Beside(Page, "bib"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_sources_that_the_entry_does_not_name_an_original_is_cited_rather_than_a_copy()
    {
        var (path, text) = Source("symbol: A/HRC/43/10\n  copy: true\n  url: https://example.com/one\n  title: One", "a-copy");

        Assert.StartsWith("United Nations, “Two”, ", Cited(SmallSite.Render((path, text + "b-original:\n  symbol: A/HRC/43/10\n  url: https://example.com/two\n  title: Two\n")), Page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_is_cited_once_with_its_publisher_its_places_its_date_and_its_language()
    {
        var site = SmallSite.Render(
            Source("publisher: The Watch\n  date: \"2024-07\"\n  language: fr\n  url: https://example.com/a\n  title: A  long\n    title", "long"),
            ("content/events/happened.md", "---\ntitle: It happened\ndate: \"2020\"\nthemes: [defenders]\nfrom: [findings/defenders]\nconfidence: high\nsources:\n  - ref: long\n    place: p. 1\n  - ref: report\n  - ref: long\n    place: p. 2\n    language: de\n  - ref: long\n    place: p. 1\n---\n\nIt did.\n"));

        Assert.Equal(
            "The Watch, “A long title”, p. 1; p. 2, July 2024, https://example.com/a; “The report”, A/HRC/43/2. Small, “It happened”, https://example.org/small/events/happened.html",
            Cited(site, "events/happened.html"));
        Assert.Contains("LA  - de\r\n", site.Beside("events/happened.html", "ris"), StringComparison.Ordinal);
        Assert.DoesNotContain("LA  - fr\r\n", site.Beside("events/happened.html", "ris"), StringComparison.Ordinal);
        Assert.Contains("{events-happened-long,", site.Beside("events/happened.html", "bib"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_is_cited_by_each_of_its_documents()
    {
        const string review = "content/reviews/upr-3.md";
        var site = SmallSite.Render((review, SmallSite.FileOf(review).Replace("    title: Report\n", "    title: Report\n  - symbol: A/HRC/43/10/Add.1\n    title: Replies\n", StringComparison.Ordinal)));

        Assert.Equal(
            "United Nations, “Report”, A/HRC/43/10; United Nations, “Replies”, A/HRC/43/10/Add.1. Small, “Third cycle”, https://example.org/small/reviews/upr-3.html",
            Cited(site, "reviews/upr-3.html"));
        Assert.Contains("@techreport{reviews-upr-3-a-hrc-43-10-add-1,", site.Beside("reviews/upr-3.html", "bib"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_names_who_proposes() => Assert.Equal(
        "“The report”, A/HRC/43/2. Small, “Let them go”, proposed by The Watch, https://example.org/small/proposals/upr-4/go.html",
        Cited(
            SmallSite.Render(
                ("content/reviews/upr-4.md", SmallSite.FileOf("content/reviews/upr-3.md").Replace("cycle: 3", "cycle: 4", StringComparison.Ordinal).Replace("session: \"34\"", "session: \"48\"", StringComparison.Ordinal)),
                ("content/proposals/upr-4/go.md", "---\ntitle: Let them go\nproposed_by: watch\nreview: upr-4\ndate: \"2024\"\nbecame: unknown\nthemes: [defenders]\nconfidence: high\nsources:\n  - ref: report\n---\n\nLet them go.\n")),
            "proposals/upr-4/go.html"));

    [Theory]
    [InlineData("heed", "level mapped by Heed")]
    [InlineData("assessor", "level given by the assessor")]
    public void Whose_the_level_is_is_always_said(string mappedBy, string said)
    {
        const string newer = "content/evaluations/newer.md";

        Assert.Contains($", {said}, evidence: 1 January 2024, ", Cited(SmallSite.Render((newer, SmallSite.FileOf(newer).Replace("mapped_by: heed", $"mapped_by: {mappedBy}", StringComparison.Ordinal))), "evaluations/newer.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_citation_has_no_more_pieces_than_languages_ask_for()
    {
        var cited = Site.Main("ru/" + Page).QuerySelector("[data-cited]")!;

        Assert.Equal(3, cited.ChildNodes.Length);
        Assert.Equal("«Report", "«" + cited.ChildNodes[1].TextContent);
        Assert.Equal(1, Site.Main(Page).QuerySelector("[data-cited]")!.ChildNodes.Length);
    }

    private static (string Path, string Text) Source(string lines, string key) =>
        ("content/vocabulary/sources-more.yml", $"{key}:\n  {(lines.Contains("symbol:", StringComparison.Ordinal) || lines.Contains("publisher:", StringComparison.Ordinal) ? "" : "symbol: CAT/C/1/D/1/2020\n  ")}{lines}\n");

    private static (string Path, string Text) Decision(string title, string symbols, string communications, string adopted) => ("content/decisions/cat/one.md", SmallSite.Decision
        .Replace("title: Views on one", $"title: {title}", StringComparison.Ordinal)
        .Replace("symbols: unknown", symbols, StringComparison.Ordinal)
        .Replace("communications: unknown", communications, StringComparison.Ordinal)
        .Replace("adopted: unknown", adopted, StringComparison.Ordinal));

    private static string Cited(SmallSite site, string path) => site.Main(path).QuerySelector("[data-cited]")!.TextContent;
}

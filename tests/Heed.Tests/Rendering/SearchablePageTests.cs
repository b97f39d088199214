using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using Heed.Building;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Linking;
using Heed.Rendering;
using Heed.Search;

namespace Heed.Tests.Rendering;

/// <summary>What search is fed with: passages that lead to their place, facets, and names in every language.</summary>
public sealed class SearchablePageTests
{
    private static readonly ImmutableArray<string> FacetNames = ["kind", "theme", "state", "cycle", "body", "position", "level"];

    // Told in every passage's stead on the pages of the small site that rest on its one source.
    private static readonly SearchPassage Source = new("part-sources", "Sources", "The report, A/HRC/43/2");

    private static readonly Lazy<ImmutableArray<(string Path, SearchablePage Found, IHtmlDocument Document)>> Parsed = new(() =>
    [
        .. RealSite.Pages.Where(page => page.Search is not null).Select(page => (page.File.Path, page.Search!, RealSite.Document(page.File.Path))),
    ]);

    private static readonly Lazy<SmallSite> Small = new(() => SmallSite.Render(
        ("content/recommendations/upr-2/1.1.md", SmallSite.Recommendation
            .Replace("139.114", "1.1", StringComparison.Ordinal)
            .Replace("review: upr-3", "review: upr-2", StringComparison.Ordinal)
            .Replace("themes: [defenders]", "themes: [other]\ngroups: [women]", StringComparison.Ordinal)),
        ("content/recommendations/upr-3/139.114.md", SmallSite.Recommendation
            .Replace("    reported_by: A <third> party\n", "    reported_by: A <third> party\n    detail: Noted in *part*.\n    note: So it says.\n", StringComparison.Ordinal)
            .Replace("themes: [defenders]", "themes: [defenders]\nrepeats:\n  - entry: recommendations/upr-2/1.1\n    why: Both ask the same.", StringComparison.Ordinal)),
        ("content/recommendations/upr-3/139.114.ru.md", "---\ntranslation: machine-assisted\nreviewed: false\nnote: Примечание здесь.\npositions:\n  - id: \"1\"\n    detail: Отчасти.\n---\n\nЗащищать.\n"),
        ("content/reviews/upr-2.md", Review(2, "Second cycle", "2014")),
        ("content/reviews/upr-3.md", Review(3, "Third cycle", "2019")),
        ("content/events/law.md", "---\ntitle: The law was signed\ndate: \"2020-05\"\nthemes: [defenders]\nfrom:\n  - decisions/cat/one\nconfidence: high\nsources:\n  - ref: report\n---\n\nIt was signed.\n"),
        ("content/proposals/ask.md", "---\ntitle: Ask for more\nproposed_by: watch\nreview: upr-3\ndate: \"2024\"\nbecame: unknown\nthemes: [defenders]\nconfidence: high\nsources:\n  - ref: report\n---\n\nMore is asked.\n"),
        ("content/decisions/cat/two.md", Decision)));

    [Fact]
    public void Every_anchor_is_an_id_of_its_page() => Assert.Empty(
        from page in Parsed.Value
        from anchor in page.Found.Passages.Select(passage => passage.Anchor).OfType<string>().Distinct()
        where page.Document.GetElementById(anchor) is null
        select $"{page.Path}#{anchor}");

    [Fact]
    public void Every_passage_is_one_line_of_words_without_markup() => Assert.All(
        RealSite.Pages.SelectMany(page => page.Search?.Passages ?? []),
        passage =>
        {
            Assert.Equal(OneLine(passage.Text), passage.Text);
            Assert.NotEmpty(passage.Text);
            Assert.NotEqual("", passage.Heading);
            Assert.DoesNotContain("**", passage.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("](", passage.Text, StringComparison.Ordinal);
        }, throwIfEmpty: true);

    [Fact]
    public void The_words_of_every_passage_stand_in_its_section_and_its_heading_on_the_page() => Assert.Empty(
        from page in Parsed.Value
        let all = Words(SectionOf(page.Document, null))
        from section in page.Found.Passages.GroupBy(passage => passage.Anchor)
        let shown = Words(SectionOf(page.Document, section.Key))
        from passage in section
        from word in Words(passage.Text).Except(shown).Concat(Words(passage.Heading ?? "").Except(all))
        select $"{page.Path}#{section.Key}: {word} of {passage.Text}");

    [Fact]
    public void All_pages_of_a_language_call_a_facet_the_same() => Assert.All(
        RealSite.Pages.SelectMany(page => page.Search?.Facets.Select(facet => (page.Language, Facet: facet)) ?? []).GroupBy(pair => (pair.Language, pair.Facet.Name, pair.Facet.Key)),
        same => Assert.Single(same.Select(pair => pair.Facet).Distinct()), throwIfEmpty: true);

    [Fact]
    public void Every_facet_has_a_name_that_search_knows_and_other_names_in_order() => Assert.All(
        RealSite.Pages.SelectMany(page => page.Search?.Facets ?? []).Distinct(),
        facet =>
        {
            Assert.Contains(facet.Name, FacetNames);
            Assert.NotEmpty(facet.Label);
            Assert.Equal(facet.Names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), facet.Names);
            Assert.DoesNotContain(facet.Label, facet.Names);
        }, throwIfEmpty: true);

    [Fact]
    public void Every_searchable_page_says_its_kind_first() => Assert.All(
        RealSite.Pages.Where(page => page.Search is not null),
        page => Assert.Equal(("kind", PageKinds.WordOf(page.Kind)), (page.Search!.Facets[0].Name, page.Search.Facets[0].Key)), throwIfEmpty: true);

    [Fact]
    public void A_State_is_known_by_every_name_that_a_document_printed()
    {
        var names = RealSite.Pages
            .SelectMany(page => page.Search?.Facets ?? [])
            .Where(facet => facet.Name == "state")
            .SelectMany(facet => facet.Names.Add(facet.Label).Select(name => (facet.Key, name)))
            .ToHashSet();

        Assert.All(
            RealSite.Knowledge.Recommendations.SelectMany(recommendation => recommendation.RecommendingStates.Or([]).Zip(recommendation.StatesAsPrinted)),
            printed => Assert.Contains(printed, names), throwIfEmpty: true);
    }

    [Theory]
    [InlineData("lists/themes/torture.html", "Пытки")]
    [InlineData("ru/lists/themes/torture.html", "Torture")]
    [InlineData("decisions/ccpr/ccpr-2137-2012.html", "Комитет по правам человека")]
    [InlineData("ru/decisions/ccpr/ccpr-2137-2012.html", "Human Rights Committee")]
    [InlineData("kk/decisions/ccpr/ccpr-2137-2012.html", "Соображения")]
    [InlineData("kk/decisions/ccpr/ccpr-2137-2012.html", "ICCPR")]
    [InlineData("recommendations/upr-3/139.114.html", "Чехия")]
    [InlineData("kk/recommendations/upr-3/139.114.html", "Journalists and media workers")]
    public void A_name_in_any_language_leads_to_the_page(string path, string name) =>
        Assert.Contains(RealSite.Pages.Single(page => page.File.Path == path).Search!.Tags, tag => tag.Contains(name, StringComparison.Ordinal));

    [Fact]
    public void A_recommendation_gives_its_text_its_positions_why_it_repeats_and_its_note()
    {
        var found = Found("recommendations/upr-3/139.114.html");

        Assert.Equal("139.114", found.Number);
        Assert.Equal(
            [
                new(null, null, "Protect <b>defenders</b> & lawyers."),
                new("part-positions", "Position of the State under review", "A <third> party"),
                new("part-positions", "Position of the State under review", "Noted in part."),
                new("part-positions", "Position of the State under review", "So it says."),
                new("part-cycles", "The same demand in other cycles", "Both ask the same."),
                new("part-note", "Note", "See Views on one."),
            ],
            found.Passages);
        Assert.Equal(["Defenders", "Правозащитники", "A/HRC/43/10", "Czechia", "Чехия"], found.Tags);
        Assert.Equal(
            ["kind recommendation Recommendation", "theme defenders Defenders", "theme rights Rights", "state CZE Czechia", "cycle 3 Third cycle", "position noted Noted", "level regression Regression"],
            Told(found));
    }

    [Fact]
    public void A_translated_page_gives_the_words_of_its_language()
    {
        var found = Found("ru/recommendations/upr-3/139.114.html");

        Assert.Equal(
            ["Защищать.", "A <third> party", "Отчасти.", "So it says.", "Both ask the same.", "Примечание здесь."],
            found.Passages.Select(passage => passage.Text));
        Assert.Equal(["Правозащитники", "Defenders", "A/HRC/43/10", "Чехия", "Czechia"], found.Tags);
        Assert.Equal(
            ["kind recommendation Рекомендация", "theme defenders Правозащитники", "theme rights Права", "state CZE Чехия", "cycle 3 Цикл 3 (2019)", "position noted Принята к сведению", "level regression Regression"],
            Told(found));
    }

    [Fact]
    public void A_page_that_is_not_in_its_language_is_not_found_there() =>
        Assert.Null(Small.Value.Searchable("ru/evaluations/newer.html"));

    [Fact]
    public void Groups_of_persons_lead_to_a_recommendation_and_no_evaluation_means_no_level()
    {
        var found = Found("recommendations/upr-2/1.1.html");

        Assert.Contains("Women", found.Tags);
        Assert.DoesNotContain(found.Facets, facet => facet.Name == "level");
        Assert.Contains("cycle 2 Second cycle", Told(found));
    }

    [Fact]
    public void An_evaluation_gives_its_basis_its_assessor_and_what_it_judges()
    {
        var found = Found("evaluations/newer.html");

        Assert.Equal(
            [
                new(null, null, "The basis of the newer one."),
                new(null, "Assessed by", "The Watch"),
                new("part-judged", "What is evaluated", "139.114 (Czechia)"),
                Source,
            ],
            found.Passages);
        Assert.Equal(["The Watch", "Regression"], found.Tags);
        Assert.Equal(["kind evaluation Evaluation", "cycle 3 Third cycle", "level regression Regression"], Told(found));
    }

    [Fact]
    public void A_finding_gives_each_statement_and_each_conflict_with_its_anchor()
    {
        var found = Found("findings/defenders.html");

        Assert.Equal(
            [
                new(null, null, "What was found."),
                new("one-statement", "May 2020", "Eighty were held. (A newspaper)"),
                new("which-day", "the day", "19 September; 20 September"),
                new("which-day", "the day", "Name both."),
            ],
            found.Passages);
        Assert.Equal(["kind finding Finding", "theme defenders Defenders", "theme rights Rights"], Told(found));
    }

    [Fact]
    public void A_decision_gives_what_is_known_of_it_and_why_it_bears_on_recommendations()
    {
        var found = Found("decisions/cat/two.html");

        Assert.Equal("CAT/C/1/D/2/2012", found.Number);
        Assert.Equal(
            [
                new(null, null, "They were beaten."),
                new("part-facts", "Subject", "Ill-treatment in custody"),
                new("part-facts", "About the author", "a lawyer"),
                new("part-facts", "Adopted or sent", "21 October 2014"),
                new("part-facts", "Articles found violated", "article 1 CAT, article 12 (2) CAT"),
                new("part-facts", "Outcome", "Violation found"),
                new("part-facts", "Grounds found", "No inquiry was made"),
                new("part-facts", "Remedies asked for", "An inquiry"),
                new("part-bears-on", "Recommendations that it bears on", "Both are about custody."),
                Source,
            ],
            found.Passages);
        Assert.Equal(
            ["Other", "Committee against Torture", "CAT", "Views", "CAT/C/1/D/2/2012", "2/2012", "A. B.", "Convention against Torture"],
            found.Tags);
        Assert.Equal(["kind decision Decision or document", "theme other Other", "body cat Committee against Torture"], Told(found));
    }

    [Fact]
    public void What_is_not_known_of_a_decision_is_no_passage() => Assert.Equal(
        [new("part-facts", "Subject", "Something"), new("part-bears-on", "Recommendations that it bears on", "Both are about the same."), Source, new("part-note", "Note", "Only its existence is known.")],
        Found("decisions/cat/one.html").Passages);

    [Fact]
    public void A_review_gives_its_totals_its_coverage_and_each_undertaking_with_its_anchor()
    {
        var found = Found("reviews/upr-3.html");

        Assert.Equal(
            [
                new(null, null, "A review."),
                new(null, "Session", "Session 34 of the Working Group"),
                new(null, "Documents", "A/HRC/43/10 – Report"),
                new("part-totals", "Totals", "Recommendations received: 245. Said so."),
                new("part-totals", "Totals", "Supported: 200 to 214. Said so."),
                new("part-totals", "Totals", "Noted: not known. Not found."),
                new("part-coverage", "What is at hand", "Coalition: not at hand (The big coalition)"),
                new("new-law", "What the State undertook", "Change the law."),
                Source,
            ],
            found.Passages);
        Assert.Equal(["Defenders", "Правозащитники", "A/HRC/43/10"], found.Tags);
        Assert.Equal(["kind review Universal Periodic Review", "theme defenders Defenders", "theme rights Rights", "cycle 3 Third cycle"], Told(found));
        Assert.Equal(["Cycle 3 (2019)", "upr-3", "Цикл 3 (2019)"], found.Facets.Single(facet => facet.Name == "cycle").Names);
    }

    [Fact]
    public void An_event_gives_what_happened_and_when()
    {
        var found = Found("events/law.html");

        Assert.Equal([new(null, null, "It was signed."), new(null, null, "May 2020"), Source], found.Passages);
        Assert.Equal(["kind event Event", "theme defenders Defenders", "theme rights Rights"], Told(found));
    }

    [Fact]
    public void An_article_gives_its_summary_and_its_sections()
    {
        var found = Found("articles/about.html");

        Assert.Equal([new(null, null, "What it is."), new("one", "One", "In English.")], found.Passages);
        Assert.Empty(found.Tags);
        Assert.Equal(["kind article About the site"], Told(found));
    }

    [Fact]
    public void A_proposal_gives_what_is_asked_and_by_whom()
    {
        var found = Found("proposals/ask.html");

        Assert.Equal([new(null, null, "More is asked."), new(null, "Proposed by", "The Watch"), Source], found.Passages);
        Assert.Contains("The Watch", found.Tags);
        Assert.Equal(["kind proposal Proposal for the next review", "theme defenders Defenders", "theme rights Rights", "cycle 3 Third cycle"], Told(found));
    }

    [Fact]
    public void A_theme_is_found_by_its_names_where_it_has_one_in_the_language()
    {
        var found = Found("ru/lists/themes/defenders.html");

        Assert.Equal("Правозащитники", found.Title);
        Assert.Equal(["Defenders"], found.Tags);
        Assert.Equal(["kind theme Тема", "theme defenders Правозащитники"], Told(found));
        Assert.Null(Small.Value.Searchable("ru/lists/themes/other.html"));
    }

    [Fact]
    public void A_kind_is_known_by_its_labels_of_all_languages() =>
        Assert.Equal(["Recommendations", "Рекомендации", "Рекомендация"], Found("recommendations/upr-3/139.114.html").Facets[0].Names);

    [Fact]
    public void A_level_of_another_scale_says_so_in_its_key()
    {
        var site = SmallSite.Render(
            ("content/vocabulary/scales.yml", "heed-six:\n  label: {en: Six}\n  levels:\n    - key: regression\n      label: {en: Regression}\n      order: 1\ngrades:\n  label: {en: Grades}\n  levels:\n    - key: regression\n      label: {en: E}\n"),
            ("content/evaluations/newer.md", "---\ntitle: Newer\nreview: upr-3\nrecommendations: [recommendations/upr-3/139.114]\nassessors: [watch]\nscale: grades\nlevel: regression\ngraded: false\nmapped_by: heed\nrole: assessment\nevidence_date: \"2024\"\nconfidence: medium\nsources:\n  - ref: report\n---\n\nBasis.\n"));

        Assert.Contains("level grades/regression E", Told(site.Searchable("evaluations/newer.html")!));
        Assert.DoesNotContain("level grades/regression E", Told(site.Searchable("recommendations/upr-3/139.114.html")!));
    }

    [Fact]
    public void A_page_says_when_its_address_was_first_published_and_nothing_when_it_was_not()
    {
        var ledger = PermalinkLedger.Read(SourceTree.Of([SourceFile.Of(PermalinkLedger.Path, "\"reviews/upr-3.html\": 2025-03-01\n")]), new DiagnosticLog());
        DateOnly? Since(string path) => SiteBuilder.Searchable(RealSite.Pages.Single(page => page.File.Path == path), ledger)!.FirstPublished;

        Assert.Equal(new DateOnly(2025, 3, 1), Since("reviews/upr-3.html"));
        Assert.Null(Since("ru/reviews/upr-3.html"));
        Assert.Null(SiteBuilder.Searchable(RealSite.Pages.Single(page => page.File.Path == "index.html"), ledger));
    }

    private static SearchablePage Found(string path) => Small.Value.Searchable(path)!;

    private static IEnumerable<string> Told(SearchablePage page) => page.Facets.Select(facet => $"{facet.Name} {facet.Key} {facet.Label}");

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of the element; those of a heading run on to the next; those of the beginning are all.</summary>
    private static string SectionOf(IHtmlDocument document, string? anchor)
    {
        var element = anchor is null ? document.QuerySelector("main")! : document.GetElementById(anchor)!;
        if (element is not IHtmlHeadingElement)
        {
            return element.TextContent;
        }

        var text = element.TextContent;
        for (var next = element.NextElementSibling; next is not null and not IHtmlHeadingElement; next = next.NextElementSibling)
        {
            text += " " + next.TextContent;
        }

        return text;
    }

    private static HashSet<string> Words(string text) =>
        [.. new string([.. text.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string Review(int cycle, string title, string year) => $$"""
        ---
        title: {{title}}
        cycle: {{cycle}}
        session: "34"
        reviewed: "{{year}}"
        adopted: "{{year}}"
        documents:
          - symbol: A/HRC/43/10
            title: Report
        totals:
          received: {count: "245", basis: Said so.}
          supported: {count: "200 to 214", basis: Said so.}
          noted: {count: unknown, basis: Not found.}
        awaited_assessments:
          - assessor: big-coalition
            note: not at hand
        undertakings:
          - id: new-law
            text: Change the *law*.
            themes: [defenders]
            confidence: high
            sources:
              - ref: report
        confidence: high
        sources:
          - ref: report
        ---

        A review.
        """;

    private const string Decision = """
        ---
        title: Views on two
        body: cat
        form: views
        symbols: [CAT/C/1/D/2/2012]
        communications: ["2/2012"]
        authors: [A. B.]
        author_profile: a lawyer
        adopted: "2014-10-21"
        subject: Ill-treatment in custody
        articles_invoked: unknown
        articles_violated:
          printed: "1, 12 (2)"
          partial: false
          list:
            - {treaty: CAT, article: "1"}
            - {treaty: CAT, article: "12", paragraph: "2"}
        outcome: violation
        grounds_found: [No inquiry was made]
        remedies: An inquiry
        measures: unknown
        themes: [other]
        bears_on:
          - recommendations: [recommendations/upr-3/139.114]
            why: Both are about custody.
        confidence: high
        sources:
          - ref: report
        ---

        They were beaten.
        """;
}

using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Heed.Building;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Linking;
using Heed.Rendering;
using Heed.Theming;

namespace Heed.Tests.Rendering;

/// <summary>A small knowledge base, and its pages.</summary>
internal sealed class SmallSite
{
    private readonly Dictionary<string, RenderedPage> pages;

    private SmallSite(KnowledgeBase knowledge, Dictionary<string, RenderedPage> pages, DiagnosticLog log) => (Knowledge, this.pages, Log) = (knowledge, pages, log);

    public KnowledgeBase Knowledge { get; }

    public DiagnosticLog Log { get; }

    /// <summary>Renders the small knowledge base with files added or replaced.</summary>
    public static SmallSite Render(params (string Path, string Text)[] files) => Render(new RenderOptions(), files);

    /// <summary>Renders it with what comes from outside.</summary>
    public static SmallSite Render(RenderOptions options, params (string Path, string Text)[] files)
    {
        var log = new DiagnosticLog();
        var sources = SourceTree.Of(Files.Concat(files).Select(file => SourceFile.Of(file.Path, file.Text)));
        var knowledge = SiteBuilder.Read(sources, new BuildOptions(), log);
        var theme = ThemeReader.Read(sources, knowledge.Config, log);
        var pages = SiteRenderer.Render(knowledge, theme, options, log);
        Assert.Empty(log.Sorted().Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.ToString()));
        return new SmallSite(knowledge, pages.ToDictionary(page => page.File.Path, StringComparer.Ordinal), log);
    }

    /// <summary>Builds the whole of it, with files added or replaced.</summary>
    public static BuildResult Build(params (string Path, string Text)[] files) =>
        SiteBuilder.Build(SourceTree.Of(Files.Concat(files).Select(file => SourceFile.Of(file.Path, file.Text))), new BuildOptions());

    /// <summary>The text of one of its files, for a test that changes it.</summary>
    public static string FileOf(string path) => Files.Single(file => file.Path == path).Text;

    /// <summary>The HTML of a page.</summary>
    public string Html(string path) => pages[path].File.Text;

    /// <summary>The text of a file beside a page, by its ending.</summary>
    public string Beside(string path, string ending) => Assert.Single(FilesBeside(path), file => file.Path == $"{path[..^".html".Length]}.{ending}").Text;

    /// <summary>The files beside a page.</summary>
    public IReadOnlyList<SiteFile> FilesBeside(string path) => pages[path].Beside;

    /// <summary>What search sees of a page; null when it does not find it.</summary>
    public SearchablePage? Searchable(string path) => pages[path].Search;

    /// <summary>The main part of a page.</summary>
    public IElement Main(string path) => new HtmlParser().ParseDocument(Html(path)).QuerySelector("main")!;

    /// <summary>The words of the main part, each run of blanks as one.</summary>
    public string Text(string path) => Words(Main(path));

    /// <summary>The words of an element, each run of blanks as one.</summary>
    public static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public const string Recommendation = """
        ---
        review: upr-3
        document: A/HRC/43/10
        paragraph: "139.114"
        recommending_states: [CZE]
        states_as_printed: [Czechia]
        describes: one
        wording: paraphrase
        positions:
          - position: noted
            by: third-party
            reported_by: A <third> party
            sources:
              - ref: report
                place: para. 702
        themes: [defenders]
        priority: true
        confidence: medium
        sources:
          - ref: report
            place: para. 702
        note: See [[decisions/cat/one]].
        ---

        Protect <b>defenders</b> & lawyers.
        """;

    public const string Decision = """
        ---
        title: Views on one
        body: cat
        form: views
        symbols: unknown
        communications: unknown
        adopted: unknown
        subject: Something
        articles_invoked: unknown
        articles_violated: none
        outcome: unknown
        themes: [defenders]
        bears_on:
          - recommendations: [recommendations/upr-3/139.114]
            why: Both are about the same.
        confidence: high
        sources:
          - ref: report
        note: Only its existence is known.
        ---
        """;

    private static readonly (string Path, string Text)[] Files =
    [
        ("site.config.yml", "title: Small\ndescription: A small site.\nlanguages: [en, ru]\nbase_url: https://example.org/small/\ncountry: KAZ\n"),
        ("content/vocabulary/themes.yml", "rights:\n  label: {en: Rights, ru: Права}\ndefenders:\n  label: {en: Defenders, ru: Правозащитники}\n  broader: rights\nother:\n  label: {en: Other}\n"),
        ("content/vocabulary/states.yml", "CZE:\n  label: {en: Czechia, ru: Чехия}\nKAZ:\n  label: {en: Kazakhstan}\n"),
        ("content/vocabulary/groups.yml", "women:\n  label: {en: Women}\n"),
        ("content/vocabulary/assessor-kinds.yml", "coalition:\n  label: {en: Coalition}\nngo:\n  label: {en: NGO}\n"),
        ("content/vocabulary/assessors.yml", "big-coalition:\n  label: {en: The big coalition}\n  kind: coalition\nwatch:\n  label: {en: The Watch}\n  kind: ngo\n"),
        ("content/vocabulary/outcomes.yml", "violation:\n  label: {en: Violation found}\n"),
        ("content/vocabulary/forms.yml", "views:\n  label: {en: Views}\n  communications: true\n"),
        ("content/vocabulary/bodies.yml", "cat:\n  label: {en: Committee against Torture}\n  kind: treaty-body\n  acronym: CAT\n"),
        ("content/vocabulary/treaties.yml", "CAT:\n  label: {en: Convention against Torture}\n  acronym: CAT\n"),
        ("content/vocabulary/scales.yml", "heed-six:\n  label: {en: Six}\n  levels:\n    - key: implemented\n      label: {en: Implemented}\n      order: 4\n      score: \"1.0\"\n    - key: regression\n      label: {en: Regression}\n      order: 1\n"),
        ("content/vocabulary/sources.yml", "report:\n  title: The report\n  symbol: A/HRC/43/2\n  url: https://example.com/copy.pdf\n  official_url: https://undocs.org/A/HRC/43/2\n  copy: true\n  read: the opening\n  language: ru\n"),
        ("content/reviews/upr-3.md", """
            ---
            title: Third cycle
            cycle: 3
            session: "34"
            reviewed: "2019-11-07"
            adopted: "2020-03-12"
            documents:
              - symbol: A/HRC/43/10
                title: Report
            totals:
              received: {count: "245", basis: Said so.}
              supported: {count: "200 to 214", basis: Said so.}
              noted: {count: unknown, basis: Not found.}
            awaited_assessments:
              - assessor: big-coalition
                note: not assessed, report not at hand
            confidence: high
            sources:
              - ref: report
            ---

            The third review.
            """),
        ("content/recommendations/upr-3/139.114.md", Recommendation),
        ("content/decisions/cat/one.md", Decision),
        ("content/evaluations/older.md", Evaluation("older", "2021-01-01", "recommendations: [recommendations/upr-3/139.114]")),
        ("content/evaluations/newer.md", Evaluation("newer", "2024-01-01", "recommendations: [recommendations/upr-3/139.114]")),
        ("content/evaluations/theme.md", Evaluation("theme", "2025-01-01", "themes: [rights]")),
        ("content/findings/defenders.md", """
            ---
            title: Defenders found
            themes: [defenders]
            statements:
              - id: one-statement
                text: Eighty were held.
                period: "2020-05"
                figures:
                  - value: "12000"
                    unit: persons
                    qualifier: about
                asserted_by: A newspaper
                asserted_by_kind: ngo
                confidence: high
                sources:
                  - ref: report
            conflicts:
              - id: which-day
                about: the day
                values:
                  - value: 19 September
                    sources:
                      - ref: report
                  - value: 20 September
                    sources:
                      - ref: report
                advice: Name both.
            ---

            What was found.
            """),
        ("content/articles/about.md", "---\ntitle: About\nsummary: What it is.\n---\n\n## One\n\nIn English.\n"),
        ("content/articles/about.ru.md", "---\ntitle: О сайте\nsummary: Что это.\ntranslation: machine-assisted\nreviewed: false\n---\n\n## Один\n\nПо-русски.\n"),
    ];

    private static string Evaluation(string name, string date, string judged) => $"""
        ---
        title: The {name} one
        review: upr-3
        {judged}
        assessors: [watch]
        scale: heed-six
        level: regression
        graded: false
        mapped_by: heed
        role: assessment
        evidence_date: "{date}"
        confidence: medium
        sources:
          - ref: report
        ---

        The basis of the {name} one.
        """;
}

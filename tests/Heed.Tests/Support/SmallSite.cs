using Heed.Building;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Linking;

namespace Heed.Tests.Support;

/// <summary>The sound little knowledge base of <c>tests/broken/_base</c>, with files of a test laid over it.</summary>
internal static class SmallSite
{
    /// <summary>Its files, those given replacing or joining them.</summary>
    public static SourceTree Sources(params (string Path, string Text)[] over) => Repository
        .Sources(Path.Combine(Repository.Root, "tests", "broken", "_base"))
        .With(over.Select(file => SourceFile.Of(file.Path, file.Text)));

    /// <summary>Linked, with everything that was said on the way.</summary>
    public static (KnowledgeBase Knowledge, DiagnosticLog Log) Read(params (string Path, string Text)[] over)
    {
        var log = new DiagnosticLog();
        return (SiteBuilder.Read(Sources(over), new BuildOptions(), log), log);
    }

    /// <summary>Linked, from files that are sound.</summary>
    public static KnowledgeBase ReadSound(params (string Path, string Text)[] over)
    {
        var (knowledge, log) = Read(over);
        Assert.Empty(log.Sorted().Select(diagnostic => diagnostic.ToString()));
        return knowledge;
    }

    /// <summary>An article with the words.</summary>
    public static (string Path, string Text) Article(string name, string body) =>
        ($"content/articles/{name}.md", $"---\ntitle: {name}\nsummary: A test.\n---\n\n{body}\n");

    /// <summary>A noted recommendation of Southland, on assembly.</summary>
    /// <param name="id"><c>upr-3/1.2</c>.</param>
    /// <param name="theme">Its theme.</param>
    /// <param name="more">Further lines of front matter.</param>
    public static (string Path, string Text) Recommendation(string id, string theme = "assembly", string more = "describes: one") =>
        ($"content/recommendations/{id}.md",
        $"""
        ---
        review: {id.Split('/')[0]}
        document: A/HRC/1/1
        paragraph: "{id.Split('/')[1]}"
        recommending_states: [BBB]
        wording: paraphrase
        positions:
          - position: noted
            by: state
            sources:
              - ref: report
        themes: [{theme}]
        priority: false
        {more}
        confidence: high
        sources:
          - ref: report
        ---

        Let people assemble.

        """);

    /// <summary>An evaluation by The Watchers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="judges">The lines that say what it judges.</param>
    /// <param name="evidence">The date of its evidence.</param>
    public static (string Path, string Text) Evaluation(string name, string judges, string evidence = "2021") =>
        ($"content/evaluations/{name}.md",
        $"""
        ---
        title: {name}
        {judges}
        assessors: [watchers]
        scale: two-levels
        level: not-implemented
        graded: false
        mapped_by: heed
        role: assessment
        evidence_date: "{evidence}"
        confidence: medium
        sources:
          - ref: report
        ---

        A test.

        """);

    /// <summary>A page of each kind that the small site has none of, and more evaluations.</summary>
    public static (string Path, string Text)[] OtherKinds =>
    [
        ("content/events/2021-day.md", "---\ntitle: A day\ndate: \"2021-05-03\"\nthemes: [assembly]\nfrom: [findings/assembly#law]\nconfidence: low\nsources:\n  - ref: report\n---\n\nAn example.\n"),
        ("content/proposals/ask.md", "---\ntitle: To ask\nproposed_by: watchers\nreview: upr-3\ndate: unknown\nbecame: unknown\nthemes: [assembly]\nconfidence: low\nsources:\n  - ref: report\n---\n\nAn example.\n"),
        ("content/evaluations/again.md", Evaluation("again", "recommendations: [recommendations/upr-3/1.1]", "2022").Text),
        ("content/evaluations/theme.md", Evaluation("theme", "themes: [assembly]", "2023").Text),
    ];
}

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

    private static string Cited(SmallSite site, string path) => site.Main(path).QuerySelector("[data-cited]")!.TextContent;
}

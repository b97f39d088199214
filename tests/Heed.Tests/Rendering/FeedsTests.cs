using System.Xml.Linq;
using Heed.Building;
using Heed.Diagnostics;
using Heed.Files;

namespace Heed.Tests.Rendering;

/// <summary>What feed readers are told of the small site.</summary>
public sealed class FeedsTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly DateOnly Day = new(2025, 1, 31);

    private static readonly SourceTree Sources = Support.SmallSite.Sources(
        Support.SmallSite.Article("a", "Words of an article that a test renames."), Support.SmallSite.Article("about", "Here is a page that links to another one: [[articles/a]]."));

    [Fact]
    public void Before_the_first_publication_there_is_no_feed() =>
        Assert.DoesNotContain(Built(Sources).Files, file => file.Path.StartsWith("feeds/", StringComparison.Ordinal));

    [Fact]
    public void A_page_that_was_renamed_and_a_site_that_moved_are_known_by_their_ids()
    {
        var published = Published();
        var renamed = SourceTree.Of(published.Files.Where(file => file.Path != "content/articles/a.md")).With(
        [
            SourceFile.Of("content/retired.yml", "articles/a:\n  moved_to: articles/b\n"),
            SourceFile.Of("content/articles/b.md", published.Find("content/articles/a.md")!.Text),
            SourceFile.Of("content/articles/about.md", published.Find("content/articles/about.md")!.Text.Replace("articles/a]]", "articles/b]]", StringComparison.Ordinal)),
        ]);
        var later = SiteBuilder.Build(renamed, new BuildOptions { Publish = true, Today = Day.AddDays(9), BaseUrl = "https://elsewhere.example/" });

        Assert.Equal(IdOf(Built(published), "articles/a.html"), IdOf(later.Site!, "articles/b.html"));
        Assert.StartsWith("urn:uuid:", IdOf(later.Site!, "articles/b.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_in_the_version_history_is_newest()
    {
        var site = Built(Published(), new BuildOptions { LastChanged = new Dictionary<string, DateOnly> { ["content/articles/a.md"] = Day.AddDays(3), ["content/articles/about.md"] = Day.AddDays(-3) } });
        var first = Feed(site).Element(Atom + "entry")!;

        Assert.EndsWith("articles/a.html", first.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
        Assert.Equal("2025-01-31T00:00:00Z", first.Element(Atom + "published")!.Value);
        Assert.Equal("2025-02-03T00:00:00Z", first.Element(Atom + "updated")!.Value);
        Assert.All(Feed(site).Elements(Atom + "entry"), entry => Assert.True(string.CompareOrdinal(entry.Element(Atom + "updated")!.Value, "2025-01-31") > 0));
    }

    [Fact]
    public void A_level_that_moved_is_told_with_its_reason_and_leads_to_its_place()
    {
        const string path = "content/evaluations/watchers.md";
        var published = Published();
        var site = Built(published.With([SourceFile.Of(path, published.Find(path)!.Text.Replace("role: assessment", "history:\n  - until: \"2025-03-04\"\n    level: implemented\n    why: a case was found.\nrole: assessment", StringComparison.Ordinal))]));
        var first = Feed(site).Element(Atom + "entry")!;

        Assert.EndsWith("evaluations/watchers.html#state-2025-03-04", first.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
        Assert.Matches("4 March 2025.*because a case was found", first.Element(Atom + "summary")!.Value);
        Assert.Contains("id=\"state-2025-03-04\"", site.Find("evaluations/watchers.html")!.Text, StringComparison.Ordinal);
    }

    private static SourceTree Published()
    {
        var result = SiteBuilder.Build(Sources, new BuildOptions { Publish = true, Today = Day });
        return Sources.With([result.Ledger!]);
    }

    private static Site Built(SourceTree sources, BuildOptions? options = null)
    {
        var result = SiteBuilder.Build(sources, options ?? new BuildOptions());
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.ToString()));
        return result.Site!;
    }

    private static XElement Feed(Site site) => XDocument.Parse(site.Find("feeds/changes.xml")!.Text).Root!;

    private static string IdOf(Site site, string page) =>
        Feed(site).Elements(Atom + "entry").Single(entry => entry.Element(Atom + "link")!.Attribute("href")!.Value.EndsWith(page, StringComparison.Ordinal)).Element(Atom + "id")!.Value;
}

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
    public void A_feed_is_known_by_an_id_of_its_own_on_whatever_host_it_stands()
    {
        var bilingual = Published(With("languages: [en]", "languages: [en, ru]"));
        var here = IdsOfFeeds(Built(bilingual));

        Assert.Contains("feeds/changes.xml", here.Keys);
        Assert.Contains("feeds/themes/assembly.xml", here.Keys);
        Assert.Contains("feeds/reviews/upr-3.xml", here.Keys);
        Assert.Contains("ru/feeds/changes.xml", here.Keys);
        Assert.Equal(here.Count, here.Values.Distinct().Count());
        Assert.Equal(here, IdsOfFeeds(Built(bilingual, new BuildOptions { BaseUrl = "https://elsewhere.example/" })));
        Assert.Equal(here, IdsOfFeeds(Built(bilingual, new BuildOptions { BaseUrl = "http://127.0.0.1:8080/below/" })));
        Assert.All(here.Values, id => Assert.StartsWith("urn:uuid:", id, StringComparison.Ordinal), throwIfEmpty: true);
    }

    [Fact]
    public void The_same_page_of_another_country_has_another_id()
    {
        var (here, there) = (Built(Published()), Built(Published(With("country: AAA", "country: CHL"))));

        Assert.NotEqual(IdOf(here, "articles/a.html"), IdOf(there, "articles/a.html"));
        Assert.Equal(IdsOfFeeds(here).Keys, IdsOfFeeds(there).Keys);
        Assert.Empty(IdsOfFeeds(here).Values.Intersect(IdsOfFeeds(there).Values));
    }

    [Fact]
    public void A_change_in_the_version_history_is_newest()
    {
        var site = Built(Published(), new BuildOptions { LastChanged = new Dictionary<string, DateOnly> { ["content/articles/a.md"] = Day.AddDays(3), ["content/articles/about.md"] = Day.AddDays(-3) } });
        var first = Feed(site).Element(Atom + "entry")!;

        Assert.EndsWith("articles/a.html", first.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
        Assert.Equal("2025-01-31T00:00:00Z", first.Element(Atom + "published")!.Value);
        Assert.Equal("2025-02-03T00:00:00Z", first.Element(Atom + "updated")!.Value);
        Assert.All(Feed(site).Elements(Atom + "entry"), entry => Assert.True(string.CompareOrdinal(entry.Element(Atom + "updated")!.Value, "2025-01-31") > 0), throwIfEmpty: true);
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

    private static SourceTree Published(SourceTree? given = null)
    {
        var sources = given ?? Sources;
        var result = SiteBuilder.Build(sources, new BuildOptions { Publish = true, Today = Day });
        return sources.With([result.Ledger!]);
    }

    /// <summary>The sources with other settings.</summary>
    private static SourceTree With(string right, string written)
    {
        const string settings = "site.config.yml";
        var text = Sources.Find(settings)!.Text;
        Assert.Contains(right, text, StringComparison.Ordinal);
        return Sources.With([SourceFile.Of(settings, text.Replace(right, written, StringComparison.Ordinal))]);
    }

    private static Site Built(SourceTree sources, BuildOptions? options = null)
    {
        var result = SiteBuilder.Build(sources, options ?? new BuildOptions());
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.ToString()));
        return result.Site!;
    }

    private static SortedDictionary<string, string> IdsOfFeeds(Site site) => new(
        site.Files.Where(file => file.Path.Contains("feeds/", StringComparison.Ordinal)).ToDictionary(file => file.Path, file => XDocument.Parse(file.Text).Root!.Element(Atom + "id")!.Value),
        StringComparer.Ordinal);

    private static XElement Feed(Site site) => XDocument.Parse(site.Find("feeds/changes.xml")!.Text).Root!;

    private static string IdOf(Site site, string page) =>
        Feed(site).Elements(Atom + "entry").Single(entry => entry.Element(Atom + "link")!.Attribute("href")!.Value.EndsWith(page, StringComparison.Ordinal)).Element(Atom + "id")!.Value;
}

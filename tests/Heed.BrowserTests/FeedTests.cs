using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;

namespace Heed.BrowserTests;

/// <summary>Every feed of the real site: read by a library that is not ours, and held to what RFC 4287 demands.</summary>
public sealed class FeedTests(BuiltSite site)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void Every_feed_is_read_by_another_library()
    {
        foreach (var path in Feeds())
        {
            using var reader = XmlReader.Create(path);
            var formatter = new Atom10FeedFormatter();
            Assert.True(formatter.CanRead(reader), path);
            formatter.ReadFrom(reader);

            Assert.NotEmpty(formatter.Feed.Items);
            Assert.All(formatter.Feed.Items, item => Assert.True(item.LastUpdatedTime >= item.PublishDate && item.PublishDate.Year >= 2024, path), throwIfEmpty: true);
            Assert.Equal(formatter.Feed.Items.Max(item => item.LastUpdatedTime), formatter.Feed.LastUpdatedTime);
        }
    }

    [Fact]
    public void Every_feed_has_what_the_standard_demands()
    {
        foreach (var path in Feeds())
        {
            var feed = XDocument.Load(path).Root!;
            Assert.Equal(Atom + "feed", feed.Name);
            Assert.Single(feed.Elements(Atom + "author").Elements(Atom + "name"));
            Assert.Equal(site.Address + Path.GetRelativePath(site.Folder, path), Assert.Single(feed.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "self").Attribute("href")!.Value);
            foreach (var element in feed.Elements(Atom + "entry").Prepend(feed))
            {
                // Exactly one of each, and at most one alternate link of a type.
                Assert.All((string[])["id", "title", "updated"], name => Assert.Single(element.Elements(Atom + name)));
                Assert.True(Uri.TryCreate(element.Element(Atom + "id")!.Value, UriKind.Absolute, out _));
                Assert.NotEmpty(element.Element(Atom + "title")!.Value);
                Assert.Matches(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\z", element.Element(Atom + "updated")!.Value);
                var alternate = Assert.Single(element.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "alternate").Attribute("href")!.Value;
                Assert.StartsWith(site.Address, alternate, StringComparison.Ordinal);
                Assert.True(File.Exists(Path.Combine(site.Folder, new Uri(alternate).AbsolutePath["/heed/".Length..])), alternate);
            }

            var ids = feed.Elements(Atom + "entry").Elements(Atom + "id").Select(id => id.Value).ToArray();
            Assert.Distinct(ids);
        }
    }

    [Fact]
    public void A_page_is_known_by_one_id_in_every_feed_and_no_two_feeds_share_theirs()
    {
        var feeds = Feeds().Select(path => XDocument.Load(path).Root!).ToArray();
        var entries = feeds.Elements(Atom + "entry")
            .Select(entry => (Id: entry.Element(Atom + "id")!.Value, Page: entry.Element(Atom + "link")!.Attribute("href")!.Value))
            .Distinct()
            .ToArray();

        Assert.Distinct(entries.Select(entry => entry.Id));
        Assert.Distinct(entries.Select(entry => entry.Page));
        Assert.Distinct(feeds.Select(feed => feed.Element(Atom + "id")!.Value));
    }

    [Fact]
    public void A_page_that_has_a_feed_names_it()
    {
        foreach (var path in Feeds())
        {
            var page = new Uri(XDocument.Load(path).Root!.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == "alternate").Attribute("href")!.Value).AbsolutePath["/heed/".Length..];
            var here = Path.GetRelativePath(Path.GetDirectoryName(Path.Combine(site.Folder, page))!, path).Replace('\\', '/');
            Assert.Contains($"href=\"{here}\">", File.ReadAllText(Path.Combine(site.Folder, page)).Split('\n').Single(line => line.Contains("application/atom+xml", StringComparison.Ordinal)), StringComparison.Ordinal);
        }
    }

    /// <summary>The files of all feeds, in each language.</summary>
    private string[] Feeds()
    {
        var feeds = BuiltSite.LanguageFolders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(site.Folder, folder, "feeds"), "*.xml", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).ToArray();
        Assert.True(feeds.Length > 100);
        return feeds;
    }
}

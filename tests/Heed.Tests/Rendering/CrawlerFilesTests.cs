using System.Collections.Immutable;
using System.Xml.Linq;
using Heed.Rendering;

namespace Heed.Tests.Rendering;

public sealed class CrawlerFilesTests
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    [Fact]
    public void The_sitemap_names_every_page_but_the_one_for_missing_addresses_with_its_languages()
    {
        var files = CrawlerFiles.Of([.. RealSite.Pages], RealSite.Knowledge.Config);
        var urls = XDocument.Parse(files.Single(file => file.Path == "sitemap.xml").Text).Root!.Elements(Map + "url").ToList();

        Assert.Equal(
            RealSite.Pages.Select(page => RealSite.Knowledge.Config.BaseUrl + page.File.Path).Where(address => !address.EndsWith("404.html", StringComparison.Ordinal)),
            urls.Select(url => url.Element(Map + "loc")!.Value));
        Assert.All(urls, url => Assert.Equal(url.Elements(Xhtml + "link").First().Attribute("href")!.Value, url.Elements(Xhtml + "link").Last().Attribute("href")!.Value), throwIfEmpty: true);
        Assert.All(urls, url => Assert.Equal(["en", "ru", "kk", "x-default"], url.Elements(Xhtml + "link").Select(link => link.Attribute("hreflang")!.Value)), throwIfEmpty: true);
    }

    [Fact]
    public void Everybody_may_read_and_nothing_is_processed_by_the_host()
    {
        var files = CrawlerFiles.Of(ImmutableArray<RenderedPage>.Empty, RealSite.Knowledge.Config);

        Assert.Equal("User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n", files.Single(file => file.Path == "robots.txt").Text);
        Assert.Empty(files.Single(file => file.Path == ".nojekyll").Text);
    }
}

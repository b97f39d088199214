using System.Collections.Immutable;
using System.Text;
using Heed.Configuration;
using Heed.Files;
using Heed.Text;

namespace Heed.Rendering;

/// <summary>Files of the site for machines: where its pages are, who may read them, and that they are served as they stand.</summary>
public static class CrawlerFiles
{
    private const string NotFound = "404.html";

    /// <summary><c>sitemap.xml</c>, <c>robots.txt</c> and <c>.nojekyll</c>.</summary>
    public static ImmutableArray<SiteFile> Of(ImmutableArray<RenderedPage> pages, SiteConfig config) =>
    [
        SiteFile.Of(".nojekyll", ""),
        SiteFile.Of("robots.txt", $"User-agent: *\nAllow: /\n\nSitemap: {config.BaseUrl}sitemap.xml\n"),
        SiteFile.Of("sitemap.xml", Sitemap(pages, config)),
    ];

    private static string Sitemap(ImmutableArray<RenderedPage> pages, SiteConfig config)
    {
        var map = new StringBuilder();
        map.Append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        map.Append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        var editions = pages.ToLookup(page => page.Address, StringComparer.Ordinal);
        foreach (var page in pages.Where(page => page.Address != NotFound && PageKinds.Stands(page.Kind)).OrderBy(page => page.File.Path, StringComparer.Ordinal))
        {
            map.Append("<url><loc>").Append(Absolute(page, config)).Append("</loc>");
            var others = editions[page.Address].OrderBy(other => config.Languages.IndexOf(other.Language)).ToList();
            foreach (var other in others)
            {
                Alternate(other.Language, other);
            }

            // For readers of none of these languages: the originals.
            if (others.Find(other => other.Language == config.DefaultLanguage) is { } original)
            {
                Alternate("x-default", original);
            }

            map.Append("</url>\n");
        }

        return map.Append("</urlset>\n").ToString();

        void Alternate(string language, RenderedPage other) =>
            map.Append("<xhtml:link rel=\"alternate\" hreflang=\"").Append(language).Append("\" href=\"").Append(Absolute(other, config)).Append("\"/>");
    }

    private static string Absolute(RenderedPage page, SiteConfig config) => Html.Escape(config.BaseUrl + page.File.Path);
}

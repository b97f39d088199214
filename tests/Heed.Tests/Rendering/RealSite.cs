using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Heed.Building;
using Heed.Diagnostics;
using Heed.Linking;
using Heed.Rendering;
using Heed.Tests.Support;
using Heed.Theming;

namespace Heed.Tests.Rendering;

/// <summary>The repository's own knowledge base, rendered once for all tests that look at its pages.</summary>
internal static class RealSite
{
    private static readonly Lazy<(KnowledgeBase Knowledge, Theme Theme, ImmutableSortedDictionary<string, RenderedPage> Pages)> Rendered = new(() =>
    {
        var log = new DiagnosticLog();
        var sources = Repository.Sources(Repository.Root);
        var knowledge = SiteBuilder.Read(sources, new BuildOptions(), log);
        var theme = ThemeReader.Read(sources, knowledge.Config, log);
        var pages = SiteRenderer.Render(knowledge, theme, new RenderOptions(), log);
        Assert.Empty(log.Sorted().Where(told => told.Severity == Severity.Error).Select(told => told.ToString()));
        return (knowledge, theme, pages.ToImmutableSortedDictionary(page => page.File.Path, page => page, StringComparer.Ordinal));
    });

    public static KnowledgeBase Knowledge => Rendered.Value.Knowledge;

    public static Theme Theme => Rendered.Value.Theme;

    public static IEnumerable<RenderedPage> Pages => Rendered.Value.Pages.Values;

    /// <summary>The page at the path from the site's root, as a reader without scripts has it.</summary>
    public static IHtmlDocument Document(string path) => new HtmlParser().ParseDocument(Rendered.Value.Pages[path].File.Text);
}

using Heed.Diagnostics;
using Heed.Files;

namespace Heed.Building;

/// <summary>The spine: source files in, site out.</summary>
public static class SiteBuilder
{
    /// <summary>Reads, links, judges and renders a knowledge base.</summary>
    /// <param name="sources">The knowledge base's files: <c>content/</c>, <c>theme/</c>, <c>site.config.yml</c>.</param>
    /// <param name="options">What comes from outside.</param>
    public static BuildResult Build(SourceTree sources, BuildOptions options)
    {
        var log = new DiagnosticLog();
        options.Progress?.Invoke(sources.Find("site.config.yml") is null ? "nothing to read" : "reading");
        return new BuildResult(new Site([]), log.Sorted(), BuildSummary.Empty, null);
    }
}

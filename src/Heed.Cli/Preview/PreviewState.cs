using System.Collections.Immutable;
using System.Globalization;
using Heed.Diagnostics;
using Heed.Files;

namespace Heed.Cli.Preview;

/// <summary>What the preview shows at a moment.</summary>
/// <param name="Version">Another one for each build, also after a restart, so that an open page knows that it is old.</param>
/// <param name="Site">The site; null when there are errors, or none was built yet.</param>
/// <param name="LastGood">The last site that was without errors; null when there was none.</param>
/// <param name="Diagnostics">What the build found.</param>
/// <param name="Sources">The files that the diagnostics speak of.</param>
/// <param name="BasePath">Where the site stands, starting and ending in <c>/</c>.</param>
public sealed record PreviewMoment(
    string Version, Site? Site, Site? LastGood, ImmutableArray<Diagnostic> Diagnostics, SourceTree Sources, string BasePath)
{
    /// <summary>Whether a build has ended yet.</summary>
    public bool IsBuilt => Site is not null || !Diagnostics.IsEmpty;
}

/// <summary>Holds what the preview shows, and wakes those who wait for the next build.</summary>
public sealed class PreviewState(string basePath)
{
    private readonly long born = Environment.TickCount64;
    private readonly Lock gate = new();
    private int builds;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is shown now.</summary>
    public PreviewMoment Now { get; private set; } = new("0", null, null, [], SourceTree.Of([]), basePath);

    /// <summary>Shows what a build gave.</summary>
    public void Show(Site? site, ImmutableArray<Diagnostic> diagnostics, SourceTree sources, string basePath)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            builds++;
            var version = string.Create(CultureInfo.InvariantCulture, $"{born}-{builds}");
            Now = new PreviewMoment(version, site, site ?? Now.LastGood, diagnostics, sources, basePath);
            waiting = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiting.SetResult();
    }

    /// <summary>What is shown now, and a task that ends when that is no longer so.</summary>
    public (PreviewMoment Now, Task Changed) Watch()
    {
        lock (gate)
        {
            return (Now, changed.Task);
        }
    }
}

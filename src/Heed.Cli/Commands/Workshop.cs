using System.Collections.Immutable;
using System.CommandLine;
using Heed.Building;
using Heed.Cli.Disk;
using Heed.Cli.Reporting;
using Heed.Configuration;
using Heed.Diagnostics;
using Heed.Files;

namespace Heed.Cli.Commands;

/// <summary>What <c>build</c>, <c>check</c>, <c>serve</c> and <c>export</c> share: the knowledge base's folder, and how it is read and told about.</summary>
internal sealed class Workshop
{
    // Asked once: a preview that rebuilds at each save need not ask git each time.
    private readonly Lazy<History> history;

    /// <summary>Opens the knowledge base named by <c>--source</c>, or the nearest one.</summary>
    public Workshop(Surroundings around, string? source)
    {
        Around = around;
        Source = SourceFolder.Find(source, around);
        Terminal = new Terminal(around);
        history = new Lazy<History>(() => History.Read(Source, Around));
    }

    public Surroundings Around { get; }

    /// <summary>The knowledge base's folder.</summary>
    public string Source { get; }

    public Terminal Terminal { get; }

    /// <summary>The folder from where the person is, with <c>/</c> at its end; empty when the person is in it.</summary>
    public string SourcePrefix => Around.ShortPath(Source) is var path && path == "." ? "" : path.Replace(Path.DirectorySeparatorChar, '/') + "/";

    /// <summary>Reads the folder and builds the site in memory.</summary>
    /// <param name="options">What the command decides.</param>
    /// <param name="mayWrite">Whether what search learns may be kept for the next build.</param>
    /// <param name="requireHistory">Whether there is no site without the whole version history.</param>
    public (SourceTree Sources, BuildResult Result) Build(BuildOptions options, bool mayWrite = true, bool requireHistory = false) => Terminal.Work(stage =>
    {
        var sources = SourceFolder.Read(Source);
        var result = SiteBuilder.Build(sources, options with
        {
            Dated = Around.SourceDate,
            Today = Around.Today,
            LastChanged = history.Value.LastChanged,
            LevelChanges = history.Value.LevelChanges,
            Progress = stage,
            SearchMemory = SearchMemoryFolder.Of(Source, mayWrite),
        });
        return (sources, history.Value.Gap is { } gap ? WithGap(result, gap, requireHistory) : result);
    });

    private static BuildResult WithGap(BuildResult result, HistoryGap gap, bool isDemanded)
    {
        var told = result with { Diagnostics = [.. result.Diagnostics.Append(gap.ToDiagnostic(isDemanded)).OrderBy(diagnostic => diagnostic.Place)] };
        return isDemanded ? told with { Site = null, Publication = null, Ledger = null } : told;
    }

    /// <summary>The settings alone; what is wrong in them is told by a build.</summary>
    public SiteConfig Settings()
    {
        var file = Path.Combine(Source, SourceFolder.Settings);
        var settings = File.Exists(file) ? SourceTree.Of([new SourceFile(SourceFolder.Settings, File.ReadAllBytes(file))]) : SourceTree.Of([]);
        return SiteConfigReader.Read(settings, null, new DiagnosticLog());
    }

    /// <summary>The language that a person chose, or the content's own.</summary>
    /// <exception cref="WrongUseException">The settings do not have it.</exception>
    public string Language(string? chosen)
    {
        var settings = Settings();
        var language = chosen ?? settings.DefaultLanguage;
        return settings.Languages.Contains(language)
            ? language
            : throw new WrongUseException($"--language: this knowledge base has no \"{language}\". It has: {string.Join(", ", settings.Languages)}.");
    }

    /// <summary>Tells what is wrong, on the stream for that.</summary>
    public void Tell(ImmutableArray<Diagnostic> diagnostics, SourceTree sources) =>
        DiagnosticText.Write(diagnostics, sources, SourcePrefix, (text, style) => Terminal.Complain(text, style));

    /// <summary>The option of those who rely on the version history, such as a workflow that publishes.</summary>
    public static Option<bool> RequireHistory() => new("--require-history") { Description = "Fail where the version history cannot be read as a whole, as in a shallow clone: without it a level that was changed in silence is not found" };

    /// <summary>An address as a person may type it, ending in <c>/</c>.</summary>
    /// <exception cref="WrongUseException">It is no address of a site.</exception>
    public static string? BaseUrl(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }

        return BaseAddress.TryRead(typed, out var address, out var problem)
            ? address
            : throw new WrongUseException($"--base-url: \"{typed}\" {problem}. Write the address of a site, such as https://name.github.io/repository/");
    }
}

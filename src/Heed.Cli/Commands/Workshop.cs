using System.Collections.Immutable;
using Heed.Building;
using Heed.Cli.Disk;
using Heed.Cli.Reporting;
using Heed.Configuration;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Model;

namespace Heed.Cli.Commands;

/// <summary>What <c>build</c>, <c>check</c>, <c>serve</c> and <c>export</c> share: the knowledge base's folder, and how it is read and told about.</summary>
internal sealed class Workshop
{
    // Asked once: a preview that rebuilds at each save need not ask git each time.
    private readonly Lazy<ImmutableDictionary<string, DateOnly>> lastChanged;
    private readonly Lazy<ImmutableDictionary<string, ImmutableArray<LevelChange>>> levelChanges;

    /// <summary>Opens the knowledge base named by <c>--source</c>, or the nearest one.</summary>
    public Workshop(Surroundings around, string? source)
    {
        Around = around;
        Source = SourceFolder.Find(source, around);
        Terminal = new Terminal(around);
        lastChanged = new Lazy<ImmutableDictionary<string, DateOnly>>(() => History.Read(Source));
        levelChanges = new Lazy<ImmutableDictionary<string, ImmutableArray<LevelChange>>>(() => History.LevelChanges(Source));
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
    public (SourceTree Sources, BuildResult Result) Build(BuildOptions options, bool mayWrite = true) => Terminal.Work(stage =>
    {
        var sources = SourceFolder.Read(Source);
        var result = SiteBuilder.Build(sources, options with
        {
            Dated = Around.SourceDate,
            Today = Around.Today,
            LastChanged = lastChanged.Value,
            LevelChanges = levelChanges.Value,
            Progress = stage,
            SearchMemory = SearchMemoryFolder.Of(Source, mayWrite),
        });
        return (sources, result);
    });

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

    /// <summary>An address as a person may type it, ending in <c>/</c>.</summary>
    /// <exception cref="WrongUseException">It is no address of a site.</exception>
    public static string? BaseUrl(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }

        var fits = Uri.TryCreate(typed, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            && address.Query.Length == 0
            && address.Fragment.Length == 0;
        return fits
            ? typed.TrimEnd('/') + "/"
            : throw new WrongUseException($"--base-url: \"{typed}\" is not the address of a site. Write one such as https://name.github.io/repository/");
    }
}

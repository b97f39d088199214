using System.Globalization;

namespace Heed.Cli;

/// <summary>What the program meets outside of itself: streams, folder, environment and clock. Tests give their own.</summary>
public sealed record Surroundings
{
    /// <summary>Where results go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where diagnostics, progress and complaints go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person looks at <see cref="Out"/>, rather than a file or a pipe.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/>, rather than a file or a pipe.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The folder in which the program was started.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>Gives an environment variable, or null.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Opens an address in the reader's browser.</summary>
    public Action<string> OpenBrowser { get; init; } = _ => { };

    /// <summary>Whether colour is wanted: <c>NO_COLOR</c> is not set (https://no-color.org) and the terminal is not dumb.</summary>
    public bool WantsColor => string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    /// <summary>Today by UTC, or the day of <c>SOURCE_DATE_EPOCH</c>, so that a publication can be repeated byte for byte.</summary>
    public DateOnly Today => SourceDate ?? DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>The day of <c>SOURCE_DATE_EPOCH</c> (https://reproducible-builds.org/specs/source-date-epoch/), or null when it is not set.</summary>
    public DateOnly? SourceDate =>
        long.TryParse(Variable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime)
            : null;

    /// <summary>A path that a person typed, from the root of the disk.</summary>
    public string FullPath(string typed) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(typed, WorkingFolder));

    /// <summary>A path as a person would type it here.</summary>
    public string ShortPath(string full)
    {
        var relative = Path.GetRelativePath(WorkingFolder, full);
        return relative.StartsWith("..", StringComparison.Ordinal) ? full : relative;
    }

    /// <summary>The real ones.</summary>
    public static Surroundings OfThisProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        WorkingFolder = Environment.CurrentDirectory,
        Variable = Environment.GetEnvironmentVariable,
        OpenBrowser = address => System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(address) { UseShellExecute = true })?.Dispose(),
    };
}

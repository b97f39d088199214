using System.Globalization;
using System.Text;

namespace Heed.Cli;

/// <summary>What the program meets outside of itself: streams, folder, environment and clock. Tests give their own.</summary>
public sealed record Surroundings
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // The end of the year 2199: what comes later is a number of milliseconds, or a slip.
    private const long LastSecond = 7258118399;

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
    /// <exception cref="WrongUseException">It is no such number.</exception>
    public DateOnly? SourceDate
    {
        get
        {
            if (Variable("SOURCE_DATE_EPOCH") is not { Length: > 0 } written)
            {
                return null;
            }

            return long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LastSecond
                ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime)
                : throw new WrongUseException(
                    $"the variable SOURCE_DATE_EPOCH is \"{written}\", which is no number of seconds since 1970. Set it as in SOURCE_DATE_EPOCH=$(date +%s), or unset it.");
        }
    }

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
        Out = Stream(Console.OpenStandardOutput()),
        Error = Stream(Console.OpenStandardError()),
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        WorkingFolder = CurrentFolder(),
        Variable = Environment.GetEnvironmentVariable,
        OpenBrowser = address => System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(address) { UseShellExecute = true })?.Dispose(),
    };

    /// <summary>UTF-8 without a byte order mark, whatever the locale says: programs rely on it, and no letter is lost.</summary>
    private static TextWriter Stream(Stream bytes)
    {
        if (OperatingSystem.IsWindows() && !(Console.IsOutputRedirected && Console.IsErrorRedirected))
        {
            Console.OutputEncoding = Utf8;
        }

        return TextWriter.Synchronized(new StreamWriter(bytes, Utf8) { AutoFlush = true, NewLine = "\n" });
    }

    private static string CurrentFolder()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            throw new WrongUseException("the folder in which you are is not there any more. Go to another one: cd");
        }
    }
}

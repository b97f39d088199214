using System.Diagnostics;
using System.Text;

namespace Heed.Tests.Support;

/// <summary>
/// The one door through which tests ask for what the repository does not bring along. Where it is missing the test is skipped and
/// says what to install; with <c>CI=true</c> it fails.
/// </summary>
internal sealed class OutsideTool
{
    private static readonly string Theme = Path.Combine(Repository.Root, "theme");

    private readonly string name;
    private readonly string missing;

    private OutsideTool(string name, string? place, string cure)
    {
        this.name = name;
        Place = place;
        missing = $"{name} was not found. {cure}";
    }

    public static OutsideTool Git { get; } = OnPath("git", "git");

    public static OutsideTool Shell { get; } = OnPath("sh", "dash");

    public static OutsideTool Sha256sum { get; } = OnPath("sha256sum", "coreutils");

    public static OutsideTool SshKeygen { get; } = OnPath("ssh-keygen", "openssh-client");

    public static OutsideTool Minisign { get; } = OnPath("minisign", "minisign");

    public static OutsideTool Java { get; } = OnPath("java", "default-jre-headless");

    public static OutsideTool Node { get; } = OnPath("node", "nodejs");

    public static OutsideTool PdfInfo { get; } = OnPath("pdfinfo", "poppler-utils");

    public static OutsideTool PdfToHtml { get; } = OnPath("pdftohtml", "poppler-utils");

    public static OutsideTool PdfToPicture { get; } = OnPath("pdftoppm", "poppler-utils");

    public static OutsideTool PdfToText { get; } = OnPath("pdftotext", "poppler-utils");

    public static OutsideTool Zbar { get; } = OnPath("zbarimg", "zbar-tools");

    /// <summary>A jar, which <see cref="Java"/> runs.</summary>
    public static OutsideTool EpubCheck { get; } = Named("epubcheck", "EPUBCHECK", ProgramPlace.Named("EPUBCHECK", "/usr/share/java/epubcheck.jar"));

    /// <summary>Started by Playwright.</summary>
    public static OutsideTool Chromium { get; } = Named("chromium", "CHROMIUM", ProgramPlace.Chromium);

    /// <summary>Heed itself as a process of its own, for what a test cannot change of its own: the environment, the current folder, the bytes of the streams.</summary>
    public static OutsideTool Heed { get; } = new("heed", Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "heed.exe" : "heed"), "Build the tests.");

    /// <summary>Where it is, or null.</summary>
    public string? Place { get; }

    /// <summary>What npm brings when the browser tests are built: a path below <c>theme/node_modules</c>.</summary>
    public static OutsideTool OfNpm(string path)
    {
        var place = Path.Combine(Theme, "node_modules", path);
        return new OutsideTool(path, File.Exists(place) || Directory.Exists(place) ? place : null, "Build the browser tests with the network once: npm fetches it.");
    }

    /// <summary>Where it is. Without it the test ends here.</summary>
    public string Need()
    {
        if (Place is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", missing);
            Assert.Fail(missing);
        }

        return Place;
    }

    /// <summary>Runs it.</summary>
    public Task<OutsideAnswer> Run(params string[] arguments) => RunIn("", [], arguments);

    /// <summary>Runs it in a folder, with variables laid over the environment; null takes one away.</summary>
    public async Task<OutsideAnswer> RunIn(string folder, IEnumerable<(string Name, string? Value)> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(Need(), arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (variable, value) in variables)
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (AllOf(process.StandardOutput), AllOf(process.StandardError));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new OutsideAnswer(process.ExitCode, Encoding.UTF8.GetString(await output), Encoding.UTF8.GetString(await error)) { Raw = Encoding.Latin1.GetString([.. await output, .. await error]) };
    }

    private static async Task<byte[]> AllOf(StreamReader stream)
    {
        using var bytes = new MemoryStream();
        await stream.BaseStream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    public override string ToString() => name;

    private static OutsideTool OnPath(string name, string package) => new(name, ProgramPlace.OnPath(name), $"Install it (apt install {package}).");

    private static OutsideTool Named(string package, string variable, string? place) =>
        new(package, place, $"Install it (apt install {package}), or name its place in the variable {variable}.");
}

/// <summary>What a program of the system answered.</summary>
internal sealed record OutsideAnswer(int Status, string Out, string Error)
{
    /// <summary>Both streams as they came, one after the other: each character is a byte.</summary>
    public string Raw { get; init; } = "";

    public string Told => Out + Error;
}

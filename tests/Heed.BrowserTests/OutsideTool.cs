using System.Diagnostics;

namespace Heed.BrowserTests;

/// <summary>A program of the system that judges what we made. Without it a test is skipped and says what to install; on a build machine it fails.</summary>
internal static class OutsideTool
{
    /// <summary>Skips the test, or fails it with <c>CI=true</c>, when the program is missing.</summary>
    public static void Need(string program, string package)
    {
        var isThere = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
        Need(isThere, $"{program} was not found. Install it (apt install {package}).");
    }

    /// <summary>Skips the test, or fails it with <c>CI=true</c>, when what it needs is missing.</summary>
    public static void Need(bool isThere, string missing)
    {
        if (!isThere)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", missing);
            Assert.Fail(missing);
        }
    }

    /// <summary>Runs it and gives its standard output, then its standard error.</summary>
    public static async Task<(int Status, string Out, string Error)> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}

namespace Heed.Tests.Support;

/// <summary>Where the system has a program, or null.</summary>
internal static class ProgramPlace
{
    public static string? Chromium { get; } = Named(
        "CHROMIUM",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe");

    /// <summary>Whoever names a place in the variable means that one; the usual places are then not looked at.</summary>
    public static string? Named(string variable, params string[] usualPlaces) =>
        (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named ? [named] : usualPlaces).FirstOrDefault(File.Exists);

    public static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })
        .FirstOrDefault(File.Exists);
}

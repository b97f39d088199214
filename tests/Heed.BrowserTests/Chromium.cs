using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>The system's Chromium. Playwright brings its own driver with its package; browsers are not downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Arguments =
    [
        // Build machines run as root in containers, where Chromium's sandbox cannot start.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ];

    /// <summary>Starts it.</summary>
    public static Task<IBrowser> Start(IPlaywright playwright, string program) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments });
}

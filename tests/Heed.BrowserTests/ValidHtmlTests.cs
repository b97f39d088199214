using System.Text.Json;

namespace Heed.BrowserTests;

/// <summary>The W3C's checker reads every page.</summary>
public sealed class ValidHtmlTests(BuiltSite site)
{
    [Fact]
    public async Task Every_page_is_valid_HTML()
    {
        OutsideTool.Need(site.Pages.Count > 0, "The site is built only where Chromium is. Install it (apt install chromium).");
        OutsideTool.Need("java", "default-jre-headless");
        var checker = Path.Combine(BuiltSite.Repository(), "theme", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
        OutsideTool.Need(File.Exists(checker), "The checker was not found. Build the tests with the network once: npm fetches it.");

        // A stack of the usual size is too small for the checker's grammar.
        var (_, output, error) = await OutsideTool.Run("java", "-Xss2m", "-jar", checker, "--errors-only", "--skip-non-html", "--stdout", "--exit-zero-always", "--format", "json", site.Folder);

        Assert.True(output.Length > 0, error);
        using var told = JsonDocument.Parse(output);
        var errors =
            from message in told.RootElement.GetProperty("messages").EnumerateArray()
            select $"{Say(message, "url")} {Say(message, "lastLine")}: {Say(message, "message")} {Say(message, "extract")}";
        Assert.Equal("", string.Join('\n', errors));
    }

    private static string Say(JsonElement message, string name) => message.TryGetProperty(name, out var value) ? value.ToString() : "";
}

using System.Text.Json;
using Heed.Tests.Support;

namespace Heed.BrowserTests;

/// <summary>The W3C's checker reads one page of each kind in each language, and at night every page.</summary>
public sealed class ValidHtmlTests(BuiltSite site)
{
    [Fact]
    public async Task Pages_are_valid_HTML()
    {
        OutsideTool.Java.Need();
        var checker = OutsideTool.OfNpm("vnu-jar/build/dist/vnu.jar").Need();

        // A stack of the usual size is too small for the checker's grammar.
        var answer = await OutsideTool.Java.Run(["-Xss2m", "-jar", checker, "--errors-only", "--skip-non-html", "--stdout", "--exit-zero-always", "--format", "json", .. Judged()]);

        Assert.True(answer.Out.Length > 0, answer.Error);
        using var told = JsonDocument.Parse(answer.Out);
        var errors =
            from message in told.RootElement.GetProperty("messages").EnumerateArray()

            // The page for missing addresses carries the style sheet, of which the checker does not know every property.
            where !Say(message, "message").StartsWith("CSS: ", StringComparison.Ordinal)
            select $"{Say(message, "url")} {Say(message, "lastLine")}: {Say(message, "message")} {Say(message, "extract")}";
        Assert.Equal("", string.Join('\n', errors));
    }

    private IEnumerable<string> Judged() => Thorough.IsAsked
        ? [site.Folder]
        : BuiltSite.LanguageFolders.SelectMany(folder => site.OneOfEachKind().Where(page => page != "404.html" || folder.Length == 0).Select(page => Path.Combine(site.Folder, folder + page)));

    private static string Say(JsonElement message, string name) => message.TryGetProperty(name, out var value) ? value.ToString() : "";
}

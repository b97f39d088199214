using Heed.Cli.Preview;
using Heed.Diagnostics;
using Heed.Files;
using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary><c>heed serve</c> in a real browser.</summary>
public sealed class PreviewTests(BuiltSite site)
{
    [Fact]
    public async Task An_open_page_follows_each_build_and_shows_what_is_wrong()
    {
        var page = await site.NewPage();
        var state = new PreviewState("/heed/");
        await using var server = await PreviewServer.Start(state, 0, mayMove: false);
        var refused = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                refused.Add(message.Text);
            }
        };

        Show("first");
        await page.GotoAsync(server.Address + "/heed/");
        await Says("first");

        Show("second");
        await Says("second");

        state.Show(
            null,
            [new Diagnostic(Catalogue.UnknownKey, new Place("content/a.md", 1, 1), "no key \"<b>\"", "Remove it.")],
            SourceTree.Of([SourceFile.Of("content/a.md", "<script>alert(1)</script>")]),
            "/heed/");
        await Says("<script>alert(1)</script>");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "The last good site" }).ClickAsync();
        await Says("second");

        await page.GoBackAsync();
        Show("mended");
        await Says("mended");
        Assert.Empty(refused);

        Task Says(string words) => page.GetByText(words).WaitForAsync();

        void Show(string words) => state.Show(
            new Site([SiteFile.Of(
                "index.html",
                "<!doctype html><html lang=\"en\"><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; " +
                $"connect-src 'self'; require-trusted-types-for 'script'; trusted-types heed\"></head><body><p>{words}</p></body></html>")]),
            [],
            SourceTree.Of([]),
            "/heed/");
    }
}

using Heed.Cli;
using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>The page for missing addresses on a host that shows the site below a path which nobody had told the build.</summary>
public sealed class MissingPageTests(BuiltSite site)
{
    /// <summary>A wrong address at the depth of each page of a site, and which of the links leads home from there.</summary>
    private static readonly (string Address, int Step)[] Wrong =
    [
        ("nowhere.html", 0), ("articles/nowhere.html", 1), ("recommendations/upr-3/nowhere.html", 2), ("ru/recommendations/upr-3/nowhere.html", 3), ("lists/themes/", 2), ("Index.html?a=b#c", 0),
    ];

    [Fact]
    public async Task Of_a_site_without_an_address_it_is_readable_and_leads_home_without_scripts()
    {
        var folder = Directory.CreateTempSubdirectory("heed-missing-");
        try
        {
            using var told = new StringWriter();
            var around = Surroundings.OfThisProcess() with { Out = told, Error = told, WorkingFolder = folder.FullName, OutIsTerminal = false, ErrorIsTerminal = false };
            Assert.Equal(ExitStatus.Well, await HeedProgram.Run(["new", "site", "kb"], around, TestContext.Current.CancellationToken));
            Assert.Equal(ExitStatus.Well, await HeedProgram.Run(["build", "--source", "kb", "--out", "site"], around, TestContext.Current.CancellationToken));

            await using var server = await PagesServer.Start("/somebody/repository/");
            server.Serve(Path.Combine(folder.FullName, "site"));
            await AssertLeadsHome(server);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Of_a_copy_at_another_address_it_is_readable_and_leads_home_without_scripts()
    {
        await using var mirror = await PagesServer.Start("/mirror/of/it/");
        mirror.Serve(site.Folder);

        await AssertLeadsHome(mirror);
    }

    private async Task AssertLeadsHome(PagesServer server)
    {
        var page = await site.NewPage(new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        foreach (var (address, step) in Wrong)
        {
            var answer = await page.GotoAsync(server.Address + address);
            Assert.Equal(404, answer!.Status);

            // Of the style sheet, and not of a browser, whose own letters are black on white and reach from edge to edge.
            var main = page.Locator("main");
            Assert.NotEqual("0px", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('main')).paddingLeft"));
            Assert.Contains("sans-serif", await page.EvaluateAsync<string>("getComputedStyle(document.body).fontFamily"), StringComparison.Ordinal);

            await main.Locator("a[href^='.']").Nth(step).ClickAsync();
            Assert.Equal(server.Address, page.Url);
            Assert.Equal(1, await page.Locator(".page--home").CountAsync());
        }

        // Files that a page of a known place asks for there are not on a copy; a refusal by the page's own policy would be ours.
        Assert.DoesNotContain(complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }
}

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>What a reader's browser makes of the built site.</summary>
public sealed class SiteTests(BuiltSite site)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; " +
        "require-trusted-types-for 'script'; trusted-types heed";

    [Fact]
    public async Task No_page_asks_another_host_for_anything_or_breaks_its_own_policy()
    {
        var page = await site.NewPage();
        var wrong = new List<string>();
        var here = "";
        page.Request += (_, request) => Note(!request.Url.StartsWith(site.Address, StringComparison.Ordinal), $"asks for {request.Url}");
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Note(true, error);

        foreach (var path in site.OneOfEachKind())
        {
            here = path;
            await page.GotoAsync(site.Address + path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            var policy = await page.Locator("meta[http-equiv='Content-Security-Policy']").GetAttributeAsync("content");
            Note(policy != Policy, $"has the policy {policy}");
            var referrer = await page.Locator("meta[name='referrer']").GetAttributeAsync("content");
            Note(referrer != "no-referrer", $"has the referrer policy {referrer}");
        }

        Assert.Empty(wrong);

        void Note(bool isWrong, string what)
        {
            if (isWrong)
            {
                wrong.Add($"{here} {what}");
            }
        }
    }

    [Fact]
    public async Task A_missing_page_is_told_in_the_site_s_own_style_from_any_depth()
    {
        var page = await site.NewPage();
        var answer = await page.GotoAsync(site.Address + "no/such/page.html");

        Assert.Equal(404, answer!.Status);
        Assert.True(await page.EvaluateAsync<bool>("[...document.styleSheets].some(sheet => sheet.cssRules.length > 0)"), "the style was not found");

        await page.Locator("main a").First.ClickAsync();
        Assert.StartsWith(site.Address, page.Url, StringComparison.Ordinal);
        Assert.NotEqual("404", (await page.TitleAsync())[..3]);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_no_violation_on_one_page_of_each_kind(ColorScheme scheme)
    {
        // axe is put into the page by evaluation, which the pages' own policy does not let a script do.
        var page = await site.NewPage(new BrowserNewContextOptions { ColorScheme = scheme, BypassCSP = true });
        var violations = new List<string>();
        foreach (var path in site.OneOfEachKind())
        {
            await page.GotoAsync(site.Address + path);
            var result = await page.RunAxe();
            violations.AddRange(
                from violation in result.Violations
                from node in violation.Nodes
                select $"{path} {violation.Id}: {node.Html}");
        }

        Assert.Empty(violations);
    }

    [Fact]
    public async Task No_page_is_wider_than_a_small_telephone()
    {
        var page = await site.NewPage(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        var wide = new List<string>();
        foreach (var path in site.OneOfEachKind())
        {
            await page.GotoAsync(site.Address + path);
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (width > 360)
            {
                wide.Add($"{path} is {width} pixels wide");
            }
        }

        Assert.Empty(wide);
    }

    [Fact]
    public async Task Without_scripts_every_page_has_its_text_and_shows_no_control_that_needs_them()
    {
        var page = await site.NewPage(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var wrong = new List<string>();
        foreach (var path in site.OneOfEachKind())
        {
            await page.GotoAsync(site.Address + path);
            var text = await page.Locator("main").InnerTextAsync();
            if (text.Length < 80)
            {
                wrong.Add($"{path} says only: {text}");
            }

            var buttons = await page.Locator("main button:visible").CountAsync();
            if (buttons > 0)
            {
                wrong.Add($"{path} shows {buttons} buttons that do nothing");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Without_scripts_the_search_page_leads_to_the_lists()
    {
        var page = await site.NewPage(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync(site.Address + "search.html");

        var links = await page.Locator("main a:visible").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");

        Assert.Contains("lists/recommendations.html", links);
        Assert.Contains("lists/themes.html", links);
        Assert.Contains("lists/states.html", links);
    }

    [Fact]
    public async Task Without_scripts_the_table_of_recommendations_is_complete()
    {
        var page = await site.NewPage(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync(site.Address + "lists/recommendations.html");

        var rows = await page.Locator("main table tbody tr:visible").CountAsync();

        Assert.Equal(site.Pages.Count(path => path.StartsWith("recommendations/", StringComparison.Ordinal)), rows);
    }
}

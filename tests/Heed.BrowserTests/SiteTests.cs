using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>What a reader's browser makes of the built site.</summary>
public sealed class SiteTests(BuiltSite site)
{
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

    [Fact]
    public async Task Without_scripts_every_page_has_its_text_and_shows_no_control_that_needs_them()
    {
        var page = await site.NewPage(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var wrong = new List<string>();
        foreach (var path in site.OneOfEachKindInTheLanguages())
        {
            await page.GotoAsync(site.Address + path);
            var text = await page.Locator("main").InnerTextAsync();
            if (text.Length < 80)
            {
                wrong.Add($"{path} says only: {text}");
            }

            var buttons = await page.Locator("button:visible:not(header button), fieldset:visible").CountAsync();
            if (buttons > 0)
            {
                wrong.Add($"{path} shows {buttons} buttons that do nothing");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
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

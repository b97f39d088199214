using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>Search in a real browser: over HTTP below a path, and from a folder.</summary>
public sealed class SearchTests(BuiltSite site)
{
    [Fact]
    public async Task The_box_in_the_header_leads_to_the_results_and_the_words_stay_after_the_hash()
    {
        var page = await site.NewPage();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(site.Address + "articles/about.html");

        await page.Locator("header form[role=search] input").FillAsync("torture");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".search-result").First.WaitForAsync();

        Assert.EndsWith("search.html#q=torture", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(asked, address => address.Split('#')[0].Contains("torture", StringComparison.Ordinal));
        Assert.True(await page.Locator(".search-excerpt .search-hit").CountAsync() > 0, "an excerpt shows the words that were found");
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("a:b:c ~~ ^")]
    [InlineData("\"")]
    public async Task Nothing_that_is_typed_breaks_the_page(string words)
    {
        var page = await site.NewPage();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(site.Address + "search.html");
        var input = page.Locator("main input[type=search]");

        await input.FillAsync(words);
        await input.PressAsync("Enter");
        await input.FillAsync("torture");
        await input.PressAsync("Enter");
        await page.Locator(".search-result").First.WaitForAsync();

        Assert.Empty(errors);
    }

    /// <summary>Results that a reader has not come near may be empty places; they are filled on the way down.</summary>
    internal static async Task ReadToTheEnd(IPage page)
    {
        // One look at a time: a place may be filled between being found and being scrolled to.
        const string toTheFirst = "() => { const place = document.querySelector('.search-result[aria-busy]'); place?.scrollIntoView(); return place !== null; }";
        for (var look = 0; look < 400 && await page.EvaluateAsync<bool>(toTheFirst); look++)
        {
            await page.WaitForTimeoutAsync(25);
        }
    }
}

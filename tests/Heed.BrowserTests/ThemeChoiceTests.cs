using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>A reader may choose the colours; the choice is the one thing that the site keeps, and only then.</summary>
public sealed class ThemeChoiceTests(BuiltSite site)
{
    private const string Paper = "getComputedStyle(document.body).backgroundColor";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_choice_holds_on_the_next_page_from_its_first_paint_and_can_be_taken_back(bool fromFolder)
    {
        var page = await site.NewPage(new BrowserNewContextOptions { ColorScheme = ColorScheme.Light });
        var root = fromFolder ? site.FileAddress : site.Address;
        await page.GotoAsync(root + "index.html");
        var light = await page.EvaluateAsync<string>(Paper);
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));

        await page.GetByLabel("dark").CheckAsync();
        var dark = await page.EvaluateAsync<string>(Paper);
        Assert.NotEqual(light, dark);
        Assert.Equal("heed-theme=dark", await page.EvaluateAsync<string>("Object.entries(localStorage).map(entry => entry.join('=')).join()"));

        // A theme that is set while there is no body yet is set before anything is painted.
        await page.AddInitScriptAsync(
            """
            new MutationObserver(() => { if (document.documentElement?.dataset.theme) window.hadBody ??= document.body !== null; })
              .observe(document, { attributes: true, childList: true, subtree: true });
            """);
        await page.GotoAsync(root + "ru/articles/about.html");
        Assert.False(await page.EvaluateAsync<bool>("window.hadBody"));
        Assert.Equal(dark, await page.EvaluateAsync<string>(Paper));
        Assert.True(await page.Locator("[data-theme-choice] input[value=dark]").IsCheckedAsync());

        await page.Locator("[data-theme-choice] input[value='']").CheckAsync();
        Assert.Equal(light, await page.EvaluateAsync<string>(Paper));
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
    }

    [Fact]
    public async Task Light_chosen_on_a_dark_device_is_light()
    {
        var page = await site.NewPage(new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        await page.GotoAsync(site.Address + "index.html");
        var dark = await page.EvaluateAsync<string>(Paper);

        await page.GetByLabel("light").CheckAsync();

        Assert.NotEqual(dark, await page.EvaluateAsync<string>(Paper));
        Assert.Equal("light", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).colorScheme"));
    }

    [Fact]
    public async Task A_browser_that_refuses_storage_keeps_the_choice_for_the_page()
    {
        var page = await site.NewPage(new BrowserNewContextOptions { ColorScheme = ColorScheme.Light });
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.AddInitScriptAsync("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });");
        await page.GotoAsync(site.Address + "index.html");

        await page.GetByLabel("dark").CheckAsync();

        Assert.Equal("dark", await page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        Assert.Empty(errors);
    }
}

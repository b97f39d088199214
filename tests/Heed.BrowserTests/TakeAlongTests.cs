using Heed.Tests.Support;
using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>An entry can be printed and passed on, and nobody else is asked.</summary>
public sealed class TakeAlongTests(BuiltSite site)
{
    private const string Path = "recommendations/upr-3/139.114.html";

    private string Permalink => site.Address + Path;

    [Fact]
    public async Task The_address_is_copied_and_that_is_said()
    {
        var page = await site.NewPage(new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        await page.GotoAsync(site.Address + Path);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Copy the address" }).ClickAsync();

        await page.GetByRole(AriaRole.Status).Filter(new LocatorFilterOptions { HasText = "is copied" }).WaitForAsync();
        Assert.Equal(Permalink, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Theory]
    [InlineData("articles/about.html", "p2")]
    [InlineData("ru/findings/torture.html", "p1")]
    public async Task The_sign_of_a_paragraph_copies_its_address_and_leads_there(string path, string anchor)
    {
        var page = await site.NewPage(new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        await page.GotoAsync(site.Address + path);

        await page.Locator($"#{anchor} > .anchor").ClickAsync();

        await page.Locator($"#{anchor} > .anchor[data-done]").WaitForAsync();
        Assert.Equal($"{site.Address}{path}#{anchor}", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.Equal($"{site.Address}{path}#{anchor}", page.Url);
    }

    [Theory]
    [InlineData("", "Copy the citation", "is copied")]
    [InlineData("ru/", "Скопировать библиографическую ссылку", "скопирована")]
    public async Task The_citation_is_copied_and_that_is_said(string language, string name, string said)
    {
        var page = await site.NewPage(new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        await page.GotoAsync(site.Address + language + Path);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name }).ClickAsync();

        await page.GetByRole(AriaRole.Status).Filter(new LocatorFilterOptions { HasText = said }).WaitForAsync();
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Equal(await page.Locator("[data-cited]").TextContentAsync(), copied);
        Assert.Contains("A/HRC/43/10", copied, StringComparison.Ordinal);
        Assert.Contains(site.Address + language + Path, copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_clipboard_the_citation_is_selected()
    {
        var page = await site.NewPage();
        await page.AddInitScriptAsync("Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false;");
        await page.GotoAsync(site.Address + Path);

        await page.Locator("[data-cite]").ClickAsync();

        await page.GetByRole(AriaRole.Status).Filter(new LocatorFilterOptions { HasText = "copy it by hand" }).WaitForAsync();
        Assert.Equal(await page.Locator("[data-cited]").TextContentAsync(), await page.EvaluateAsync<string>("String(getSelection())"));
    }

    [Theory]
    [InlineData(true, "is copied")]
    [InlineData(false, "copy it by hand")]
    public async Task Without_the_clipboard_the_address_is_selected(bool canCopy, string said)
    {
        var page = await site.NewPage();
        await page.AddInitScriptAsync($"Object.defineProperty(navigator, 'clipboard', {{ value: undefined }}); document.execCommand = () => {(canCopy ? "true" : "false")};");
        await page.GotoAsync(site.Address + Path);

        await page.Locator("[data-copy]").ClickAsync();

        await page.GetByRole(AriaRole.Status).Filter(new LocatorFilterOptions { HasText = said }).WaitForAsync();
        Assert.Equal(Permalink, await page.EvaluateAsync<string>("String(getSelection())"));
    }

    [Fact]
    public async Task Print_and_share_are_the_browser_s_own()
    {
        var page = await site.NewPage();
        await page.AddInitScriptAsync("window.print = () => { window.printed = true; }; navigator.share = async what => { window.shared = what.url; };");
        await page.GotoAsync(site.Address + Path);

        await page.Locator("[data-print]").ClickAsync();
        await page.Locator("[data-share]").ClickAsync();

        Assert.True(await page.EvaluateAsync<bool>("window.printed"));
        Assert.Equal(Permalink, await page.EvaluateAsync<string>("window.shared"));
    }

    [Fact]
    public async Task Where_nothing_can_be_shared_no_button_says_so()
    {
        var page = await site.NewPage();
        await page.AddInitScriptAsync("Object.defineProperty(navigator, 'share', { value: undefined });");
        await page.GotoAsync(site.Address + Path);

        Assert.False(await page.Locator("[data-share]").IsVisibleAsync());
        Assert.True(await page.Locator("[data-print]").IsVisibleAsync());
    }

    [Fact]
    public async Task Without_scripts_a_mail_can_be_sent_and_the_code_shown()
    {
        var page = await site.NewPage(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync(site.Address + Path);

        Assert.Equal(0, await page.Locator("button:visible:not(header button)").CountAsync());
        Assert.False(await page.Locator("[data-theme-choice]").IsVisibleAsync());
        Assert.StartsWith("mailto:?subject=", await page.Locator(".take-along__mail").GetAttributeAsync("href"), StringComparison.Ordinal);
        await page.Locator(".take-along__code summary").ClickAsync();
        Assert.True(await page.Locator(".qr-code").IsVisibleAsync());
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task A_telephone_reads_the_address_from_the_code(string theme)
    {
        OutsideTool.Zbar.Need();
        using var folder = new TemporaryFolder();
        var page = await site.NewPage(new BrowserNewContextOptions { ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light });
        await page.GotoAsync(site.Address + "kk/" + Path);
        await page.Locator(".take-along__code summary").ClickAsync();
        var picture = folder.At("code.png");
        await page.Locator(".qr-code").ScreenshotAsync(new LocatorScreenshotOptions { Path = picture });

        var read = (await OutsideTool.Zbar.Run("--quiet", "--raw", picture)).Out;

        Assert.Equal(site.Address + "kk/" + Path, read.Trim());
    }
}

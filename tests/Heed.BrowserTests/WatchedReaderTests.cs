using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>A reader may be watched: no page asks elsewhere, keeps anything, or tells where the reader came from.</summary>
public sealed class WatchedReaderTests(BuiltSite site)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; " +
        "require-trusted-types-for 'script'; trusted-types heed";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_page_asks_another_host_breaks_its_policy_or_keeps_anything(bool fromFolder)
    {
        var page = await site.NewPage();
        var root = fromFolder ? site.FileAddress : site.Address;
        var wrong = new List<string>();
        var here = "";
        page.Request += (_, request) => Note(!request.Url.StartsWith(root, StringComparison.Ordinal), $"asks for {request.Url}");
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Note(true, error);

        foreach (var path in site.OneOfEachKindInTheLanguages(fromFolder))
        {
            here = path;
            await page.GotoAsync(root + path);
            var told = await page.EvaluateAsync<string[]>(
                """
                async () => [
                  document.querySelector("meta[http-equiv='Content-Security-Policy']").content,
                  document.querySelector("meta[name=referrer]").content,
                  String(localStorage.length + sessionStorage.length + (await indexedDB.databases()).length),
                  document.cookie,
                ]
                """);

            // The page for missing addresses carries its style, which is let in by its hash.
            var policy = path == "404.html" ? Regex.Replace(told[0], " 'sha256-[^']+'", "") : told[0];
            Note(policy != Policy, $"has the policy {told[0]}");
            Note(told[1] != "no-referrer", $"has the referrer policy {told[1]}");
            Note(told[2] != "0", "keeps something in storage");
            Note(told[3].Length > 0, $"sets the cookie {told[3]}");
        }

        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var kept = await page.Context.StorageStateAsync();
        Note(!kept.Contains("\"cookies\":[]", StringComparison.Ordinal) || !kept.Contains("\"origins\":[]", StringComparison.Ordinal), $"left behind {kept}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        void Note(bool isWrong, string what)
        {
            if (isWrong)
            {
                wrong.Add($"{here} {what}");
            }
        }
    }

    [Fact]
    public async Task Searching_keeps_nothing()
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + "search.html#q=torture");
        await page.Locator(".search-result").First.WaitForAsync();

        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Fact]
    public async Task A_link_that_leaves_the_site_says_so_to_eye_and_ear()
    {
        var page = await site.NewPage();
        var wrong = new List<string>();
        foreach (var path in site.OneOfEachKind())
        {
            await page.GotoAsync(site.Address + path);
            wrong.AddRange((await page.EvaluateAsync<string[]>(
                """
                root => [...document.querySelectorAll("a[href^='http']")]
                  .filter(link => !link.href.startsWith(root))
                  .filter(link => {
                    const sign = getComputedStyle(link, "::after");
                    const isSeen = sign.content !== "none" && parseFloat(sign.width) > 4 && parseFloat(sign.borderTopWidth) > 0;
                    const isHeard = link.querySelector(".visually-hidden")?.textContent.trim().length > 0;
                    return !isSeen || !isHeard || !link.relList.contains("noreferrer") || link.target !== "";
                  })
                  .map(link => link.outerHTML.slice(0, 200))
                """,
                site.Address)).Select(link => $"{path} {link}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}

using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>Pages fit where they are read, and stay where they are.</summary>
public sealed class LayoutTests(BuiltSite site)
{
    // What WCAG 2.2 asks a page to bear (1.4.12): lines, paragraphs, letters and words further apart than we set them.
    private const string Spacing =
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }";

    private const string CutText =
        """
        () => [...document.querySelectorAll("body *")].filter(element => {
          const style = getComputedStyle(element);
          if (element.closest(".visually-hidden, svg, .search-box__label") || style.webkitLineClamp !== "none") return false;
          const cutsDown = /hidden|clip/.test(style.overflowY), cutsAcross = /hidden|clip/.test(style.overflowX);
          return (cutsDown && element.scrollHeight > element.clientHeight + 1) || (cutsAcross && element.scrollWidth > element.clientWidth + 1);
        }).map(element => element.outerHTML.slice(0, 100))
        """;

    [Fact]
    public async Task Nothing_is_wider_than_the_screen_or_cut_even_when_a_reader_spaces_the_text_out()
    {
        // The pages' own policy would refuse the reader's style as it stands here; a browser's own settings are beyond the policy.
        var page = await site.NewPage(new BrowserNewContextOptions { BypassCSP = true });
        var wrong = new List<string>();
        foreach (var path in site.OneOfEachKindInTheLanguages())
        {
            await page.SetViewportSizeAsync(320, 740);
            await page.GotoAsync(site.Address + path);
            await Fits(320);
            await Fits(768);
            await Fits(1280);
            if (path.StartsWith("kk/", StringComparison.Ordinal))
            {
                // Two languages, the one with long words among them, show what spacing does.
                continue;
            }

            await page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = Spacing });
            await Fits(1280);
            await Fits(320);
            wrong.AddRange((await page.EvaluateAsync<string[]>(CutText)).Select(element => $"{path} cuts {element}"));

            async Task Fits(int width)
            {
                await page.SetViewportSizeAsync(width, 740);
                var needed = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                if (needed > width)
                {
                    wrong.Add($"{path} needs {needed} pixels of {width}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // A word that is longer than the screen, in every text of the page; figures stay what they are.
    private const string Lengthen =
        """
        () => {
          for (const fold of document.querySelectorAll("details")) fold.open = true;
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const texts = [];
          while (walker.nextNode()) texts.push(walker.currentNode);
          for (const text of texts)
            if (/\p{L}/u.test(text.data) && !text.parentElement.closest("svg, script, .visually-hidden")) text.data = "Сельскохозяйственногопредпринимательствапротивоположность" + text.data;
          return [...document.querySelectorAll("body *")]
            .filter(element => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".table-scroll > *, svg, .visually-hidden"))
            .map(element => element.outerHTML.slice(0, 80)).slice(0, 3);
        }
        """;

    [Theory]
    [InlineData(320, "100%")]
    [InlineData(360, "200%")]
    public async Task A_word_longer_than_the_screen_breaks_wherever_it_stands_and_only_tables_scroll(int width, string size)
    {
        var page = await site.NewPage(new BrowserNewContextOptions { BypassCSP = true, ViewportSize = new ViewportSize { Width = width, Height = 740 } });
        var wrong = new List<string>();
        foreach (var path in site.OneOfEachKind().Where(path => path != "404.html" && BuiltSite.IsOfItsOwnTemplate(path)).Select(path => "ru/" + path))
        {
            await page.GotoAsync(site.Address + path);
            await page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = $"html {{ font-size: {size}; }}" });
            await Fits("as it is");
            wrong.AddRange((await page.EvaluateAsync<string[]>(Lengthen)).Select(element => $"{path} lets out {element}"));
            await Fits("with long words");

            async Task Fits(string how)
            {
                var needed = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                if (needed > width)
                {
                    wrong.Add($"{path} needs {needed} pixels of {width} {how}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Nothing_moves_while_a_page_comes_up(int width)
    {
        var page = await site.NewPage(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 740 } });
        await page.AddInitScriptAsync(
            """
            window.moved = [];
            new PerformanceObserver(list => list.getEntries().forEach(entry => window.moved.push(
              { by: entry.value, what: entry.sources.map(source => source.node?.outerHTML?.slice(0, 60) ?? "").join(" | ") })))
              .observe({ type: "layout-shift", buffered: true });
            """);
        var moving = new List<string>();
        foreach (var path in site.OneOfEachKind().SelectMany(path => path == "search.html" ? (string[])[path, path + "#q=torture"] : [path]))
        {
            // The same page with other words is no load; by way of nowhere it is one.
            await page.GotoAsync("about:blank");
            await page.GotoAsync(site.Address + path);
            if (path.Contains('#', StringComparison.Ordinal))
            {
                await page.Locator(".search-result").First.WaitForAsync();
            }

            await page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))");
            var sum = await page.EvaluateAsync<double>("window.moved.reduce((sum, one) => sum + one.by, 0)");
            if (sum > 0.01)
            {
                moving.Add($"{path} moves by {sum}: {await page.EvaluateAsync<string>("window.moved.map(one => one.what).join(' & ')")}");
            }
        }

        Assert.True(moving.Count == 0, string.Join('\n', moving));
    }
}

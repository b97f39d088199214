using Deque.AxeCore.Commons;
using Heed.Tests.Support;
using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>WCAG 2.2 AA, as far as a program can judge it, on one page of each kind in each language.</summary>
public sealed class AccessibilityTests(BuiltSite site)
{
    // Rows of a table are alike: twenty stand for three hundred, which axe would judge for minutes.
    private const string KeepTwentyRows = "document.querySelectorAll('tbody').forEach(body => [...body.rows].slice(20).forEach(row => row.remove()))";

    // Put into a page once and asked three times; the package's own way opens a tab for each answer, which takes four times as long.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string Everything = "{ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }";

    private const string Contrast = "{ resultTypes: ['violations'], runOnly: ['color-contrast'] }";

    /// <remarks>Everything is judged once, where room is scarcest; other colours change nothing but contrast, and that is the same in every language. On a push each kind is judged in English, and one of four in the others; at night all, and every list.</remarks>
    [Theory]
    [InlineData("", 1, 0)]
    [InlineData("ru/", 4, 1)]
    [InlineData("kk/", 4, 3)]
    public async Task Axe_finds_no_violation_at_320_pixels_in_light_dark_and_forced_colours(string folder, int each, int first)
    {
        var violations = new List<string>();
        var pages = Thorough.IsAsked
            ? site.OneOfEachKind().Where(path => folder.Length == 0 || BuiltSite.IsOfItsOwnTemplate(path)).ToList()
            : site.OneOfEachKind().Where(BuiltSite.IsOfItsOwnTemplate).Where((_, number) => number % each == first).ToList();

        // Two cores, two pages at a time.
        await Task.WhenAll(Judge(pages.Where((_, index) => index % 2 == 0)), Judge(pages.Where((_, index) => index % 2 == 1)));

        Assert.True(violations.Count == 0, string.Join('\n', violations.Order(StringComparer.Ordinal)));

        async Task Judge(IEnumerable<string> paths)
        {
            // axe is put into the page by evaluation, which the pages' own policy does not let a script do.
            var page = await site.NewPage(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 740 }, BypassCSP = true });
            foreach (var path in paths)
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None });
                await page.GotoAsync(site.Address + folder + path);
                await page.EvaluateAsync(KeepTwentyRows);
                await page.EvaluateAsync(Axe);
                await Ask(page, path, "light", Everything);
                if (folder.Length > 0 || !BuiltSite.IsOfItsOwnTemplate(path))
                {
                    continue;
                }

                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark, ForcedColors = ForcedColors.None });
                await Ask(page, path, "dark", Contrast);
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.Active });
                await Ask(page, path, "forced colours", Contrast);
            }
        }

        async Task Ask(IPage page, string path, string colours, string options)
        {
            var told = await page.EvaluateAsync<string[]>(
                $"async () => (await axe.run(document, {options})).violations.flatMap(violation => violation.nodes.map(node => violation.id + ': ' + node.html.slice(0, 200)))");
            lock (violations)
            {
                violations.AddRange(told.Select(violation => $"{folder}{path} in {colours}, {violation}"));
            }
        }
    }

    [Fact]
    public async Task The_first_stop_of_a_keyboard_leads_past_the_frame()
    {
        var page = await site.NewPage();
        foreach (var folder in BuiltSite.LanguageFolders)
        {
            await page.GotoAsync(site.Address + folder + "lists/themes.html");
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('.skip-link') && document.activeElement.getBoundingClientRect().top >= 0"));

            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null"), "after the skip link the keyboard is not in main");
        }
    }

    /// <remarks>Every kind of page where room is scarcest; in other colours those that have controls of their own.</remarks>
    [Theory]
    [InlineData(320, ColorScheme.Light, ForcedColors.None)]
    [InlineData(1280, ColorScheme.Dark, ForcedColors.None)]
    [InlineData(1280, ColorScheme.Light, ForcedColors.Active)]
    public async Task Where_the_keyboard_is_can_be_seen_and_nothing_covers_it(int width, ColorScheme scheme, ForcedColors forced)
    {
        const int stops = 30;

        // Who likes motion sees the page glide to the place; here it must be there at once.
        var page = await site.NewPage(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 740 },
            ColorScheme = scheme,
            ForcedColors = forced,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var wrong = new List<string>();
        var paths = width == 320 ? site.OneOfEachKind().Where(BuiltSite.IsOfItsOwnTemplate) : ["index.html", "search.html", "lists/recommendations.html", "lists/matrix.html", "recommendations/upr-3/139.114.html"];
        foreach (var path in paths)
        {
            await page.GotoAsync(site.Address + path);
            for (var stop = 0; stop < stops; stop++)
            {
                await page.Keyboard.PressAsync("Tab");
                var seen = await page.EvaluateAsync<string>(
                    """
                    () => {
                      const at = document.activeElement;
                      if (at === document.body) return "end";
                      const style = getComputedStyle(at);
                      if (!at.matches("#main") && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)) return "has no outline: " + at.outerHTML.slice(0, 120);
                      const [box] = at.getClientRects();
                      if (!box) return "is not shown: " + at.outerHTML.slice(0, 120);
                      const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1), top = box.top + Math.min(box.height, 20) / 2;
                      // Of a table that is higher than the screen some part is enough.
                      const y = box.height > innerHeight && box.bottom > 0 ? Math.min(Math.max(top, 1), innerHeight - 1) : top;
                      if (y < 0 || y > innerHeight) return "is off the screen: " + at.outerHTML.slice(0, 120);
                      const above = document.elementFromPoint(x, y);
                      return above && (at.contains(above) || above.contains(at) || above.closest("label")?.contains(at)) ? "" : "is covered: " + at.outerHTML.slice(0, 120);
                    }
                    """);
                if (seen == "end")
                {
                    break;
                }

                if (seen.Length > 0)
                {
                    wrong.Add($"{path} {seen}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }

    [Fact]
    public async Task Who_asks_for_less_motion_gets_none()
    {
        var page = await site.NewPage(new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce });
        var moving = new List<string>();
        foreach (var path in site.OneOfEachKind())
        {
            await page.GotoAsync(site.Address + path);
            moving.AddRange((await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll("html, body, body *")].filter(element => {
                  const style = getComputedStyle(element);
                  return /[1-9]/.test(style.transitionDuration + style.animationDuration) || style.scrollBehavior === "smooth";
                }).map(element => element.outerHTML.slice(0, 80))
                """)).Select(element => $"{path} {element}"));
        }

        Assert.True(moving.Count == 0, string.Join('\n', moving));
    }
}

using Heed.Search;
using Heed.Text;
using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>The filters of the table of recommendations in a real browser.</summary>
public sealed class FilterTests(BuiltSite site)
{
    private const string Table = "lists/recommendations.html";

    [Theory]
    [InlineData("")]
    [InlineData("ru/")]
    [InlineData("kk/")]
    public async Task Facets_narrow_together_choices_of_one_widen_and_all_of_it_stands_in_the_address(string folder)
    {
        var page = await site.NewPage();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(site.Address + folder + Table);

        await Choose(page, "state", "FRA");
        var france = await Shown(page);
        await Choose(page, "state", "DEU");
        var either = await Shown(page);
        await Choose(page, "position", "noted");
        var noted = await Shown(page);

        Assert.True(france > 0 && either > france && noted > 0 && noted < either, $"{france}, {either}, {noted}");
        Assert.Matches("#state=(DEU&state=FRA|FRA&state=DEU)&position=noted$", page.Url);
        Assert.All(await page.Locator("tbody tr:visible").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.position + ' ' + row.dataset.state)"), row => Assert.Matches("^noted .*(FRA|DEU)", row), throwIfEmpty: true);

        // The address alone brings all of it back, also on a stick.
        var again = await site.NewPage();
        await again.GotoAsync(site.FileAddress + folder + Table + "#state=DEU&state=FRA&position=noted");
        Assert.Equal(noted, await Shown(again));
        Assert.DoesNotContain(asked, address => address.Contains('?', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "women's rights", "women’s rights", "WOMEN`S RIGHTS", "rights  womenʼs", "ｗｏｍｅｎ＇ｓ rights", "wo\u00ADmen's rights", "wоmen's rights")]
    [InlineData("", "co-operation", "co\u2011operation", "co–operation")]
    [InlineData("ru/", "прав женщин", "ПРАВ ЖEНЩИН", "женщин прав", "пра\u0301в женщин")]
    [InlineData("kk/", "құқықтарын", "ҚҰҚЫҚТАРЫН", "құқықтaрын")]
    public async Task What_is_typed_shows_the_same_rows_however_a_keyboard_writes_it(string folder, string typed, params string[] others)
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + folder + Table);
        var expected = await Narrowed(page, typed);

        Assert.InRange(expected, 1, 200);
        foreach (var other in others)
        {
            Assert.Equal((other, expected), (other, await Narrowed(page, other)));
        }
    }

    /// <summary>A browser has its own Unicode tables, which fold compatible forms and accents: they must be those of .NET.</summary>
    [Fact]
    public async Task The_browser_folds_every_letter_as_the_program_does()
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + Table);
        string[] words = [.. Enumerable.Range(0, 0x10000).Select(unit => (char)unit).Where(unit => Characters.KindOf(unit) != CharacterKind.Other)
            .SelectMany(unit => new[] { $"{unit}", $"a{unit}", $"ж{unit}" })];

        var theirs = await page.EvaluateAsync<string[]>("words => words.map(heedWords.normalise)", words);

        Assert.Empty(words.Zip(theirs).Where(pair => Analyser.Normalise(pair.First) != pair.Second).Select(pair => $"{(int)pair.First[^1]:X4} {pair.Second}").Take(20));
    }

    private static async Task<int> Narrowed(IPage page, string typed)
    {
        await page.Locator("[data-filter-text]").FillAsync(typed);
        return await Shown(page);
    }

    [Fact]
    public async Task The_number_beside_a_choice_is_what_choosing_it_shows()
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + Table + "#cycle=3");
        var told = await page.Locator("[data-facet=position] .facet__choice").Filter(new LocatorFilterOptions { Has = page.Locator("input[value=noted]") }).Locator(".facet__count").TextContentAsync();

        await Choose(page, "position", "noted");

        var rows = await page.Locator("tbody tr:visible").EvaluateAllAsync<bool[]>("rows => rows.map(row => row.hasAttribute('data-described-together'))");
        Assert.Equal(told, rows.Any(isGroup => isGroup) ? $"{rows.Count(isGroup => !isGroup)} + {rows.Count(isGroup => isGroup)}" : $"{rows.Length}");
    }

    [Fact]
    public async Task A_chip_takes_its_choice_back_by_keyboard_and_the_focus_is_not_lost()
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + Table + "#state=FRA&cycle=2");
        var both = await Shown(page);

        await page.Locator("[data-filter-chips] button").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        Assert.True(await Shown(page) > both);
        Assert.Equal("BUTTON", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("SUMMARY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        Assert.Equal(await page.Locator("tbody tr").CountAsync(), await Shown(page));
    }

    [Fact]
    public async Task Every_column_sorts_both_ways_and_says_so()
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + Table);
        var headings = page.Locator("[data-filter-table] thead th");

        for (var column = 0; column < await headings.CountAsync(); column++)
        {
            var button = headings.Nth(column).Locator("button");
            await button.ClickAsync();
            Assert.Equal("ascending", await headings.Nth(column).GetAttributeAsync("aria-sort"));
            var first = await page.Locator("tbody tr th").First.InnerTextAsync();
            await button.ClickAsync();
            Assert.Equal("descending", await headings.Nth(column).GetAttributeAsync("aria-sort"));
            Assert.NotEqual(first, await page.Locator("tbody tr th").First.InnerTextAsync());
        }
    }

    [Fact]
    public async Task Hostile_words_after_the_hash_choose_nothing_and_break_nothing()
    {
        var page = await site.NewPage();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        foreach (var hash in (string[])["#state=%3Cscript%3E&__proto__=1&constructor=x", "#=&&&", "#theme=constructor&sort=__proto__", "#text=%00%FF%", "#sort=-nothing"])
        {
            await page.GotoAsync("about:blank");
            await page.GotoAsync(site.Address + Table + hash);
            Assert.True(await page.Locator("[data-filter-count]").IsVisibleAsync());
        }

        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("", "State: France", false)]
    [InlineData("ru/", "Государство: Франция", true)]
    [InlineData("kk/", "Мемлекет: Франция", false)]
    public async Task Who_comes_by_an_address_with_a_choice_sees_what_is_chosen_and_the_rows(string folder, string words, bool fromFolder)
    {
        var page = await site.NewPage(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        await page.GotoAsync((fromFolder ? site.FileAddress : site.Address) + folder + Table + "#state=FRA&theme=torture");
        await page.WaitForTimeoutAsync(200);

        var on = page.Locator("[data-filter-on]");
        Assert.Contains(words, await on.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await on.EvaluateAsync<bool>("on => on === document.activeElement"), "a reader who hears the page is told first");
        Assert.InRange(await on.EvaluateAsync<double>("on => on.getBoundingClientRect().top"), 0, 100);
        Assert.InRange(await page.Locator("tbody tr:visible").First.EvaluateAsync<double>("row => row.getBoundingClientRect().top"), 100, 700);

        // Another address on the same page, as from a letter; then none.
        await page.EvaluateAsync("scrollTo(0, 0); location.hash = '#position=noted'");
        await page.WaitForTimeoutAsync(200);
        Assert.InRange(await on.EvaluateAsync<double>("on => on.getBoundingClientRect().top"), 0, 100);
        Assert.DoesNotContain(words, await on.InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("button[type=reset]").ClickAsync();
        await on.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task Without_a_choice_nothing_is_said_and_the_page_opens_at_its_top()
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + Table);

        Assert.False(await page.Locator("[data-filter-on]").IsVisibleAsync());
        Assert.Equal(0, await page.EvaluateAsync<double>("scrollY"));
    }

    [Theory]
    [InlineData("#state=ZZZ", "state=ZZZ")]
    [InlineData("#level=heeded&state=FRA", "level=heeded")]
    [InlineData("#colour=red", "colour=red")]
    [InlineData("#sort=beauty&theme=torture,women", "sort=beauty, theme=torture,women")]
    [InlineData("#state=%3Cb%3Ex", "state=<b>x")]
    public async Task What_the_table_does_not_have_is_said_and_passed_over(string hash, string told)
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + Table + hash);

        Assert.Contains(told + ".", await page.Locator("[data-filter-missing]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await Shown(page) > 0);
        Assert.Equal(0, await page.Locator("[data-filter-missing] *").CountAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru/")]
    [InlineData("kk/")]
    public async Task The_link_to_the_list_is_copied(string folder)
    {
        var page = await site.NewPage(new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        await page.GotoAsync(site.Address + folder + Table + "#state=FRA");
        await Choose(page, "position", "noted");

        await page.Locator("[data-filter-copy]").ClickAsync();
        await page.Locator("[data-filter-copied]:not(:empty)").WaitForAsync();

        Assert.Equal($"{site.Address}{folder}{Table}#state=FRA&position=noted", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Theory]
    [InlineData("lists/recommendations.html", "#state=FRA&position=noted&text=law&sort=-number", false)]
    [InlineData("lists/recommendations.html", "#theme=torture", true)]
    [InlineData("search.html", "#q=torture&kind=decision,theme", false)]
    [InlineData("findings/torture.html", "#sources", true)]
    public async Task The_page_in_another_language_gets_what_stands_in_the_address(string path, string hash, bool fromFolder)
    {
        var address = fromFolder ? site.FileAddress : site.Address;
        var page = await site.NewPage();
        await page.GotoAsync(address + path + hash);
        foreach (var folder in (string[])["ru/", "kk/", ""])
        {
            var language = folder.Length == 0 ? "en" : folder[..2];
            await page.Locator($".language-switch a[hreflang={language}]").ClickAsync();
            await Assertions.Expect(page).ToHaveURLAsync(address + folder + path + hash);
            Assert.Equal(language, await page.EvaluateAsync<string>("document.documentElement.lang"));
        }
    }

    [Fact]
    public async Task A_choice_made_on_the_page_goes_along_to_another_language_by_keyboard_too()
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + Table);
        await Choose(page, "state", "FRA");
        await page.Locator("[data-filter-text]").FillAsync("97.16");
        var shown = await Shown(page);

        await page.Locator(".language-switch a[hreflang=ru]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(site.Address + "ru/" + Table + "#state=FRA&text=97.16");

        // The address is there before the page's script has narrowed the table.
        await Assertions.Expect(page.Locator("[data-filter-on]")).ToBeVisibleAsync();
        Assert.Equal(shown, await Shown(page));
    }

    [Fact]
    public async Task Without_scripts_another_language_is_the_page_as_it_is()
    {
        var page = await site.NewPage(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync(site.Address + Table + "#state=FRA");
        await page.Locator(".language-switch a[hreflang=ru]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(site.Address + "ru/" + Table);

        Assert.False(await page.Locator("[data-filter-on]").IsVisibleAsync());
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("ru/", true)]
    public async Task Who_comes_back_from_a_row_is_where_the_row_is(string folder, bool fromFolder)
    {
        var page = await site.NewPage(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        await page.GotoAsync((fromFolder ? site.FileAddress : site.Address) + folder + Table + "#position=noted&sort=-number");
        var link = page.Locator("tbody tr:visible th a").Nth(20);
        await link.ScrollIntoViewIfNeededAsync();
        var (name, place) = (await link.InnerTextAsync(), await page.EvaluateAsync<double>("scrollY"));
        await link.ClickAsync();
        await page.Locator("body.page--recommendation").WaitForAsync();

        await page.GoBackAsync();
        await page.Locator("[data-filter-on]").WaitForAsync();
        for (var turn = 0; turn < 80 && Math.Abs(await page.EvaluateAsync<double>("scrollY") - place) > 2; turn++)
        {
            await page.WaitForTimeoutAsync(25);
        }

        Assert.Equal(place, await page.EvaluateAsync<double>("scrollY"), 2d);
        Assert.Equal(name, await page.EvaluateAsync<string>("document.activeElement.innerText"));
    }

    private static async Task Choose(IPage page, string facet, string key)
    {
        var details = page.Locator($"[data-facet={facet}]");
        if (await details.GetAttributeAsync("open") is null)
        {
            await details.Locator("summary").ClickAsync();
        }

        await details.Locator($"input[value={key}]").CheckAsync();
    }

    private static Task<int> Shown(IPage page) => page.Locator("tbody tr:visible").CountAsync();
}

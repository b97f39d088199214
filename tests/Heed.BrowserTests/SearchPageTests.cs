using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Heed.Cli;
using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>The search page as a reader uses it: what it loads and when, choices, keys, the file of the hits, and life without scripts.</summary>
public sealed class SearchPageTests(BuiltSite site)
{
    private const string Box = "main input[type=search]";

    // Scripts that are put into the page at one moment are one step: none of them waited for another.
    private const string CountSteps =
        """
        window.steps = [];
        new MutationObserver(changes => {
          const added = changes.flatMap(change => [...change.addedNodes]).filter(node => node.src && node.src.includes("/search/") && !node.src.includes("/assets/"));
          if (added.length > 0 && !document.querySelector(".search-title")) window.steps.push(added.map(node => node.src));
        }).observe(document, { childList: true, subtree: true });
        """;

    public static TheoryData<string, bool> Places => new() { { "", false }, { "ru/", true }, { "kk/", false } };

    [Fact]
    public async Task Nothing_of_search_loads_before_the_reader_goes_to_the_box()
    {
        var page = await site.NewPage();
        var asked = Asked(page);
        await page.GotoAsync(site.Address + "search.html");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.DoesNotContain(asked, IsOfSearch);

        var engine = page.WaitForResponseAsync(response => response.Url.Contains("/search/engine-", StringComparison.Ordinal));
        var manifest = page.WaitForResponseAsync(response => response.Url.EndsWith("/search/en.js", StringComparison.Ordinal));
        await page.Locator(Box).FocusAsync();
        await Task.WhenAll(engine, manifest);
        Assert.Equal(2, asked.Count(IsOfSearch));
    }

    [Theory]
    [InlineData("", "torture")]
    [InlineData("", "freedom of assembly")]
    [InlineData("", "журналист")]
    [InlineData("ru/", "мирные собрания")]
    [InlineData("kk/", "бейбіт жиналыс")]
    public async Task A_first_search_of_ordinary_words_is_at_most_three_steps(string folder, string words)
    {
        var page = await site.NewPage();
        await page.AddInitScriptAsync(CountSteps);
        await page.GotoAsync($"{site.Address}{folder}search.html#q={Uri.EscapeDataString(words)}");
        await page.Locator(".search-title").First.WaitForAsync();

        var steps = await page.EvaluateAsync<string[][]>("window.steps");

        Assert.InRange(steps.Length, 1, 3);
        Assert.Contains(steps[0], address => address.Contains("/search/engine-", StringComparison.Ordinal));
        Assert.Equal(0, await page.Locator("head script[src*='/search/engine-']").CountAsync());
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_choice_shows_as_many_pages_as_its_number_says_and_the_address_alone_brings_all_of_it_back(string folder, bool fromFolder)
    {
        var page = await site.NewPage();
        var asked = Asked(page);
        await page.GotoAsync((fromFolder ? site.FileAddress : site.Address) + folder + "search.html");
        await page.Locator(Box).FillAsync("CCPR");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".search-title").First.WaitForAsync();

        await page.Locator("details[data-facet=theme] summary").ClickAsync();
        var value = page.Locator("details[data-facet=theme] .facet__choice").Nth(1);
        var told = int.Parse(await value.Locator(".facet__count").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        var key = await value.Locator("input").InputValueAsync();
        await value.Locator("input").CheckAsync();
        await page.Locator("[data-chips] .chip").WaitForAsync();
        await SearchTests.ReadToTheEnd(page);

        Assert.Equal(Math.Min(20, told), await page.Locator(".search-result").CountAsync());
        Assert.Contains(told.ToString(System.Globalization.CultureInfo.InvariantCulture), await page.Locator("[data-count]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.EndsWith($"search.html#q=CCPR&theme={key}", page.Url, StringComparison.Ordinal);
        Assert.True(await value.Locator("input").EvaluateAsync<bool>("input => input === document.activeElement"), "the choice lost the focus");
        Assert.DoesNotContain(asked, address => address.Contains('?', StringComparison.Ordinal));

        // On a stick the same, and there is no way for words to leave.
        var again = await site.NewPage();
        await again.GotoAsync($"{site.FileAddress}{folder}search.html#q=CCPR&theme={key}");
        await again.Locator(".search-title").First.WaitForAsync();
        await SearchTests.ReadToTheEnd(again);
        Assert.Equal(await Titles(page), await Titles(again));

        // By keyboard, as the button under the finger goes away.
        await page.Locator("[data-chips] button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-chips] .chip").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        Assert.Equal("INPUT", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        Assert.EndsWith("search.html#q=CCPR", page.Url, StringComparison.Ordinal);

        await page.GoBackAsync();
        await page.Locator("[data-chips] .chip").WaitForAsync();
        await page.GoForwardAsync();
        await page.Locator("[data-chips] .chip").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }

    [Fact]
    public async Task Files_of_facets_load_only_when_one_is_opened()
    {
        var page = await site.NewPage();
        var asked = Asked(page);
        await page.GotoAsync(site.Address + "search.html#q=torture");
        await page.Locator(".search-title").First.WaitForAsync();
        var before = asked.Count;
        Assert.Equal(0, await page.Locator(".facet__choice").CountAsync());

        await page.Locator("details[data-facet=kind] summary").ClickAsync();
        await page.Locator("details[data-facet=kind] .facet__choice").First.WaitForAsync();

        Assert.Equal(7, asked.Skip(before).Count(IsOfSearch));
    }

    [Fact]
    public async Task A_choice_that_was_typed_can_be_taken_away_like_one_that_was_made()
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + "search.html#q=" + Uri.EscapeDataString("detention theme:torture -position:noted"));
        await page.Locator("[data-chips] .chip").Nth(1).WaitForAsync();

        await page.Locator("[data-chips] .chip").First.ClickAsync();
        await page.Locator("[data-chips] .chip").Nth(1).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        Assert.Equal("detention -position:noted", await page.Locator(Box).InputValueAsync());

        await page.Locator("[data-chips] .chip").First.ClickAsync();
        await page.Locator("[data-chips] .chip").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        Assert.Equal("detention", await page.Locator(Box).InputValueAsync());
    }

    [Fact]
    public async Task The_keyboard_goes_all_the_way()
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + "articles/about.html");
        await page.Keyboard.PressAsync("/");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('header form[role=search] input')"));
        await page.Keyboard.TypeAsync("journalists");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".search-title").Nth(1).WaitForAsync();
        await page.Keyboard.PressAsync("/");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('main input[type=search]')"));

        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(0, await At());
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(1, await At());
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal(-1, await At());
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('main input[type=search]')"));

        // To the very end, through places that are filled on the way, and past it.
        for (var press = 0; press < 20; press++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
            await Until(page, $"[...document.querySelectorAll('.search-result')].findIndex(one => one.contains(document.activeElement)) === {press}");
        }

        await page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('.search-more')"));
        await page.Keyboard.PressAsync("Enter");
        await Until(page, "[...document.querySelectorAll('.search-result')].findIndex(one => one.contains(document.activeElement)) === 20");

        await page.Keyboard.PressAsync("Escape");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('main input[type=search]')"));
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("", await page.Locator(Box).InputValueAsync());

        await page.Locator(".search-title").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("body.page--event, body.page--finding, body.page--recommendation, body.page--theme").WaitForAsync();

        Task<int> At() => page.EvaluateAsync<int>("[...document.querySelectorAll('.search-result')].findIndex(one => one.contains(document.activeElement))");
    }

    [Fact]
    public async Task How_many_were_found_is_said_aloud_with_what_was_done_for_it()
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + "search.html");
        Assert.Equal("status", await page.Locator("[data-said]").GetAttributeAsync("role"));
        await page.Locator(Box).FillAsync("jornalist");
        await page.Keyboard.PressAsync("Enter");

        await Until(page, "/[0-9]+ pages found .*jornalist/.test(document.querySelector('[data-said]').textContent)");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_hits_can_be_taken_along_as_a_table_that_runs_nothing(bool fromFolder)
    {
        var page = await site.NewPage(new BrowserNewContextOptions { AcceptDownloads = true });
        await page.GotoAsync((fromFolder ? site.FileAddress : site.Address) + "search.html#q=" + Uri.EscapeDataString("\"freedom of\" state:France"));
        await page.Locator(".search-title").First.WaitForAsync();
        var total = int.Parse((await page.Locator("[data-count]").InnerTextAsync()).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-csv-button]").ClickAsync());
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        var rows = Parse(System.Text.Encoding.UTF8.GetString(bytes)[1..]);

        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(["Title", "Kind", "Number", "States", "Position", "Level", "Language", "Address"], rows[0]);
        Assert.Equal(total, rows.Count - 1);
        Assert.All(rows.Skip(1), row =>
        {
            Assert.Equal(8, row.Count);
            Assert.Contains("France", row[3], StringComparison.Ordinal);
            Assert.StartsWith(site.Address, row[7], StringComparison.Ordinal);
            Assert.Contains(row[7][site.Address.Length..], site.Pages);
        }, throwIfEmpty: true);
        Assert.Equal((await Titles(page)).Take(total), rows.Skip(1).Select(row => row[0]).Take(20));
    }

    [Fact]
    public async Task A_cell_that_looks_like_a_formula_is_only_text()
    {
        var page = await site.NewPage(new BrowserNewContextOptions { AcceptDownloads = true });
        await page.GotoAsync(site.Address + "search.html#q=torture&kind=theme");
        await page.Locator(".search-title").First.WaitForAsync();
        await page.EvaluateAsync(
            """
            () => {
              const ask = heedSearch.ask;
              heedSearch.ask = question => {
                const answer = ask(question);
                if (answer.hits && question.excerpts === false) answer.hits[0].title = "=cmd|' /C calc'!A1, \"so\"\nto say";
                return answer;
              };
            }
            """);

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-csv-button]").ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);

        Assert.Equal("'=cmd|' /C calc'!A1, \"so\"\nto say", Parse(text)[1][0]);
    }

    [Fact]
    public async Task Places_that_were_not_worth_waiting_for_are_filled_when_the_reader_comes_near()
    {
        var page = await site.NewPage(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 500 } });
        await page.GotoAsync(site.Address + "search.html#q=rights");
        await page.Locator(".search-title").First.WaitForAsync();

        await SearchTests.ReadToTheEnd(page);
        Assert.Equal(20, await page.Locator(".search-title").CountAsync());
        await page.Locator(".search-more").ClickAsync();
        await page.Locator(".search-result").Nth(39).WaitForAsync();
        await SearchTests.ReadToTheEnd(page);

        var titles = await page.Locator(".search-title").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        Assert.Equal(40, titles.Distinct().Count());
    }

    [Fact]
    public async Task What_failed_to_load_is_said_and_tried_again_by_the_next_search()
    {
        var page = await site.NewPage();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.RouteAsync("**/search/en/**", route => route.AbortAsync());
        await page.GotoAsync(site.Address + "search.html#q=torture");
        await Until(page, "document.querySelector('[data-count]').textContent.includes('could not be loaded')");

        await page.UnrouteAllAsync();
        await page.Locator(Box).PressAsync("Enter");
        await page.Locator(".search-title").First.WaitForAsync();
        Assert.Empty(errors);
    }

    [Fact]
    public async Task What_only_another_language_has_is_shown_and_said()
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + "search.html#q=" + Uri.EscapeDataString("преследование"));
        await page.Locator(".search-title").First.WaitForAsync();

        Assert.Equal("ru", await page.Locator(".search-result").First.GetAttributeAsync("lang"));
        Assert.Contains("Русский", await page.Locator("[data-notes]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_words_after_the_hash_break_nothing()
    {
        var page = await site.NewPage();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        foreach (var hash in (string[])["#q=%FF%&theme=__proto__,constructor", "#=&&&", "#__proto__=x&q=", "#state=%3Cscript%3E", "#q=%22%22%22-%22*", "#q=__proto__ constructor toString"])
        {
            await page.GotoAsync("about:blank");
            await page.GotoAsync(site.Address + "search.html" + hash);
            await page.Locator(Box).FillAsync("torture");
            await page.Locator(Box).PressAsync("Enter");
            await Until(page, "!document.querySelector('[data-heed-search]').hasAttribute('aria-busy') && document.querySelector('[data-count]').textContent !== ''");
        }

        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("", "rights", false, 360)]
    [InlineData("", "torture", true, 1280)]
    [InlineData("ru/", "пытки", true, 360)]
    [InlineData("kk/", "азаптау", false, 360)]
    public async Task Who_comes_back_or_reloads_finds_the_same_results_the_same_place_and_focus(string folder, string words, bool fromFolder, int width)
    {
        var page = await site.NewPage(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 740 } });
        await page.GotoAsync($"{(fromFolder ? site.FileAddress : site.Address)}{folder}search.html#q={Uri.EscapeDataString(words)}");
        await page.Locator(".search-title").First.WaitForAsync();
        for (var more = 1; more < 3 && await page.Locator(".search-more").IsVisibleAsync(); more++)
        {
            await page.Locator(".search-more").ClickAsync();
            await page.Locator(".search-result").Nth(20 * more).WaitForAsync();
            await SearchTests.ReadToTheEnd(page);
        }

        var shown = await page.Locator(".search-result").CountAsync();
        Assert.True(shown > 20, $"only {shown} results");
        var at = shown - 3;
        var link = page.Locator(".search-title").Nth(at);
        await link.ScrollIntoViewIfNeededAsync();
        await link.FocusAsync();
        var (title, place) = (await link.InnerTextAsync(), await Top(at));
        await link.PressAsync("Enter");
        await page.Locator("body:not(.page--search)").WaitForAsync();

        await page.GoBackAsync();
        await IsThere("back");
        await page.ReloadAsync();
        await IsThere("a reload");

        async Task IsThere(string after)
        {
            await Until(page, $"document.querySelectorAll('.search-result').length === {shown} && scrollY > 0");
            Assert.Equal(place, await Top(at), 2d);
            Assert.Equal(title, await page.EvaluateAsync<string>("document.activeElement.innerText"));
            Assert.True(await page.Locator(".search-result[aria-busy]").CountAsync() == 0, after);
        }

        Task<double> Top(int result) => page.Locator(".search-result").Nth(result).EvaluateAsync<double>("result => result.getBoundingClientRect().top");
    }

    [Fact]
    public async Task Back_through_searches_leads_to_the_place_of_each_and_a_new_search_begins_at_its_first_results()
    {
        var page = await site.NewPage(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        await page.GotoAsync(site.Address + "search.html#q=torture");
        await page.Locator(".search-title").First.WaitForAsync();
        await page.Locator(".search-more").ClickAsync();
        await page.Locator(".search-result").Nth(39).WaitForAsync();
        await SearchTests.ReadToTheEnd(page);

        // Scrolling is smooth while something has the focus; the place is kept when it rests.
        await Until(page, "history.state !== null && history.state.shown === 40 && Math.abs(history.state.y - scrollY) < 1 && scrollY > 3000");
        await page.WaitForTimeoutAsync(500);
        var place = await Top();

        // Going to the box would scroll; an address does not.
        await page.EvaluateAsync("location.hash = '#q=journalists'");
        await Until(page, "document.querySelectorAll('.search-result').length === 20");
        await page.GoBackAsync();
        await Until(page, "document.querySelectorAll('.search-result').length === 40");

        await Until(page, $"Math.abs(document.querySelectorAll('.search-result')[30].getBoundingClientRect().top - {place.ToString(System.Globalization.CultureInfo.InvariantCulture)}) < 3");
        Assert.Equal("torture", await page.Locator(Box).InputValueAsync());

        Task<double> Top() => page.Locator(".search-result").Nth(30).EvaluateAsync<double>("result => result.getBoundingClientRect().top");
    }

    [Fact]
    public async Task Nothing_of_the_results_is_kept_outside_the_history()
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + "search.html#q=torture");
        await page.Locator(".search-title").First.WaitForAsync();
        await page.Locator(".search-more").ClickAsync();
        await page.Locator(".search-result").Nth(39).WaitForAsync();

        Assert.Equal("0 0 ", await page.EvaluateAsync<string>("localStorage.length + ' ' + sessionStorage.length + ' ' + document.cookie"));
        Assert.EndsWith("search.html#q=torture", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "France torture", "With all of the words: ", "With some of the words: ")]
    [InlineData("ru/", "Франция пытки", "Со всеми словами: ", "С частью слов: ")]
    [InlineData("kk/", "Франция азаптау", "Барлық сөзі бар: ", "Кейбір сөзі бар: ")]
    public async Task Pages_with_all_the_words_are_counted_and_stand_first_under_their_own_heading(string folder, string words, string all, string some)
    {
        var page = await site.NewPage();
        await page.GotoAsync($"{site.Address}{folder}search.html#q={Uri.EscapeDataString(words)}");
        await page.Locator(".search-title").First.WaitForAsync();
        await SearchTests.ReadToTheEnd(page);

        var headings = await page.Locator(".search-result h2").AllInnerTextsAsync();
        Assert.StartsWith(all, headings[0], StringComparison.Ordinal);
        Assert.StartsWith(some, headings[1], StringComparison.Ordinal);
        var full = headings[0][all.Length..];
        Assert.Contains(full, await page.Locator("[data-count]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(full, await page.EvaluateAsync<string>("String([...document.querySelectorAll('.search-result')].findIndex((entry, at) => at > 0 && entry.querySelector('h2')))"));
    }

    [Fact]
    public async Task A_name_that_was_typed_is_offered_as_a_choice_and_chosen_by_keyboard()
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + "search.html#q=" + Uri.EscapeDataString("torture not implemented"));
        var offer = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Level: Not implemented", Exact = true });
        await offer.WaitForAsync();
        await offer.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-chips] .chip").WaitForAsync();

        Assert.EndsWith("search.html#q=torture&level=not-implemented", page.Url, StringComparison.Ordinal);
        Assert.Equal("torture", await page.Locator(Box).InputValueAsync());
        Assert.Equal("INPUT", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        Assert.False(await offer.IsVisibleAsync());
    }

    [Fact]
    public async Task A_choice_in_the_address_that_does_not_exist_is_said()
    {
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + "search.html#q=torture&level=heeded&state=ZZZ");
        await page.Locator(".search-title").First.WaitForAsync();

        var notes = await page.Locator("[data-notes]").InnerTextAsync();
        Assert.Contains("level=heeded", notes, StringComparison.Ordinal);
        Assert.Contains("state=ZZZ", notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru/")]
    [InlineData("kk/")]
    public async Task Without_scripts_the_box_carries_no_words_and_the_page_leads_on(string folder)
    {
        var page = await site.NewPage(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var asked = Asked(page);
        await page.GotoAsync(site.Address + folder + "recommendations/upr-3/139.114.html");
        await page.Locator("header form[role=search] input").FillAsync("torture");
        await page.Keyboard.PressAsync("Enter");

        // Playwright's own waiting for an address misses a page that comes up at once; asking again and again does not.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("search[.]html"));
        Assert.DoesNotContain(asked, address => address.Contains("torture", StringComparison.Ordinal));
        Assert.Equal($"{site.Address}{folder}search.html", page.Url.TrimEnd('?'));
        Assert.False(await page.Locator(Box).IsVisibleAsync());
        foreach (var list in (string[])["numbers", "titles", "themes", "states", "bodies"])
        {
            Assert.True(await page.Locator($"main .entry-points a[href='lists/{list}.html']").IsVisibleAsync(), list);
        }

        // Also who has neither scripts nor the style sheet sends nothing.
        Assert.Equal(0, await page.Locator("form [name]").CountAsync());
    }

    [Fact]
    public async Task Axe_finds_no_violation_among_results_with_choices_open()
    {
        var axe = new BundledAxeScriptProvider().GetScript();
        var page = await site.NewPage(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 740 }, BypassCSP = true });
        var violations = new List<string>();
        foreach (var folder in (string[])["", "kk/"])
        {
            await page.GotoAsync("about:blank");
            await page.GotoAsync(site.Address + folder + "search.html#q=CCPR&kind=decision");
            await page.Locator(".search-title").First.WaitForAsync();
            await page.Locator("details[data-facet=theme] summary").ClickAsync();
            await page.Locator("details[data-facet=theme] .facet__choice").First.WaitForAsync();
            await page.EvaluateAsync(axe);
            foreach (var (scheme, forced) in (IEnumerable<(ColorScheme, ForcedColors)>)[(ColorScheme.Light, ForcedColors.None), (ColorScheme.Dark, ForcedColors.None), (ColorScheme.Light, ForcedColors.Active)])
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ForcedColors = forced });
                violations.AddRange((await page.EvaluateAsync<string[]>(
                    "async () => (await axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })).violations.flatMap(violation => violation.nodes.map(node => violation.id + ': ' + node.html.slice(0, 200)))"))
                    .Select(violation => $"{folder} in {scheme}, {forced}: {violation}"));
            }

            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320);
        }

        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    [Fact]
    public async Task In_a_small_index_results_follow_the_typing_and_Back_leads_out_in_one_step()
    {
        var work = Directory.CreateTempSubdirectory("heed-small-");
        try
        {
            using var told = new StringWriter();
            var around = Surroundings.OfThisProcess() with { WorkingFolder = work.FullName, Out = told, Error = told, OutIsTerminal = false, ErrorIsTerminal = false };
            Assert.True(await HeedProgram.Run(["new", "site", "small"], around, TestContext.Current.CancellationToken) == ExitStatus.Well, told.ToString());
            Assert.True(await HeedProgram.Run(["build", "--source", Path.Combine(work.FullName, "small"), "--out", Path.Combine(work.FullName, "out")], around, TestContext.Current.CancellationToken) == ExitStatus.Well, told.ToString());
            var page = await site.NewPage();
            await page.GotoAsync(new Uri(Path.Combine(work.FullName, "out", "index.html")).AbsoluteUri);
            await page.GotoAsync(new Uri(Path.Combine(work.FullName, "out", "search.html")).AbsoluteUri);
            var title = await page.EvaluateAsync<string>("document.querySelector('main h1').textContent");
            Assert.NotEmpty(title);
            var before = await page.EvaluateAsync<int>("history.length");

            await page.Locator(Box).PressSequentiallyAsync("recommendation");
            await page.Locator(".search-title").First.WaitForAsync();
            await Until(page, "location.hash === '#q=recommendation'");
            Assert.InRange(await page.EvaluateAsync<int>("history.length"), before, before + 1);

            await page.Locator(Box).PressAsync("Escape");
            await page.Locator(".search-title").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>Playwright's own way of waiting evaluates text inside the page, which the pages' policy does not allow.</summary>
    private static async Task Until(IPage page, string condition)
    {
        for (var turn = 0; turn < 400 && !await page.EvaluateAsync<bool>(condition); turn++)
        {
            await page.WaitForTimeoutAsync(25);
        }

        Assert.True(await page.EvaluateAsync<bool>(condition), condition);
    }

    private static List<string> Asked(IPage page)
    {
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url.Split('#')[0]);
        return asked;
    }

    private static bool IsOfSearch(string address) => address.Contains("/search/", StringComparison.Ordinal) && !address.Contains("/assets/", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> Titles(IPage page) => await page.Locator(".search-title").AllInnerTextsAsync();

    /// <summary>RFC 4180.</summary>
    private static List<List<string>> Parse(string text)
    {
        var rows = new List<List<string>>();
        var (row, cell, isQuoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            if (isQuoted && text[at] == '"' && at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append(text[at++]);
            }
            else if (text[at] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (isQuoted || (text[at] != ',' && text[at] != '\r'))
            {
                cell.Append(text[at]);
            }
            else
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (text[at] == '\r')
                {
                    Assert.Equal('\n', text[++at]);
                    rows.Add(row);
                    row = [];
                }
            }
        }

        Assert.False(isQuoted);
        Assert.Empty(row);
        return rows;
    }
}

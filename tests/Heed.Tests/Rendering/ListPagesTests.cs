using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Heed.Building;
using Heed.Diagnostics;
using Heed.Model;
using Heed.Rendering;
using Heed.Rendering.Lists;

namespace Heed.Tests.Rendering;

public sealed class ListPagesTests
{
    [Theory]
    [InlineData("en", "24 recommendations and 13 groups")]
    [InlineData("ru", "24 рекомендации и 13 групп")]
    [InlineData("kk", "24 ұсыным және 13 топ")]
    public void A_group_is_never_counted_as_one(string language, string words)
    {
        var third = RealSite.Knowledge.Recommendations.Where(recommendation => recommendation.Review.Target.Name == "upr-3");

        Assert.Equal(words, Counting.Records(third, RealSite.Theme.LabelsIn(language)));
    }

    [Fact]
    public void What_is_at_hand_of_a_review_is_a_line_and_no_share()
    {
        var review = (Review)RealSite.Knowledge.Find(EntryId.Parse("reviews/upr-3"))!;

        Assert.Equal(
            "24 single records and 13 groups of the 245",
            Counting.Coverage(review, RealSite.Knowledge.RecommendationsOf(review), RealSite.Theme.LabelsIn("en")));
    }

    [Fact]
    public void Home_tells_which_pages_changed_last()
    {
        var options = new RenderOptions { LastChanged = new Dictionary<string, DateOnly> { ["content/recommendations/upr-3/139.114.md"] = new(2026, 5, 3) } };

        Assert.Contains("139.114 (Czechia) Recommendation 3 May 2026", SmallSite.Words(SmallSite.Render(options).Main("index.html").QuerySelector("#changes")!), StringComparison.Ordinal);
        Assert.Null(SmallSite.Render().Main("index.html").QuerySelector("#changes"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru/")]
    [InlineData("kk/")]
    public void Who_has_no_script_finds_every_entry_by_its_title_or_its_number(string folder)
    {
        var listed = new[] { "lists/titles.html", "lists/numbers.html" }
            .SelectMany(list => RealSite.Document(folder + list).QuerySelectorAll("main .index-list a"))
            .Select(link => link.GetAttribute("href")!)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(RealSite.Knowledge.Entries.Select(entry => "../" + entry.Id.Address).Except(listed));
    }

    [Fact]
    public void Kazakh_letters_have_their_own_places_in_the_alphabet()
    {
        const string alphabet = "АӘБВГҒДЕЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ";
        var letters = RealSite.Document("kk/lists/titles.html").QuerySelectorAll("main section h2").Select(heading => heading.TextContent.Trim()).Where(letter => letter.Length == 1 && alphabet.Contains(letter)).ToList();

        Assert.True(letters.Count > 10);
        Assert.Contains(letters, letter => "ӘҒҚӨҰҮІ".Contains(letter));
        Assert.Equal(letters.OrderBy(letter => alphabet.IndexOf(letter, StringComparison.Ordinal)), letters);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru/")]
    [InlineData("kk/")]
    public void The_table_has_every_recommendation_without_a_script(string folder)
    {
        var rows = RealSite.Document(folder + "lists/recommendations.html").QuerySelectorAll("table[data-filter-table] tbody tr");

        Assert.Equal(RealSite.Knowledge.Recommendations.Length, rows.Length);
        Assert.Equal(
            RealSite.Knowledge.Recommendations.Select(recommendation => "../" + recommendation.Id.Address).Order(StringComparer.Ordinal),
            rows.Select(row => row.QuerySelector("th a")!.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(rows, row => row.HasAttribute("hidden"));
    }

    [Theory]
    [InlineData("", "theme", "by name")]
    [InlineData("ru/", "тем", "рекомендации")]
    [InlineData("kk/", "тақыры", "ұсыным")]
    public void A_level_beside_recommendations_says_whether_it_is_of_the_theme(string folder, string theme, string name)
    {
        var table = RealSite.Document(folder + "lists/recommendations.html");
        Assert.All(
            (string[])[table.QuerySelector("th[data-sort=levels]")!.TextContent, table.QuerySelector("[data-facet=level] .facet__name")!.TextContent],
            words => Assert.True(words.Contains(theme, StringComparison.Ordinal) && words.Contains(name, StringComparison.Ordinal), words));

        // Wherever a list or the home page shows the level of an evaluation, it says what the level is of.
        var lists = RealSite.Pages.Select(page => page.File.Path).Where(path => path == folder + "index.html" || path.StartsWith(folder + "lists/", StringComparison.Ordinal));
        var levels = lists.SelectMany(list => RealSite.Document(list).QuerySelectorAll(".entry-list__meta").Where(meta => meta.QuerySelector(".level") is not null)).Select(SmallSite.Words).ToList();
        Assert.All(levels, words => Assert.Contains(folder.Length > 0 ? ":" : "of ", words, StringComparison.Ordinal), throwIfEmpty: true);
        Assert.Contains(theme, RealSite.Document(folder + "index.html").QuerySelector("#charts")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lists/recommendations.html", "input[data-filter-text] button[type=reset] .facet__choice~input form[data-filter-form] [data-filter-count]")]
    [InlineData("recommendations/upr-3/139.114.html", "button[data-print] button[data-copy] button[data-share] [data-said] button[data-cite]")]
    [InlineData("search.html", "[data-heed-search]")]
    public void Controls_that_need_the_script_are_hidden_until_it_runs(string path, string known)
    {
        var page = RealSite.Document(path);
        string[] selectors = [.. known.Split(' ').Select(selector => selector.Replace('~', ' '))];
        var controls = page.QuerySelectorAll("main form, main input, main button, main select, main textarea, main [role=status], main [data-heed-search]");

        Assert.Equal([], selectors.Where(selector => !controls.Any(control => control.Matches(selector))));
        Assert.Equal([], controls.Where(control => control.Closest(".for-scripts, .for-sharing") is null).Select(control => control.OuterHtml));
    }

    [Fact]
    public void Every_key_of_a_filter_is_carried_by_a_row_unless_nobody_gave_that_level_or_position()
    {
        var page = RealSite.Document("lists/recommendations.html");
        Assert.Equal(["theme", "state", "cycle", "position", "level", "person"], page.QuerySelectorAll("[data-facet]").Select(facet => facet.GetAttribute("data-facet")));
        foreach (var facet in page.QuerySelectorAll("[data-facet]"))
        {
            var name = facet.GetAttribute("data-facet")!;
            var carried = page.QuerySelectorAll("tbody tr").SelectMany(row => row.GetAttribute("data-" + name)!.Split(' ')).ToHashSet(StringComparer.Ordinal);
            var offered = facet.QuerySelectorAll("input").Select(choice => choice.GetAttribute("value")!).ToList();

            Assert.NotEmpty(offered);
            if (name is not ("level" or "position"))
            {
                Assert.DoesNotContain(offered, key => !carried.Contains(key));
            }

            Assert.DoesNotContain(carried, key => key.Length > 0 && !offered.Contains(key));
        }
    }

    [Fact]
    public void The_number_of_a_choice_is_that_of_its_rows_and_a_group_is_never_added_to_single_ones()
    {
        var page = RealSite.Document("lists/recommendations.html");
        var rows = page.QuerySelectorAll("tbody tr").ToList();
        Assert.Contains(page.QuerySelectorAll(".facet__count"), count => count.TextContent.Contains('+', StringComparison.Ordinal));
        foreach (var choice in page.QuerySelectorAll(".facet__choice"))
        {
            var name = choice.Closest("[data-facet]")!.GetAttribute("data-facet");
            var key = choice.QuerySelector("input")!.GetAttribute("value")!;
            var with = rows.Where(row => row.GetAttribute("data-" + name)!.Split(' ').Contains(key)).ToLookup(row => row.HasAttribute("data-described-together"));
            var expected = with[true].Any() ? $"{with[false].Count()} + {with[true].Count()}" : $"{with[false].Count()}";

            Assert.Equal(expected, choice.QuerySelector(".facet__count")!.TextContent);
        }
    }

    [Fact]
    public void Every_value_of_a_facet_has_a_list_of_its_own_with_the_very_rows_of_the_filter()
    {
        var page = RealSite.Document("lists/recommendations.html");
        var rows = page.QuerySelectorAll("tbody tr").ToList();
        var tried = new HashSet<string>(StringComparer.Ordinal);
        foreach (var choice in page.QuerySelectorAll(".facet__choice input"))
        {
            var (name, key) = (choice.Closest("[data-facet]")!.GetAttribute("data-facet"), choice.GetAttribute("value")!);
            var list = name switch
            {
                "theme" => $"lists/themes/{key}.html",
                "state" => $"lists/states/{key.ToLowerInvariant()}.html",
                "cycle" => $"reviews/upr-{key}.html",
                "position" => $"lists/positions/{key}.html",
                "level" => $"lists/levels/{key}.html",
                _ => $"lists/groups/{key}.html",
            };
            var linked = RealSite.Document(list).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!.Split("recommendations/")[^1]).ToHashSet(StringComparer.Ordinal);
            var filtered = rows.Where(row => row.GetAttribute("data-" + name)!.Split(' ').Contains(key)).Select(row => row.QuerySelector("th a")!.GetAttribute("href")!.Split("recommendations/")[^1]);

            // The filter of a broader theme finds narrower ones, too; its page links to theirs.
            foreach (var address in name == "theme" ? filtered.Where(address => Bears(address, key)) : filtered)
            {
                Assert.Contains(address, linked);
                tried.Add(name!);
            }
        }

        Assert.Equal(6, tried.Count);

        static bool Bears(string address, string theme) =>
            RealSite.Knowledge.Find(EntryId.Parse("recommendations/" + address[..^".html".Length]))!.Themes.Contains(theme);
    }

    [Fact]
    public void Goals_are_a_facet_with_lists_of_their_own_only_where_a_source_attaches_them()
    {
        var with = SmallSite.Recommendation.Replace("priority: true", "sdg: [\"16.10\", \"5.2\"]\npriority: true", StringComparison.Ordinal);
        var site = SmallSite.Render(("content/recommendations/upr-3/139.114.md", with));

        Assert.Contains("Goal 16: Peace, justice and strong institutions 1", SmallSite.Words(site.Main("lists/recommendations.html").QuerySelector("[data-facet=goal]")!), StringComparison.Ordinal);
        Assert.Equal("16 5", site.Main("lists/recommendations.html").QuerySelector("tbody tr")!.GetAttribute("data-goal"));
        Assert.Contains("Target 16.10 1 recommendation", site.Text("lists/goals/16.html"), StringComparison.Ordinal);
        Assert.Contains("Цель 5: Гендерное равенство", site.Text("ru/lists/goals.html"), StringComparison.Ordinal);
        Assert.Null(RealSite.Document("lists/recommendations.html").QuerySelector("[data-facet=goal]"));
    }

    [Theory]
    [InlineData("role: assessment", "implemented regression")]
    [InlineData("role: assessment\nabout: adopted-law", "implemented regression")]
    [InlineData("role: assessment\nabout: draft-law", "regression")]
    [InlineData("role: assessment\nabout: bill", "regression")]
    [InlineData("role: baseline", "regression")]
    [InlineData("role: baseline\nabout: adopted-law", "regression")]
    public void Levels_of_what_is_not_counted_are_not_in_the_table(string role, string levels)
    {
        const string newer = "content/evaluations/newer.md";
        var site = SmallSite.Render((newer, SmallSite.FileOf(newer).Replace("level: regression", "level: implemented", StringComparison.Ordinal).Replace("role: assessment", role, StringComparison.Ordinal)));
        var page = site.Main("lists/recommendations.html");

        Assert.Equal(levels, page.QuerySelector("tbody tr")!.GetAttribute("data-level"));
        Assert.Equal(levels.Contains("implemented", StringComparison.Ordinal) ? "1" : "0", page.QuerySelector(".facet__choice input[value=implemented] ~ .facet__count")!.TextContent);
        Assert.Equal(levels.Contains("implemented", StringComparison.Ordinal), site.Main("lists/levels/implemented.html").QuerySelector("#recommendations-by-name a, [id^=recommendations-by-name] a") is not null);
    }

    [Theory]
    [InlineData("lists/evaluations.html", 40)]
    [InlineData("lists/decisions.html", 90)]
    [InlineData("lists/findings.html", 22)]
    [InlineData("lists/reviews.html", 4)]
    [InlineData("lists/articles.html", 6)]
    public void A_list_links_to_every_entry_of_its_kind(string path, int entries)
    {
        var items = RealSite.Document(path).QuerySelectorAll(".entry-list > li").ToList();

        Assert.Equal(entries, items.Count);
        Assert.Equal(entries, items.Select(item => item.QuerySelector("a")!.GetAttribute("href")).Distinct().Count());
    }

    [Fact]
    public void Every_list_says_how_many_and_how_they_are_sorted()
    {
        foreach (var page in RealSite.Pages.Where(page => page.Kind == PageKind.List && !page.Address.StartsWith("lists/symbols/", StringComparison.Ordinal)))
        {
            var summaries = RealSite.Document(page.File.Path).QuerySelectorAll(".list-summary");

            Assert.True(summaries.Any(summary => summary.TextContent.Trim().Length > 0), page.File.Path);
        }
    }

    [Fact]
    public void An_article_that_was_invoked_is_not_among_those_found_violated()
    {
        var decision = RealSite.Knowledge.Decisions.First(decision =>
            decision.ArticlesInvoked.IsKnown && decision.ArticlesInvoked.Value.Articles.Any(article => article.Number == "12") && decision.ArticlesViolated.IsKnown
            && decision.ArticlesViolated.Value.Articles.All(article => article.Number != "12"));
        var page = RealSite.Document("lists/treaty-articles/iccpr-12.html");

        bool Lists(string section) => page.QuerySelector(section)!.QuerySelectorAll("a").Any(link => link.GetAttribute("href")!.EndsWith(decision.Id.Address, StringComparison.Ordinal));
        Assert.True(Lists("#invoked"));
        Assert.False(Lists("#violated"));
    }

    [Fact]
    public void The_timeline_has_every_event_and_every_step_of_a_review_once()
    {
        var page = RealSite.Document("timeline.html");
        var links = page.QuerySelectorAll(".timeline__title a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.All(RealSite.Knowledge.Events, happening => Assert.Single(links, link => link == happening.Id.Address), throwIfEmpty: true);
        Assert.Equal(["2010", "2014", "2015", "2019", "2020", "2021", "2022", "2023", "2024", "2025"], page.QuerySelectorAll(".section > h2").Select(year => year.TextContent));
    }

    [Fact]
    public void The_page_for_missing_addresses_needs_no_file_and_leads_home_from_anywhere()
    {
        string[] up = ["./", "../", "../../", "../../../"];
        string[] outside = ["#main", RealSite.Knowledge.Config.LicenceUrl];

        // Where nobody has said where the site stands, an address from the root of the host would leave it.
        var lost = MissingPageAt("https://example.org/");
        Assert.Equal(up, Links(lost).Except(outside));
        Assert.Empty(lost.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script, form"));
        Assert.NotEmpty(lost.QuerySelector("style")!.TextContent);

        var placed = MissingPageAt("https://example.org/site/");
        Assert.All(Links(placed).Except(outside).Except(up), href => Assert.StartsWith("/site/", href, StringComparison.Ordinal), throwIfEmpty: true);
        Assert.Contains("/site/index.html", Links(placed));
        Assert.Contains("/site/lists/recommendations.html", Links(placed));
        Assert.Empty(up.Except(Links(placed)));
        Assert.Empty(placed.QuerySelectorAll("link[rel=stylesheet]"));
        Assert.NotEmpty(placed.QuerySelector("style")!.TextContent);
    }

    private static IHtmlDocument MissingPageAt(string baseUrl)
    {
        var result = SiteBuilder.Build(Support.SmallSite.Sources(), new BuildOptions { BaseUrl = baseUrl });
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.ToString()));
        return new HtmlParser().ParseDocument(result.Site!.Find("404.html")!.Text);
    }

    private static List<string> Links(IHtmlDocument page) => [.. page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Distinct()];

    [Fact]
    public void Every_page_can_be_reached_from_home_by_links()
    {
        var pages = RealSite.Pages.Select(page => page.File.Path).ToHashSet(StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal) { "index.html" };
        var waiting = new Queue<string>(reached);
        while (waiting.TryDequeue(out var path))
        {
            foreach (var link in RealSite.Document(path).QuerySelectorAll("a[href]:not([href^='mailto:'])"))
            {
                var target = new Uri(new Uri("https://site.test/" + path), link.GetAttribute("href")!);
                var to = Uri.UnescapeDataString(target.AbsolutePath).TrimStart('/');
                if (target.Host == "site.test" && pages.Contains(to) && reached.Add(to))
                {
                    waiting.Enqueue(to);
                }
            }
        }

        pages.Remove("404.html");
        Assert.Empty(pages.Except(reached));
    }

    [Fact]
    public void A_title_may_have_signs_beyond_the_first_plane() =>
        Assert.Contains("A 😀 day", SmallSite.Render(("content/articles/about.md", "---\ntitle: A 😀 day\nsummary: What it is.\n---\n\nIn English.\n")).Text("lists/titles.html"), StringComparison.Ordinal);
}

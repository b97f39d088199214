using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using Heed.Model;
using Heed.Rendering;
using Heed.Rendering.Themes;

namespace Heed.Tests.Rendering;

/// <summary>A theme's page is a briefing whose every number can be counted on the page and in the knowledge base.</summary>
public sealed class ThemePagesTests
{
    public static TheoryData<string> Themes => [.. RealSite.Knowledge.Vocabulary.Themes.All.Select(theme => theme.Key)];

    private static ThemeRecords RecordsOf(string theme) => ThemeRecords.Of(RealSite.Knowledge.Vocabulary.Themes.Find(theme)!, RealSite.Knowledge);

    private static IElement Page(string theme) => RealSite.Document($"lists/themes/{theme}.html").QuerySelector("main")!;

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_recommendation_of_the_theme_stands_in_its_cycle_once(string theme)
    {
        var asked = RealSite.Knowledge.Recommendations.Where(recommendation => recommendation.Themes.Contains(theme)).ToList();

        Assert.Equal(
            asked.Select(recommendation => $"{recommendation.Review.Target.Name} ../../{recommendation.Id.Address}").Order(StringComparer.Ordinal),
            Page(theme).QuerySelectorAll(".asked > li").Select(item => $"{item.Closest("section")!.Id} {item.QuerySelector(".asked__head > a")!.GetAttribute("href")}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Answers_are_counted_of_single_recommendations_and_groups_stand_beside(string theme)
    {
        var records = RecordsOf(theme);
        Assert.Equal(
            records.Recommendations.Select(recommendation => recommendation.Review.Target.Name).Distinct().Order(StringComparer.Ordinal),
            Page(theme).QuerySelectorAll("table.answers tbody th a").Select(link => link.GetAttribute("href")![1..]).Order(StringComparer.Ordinal));
        foreach (var row in Page(theme).QuerySelectorAll("table.answers tbody tr"))
        {
            var review = row.QuerySelector("th a")!.GetAttribute("href")![1..];
            var singles = records.Singles.Where(recommendation => recommendation.Review.Target.Name == review).ToList();
            int[] expected =
            [
                singles.Count(recommendation => recommendation.Position == Position.Supported),
                singles.Count(recommendation => recommendation.Position == Position.Noted),
                singles.Count(recommendation => recommendation.Position == Position.Unknown),
                singles.Count,
                records.Groups.Count(recommendation => recommendation.Review.Target.Name == review),
            ];
            Assert.Equal(expected, Numbers(row));
            Assert.Equal(expected[3], expected[..3].Sum());
        }

        var sum = Page(theme).QuerySelector("table.answers tfoot tr");
        if (sum is not null)
        {
            var rows = Page(theme).QuerySelectorAll("table.answers tbody tr").Select(Numbers).ToList();
            Assert.Equal(Enumerable.Range(0, 5).Select(column => rows.Sum(row => row[column])), Numbers(sum));
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Each_counted_evaluation_stands_side_by_side_once_under_its_level_and_no_other_does(string theme)
    {
        var evaluations = RealSite.Knowledge.Evaluations.Where(evaluation => evaluation.Themes.Contains(theme)).ToLookup(evaluation => evaluation.IsCounted);
        var page = Page(theme);

        Assert.Equal(
            evaluations[true].Select(evaluation => $"level-{evaluation.Level} ../../{evaluation.Id.Address}").Order(StringComparer.Ordinal),
            page.QuerySelectorAll(".side").SelectMany(side => CardsIn(side).Select(card => $"{side.Id} {card}")).Order(StringComparer.Ordinal));
        Assert.Equal(
            evaluations[false].Select(evaluation => "../../" + evaluation.Id.Address).Order(StringComparer.Ordinal),
            page.QuerySelectorAll("#not-counted").SelectMany(CardsIn).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void The_chart_counts_what_stands_side_by_side(string theme)
    {
        var page = Page(theme);
        if (page.QuerySelector("#levels-of-theme tbody") is not { } table)
        {
            Assert.True(page.QuerySelectorAll(".side .side-card").Length < 2);
            return;
        }

        var byLevel = page.QuerySelectorAll(".side").ToDictionary(side => SmallSite.Words(side.QuerySelector(".level")!), side => side.QuerySelectorAll(".side-card").Length);
        var levels = page.QuerySelectorAll("#levels-of-theme thead th").Skip(1).Select(heading => heading.TextContent).ToList();
        var sums = table.QuerySelectorAll("tr").Select(Numbers).Aggregate((left, right) => [.. left.Zip(right, (one, other) => one + other)]);

        Assert.Equal(levels[..^1].Select(level => byLevel.GetValueOrDefault(level)), sums[..^1]);
        Assert.Equal(page.QuerySelectorAll(".side .side-card").Length, sums[^1]);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void States_are_counted_by_their_single_recommendations(string theme)
    {
        var counts = RecordsOf(theme).Singles
            .SelectMany(recommendation => recommendation.RecommendingStates.Or([]))
            .GroupBy(state => $"../states/{state.ToLowerInvariant()}.html", StringComparer.Ordinal)
            .Select(state => $"{state.Key} {state.Count()}");

        Assert.Equal(
            counts.Order(StringComparer.Ordinal),
            Page(theme).QuerySelectorAll(".counted-links li").Select(item => $"{item.QuerySelector("a")!.GetAttribute("href")} {item.QuerySelector(".counted-links__count")!.TextContent}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_part_is_named_on_this_page_and_is_there(string theme)
    {
        var page = Page(theme);
        var named = page.QuerySelectorAll(".toc a").Select(link => link.GetAttribute("href")![1..]).ToList();

        Assert.Equal(page.QuerySelectorAll(".theme > section:not(#brief)").Select(section => section.Id), named);
    }

    [Theory]
    [InlineData("en", "What is asked of Kazakhstan about Peaceful assembly")]
    [InlineData("ru", "Казахстан: что рекомендовано по теме Мирные собрания")]
    public void The_heading_asks_what_is_asked(string language, string heading) =>
        Assert.Equal(heading, SmallSite.Words(RealSite.Document($"{(language == "en" ? "" : language + "/")}lists/themes/peaceful-assembly.html").QuerySelector("h1")!));

    [Fact]
    public void A_difference_between_assessors_is_said_and_both_ends_are_named()
    {
        Assert.Equal(
            "Assessors differ: 2 levels, from “Implemented” to “Partially implemented”. Each stands beside the others as it was said.",
            SmallSite.Words(Page("peaceful-assembly").QuerySelector(".sides__spread")!));
        Assert.Equal("No evaluation was found.", SmallSite.Words(Page("corruption").QuerySelector(".sides__spread")!));
    }

    [Fact]
    public void Nothing_is_averaged_or_made_a_share()
    {
        var pages = RealSite.Pages.Where(page => page.Kind is PageKind.Theme or PageKind.Matrix or PageKind.Compare || page.Address == "lists/levels.html").ToList();
        Assert.All(
            pages.SelectMany(page => RealSite.Document(page.File.Path).QuerySelectorAll("main td, .theme__brief dd, .sides__spread, svg text")),
            element => Assert.DoesNotMatch(@"\d ?%|\d[.,]\d+ ?(of|из)|Ø", element.TextContent),
            throwIfEmpty: true);
        Assert.All(
            pages.SelectMany(page => RealSite.Document(page.File.Path).QuerySelectorAll("main td.numeric, main .matrix__sum, main .matrix__count")),
            cell => Assert.True(int.TryParse(cell.TextContent.Split('·')[0].Trim(), out _), cell.OuterHtml),
            throwIfEmpty: true);
    }

    [Fact]
    public void What_is_unknown_is_a_number_and_leads_to_the_records()
    {
        var records = RecordsOf("peaceful-assembly");
        var items = Page("peaceful-assembly").QuerySelectorAll("#unknown .facts__item").ToDictionary(item => item.QuerySelector("dt")!.TextContent);

        Assert.Equal("3 recommendations and 2 groups", items["Paragraph number not known"].QuerySelector("dd")!.TextContent);
        Assert.Equal(
            records.Recommendations.Where(recommendation => !recommendation.Paragraph.IsKnown).Select(recommendation => "../../" + recommendation.Id.Address),
            items["Paragraph number not known"].QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("all of them (13 recommendations and 2 groups)", items["No evaluation by name"].QuerySelector("dd")!.TextContent);
        Assert.DoesNotContain("No evaluation at all, by name or by theme", items.Keys);
        Assert.Equal("1 recommendation", items["No decision of a UN body linked"].QuerySelector("dd")!.TextContent);
    }

    [Fact]
    public void A_theme_says_that_narrower_ones_are_not_within_it_and_holds_none_of_theirs()
    {
        var site = SmallSite.Render();

        Assert.Contains("Narrower themes have pages of their own and are not within its counts.", site.Text("lists/themes/rights.html"), StringComparison.Ordinal);
        Assert.Contains("There is no narrower theme.", site.Text("lists/themes/defenders.html"), StringComparison.Ordinal);
        Assert.Empty(site.Main("lists/themes/rights.html").QuerySelectorAll(".asked > li"));
        Assert.Single(site.Main("lists/themes/defenders.html").QuerySelectorAll(".asked > li"));
        Assert.Single(site.Main("lists/themes/rights.html").QuerySelectorAll(".side-card"));
    }

    [Fact]
    public void An_evaluation_of_a_recommendation_by_name_is_shown_and_not_counted_as_one_of_the_theme()
    {
        var page = SmallSite.Render().Main("lists/themes/defenders.html");

        Assert.Equal(2, page.QuerySelectorAll("#by-name .side-card").Length);
        Assert.Empty(page.QuerySelectorAll(".sides .side-card"));
    }

    [Fact]
    public void A_group_is_in_no_count()
    {
        var page = SmallSite
            .Render(("content/recommendations/upr-3/139.114.md", SmallSite.Recommendation.Replace("describes: one", "describes: at least 13", StringComparison.Ordinal)))
            .Main("lists/themes/defenders.html");

        Assert.Equal([0, 0, 0, 0, 1], Numbers(page.QuerySelector("table.answers tbody tr")!));
        Assert.Empty(page.QuerySelectorAll(".counted-links li"));
        Assert.Contains("Named only in groups described together, not counted: Czechia", SmallSite.Words(page.QuerySelector("#states")!), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#awaited"));
    }

    [Fact]
    public void What_is_awaited_is_told_and_in_no_count()
    {
        var page = SmallSite.Render().Main("lists/themes/defenders.html");

        Assert.Equal(
            "Coalition: not assessed, report not at hand (The big coalition) Third cycle: 1 single recommendation of this theme is concerned.",
            SmallSite.Words(page.QuerySelector("#awaited li")!));
        Assert.DoesNotContain("coalition", SmallSite.Words(page.QuerySelector(".theme__brief")!), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void No_briefing_weighs_more_than_30_kilobytes_compressed()
    {
        Assert.All(
            RealSite.Pages.Where(page => page.Kind is PageKind.Theme or PageKind.Matrix or PageKind.Compare),
            page => Assert.True(Compressed(page) < 30_000, $"{page.File.Path} weighs {Compressed(page)} bytes"), throwIfEmpty: true);
    }

    private static long Compressed(RenderedPage page)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packer.Write(Encoding.UTF8.GetBytes(page.File.Text));
        }

        return packed.Length;
    }

    private static IEnumerable<string> CardsIn(IElement part) => part.QuerySelectorAll(".side-card__link a").Select(link => link.GetAttribute("href")!);

    private static int[] Numbers(IElement row) => [.. row.QuerySelectorAll("td").Select(cell => int.Parse(cell.TextContent, System.Globalization.CultureInfo.InvariantCulture))];
}

using AngleSharp.Dom;
using Heed.Model;
using Heed.Rendering;
using Heed.Rendering.Themes;

namespace Heed.Tests.Rendering;

/// <summary>Two cycles by theme: what was asked in both rests on the editors' links, and nothing is counted twice.</summary>
public sealed class ComparePagesTests
{
    public static TheoryData<int, int> Pairs => new() { { 1, 2 }, { 1, 3 }, { 1, 4 }, { 2, 3 }, { 2, 4 }, { 3, 4 } };

    private static Review Cycle(int cycle) => RealSite.Knowledge.Reviews.Single(review => review.Cycle == cycle);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_a_cycle_asked_is_either_linked_to_the_other_or_not(int earlier, int later)
    {
        var themes = CycleComparison.Of(Cycle(earlier), Cycle(later), RealSite.Knowledge);
        Assert.NotEmpty(themes);
        foreach (var theme in themes)
        {
            Assert.Equal(theme.Earlier.Select(Id).Order(StringComparer.Ordinal), theme.AskedAgain.Concat(theme.OnlyEarlier).Select(Id).Order(StringComparer.Ordinal));
            Assert.Equal(theme.Later.Select(Id).Order(StringComparer.Ordinal), theme.AskedBefore.Concat(theme.OnlyLater).Select(Id).Order(StringComparer.Ordinal));
            Assert.All(theme.AskedBefore, recommendation => Assert.Contains(theme.InBoth, pair => pair.Later.Id == recommendation.Id), throwIfEmpty: false);
            Assert.All(theme.AskedAgain, recommendation => Assert.Contains(theme.InBoth, pair => pair.Earlier.Any(one => one.Id == recommendation.Id)), throwIfEmpty: false);
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Each_two_cycles_have_demands_by_which_this_can_be_judged(int earlier, int later)
    {
        var themes = CycleComparison.Of(Cycle(earlier), Cycle(later), RealSite.Knowledge);

        Assert.Contains(themes, theme => !theme.AskedBefore.IsEmpty && !theme.AskedAgain.IsEmpty);
        Assert.Contains(themes, theme => !theme.OnlyEarlier.IsEmpty && !theme.OnlyLater.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_demand_is_in_both_only_where_editors_linked_it(int earlier, int later)
    {
        foreach (var pair in CycleComparison.Of(Cycle(earlier), Cycle(later), RealSite.Knowledge).SelectMany(theme => theme.InBoth))
        {
            Assert.Equal(later, RealSite.Knowledge.Get<Review>(pair.Later.Review).Cycle);
            Assert.All(pair.Earlier, recommendation => Assert.Contains(recommendation, Repetition.Before(pair.Later, RealSite.Knowledge)), throwIfEmpty: true);
            Assert.All(pair.Earlier, recommendation => Assert.Equal(earlier, RealSite.Knowledge.Get<Review>(recommendation.Review).Cycle), throwIfEmpty: true);
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_table_counts_single_recommendations_and_sets_groups_beside(int earlier, int later)
    {
        var rows = Page(earlier, later).QuerySelectorAll("table.compare tbody tr").ToDictionary(row => row.QuerySelector("th a")!.GetAttribute("href")!);
        foreach (var theme in CycleComparison.Of(Cycle(earlier), Cycle(later), RealSite.Knowledge))
        {
            var cells = rows["#theme-" + theme.Theme.Key].QuerySelectorAll("td").Select(SmallSite.Words).ToList();

            Assert.StartsWith($"{Singles(theme.Earlier)}", cells[0], StringComparison.Ordinal);
            Assert.Equal(Groups(theme.Earlier) > 0, cells[0].Contains("group", StringComparison.Ordinal));
            Assert.StartsWith($"{Singles(theme.AskedAgain)}", cells[1], StringComparison.Ordinal);
            Assert.StartsWith($"{Singles(theme.OnlyEarlier)}", cells[2], StringComparison.Ordinal);
            Assert.StartsWith($"{Singles(theme.Later)}", cells[3], StringComparison.Ordinal);
            Assert.Equal(Groups(theme.Later) > 0, cells[3].Contains("group", StringComparison.Ordinal));
            Assert.StartsWith($"{Singles(theme.AskedBefore)}", cells[4], StringComparison.Ordinal);
            Assert.StartsWith($"{Singles(theme.OnlyLater)}", cells[5], StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_answers_of_a_row_add_up_to_its_recommendations(int earlier, int later)
    {
        var cells = Page(earlier, later).QuerySelectorAll("table.compare td").Where(cell => cell.QuerySelector(".compare__all") is not null).ToList();
        Assert.NotEmpty(cells);
        foreach (var cell in cells)
        {
            Assert.Equal(
                Number(cell.QuerySelector(".compare__all")!),
                cell.QuerySelectorAll(".position").Sum(Number));
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_is_at_hand_of_both_cycles_is_printed(int earlier, int later)
    {
        var notice = SmallSite.Words(Page(earlier, later).QuerySelector(".notice")!);

        Assert.StartsWith("Our records are not all recommendations of these cycles.", notice, StringComparison.Ordinal);
        Assert.Contains(ThemeCoverage(earlier), notice, StringComparison.Ordinal);
        Assert.Contains(ThemeCoverage(later), notice, StringComparison.Ordinal);
        Assert.Contains("never counted as one", notice, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_pair_is_linked_from_the_list_of_reviews_and_from_both_reviews()
    {
        Assert.Equal(6, RealSite.Document("lists/reviews.html").QuerySelectorAll(".related-lists a").Count(link => link.GetAttribute("href")!.StartsWith("compare/", StringComparison.Ordinal)));
        Assert.Equal(
            ["../lists/compare/upr-1-upr-3.html", "../lists/compare/upr-2-upr-3.html", "../lists/compare/upr-3-upr-4.html"],
            RealSite.Document("reviews/upr-3.html").QuerySelectorAll(".review__compare a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Where_there_is_one_review_nothing_is_compared() => Assert.Null(SmallSite.Render().Main("reviews/upr-3.html").QuerySelector(".review__compare"));

    private static IElement Page(int earlier, int later) => RealSite.Document($"lists/compare/upr-{earlier}-upr-{later}.html").QuerySelector("main")!;

    private static string ThemeCoverage(int cycle) => Heed.Rendering.Lists.Counting.Coverage(
        Cycle(cycle), RealSite.Knowledge.RecommendationsOf(Cycle(cycle)), RealSite.Theme.LabelsIn("en"));

    private static int Singles(IEnumerable<Recommendation> recommendations) => recommendations.Count(recommendation => !recommendation.Describes.IsGroup);

    private static int Groups(IEnumerable<Recommendation> recommendations) => recommendations.Count(recommendation => recommendation.Describes.IsGroup);

    private static int Number(IElement element) => int.Parse(element.FirstChild!.TextContent, System.Globalization.CultureInfo.InvariantCulture);

    private static string Id(Recommendation recommendation) => recommendation.Id.ToString();
}

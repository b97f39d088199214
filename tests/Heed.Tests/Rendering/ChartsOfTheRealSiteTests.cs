using Heed.Model;
using Heed.Rendering.Charts;
using Heed.Rendering.Lists;

namespace Heed.Tests.Rendering;

public sealed class ChartsOfTheRealSiteTests
{
    [Fact]
    public void Positions_come_from_the_official_totals()
    {
        var chart = PositionsChart.Of(RealSite.Knowledge, RealSite.Theme.LabelsIn("en"), review => review.Title);

        Assert.Equal([128, 194, 245, 294], chart.Bars.Select(bar => bar.Sum.Count));
        Assert.Equal([121, 144, 214, 259], chart.Bars.Select(bar => bar.Figures[0].Count));
        Assert.Equal([7, 50, 31, 35], chart.Bars.Select(bar => bar.Figures[1].Count));
    }

    [Fact]
    public void A_total_that_Heed_worked_out_is_marked()
    {
        var chart = PositionsChart.Of(RealSite.Knowledge, RealSite.Theme.LabelsIn("en"), review => review.Title);

        Assert.Equal(["†", "", "", ""], chart.Bars.Select(bar => bar.Sum.Mark));
        Assert.Equal("35 (worked out)", chart.Bars[3].Figures[1].Words);
        Assert.Contains(chart.Notes, note => note.StartsWith('†'));
    }

    [Fact]
    public void Baselines_drafts_and_bills_are_in_no_bar()
    {
        var counted = LevelsChart.Counted(RealSite.Knowledge);

        Assert.DoesNotContain(counted, evaluation => evaluation.IsBaseline || evaluation.Subject is EvaluationSubject.DraftLaw or EvaluationSubject.Bill);
        Assert.Equal(RealSite.Knowledge.Evaluations.Length, counted.Length + LevelsChart.LeftOut(RealSite.Knowledge).Length);
        Assert.Equal(8, LevelsChart.LeftOut(RealSite.Knowledge).Length);
    }

    [Fact]
    public void Each_counted_evaluation_is_in_one_bar_once()
    {
        var chart = LevelsChart.Of(RealSite.Knowledge, RealSite.Theme.LabelsIn("en"), HomePage.Followed(RealSite.Knowledge))!;

        Assert.Equal(LevelsChart.Counted(RealSite.Knowledge).Length, chart.Bars.Sum(bar => bar.Sum.Count));
        Assert.All(chart.Bars, bar => Assert.Equal(bar.Sum.Count, bar.Figures.Sum(figure => figure.Count)), throwIfEmpty: true);
    }

    [Fact]
    public void The_chart_of_levels_says_that_it_is_no_verdict()
    {
        var chart = LevelsChart.Of(RealSite.Knowledge, RealSite.Theme.LabelsIn("en"), HomePage.Followed(RealSite.Knowledge))!;

        Assert.Equal(
            [
                "32 evaluations by 28 assessors over 16 themes; not a verdict on 245 recommendations.",
                "1 of them names a recommendation. The others judge themes as a whole.",
            ],
            chart.Notes);
    }

    [Fact]
    public void Home_names_every_evaluation_that_the_chart_leaves_out()
    {
        var leftOut = RealSite.Document("index.html").QuerySelectorAll(".chart__left-out a").Select(link => link.GetAttribute("href"));

        Assert.Equal(
            LevelsChart.LeftOut(RealSite.Knowledge).Select(evaluation => evaluation.Id.Address).Order(StringComparer.Ordinal),
            leftOut.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_figures_of_home_are_those_of_the_third_cycle()
    {
        var home = RealSite.Document("index.html");

        Assert.Equal(["245", "214", "31"], home.QuerySelectorAll(".home__number").Select(number => number.TextContent));
        Assert.Contains("A/HRC/43/2", home.QuerySelector("#figures")!.TextContent, StringComparison.Ordinal);
    }
}

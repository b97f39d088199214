using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Heed.Rendering.Charts;

namespace Heed.Tests.Rendering;

public sealed class StackedBarDrawingTests
{
    [Fact]
    public void The_picture_and_the_table_have_the_same_figures()
    {
        var figure = Draw(Chart(Bar("First", 3, 2, 1), Bar("Second", 5, 0, 5)));

        Assert.Equal(["2", "1", "3", "0", "5", "5"], figure.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal(["2", "1", "5"], figure.QuerySelectorAll("svg[role=img] text.chart__value:not(.chart__plate)").Select(text => text.TextContent));
        Assert.Equal(["First · 3", "Second · 5"], figure.QuerySelectorAll("svg[role=img] text:not(.chart__value)").Select(text => text.TextContent));
    }

    [Fact]
    public void What_is_not_known_has_words_and_an_empty_bar()
    {
        var figure = Draw(Chart(new ChartBar("Fifth", Unknown, [Unknown, Unknown])));

        Assert.Equal(["not known", "not known", "not known"], figure.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Single(figure.QuerySelectorAll("svg[role=img] .chart__bar--unknown"));
        Assert.Empty(figure.QuerySelectorAll("svg[role=img] .chart__bar"));
    }

    [Fact]
    public void A_part_that_is_not_known_is_not_drawn_as_none()
    {
        var figure = Draw(Chart(new ChartBar("First", Of(10), [Of(6), Unknown])));

        Assert.Single(figure.QuerySelectorAll("svg[role=img] .chart__bar--unknown"));
        Assert.Contains("part two not known", figure.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_was_worked_out_is_marked_in_the_picture_and_told_in_the_table()
    {
        var figure = Draw(Chart(new ChartBar("First", Of(10), [Of(6), new ChartFigure(4, "4 (worked out)", "†")])));

        Assert.Contains("4†", figure.QuerySelector("svg[role=img]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("4 (worked out)", figure.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Those_who_do_not_see_it_are_told_all_figures()
    {
        var figure = Draw(Chart(Bar("First", 3, 2, 1)));
        var picture = figure.QuerySelector("svg[role=img]")!;

        Assert.Equal("chart-title chart-desc", picture.GetAttribute("aria-labelledby"));
        Assert.Equal("First: whole 3; part one 2, part two 1.", picture.QuerySelector("#chart-desc")!.TextContent);
    }

    [Fact]
    public void A_long_name_goes_on_in_a_line_of_its_own()
    {
        var figure = Draw(Chart(Bar("A name that no telephone could show within one line", 3, 2, 1)));

        Assert.Equal(["A name that no telephone could", "show within one line · 3"], figure.QuerySelectorAll("svg[role=img] text:not(.chart__value)").Select(text => text.TextContent));
        Assert.Equal("4.8em", figure.QuerySelector("svg[role=img]")!.GetAttribute("height"));
    }

    [Fact]
    public void It_needs_no_style_of_its_own_which_the_policy_of_the_pages_forbids()
    {
        var figure = Draw(Chart(Bar("<b>First</b>", 3, 2, 1)));

        Assert.Empty(figure.QuerySelectorAll("[style], style, script, b"));
    }

    [Fact]
    public void Parts_side_by_side_are_told_apart_by_pattern()
    {
        var figure = Draw(Chart(Bar("First", 3, 2, 1)));
        var fills = figure.QuerySelectorAll("svg[role=img] .chart__bar").Select(part => part.GetAttribute("fill")).ToList();

        Assert.Equal(fills.Count, fills.Distinct().Count());
        Assert.All(fills, fill => Assert.NotNull(figure.QuerySelector(fill![4..^1])), throwIfEmpty: true);
    }

    private static readonly ChartFigure Unknown = new(null, "not known");

    private static ChartFigure Of(int count) => new(count, count.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static ChartBar Bar(string label, int sum, int one, int two) => new(label, Of(sum), [Of(one), Of(two)]);

    private static StackedBarChart Chart(params ChartBar[] bars) => new()
    {
        Id = "chart",
        Title = "A chart",
        BarsWord = "bar",
        SumWord = "whole",
        FiguresWord = "figures",
        Series = [new ChartSeries("part one", ChartFill.Solid), new ChartSeries("part two", ChartFill.Hatched)],
        Bars = [.. bars],
    };

    private static IElement Draw(StackedBarChart chart) =>
        new HtmlParser().ParseDocument(StackedBarDrawing.Draw(chart).Markup).QuerySelector("figure")!;
}

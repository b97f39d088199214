using System.Globalization;
using Heed.Linking;
using Heed.Model;
using Heed.Theming;

namespace Heed.Rendering.Charts;

/// <summary>How many recommendations each review brought and what the State answered, from the reviews' official totals and never from the records at hand.</summary>
internal static class PositionsChart
{
    private const string Mark = "†";

    public static StackedBarChart Of(KnowledgeBase knowledge, Labels labels, Func<Review, string> title)
    {
        var reviews = knowledge.Reviews.OrderBy(review => review.Cycle).ToList();
        var isMarked = reviews.Any(review => review.Received.IsDerived || review.Supported.IsDerived || review.Noted.IsDerived);
        return new StackedBarChart
        {
            Id = "positions-by-cycle",
            Title = labels.Say("chart.positions.title"),
            BarsWord = labels.Say("chart.positions.cycle"),
            SumWord = labels.Say("chart.positions.received"),
            FiguresWord = labels.Say("chart.figures"),
            Series =
            [
                new ChartSeries(labels.Say("position.supported"), ChartFill.Solid),
                new ChartSeries(labels.Say("position.noted"), ChartFill.Hatched),
            ],
            Bars = [.. reviews.Select(review => new ChartBar(
                title(review), Figure(review.Received, labels), [Figure(review.Supported, labels), Figure(review.Noted, labels)]))],
            Notes = isMarked
                ? [labels.Say("chart.positions.source"), labels.Say("chart.derived", Mark)]
                : [labels.Say("chart.positions.source")],
        };
    }

    private static ChartFigure Figure(Total total, Labels labels)
    {
        if (total.Least is not { } least || total.Most is not { } most)
        {
            return new ChartFigure(null, labels.Say("chart.not-known"));
        }

        var words = least == most ? least.ToString(CultureInfo.InvariantCulture) : labels.Say("chart.range", least, most);
        return new ChartFigure(
            least == most ? least : null,
            total.IsDerived ? labels.Say("chart.derived-figure", words) : words,
            total.IsDerived ? Mark : "");
    }
}

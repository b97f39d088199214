using System.Globalization;
using System.Text;
using Heed.Text;
using static Heed.Rendering.Charts.Length;

namespace Heed.Rendering.Charts;

/// <summary>Draws the road of a demand: cycles in columns, stops by the shape of the State's answer, lines for what was asked again.</summary>
/// <remarks>
/// Columns are per cent of the width and everything upright is in em, as in <see cref="StackedBarDrawing"/>. Words stand under
/// their stop with an outline of paper, so that a line may run behind them. The text version is the lists beneath, on the page.
/// </remarks>
public static class RoadDrawing
{
    private const double Head = 3.4;

    /// <summary>From the upper edge of a stop to the middle of its shape.</summary>
    private const double Above = 1.2;

    /// <summary>From the middle of the shape to the foot of the first words.</summary>
    private const double ToWords = 2;

    private const double LineHeight = 1.2;

    /// <summary>A word longer than this would touch its neighbours on a telephone, and is broken at a blank.</summary>
    private const int LongestLine = 10;

    /// <summary>The whole figure.</summary>
    public static Html Draw(Road road)
    {
        var html = new StringBuilder();
        var id = Of(road.Id);
        var columns = road.Columns.Length;
        var tallest = Enumerable.Range(0, columns).Max(column => road.Stops.Count(stop => stop.Column == column));
        var stopHeight = road.Stops.Max(stop => Above + ToWords + LineHeight * LinesOf(stop).Count());
        var height = Head + tallest * stopHeight;
        var places = Places(road, tallest, stopHeight);

        html.Append(CultureInfo.InvariantCulture, $"<figure class=\"chart road\" id=\"{id}\">\n<figcaption class=\"chart__title\">{Of(road.Title)}</figcaption>\n");
        html.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart__picture road__picture\" role=\"group\" aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\" width=\"100%\" height=\"{Em(height)}\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}-title\">{Of(road.Title)}</title>\n<desc id=\"{id}-desc\">{Of(road.Description)}</desc>\n");
        for (var column = 0; column < columns; column++)
        {
            Column(html, road, column, height);
        }

        foreach (var step in road.Steps)
        {
            var (from, to) = (places[step.Earlier], places[step.Later]);
            html.Append(CultureInfo.InvariantCulture, $"<line class=\"road__step\" x1=\"{from.X}\" y1=\"{from.Y}\" x2=\"{to.X}\" y2=\"{to.Y}\"/>\n");
        }

        foreach (var stop in road.Stops)
        {
            Stop(html, stop, places[stop.Key], road.HereWord);
        }

        html.Append("</svg>\n</figure>");
        return new Html(html.ToString());
    }

    /// <summary>Stops of a column stand around its middle.</summary>
    private static Dictionary<string, (string X, string Y)> Places(Road road, int tallest, double stopHeight)
    {
        var places = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var column in road.Stops.GroupBy(stop => stop.Column))
        {
            var top = Head + (tallest - column.Count()) * stopHeight / 2 + Above;
            foreach (var (stop, row) in column.Select((stop, row) => (stop, row)))
            {
                places[stop.Key] = (Middle(road, stop.Column), Em(top + row * stopHeight));
            }
        }

        return places;
    }

    private static void Column(StringBuilder html, Road road, int column, double height)
    {
        var (name, year) = road.Columns[column];
        if (column > 0)
        {
            var edge = Percent(100.0 * column / road.Columns.Length);
            html.Append(CultureInfo.InvariantCulture, $"<line class=\"road__edge\" x1=\"{edge}\" y1=\"0\" x2=\"{edge}\" y2=\"{Em(height)}\"/>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<text class=\"chart__label\" text-anchor=\"middle\" x=\"{Middle(road, column)}\" y=\"1em\">{Of(name)}</text><text class=\"road__year\" text-anchor=\"middle\" x=\"{Middle(road, column)}\" y=\"2.25em\">{Of(year)}</text>\n");
    }

    // A picture within the picture has its own middle, so that shapes can be measured in em around a place in per cent.
    private static void Stop(StringBuilder html, RoadStop stop, (string X, string Y) place, string here)
    {
        var lang = stop.Lang is null ? "" : $" lang=\"{Of(stop.Lang)}\"";
        html.Append(stop.Address is { } address ? $"<a class=\"road__stop\" href=\"{Of(address)}\">" : "<g class=\"road__stop road__stop--here\">");
        html.Append(CultureInfo.InvariantCulture, $"<title{lang}>{Of(stop.Full)}{(stop.Address is null ? $" ({Of(here)})" : "")}</title><svg x=\"{place.X}\" y=\"{place.Y}\" overflow=\"visible\">");
        html.Append("<rect class=\"road__touch\" x=\"-2.4em\" y=\"-1em\" width=\"4.8em\" height=\"4.6em\"/>");
        Shape(html, stop.Position.Key);
        if (stop.Address is null)
        {
            html.Append("<circle class=\"road__ring\" r=\"1em\"/>");
        }

        var foot = ToWords;
        foreach (var (words, kind) in LinesOf(stop))
        {
            html.Append(CultureInfo.InvariantCulture, $"<text class=\"{kind}\" text-anchor=\"middle\" x=\"0\" y=\"{Em(foot)}\">{Of(words)}</text>");
            foot += LineHeight;
        }

        html.Append(stop.Address is null ? "</svg></g>\n" : "</svg></a>\n");
    }

    /// <summary>The shapes of answers as everywhere on the site: a disc, a ring with a bar, a broken ring.</summary>
    private static void Shape(StringBuilder html, string position) => html.Append(position switch
    {
        "supported" => "<circle class=\"road__mark road__mark--full\" r=\"0.55em\"/>",
        "noted" => "<circle class=\"road__mark\" r=\"0.55em\"/><line class=\"road__bar\" x1=\"-0.5em\" x2=\"0.5em\" y1=\"0\" y2=\"0\"/>",
        _ => "<circle class=\"road__mark road__mark--open\" r=\"0.55em\"/>",
    });

    /// <summary>The words under a stop: its name, then the answer.</summary>
    private static IEnumerable<(string Words, string Kind)> LinesOf(RoadStop stop) =>
        Lines(stop.Name).Select(words => (words, "road__name")).Concat(Lines(stop.Position.Text).Select(words => (words, "road__word")));

    /// <summary>One line, or two of about the same length; a word of one letter never ends a line.</summary>
    private static IEnumerable<string> Lines(string words)
    {
        if (words.Length <= LongestLine)
        {
            return [words];
        }

        var breaks = Enumerable.Range(1, words.Length - 2).Where(at => words[at] == ' ' && !(at >= 2 && words[at - 2] == ' ')).ToList();
        if (breaks.Count == 0)
        {
            return [words];
        }

        var best = breaks.MinBy(at => Math.Max(at, words.Length - at - 1));
        return [words[..best], words[(best + 1)..]];
    }

    private static string Middle(Road road, int column) => Percent(100.0 * (column + 0.5) / road.Columns.Length);

    private static string Of(string text) => Html.Escape(text);
}

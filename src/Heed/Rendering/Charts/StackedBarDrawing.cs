using System.Globalization;
using System.Text;
using Heed.Text;
using static Heed.Rendering.Charts.Length;

namespace Heed.Rendering.Charts;

/// <summary>Draws a chart as a picture within the page, with its legend, notes and the table of the same figures.</summary>
/// <remarks>
/// Bars are measured in per cent of the width and everything upright in em, with no view box: a bar stretches with the page
/// while its words keep the size that the reader chose. Colours are classes of the stylesheet, as the pages' policy takes no style attribute.
/// </remarks>
public static class StackedBarDrawing
{
    /// <summary>Width of the longest bar; the rest is for numbers that find no room within their part.</summary>
    private const double LongestBar = 88;

    /// <summary>The narrowest picture that must be legible, in pixels: a telephone of 360 less margins.</summary>
    private const double NarrowestPicture = 270;

    private const double RowHeight = 3.5;

    private const double LineHeight = 1.3;

    /// <summary>How many letters of a bar's name the narrowest picture holds; what is longer goes on in a line of its own.</summary>
    private const int LongestLine = 32;

    /// <summary>The whole figure.</summary>
    public static Html Draw(StackedBarChart chart)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<figure class=\"chart\" id=\"{Of(chart.Id)}\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<figcaption class=\"chart__title\">{Of(chart.Title)}</figcaption>\n");
        Legend(html, chart);
        Picture(html, chart);
        foreach (var note in chart.Notes)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"chart__note\">{Of(note)}</p>\n");
        }

        Table(html, chart);
        html.Append("</figure>");
        return new Html(html.ToString());
    }

    /// <summary>The chart in one paragraph, for those who do not see it.</summary>
    public static string Describe(StackedBarChart chart) =>
        string.Join(" ", chart.Bars.Select(bar =>
            $"{bar.Label}: {chart.SumWord} {bar.Sum.Words}; {string.Join(", ", chart.Series.Zip(bar.Figures).Where(part => part.Second.Count != 0).Select(part => $"{part.First.Label} {part.Second.Words}"))}."));

    private static void Legend(StringBuilder html, StackedBarChart chart)
    {
        html.Append("<ul class=\"chart__legend\">\n");
        for (var series = 0; series < chart.Series.Length; series++)
        {
            html.Append("<li><svg class=\"chart__swatch\" aria-hidden=\"true\" focusable=\"false\">");
            Rectangle(html, chart, series, "0", "0", "100%", "100%");
            html.Append(CultureInfo.InvariantCulture, $"</svg>{Of(chart.Series[series].Label)}</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void Picture(StringBuilder html, StackedBarChart chart)
    {
        var id = Of(chart.Id);
        html.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart__picture\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" width=\"100%\" height=\"{Em(chart.Bars.Sum(HeightOf))}\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}-title\">{Of(chart.Title)}</title>\n<desc id=\"{id}-desc\">{Of(Describe(chart))}</desc>\n<defs>\n");
        foreach (var fill in chart.Series.Select(series => series.Fill).Distinct())
        {
            Pattern(html, chart, fill);
        }

        html.Append("</defs>\n");
        var longest = Math.Max(1, chart.Bars.Max(LengthOf));
        var top = 0.0;
        foreach (var bar in chart.Bars)
        {
            Bar(html, chart, bar, top, longest);
            top += HeightOf(bar);
        }

        html.Append("</svg>\n");
    }

    /// <summary>A bar is as long as its parts, or as the whole when that is more: what is between is drawn as not known.</summary>
    private static int LengthOf(ChartBar bar) => Math.Max(bar.Sum.Count ?? 0, bar.Figures.Sum(figure => figure.Count ?? 0));

    private static double HeightOf(ChartBar bar) => RowHeight + (Lines(bar.Label).Count - 1) * LineHeight;

    private static List<string> Lines(string label)
    {
        var lines = new List<string>();
        while (label.Length > LongestLine && label.LastIndexOf(' ', LongestLine) is var at && at > 0)
        {
            lines.Add(label[..at]);
            label = label[(at + 1)..];
        }

        lines.Add(label);
        return lines;
    }

    private static void Bar(StringBuilder html, StackedBarChart chart, ChartBar bar, double top, int longest)
    {
        var sum = bar.Sum.Count is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count}{bar.Sum.Mark}") : bar.Sum.Words;
        var lines = Lines(bar.Label);
        foreach (var line in lines.SkipLast(1))
        {
            html.Append(CultureInfo.InvariantCulture, $"<text class=\"chart__label\" x=\"0\" y=\"{Em(top + 1.1)}\">{Of(line)}</text>\n");
            top += LineHeight;
        }

        html.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{Em(top + 1.1)}\"><tspan class=\"chart__label\">{Of(lines[^1])}</tspan> · {Of(sum)}</text>\n");

        var left = 0.0;
        var barTop = Em(top + 1.55);
        var wholeWidth = LengthOf(bar) * LongestBar / longest;
        if (bar.Figures.Any(figure => figure.Count is null) || bar.Figures.Sum(figure => figure.Count ?? 0) < LengthOf(bar) || wholeWidth == 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<rect class=\"chart__bar--unknown\" x=\"0\" y=\"{barTop}\" width=\"{Percent(wholeWidth == 0 ? LongestBar : wholeWidth)}\" height=\"1.4em\"/>\n");
        }

        var outside = new List<string>();
        for (var series = 0; series < chart.Series.Length; series++)
        {
            var figure = bar.Figures[series];
            if (figure.Count is not > 0)
            {
                continue;
            }

            var width = figure.Count.Value * LongestBar / longest;
            Rectangle(html, chart, series, Percent(left), barTop, Percent(width), "1.4em");
            var number = string.Create(CultureInfo.InvariantCulture, $"{figure.Count}{figure.Mark}");
            if (width / 100 * NarrowestPicture >= number.Length * 8.5 + 8)
            {
                Number(html, chart.Series[series].Fill, number, left + width / 2, top);
            }
            else
            {
                outside.Add(number);
            }

            left += width;
        }

        if (outside.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<text class=\"chart__value\" x=\"{Percent(left)}\" dx=\"0.4em\" y=\"{Em(top + 2.6)}\">{Of(string.Join(" · ", outside))}</text>\n");
        }
    }

    private static void Number(StringBuilder html, ChartFill fill, string number, double middle, double top)
    {
        if (fill is not (ChartFill.Solid or ChartFill.Empty))
        {
            // The number is written twice, first with a broad outline of paper, so that no line of the pattern runs through it.
            html.Append(CultureInfo.InvariantCulture, $"<text class=\"chart__value chart__plate\" text-anchor=\"middle\" x=\"{Percent(middle)}\" y=\"{Em(top + 2.6)}\" aria-hidden=\"true\">{Of(number)}</text>\n");
        }

        var tone = fill == ChartFill.Solid ? "chart__value chart__value--on-strong" : "chart__value";
        html.Append(CultureInfo.InvariantCulture, $"<text class=\"{tone}\" text-anchor=\"middle\" x=\"{Percent(middle)}\" y=\"{Em(top + 2.6)}\">{Of(number)}</text>\n");
    }

    private static void Rectangle(StringBuilder html, StackedBarChart chart, int series, string x, string y, string width, string height)
    {
        var fill = chart.Series[series].Fill;
        html.Append(CultureInfo.InvariantCulture, $"<rect class=\"chart__bar\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"url(#{Of(PatternId(chart, fill))})\"/>");
    }

    // The patterns are the chart's own, as an id counts once in a page and a fill by class would be sought in the stylesheet.
    private static void Pattern(StringBuilder html, StackedBarChart chart, ChartFill fill)
    {
        var (ground, lines) = fill switch
        {
            ChartFill.Solid => ("strong", ""),
            ChartFill.Hatched => ("mid", "<path class=\"chart__line\" d=\"M-2 2 2 -2M0 8 8 0M6 10 10 6\"/>"),
            ChartFill.Empty => ("paper", ""),
            ChartFill.Crossed => ("light", "<path class=\"chart__line\" d=\"M0 0 8 8M8 0 0 8\"/>"),
            ChartFill.Dotted => ("light", "<circle class=\"chart__dot\" cx=\"2\" cy=\"2\" r=\"1\"/><circle class=\"chart__dot\" cx=\"6\" cy=\"6\" r=\"1\"/>"),
            _ => ("paper", "<path class=\"chart__line\" d=\"M0 4H4\"/>"),
        };
        html.Append(CultureInfo.InvariantCulture, $"<pattern id=\"{Of(PatternId(chart, fill))}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect class=\"chart__fill-{ground}\" width=\"8\" height=\"8\"/>{lines}</pattern>\n");
    }

    private static void Table(StringBuilder html, StackedBarChart chart)
    {
        html.Append(CultureInfo.InvariantCulture, $"<details class=\"chart__figures\"><summary>{Of(chart.FiguresWord)}</summary>\n");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{Of(chart.Title)}\">\n<table>\n<thead><tr><th scope=\"col\">{Of(chart.BarsWord)}</th>");
        foreach (var series in chart.Series)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" class=\"numeric\">{Of(series.Label)}</th>");
        }

        html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" class=\"numeric\">{Of(chart.SumWord)}</th></tr></thead>\n<tbody>\n");
        foreach (var bar in chart.Bars)
        {
            var name = bar.Address is { } address ? $"<a href=\"{Of(address)}\">{Of(bar.Label)}</a>" : Of(bar.Label);
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{name}</th>");
            foreach (var figure in bar.Figures.Append(bar.Sum))
            {
                html.Append(CultureInfo.InvariantCulture, $"<td class=\"numeric\">{Of(figure.Words)}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div></details>\n");
    }

    private static string PatternId(StackedBarChart chart, ChartFill fill) => $"{chart.Id}-{fill.ToString().ToLowerInvariant()}";

    private static string Of(string text) => Html.Escape(text);
}

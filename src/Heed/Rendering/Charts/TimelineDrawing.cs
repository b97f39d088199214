using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heed.Text;
using static Heed.Rendering.Charts.Length;

namespace Heed.Rendering.Charts;

/// <summary>A mark of the timeline.</summary>
/// <param name="Address">Where it stands in the list beneath: <c>#…</c>.</param>
/// <param name="Words">Its date and title.</param>
/// <param name="Lang">The language of the title, when it is not the page's own.</param>
/// <param name="IsReview">Whether it is a step of a review: a square, else a disc.</param>
public sealed record TimelineMark(string Address, string Words, string? Lang, bool IsReview);

/// <summary>A year of the timeline with its marks, by date.</summary>
public sealed record TimelineYear(int Year, ImmutableArray<TimelineMark> Marks);

/// <summary>The timeline as a picture, every word of it given.</summary>
/// <param name="Id">Unique on its page.</param>
/// <param name="EventWord">What a disc is.</param>
/// <param name="ReviewWord">What a square is.</param>
/// <param name="Note">How to read it.</param>
public sealed record TimelinePicture(string Id, string Title, string Description, string EventWord, string ReviewWord, string Note, ImmutableArray<TimelineYear> Years);

/// <summary>Draws years on an axis with a mark for each happening above its year, the first of the year lowest.</summary>
/// <remarks>
/// Years are as wide as each other. Where a run of years has nothing, the axis is broken and narrow, so that dense years stay legible on a
/// telephone. The list beneath the picture is its text version; each mark leads to its place there.
/// </remarks>
public static class TimelineDrawing
{
    /// <summary>The width of a break, where that of a year is 1.</summary>
    private const double BreakWidth = 0.45;

    /// <summary>At the smallest size of words a mark and the blank around it are as high as a finger can hit.</summary>
    private const double MarkHeight = 2;

    /// <summary>The whole figure.</summary>
    public static Html Draw(TimelinePicture picture)
    {
        var html = new StringBuilder();
        var id = Of(picture.Id);
        var tallest = picture.Years.Max(year => year.Marks.Length);
        var axis = 1.6 + tallest * MarkHeight;

        html.Append(CultureInfo.InvariantCulture, $"<figure class=\"chart timeline-chart\" id=\"{id}\">\n<figcaption class=\"chart__title\">{Of(picture.Title)}</figcaption>\n");
        html.Append("<ul class=\"chart__legend\">\n");
        Legend(html, false, picture.EventWord);
        Legend(html, true, picture.ReviewWord);
        html.Append(CultureInfo.InvariantCulture, $"</ul>\n<svg class=\"chart__picture\" role=\"group\" aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\" width=\"100%\" height=\"{Em(axis + 3)}\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}-title\">{Of(picture.Title)}</title>\n<desc id=\"{id}-desc\">{Of(picture.Description)}</desc>\n");

        var unit = 100 / Width(picture);
        var left = 0.0;
        for (var place = 0; place < picture.Years.Length; place++)
        {
            var year = picture.Years[place];
            if (place > 0 && year.Year - picture.Years[place - 1].Year > 1)
            {
                Axis(html, "timeline-chart__break", left, left + BreakWidth * unit, axis);
                left += BreakWidth * unit;
            }

            Axis(html, "timeline-chart__axis", left, left + unit, axis);
            Year(html, year, left + unit / 2, axis, place % 2 == 1);
            left += unit;
        }

        html.Append(CultureInfo.InvariantCulture, $"</svg>\n<p class=\"chart__note\">{Of(picture.Note)}</p>\n</figure>");
        return new Html(html.ToString());
    }

    private static double Width(TimelinePicture picture) =>
        picture.Years.Length + BreakWidth * picture.Years.Zip(picture.Years.Skip(1)).Count(pair => pair.Second.Year - pair.First.Year > 1);

    private static void Legend(StringBuilder html, bool isReview, string words) =>
        html.Append(CultureInfo.InvariantCulture, $"<li><svg class=\"chart__swatch\" aria-hidden=\"true\" focusable=\"false\"><svg x=\"50%\" y=\"50%\" overflow=\"visible\">{Shape(isReview)}</svg></svg>{Of(words)}</li>\n");

    private static void Axis(StringBuilder html, string kind, double from, double to, double axis) =>
        html.Append(CultureInfo.InvariantCulture, $"<line class=\"{kind}\" x1=\"{Percent(from)}\" x2=\"{Percent(to)}\" y1=\"{Em(axis)}\" y2=\"{Em(axis)}\"/>\n");

    private static void Year(StringBuilder html, TimelineYear year, double middle, double axis, bool isLower)
    {
        // On a telephone two years do not fit beside one another; the style sheet sets every other one lower there.
        var x = Percent(middle);
        var kind = isLower ? "timeline-chart__year timeline-chart__year--lower" : "timeline-chart__year";
        html.Append(CultureInfo.InvariantCulture, $"<text class=\"{kind}\" text-anchor=\"middle\" x=\"{x}\" y=\"{Em(axis + 1.5)}\">{year.Year}</text>\n");
        for (var row = 0; row < year.Marks.Length; row++)
        {
            var mark = year.Marks[row];
            var lang = mark.Lang is null ? "" : $" lang=\"{Of(mark.Lang)}\"";
            html.Append(CultureInfo.InvariantCulture, $"<a class=\"timeline-chart__mark\" href=\"{Of(mark.Address)}\"><title{lang}>{Of(mark.Words)}</title><svg x=\"{x}\" y=\"{Em(axis - 1.1 - row * MarkHeight)}\" overflow=\"visible\"><rect class=\"road__touch\" x=\"-1em\" y=\"-1em\" width=\"2em\" height=\"2em\"/>{Shape(mark.IsReview)}</svg></a>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<text class=\"chart__value\" text-anchor=\"middle\" x=\"{x}\" y=\"{Em(axis - 0.5 - year.Marks.Length * MarkHeight)}\" aria-hidden=\"true\">{year.Marks.Length}</text>\n");
    }

    private static string Shape(bool isReview) => isReview
        ? "<rect class=\"timeline-chart__review\" x=\"-0.5em\" y=\"-0.5em\" width=\"1em\" height=\"1em\"/>"
        : "<circle class=\"timeline-chart__event\" r=\"0.5em\"/>";

    private static string Of(string text) => Html.Escape(text);
}

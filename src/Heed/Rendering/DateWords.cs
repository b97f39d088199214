using System.Globalization;
using Heed.Model;
using Heed.Theming;

namespace Heed.Rendering;

/// <summary>Dates in words, each at its own precision. Names of months are labels, so that no machine's own data decide them.</summary>
internal sealed class DateWords(Labels labels)
{
    /// <summary><c>25 July 2024</c>, <c>July 2024</c>, <c>2024</c>, <c>about 2015</c>, <c>2020 (inferred)</c>, <c>date not known</c>.</summary>
    public string Of(PartialDate date)
    {
        if (date.IsUnknown)
        {
            return labels.Say("date.unknown");
        }

        var year = date.Year.ToString("0000", CultureInfo.InvariantCulture);
        var words = (date.Month, date.Day) switch
        {
            (0, _) => labels.Say("date.year", year),
            (_, 0) => labels.Say("date.month", labels.Say($"month.alone.{date.Month}"), year),
            _ => labels.Say("date.day", date.Day.ToString(CultureInfo.InvariantCulture), labels.Say($"month.of.{date.Month}"), year),
        };
        return date.Certainty switch
        {
            DateCertainty.Circa => labels.Say("date.circa", words),
            DateCertainty.Inferred => labels.Say("date.inferred", words),
            _ => words,
        };
    }

    /// <summary>All stretches of a period.</summary>
    public string Of(Period period) => string.Join("; ", period.Spans.Select(Of));

    /// <summary>A day.</summary>
    public string Of(DateOnly day) => Of(PartialDate.Of(day));

    /// <summary>The date for programs: <c>2024-07-25</c>, <c>2024-07</c> or <c>2024</c>; null when it is unknown or not certain.</summary>
    public static string? Machine(PartialDate date) => date.IsUnknown || date.Certainty != DateCertainty.Stated ? null : date.ToString();

    private string Of(Span span)
    {
        if (span.IsSingle)
        {
            return Of(span.Start);
        }

        return (span.Start.IsUnknown, span.End.IsUnknown) switch
        {
            (true, false) => labels.Say("period.until", Of(span.End)),
            (false, true) => labels.Say("period.since", Of(span.Start)),
            _ => labels.Say("period.range", Of(span.Start), Of(span.End)),
        };
    }
}

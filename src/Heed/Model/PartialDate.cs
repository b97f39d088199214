using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Heed.Model;

/// <summary>How sure a date is.</summary>
public enum DateCertainty
{
    /// <summary>As the source states it.</summary>
    Stated,

    /// <summary>The source says about.</summary>
    Circa,

    /// <summary>Inferred by whoever recorded it.</summary>
    Inferred,
}

/// <summary>A date as precise as its source: a year, a month or a day, or unknown. It never gains a day.</summary>
/// <remarks>Text forms: <c>2024</c>, <c>2024-07</c>, <c>2024-07-25</c>, <c>circa 2015</c>, <c>inferred 2020</c>, <c>unknown</c>.</remarks>
public readonly partial record struct PartialDate : IComparable<PartialDate>
{
    private PartialDate(int year, int month, int day, DateCertainty certainty) => (Year, Month, Day, Certainty) = (year, month, day, certainty);

    /// <summary>Not known. Sorts last.</summary>
    public static PartialDate Unknown => default;

    /// <summary>The year; 0 when unknown.</summary>
    public int Year { get; }

    /// <summary>The month, 1 to 12; 0 when the source does not say.</summary>
    public int Month { get; }

    /// <summary>The day, 1 to 31; 0 when the source does not say.</summary>
    public int Day { get; }

    /// <summary>How sure it is.</summary>
    public DateCertainty Certainty { get; }

    /// <summary>Whether there is no date.</summary>
    public bool IsUnknown => Year == 0;

    /// <summary>The earliest day that it may mean; the last day of all when unknown.</summary>
    public DateOnly Earliest => IsUnknown ? DateOnly.MaxValue : new DateOnly(Year, Math.Max(Month, 1), Math.Max(Day, 1));

    /// <summary>The latest day that it may mean.</summary>
    public DateOnly Latest => (IsUnknown, Month, Day) switch
    {
        (true, _, _) => DateOnly.MaxValue,
        (_, 0, _) => new DateOnly(Year, 12, 31),
        (_, _, 0) => new DateOnly(Year, Month, DateTime.DaysInMonth(Year, Month)),
        _ => new DateOnly(Year, Month, Day),
    };

    /// <summary>A day.</summary>
    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day, DateCertainty.Stated);

    /// <summary>The month of a day.</summary>
    public static PartialDate OfMonth(DateOnly day) => new(day.Year, day.Month, 0, DateCertainty.Stated);

    /// <summary>The month so many months after the latest day that the date may mean; unknown when it is, or when the calendar ends before.</summary>
    public PartialDate MonthAfter(int months)
    {
        var left = ((DateOnly.MaxValue.Year - Latest.Year) * 12) + DateOnly.MaxValue.Month - Latest.Month;
        return IsUnknown || months > left ? Unknown : OfMonth(Latest.AddMonths(months));
    }

    /// <summary>Reads one of the text forms. False when the form is wrong or the date does not exist.</summary>
    public static bool TryParse(string text, out PartialDate date)
    {
        date = Unknown;
        if (text == "unknown")
        {
            return true;
        }

        var match = Form().Match(text);
        if (!match.Success)
        {
            return false;
        }

        int Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (year, month, day) = (Part("year"), Part("month"), Part("day"));
        if (year == 0 || match.Groups["month"].Success && month is < 1 or > 12 || match.Groups["day"].Success && (day < 1 || day > DateTime.DaysInMonth(year, month)))
        {
            return false;
        }

        var certainty = match.Groups["sure"].Value switch
        {
            "circa " => DateCertainty.Circa,
            "inferred " => DateCertainty.Inferred,
            _ => DateCertainty.Stated,
        };
        date = new PartialDate(year, month, day, certainty);
        return true;
    }

    /// <summary>By the earliest possible day; at the same day the less precise first; unknown last.</summary>
    public int CompareTo(PartialDate other)
    {
        var byDay = Earliest.CompareTo(other.Earliest);
        return byDay != 0 ? byDay : (Month, Day).CompareTo((other.Month, other.Day));
    }

    /// <summary>The text form.</summary>
    public override string ToString()
    {
        if (IsUnknown)
        {
            return "unknown";
        }

        var sure = Certainty switch
        {
            DateCertainty.Circa => "circa ",
            DateCertainty.Inferred => "inferred ",
            _ => "",
        };
        return (Month, Day) switch
        {
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{sure}{Year:0000}"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{sure}{Year:0000}-{Month:00}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{sure}{Year:0000}-{Month:00}-{Day:00}"),
        };
    }

    [GeneratedRegex(@"\A(?<sure>circa |inferred )?(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2}))?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

/// <summary>A stretch of time between two partial dates; either end may be open.</summary>
/// <param name="Start">The first date; unknown when the stretch has no known beginning.</param>
/// <param name="End">The last date; unknown when it is open.</param>
/// <param name="IsSingle">Whether it is one date and no stretch.</param>
public sealed record Span(PartialDate Start, PartialDate End, bool IsSingle);

/// <summary>One or several stretches of time, as the source tells them.</summary>
/// <remarks>Text forms of a stretch: a date, <c>2019-11 to 2020-01</c>, <c>since 2022</c>, <c>until 2021</c>.</remarks>
public sealed record Period(ImmutableArray<Span> Spans) : IComparable<Period>
{
    /// <summary>The period that nobody knows.</summary>
    public static readonly Period Unknown = new([new Span(PartialDate.Unknown, PartialDate.Unknown, true)]);

    /// <summary>The earliest date of the period, by which it sorts.</summary>
    public PartialDate Start => Spans.Select(span => span.Start.IsUnknown ? span.End : span.Start).Min();

    /// <summary>The latest date that is named.</summary>
    public PartialDate End => Spans.Select(span => span.End.IsUnknown ? span.Start : span.End).Where(date => !date.IsUnknown).DefaultIfEmpty(PartialDate.Unknown).Max();

    /// <summary>A period of one date.</summary>
    public static Period Of(PartialDate date) => new([new Span(date, date, true)]);

    /// <summary>Reads one stretch. False when the form is wrong, a date does not exist or the end comes before the start.</summary>
    public static bool TryParseSpan(string text, out Span? span)
    {
        span = null;
        if (text.StartsWith("since ", StringComparison.Ordinal) && PartialDate.TryParse(text[6..], out var since) && !since.IsUnknown)
        {
            span = new Span(since, PartialDate.Unknown, false);
        }
        else if (text.StartsWith("until ", StringComparison.Ordinal) && PartialDate.TryParse(text[6..], out var until) && !until.IsUnknown)
        {
            span = new Span(PartialDate.Unknown, until, false);
        }
        else if (text.IndexOf(" to ", StringComparison.Ordinal) is var at && at > 0)
        {
            if (PartialDate.TryParse(text[..at], out var start) && PartialDate.TryParse(text[(at + 4)..], out var end)
                && !start.IsUnknown && !end.IsUnknown && start.Earliest <= end.Latest)
            {
                span = new Span(start, end, false);
            }
        }
        else if (PartialDate.TryParse(text, out var single))
        {
            span = new Span(single, single, true);
        }

        return span is not null;
    }

    /// <summary>By the earliest possible day, unknown last.</summary>
    public int CompareTo(Period? other) => other is null ? 1 : Start.CompareTo(other.Start);

    /// <inheritdoc/>
    public bool Equals(Period? other) => other is not null && Spans.SequenceEqual(other.Spans);

    /// <inheritdoc/>
    public override int GetHashCode() => Spans.Length == 0 ? 0 : Spans[0].GetHashCode();
}

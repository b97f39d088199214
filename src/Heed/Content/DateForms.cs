using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Heed.Model;

namespace Heed.Content;

/// <summary>Reads dates in forms that people write and Heed does not take, so that a message can say how they are written here.</summary>
internal static partial class DateForms
{
    private static readonly ImmutableArray<string> Months =
    [
        "january jan январь января янв қаңтар", "february feb февраль февраля фев февр ақпан", "march mar март марта мар наурыз", "april apr апрель апреля апр сәуір",
        "may май мая мамыр", "june jun июнь июня июн маусым", "july jul июль июля июл шілде", "august aug август августа авг тамыз",
        "september sep sept сентябрь сентября сен сент қыркүйек", "october oct октябрь октября окт қазан", "november nov ноябрь ноября ноя нояб қараша", "december dec декабрь декабря дек желтоқсан",
    ];

    private static readonly ImmutableDictionary<string, int> MonthOf = Months
        .SelectMany((names, index) => names.Split(' ').Select(name => KeyValuePair.Create(name, index + 1)))
        .ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What to write instead of a date of another form; the second sentence of a message, or the one given when nothing is recognised.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="otherwise">The general rule.</param>
    /// <param name="mayBePeriod">Whether two dates may be meant.</param>
    public static string Cure(string text, string otherwise, bool mayBePeriod = false) => (mayBePeriod ? Period(text) : Meant(text)) switch
    {
        [] => otherwise,
        [var one] => $"Write \"{one}\".",
        [var first, var second, ..] => $"Write \"{first}\" if it is {InWords(first)}, or \"{second}\" if it is {InWords(second)}.",
    };

    /// <summary>The dates that may be meant: none, one, or two where nobody can tell the day from the month.</summary>
    public static ImmutableArray<string> Meant(string text)
    {
        var plain = Spaces().Replace(AnyHyphen().Replace(text.Trim(), "-"), " ");
        var sure = Certainty().Match(plain);
        var certainty = !sure.Success ? "" : sure.Groups["inferred"].Success ? "inferred " : "circa ";
        var date = YearWord().Replace(plain[sure.Length..].Trim(), "").Trim();
        return [.. Forms(date).Select(form => certainty + form).Where(form => form != text && PartialDate.TryParse(form, out _)).Distinct(StringComparer.Ordinal)];
    }

    private static ImmutableArray<string> Period(string text)
    {
        var plain = Spaces().Replace(text.Trim(), " ");
        if (DaysOfMonth().Match(plain) is { Success: true } days && One($"{days.Groups["from"].Value} {days.Groups["rest"].Value}") is { } begins && One($"{days.Groups["to"].Value} {days.Groups["rest"].Value}") is { } ends)
        {
            return Valid($"{begins} to {ends}");
        }

        if (Open().Match(plain) is { Success: true } open && One(open.Groups["date"].Value) is { } date)
        {
            return Valid((open.Groups["since"].Success ? "since " : "until ") + date);
        }

        if (Stretch().Match(plain) is { Success: true } stretch && One(stretch.Groups["from"].Value) is { } from)
        {
            return IsNow().IsMatch(stretch.Groups["to"].Value) ? Valid("since " + from) : One(stretch.Groups["to"].Value) is { } to ? Valid($"{from} to {to}") : [];
        }

        return Meant(text);
    }

    private static string? One(string text) => PartialDate.TryParse(text.Trim(), out var date) && !date.IsUnknown ? text.Trim() : Meant(text) is [var one] ? one : null;

    private static ImmutableArray<string> Valid(string period) => Model.Period.TryParseSpan(period, out _) ? [period] : [];

    private static IEnumerable<string> Forms(string text)
    {
        if (Numbers().Match(text) is { Success: true } numbers)
        {
            return OfNumbers(numbers);
        }

        if (WithTime().Match(text) is { Success: true } time)
        {
            return [time.Groups["date"].Value];
        }

        return Compact().Match(text) is { Success: true } compact
            ? [$"{compact.Groups[1].Value}-{compact.Groups[2].Value}-{compact.Groups[3].Value}"]
            : OfWords(text);
    }

    /// <summary>Two or three numbers: the year by its four digits, with a dot the day first, with a stroke the day or the month.</summary>
    private static IEnumerable<string> OfNumbers(Match numbers)
    {
        string[] parts = [.. numbers.Groups["part"].Captures.Select(part => part.Value)];
        var isDotted = numbers.Groups["sign"].Captures[0].Value == ".";
        switch (parts)
        {
            case [{ Length: 4 } year]:
                return [year];
            case [{ Length: 4 } year, var month]:
                return [Form(year, month, null)];
            case [var month, { Length: 4 } year]:
                return [Form(year, month, null)];
            case [{ Length: 4 } year, var month, var day]:
                return int.Parse(month, CultureInfo.InvariantCulture) > 12 ? [Form(year, day, month)] : [Form(year, month, day)];
            case [var day, var month, { Length: 4 } year]:
                return isDotted ? [Form(year, month, day)] : [Form(year, month, day), Form(year, day, month)];
            case [{ Length: <= 2 } day, { Length: <= 2 } month, { Length: 2 } year]:
                return isDotted ? [Form("20" + year, month, day)] : [Form("20" + year, month, day), Form("20" + year, day, month)];
            default:
                return [];
        }
    }

    private static IEnumerable<string> OfWords(string text)
    {
        var (year, month, day) = ((string?)null, 0, (string?)null);
        foreach (var word in Words().Matches(text).Select(match => match.Value))
        {
            if (MonthOf.TryGetValue(word, out var named) && month == 0)
            {
                month = named;
            }
            else if (word.Length == 4 && word.All(char.IsAsciiDigit) && year is null)
            {
                year = word;
            }
            else if (Day().Match(word) is { Success: true } number && day is null)
            {
                day = number.Groups[1].Value;
            }
            else if (!YearWordAlone().IsMatch(word))
            {
                return [];
            }
        }

        return year is null || month == 0 ? [] : [Form(year, month.ToString(CultureInfo.InvariantCulture), day)];
    }

    private static string Form(string year, string month, string? day) => $"{year}-{month.PadLeft(2, '0')}{(day is null ? "" : "-" + day.PadLeft(2, '0'))}";

    private static string InWords(string form) => DateOnly.TryParseExact(form.Split(' ')[^1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.ToString("d MMMM", CultureInfo.InvariantCulture)
        : form;

    [GeneratedRegex(@"[\u2010-\u2015\u2212]", RegexOptions.CultureInvariant)]
    private static partial Regex AnyHyphen();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\A((circa|ca\.?|c\.|about|around|approx\.?|approximately|около|ок\.|примерно|приблизительно|шамамен|~)|(?<inferred>inferred|probably|вероятно))\s*(?=\p{L}|\p{N})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Certainty();

    [GeneratedRegex(@"(?<=[0-9])\s*(г\.?|гг\.?|год|года|году|ж\.?|жыл|жылы|жылғы)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex YearWord();

    [GeneratedRegex(@"\A(г|год|года|ж|жыл|жылы|жылғы|of|the|on|in)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex YearWordAlone();

    [GeneratedRegex(@"\A(?<part>[0-9]{1,4})(\s?(?<sign>[./ -])\s?(?<part>[0-9]{1,4})(\s?\k<sign>\s?(?<part>[0-9]{1,4}))?)?(?<sign>)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{1,2}(:[0-9]{2}){0,2}(\.[0-9]+)?\s?(Z|[+-][0-9:]+|UTC)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex WithTime();

    [GeneratedRegex(@"\A([0-9]{4})([0-9]{2})([0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(@"[\p{L}\p{N}]+(-(го|е|шы|ші)\b)?", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\A([0-9]{1,2})(st|nd|rd|th|-?го|-?е|-?шы|-?ші)?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Day();

    [GeneratedRegex(@"\A(?<from>[0-9]{1,2})\s?(-|–|—|to|и|по)\s?(?<to>[0-9]{1,2}) (?<rest>\p{L}.*)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DaysOfMonth();

    [GeneratedRegex(@"\A((?<since>since|from|after|с|начиная с)|until|till|up to|до|по) (?<date>((?! (to|-|–|—|по|до|until|till) ).)+)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Open();

    [GeneratedRegex(@"\A((from|between|с) )?(?<from>.+?)( (to|till|until|through|and|по|до) | ?[–—] ?| - |(?<=\A[0-9]{4})[-/](?=[0-9]{4}\z))(?<to>.+)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Stretch();

    [GeneratedRegex(@"\A(now|today|present|the present|ongoing|н\.? ?в\.?|настоящее время|сейчас|қазір)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex IsNow();
}

using System.Globalization;
using Heed.Diagnostics;
using Heed.Model;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>Tells of dates after today where something is said to have been done: mostly a slip of the hand in the year.</summary>
internal static class FutureDates
{
    /// <summary>Reports a date that has not come.</summary>
    /// <param name="fields">Where it stands.</param>
    /// <param name="key">The key of the value.</param>
    /// <param name="date">The date; of one that is not precise, the first day that it may mean counts.</param>
    /// <param name="today">The day of the build; the first day of all when nobody told it.</param>
    public static void Judge(Fields fields, string key, PartialDate? date, DateOnly today)
    {
        // Where the author is, tomorrow may have begun.
        if (today > DateOnly.MinValue && today < DateOnly.MaxValue && date is { IsUnknown: false } written && written.Earliest > today.AddDays(1))
        {
            fields.Log.Report(
                Catalogue.FutureDate,
                fields.PlaceOf(key),
                string.Create(CultureInfo.InvariantCulture, $"{key} says {written}, and today is {today:yyyy-MM-dd}"),
                "Correct the date; what has not happened yet is written down when it has.");
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Heed.Building;
using Heed.Cli.Disk;
using Heed.Diagnostics;

namespace Heed.Cli.Reporting;

/// <summary>The closing lines of a build.</summary>
public static class SummaryText
{
    /// <summary>Pages by kind and language, coverage, the content hash, warnings, bytes and seconds.</summary>
    public static IEnumerable<string> Lines(BuildResult result, TimeSpan took)
    {
        var summary = result.Summary;
        if (!summary.Pages.IsEmpty)
        {
            yield return $"{Count(summary.Pages.Values.Sum(), "page")}: {List(summary.Pages)}";
            yield return $"by language: {List(summary.Languages)}";
        }

        foreach (var totals in summary.Translations)
        {
            yield return Translated(totals);
        }

        foreach (var note in summary.Notes)
        {
            yield return $"coverage: {note}";
        }

        foreach (var gap in result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Note && HistoryGap.IsOf(diagnostic)))
        {
            yield return gap.Message;
        }

        if (summary.NewAddresses > 0)
        {
            yield return $"not in the ledger yet: {Count(summary.NewAddresses, "address", "addresses")}; heed build --publish enters them";
        }

        if (summary.ContentHash.Length > 0)
        {
            yield return $"content hash: {summary.ContentHash}";
        }

        var warnings = result.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning);
        var size = result.Site is { } site ? $"{Count(site.Count, "file")}, {Bytes(site.TotalBytes)}; " : "";
        yield return string.Create(CultureInfo.InvariantCulture, $"{size}{Count(warnings, "warning")}; {took.TotalSeconds:0.00} s");
    }

    private static string Translated(TranslationTotals totals)
    {
        var kinds = totals.Kinds
            .Where(kind => kind.Value.Translated > 0)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Value.Translated} of {kind.Value.All}"));
        var parts = totals.Translated == 0 ? "" : $" ({string.Join(", ", kinds)}); {totals.Outdated} outdated, {totals.NotReviewed} not reviewed";
        return string.Create(CultureInfo.InvariantCulture, $"translated into {totals.Language}: {totals.Translated} of {totals.All} entries{parts}");
    }

    private static string List(ImmutableSortedDictionary<string, int> counts) =>
        string.Join(", ", counts.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:N0}")));

    private static string Count(int number, string word) => Count(number, word, word + "s");

    private static string Count(int number, string word, string words) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? word : words)}");

    /// <summary><c>1.2 MB</c>.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000.0:0.0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB"),
    };
}

using System.Collections.Immutable;
using Heed.Building;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Tests.Support;

namespace Heed.Tests.Building;

/// <summary>No date that an author may write, and no setting about dates, stops a build as a fault of ours.</summary>
public sealed class ExtremeDatesTests
{
    [Theory]
    [InlineData("9999-12-31", "9999-12-31")]
    [InlineData("9999-12", "9998-12-31 to 9999-12-31")]
    [InlineData("9999", "since 9999-12-31")]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("0001-01", "until 0001-01-01")]
    [InlineData("0001", "0001 to 9999")]
    [InlineData("circa 9999", "circa 9999")]
    [InlineData("inferred 0001", "inferred 0001")]
    [InlineData("unknown", "unknown")]
    public void Every_date_is_borne(string date, string period)
    {
        foreach (var months in (string[])["1", "24", "1200"])
        {
            foreach (var today in (DateOnly[])[DateOnly.MinValue, new(2026, 1, 1), DateOnly.MaxValue])
            {
                var result = SiteBuilder.Build(Sources(date, period, months), new BuildOptions { Today = today });

                Assert.Empty(result.Diagnostics.Where(told => told.Severity == Severity.Error).Select(told => told.ToString()));
            }
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1201")]
    [InlineData("1000001")]
    [InlineData("99999999999999999999")]
    public void Months_that_no_calendar_has_are_refused(string months)
    {
        var told = Assert.Single(SiteBuilder.Build(Sources("2020-05-05", "2020", months), new BuildOptions { Today = new DateOnly(2026, 1, 1) }).Diagnostics, told => told.Severity == Severity.Error);

        Assert.Equal(("wrong-value", "site.config.yml"), (told.Rule.Id, told.Place.Path));
    }

    [Theory]
    [InlineData("describes: one", "describes: \"at least 2147483647\"")]
    [InlineData("count: \"1\"", "count: \"2147483647\"")]
    [InlineData("cycle: 3", "cycle: 2147483647")]
    public void A_number_that_sums_could_not_hold_is_refused(string written, string large)
    {
        var files = SmallSite.Sources().Files.Where(file => file.Path.Contains("upr-3", StringComparison.Ordinal)).Select(file => (file.Path, file.Text.Replace(written, large, StringComparison.Ordinal))).ToArray();
        var errors = SiteBuilder.Build(SmallSite.Sources(files), new BuildOptions { Today = new DateOnly(2026, 1, 1) }).Diagnostics.Where(told => told.Severity == Severity.Error).ToImmutableArray();

        Assert.NotEmpty(errors);
        Assert.All(errors, told => Assert.Equal("wrong-value", told.Rule.Id), throwIfEmpty: true);
    }

    /// <summary>A small site where each field that is a date has this one.</summary>
    private static SourceTree Sources(string date, string period, string months)
    {
        var small = SmallSite.Sources();
        var day = date.Length == 10 && char.IsAsciiDigit(date[0]) ? date : "2020-05-05";
        string Text(string path) => small.Find(path)!.Text;
        return SmallSite.Sources(
            ("site.config.yml", Text("site.config.yml") + $"review_after_months: {months}\n"),
            ("content/evaluations/watchers.md", Text("content/evaluations/watchers.md").Replace("evidence_date: \"2021\"", $"evidence_date: \"{period}\"", StringComparison.Ordinal)),
            ("content/evaluations/due.md", Text("content/evaluations/watchers.md").Replace("confidence:", $"review_due: \"{date}\"\nconfidence:", StringComparison.Ordinal)),
            ("content/evaluations/history.md", Text("content/evaluations/watchers.md").Replace("confidence:", $"history:\n  - until: \"{day}\"\n    level: implemented\n    why: it was wrong.\nconfidence:", StringComparison.Ordinal)),
            ("content/findings/assembly.md", Text("content/findings/assembly.md").Replace("\"2020-05\"", $"\"{period}\"", StringComparison.Ordinal)
                .Replace("---\n\nAn", $"review_due: \"{date}\"\nconflicts:\n  - id: c\n    about: it\n    values: [{{value: \"1\", as_of: \"{date}\", sources: [{{ref: report}}]}}]\n    advice: None.\n---\n\nAn", StringComparison.Ordinal)),
            ("content/decisions/ccpr/ccpr-1-2020.md", Text("content/decisions/ccpr/ccpr-1-2020.md").Replace("adopted: \"2021-07-01\"", $"adopted: \"{date}\"\ndocument_date: \"{date}\"\nvisit: \"{period}\"", StringComparison.Ordinal)),
            ("content/reviews/upr-3.md", Text("content/reviews/upr-3.md").Replace("\"2019-11-07\"", $"\"{date}\"", StringComparison.Ordinal).Replace("adopted: unknown", $"adopted: \"{date}\"", StringComparison.Ordinal)),
            ("content/events/e.md", $"---\ntitle: a\ndate: \"{period}\"\nthemes: [assembly]\nfrom: [findings/assembly#law]\nconfidence: high\nsources: [{{ref: report}}]\n---\n\nText.\n"),
            ("content/proposals/p.md", $"---\ntitle: a\nproposed_by: watchers\nreview: upr-3\ndate: \"{date}\"\nbecame: unknown\nthemes: [assembly]\nconfidence: high\nsources: [{{ref: report}}]\n---\n\nText.\n"),
            ("content/vocabulary/sources-more.yml", $"more:\n  title: More\n  url: https://example.org/\n  date: \"{date}\"\n"),
            ("content/retired.yml", $"articles/gone:\n  gone: \"{date}\"\n  title: a\n  why: b\n"),
            ("content/permalinks.yml", "\"articles/about.html\": 9999-12-31\n\"articles/gone.html\": 0001-01-01\n"));
    }
}

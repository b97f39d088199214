using Heed.Building;
using Heed.Diagnostics;
using Heed.Tests.Support;

namespace Heed.Tests.Content;

public sealed class FutureDatesTests
{
    private static readonly DateOnly Today = new(2026, 11, 29);

    [Theory]
    [InlineData("content/evaluations/watchers.md", "evidence_date: \"2021\"", "evidence_date: \"{0}\"")]
    [InlineData("content/evaluations/watchers.md", "confidence: medium", "history: [{{until: \"{0}\", level: implemented, why: so.}}]\nconfidence: medium")]
    [InlineData("content/decisions/ccpr/ccpr-1-2020.md", "adopted: \"2021-07-01\"", "adopted: \"{0}\"")]
    [InlineData("content/decisions/ccpr/ccpr-1-2020.md", "adopted: \"2021-07-01\"", "adopted: unknown\ndocument_date: \"{0}\"")]
    [InlineData("content/decisions/ccpr/ccpr-1-2020.md", "adopted: \"2021-07-01\"", "adopted: unknown\nvisit: \"{0}\"")]
    [InlineData("content/reviews/upr-3.md", "\"2019-11-07\"", "\"{0}\"")]
    [InlineData("content/reviews/upr-3.md", "adopted: unknown", "adopted: \"{0}\"")]
    [InlineData("content/findings/assembly.md", "    period: \"2020-05\"\n    asserted_by: The Watchers\n    asserted_by_kind: ingo\n    confidence: high\n    sources:\n      - ref: report\n---", "    period: \"{0}\"\n    asserted_by: The Watchers\n    asserted_by_kind: ingo\n    confidence: high\n    sources:\n      - ref: report\n---")]
    [InlineData("content/vocabulary/sources.yml", "report:\n", "report:\n  date: \"{0}\"\n")]
    [InlineData("content/retired.yml", "", "articles/gone:\n  gone: \"{0}\"\n  title: a\n  why: b\n")]
    [InlineData("content/events/e.md", "", "---\ntitle: a\ndate: \"{0}\"\nthemes: [assembly]\nfrom: [findings/assembly#law]\nconfidence: high\nsources: [{{ref: report}}]\n---\n\nText.\n")]
    [InlineData("content/proposals/p.md", "", "---\ntitle: a\nproposed_by: watchers\nreview: upr-3\ndate: \"{0}\"\nbecame: unknown\nthemes: [assembly]\nconfidence: high\nsources: [{{ref: report}}]\n---\n\nText.\n")]
    public void A_date_of_something_done_that_has_not_come_is_told(string path, string right, string wrong)
    {
        foreach (var future in (string[])["2062-01-01", "2026-12-01"])
        {
            var told = Assert.Single(Told(path, right, Format(wrong, future)), told => told.Rule == Catalogue.FutureDate);
            Assert.Equal(path, told.Place.Path);
            Assert.True(told.Place.Line > 0);
            Assert.Contains(future, told.Message, StringComparison.Ordinal);
        }

        // Of today's, and of tomorrow's where the day has begun, nothing is said.
        foreach (var past in (string[])["2026-11-30", "2021-02-03"])
        {
            Assert.DoesNotContain(Told(path, right, Format(wrong, past)), told => told.Rule == Catalogue.FutureDate);
        }
    }

    [Theory]
    [InlineData("2026", false)]
    [InlineData("2026-11", false)]
    [InlineData("2027", true)]
    [InlineData("2026-12", true)]
    [InlineData("circa 2062", true)]
    [InlineData("unknown", false)]
    [InlineData("2019 to 2062", true)]
    [InlineData("since 2062", true)]
    [InlineData("until 2062", true)]
    public void Evidence_that_is_not_precise_is_judged_by_the_first_day_that_it_may_mean(string date, bool isTold) =>
        Assert.Equal(isTold, Told("content/evaluations/watchers.md", "evidence_date: \"2021\"", $"evidence_date: \"{date}\"").Any(told => told.Rule == Catalogue.FutureDate));

    [Theory]
    [InlineData("content/evaluations/watchers.md", "confidence: medium", "review_due: \"2062-01-01\"\nconfidence: medium")]
    [InlineData("content/findings/assembly.md", "---\n\nAn", "review_due: \"2062-01-01\"\n---\n\nAn")]
    [InlineData("content/findings/assembly.md", "period: \"2020-05\"", "period: \"2020-05 to 2030\"")]
    public void What_is_to_come_may_have_its_date(string path, string right, string wrong) =>
        Assert.DoesNotContain(Told(path, right, wrong), told => told.Rule == Catalogue.FutureDate);

    private static string Format(string text, string date) => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, date);

    private static System.Collections.Immutable.ImmutableArray<Diagnostic> Told(string path, string right, string wrong)
    {
        var text = SmallSite.Sources().Find(path)?.Text ?? "";
        Assert.Contains(right, text, StringComparison.Ordinal);
        return SiteBuilder.Build(SmallSite.Sources((path, right.Length == 0 ? wrong : text.Replace(right, wrong, StringComparison.Ordinal))), new BuildOptions { Today = Today }).Diagnostics;
    }
}

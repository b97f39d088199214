using Heed.Tests.Support;

namespace Heed.Tests.Validation;

/// <summary>Rules of few lines, each at its limit and beside it.</summary>
public sealed class RulesTests
{
    [Theory]
    [InlineData("0", "3")]
    [InlineData("34", "0")]
    public void A_session_or_cycle_that_was_not_read_is_not_judged(string session, string cycle)
    {
        var (path, text) = Judged.With("content/reviews/upr-3.md", "session: \"34\"", $"session: \"{session}\"");

        Assert.Empty(Judged.By("session-outside-cycle", (path, text.Replace("cycle: 3", $"cycle: {cycle}", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_session_of_another_cycle_is_told_with_both() => Assert.Equal(
        ["session 26 is of cycle 2, and the page says cycle 3"],
        Judged.By("session-outside-cycle", Judged.With("content/reviews/upr-3.md", "session: \"34\"", "session: \"26\"")));

    [Theory]
    [InlineData("watchers", "ministry", true)]
    [InlineData("ministry", "ministry", false)]
    [InlineData("ministry, watchers", "ministry", true)]
    [InlineData("watchers", "report", false)]
    [InlineData("watchers", "ministry\n  - ref: report", false)]
    [InlineData("watchers", "ministry\n  - ref: ministry", true)]
    public void The_State_alone_is_no_evidence_for_another_assessor(string assessors, string sources, bool isTold)
    {
        var (path, text) = SmallSite.Evaluation("own", "themes: [assembly]");
        text = text.Replace("[watchers]", $"[{assessors}]", StringComparison.Ordinal).Replace("ref: report", $"ref: {sources}", StringComparison.Ordinal);

        Assert.Equal(isTold ? ["the level is \"implemented\", and every source is the State's own"] : [], Judged.By("state-alone", (path, text.Replace("level: not-implemented", "level: implemented", StringComparison.Ordinal))));
        Assert.Empty(Judged.By("state-alone", (path, text)));
    }

    [Theory]
    [InlineData("supported", "noted", true)]
    [InlineData("noted", "noted", false)]
    [InlineData("supported", "supported", false)]
    public void Two_positions_are_told_where_they_differ(string first, string second, bool isTold)
    {
        string Told(string position) => $"  - position: {position}\n    by: state\n    sources:\n      - ref: report\n";
        var page = Judged.With("content/recommendations/upr-3/1.1.md", Told("noted"), Told(first) + Told(second));

        Assert.Equal(isTold ? ["recommendations/upr-3/1.1 is supported by one source and noted by another"] : [], Judged.By("contradictory-positions", page));
    }

    [Theory]
    [InlineData("upr-2/1.1", "upr-3", false)]
    [InlineData("upr-3/1.1", "upr-3", true)]
    [InlineData("upr-3/1.1", "upr-2", true)]
    public void Only_what_an_earlier_cycle_asked_is_repeated(string earlier, string later, bool isTold) => Assert.Equal(
        isTold ? [$"recommendations/{later}/1.2 cannot repeat recommendations/{earlier}, which is not of an earlier cycle"] : [],
        Judged.By("repeats-later-cycle", SmallSite.Recommendation($"{later}/1.2", more: $"describes: one\nrepeats:\n  - entry: recommendations/{earlier}\n    why: Both ask the same.")));

    [Theory]
    [InlineData("[AAA]", true)]
    [InlineData("[BBB, AAA]", true)]
    [InlineData("[BBB, CHL]", false)]
    [InlineData("unknown", false)]
    public void A_State_does_not_recommend_to_itself(string states, bool isTold) => Assert.Equal(
        isTold ? ["AAA is the State under review and stands among the recommending States"] : [],
        Judged.By("self-recommendation", Judged.With("content/recommendations/upr-3/1.1.md", "recommending_states: [BBB]", $"recommending_states: {states}")));

    [Theory]
    [InlineData("2021-06-30", false)]
    [InlineData("2021-07-01", false)]
    [InlineData("2021-07-02", true)]
    [InlineData("2026-01-01", true)]
    public void What_is_due_is_told_from_the_day_after(string today, bool isTold)
    {
        var page = Judged.With("content/evaluations/watchers.md", "evidence_date: \"2021\"", "evidence_date: \"2021\"\nreview_due: \"2021-07-01\"");

        Assert.Equal(
            isTold,
            Judged.Of(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), page).Any(told => told.StartsWith("review-overdue: ", StringComparison.Ordinal) && told.Contains("evaluations/watchers", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_due_is_counted_and_named() => Assert.Contains(
        "review-overdue: 2 pages are due to be looked at again: evaluations/later, evaluations/watchers",
        Judged.Of(
            new DateOnly(2022, 1, 1),
            Judged.With("content/evaluations/watchers.md", "evidence_date: \"2021\"", "evidence_date: \"2021\"\nreview_due: \"2021-07-01\""),
            SmallSite.Evaluation("later", "themes: [assembly]\nreview_due: \"2021-12-31\"")));

    [Theory]
    [InlineData("country: AAA", "country: AAB", "unknown-term: unknown State \"AAB\" in country; did you mean \"AAA\"?")]
    [InlineData("default_scale: two-levels", "default_scale: two-level", "unknown-term: unknown scale \"two-level\" in default_scale; did you mean \"two-levels\"?")]
    [InlineData("country: AAA", "country: AAA\nprivacy_page: articles/abuot", "dangling-reference: privacy_page names \"articles/abuot\", and there is no such article; did you mean \"articles/about\"?")]
    [InlineData("country: AAA", "country: AAA\nprivacy_page: articles/about", "")]
    public void Settings_name_what_is_there(string right, string written, string told) =>
        Assert.Equal(told, string.Join('\n', Judged.Of(Judged.With("site.config.yml", right, written))));
}

using Heed.Model;
using Heed.Tests.Support;

namespace Heed.Tests.Model;

/// <summary>When somebody should look again.</summary>
public sealed class ReviewDueTests
{
    [Theory]
    [InlineData("2021", "2023-12")]
    [InlineData("2021-01", "2023-01")]
    [InlineData("2019-11 to 2020-01", "2022-01")]
    [InlineData("since 2022-02", "2024-02")]
    [InlineData("unknown", null)]
    public void Evidence_is_fresh_for_the_months_of_the_settings_counted_from_its_last_day(string evidence, string? due) =>
        Assert.Equal(due, Of(SmallSite.Evaluation("x", "themes: [assembly]", evidence), 24)?.Due.ToString());

    [Fact]
    public void A_date_on_the_page_itself_wins()
    {
        var (path, text) = SmallSite.Evaluation("x", "themes: [assembly]\nreview_due: \"2030\"");

        Assert.Equal("2030", Of((path, text), 24)?.Due.ToString());
        Assert.Equal("2030", Of((path, text), null)?.Due.ToString());
    }

    [Fact]
    public void A_page_is_overdue_only_when_the_whole_of_its_date_is_over()
    {
        var dates = Of(SmallSite.Evaluation("x", "themes: [assembly]", "2021-01"), 24)!;

        Assert.False(dates.IsOverdue(new DateOnly(2023, 1, 31)));
        Assert.True(dates.IsOverdue(new DateOnly(2023, 2, 1)));
    }

    [Fact]
    public void A_baseline_does_not_age()
    {
        var (path, text) = SmallSite.Evaluation("x", "themes: [assembly]");

        Assert.Null(Of((path, text.Replace("role: assessment", "role: baseline", StringComparison.Ordinal)), 24));
    }

    [Fact]
    public void Without_a_setting_and_a_date_nothing_is_due() =>
        Assert.True(Of(SmallSite.Evaluation("x", "themes: [assembly]"), null)!.Due.IsUnknown);

    private static ReviewDue? Of((string Path, string Text) evaluation, int? months) =>
        ReviewDue.Of(SmallSite.ReadSound(evaluation).Find(EntryId.Parse("evaluations/x"))!, months);
}

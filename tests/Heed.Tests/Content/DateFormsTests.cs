using Heed.Content;
using Heed.Model;
using Heed.Tests.Support;

namespace Heed.Tests.Content;

public sealed class DateFormsTests
{
    [Theory]
    [InlineData("25.07.2024", "2024-07-25")]
    [InlineData("5.7.2024", "2024-07-05")]
    [InlineData("25. 07. 2024", "2024-07-25")]
    [InlineData("25.07.2024 г.", "2024-07-25")]
    [InlineData("25.07.24", "2024-07-25")]
    [InlineData("25/07/2024", "2024-07-25")]
    [InlineData("07/25/2024", "2024-07-25")]
    [InlineData("25-07-2024", "2024-07-25")]
    [InlineData("2024/07/25", "2024-07-25")]
    [InlineData("2024.07.25", "2024-07-25")]
    [InlineData("2024-7-5", "2024-07-05")]
    [InlineData("2024-25-07", "2024-07-25")]
    [InlineData("2024–07–25", "2024-07-25")]
    [InlineData("20240725", "2024-07-25")]
    [InlineData("2024-07-25T10:00:00Z", "2024-07-25")]
    [InlineData("2024-07-25 00:00:00", "2024-07-25")]
    [InlineData("07.2024", "2024-07")]
    [InlineData("2024/07", "2024-07")]
    [InlineData("2024 г.", "2024")]
    [InlineData("July 2024", "2024-07")]
    [InlineData("25 July 2024", "2024-07-25")]
    [InlineData("July 25th, 2024", "2024-07-25")]
    [InlineData("25-Jul-2024", "2024-07-25")]
    [InlineData("25 июля 2024", "2024-07-25")]
    [InlineData("25 июля 2024 года", "2024-07-25")]
    [InlineData("июль 2024 г.", "2024-07")]
    [InlineData("25 шілде 2024", "2024-07-25")]
    [InlineData("2024 жылғы 25 шілде", "2024-07-25")]
    [InlineData("c. 2015", "circa 2015")]
    [InlineData("около 2015 г.", "circa 2015")]
    [InlineData("about May 2015", "circa 2015-05")]
    [InlineData("Circa 2015", "circa 2015")]
    public void A_date_of_another_form_is_told_in_ours(string written, string ours) => Assert.Equal([ours], DateForms.Meant(written));

    [Fact]
    public void Where_nobody_can_tell_day_and_month_both_are_offered() =>
        Assert.Equal("Write \"2024-07-05\" if it is 5 July, or \"2024-05-07\" if it is 7 May.", DateForms.Cure("05/07/2024", ""));

    [Theory]
    [InlineData("2019–2020", "2019 to 2020")]
    [InlineData("2019-2020", "2019 to 2020")]
    [InlineData("from 2019 to 2020", "2019 to 2020")]
    [InlineData("с 2019 по 2020", "2019 to 2020")]
    [InlineData("25.07.2024 - 28.07.2024", "2024-07-25 to 2024-07-28")]
    [InlineData("25–28 July 2024", "2024-07-25 to 2024-07-28")]
    [InlineData("May 2019 until June 2020", "2019-05 to 2020-06")]
    [InlineData("2019 - present", "since 2019")]
    [InlineData("from 2022", "since 2022")]
    [InlineData("с 2022 года", "since 2022")]
    [InlineData("до 2021", "until 2021")]
    [InlineData("July 2024", "2024-07")]
    public void A_period_of_another_form_is_told_in_ours(string written, string ours) => Assert.Equal($"Write \"{ours}\".", DateForms.Cure(written, "", mayBePeriod: true));

    [Theory]
    [InlineData("")]
    [InlineData("2024-02-30")]
    [InlineData("30.02.2024")]
    [InlineData("summer 2024")]
    [InlineData("the day after")]
    [InlineData("99/99/9999")]
    [InlineData("0000-00-00")]
    [InlineData("25 July")]
    [InlineData("2024-07-25-01")]
    [InlineData("20240725123")]
    public void What_is_no_date_gets_the_general_rule(string written)
    {
        Assert.Empty(DateForms.Meant(written));
        Assert.Equal("rule", DateForms.Cure(written, "rule", mayBePeriod: true));
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("circa 2015")]
    [InlineData("unknown")]
    public void What_is_a_date_needs_no_cure(string written)
    {
        Assert.True(PartialDate.TryParse(written, out _));
        Assert.Empty(DateForms.Meant(written));
    }

    [Theory]
    [InlineData("content/evaluations/watchers.md", "evidence_date: \"2021\"", "evidence_date: 25.07.2020")]
    [InlineData("content/evaluations/watchers.md", "confidence: medium", "review_due: 25.07.2020\nconfidence: medium")]
    [InlineData("content/evaluations/watchers.md", "confidence: medium", "history: [{until: 25.07.2020, level: implemented, why: so.}]\nconfidence: medium")]
    [InlineData("content/decisions/ccpr/ccpr-1-2020.md", "adopted: \"2021-07-01\"", "adopted: 25.07.2020")]
    [InlineData("content/decisions/ccpr/ccpr-1-2020.md", "adopted: \"2021-07-01\"", "adopted: unknown\nvisit: 25.07.2020")]
    [InlineData("content/reviews/upr-3.md", "\"2019-11-07\"", "25.07.2020")]
    [InlineData("content/findings/assembly.md", "period: \"2020-05\"", "period: 25.07.2020")]
    public void Every_field_of_a_date_tells_it(string path, string right, string wrong)
    {
        var (_, log) = SmallSite.Read((path, SmallSite.Sources().Find(path)!.Text.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.All(log.Sorted(), told => Assert.Equal(("wrong-date", "Write \"2020-07-25\"."), (told.Rule.Id, told.Cure)), throwIfEmpty: true);
        Assert.NotEmpty(log.Sorted());
    }
}

using FsCheck;
using FsCheck.Xunit;
using Heed.Model;

namespace Heed.Tests.Model;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2024", "2024-01-01")]
    [InlineData("2019-11 to 2020-01", "2019-11-01")]
    [InlineData("since circa 2022", "2022-01-01")]
    [InlineData("until 2021-03", "2021-03-01")]
    [InlineData("2020 to 2020", "2020-01-01")]
    [InlineData("2020-05-10 to 2020-05", "2020-05-10")]
    public void A_stretch_starts_at_its_earliest_day(string text, string day)
    {
        Assert.True(Period.TryParseSpan(text, out var span));
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new Period([span!]).Start.Earliest);
    }

    [Theory]
    [InlineData("2020-01 to 2019-11")]
    [InlineData("2020-02-30 to 2021")]
    [InlineData("unknown to 2021")]
    [InlineData("2021 to unknown")]
    [InlineData("since unknown")]
    [InlineData("since")]
    [InlineData(" to ")]
    [InlineData("2020 to 2021 to 2022")]
    [InlineData("2020-2021")]
    public void A_period_that_ends_before_it_starts_or_names_no_date_is_refused(string text) => Assert.False(Period.TryParseSpan(text, out _));

    [Fact]
    public void Several_stretches_start_with_the_first_and_end_with_the_last()
    {
        var period = Of("since 2022", "2019-11 to 2020-01");

        Assert.Equal("2019-11", period.Start.ToString());
        Assert.Equal("2022", period.End.ToString());
    }

    [Fact]
    public void Unknown_sorts_last() => Assert.True(Of("2024").CompareTo(Period.Unknown) < 0);

    [Fact]
    public void Periods_of_the_same_stretches_are_equal()
    {
        Assert.Equal(Of("2019", "since 2022"), Of("2019", "since 2022"));
        Assert.NotEqual(Of("2019"), Of("since 2019"));
    }

    [Property]
    public void No_text_makes_it_throw(NonNull<string> text) => _ = Period.TryParseSpan(text.Get, out _);

    private static Period Of(params string[] stretches) => new([.. stretches.Select(text => Period.TryParseSpan(text, out var span) ? span! : throw new FormatException(text))]);
}

using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Heed.Model;

namespace Heed.Tests.Model;

[Properties(Arbitrary = [typeof(Dates)])]
public sealed class PartialDateTests
{
    [Property]
    public void A_date_is_read_as_it_is_written(PartialDate date)
    {
        Assert.True(PartialDate.TryParse(date.ToString(), out var read));
        Assert.Equal(date, read);
    }

    [Property]
    public void A_date_never_gains_a_day(PartialDate date) => Assert.Equal(date.Month == 0 || date.Day == 0 || date.IsUnknown, !date.ToString().Contains($"-{date.Month:00}-{date.Day:00}", StringComparison.Ordinal));

    [Property]
    public void The_earliest_day_is_not_after_the_latest(PartialDate date) => Assert.True(date.Earliest <= date.Latest);

    [Property]
    public void Dates_sort_by_their_earliest_day_with_unknown_last(PartialDate first, PartialDate second)
    {
        if (first.IsUnknown != second.IsUnknown)
        {
            Assert.Equal(second.IsUnknown, first.CompareTo(second) < 0);
        }
        else if (first.Earliest != second.Earliest)
        {
            Assert.Equal(first.Earliest < second.Earliest, first.CompareTo(second) < 0);
        }
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("2024-01-00")]
    [InlineData("0000")]
    [InlineData("24")]
    [InlineData("2024-7-5")]
    [InlineData("2024/07/25")]
    [InlineData("Circa 2015")]
    [InlineData("circa unknown")]
    [InlineData("2024-07-25\n")]
    [InlineData("٢٠٢٤")]
    [InlineData("")]
    public void What_is_no_date_is_refused(string text) => Assert.False(PartialDate.TryParse(text, out _));

    [Property]
    public void No_text_makes_it_throw(NonNull<string> text) => _ = PartialDate.TryParse(text.Get, out _);

    [Fact]
    public void A_leap_day_exists_in_its_year() => Assert.True(PartialDate.TryParse("2024-02-29", out _));

    internal static class Dates
    {
        public static Arbitrary<PartialDate> PartialDates() => (
            from sure in Gen.Elements("", "circa ", "inferred ")
            from year in Gen.Choose(1, 9999)
            from month in Gen.Choose(1, 12)
            from day in Gen.Choose(1, DateTime.DaysInMonth(year, month))
            from text in Gen.Elements("unknown", $"{sure}{year:0000}", $"{sure}{year:0000}-{month:00}", $"{sure}{year:0000}-{month:00}-{day:00}")
            select Read(text)).ToArbitrary();

        private static PartialDate Read(string text) => PartialDate.TryParse(text, out var date) ? date : throw new FormatException(text);
    }
}

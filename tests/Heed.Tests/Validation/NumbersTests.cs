using Heed.Tests.Support;

namespace Heed.Tests.Validation;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("1.3", "upr-3: between 1.1 and 1.3 1 numbers are not here: 1.2")]
    [InlineData("1.2", null)]
    [InlineData("1.4", null)]
    public void A_gap_is_told_where_more_is_here_than_is_missing(string second, string? told) =>
        Assert.Equal(told is null ? [] : [told], Judged.By("number-gap", Judged.Received("9"), SmallSite.Recommendation($"upr-3/{second}")));

    [Fact]
    public void Twenty_missing_numbers_are_named_and_more_are_hinted_at()
    {
        var many = Enumerable.Range(1, 30).Select(number => Numbered($"2.{number}")).ToArray();

        Assert.Equal(
            ["upr-3: between 2.1 and 2.51 20 numbers are not here: " + string.Join(", ", Enumerable.Range(31, 20).Select(number => $"2.{number}"))],
            Judged.By("number-gap", [Judged.Received("99"), .. many, Numbered("2.51")]));
        Assert.Equal(
            ["upr-3: between 2.1 and 2.52 21 numbers are not here: " + string.Join(", ", Enumerable.Range(31, 20).Select(number => $"2.{number}")) + ", …"],
            Judged.By("number-gap", [Judged.Received("99"), .. many, Numbered("2.52")]));
    }

    [Fact]
    public void Each_row_has_gaps_of_its_own() => Assert.Equal(
        ["upr-3: between 2.5 and 2.7 1 numbers are not here: 2.6"],
        Judged.By("number-gap", Judged.Received("99"), SmallSite.Recommendation("upr-3/1.2"), Numbered("2.5"), Numbered("2.7")));

    [Theory]
    [InlineData("9", false)]
    [InlineData("8", true)]
    public void A_number_is_not_beyond_what_was_received(string received, bool isTold) => Assert.Equal(
        isTold ? ["1.9 is beyond the 8 recommendations that upr-3 says were received"] : [],
        Judged.By("number-out-of-order", Judged.Received(received), SmallSite.Recommendation("upr-3/1.9")));

    [Fact]
    public void A_group_may_have_any_number() =>
        Assert.Empty(Judged.By("number-out-of-order", Judged.Received("8"), SmallSite.Recommendation("upr-3/1.9", more: "describes: \"10\"")));

    [Theory]
    [InlineData("1.2", "1.3", true)]
    [InlineData("1.2", "1.2", false)]
    [InlineData("1.2", "1.2 (a)", false)]
    [InlineData("a-name", "1.3", false)]
    public void A_page_that_is_called_by_a_number_bears_it(string name, string number, bool isTold)
    {
        var (path, text) = SmallSite.Recommendation($"upr-3/{name}");

        Assert.Equal(
            isTold ? [$"the page is called {name}, and its paragraph is {number}"] : [],
            Judged.By("number-not-of-name", Judged.Received("9"), (path, text.Replace($"paragraph: \"{name}\"", $"paragraph: \"{number}\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_number_that_stands_twice_is_told_of_each_but_the_first()
    {
        var twice = new[] { "a-second", "a-third" }.Select(name => Named(name, "1.1")).ToArray();

        Assert.Equal(
            ["recommendations/upr-3/a-second has the number 1.1, and so has recommendations/upr-3/1.1", "recommendations/upr-3/a-third has the number 1.1, and so has recommendations/upr-3/1.1"],
            Judged.By("repeated-number", [Judged.Received("9"), .. twice]));
    }

    [Theory]
    [InlineData("1.1.1", "", "recommendations/upr-3/1.1")]
    [InlineData("1.2", "The following recommendations formulated during the dialogue will be examined.", "recommendations/upr-3/1.2")]
    [InlineData("1.2", "The recommendations formulated during the dialogue enjoy the support of the State.", "recommendations/upr-3/1.2")]
    [InlineData("1.2", "Let people assemble, as the following recommendations say.", null)]
    [InlineData("1.10", "", null)]
    public void What_introduces_recommendations_is_none(string number, string words, string? told)
    {
        var (path, text) = SmallSite.Recommendation($"upr-3/{number}");

        Assert.Equal(
            told is null ? [] : [$"{told} looks like the paragraph that introduces recommendations, and not like one"],
            Judged.By("preamble", Judged.Received("99"), (path, words.Length == 0 ? text : text.Replace("Let people assemble.", words, StringComparison.Ordinal))));
    }

    private static (string Path, string Text) Numbered(string number) => SmallSite.Recommendation($"upr-3/{number}");

    private static (string Path, string Text) Named(string name, string number)
    {
        var (path, text) = SmallSite.Recommendation($"upr-3/{name}");
        return (path, text.Replace($"paragraph: \"{name}\"", $"paragraph: \"{number}\"", StringComparison.Ordinal));
    }
}

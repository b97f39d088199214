using System.Globalization;
using Heed.Theming;

namespace Heed.Tests.Theming;

/// <summary>The forms of CLDR, held to the samples that its charts give for whole numbers.</summary>
public sealed class PluralRulesTests
{
    [Theory]
    [InlineData("one", "1 21 31 41 51 61 71 81 91 101 121 1001 1000021")]
    [InlineData("few", "2 3 4 22 23 24 32 33 34 42 43 44 52 53 54 62 92 93 94 102 103 104 122 1002 1003 1004 1000022")]
    [InlineData("many", "0 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 25 29 30 95 99 100 105 110 111 112 113 114 115 211 212 213 214 1000 1011 1012 1013 1014 1000000 1000011 1000014")]
    public void A_Slavic_number_is_ruled_by_its_last_digit_but_for_the_teens(string category, string numbers)
    {
        foreach (var number in Numbers(numbers))
        {
            Assert.Equal((number, category, category), (number, PluralRules.Category("ru", number), PluralRules.Category("uk", number)));
        }
    }

    [Theory]
    [InlineData("en", "one", "1")]
    [InlineData("en", "other", "0 2 3 4 11 12 21 101 1001")]
    [InlineData("kk", "one", "1")]
    [InlineData("kk", "other", "0 2 3 4 5 11 21 101 1001")]
    [InlineData("fr", "one", "0 1")]
    [InlineData("fr", "other", "2 3 11 21 100 101 1001")]
    public void Elsewhere_it_is_ruled_by_the_whole_of_it(string language, string category, string numbers)
    {
        foreach (var number in Numbers(numbers))
        {
            Assert.Equal((number, category), (number, PluralRules.Category(language, number)));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("uk")]
    [InlineData("kk")]
    [InlineData("fr")]
    public void A_negative_number_takes_the_form_of_the_positive_one(string language) => Assert.Equal(
        Enumerable.Range(0, 250).Select(number => PluralRules.Category(language, number)),
        Enumerable.Range(0, 250).Select(number => PluralRules.Category(language, -number)));

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("uk")]
    [InlineData("kk")]
    [InlineData("fr")]
    public void A_language_needs_just_the_forms_that_its_numbers_take(string language) => Assert.Equal(
        PluralRules.Categories(language).Order(StringComparer.Ordinal),
        Enumerable.Range(0, 250).Select(number => PluralRules.Category(language, number)).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<long> Numbers(string numbers) => numbers.Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture));
}

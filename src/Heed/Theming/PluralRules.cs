using System.Collections.Immutable;

namespace Heed.Theming;

/// <summary>Which form of a word goes with a number, by the rules of CLDR for whole numbers.</summary>
public static class PluralRules
{
    /// <summary><c>one</c>, <c>few</c>, <c>many</c> or <c>other</c>.</summary>
    public static string Category(string language, long number)
    {
        var (tens, ones) = (Math.Abs(number % 100), Math.Abs(number % 10));
        return language switch
        {
            "ru" or "uk" => (ones, tens) switch
            {
                (1, not 11) => "one",
                ( >= 2 and <= 4, < 12 or > 14) => "few",
                _ => "many",
            },
            "fr" => Math.Abs(number) < 2 ? "one" : "other",
            _ => Math.Abs(number) == 1 ? "one" : "other",
        };
    }

    /// <summary>The forms that a language needs for whole numbers.</summary>
    public static ImmutableArray<string> Categories(string language) =>
        language is "ru" or "uk" ? ["one", "few", "many"] : ["one", "other"];
}

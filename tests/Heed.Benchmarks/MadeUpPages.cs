using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heed.Search;

namespace Heed.Benchmarks;

/// <summary>Pages of 350 made-up English and Russian words, half and half, as frequent as words are: the first most, the last hardly ever.</summary>
internal static class MadeUpPages
{
    private const int Seed = 20_263;
    private const int WordsOnAPage = 350;
    private const int Vocabulary = 12_000;

    // A fixed seed, so that two runs measure the same pages.
#pragma warning disable CA5394
    private static readonly Random Letters = new(Seed);
    private static readonly string[] English = Words(Letters, "abcdefghiklmnoprstuvwyaeioaeio", ["", "s", "ed", "ing", "tion", "ation", "ness", "ly", "er", "ity"]);
    private static readonly string[] Russian = Words(Letters, "абвгдежзиклмнопрстухцчшыяаеиоаеио", ["", "а", "ов", "ами", "ого", "ая", "ение", "ость", "ть", "ых"]);

    public static readonly ImmutableArray<SearchEdition> Editions = [new("en", [new("kind", "Kind"), new("theme", "Theme"), new("state", "State")])];

    /// <summary>The first pages of the one endless row; the page of a number is always the same.</summary>
    public static IEnumerable<SearchDocument> Of(int count) => Enumerable.Range(0, count).Select(Page);

    /// <summary>A word that is neither among the 50 that nearly every page has nor one of the rare ones.</summary>
    public static string OrdinaryWord(Random random)
    {
        var words = random.Next(2) == 0 ? English : Russian;
        return words[(int)(50 * Math.Pow(40, random.NextDouble()))];
    }

    public static string? ThemeText(string path)
    {
        using var stream = typeof(ThemeScripts).Assembly.GetManifestResourceStream(path);
        return stream is null ? null : new StreamReader(stream, Encoding.UTF8).ReadToEnd();
    }

    private static SearchDocument Page(int page)
    {
        var random = new Random(Seed + page);
        var body = new StringBuilder();
        for (var word = 0; word < WordsOnAPage; word++)
        {
            var words = random.Next(2) == 0 ? English : Russian;
            body.Append(words[(int)(Math.Pow(Vocabulary, random.NextDouble()) - 1)]).Append(random.Next(12) == 0 ? ". " : " ");
        }

        var number = string.Create(CultureInfo.InvariantCulture, $"{100 + (page / 300)}.{page % 300}");
        var title = $"{English[random.Next(Vocabulary)]} {Russian[random.Next(Vocabulary)]}";
        var state = random.Next(190);
        var theme = random.Next(40);
        return new SearchDocument(
            string.Create(CultureInfo.InvariantCulture, $"pages/{page:D6}.html"),
            "en",
            title,
            "recommendation",
            number,
            [new SearchPassage(null, null, body.ToString().TrimEnd())],
            [English[3000 + state]],
            [
                new SearchFacet("kind", "recommendation", "Recommendation", []),
                new SearchFacet("theme", English[4000 + theme], English[4000 + theme], []),
                new SearchFacet("state", English[3000 + state], English[3000 + state], []),
            ]);
    }

    private static string[] Words(Random random, string letters, string[] endings) =>
    [
        .. Enumerable.Range(0, Vocabulary).Select(_ =>
            new string(random.GetItems(letters.AsSpan(), random.Next(2, 8))) + endings[random.Next(endings.Length)]),
    ];
#pragma warning restore CA5394
}

using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Heed.Search;

/// <summary>The words that search passes over, read out of lunr's own scripts so that there is one list and not two.</summary>
internal sealed partial class StopWords
{
    private readonly FrozenSet<string> english;
    private readonly FrozenSet<string> russian;

    private StopWords(FrozenSet<string> english, FrozenSet<string> russian, KazakhRules kazakh)
    {
        this.english = english;
        this.russian = russian;
        Kazakh = kazakh;
    }

    /// <summary>The rules for Kazakh, which bring their own stop words.</summary>
    public KazakhRules Kazakh { get; }

    /// <summary>Reads the lists from the scripts.</summary>
    /// <exception cref="InvalidOperationException">A script has no list where the pinned version has it.</exception>
    public static StopWords From(ThemeScripts scripts)
    {
        var englishList = EnglishList().Match(scripts.Lunr);
        var russianList = RussianList().Match(scripts.Russian);
        if (!englishList.Success || !russianList.Success)
        {
            throw new InvalidOperationException("The search scripts hold no list of stop words; they are not the versions that Heed is made for.");
        }

        // The list takes four words for noise that this field is about. It lacks one that stands in it with a stray mark
        // before it, and two that it has with ё only. heed-analysis.js makes the same changes.
        var russian = russianList.Groups["words"].Value.Split(' ').Concat(["а", "мое", "твое"])
            .Except(["человек", "люди", "жизнь", "мира"]);

        return new StopWords(
            QuotedWord().Matches(englishList.Groups["words"].Value).Select(match => match.Groups["word"].Value).ToFrozenSet(StringComparer.Ordinal),
            russian.ToFrozenSet(StringComparer.Ordinal),
            KazakhRules.Read(scripts.KazakhRules));
    }

    public bool IsEnglish(string word) => english.Contains(word);

    public bool IsRussian(string word) => russian.Contains(word);

    public bool IsKazakh(string word) => Kazakh.IsStopWord(word);

    [GeneratedRegex("""generateStopWordFilter\(\[(?<words>[^\]]+)\]""")]
    private static partial Regex EnglishList();

    [GeneratedRegex("""["'](?<word>[a-z]+)["']""")]
    private static partial Regex QuotedWord();

    [GeneratedRegex("""generateStopWordFilter\(["'](?<words>[^"']+)["']\.split""")]
    private static partial Regex RussianList();
}

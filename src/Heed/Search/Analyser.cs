using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using Heed.Text;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Heed.Search;

/// <summary>Turns the words of one language's pages into terms, exactly as <c>theme/assets/search/heed-analysis.js</c> does.</summary>
/// <remarks>
/// Each distinct word is analysed once and remembered, so an analyser is made for a build and then let go. It is not for
/// several threads at once; what it remembers may be shared.
/// </remarks>
internal sealed class Analyser
{
    /// <summary>The letters of Kazakh that Russian lacks. The last of them is a letter of Ukrainian and Belarusian too.</summary>
    private static readonly SearchValues<char> KazakhLetters = SearchValues.Create("әғқңөұүһі");

    private static readonly SearchValues<char> KazakhLettersAlone = SearchValues.Create("әғқңөұүһ");

    private static readonly SearchValues<char> NoLetters = SearchValues.Create("0123456789/.-");

    private readonly StopWords stopWords;
    private readonly bool isKazakhPage;
    private readonly SearchValues<char> kazakhLetters;
    private readonly Func<string, string>? pageStemmer;
    private readonly bool stemsLatin;
    private readonly RussianStemmer russian = new();
    private readonly ConcurrentDictionary<string, string> known;
    private readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> knownSpans;

    /// <summary>An analyser of pages of one language.</summary>
    /// <param name="stopWords">The words that are passed over, and the rules for Kazakh.</param>
    /// <param name="language">The language of the pages.</param>
    /// <param name="pageStemmer">The stemmer of that language, when it is none of the three that are compiled: gives the term of a normalised word, or nothing for a word to pass over.</param>
    /// <param name="known">The terms of words, shared by analysers of the same language on several threads.</param>
    public Analyser(StopWords stopWords, string language, Func<string, string>? pageStemmer = null, ConcurrentDictionary<string, string>? known = null)
    {
        this.known = known ?? new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        this.stopWords = stopWords;
        this.pageStemmer = pageStemmer;
        isKazakhPage = language == "kk";
        kazakhLetters = language is "uk" or "be" ? KazakhLettersAlone : KazakhLetters;
        stemsLatin = pageStemmer is not null && LanguageStemmer.IsWrittenInLatin(language);
        knownSpans = this.known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The term that stands for the word in the index; empty for a word that is not indexed.</summary>
    public string Term(ReadOnlySpan<char> raw)
    {
        if (knownSpans.TryGetValue(raw, out var term))
        {
            return term;
        }

        var word = raw.ToString();
        term = Analyse(word);
        known.TryAdd(word, term);
        return term;
    }

    /// <summary>
    /// A word as it is compared: small letters of one script, no invisible and no stress marks, no Latin accents, ё as е; й stays й.
    /// Dots and hyphens tell something in numbers alone: <c>139.114</c>, <c>CO/3-4</c>.
    /// </summary>
    public static string Normalise(string raw)
    {
        var isCitation = WordScanner.IsCitation(raw);
        var word = Seen(raw, isCitation);
        if (!Ascii.IsValid(word))
        {
            word = LookAlikes.InOneScript(word.Normalize(NormalizationForm.FormKC), isCitation);
        }

        word = Lower(word);
        if (Ascii.IsValid(word))
        {
            return word;
        }

        if (word.AsSpan().IndexOfAnyInRange('\u0400', '\u052F') >= 0)
        {
            return WithoutMarks(word).Replace('ё', 'е');
        }

        return IsLatin(word) ? WithoutMarks(word.Normalize(NormalizationForm.FormD)) : word;
    }

    private string Analyse(string raw)
    {
        var word = Normalise(raw);
        if (word.Length == 0 || word.AsSpan().IndexOfAny(NoLetters) >= 0)
        {
            return word;
        }

        if (word.AsSpan().IndexOfAnyExceptInRange('a', 'z') < 0)
        {
            return stemsLatin ? pageStemmer!(word) : stopWords.IsEnglish(word) && !IsAcronym(Seen(raw, isCitation: false)) ? "" : EnglishStemmer.Stem(word);
        }

        if (word.AsSpan().IndexOfAnyInRange('\u0400', '\u052F') < 0)
        {
            return pageStemmer is null ? word : pageStemmer(word);
        }

        // On a Kazakh page no word is Russian, and elsewhere none that has a letter of Kazakh or another that Russian lacks.
        if (IsKazakh(word))
        {
            return stopWords.IsKazakh(word) ? "" : KazakhStemmer.Stem(word, stopWords.Kazakh);
        }

        if (word.AsSpan().IndexOfAnyExceptInRange('а', 'я') >= 0)
        {
            return word;
        }

        return stopWords.IsRussian(word) ? "" : StemRussian(word);
    }

    private bool IsKazakh(string word) =>
        word.AsSpan().IndexOfAnyExceptInRange('\u0430', '\u052F') < 0 && (isKazakhPage || word.AsSpan().IndexOfAny(kazakhLetters) >= 0);

    private string StemRussian(string word)
    {
        russian.SetCurrent(word);
        russian.Stem();
        return russian.Current;
    }

    /// <summary>US, WHO and IT are somebody or something; us, who and it are not.</summary>
    private static bool IsAcronym(string raw)
    {
        var letters = 0;
        foreach (var unit in raw)
        {
            if (unit is < 'A' or > 'Z')
                return false;

            letters++;
        }

        return letters > 1;
    }

    /// <summary>What is seen of a word, each unit as the plain character that it stands for; without dots, hyphens and apostrophes that mean nothing.</summary>
    private static string Seen(string raw, bool isCitation)
    {
        var seen = new StringBuilder(raw.Length);
        foreach (var unit in raw)
        {
            if (!Characters.IsInvisible(unit))
                seen.Append(Characters.Plain(unit));
        }

        // The rules look at their neighbours in what is seen, so they come after.
        var letters = new StringBuilder(seen.Length);
        for (var at = 0; at < seen.Length; at++)
        {
            var isDropped = isCitation
                ? seen[at] == '.' && !(at > 0 && char.IsAsciiDigit(seen[at - 1]) && at + 1 < seen.Length && char.IsAsciiDigit(seen[at + 1]))
                : seen[at] is '.' or '-' or '\'';
            if (!isDropped)
                letters.Append(seen[at]);
        }

        return letters.ToString();
    }

    /// <summary>JavaScript makes two units of İ, and writes a Σ at the end of a word as ς; neither helps a search.</summary>
    private static string Lower(string word) => string.Create(word.Length, word, (letters, from) =>
    {
        for (var at = 0; at < letters.Length; at++)
        {
            letters[at] = from[at] == 'İ' ? 'i' : char.ToLowerInvariant(from[at]) is var small && small == 'ς' ? 'σ' : small;
        }
    });

    private static bool IsLatin(string word)
    {
        foreach (var unit in word)
        {
            if (unit is > '\u036F' and (< '\u1E00' or > '\u1EFF'))
                return false;
        }

        return true;
    }

    private static string WithoutMarks(string word)
    {
        if (word.AsSpan().IndexOfAnyInRange('\u0300', '\u036F') < 0)
        {
            return word;
        }

        var kept = new StringBuilder(word.Length);
        foreach (var unit in word)
        {
            if (unit is < '\u0300' or > '\u036F')
                kept.Append(unit);
        }

        return kept.ToString();
    }
}

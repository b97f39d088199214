using System.Buffers;
using System.Text;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Heed.Search;

/// <summary>Turns the words of one language's pages into terms, exactly as <c>theme/assets/search/heed-analysis.js</c> does.</summary>
/// <remarks>
/// Each distinct word is analysed once and remembered, so an analyser is made for a build and then let go. It is not for
/// several threads at once.
/// </remarks>
internal sealed class Analyser
{
    private const int LongestRememberedOnStack = 256;

    /// <summary>The letters of Kazakh that Russian lacks. The last of them is a letter of Ukrainian and Belarusian too.</summary>
    private static readonly SearchValues<char> KazakhLetters = SearchValues.Create("әғқңөұүһі");

    private static readonly SearchValues<char> KazakhLettersAlone = SearchValues.Create("әғқңөұүһ");

    /// <summary>Which language a page is in, as far as it decides whose a Cyrillic word is.</summary>
    private enum Flavour
    {
        Other,
        Kazakh,
        EastSlavic,
    }

    private readonly StopWords stopWords;
    private readonly Flavour flavour;
    private readonly RussianStemmer russian = new();
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> knownSpans;

    public Analyser(StopWords stopWords, string language)
    {
        this.stopWords = stopWords;
        flavour = language switch
        {
            "kk" => Flavour.Kazakh,
            "uk" or "be" => Flavour.EastSlavic,
            _ => Flavour.Other,
        };
        knownSpans = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The name by which lunr knows the pipeline that does the same.</summary>
    public string PipelineName => flavour switch
    {
        Flavour.Kazakh => "heed-kk",
        Flavour.EastSlavic => "heed-uk",
        _ => "heed",
    };

    /// <summary>The term that stands for the word in the index; empty for a word that is not indexed.</summary>
    public string Term(ReadOnlySpan<char> raw)
    {
        if (knownSpans.TryGetValue(raw, out var term))
        {
            return term;
        }

        var word = raw.ToString();
        term = Analyse(word);
        known.Add(word, term);
        return term;
    }

    /// <summary>A word as it is compared: small letters, no invisible marks, no stress marks, no Latin accents, ё as е; й stays й.</summary>
    public static string Normalise(string raw)
    {
        var word = Lower(raw);
        if (Ascii.IsValid(word))
        {
            return word;
        }

        if (word.AsSpan().IndexOfAnyInRange('\u0400', '\u052F') >= 0)
        {
            var plain = WithoutMarks(word.Normalize(NormalizationForm.FormC)).Replace('ё', 'е');
            return HasLatinForCyrillic(plain) ? plain.Replace('i', 'і') : plain;
        }

        return IsLatin(word)
            ? WithoutMarks(word.Normalize(NormalizationForm.FormD))
            : word.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Older Kazakh texts, those of laws too, are typed with the Latin i, which looks the same.</summary>
    private static bool HasLatinForCyrillic(string word)
    {
        foreach (var unit in word)
        {
            if (unit != 'i' && unit is < '\u0400' or > '\u052F')
                return false;
        }

        return word.Contains('i', StringComparison.Ordinal);
    }

    private string Analyse(string raw)
    {
        var word = Normalise(raw);
        if (word.Length > 0 && word.AsSpan().IndexOfAnyExceptInRange('a', 'z') < 0)
        {
            return stopWords.IsEnglish(word) && !IsAcronym(raw) ? "" : EnglishStemmer.Stem(word);
        }

        // On a Kazakh page no word is Russian, and elsewhere none that has a letter of Kazakh or another that Russian lacks.
        if (IsKazakh(word))
        {
            return stopWords.IsKazakh(word) ? "" : KazakhStemmer.Stem(word, stopWords.Kazakh);
        }

        if (word.Length == 0 || word.AsSpan().IndexOfAnyExceptInRange('а', 'я') >= 0)
        {
            return word;
        }

        return stopWords.IsRussian(word) ? "" : StemRussian(word);
    }

    private bool IsKazakh(string word)
    {
        if (word.Length == 0 || word.AsSpan().IndexOfAnyExceptInRange('\u0430', '\u052F') >= 0)
        {
            return false;
        }

        return flavour == Flavour.Kazakh
            || word.AsSpan().IndexOfAny(flavour == Flavour.EastSlavic ? KazakhLettersAlone : KazakhLetters) >= 0;
    }

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
            if (unit == '.')
                continue;

            if (unit is < 'A' or > 'Z')
                return false;

            letters++;
        }

        return letters > 1;
    }

    private static string Lower(string raw)
    {
        var keepsDots = WordScanner.IsCitation(raw);
        var letters = raw.Length <= LongestRememberedOnStack ? stackalloc char[raw.Length] : new char[raw.Length];
        var length = 0;
        foreach (var unit in raw)
        {
            if (WordScanner.IsInvisible(unit) || (unit == '.' && !keepsDots))
                continue;

            // JavaScript makes two units of İ, and writes a Σ at the end of a word as ς; neither helps a search.
            letters[length++] = unit switch
            {
                'İ' => 'i',
                _ when WordScanner.IsHyphen(unit) => '-',
                _ => char.ToLowerInvariant(unit) is var small && small == 'ς' ? 'σ' : small,
            };
        }

        return letters[..length].ToString();
    }

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

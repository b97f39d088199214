using System.Globalization;
using System.Text;

namespace Heed.Text;

/// <summary>
/// What is kept of a paragraph's words to know it again after small edits: twelve bits of each word, two characters in an alphabet
/// that needs no quotes.
/// </summary>
/// <remarks>It hides nothing: who tries the words of a language finds most of them. So the print of what was taken away is taken away, too.</remarks>
public static class WordPrint
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    // Much of a longer text decides already; and comparing grows with the square.
    private const int MostWords = 400;

    /// <summary>The print of a text: letters and digits alone count, in any case; not what is unseen, nor whether accents stand apart.</summary>
    public static string Of(string text)
    {
        text = Ascii.IsValid(text) ? text : Characters.Normalise(text, NormalizationForm.FormC);
        var print = new StringBuilder();
        var hash = Start;
        var isInWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && Characters.IsInvisible((char)rune.Value))
            {
                continue;
            }

            var isWord = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;
            if (isWord)
            {
                hash = Add(hash, Rune.ToLowerInvariant(rune).Value);
            }
            else if (isInWord)
            {
                Append(print, hash);
                hash = Start;
            }

            isInWord = isWord;
        }

        if (isInWord)
        {
            Append(print, hash);
        }

        return print.ToString();
    }

    /// <summary>How many words a print has, at most four hundred.</summary>
    public static int Words(string print) => print.Length / 2;

    /// <summary>Whether a text is a print.</summary>
    public static bool IsPrint(string text) => text.Length % 2 == 0 && text.All(Alphabet.Contains);

    /// <summary>How alike two texts are, from 0 to 1: the words that both have in the same order, against all words of both.</summary>
    public static double Likeness(string one, string other) =>
        one.Length + other.Length == 0 ? 1 : 2.0 * Shared(one, other) / (Words(one) + Words(other));

    /// <summary>How much of one text stands in another, from 0 to 1: by pairs of neighbouring words, so that common words far apart do not count.</summary>
    public static double Share(string part, string whole)
    {
        var pairs = Pairs(part).ToHashSet(StringComparer.Ordinal);
        if (pairs.Count == 0)
        {
            return 0;
        }

        var all = pairs.Count;
        pairs.IntersectWith(Pairs(whole));
        return (double)pairs.Count / all;
    }

    private static IEnumerable<string> Pairs(string print) => Enumerable.Range(0, Math.Max(0, Words(print) - 1)).Select(index => print.Substring(2 * index, 4));

    // FNV-1a, folded to twelve bits.
    private const uint Start = 2166136261;

    private static uint Add(uint hash, int value) => unchecked((((hash ^ (uint)(value & 0xFF)) * 16777619) ^ (uint)(value >> 8)) * 16777619);

    private static void Append(StringBuilder print, uint hash)
    {
        if (print.Length < 2 * MostWords)
        {
            var bits = hash ^ (hash >> 12) ^ (hash >> 24);
            print.Append(Alphabet[(int)((bits >> 6) & 63)]).Append(Alphabet[(int)(bits & 63)]);
        }
    }

    /// <summary>The length of the longest common subsequence, in words.</summary>
    private static int Shared(string one, string other)
    {
        var (above, here) = (new int[Words(other) + 1], new int[Words(other) + 1]);
        for (var row = 0; row < Words(one); row++)
        {
            var word = one.AsSpan(2 * row, 2);
            for (var column = 0; column < Words(other); column++)
            {
                here[column + 1] = word.SequenceEqual(other.AsSpan(2 * column, 2)) ? above[column] + 1 : Math.Max(here[column], above[column + 1]);
            }

            (above, here) = (here, above);
        }

        return above[^1];
    }
}

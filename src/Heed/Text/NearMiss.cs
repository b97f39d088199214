namespace Heed.Text;

/// <summary>A word that is not known, with the words that may have been meant.</summary>
/// <remarks>It is a question that is asked late: of thousands that are alike only those that somebody reads are answered.</remarks>
public sealed record Guess(string Word, IEnumerable<string> Candidates)
{
    /// <summary>The sentence <c>; did you mean "…"?</c>, or nothing when no candidate is near.</summary>
    public override string ToString() => NearMiss.Question(Word, Candidates);
}

/// <summary>Finds what an author probably meant by a word that is not known.</summary>
public static class NearMiss
{
    // More slips than that are another word; it also bounds the work for long ones.
    private const int MostSlips = 12;

    /// <summary>The candidate nearest to the word, or null when none is near enough to be a slip of the hand.</summary>
    /// <remarks>Near is an edit distance of at most a third of the word's length, and of twelve; ties go to the first in ordinal order.</remarks>
    public static string? Suggest(string word, IEnumerable<string> candidates)
    {
        var best = (Word: (string?)null, Distance: Math.Clamp(word.Length / 3, 1, MostSlips));
        foreach (var candidate in candidates)
        {
            var distance = Distance(word, candidate, best.Distance + 1);
            var isNearer = distance < best.Distance || (distance == best.Distance && (best.Word is null || string.CompareOrdinal(candidate, best.Word) < 0));
            best = isNearer ? (candidate, distance) : best;
        }

        return best.Word;
    }

    /// <summary>The sentence <c>; did you mean "…"?</c>, or nothing when no candidate is near. Of one that looks the same it names the character that differs.</summary>
    public static string Question(string word, IEnumerable<string> candidates) =>
        OddCharacters.Alike(word, candidates) ?? (Suggest(word, candidates) is { } near ? $"; did you mean \"{near}\"?" : "");

    /// <summary>Optimal string alignment distance without regard to case; gives <paramref name="limit"/> once it cannot be less.</summary>
    /// <remarks>Only the cells near the diagonal are worked out: farther ones are beyond the limit.</remarks>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) >= limit)
        {
            return limit;
        }

        var (beforeLast, last, current) = (new int[right.Length + 2], new int[right.Length + 2], new int[right.Length + 2]);
        for (var column = 0; column <= right.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            var (from, to) = (Math.Max(1, row - limit), Math.Min(right.Length, row + limit));
            current[from - 1] = from == 1 ? row : limit;
            var least = current[from - 1];
            for (var column = from; column <= to; column++)
            {
                var cost = Same(left[row - 1], right[column - 1]) ? 0 : 1;
                current[column] = Math.Min(Math.Min(last[column] + 1, current[column - 1] + 1), last[column - 1] + cost);
                if (row > 1 && column > 1 && Same(left[row - 1], right[column - 2]) && Same(left[row - 2], right[column - 1]))
                {
                    current[column] = Math.Min(current[column], beforeLast[column - 2] + 1);
                }

                least = Math.Min(least, current[column]);
            }

            if (least >= limit)
            {
                return limit;
            }

            // What the next row reads beyond the diagonal's band.
            current[to + 1] = limit;
            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return Math.Min(last[right.Length], limit);
    }

    private static bool Same(char left, char right) => left == right || char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}

namespace Heed.Text;

/// <summary>Finds what an author probably meant by a word that is not known.</summary>
public static class NearMiss
{
    /// <summary>The candidate nearest to the word, or null when none is near enough to be a slip of the hand.</summary>
    /// <remarks>Near is an edit distance of at most a third of the word's length; ties go to the first in ordinal order.</remarks>
    public static string? Suggest(string word, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, word.Length / 3);
        string? best = null;
        var bestDistance = limit + 1;

        foreach (var candidate in candidates.Order(StringComparer.Ordinal))
        {
            var distance = Distance(word, candidate, bestDistance);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>The sentence <c>; did you mean "…"?</c>, or nothing when no candidate is near. Of one that looks the same it names the character that differs.</summary>
    public static string Question(string word, IEnumerable<string> candidates) =>
        OddCharacters.Alike(word, candidates) ?? (Suggest(word, candidates) is { } near ? $"; did you mean \"{near}\"?" : "");

    /// <summary>Optimal string alignment distance without regard to case; gives <paramref name="limit"/> once it cannot be less.</summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) >= limit)
        {
            return limit;
        }

        var beforeLast = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = Same(left[row - 1], right[column - 1]) ? 0 : 1;
                current[column] = Math.Min(Math.Min(last[column] + 1, current[column - 1] + 1), last[column - 1] + cost);
                if (row > 1 && column > 1 && Same(left[row - 1], right[column - 2]) && Same(left[row - 2], right[column - 1]))
                {
                    current[column] = Math.Min(current[column], beforeLast[column - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return Math.Min(last[right.Length], limit);
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}

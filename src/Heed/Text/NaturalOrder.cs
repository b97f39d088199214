namespace Heed.Text;

/// <summary>Orders text as a reader does: runs of digits count as numbers, so that <c>139.9</c> stands before <c>139.10</c>.</summary>
/// <remarks>Everything else is compared by UTF-16 unit, so the order is the same on every machine.</remarks>
public sealed class NaturalOrder : IComparer<string>
{
    /// <summary>The one instance.</summary>
    public static readonly NaturalOrder Instance = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return string.CompareOrdinal(x, y);
        }

        int left = 0, right = 0;
        while (left < x.Length && right < y.Length)
        {
            if (char.IsAsciiDigit(x[left]) && char.IsAsciiDigit(y[right]))
            {
                var leftDigits = Digits(x, ref left);
                var rightDigits = Digits(y, ref right);
                var byLength = leftDigits.Length.CompareTo(rightDigits.Length);
                var byDigits = byLength != 0 ? byLength : leftDigits.SequenceCompareTo(rightDigits);
                if (byDigits != 0)
                {
                    return byDigits;
                }

                continue;
            }

            if (x[left] != y[right])
            {
                return x[left].CompareTo(y[right]);
            }

            left++;
            right++;
        }

        var byRest = (x.Length - left).CompareTo(y.Length - right);
        return byRest != 0 ? byRest : string.CompareOrdinal(x, y);
    }

    private static ReadOnlySpan<char> Digits(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return text.AsSpan(start, position - start).TrimStart('0');
    }
}

using System.Buffers;

namespace Heed.Search;

/// <summary>Writes whole numbers as few printable characters, for the pieces of the index.</summary>
/// <remarks>
/// <para>
/// There are 90 digits: the printable characters of ASCII but the space, the comma, the single quote, the backslash and
/// <c>&lt;</c>, which part things or would end a string of a script. The first 45 end a number, the others say that more
/// follows: the lowest digit comes first, to the base of 45.
/// </para>
/// <para>
/// A byte format would be no smaller once it is compressed (measured on real texts: 4 % less), and it could not be loaded
/// from <c>file://</c>. <c>heed-index.js</c> reads what is written here.
/// </para>
/// </remarks>
internal static class CompactNumbers
{
    /// <summary>How many digits end a number, and how many go on.</summary>
    public const int Base = 45;

    private static readonly byte[] Digits = [.. Enumerable.Range(0x21, 0x7E - 0x20).Select(unit => (byte)unit).Where(unit => unit is not ((byte)'\'' or (byte)'\\' or (byte)',' or (byte)'<'))];

    /// <summary>Appends a number that is not negative.</summary>
    public static void Append(IBufferWriter<byte> text, int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var span = text.GetSpan(6);
        var length = 0;
        while (number >= Base)
        {
            var (rest, digit) = Math.DivRem(number, Base);
            span[length++] = Digits[Base + digit];
            number = rest;
        }

        span[length++] = Digits[number];
        text.Advance(length);
    }
}

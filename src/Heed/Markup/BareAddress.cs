using System.Buffers;
using System.Globalization;

namespace Heed.Markup;

/// <summary>Where an address that stands in running text ends: what closes the words around it is no part of it, in any script.</summary>
internal static class BareAddress
{
    /// <summary>Signs after which an address in running text may start, besides a blank.</summary>
    public const string MayStandBefore = "*_~(\"'«»„“”‚‘’‹›「『【《〈（［—–";

    // Signs that end a sentence or a clause and stand in no address, with what Latin letters, Arabic, Armenian, Devanagari and East Asian scripts have.
    private static readonly SearchValues<char> Ends = SearchValues.Create("…‥⋯，、。．；：！？｡､،؛؟۔։।॥");

    // Signs of which an address may have some inside, but which at its end belong to the sentence.
    private static readonly SearchValues<char> Trailing = SearchValues.Create("?!.,:;*_~'\"’‘-‐‑‒–—―");

    /// <summary>How many characters of the written address belong to it.</summary>
    public static int LengthOf(string written)
    {
        var length = UnbalancedAt(written);
        while (length > 0 && Trailing.Contains(written[length - 1]) && !IsPathHyphen(written, length))
        {
            length--;
        }

        return length;
    }

    // A hyphen at the very end is what some addresses have; behind other closing signs it is a dash.
    private static bool IsPathHyphen(string written, int length) => length == written.Length && written[length - 1] is '-' or '_' or '~';

    /// <summary>Where the first sign stands that no address has: a quotation mark, an end of a sentence, or a bracket without its partner.</summary>
    private static int UnbalancedAt(string written)
    {
        var open = new Stack<int>();
        for (var index = 0; index < written.Length; index++)
        {
            var character = written[index];
            switch (char.GetUnicodeCategory(character))
            {
                case UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation when character is not ('‘' or '’'):
                case UnicodeCategory.OpenPunctuation when character is '„' or '‚' or '〝':
                case UnicodeCategory.ClosePunctuation when open.Count == 0:
                case UnicodeCategory.OtherPunctuation when Ends.Contains(character):
                case UnicodeCategory.DashPunctuation when character is '—' or '―' && !IsBetweenDigits(written, index):
                    return Math.Min(index, FirstOf(open, written) ?? index);
                case UnicodeCategory.OpenPunctuation:
                    open.Push(index);
                    break;
                case UnicodeCategory.ClosePunctuation:
                    open.Pop();
                    break;
                default:
                    break;
            }
        }

        return FirstOf(open, written) ?? written.Length;
    }

    // Of the brackets that are left open; "(" alone may be a part of an address.
    private static int? FirstOf(Stack<int> open, string written) => open.Where(index => written[index] > '\u007F').Select(index => (int?)index).Min();

    private static bool IsBetweenDigits(string written, int index) =>
        index > 0 && index < written.Length - 1 && char.IsDigit(written[index - 1]) && char.IsDigit(written[index + 1]);
}

namespace Heed.Search;

/// <summary>A word of a text: where it stands, and whether it is only a part of a citation that is also kept whole.</summary>
internal readonly record struct ScannedWord(int Start, int Length, bool IsPart);

/// <summary>Cuts text into words and citations, exactly as <c>theme/assets/search/heed-analysis.js</c> does.</summary>
/// <remarks>Stock lunr cuts at spaces and hyphens alone, which is of no use for <c>A/HRC/43/10</c> or for Cyrillic.</remarks>
internal static class WordScanner
{
    /// <summary>The pairs are the first and last UTF-16 unit of each range of letters and digits; the JavaScript has the same table.</summary>
    private const string LetterRanges =
        "09AZaz\u00AA\u00AA\u00B5\u00B5\u00BA\u00BA\u00C0\u00D6\u00D8\u00F6\u00F8\u02AF\u0370\u0377\u037B\u037D\u0386\u0386" +
        "\u0388\u0481\u048A\u052F\u0531\u0556\u0561\u0587\u05D0\u05EA\u0620\u0669\u066E\u06D3\u0900\u0963" +
        "\u0966\u0DFF\u0E01\u0E3A\u0E40\u0E4E\u10A0\u10FA\u10FC\u11FF\u1E00\u1FFF\u3041\u3096\u30A1\u30FA" +
        "\u3400\u4DBF\u4E00\u9FFF\uA640\uA66E\uA680\uA69D\uA722\uA7BF\uAC00\uD7A3\uF900\uFAFF";

    private static readonly UnitKind[] Kinds = Tabulate();

    private enum UnitKind : byte
    {
        Other,
        Letter,
        Mark,
        Dot,
        Slash,
        Apostrophe,
        Hyphen,
    }

    /// <summary>Whether the unit may stand in a word and is not seen: a soft hyphen, a joiner, a byte order mark.</summary>
    public static bool IsInvisible(char unit) => unit is '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF';

    /// <summary>Whether the unit is one of the hyphens, which are all written alike in a term.</summary>
    public static bool IsHyphen(char unit) => unit is '-' or '\u2010' or '\u2011';

    /// <summary>Whether the word is a citation that is compared whole: <c>139.114</c>, <c>2137/2012</c>.</summary>
    public static bool IsCitation(ReadOnlySpan<char> raw) => raw.Contains('/') || (raw.Contains('.') && HasDigit(raw));

    /// <summary>Adds the words of the text, in the order in which lunr shall count them.</summary>
    public static void Scan(ReadOnlySpan<char> text, List<ScannedWord> words)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (Kinds[text[at]] != UnitKind.Letter)
            {
                at++;
                continue;
            }

            var start = at;
            var joined = false;
            at = EndOfWord(text, at);
            while (at + 1 < text.Length && Kinds[text[at]] >= UnitKind.Dot && Kinds[text[at + 1]] == UnitKind.Letter)
            {
                joined = true;
                at = EndOfWord(text, at + 1);
            }

            if (joined)
                AddRun(text, start, at, words);
            else
                words.Add(new ScannedWord(start, at - start, IsPart: false));
        }
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Kinds[text[at]] is UnitKind.Letter or UnitKind.Mark)
        {
            at++;
        }

        return at;
    }

    /// <summary>A run of words joined by single dots, slashes, hyphens or apostrophes: <c>Kazakhstan's</c>, <c>A/HRC/43/10</c>.</summary>
    private static void AddRun(ReadOnlySpan<char> text, int start, int end, List<ScannedWord> words)
    {
        for (var from = start; from <= end;)
        {
            var to = Find(text, from, end, UnitKind.Apostrophe);
            var isGenitive = from > start && to - from == 1 && text[from] is 's' or 'S';
            if (!isGenitive)
            {
                AddPiece(text, from, to, words);
            }

            from = to + 1;
        }
    }

    private static void AddPiece(ReadOnlySpan<char> text, int start, int end, List<ScannedWord> words)
    {
        if (text[start..end].Contains('/'))
        {
            AddSlashed(text, start, end, words);
            return;
        }

        for (var from = start; from <= end;)
        {
            var to = Find(text, from, end, UnitKind.Hyphen);
            AddDotted(text, from, to, words);
            from = to + 1;
        }
    }

    /// <summary>
    /// <c>A/HRC/43/10</c> is one word; so are <c>43/10</c>, as people cite it, and its parts. The lone letters mean nothing alone.
    /// </summary>
    private static void AddSlashed(ReadOnlySpan<char> text, int start, int end, List<ScannedWord> words)
    {
        var isCitation = HasDigit(text[start..end]);
        if (isCitation)
        {
            words.Add(new ScannedWord(start, end - start, IsPart: false));
            AddNumbersInARow(text, start, end, words);
        }

        for (var from = start; from <= end;)
        {
            var to = from;
            while (to < end && Kinds[text[to]] is not (UnitKind.Dot or UnitKind.Slash or UnitKind.Hyphen))
            {
                to++;
            }

            if (!isCitation || to - from > 1 || HasDigit(text[from..to]))
            {
                words.Add(new ScannedWord(from, to - from, IsPart: isCitation));
            }

            from = to + 1;
        }
    }

    /// <summary>Each longest row of two or more bare numbers between slashes, unless it is the whole.</summary>
    private static void AddNumbersInARow(ReadOnlySpan<char> text, int start, int end, List<ScannedWord> words)
    {
        var rowStart = start;
        var count = 0;
        for (var from = start; from <= end;)
        {
            var to = Find(text, from, end, UnitKind.Slash);
            var isNumber = text[from..to].IndexOfAnyExceptInRange('0', '9') < 0;
            if (isNumber && count++ == 0)
            {
                rowStart = from;
            }

            if (!isNumber || to == end)
            {
                var rowEnd = isNumber ? end : from - 1;
                if (count > 1 && rowEnd - rowStart < end - start)
                {
                    words.Add(new ScannedWord(rowStart, rowEnd - rowStart, IsPart: true));
                }

                count = 0;
            }

            from = to + 1;
        }
    }

    /// <summary><c>139.114</c> is one word and two parts; <c>U.S</c> is one word; <c>end.Then</c> is two words.</summary>
    private static void AddDotted(ReadOnlySpan<char> text, int start, int end, List<ScannedWord> words)
    {
        var (count, lone, numbers) = (0, 0, 0);
        for (var from = start; from <= end; count++)
        {
            var to = Find(text, from, end, UnitKind.Dot);
            var hasDigit = HasDigit(text[from..to]);
            lone += to - from == 1 && !hasDigit ? 1 : 0;
            numbers += hasDigit ? 1 : 0;
            from = to + 1;
        }

        var isAcronym = count > 1 && lone == count;
        var isNumber = count > 1 && numbers == count;
        if (isAcronym || isNumber)
        {
            words.Add(new ScannedWord(start, end - start, IsPart: false));
        }

        for (var from = start; from <= end && !isAcronym;)
        {
            var to = Find(text, from, end, UnitKind.Dot);
            words.Add(new ScannedWord(from, to - from, IsPart: isNumber));
            from = to + 1;
        }
    }

    private static int Find(ReadOnlySpan<char> text, int from, int end, UnitKind kind)
    {
        while (from < end && Kinds[text[from]] != kind)
        {
            from++;
        }

        return from;
    }

    private static bool HasDigit(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') >= 0;

    private static UnitKind[] Tabulate()
    {
        var kinds = new UnitKind[char.MaxValue + 1];
        for (var range = 0; range < LetterRanges.Length; range += 2)
        {
            kinds.AsSpan()[LetterRanges[range]..(LetterRanges[range + 1] + 1)].Fill(UnitKind.Letter);
        }

        kinds.AsSpan()[0x0300..0x0370].Fill(UnitKind.Mark);
        kinds.AsSpan()[0x0483..0x048A].Fill(UnitKind.Mark);
        for (var unit = 0; unit < kinds.Length; unit++)
        {
            if (IsInvisible((char)unit))
                kinds[unit] = UnitKind.Mark;
            else if (IsHyphen((char)unit))
                kinds[unit] = UnitKind.Hyphen;
        }

        kinds['.'] = UnitKind.Dot;
        kinds['/'] = UnitKind.Slash;
        kinds['\''] = kinds['\u2019'] = kinds['\u02BC'] = UnitKind.Apostrophe;
        return kinds;
    }
}

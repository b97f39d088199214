using Heed.Text;

namespace Heed.Search;

/// <summary>A word of a text: where it stands, and whether it is only a part of a citation that is also kept whole.</summary>
internal readonly record struct ScannedWord(int Start, int Length, bool IsPart);

/// <summary>Cuts text into words and citations, exactly as <c>theme/assets/search/heed-analysis.js</c> does.</summary>
/// <remarks>Stock lunr cuts at spaces and hyphens alone, which is of no use for <c>A/HRC/43/10</c> or for Cyrillic.</remarks>
internal static class WordScanner
{
    /// <summary>Of more words than these nobody makes one: state-of-the-art.</summary>
    private const int LongestCompound = 3;

    /// <summary>Whether the word is a citation that is compared whole: <c>139.114</c>, <c>2137/2012</c>.</summary>
    public static bool IsCitation(ReadOnlySpan<char> raw) =>
        Has(raw, CharacterKind.Slash) || (Has(raw, CharacterKind.Dot) && HasDigit(raw));

    /// <summary>Adds the words of the text, in the order in which lunr shall count them.</summary>
    public static void Scan(ReadOnlySpan<char> text, List<ScannedWord> words)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (!IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            var joined = false;
            at = EndOfWord(text, at);
            while (NextOfRun(text, at) is var next and > 0)
            {
                joined = true;
                at = EndOfWord(text, next);
            }

            if (joined)
                AddRun(text, start, at, words);
            else
                AddStretches(text, start, at, isCitation: false, isPart: false, words);
        }
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Characters.KindOf(text[at]) is CharacterKind.Letter or CharacterKind.Mark)
        {
            at++;
        }

        return at;
    }

    /// <summary>Where the word begins that a dot, slash, hyphen or apostrophe joins to what ends here; 0 when none does. What is not seen may stand between.</summary>
    private static int NextOfRun(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || Characters.KindOf(text[at]) < CharacterKind.Dot)
        {
            return 0;
        }

        do
        {
            at++;
        }
        while (at < text.Length && Characters.IsInvisible(text[at]));

        return at < text.Length && IsLetter(text[at]) ? at : 0;
    }

    /// <summary>A run of words joined by single dots, slashes, hyphens or apostrophes: <c>Kazakhstan's</c>, <c>A/HRC/43/10</c>.</summary>
    private static void AddRun(ReadOnlySpan<char> text, int start, int end, List<ScannedWord> words)
    {
        var whole = end;
        for (var from = start; from <= end;)
        {
            var to = Find(text, from, end, CharacterKind.Apostrophe);
            if (from > start && IsGenitive(text[from..to]))
                whole = to == end ? from - 1 : whole;
            else
                AddPiece(text, from, to, words);

            from = to + 1;
        }

        // co-operation is written cooperation, too: beside its parts it is one word.
        if (IsCompound(text[start..whole]))
            words.Add(new ScannedWord(start, whole - start, IsPart: true));
    }

    private static void AddPiece(ReadOnlySpan<char> text, int start, int end, List<ScannedWord> words)
    {
        if (Has(text[start..end], CharacterKind.Slash))
        {
            AddSlashed(text, start, end, words);
            return;
        }

        for (var from = start; from <= end;)
        {
            var to = Find(text, from, end, CharacterKind.Hyphen);
            AddDotted(text, from, to, words);
            from = to + 1;
        }
    }

    /// <summary><c>A/HRC/43/10</c> is one word; so are <c>43/10</c>, as people cite it, and its parts.</summary>
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
            while (to < end && Characters.KindOf(text[to]) is not (CharacterKind.Dot or CharacterKind.Slash or CharacterKind.Hyphen))
            {
                to++;
            }

            AddStretches(text, from, to, isCitation, isPart: isCitation, words);
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
            var to = Find(text, from, end, CharacterKind.Slash);
            var isNumber = IsNumber(text[from..to]);
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
            var to = Find(text, from, end, CharacterKind.Dot);
            var hasDigit = HasDigit(text[from..to]);
            lone += SeenLength(text[from..to]) == 1 && !hasDigit ? 1 : 0;
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
            var to = Find(text, from, end, CharacterKind.Dot);
            AddStretches(text, from, to, isCitation: false, isPart: isNumber, words);
            from = to + 1;
        }
    }

    /// <summary>Letters alone and digits alone: <c>covid19</c> is covid and 19, as <c>COVID-19</c> is. The lone letters of a citation mean nothing alone.</summary>
    private static void AddStretches(ReadOnlySpan<char> text, int start, int end, bool isCitation, bool isPart, List<ScannedWord> words)
    {
        bool? before = null;
        var from = start;
        for (var at = start; at <= end; at++)
        {
            if (at < end && !IsLetter(text[at]))
                continue;

            var isDigit = at < end && IsDigit(text[at]);
            if (at == end || (before is { } was && isDigit != was))
            {
                if (!isCitation || before == true || SeenLength(text[from..at]) > 1)
                    words.Add(new ScannedWord(from, at - from, isPart));
                from = at;
            }

            before = isDigit;
        }
    }

    private static bool IsCompound(ReadOnlySpan<char> run)
    {
        var count = 1;
        foreach (var unit in run)
        {
            if (IsDigit(unit) || Characters.KindOf(unit) is CharacterKind.Dot or CharacterKind.Slash)
                return false;

            count += Characters.KindOf(unit) is CharacterKind.Hyphen or CharacterKind.Apostrophe ? 1 : 0;
        }

        return count is > 1 and <= LongestCompound;
    }

    private static int Find(ReadOnlySpan<char> text, int from, int end, CharacterKind kind)
    {
        while (from < end && Characters.KindOf(text[from]) != kind)
        {
            from++;
        }

        return from;
    }

    private static bool Has(ReadOnlySpan<char> text, CharacterKind kind) => Find(text, 0, text.Length, kind) < text.Length;

    private static bool IsLetter(char unit) => Characters.KindOf(unit) == CharacterKind.Letter;

    private static bool IsDigit(char unit) => char.IsAsciiDigit(Characters.Plain(unit));

    private static bool HasDigit(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (IsDigit(unit))
                return true;
        }

        return false;
    }

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (!IsDigit(unit) && !Characters.IsInvisible(unit))
                return false;
        }

        return true;
    }

    /// <summary>The s of women's, in any form of apostrophe and letter.</summary>
    private static bool IsGenitive(ReadOnlySpan<char> piece)
    {
        var first = 0;
        while (first < piece.Length && Characters.IsInvisible(piece[first]))
        {
            first++;
        }

        return SeenLength(piece) == 1 && Characters.Plain(piece[first]) is 's' or 'S';
    }

    private static int SeenLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        foreach (var unit in text)
        {
            length += Characters.IsInvisible(unit) ? 0 : 1;
        }

        return length;
    }
}

using System.Text;

namespace Heed.Text;

/// <summary>Comments of Markdown, <c>&lt;!-- … --&gt;</c>: what authors tell one another and no reader.</summary>
/// <remarks>They are taken out where text enters, so that no output, no hash and no count can hold one.</remarks>
public static class Comments
{
    private const string Opening = "<!--";

    private const string Closing = "-->";

    // What word processors make of the hyphens while one types.
    private static readonly string[] Bent = ["<!–", "<!—", "<! --", "<! –", "<! —"];

    /// <summary>What is told of a comment that is broken.</summary>
    public const string Broken = "a comment starts here and does not end, so readers would see it";

    /// <summary>How to mend it.</summary>
    public const string Cure = "Write <!-- before and --> behind it, with plain hyphens; put it in `backticks` if readers are to see it.";

    /// <summary>Whether the text may have any, so that nothing need be read for the many that have none.</summary>
    public static bool MayStandIn(string text) => text.Contains("<!", StringComparison.Ordinal);

    /// <summary>The text without its comments. The line feeds in them stay, so that lines keep their numbers.</summary>
    /// <param name="text">The text.</param>
    /// <param name="codeIn">Where a text has code, from and to: there, comments are shown as they are written.</param>
    /// <param name="brokenAt">Where a comment starts that nothing ends; then the text is kept up to there. −1 when there is none.</param>
    public static string Without(string text, Func<string, IReadOnlyList<(int From, int To)>> codeIn, out int brokenAt)
    {
        brokenAt = -1;
        if (!MayStandIn(text))
        {
            return text;
        }

        var rest = new StringBuilder(text.Length);
        var code = codeIn(text);
        var kept = 0;
        for (var at = Next(text, 0); at >= 0; at = Next(text, at))
        {
            if (IsEscaped(text, at) || code.Any(span => span.From <= at && at < span.To))
            {
                at += 2;
                continue;
            }

            // "<!-->" is a comment, too, with nothing in it.
            var end = text.AsSpan(at).StartsWith(Opening, StringComparison.Ordinal) ? text.IndexOf(Closing, at + 2, StringComparison.Ordinal) : -1;
            if (end < 0)
            {
                brokenAt = at;
                return rest.Append(text, kept, at - kept).ToString();
            }

            end += Closing.Length;
            rest.Append(text, kept, at - kept);
            kept = Close(rest, text, at, end);
            if (text.AsSpan(at, end - at).IndexOfAny('`', '~') >= 0)
            {
                // What looked like the beginning of code was a part of the comment.
                text = $"{text[..at]}{Blank(text[at..end])}{text[end..]}";
                code = codeIn(text);
            }

            at = end;
        }

        return rest.Append(text, kept, text.Length - kept).ToString();
    }

    /// <summary>Where a single text, such as a value of a file of settings, has `code`.</summary>
    public static IReadOnlyList<(int From, int To)> CodeIn(string text)
    {
        var spans = new List<(int, int)>();
        for (var at = text.IndexOf('`'); at >= 0; at = text.IndexOf('`', at))
        {
            var length = Run(text, at);
            var end = at + length;
            while (end < text.Length && Run(text, end) != length)
            {
                end += Math.Max(Run(text, end), 1);
            }

            if (end < text.Length)
            {
                spans.Add((at, end + length));
                end += length;
            }

            at = end < text.Length ? end : at + length;
        }

        return spans;
    }

    private static int Run(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == '`')
        {
            end++;
        }

        return end - at;
    }

    private static int Next(string text, int from)
    {
        while ((from = text.IndexOf("<!", from, StringComparison.Ordinal)) >= 0)
        {
            var rest = text.AsSpan(from);
            if (rest.StartsWith(Opening, StringComparison.Ordinal) || Array.Exists(Bent, bent => text.AsSpan(from).StartsWith(bent, StringComparison.Ordinal)))
            {
                return from;
            }

            from += 2;
        }

        return -1;
    }

    /// <summary>Joins what stands before a comment and what stands after it, so that no blank is doubled and none ends a line; gives where the text goes on.</summary>
    private static int Close(StringBuilder before, string text, int at, int end)
    {
        var lines = text.AsSpan(at, end - at).Count('\n');
        var isAlone = lines > 0 || end == text.Length || text[end] == '\n' || IsLineStart(text, at);
        if (isAlone || before.Length == 0 || IsBlank(before[^1]))
        {
            while (end < text.Length && IsBlank(text[end]))
            {
                end++;
            }
        }

        if (lines > 0 || end == text.Length || text[end] == '\n')
        {
            while (before.Length > 0 && IsBlank(before[^1]))
            {
                before.Length--;
            }
        }

        before.Append('\n', lines);
        return end;
    }

    private static bool IsLineStart(string text, int at)
    {
        while (at > 0 && IsBlank(text[at - 1]))
        {
            at--;
        }

        return at == 0 || text[at - 1] == '\n';
    }

    private static bool IsEscaped(string text, int at)
    {
        var slashes = 0;
        while (at > slashes && text[at - slashes - 1] == '\\')
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }

    private static bool IsBlank(char character) => character is ' ' or '\t';

    private static string Blank(string text) => string.Concat(text.Select(character => character == '\n' ? '\n' : ' '));
}

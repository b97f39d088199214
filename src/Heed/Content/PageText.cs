using Heed.Diagnostics;
using Heed.Files;

namespace Heed.Content;

/// <summary>A page cut at the lines of three hyphens around its head.</summary>
/// <param name="Yaml">The lines between the two fences.</param>
/// <param name="LinesBefore">How many lines of the file stand before them.</param>
/// <param name="Markdown">What stands below the second fence.</param>
/// <param name="MarkdownLine">The line on which that starts, from 1.</param>
internal sealed record PageText(string Yaml, int LinesBefore, string Markdown, int MarkdownLine)
{
    private const string Fence = "---";

    // Word and telephones make dashes of hyphens; these are taken for a fence that was meant.
    private const string Dashes = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

    /// <summary>Cuts the head off; null when there is none, which is reported. Empty lines before the first fence and blanks behind a fence do no harm.</summary>
    public static PageText? Cut(SourceFile file, DiagnosticLog log)
    {
        var lines = new Lines(file.Text);
        while (lines.Next() && Trimmed(lines.Line).Length == 0)
        {
        }

        if (Trimmed(lines.Line) is not Fence || !lines.IsAtMargin)
        {
            TellNone(file, lines, log);
            return null;
        }

        var (first, start) = (lines.Number, lines.End);
        (int Number, int Column)? meant = null;
        while (lines.Next())
        {
            if (lines.IsAtMargin && Trimmed(lines.Line) is Fence)
            {
                return new PageText(file.Text[start..Math.Max(start, lines.Start - 1)], first, file.Text[lines.End..], lines.Number + 1);
            }

            if (meant is null && IsMeantAsFence(lines.Line))
            {
                meant = (lines.Number, 1);
            }
        }

        if (meant is { } there)
        {
            TellMeant(new Place(file.Path, there.Number, there.Column), log);
        }
        else
        {
            log.Report(Catalogue.MissingFrontMatter, new Place(file.Path, first, 1), "the front matter that begins here does not end", "End the front matter with a line of three hyphens.");
        }

        return null;
    }

    /// <summary>Whether a page whose head cannot be read says all the same that it is a draft.</summary>
    public static bool SaysDraft(string text)
    {
        var lines = new Lines(text);
        var fences = 0;
        while (fences < 2 && lines.Next())
        {
            fences += Trimmed(lines.Line) is Fence ? 1 : 0;
            if (lines.Line.StartsWith("draft:", StringComparison.Ordinal))
            {
                var value = lines.Line["draft:".Length..];
                return Trimmed(value.IndexOf('#') is var comment and >= 0 ? value[..comment] : value) is "true";
            }
        }

        return false;
    }

    private static void TellNone(SourceFile file, Lines lines, DiagnosticLog log)
    {
        if (IsMeantAsFence(lines.Line))
        {
            TellMeant(new Place(file.Path, lines.Number, 1), log);
            return;
        }

        log.Report(
            Catalogue.MissingFrontMatter,
            new Place(file.Path, 1, 1),
            "the page has no front matter",
            "Start the file with a line of three hyphens, the page's keys, and another such line; `heed new KIND ID` writes one.");
    }

    private static void TellMeant(Place place, DiagnosticLog log) =>
        log.Report(Catalogue.MissingFrontMatter, place, "this line is not quite the line of three hyphens that begins or ends the front matter", "Write exactly three hyphens, ---, and nothing before them; some programs make a dash of them.");

    private static bool IsMeantAsFence(ReadOnlySpan<char> line) =>
        Trimmed(line) is { Length: > 0 } text && text.IndexOfAnyExcept(Dashes.AsSpan()) < 0 && (text.Length > 1 || text[0] > '\u2012');

    /// <summary>Without blanks and what cannot be seen: a second mark of byte order, blanks without width.</summary>
    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> line)
    {
        static bool IsNothing(char character) => char.IsWhiteSpace(character) || character is '\uFEFF' or '\u200B' or '\u2060';

        while (line.Length > 0 && IsNothing(line[0]))
        {
            line = line[1..];
        }

        while (line.Length > 0 && IsNothing(line[^1]))
        {
            line = line[..^1];
        }

        return line;
    }

    private ref struct Lines(string text)
    {
        /// <summary>The line, from 1.</summary>
        public int Number { get; private set; }

        /// <summary>Where it starts.</summary>
        public int Start { get; private set; }

        /// <summary>Where the next one starts.</summary>
        public int End { get; private set; }

        public readonly ReadOnlySpan<char> Line => text.AsSpan(Start, End - Start);

        /// <summary>Whether it begins without blanks: a fence that is indented belongs to a text of the head.</summary>
        public readonly bool IsAtMargin => Line.Length > 0 && Line[0] is not (' ' or '\t');

        public bool Next()
        {
            if (End >= text.Length)
            {
                return false;
            }

            Start = End;
            var feed = text.IndexOf('\n', Start);
            End = feed < 0 ? text.Length : feed + 1;
            Number++;
            return true;
        }
    }
}

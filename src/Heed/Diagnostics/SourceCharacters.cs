using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Heed.Files;
using Heed.Text;

namespace Heed.Diagnostics;

/// <summary>Judges whether a file is text at all, and tells what in it is no character of a page, before anything reads it.</summary>
/// <remarks>
/// HTML has no way to write most controls, XML (feeds, books, the sitemap) is broken by them, and what turns the direction of text round
/// lets a page say something else than its source. Authors do not see them: they come along from Word, PDF files and chats.
/// </remarks>
public static partial class SourceCharacters
{
    private static readonly SearchValues<char> Told =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => (char)unit).Where(unit => Characters.IsStray(unit) || Characters.IsOdd(unit))]);

    /// <summary>Whether the file is UTF-8, as else its letters are lost, and of one version; what is not is reported. Characters that are none of a page are reported, too.</summary>
    public static bool IsReadable(SourceFile file, DiagnosticLog log)
    {
        if (!file.IsUtf8)
        {
            log.Report(Catalogue.NotUtf8, new Place(file.Path), "the file is not UTF-8 text", "Save it again with the encoding UTF-8.");
            return false;
        }

        TellWritten(file.Path, file.Text, log);
        TellNumbered(file.Path, file.Text, log);
        return ConflictMarks.AreNone(file, log);
    }

    /// <summary>Reports the characters of a value that are none of a page and do not stand in its source as they are: they were written as <c>"\f"</c>.</summary>
    public static void TellEscaped(string value, ReadOnlySpan<char> source, Place place, DiagnosticLog log)
    {
        for (var at = 0; at < value.Length; at++)
        {
            if (IsTold(value, at) && !source.Contains(value[at]))
                Tell(value, at, place, "is written here with a backslash", log);
        }
    }

    /// <summary>The text without what is reported as no character at all, so that it is not told a second time as something else.</summary>
    public static string WithoutStrays(string text) => text.AsSpan().IndexOfAny(Told) < 0
        ? text
        : string.Concat(text.Select((unit, at) => !OddCharacters.IsStray(text, at) ? unit.ToString() : Characters.IsBlank(unit) ? " " : ""));

    private static void TellWritten(string path, string text, DiagnosticLog log)
    {
        var told = new HashSet<(int Line, char Unit)>();
        for (int at = text.AsSpan().IndexOfAny(Told), next; at >= 0; at = next < 0 ? -1 : at + 1 + next)
        {
            next = text.AsSpan(at + 1).IndexOfAny(Told);
            var place = PlaceAt(path, text, at);
            if (IsTold(text, at) && told.Add((place.Line, text[at])))
                Tell(text, at, place, "stands here", log);
        }
    }

    /// <summary>Markdown makes a character of <c>&amp;#11;</c>.</summary>
    private static void TellNumbered(string path, string text, DiagnosticLog log)
    {
        foreach (Match match in Reference().Matches(text))
        {
            var number = match.Groups["hex"] is { Success: true } hex
                ? int.Parse(hex.Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                : int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
            var unit = number <= char.MaxValue ? ((char)number).ToString() : "";
            if (unit.Length > 0 && IsTold(unit, 0))
                Tell(unit, 0, PlaceAt(path, text, match.Index), $"is written here as {match.Value}", log);
        }
    }

    private static bool IsTold(string text, int at) => OddCharacters.IsStray(text, at) || Characters.IsOdd(text[at]);

    private static void Tell(string text, int at, Place place, string how, DiagnosticLog log)
    {
        var name = OddCharacters.Name(text, at);
        if (OddCharacters.IsStray(text, at))
        {
            var cure = text[at] == '\v' ? "Replace it by a new line; where you paste from Word, paste as text only." : "Delete it; it came along from another program.";
            log.Report(Catalogue.StrayCharacter, place, $"{name} {how}, and is no character of a page", cure);
            return;
        }

        var (effect, remedy) = text[at] switch
        {
            '\uFFFD' => ("a letter is missing in its place", "Write the letter, from the source that the words were taken from."),
            >= '\uE000' and <= '\uF8FF' => ("others see a box or another sign", "Write the sign itself: a hyphen for a bullet, a letter for a letter."),
            _ => ("readers may see the words in another order than they are written", "Delete it; scripts that run from right to left need none."),
        };
        log.Report(Catalogue.OddCharacter, place, $"{name} {how}: {effect}", remedy);
    }

    private static Place PlaceAt(string path, string text, int at)
    {
        var before = text.AsSpan(0, at);
        return new Place(path, before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }

    [GeneratedRegex("&#(?:[xX](?<hex>[0-9A-Fa-f]{1,6})|(?<number>[0-9]{1,7}));", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}

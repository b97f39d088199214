using System.Text.RegularExpressions;
using Heed.Diagnostics;

namespace Heed.Yaml;

/// <summary>Finds what <c>heed new</c> wrote for an author to replace, and that still stands there.</summary>
public static partial class Placeholders
{
    /// <summary>Whether a text has a word of the scaffolds: <c>CHANGE</c> alone on a line or before a colon, or <c>change-me</c>.</summary>
    public static bool AreIn(string text) => Mark().IsMatch(text);

    /// <summary>Reports each value that has one.</summary>
    public static void Judge(YamlNode node, DiagnosticLog log)
    {
        switch (node)
        {
            case YamlScalar scalar when AreIn(scalar.Value):
                Tell(scalar.Place, log);
                break;
            case YamlList list:
                foreach (var item in list.Items)
                {
                    Judge(item, log);
                }

                break;
            case YamlMap map:
                foreach (var entry in map.Entries)
                {
                    Judge(entry.Value, log);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Reports each line of Markdown that has one.</summary>
    /// <param name="markdown">The Markdown.</param>
    /// <param name="start">Where its first line stands.</param>
    /// <param name="log">Told what is left.</param>
    public static void Judge(string markdown, Place start, DiagnosticLog log)
    {
        if (!AreIn(markdown))
        {
            return;
        }

        foreach (var (line, index) in markdown.Split('\n').Select((line, index) => (line, index)))
        {
            if (Mark().Match(line) is { Success: true } mark)
            {
                Tell(start with { Line = start.Line + index, Column = mark.Index + 1 }, log);
            }
        }
    }

    private static void Tell(Place place, DiagnosticLog log) =>
        log.Report(Catalogue.PlaceholderLeft, place, "what heed new wrote here to be changed was not changed", "Write what belongs here, or leave the line out; a page that is not ready says `draft: true`.");

    // Not in words that are capitals throughout, such as CLIMATE CHANGE: a report.
    [GeneratedRegex(@"(?<!\p{Lu}[ \u00A0])(?<![\p{L}\p{N}_-])(CHANGE(?=:)|change-me(?![\p{L}\p{N}_-]))|^[\s>#*+\-(""'«]*CHANGE[\s.)""'»]*$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Mark();
}

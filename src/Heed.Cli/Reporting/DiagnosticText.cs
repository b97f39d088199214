using System.Collections.Immutable;
using System.Globalization;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Text;
using Spectre.Console;

namespace Heed.Cli.Reporting;

/// <summary>Diagnostics for people: place, message, the line with a caret, and the cure.</summary>
public static class DiagnosticText
{
    private const int Window = 100;

    /// <summary>Writes the first of each rule, how many more there are, and a line that counts all.</summary>
    /// <param name="diagnostics">What to tell.</param>
    /// <param name="sources">Where the lines stand.</param>
    /// <param name="folder">Put before each path, so that an editor finds the file from where the person is; may be empty.</param>
    /// <param name="write">Takes a part of a line, with its style.</param>
    public static void Write(ImmutableArray<Diagnostic> diagnostics, SourceTree sources, string folder, Action<string, Style?> write)
    {
        var (told, more) = FirstOfEachRule.Of(diagnostics);
        foreach (var diagnostic in told)
        {
            write($"{folder}{OddCharacters.Shown(diagnostic.Place.ToString())}: ", new Style(decoration: Decoration.Bold));
            write($"{diagnostic.Rule.SeverityWord} {diagnostic.Rule.Id}", new Style(ColorOf(diagnostic.Severity), decoration: Decoration.Bold));
            write($": {diagnostic.Message}\n", null);
            WriteLineOf(diagnostic.Place, sources, write);
            write($"  {diagnostic.Cure}\n", null);
        }

        foreach (var (rule, count) in more)
        {
            write($"{FirstOfEachRule.Sentence(rule, count)}\n", new Style(ColorOf(rule.Severity)));
        }

        if (!diagnostics.IsEmpty)
        {
            write($"{Count(diagnostics)}\n", null);
        }
    }

    /// <summary><c>2 errors, 1 warning</c>.</summary>
    public static string Count(ImmutableArray<Diagnostic> diagnostics)
    {
        var counts = diagnostics
            .GroupBy(diagnostic => diagnostic.Severity)
            .OrderBy(group => group.Key)
            .Select(group => Number(group.Count(), group.First().Rule.SeverityWord));
        return string.Join(", ", counts);
    }

    private static string Number(int count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");

    private static Color ColorOf(Severity severity) => severity switch
    {
        Severity.Error => Color.Red,
        Severity.Warning => Color.Yellow,
        _ => Color.Blue,
    };

    private static void WriteLineOf(Place place, SourceTree sources, Action<string, Style?> write)
    {
        if (place.Line == 0 || sources.Find(place.Path)?.Text.Split('\n').ElementAtOrDefault(place.Line - 1) is not { } line)
        {
            return;
        }

        // A paragraph is often one long line: show the part around the place.
        var column = Math.Clamp(place.Column, 1, line.Length + 1);
        var start = Math.Max(0, column - 1 - (Window / 2));
        if (line.Length <= Window)
        {
            start = 0;
        }

        var shown = OddCharacters.Boxed(line)[start..Math.Min(line.Length, start + Window)].Replace('\t', ' ');
        var before = start > 0 ? "…" : "";
        var after = start + Window < line.Length ? "…" : "";
        var number = place.Line.ToString(CultureInfo.InvariantCulture);

        write($"  {number} | ", new Style(decoration: Decoration.Dim));
        write($"{before}{shown}{after}\n", null);
        if (place.Column > 0)
        {
            write($"  {new string(' ', number.Length)} | ", new Style(decoration: Decoration.Dim));
            write($"{new string(' ', column - 1 - start + before.Length)}^\n", new Style(Color.Red));
        }
    }
}

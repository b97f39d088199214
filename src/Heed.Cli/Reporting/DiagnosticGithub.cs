using System.Globalization;
using Heed.Diagnostics;

namespace Heed.Cli.Reporting;

/// <summary>Diagnostics as workflow commands, which GitHub shows beside the lines of a pull request.</summary>
public static class DiagnosticGithub
{
    /// <summary><c>::error file=content/x.md,line=3,col=5,title=unknown-key::message</c>.</summary>
    /// <param name="folder">The knowledge base's folder from the repository's root, ending in <c>/</c> or empty.</param>
    public static string Of(Diagnostic diagnostic, string folder)
    {
        var command = diagnostic.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };
        var line = diagnostic.Place.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $",line={diagnostic.Place.Line}") : "";
        var column = diagnostic.Place.Column > 0 ? string.Create(CultureInfo.InvariantCulture, $",col={diagnostic.Place.Column}") : "";
        return $"::{command} file={Property(folder + diagnostic.Place.Path)}{line}{column},title={Property(diagnostic.Rule.Id)}::{Text($"{diagnostic.Message}\n{diagnostic.Cure}")}";
    }

    /// <summary>The first of each rule, and for the others a notice that counts them: GitHub shows few of one step anyway.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Diagnostic> diagnostics, string folder)
    {
        var (told, more) = FirstOfEachRule.Of(diagnostics);
        return [.. told.Select(diagnostic => Of(diagnostic, folder)), .. more.Select(rule => $"::notice title={Property(rule.Rule.Id)}::{Text(FirstOfEachRule.Sentence(rule.Rule, rule.Count))}")];
    }

    private static string Text(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Text(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}

using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Heed.Diagnostics;

namespace Heed.Cli.Reporting;

/// <summary>Diagnostics for programs: one JSON object.</summary>
public static class DiagnosticJson
{
    // Cyrillic stays legible; the text is read by programs and people, and never becomes a part of an HTML page.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>{"errors": 1, "warnings": 0, "notes": 0, "by_id": {"unknown-key": 1}, "diagnostics": [{"id", "severity", "path", "line", "column", "message", "cure"}]}</c>.</summary>
    /// <remarks>A program gets all of them, also where a person is told the first of each rule. Line and column are left out where they are not known.</remarks>
    public static string Of(ImmutableArray<Diagnostic> diagnostics)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("errors", diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error));
            json.WriteNumber("warnings", diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning));
            json.WriteNumber("notes", diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Note));
            json.WriteStartObject("by_id");
            foreach (var rule in diagnostics.GroupBy(diagnostic => diagnostic.Rule.Id).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                json.WriteNumber(rule.Key, rule.Count());
            }

            json.WriteEndObject();
            json.WriteStartArray("diagnostics");
            foreach (var diagnostic in diagnostics)
            {
                Write(json, diagnostic);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("id", diagnostic.Rule.Id);
        json.WriteString("severity", diagnostic.Rule.SeverityWord);
        json.WriteString("path", diagnostic.Place.Path);
        if (diagnostic.Place.Line > 0)
        {
            json.WriteNumber("line", diagnostic.Place.Line);
        }

        if (diagnostic.Place.Column > 0)
        {
            json.WriteNumber("column", diagnostic.Place.Column);
        }

        json.WriteString("message", diagnostic.Message);
        json.WriteString("cure", diagnostic.Cure);
        json.WriteEndObject();
    }
}

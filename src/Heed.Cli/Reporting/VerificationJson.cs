using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Heed.Cli.Verifying;
using Heed.Proof;

namespace Heed.Cli.Reporting;

/// <summary>What verifying gave, for programs: one JSON object.</summary>
internal static class VerificationJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// <c>{"differs", "proven", "manifest": {"sha256", "expected", "heed", "content", "files"}, "altered": [{"path", "why"}], "missing",
    /// "added", "other_version", "pages", "source": {"content", "same"}, "signature": {"state", "key", "trust", "told"}, "problems", "notes"}</c>.
    /// </summary>
    /// <remarks>What is not known is left out. Every difference is listed.</remarks>
    public static string Of(CopyReport report)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteBoolean("differs", report.Differs);
            json.WriteBoolean("proven", report.IsProven);
            json.WriteString("copy", report.Named);
            json.WriteString("kind", report.Kind);
            WriteManifest(json, report);
            if (report.Files is { } files)
            {
                Write(json, "altered", files.Altered);
                Write(json, "missing", files.Missing);
                if (report.ShowsAdded)
                {
                    Write(json, "added", files.Added);
                }

                Write(json, "other_version", files.OtherVersion);
                json.WriteNumber("pages", files.Pages);
            }

            if (report.Source is { } source)
            {
                json.WriteStartObject("source");
                json.WriteString("content", source.ContentHash);
                json.WriteBoolean("same", report.IsOfSource);
                json.WriteEndObject();
            }

            WriteSignature(json, report.Signature);
            Write(json, "problems", report.Problems);
            Write(json, "notes", report.Notes);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteManifest(Utf8JsonWriter json, CopyReport report)
    {
        json.WriteStartObject("manifest");
        WriteKnown(json, "sha256", report.ManifestHash);
        WriteKnown(json, "expected", report.ExpectedHash);
        WriteKnown(json, "heed", report.Manifest?.Version);
        WriteKnown(json, "content", report.Manifest?.ContentHash);
        if (report.Files is { } files)
        {
            json.WriteNumber("files", files.Listed);
        }

        json.WriteEndObject();
    }

    private static void WriteSignature(Utf8JsonWriter json, SignatureReport signature)
    {
        json.WriteStartObject("signature");
        json.WriteString("state", signature.State switch
        {
            SignatureState.Good => "good",
            SignatureState.Bad => "bad",
            SignatureState.Unchecked => "unchecked",
            _ => "none",
        });
        if (signature.Key is { } key)
        {
            json.WriteString("key", key.Fingerprint);
            json.WriteString("trust", signature.Trust switch
            {
                KeyTrust.Given => "given",
                KeyTrust.Settings => "settings",
                _ => "published",
            });
        }

        WriteKnown(json, "told", signature.Told.Length > 0 ? signature.Told : null);
        json.WriteEndObject();
    }

    private static void WriteKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines)
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<Difference> differences)
    {
        json.WriteStartArray(name);
        foreach (var difference in differences)
        {
            json.WriteStartObject();
            json.WriteString("path", difference.Path);
            WriteKnown(json, "why", difference.Why.Length > 0 ? difference.Why : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

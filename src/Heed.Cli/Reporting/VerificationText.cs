using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heed.Cli.Verifying;
using Heed.Proof;
using Spectre.Console;

namespace Heed.Cli.Reporting;

/// <summary>What verifying gave, for people.</summary>
internal static class VerificationText
{
    /// <summary>More of one kind are counted and not named.</summary>
    private const int Most = 50;

    /// <summary>Writes the lines.</summary>
    public static void Write(CopyReport report, Terminal terminal)
    {
        void Line(string name, string words, bool isWell = true) =>
            terminal.WriteLine($"  {name,-10} {Shown(words)}", isWell ? default(Style?) : new Style(Color.Red));

        terminal.WriteLine($"{Shown(report.Named)}: {report.Kind}");
        if (report.Files is { } files)
        {
            Line("files", Files(files, report.ShowsAdded), files.Altered.IsEmpty && files.Missing.IsEmpty && files.Added.IsEmpty);
            Line("made of", $"content hash {report.Manifest!.ContentHash}, by Heed {report.Manifest.Version}");
            Line("", Pages(files), files.OtherVersion.IsEmpty);
            if (report.Source is { } source)
            {
                Line("", report.IsOfSource ? $"the same as of {source.Named}" : $"of {source.Named} it is {source.ContentHash}: the copy was made of something else", report.IsOfSource);
            }
        }

        if (report.ManifestHash is { } hash)
        {
            Line("manifest", $"SHA-256 {hash}");
            if (report.ExpectedHash is { } expected)
            {
                Line("", report.IsManifestExpected ? "as expected" : $"expected was {expected}: this is another list", report.IsManifestExpected);
            }
        }

        Line("signature", Signature(report.Signature), report.Signature.State is SignatureState.Good or SignatureState.None);
        foreach (var problem in report.Problems.Take(Most))
        {
            Line("wrong", problem, isWell: false);
        }

        More(report.Problems.Length, terminal);
        foreach (var note in report.Notes)
        {
            Line("note", note);
        }

        if (report.Files is { } differing)
        {
            List("altered", differing.Altered, terminal);
            List("missing", differing.Missing, terminal);
            List("added", differing.Added, terminal);
            List("of another version", differing.OtherVersion, terminal);
        }

        terminal.WriteLine(Conclusion(report), new Style(report.Differs ? Color.Red : Color.Green, decoration: Decoration.Bold));
    }

    private static string Files(Verification files, bool showsAdded)
    {
        var counts = new[] { (files.Altered.Length, "altered"), (files.Missing.Length, "missing"), (files.Added.Length, "added") }
            .Where(count => count.Item1 > 0)
            .Select(count => $"{Number(count.Item1)} {count.Item2}")
            .ToList();
        var listed = $"{Number(files.Listed)} listed";
        return counts.Count > 0 ? $"{listed}: {string.Join(", ", counts)}" : $"{listed}, all there and unaltered{(showsAdded ? ", none added" : "")}";
    }

    private static string Pages(Verification files) => files.OtherVersion.IsEmpty
        ? $"its first digits stand at the foot of {Number(files.Pages)} pages"
        : $"another version stands at the foot of {Number(files.OtherVersion.Length)} pages: this is not their list";

    private static string Signature(SignatureReport signature)
    {
        var by = signature.Key is not { } key ? "" : signature.Trust switch
        {
            KeyTrust.Given => $"by the key that you named, {key.Fingerprint}",
            KeyTrust.Settings => $"by signing_key of the knowledge base's settings, {key.Fingerprint}",
            _ => $"by the key that comes with the copy, {key.Fingerprint}. That alone proves little: compare this fingerprint with one from elsewhere",
        };
        return signature.State switch
        {
            SignatureState.Good => $"good, {by}",
            SignatureState.Bad when by.Length > 0 => $"BAD, {by}: {signature.Told}",
            SignatureState.Bad => $"BAD: {signature.Told}",
            SignatureState.Unchecked => $"not checked: {signature.Told}",
            _ => "none",
        };
    }

    private static void List(string name, ImmutableArray<Difference> differences, Terminal terminal)
    {
        if (differences.IsEmpty)
        {
            return;
        }

        terminal.WriteLine($"{name}:");
        foreach (var difference in differences.Take(Most))
        {
            terminal.WriteLine($"  {Shown(difference.Path)}{(difference.Why.Length > 0 ? $"  ({Shown(difference.Why)})" : "")}");
        }

        More(differences.Length, terminal);
    }

    private static void More(int all, Terminal terminal)
    {
        if (all > Most)
        {
            terminal.WriteLine($"  and {Number(all - Most)} more");
        }
    }

    private static string Conclusion(CopyReport report) => report switch
    {
        { Differs: true } => "This is NOT what was published.",
        { Status: not ExitStatus.Well } => "Nothing differs, but the signature was not checked.",
        { IsProven: true } => "This is what was published.",
        _ => "Nothing differs. Whoever altered a copy could have written its list anew: compare the manifest's SHA-256 with one made known elsewhere (--manifest-hash), or name the signer's key (--key).",
    };

    /// <summary>Names in a copy may come from anybody; a terminal must not obey them, nor show them in another order.</summary>
    private static string Shown(string text)
    {
        if (!text.Any(IsObeyed))
        {
            return text;
        }

        var shown = new StringBuilder();
        foreach (var character in text)
        {
            _ = IsObeyed(character) ? shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}") : shown.Append(character);
        }

        return shown.ToString();
    }

    private static bool IsObeyed(char character) =>
        char.IsControl(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

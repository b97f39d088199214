using System.CommandLine;
using Heed.Cli.Disk;
using Heed.Cli.Reporting;
using Heed.Cli.Verifying;
using Heed.Configuration;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Proof;

namespace Heed.Cli.Commands;

/// <summary><c>heed verify</c>: whether a copy is what was published.</summary>
internal static class VerifyCommand
{
    public static Command Create(Surroundings around, Option<string?> source)
    {
        var copy = new Argument<string>("COPY") { Description = "A published folder, an archive of heed export zip, or the address of a served copy", HelpName = "DIR|ZIP|URL" };
        var manifestHash = new Option<string?>("--manifest-hash") { Description = "The SHA-256 of SHA256SUMS, from a place that is not the copy: a letter, a printed report", HelpName = "HEX" };
        var key = new Option<string?>("--key") { Description = "The public key of whoever signs, or a file that holds it (default: that of the settings when --source is given, else the one that comes with the copy)", HelpName = "KEY" };
        var format = new Option<string>("--format") { Description = "How to tell what differs", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");

        var command = new Command("verify", "Tell whether a copy is what was published; with --source, also whether it was made of that knowledge base.") { copy, manifestHash, key, format };
        command.SetAction(async (parsed, cancelled) =>
        {
            var verifier = new CopyVerifier(around)
            {
                ExpectedHash = Hash(parsed.GetValue(manifestHash)),
                GivenKey = Key(parsed.GetValue(key), around),
                Source = parsed.GetValue(source) is { } folder ? Source(folder, around) : null,
            };
            var named = parsed.GetValue(copy)!;
            using var opened = Open(named, around);
            var report = await verifier.Verify(opened, named, cancelled);
            if (parsed.GetValue(format) == "json")
            {
                await around.Out.WriteLineAsync(VerificationJson.Of(report));
            }
            else
            {
                VerificationText.Write(report, new Terminal(around));
            }

            return report.Status;
        });
        return command;
    }

    /// <exception cref="WrongUseException">There is nothing of the name.</exception>
    private static ICopy Open(string named, Surroundings around)
    {
        if (Uri.TryCreate(named, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return new ServedCopy(address);
        }

        var path = around.FullPath(named);
        if (Directory.Exists(path))
        {
            return !File.Exists(Path.Combine(path, ReleaseManifest.Path)) && FolderCopy.SiteWithin(path) is { } within
                ? throw new WrongUseException($"there is no {ReleaseManifest.Path} in {named}. Did you mean {around.ShortPath(within)}?")
                : new FolderCopy(path);
        }

        return File.Exists(path)
            ? new ArchiveCopy(File.OpenRead(path))
            : throw new WrongUseException($"there is no folder or file {named}. Name a published folder, an archive, or an address that begins with https:// or http://");
    }

    /// <exception cref="WrongUseException">It is no hash.</exception>
    private static string? Hash(string? typed)
    {
        // Typed from paper, perhaps in groups and in capitals.
        var hash = typed?.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return hash is null || Sha256.IsHex(hash)
            ? hash
            : throw new WrongUseException($"--manifest-hash: \"{typed}\" is not a SHA-256, which has 64 digits from 0 to f.");
    }

    /// <exception cref="WrongUseException">It is no public key.</exception>
    private static SigningKey? Key(string? typed, Surroundings around)
    {
        if (typed is null)
        {
            return null;
        }

        var file = around.FullPath(typed);
        return SigningKey.TryParse(File.Exists(file) ? File.ReadAllText(file) : typed, out var key, out var problem)
            ? key
            : throw new WrongUseException($"--key: this {problem}. Name a file such as signing-key.pub, or write its line in quotation marks.");
    }

    private static (string Named, SourceTree Files, SigningKey? Key) Source(string typed, Surroundings around)
    {
        var files = SourceFolder.Read(SourceFolder.Find(typed, around));
        return (typed, files, SiteConfigReader.Read(files, null, new DiagnosticLog()).SigningKey);
    }
}

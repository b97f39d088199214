using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Heed.Building;
using Heed.Cli.Disk;
using Heed.Cli.Reporting;
using Heed.Cli.Signing;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Proof;

namespace Heed.Cli.Commands;

/// <summary><c>heed build</c>: content to a folder, all at once or not at all.</summary>
internal static class BuildCommand
{
    /// <summary>Where the site goes when <c>--out</c> does not say.</summary>
    public const string DefaultOutput = "_site";

    public static Command Create(Surroundings around, Option<string?> source)
    {
        var output = new Option<string?>("--out") { Description = $"The folder for the site (default: {DefaultOutput} in the knowledge base's folder)", HelpName = "DIR" };
        var baseUrl = new Option<string?>("--base-url") { Description = "Where the site will stand, instead of base_url of the settings", HelpName = "URL" };
        var drafts = new Option<bool>("--drafts") { Description = "Build pages marked as drafts, too" };
        var publish = new Option<bool>("--publish") { Description = "Enter new addresses in the ledger, content/permalinks.yml" };
        var sign = new Option<string?>("--sign") { Description = "Sign the list of files, SHA256SUMS, with the secret key in this file, by ssh-keygen or minisign", HelpName = "KEYFILE" };

        var requireHistory = Workshop.RequireHistory();

        var command = new Command("build", "Build the site into a folder, all at once or not at all.") { output, baseUrl, drafts, publish, sign, requireHistory };
        command.SetAction(parsed => Build(
            new Workshop(around, parsed.GetValue(source)),
            parsed.GetValue(output),
            parsed.GetValue(sign),
            parsed.GetValue(requireHistory),
            new BuildOptions
            {
                BaseUrl = Workshop.BaseUrl(parsed.GetValue(baseUrl)),
                Drafts = parsed.GetValue(drafts),
                Publish = parsed.GetValue(publish),
            }));
        return command;
    }

    /// <summary>The output folder that a person chose, or the default one.</summary>
    public static string OutputPath(Workshop workshop, string? chosen) =>
        chosen is null ? Path.Combine(workshop.Source, DefaultOutput) : workshop.Around.FullPath(chosen);

    private static int Build(Workshop workshop, string? chosenOutput, string? keyFile, bool requireHistory, BuildOptions options)
    {
        var watch = Stopwatch.StartNew();
        if (options is { Publish: true, Drafts: true })
        {
            // An address in the ledger is a promise; a draft makes none.
            throw new WrongUseException("--publish and --drafts do not go together: the address of a draft is not to be kept for ever.");
        }

        var outputPath = OutputPath(workshop, chosenOutput);
        var output = OutputFolder.At(outputPath, workshop.Source);

        var signer = Signer.For(workshop, keyFile);

        var (sources, result) = workshop.Build(options with { Sign = signer is not null }, requireHistory: requireHistory);
        workshop.Tell(ToTell(result), sources);
        if (result.Site is not { } site)
        {
            workshop.Terminal.ComplainLine(File.Exists(Path.Combine(outputPath, OutputFolder.Marker)) ? "Nothing was published; the last site is as it was." : "Nothing was published.");
            return Math.Max(ExitStatus.Of(result.Diagnostics), ExitStatus.ContentNeedsMending);
        }

        if (signer is not null)
        {
            site = signer.Sign(site);
        }

        if (options.Publish)
        {
            TellUncommitted(workshop, sources);
        }

        // First the ledger: an address that is promised and not yet published is harmless, the other way round is not.
        if (result.Ledger is { } ledger)
        {
            AtomicFile.Write(Path.Combine(workshop.Source, ledger.Path.Replace('/', Path.DirectorySeparatorChar)), ledger.Bytes.Span);
            workshop.Terminal.WriteLine($"New addresses are in {workshop.SourcePrefix}{ledger.Path}; commit it.");
        }

        workshop.Terminal.Work(stage =>
        {
            stage("writing");
            output.Publish(site);
            return true;
        });

        workshop.Terminal.WriteLine($"The site is in {workshop.Around.ShortPath(outputPath)}");
        foreach (var line in SummaryText.Lines(result, watch.Elapsed))
        {
            workshop.Terminal.WriteLine($"  {line}");
        }

        if (signer is not null)
        {
            workshop.Terminal.WriteLine($"Signed with the key {signer.Key.Fingerprint}: {signer.Key.Signature}");
        }

        if (options.Publish)
        {
            TellManifest(workshop, outputPath, result.Summary.ManifestHash);
        }

        return ExitStatus.Well;
    }

    /// <summary>A release is to be built anew from what is committed.</summary>
    private static void TellUncommitted(Workshop workshop, SourceTree sources)
    {
        try
        {
            if (History.Uncommitted(workshop.Source, sources, workshop.Around) is { IsEmpty: false } uncommitted)
            {
                var more = uncommitted.Length > 3 ? $" and {uncommitted.Length - 3} more" : "";
                workshop.Terminal.ComplainLine($"Not committed yet: {string.Join(", ", uncommitted.Take(3).Select(path => workshop.SourcePrefix + path))}{more}. Pages tell the days of the version history: commit first and publish again, so that anybody can build this release anew, byte for byte.");
            }
        }
        catch (GitException declined)
        {
            workshop.Terminal.ComplainLine($"Whether all of it is committed could not be found out: {declined.Message}. Only what is committed can be built anew, byte for byte.");
        }
    }

    /// <summary>A list of hashes proves something to whoever has its own hash from elsewhere.</summary>
    private static void TellManifest(Workshop workshop, string outputPath, string hash)
    {
        workshop.Terminal.WriteLine($"The SHA-256 of {ReleaseManifest.Path} is {hash}");
        workshop.Terminal.WriteLine("  Make it known in a place that is not this site: a letter, a post, a printed report. With it anybody can check any copy:");
        workshop.Terminal.WriteLine($"  heed verify {workshop.Around.ShortPath(outputPath)} --manifest-hash {hash}");
    }

    /// <summary>Notes are told in the summary already.</summary>
    private static ImmutableArray<Diagnostic> ToTell(BuildResult result) =>
        result.Diagnostics.RemoveAll(diagnostic => diagnostic.Severity == Severity.Note);
}

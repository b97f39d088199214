using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Heed.Building;
using Heed.Cli.Disk;
using Heed.Cli.Reporting;
using Heed.Diagnostics;
using Heed.Files;

namespace Heed.Cli.Commands;

/// <summary><c>heed check</c>: everything that a build judges, writing nothing.</summary>
internal static class CheckCommand
{
    public static Command Create(Surroundings around, Option<string?> source)
    {
        var external = new Option<bool>("--external") { Description = "Also ask each address outside whether it still answers; warns only" };
        var format = new Option<string>("--format") { Description = "How to tell what is wrong", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "github");

        var drafts = new Option<bool>("--drafts") { Description = "Judge pages marked as drafts, too" };

        var requireHistory = Workshop.RequireHistory();

        var command = new Command("check", "Judge everything that a build judges, and write nothing.") { external, format, drafts, requireHistory };
        command.SetAction((parsed, cancelled) => Check(
            new Workshop(around, parsed.GetValue(source)), parsed.GetValue(external), parsed.GetValue(format)!, parsed.GetValue(drafts), parsed.GetValue(requireHistory), cancelled));
        return command;
    }

    private static async Task<int> Check(Workshop workshop, bool external, string format, bool drafts, bool requireHistory, CancellationToken cancelled)
    {
        var watch = Stopwatch.StartNew();

        // As in a build, an unfinished draft stops nobody unless it is asked for.
        var (sources, result) = workshop.Build(new BuildOptions { Drafts = drafts }, mayWrite: false, requireHistory);
        var diagnostics = result.Diagnostics;
        if (external)
        {
            var unreachable = await ExternalLinks.Check(sources, cancelled);
            diagnostics = [.. diagnostics.Concat(unreachable).OrderBy(diagnostic => diagnostic.Place)];
        }

        switch (format)
        {
            case "json":
                await workshop.Around.Out.WriteLineAsync(DiagnosticJson.Of(diagnostics));
                break;
            case "github":
                await WriteForGithub(workshop, diagnostics);
                break;
            default:
                WriteText(workshop, diagnostics, sources, result, watch.Elapsed);
                break;
        }

        return ExitStatus.Of(diagnostics);
    }

    private static void WriteText(Workshop workshop, ImmutableArray<Diagnostic> diagnostics, SourceTree sources, BuildResult result, TimeSpan took)
    {
        DiagnosticText.Write(diagnostics, sources, workshop.SourcePrefix, workshop.Terminal.Write);

        // The notes stand above among the diagnostics, with their places.
        var withoutNotes = result with
        {
            Summary = result.Summary with { Notes = [] },
            Diagnostics = result.Diagnostics.RemoveAll(diagnostic => diagnostic.Severity == Severity.Note),
        };
        foreach (var line in SummaryText.Lines(withoutNotes, took))
        {
            workshop.Terminal.WriteLine(line);
        }
    }

    private static async Task WriteForGithub(Workshop workshop, ImmutableArray<Diagnostic> diagnostics)
    {
        // GitHub wants paths from the root of the repository, wherever the step runs.
        var root = workshop.Around.Variable("GITHUB_WORKSPACE") is { Length: > 0 } workspace ? workspace : workshop.Around.WorkingFolder;
        var relative = Path.GetRelativePath(root, workshop.Source).Replace(Path.DirectorySeparatorChar, '/');
        var folder = relative == "." ? "" : relative + "/";
        foreach (var line in DiagnosticGithub.Lines(diagnostics, folder))
        {
            await workshop.Around.Out.WriteLineAsync(line);
        }
    }
}

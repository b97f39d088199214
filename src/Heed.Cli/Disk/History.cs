using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Heed.Linking;
using Heed.Model;

namespace Heed.Cli.Disk;

/// <summary>When each source file last changed, according to git.</summary>
public static class History
{
    /// <summary>The day of the last commit to each file, by path from the knowledge base's root.</summary>
    /// <remarks>
    /// Empty where there is no git, no repository, or only a shallow clone: there git would date every file by the one
    /// commit that it has, and a page would claim to have changed when it did not.
    /// </remarks>
    public static ImmutableDictionary<string, DateOnly> Read(string source)
    {
        if (Ask(source, "rev-parse", "--is-shallow-repository")?.Trim() != "false")
        {
            return ImmutableDictionary<string, DateOnly>.Empty;
        }

        // A path is relative and so never begins with the slash that marks a date.
        string[] question = ["log", "--no-renames", "--name-only", "--relative", "--format=/%cs", "--", .. SourceFolder.Folders, SourceFolder.Settings];
        var dates = ImmutableDictionary.CreateBuilder<string, DateOnly>(StringComparer.Ordinal);
        var day = DateOnly.MinValue;
        foreach (var line in (Ask(source, question) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '/')
            {
                day = DateOnly.ParseExact(line.AsSpan(1), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
            else if (!dates.TryGetValue(line, out var known) || known < day)
            {
                dates[line] = day;
            }
        }

        return dates.ToImmutable();
    }

    /// <summary>
    /// How the levels of evaluations changed after their pages were published, by the path that each file has now. Published is
    /// what the ledger of an earlier commit names.
    /// </summary>
    /// <remarks>Along the main line alone: what a branch tried counts when it is merged. Empty where <see cref="Read"/> is.</remarks>
    public static ImmutableDictionary<string, ImmutableArray<LevelChange>> LevelChanges(string source)
    {
        if (Ask(source, "rev-parse", "--is-shallow-repository")?.Trim() != "false")
        {
            return ImmutableDictionary<string, ImmutableArray<LevelChange>>.Empty;
        }

        string[] question =
        [
            "log", "--reverse", "--first-parent", "-m", "-M", "-p", "-U0", "--no-color", "--no-ext-diff", "--relative", "--format=/%cs",
            "--", $"{SourceFolder.Folders[0]}/evaluations", PermalinkLedger.Path,
        ];
        var reader = new LevelHistory();
        foreach (var line in (Ask(source, question) ?? "").Split('\n'))
        {
            reader.Read(line);
        }

        return reader.Changes();
    }

    /// <summary>The source files that differ from the last commit, or are in none; the ledger is left out, as publishing itself writes it.</summary>
    /// <remarks>Empty where there is no git or no repository.</remarks>
    public static ImmutableArray<string> Uncommitted(string source)
    {
        string[] question = ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", .. SourceFolder.Folders, SourceFolder.Settings];

        // Paths are told from the root of the repository, after two letters and a space.
        return
        [
            .. (Ask(source, question) ?? "").Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line[3..])
                .Where(path => !path.EndsWith(PermalinkLedger.Path, StringComparison.Ordinal)),
        ];
    }

    /// <summary>What git answers, or null when it is not there or declines.</summary>
    private static string? Ask(string folder, params string[] question)
    {
        var start = new ProcessStartInfo("git", ["-C", folder, "-c", "core.quotepath=off", .. question])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };

        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var answer = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? answer : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

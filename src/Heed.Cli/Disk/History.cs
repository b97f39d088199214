using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Linking;
using Heed.Model;

namespace Heed.Cli.Disk;

/// <summary>What the version history tells of a knowledge base, and what of it could not be read.</summary>
/// <param name="LastChanged">The day of the last commit to each file, by path from the knowledge base's root.</param>
/// <param name="LevelChanges">
/// How the levels of evaluations changed after their pages were published, by the path that each file has now. Published is what
/// the ledger of an earlier commit names.
/// </param>
/// <param name="Gap">Why it could not be read, or not all of it; null when nothing is missing.</param>
public sealed record History(
    ImmutableDictionary<string, DateOnly> LastChanged, ImmutableDictionary<string, ImmutableArray<LevelChange>> LevelChanges, HistoryGap? Gap)
{
    private const string Evaluations = "content/evaluations";

    private static readonly History Empty = new(
        ImmutableDictionary<string, DateOnly>.Empty, ImmutableDictionary<string, ImmutableArray<LevelChange>>.Empty, null);

    /// <summary>Reads the history of the knowledge base in a folder.</summary>
    /// <remarks>
    /// Of a shallow clone nothing is told: git would date every file by the one commit that it has, and a page would claim to have
    /// changed when it did not. Changes of levels are read along the main line alone: what a branch tried counts when it is merged.
    /// </remarks>
    public static History Read(string source, Surroundings around)
    {
        var folder = RealPath.Of(source);
        if (Git.TopOf(folder) is not { } top)
        {
            return Empty with { Gap = HistoryGap.NoRepository };
        }

        var known = Empty;
        try
        {
            if (Git.Open(top, folder, around) is not { } git)
            {
                return Empty with { Gap = HistoryGap.NoGit };
            }

            if (!IsCommitted(git))
            {
                return Empty with { Gap = HistoryGap.NoCommit };
            }

            if (git.Ask("rev-parse", "--is-shallow-repository").Trim() != "false")
            {
                return Empty with { Gap = HistoryGap.Shallow };
            }

            known = Empty with { LastChanged = Days(git) };
            return known with { LevelChanges = Levels(git) };
        }
        catch (GitException declined)
        {
            return known with { Gap = HistoryGap.Declined(declined.Message) };
        }
    }

    /// <summary>The files of a knowledge base that differ from the last commit, or are in none, from its root; the ledger is left out, as publishing itself writes it.</summary>
    /// <remarks>Empty where there is no repository. What git is told to ignore and a build reads is no less a part of what is published.</remarks>
    /// <exception cref="GitException">Git is not there or declines.</exception>
    public static ImmutableArray<string> Uncommitted(string source, SourceTree sources, Surroundings around)
    {
        var folder = RealPath.Of(source);
        if (Git.TopOf(folder) is not { } top)
        {
            return [];
        }

        var git = Git.Open(top, folder, around) ?? throw new GitException("git is not installed");
        var committed = IsCommitted(git) ? Committed(git) : [];
        using var objects = git.OpenObjects();

        bool Differs(SourceFile file)
        {
            // A link in the knowledge base is read as what it leads to, which is committed at its own place.
            var real = Path.GetRelativePath(folder, RealPath.Of(Path.Combine(folder, file.Path))).Replace(Path.DirectorySeparatorChar, '/');
            return !committed.TryGetValue(real, out var id) || !IsSame(objects.Read(id), file.Bytes.Span);
        }

        var gone = committed.Keys.Where(path => SourceFolder.IsRead(path) && !Path.Exists(Path.Combine(folder, path)));
        return [.. sources.Files.Where(Differs).Select(file => file.Path).Concat(gone).Where(path => path != PermalinkLedger.Path).Order(StringComparer.Ordinal)];
    }

    private static bool IsCommitted(Git git)
    {
        try
        {
            return git.Ask("rev-list", "--max-count=1", "HEAD", "--").Length > 0;
        }
        catch (GitException)
        {
            // Before the first commit there is no branch; where there is one, something is broken.
            if (git.Ask("for-each-ref", "--count=1", "--format=%(refname)").Length > 0)
            {
                throw;
            }

            return false;
        }
    }

    private static ImmutableDictionary<string, DateOnly> Days(Git git)
    {
        string[] own = [.. SourceFolder.Folders.Append(SourceFolder.Settings).Select(git.Named)];
        var commits = Commits(git.Ask(["rev-list", "--format=%H %cs", "HEAD", "--", .. own])).ToDictionary(commit => commit[0], commit => Day(commit[1]), StringComparer.Ordinal);
        var names = git.Ask(
            Lines(commits.Keys),
            ["diff-tree", "--stdin", "-r", "-z", "--root", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-relative", "--", .. own]);

        var dates = ImmutableDictionary.CreateBuilder<string, DateOnly>(StringComparer.Ordinal);
        var day = DateOnly.MinValue;
        foreach (var name in names.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // The id of a commit, and then the paths that it changed.
            if (commits.TryGetValue(name, out var committed))
            {
                day = committed;
            }
            else if (name[git.Prefix.Length..] is var path && (!dates.TryGetValue(path, out var known) || known < day))
            {
                dates[path] = day;
            }
        }

        return dates.ToImmutable();
    }

    private static ImmutableDictionary<string, ImmutableArray<LevelChange>> Levels(Git git)
    {
        var commits = Commits(git.Ask("rev-list", "--first-parent", "--reverse", "--format=%H %cs %P", "HEAD")).ToList();
        var days = commits.ToDictionary(commit => commit[0], commit => Day(commit[1]), StringComparer.Ordinal);

        // A merge is held against its first parent alone.
        var changes = git.Ask(
            Lines(commits.Select(commit => commit.Length > 2 ? $"{commit[0]} {commit[2]}" : commit[0])),
            [
                "diff-tree", "--stdin", "-r", "-z", "--root", "--raw", "--no-abbrev", "-M50%", "-l100000", "--no-ext-diff", "--no-textconv", "--no-relative",
                "--", git.Named(Evaluations), git.Named(PermalinkLedger.Path),
            ]);

        using var objects = git.OpenObjects();
        var levels = new LevelHistory(objects.Read);
        var words = new Queue<string>(changes.Split('\0', StringSplitOptions.RemoveEmptyEntries));
        while (words.TryDequeue(out var id))
        {
            levels.Read(days[id], [.. FileChanges(words, git.Prefix)]);
        }

        return levels.Changes();
    }

    /// <summary>What one commit changed: <c>:100644 100644 OLD NEW M</c>, and the path; of a renamed file two paths.</summary>
    private static IEnumerable<FileChange> FileChanges(Queue<string> words, string prefix)
    {
        while (words.TryPeek(out var next) && next.StartsWith(':'))
        {
            var parts = words.Dequeue().Split(' ');
            var path = words.Dequeue()[prefix.Length..];
            var now = parts[4][0] == 'R' ? words.Dequeue()[prefix.Length..] : path;
            yield return new FileChange(path, now, parts[4] == "D" ? null : parts[3]);
        }
    }

    /// <summary>The files of the last commit below the knowledge base's folder, each with the id of its bytes.</summary>
    private static Dictionary<string, string> Committed(Git git) => git
        .Ask("ls-tree", "-r", "-z", "--full-tree", "HEAD")
        .Split('\0', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('\t', 2))
        .Where(file => file[1].StartsWith(git.Prefix, StringComparison.Ordinal))
        .ToDictionary(file => file[1][git.Prefix.Length..], file => file[0].Split(' ')[2], StringComparer.Ordinal);

    /// <summary>Git may keep line ends otherwise than the disk has them.</summary>
    private static bool IsSame(ReadOnlySpan<byte> committed, ReadOnlySpan<byte> onDisk) =>
        committed.SequenceEqual(onDisk) || Encoding.Latin1.GetString(onDisk).Replace("\r\n", "\n", StringComparison.Ordinal) == Encoding.Latin1.GetString(committed);

    /// <summary>The words that the format gave of each commit; before them stands a line that says <c>commit</c>.</summary>
    private static IEnumerable<string[]> Commits(string answer) => answer
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => !line.StartsWith("commit ", StringComparison.Ordinal))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Why the version history could not be read, or not all of it.</summary>
/// <param name="Why">The reason, as the end of a sentence.</param>
/// <param name="Cure">What to do about it.</param>
/// <param name="IsUsual">Whether it is so in every new knowledge base, and no more than worth a word.</param>
public sealed record HistoryGap(string Why, string Cure, bool IsUsual = false)
{
    internal static readonly HistoryGap NoRepository = new("the folder is in no git repository", "Keep the knowledge base in git: git init, git add ., git commit.", IsUsual: true);

    internal static readonly HistoryGap NoCommit = new("nothing is committed yet", "Commit what you have: git add ., git commit.", IsUsual: true);

    internal static readonly HistoryGap NoGit = new("git is not installed", "Install git (https://git-scm.com).");

    internal static readonly HistoryGap Shallow = new("this is a shallow clone, which lacks earlier commits", "Fetch them: git fetch --unshallow. In a workflow, set fetch-depth: 0 for actions/checkout.");

    private static readonly Rule Worth = new("history-unread", Severity.Note, "a version history that could not be read");

    private static readonly Rule Doubtful = Worth with { Severity = Severity.Warning };

    private static readonly Rule Demanded = Worth with { Severity = Severity.Error };

    internal static HistoryGap Declined(string reason) => new($"git says: {reason}", CureOf(reason));

    /// <summary>What a person is told: an error where the history was demanded.</summary>
    /// <remarks>Not in the library's catalogue, as the library knows of no git.</remarks>
    public Diagnostic ToDiagnostic(bool isDemanded) => new(
        isDemanded ? Demanded : IsUsual ? Worth : Doubtful,
        new Place(".git"),
        $"the version history could not be read: {Why}. So pages do not tell when they changed, and a published level that was changed without a word is not found",
        Cure);

    /// <summary>Whether a diagnostic tells of such a gap.</summary>
    public static bool IsOf(Diagnostic diagnostic) => diagnostic.Rule.Id == Worth.Id;

    private static string CureOf(string reason) => reason switch
    {
        _ when reason.Contains("dubious ownership", StringComparison.Ordinal) => "If you trust whoever owns the folder, say so: git config --global --add safe.directory FOLDER.",
        _ when reason.Contains("promisor", StringComparison.Ordinal) || reason.Contains("missing", StringComparison.Ordinal) || reason.Contains("unable to read", StringComparison.Ordinal)
            => "If this is a partial clone, clone again without --filter; it lacks earlier versions, and none are fetched in passing.",
        _ => "Mend the repository (git fsck tells more), or clone it again.",
    };
}

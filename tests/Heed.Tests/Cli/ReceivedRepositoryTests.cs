using System.Text.Json;
using Heed.Cli;
using Heed.Cli.Disk;
using Heed.Model;
using Heed.Tests.Support;

namespace Heed.Tests.Cli;

/// <summary>A repository that may have come from anybody: no setting of it or of the user changes what its history tells, and none runs a program.</summary>
public sealed class ReceivedRepositoryTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    public async ValueTask InitializeAsync()
    {
        await Git("init", "--quiet");
        folder.Write(".gitattributes", "*.md diff=planted filter=planted merge=planted\n*.yml -diff\n");
        folder.Write("kb/content/evaluations/a.md", Evaluation("one"));
        folder.Write("kb/content/permalinks.yml", "\"evaluations/a.html\": 2024-01-05\n");
        folder.Write("kb/content/право.md", "1\n");
        await Commit("2024-01-05T10:00:00Z");
        folder.Write("kb/content/evaluations/a.md", Evaluation("two"));
        await Commit("2024-02-05T10:00:00Z");
        await Git("mv", "kb/content/evaluations/a.md", "kb/content/evaluations/б.md");
        await Commit("2024-03-05T10:00:00Z");
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task No_setting_of_it_changes_what_is_told_or_runs_a_program()
    {
        var planted = Program("planted");
        (string Key, string Value)[] settings =
        [
            ("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("diff.srcPrefix", "x"), ("diff.external", planted), ("diff.renames", "false"), ("diff.renames", "copies"),
            ("diff.renameLimit", "1"), ("diff.algorithm", "patience"), ("diff.orderFile", "/nowhere"), ("diff.relative", "true"), ("diff.context", "9"), ("diff.suppressBlankEmpty", "true"),
            ("diff.planted.textconv", planted), ("diff.planted.command", planted), ("diff.planted.binary", "true"), ("diff.ignoreSubmodules", "all"), ("diff.submodule", "log"),
            ("filter.planted.clean", planted), ("filter.planted.smudge", planted), ("filter.planted.process", planted), ("filter.planted.required", "true"), ("merge.planted.driver", planted),
            ("core.fsmonitor", planted), ("core.pager", planted), ("core.editor", planted), ("core.hooksPath", folder.At("hooks")), ("core.sshCommand", planted), ("core.askPass", planted),
            ("core.alternateRefsCommand", planted), ("core.quotePath", "true"), ("core.abbrev", "4"), ("core.worktree", "/"), ("core.worktree", folder.At("kb")), ("core.worktree", "/nowhere"), ("core.bare", "true"), ("core.attributesFile", "/nowhere"),
            ("core.autocrlf", "true"), ("core.ignoreCase", "true"), ("core.logAllRefUpdates", "always"), ("core.untrackedCache", "true"),
            ("log.showRoot", "false"), ("log.showSignature", "true"), ("gpg.program", planted), ("log.date", "relative"), ("log.follow", "true"), ("log.diffMerges", "off"), ("log.decorate", "full"),
            ("format.pretty", "oneline"), ("i18n.logOutputEncoding", "UTF-16"), ("color.ui", "always"), ("color.diff", "always"), ("pager.rev-list", planted),
            ("alias.rev-list", "!" + planted), ("alias.diff-tree", "!" + planted), ("status.showUntrackedFiles", "no"), ("status.relativePaths", "true"), ("status.renames", "false"),
            ("trace2.eventTarget", folder.At("trace")), ("advice.statusHints", "true"), ("credential.helper", planted), ("uploadpack.packObjectsHook", planted),
        ];
        Directory.CreateDirectory(folder.At("hooks"));
        foreach (var hook in (string[])["post-index-change", "reference-transaction", "post-checkout"])
        {
            File.Copy(planted, folder.At($"hooks/{hook}"));
            File.Copy(planted, folder.At($".git/hooks/{hook}"));
        }

        var config = File.ReadAllText(folder.At(".git/config"));
        var wrong = new List<string>();
        foreach (var (key, value) in settings)
        {
            await Git("config", key, value);
            File.SetLastWriteTimeUtc(folder.At("kb/content/право.md"), DateTime.UtcNow); // so that a filter would be asked
            wrong.AddRange(Wrong().Select(what => $"{key}={value}: {what}"));
            File.WriteAllText(folder.At(".git/config"), config);
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_replaced_commit_a_graft_and_a_broken_commit_graph_change_nothing()
    {
        var head = (await Git("rev-parse", "HEAD")).Trim();
        await Git("replace", head, (await Git("rev-parse", "HEAD~2")).Trim());
        Assert.Empty(Wrong());

        folder.Write(".git/info/grafts", head + "\n");
        Assert.Empty(Wrong());

        folder.Write(".git/objects/info/commit-graph", "no graph");
        Assert.Empty(Wrong());
    }

    [Fact]
    public async Task No_variable_of_the_user_changes_what_is_told()
    {
        await KnowledgeBase("real");
        var planted = Program("planted");
        (string, string?)[] environment =
        [
            ("GIT_CONFIG_COUNT", "2"),
            ("GIT_CONFIG_KEY_0", "diff.noprefix"),
            ("GIT_CONFIG_VALUE_0", "true"),
            ("GIT_CONFIG_KEY_1", "core.fsmonitor"),
            ("GIT_CONFIG_VALUE_1", planted),
            ("GIT_CONFIG_GLOBAL", folder.Write("global", "[diff]\n\tnoprefix = true\n\trenames = false\n[log]\n\tshowRoot = false\n[color]\n\tui = always\n")),
            ("GIT_EXTERNAL_DIFF", planted),
            ("GIT_PAGER", planted),
            ("GIT_DIR", "/nowhere"),
            ("GIT_WORK_TREE", "/nowhere"),
            ("GIT_INDEX_FILE", "/nowhere"),
            ("GIT_OBJECT_DIRECTORY", "/nowhere"),
            ("GIT_SHALLOW_FILE", "/nowhere"),
            ("GIT_NAMESPACE", "nowhere"),
            ("GIT_DIFF_OPTS", "--unified=9"),
            ("GIT_ICASE_PATHSPECS", "1"),
            ("GIT_TRACE", "1"),
            ("GIT_CEILING_DIRECTORIES", folder.Path),
            ("LC_ALL", "ru_RU.UTF-8"),
            ("LANGUAGE", "ru"),
        ];

        var run = await OutsideTool.Heed.RunIn(folder.At("real"), environment, "check", "--require-history");

        Assert.Contains("silent-change", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("history-unread", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.False(File.Exists(folder.At("planted.ran")));
    }

    [Fact]
    public async Task A_program_that_came_along_and_is_called_git_is_not_run()
    {
        await KnowledgeBase("real");
        File.Copy(Program("planted"), folder.At("real/git"));

        var run = await OutsideTool.Heed.RunIn(folder.At("real"), [("PATH", "." + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"))], "check");

        Assert.Contains("silent-change", run.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("planted.ran")));
    }

    [Fact]
    public async Task A_git_that_does_not_start_is_told()
    {
        var broken = folder.Write("bin/git", "no program");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A program is known there by its name.");
        await OutsideTool.Shell.Run("-c", $"chmod +x '{broken}'");

        var history = History.Read(folder.At("kb"), CliRun.Around(folder, TextWriter.Null, TextWriter.Null, name => name == "PATH" ? folder.At("bin") : null));

        Assert.Contains("does not start", history.Gap!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_folders_the_user_trusts_is_theirs_to_say()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows(), "Only the administrator can give a folder to somebody else.");
        await KnowledgeBase("real");
        await OutsideTool.Shell.Run("-c", $"chown -R 1234 '{folder.At("real")}'");
        var trusting = folder.Write("global", $"[safe]\n\tdirectory = {folder.At("real")}\n[diff]\n\tnoprefix = true\n");

        var run = await OutsideTool.Heed.RunIn(folder.At("real"), [("GIT_CONFIG_GLOBAL", trusting)], "check", "--require-history");

        Assert.Contains("silent-change", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("history-unread", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partial_clone_fetches_nothing_and_runs_nothing()
    {
        await KnowledgeBase("real");
        await Git("-C", "real", "config", "uploadpack.allowFilter", "true");
        await Git("clone", "--quiet", "--filter=blob:none", new Uri(folder.At("real")).AbsoluteUri, "partial");
        await Git("-C", "partial", "config", "remote.origin.uploadpack", Program("planted"));
        await Git("-C", "partial", "config", "protocol.allow", "always");
        await Git("-C", "partial", "config", "protocol.file.allow", "always");

        var run = await CliRun.In(folder.At("partial"), "check", "--require-history");

        Assert.Contains("error history-unread", run.Out, StringComparison.Ordinal);
        Assert.Contains("without --filter", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.WrongUse, run.Status);
        Assert.False(File.Exists(folder.At("planted.ran")));
    }

    [Theory]
    [InlineData("shallow", "warning", "git fetch --unshallow")]
    [InlineData("without objects", "warning", "git fsck")]
    [InlineData("empty .git", "warning", "git fsck")]
    [InlineData("empty .git file", "warning", "git fsck")]
    [InlineData("no program", "warning", "Install git")]
    [InlineData("no commit", "note", "git commit")]
    [InlineData("no repository", "note", "git init")]
    [InlineData("another owner", "warning", "safe.directory")]
    public async Task A_history_that_cannot_be_read_is_said_and_may_be_demanded(string what, string severity, string cure)
    {
        await KnowledgeBase("real");
        var source = "real";
        switch (what)
        {
            case "shallow":
                await Git("clone", "--quiet", "--depth", "1", new Uri(folder.At("real")).AbsoluteUri, source = "shallow");
                break;
            case "without objects":
                Directory.Delete(folder.At("real/.git/objects"), recursive: true);
                Directory.CreateDirectory(folder.At("real/.git/objects"));
                break;
            case "another owner":
                Assert.SkipUnless(Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows(), "Only the administrator can give a folder to somebody else.");
                await OutsideTool.Shell.Run("-c", $"chown -R 1234 '{folder.At("real")}'");
                break;
            case "no program":
                break;
            default:
                foreach (var file in new DirectoryInfo(folder.At("real/.git")).EnumerateFiles("*", SearchOption.AllDirectories))
                {
                    file.IsReadOnly = false;
                }

                Directory.Delete(folder.At("real/.git"), recursive: true);
                if (what == "empty .git")
                {
                    Directory.CreateDirectory(folder.At("real/.git"));
                }
                else if (what == "empty .git file")
                {
                    folder.Write("real/.git");
                }
                else
                {
                    // Not below the repository of this class: it would be the one found.
                    Directory.Delete(folder.At(".git"), recursive: true);
                }

                if (what == "no commit")
                {
                    await Git("init", "--quiet", "real");
                }

                break;
        }

        string? Variable(string name) => name == "PATH" && what == "no program" ? "/nowhere" : null;
        var check = await CliRun.In(folder.At(source), Variable, "check", "--format", "json");
        var told = JsonDocument.Parse(check.Out).RootElement.GetProperty("diagnostics").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "history-unread");
        Assert.Equal(severity, told.GetProperty("severity").GetString());
        Assert.Contains(cure, told.GetProperty("cure").GetString(), StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Well, check.Status);

        var demanded = await CliRun.In(folder.At(source), Variable, "check", "--require-history");
        Assert.Contains("error history-unread", demanded.Out, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.WrongUse, demanded.Status);

        var build = await CliRun.In(folder.At(source), Variable, "build");
        Assert.Contains("the version history could not be read", build.Out + build.Error, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Well, build.Status);

        var refused = await CliRun.In(folder.At(source), Variable, "build", "--require-history", "--out", "other");
        Assert.Equal(ExitStatus.WrongUse, refused.Status);
        Assert.False(Directory.Exists(folder.At($"{source}/other")));
    }

    /// <summary>What is told otherwise than it is.</summary>
    private IEnumerable<string> Wrong()
    {
        var around = CliRun.Around(folder, TextWriter.Null, TextWriter.Null);
        var history = History.Read(folder.At("kb"), around);
        if (history.Gap is { } gap)
        {
            yield return gap.Why;
        }

        if (history.LastChanged.GetValueOrDefault("content/право.md") != new DateOnly(2024, 1, 5) || history.LastChanged.GetValueOrDefault("content/evaluations/б.md") != new DateOnly(2024, 3, 5))
        {
            yield return "other days";
        }

        if (!history.LevelChanges.GetValueOrDefault("content/evaluations/б.md", []).SequenceEqual([new LevelChange(new DateOnly(2024, 2, 5), "one", "two")]))
        {
            yield return "other levels";
        }

        if (!History.Uncommitted(folder.At("kb"), SourceFolder.Read(folder.At("kb")), around).IsEmpty)
        {
            yield return "not committed";
        }

        if (File.Exists(folder.At("planted.ran")))
        {
            File.Delete(folder.At("planted.ran"));
            yield return "a program was run";
        }
    }

    private static string Evaluation(string level) => $"---\n{string.Concat(Enumerable.Range(1, 20).Select(number => $"line{number}: x\n"))}level: {level}\n---\n";

    /// <summary>A program that leaves a mark when it is run.</summary>
    private string Program(string name)
    {
        var file = folder.Write(name, $"#!/bin/sh\ntouch '{folder.At("planted.ran")}'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }

    /// <summary>A whole knowledge base in a repository of its own, of which a published level was changed without a word.</summary>
    private async Task KnowledgeBase(string name)
    {
        await CliRun.In(folder, "new", "site", name);
        await Git("init", "--quiet", name);
        folder.Write($"{name}/content/permalinks.yml", "\"evaluations/example-evaluation.html\": 2024-01-05\n");
        await Commit("2024-01-05T10:00:00Z", name);
        var page = folder.At($"{name}/content/evaluations/example-evaluation.md");
        var text = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains("level: no-information", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(page, text.Replace("level: no-information", "level: not-implemented", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await Commit("2024-02-05T10:00:00Z", name);
    }

    private async Task Commit(string time, string repository = ".")
    {
        await Git("-C", repository, "add", "--all");
        await GitAt(time, "-C", repository, "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "Change");
    }

    private Task<string> Git(params string[] arguments) => GitAt("2024-01-01T00:00:00Z", arguments);

    private async Task<string> GitAt(string time, params string[] arguments)
    {
        var answer = await OutsideTool.Git.RunIn(folder, [("GIT_AUTHOR_DATE", time), ("GIT_COMMITTER_DATE", time), ("GIT_CONFIG_GLOBAL", "/dev/null")], arguments);
        Assert.True(answer.Status == 0, answer.Told);
        return answer.Out;
    }
}

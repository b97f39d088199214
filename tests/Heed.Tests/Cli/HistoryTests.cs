using Heed.Cli.Disk;
using Heed.Model;
using Heed.Tests.Support;

namespace Heed.Tests.Cli;

public sealed class HistoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_file_has_the_day_of_its_last_commit()
    {
        await Git("init", "--quiet");
        folder.Write("kb/content/a.md", "1");
        folder.Write("kb/content/құқық.md", "1");
        await Commit("2024-01-05T10:00:00Z");
        folder.Write("kb/content/a.md", "2");
        folder.Write("kb/site.config.yml", "1");
        folder.Write("elsewhere.md", "1");
        await Commit("2025-03-09T10:00:00Z");

        var dates = History.Read(folder.At("kb"));

        Assert.Equal(["content/a.md", "content/құқық.md", "site.config.yml"], dates.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new DateOnly(2025, 3, 9), dates["content/a.md"]);
        Assert.Equal(new DateOnly(2024, 1, 5), dates["content/құқық.md"]);
    }

    [Fact]
    public async Task A_shallow_clone_dates_nothing_as_it_would_date_all_by_one_commit()
    {
        await Git("init", "--quiet", "full");
        folder.Write("full/content/a.md", "1");
        await Commit("2024-01-05T10:00:00Z", "full");
        folder.Write("full/content/b.md", "1");
        await Commit("2025-03-09T10:00:00Z", "full");
        await Git("clone", "--quiet", "--depth", "1", new Uri(folder.At("full")).AbsoluteUri, "shallow");

        Assert.Equal(2, History.Read(folder.At("full")).Count);
        Assert.Empty(History.Read(folder.At("shallow")));
    }

    [Fact]
    public async Task What_is_not_committed_is_told_but_the_ledger()
    {
        await Git("init", "--quiet");
        folder.Write("kb/content/a.md", "1");
        folder.Write("kb/content/b.md", "1");
        await Commit("2024-01-05T10:00:00Z");
        Assert.Empty(History.Uncommitted(folder.At("kb")));

        folder.Write("kb/content/a.md", "2");
        folder.Write("kb/content/новое.md", "1");
        folder.Write("kb/content/permalinks.yml", "");
        folder.Write("elsewhere.md", "1");

        Assert.Equal(["kb/content/a.md", "kb/content/новое.md"], History.Uncommitted(folder.At("kb")).Order(StringComparer.Ordinal));
        Assert.Empty(History.Uncommitted(folder.At("nowhere")));
    }

    [Fact]
    public async Task A_level_that_changes_after_its_page_was_published_is_told()
    {
        await Git("init", "--quiet");
        folder.Write("kb/content/evaluations/a.md", "---\nlevel: draft-level\n---\n");
        await Commit("2024-01-05T10:00:00Z");
        folder.Write("kb/content/evaluations/a.md", "---\nlevel: not-implemented # as printed\n---\n");
        folder.Write("kb/content/permalinks.yml", "\"evaluations/a.html\": 2024-01-06\n");
        await Commit("2024-01-06T10:00:00Z");
        folder.Write("kb/content/evaluations/a.md", "---\nlevel: \"implemented\"\n---\n");
        folder.Write("kb/content/evaluations/unpublished.md", "---\nlevel: implemented\n---\n");
        await Commit("2025-03-09T10:00:00Z");
        folder.Write("kb/content/evaluations/unpublished.md", "---\nlevel: regression\n---\n");
        await Commit("2025-03-10T10:00:00Z");

        Assert.Equal(
            [new LevelChange(new DateOnly(2025, 3, 9), "not-implemented", "implemented")],
            History.LevelChanges(folder.At("kb"))["content/evaluations/a.md"]);
        Assert.Single(History.LevelChanges(folder.At("kb")));
    }

    [Fact]
    public async Task A_level_that_changed_before_its_file_was_renamed_is_told_of_the_new_name()
    {
        var head = string.Join('\n', Enumerable.Range(1, 20).Select(number => $"line: {number}"));
        await Git("init", "--quiet");
        folder.Write("content/evaluations/a.md", $"---\nlevel: one\n{head}\n---\n");
        folder.Write("content/permalinks.yml", "\"evaluations/a.html\": 2024-01-05\n");
        await Commit("2024-01-05T10:00:00Z");
        folder.Write("content/evaluations/a.md", $"---\nlevel: two\n{head}\n---\n");
        await Commit("2024-02-05T10:00:00Z");
        File.Delete(folder.At("content/evaluations/a.md"));
        folder.Write("content/evaluations/b.md", $"---\nlevel: three\n{head}\n---\n");
        await Commit("2024-03-05T10:00:00Z");

        Assert.Equal(["one > two", "two > three"], History.LevelChanges(folder)["content/evaluations/b.md"].Select(change => $"{change.From} > {change.To}"));
    }

    [Fact]
    public void Without_a_repository_nothing_is_dated()
    {
        folder.Write("content/a.md", "1");

        Assert.Empty(History.Read(folder));
    }

    private async Task Commit(string time, string repository = ".")
    {
        await Git("-C", repository, "add", "--all");
        await GitAt(
            time,
            "-C", repository, "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false",
            "commit", "--quiet", "--message", "Change");
    }

    private Task Git(params string[] arguments) => GitAt("2024-01-01T00:00:00Z", arguments);

    private async Task GitAt(string time, params string[] arguments)
    {
        var answer = await OutsideTool.Git.RunIn(folder, [("GIT_AUTHOR_DATE", time), ("GIT_COMMITTER_DATE", time), ("GIT_CONFIG_GLOBAL", "/dev/null")], arguments);
        Assert.True(answer.Status == 0, answer.Told);
    }
}

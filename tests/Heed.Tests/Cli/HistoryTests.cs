using System.Collections.Immutable;
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

        var dates = Read("kb").LastChanged;

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

        Assert.Equal(2, Read("full").LastChanged.Count);
        Assert.Empty(Read("shallow").LastChanged);
    }

    [Fact]
    public async Task What_is_not_committed_is_told_but_the_ledger()
    {
        await Git("init", "--quiet");
        folder.Write(".gitignore", "ignored.md\n");
        folder.Write("kb/content/a.md", "1");
        folder.Write("kb/content/b.md", "1");
        folder.Write("kb/content/gone.md", "1");
        folder.Write("kb/content/lines.md", "1\n2\n");
        await Commit("2024-01-05T10:00:00Z");
        Assert.Empty(Uncommitted("kb"));

        folder.Write("kb/content/a.md", "2");
        folder.Write("kb/content/новое.md", "1");
        folder.Write("kb/content/staged.md", "1");
        await Git("add", "kb/content/staged.md");
        folder.Write("kb/content/permalinks.yml", "");
        folder.Write("elsewhere.md", "1");
        File.Delete(folder.At("kb/content/gone.md"));

        // As Windows has it, which git evens out; and what git is told to ignore is published all the same.
        folder.Write("kb/content/lines.md", "1\r\n2\r\n");
        folder.Write("kb/content/ignored.md", "1");

        Assert.Equal(["content/a.md", "content/gone.md", "content/ignored.md", "content/staged.md", "content/новое.md"], Uncommitted("kb"));

        folder.Write("elsewhere/content/a.md", "1");
        Assert.Equal(["content/a.md"], Uncommitted("elsewhere"));
    }

    [Fact]
    public async Task Before_the_first_commit_nothing_is_committed()
    {
        folder.Write("content/a.md", "1");
        Assert.Empty(Uncommitted("."));

        await Git("init", "--quiet");
        Assert.Equal(["content/a.md"], Uncommitted("."));
    }

    [Fact]
    public async Task What_a_link_leads_to_is_committed_where_it_stands()
    {
        await Git("init", "--quiet");
        folder.Write("kb/shared/a.md", "1");
        Directory.CreateDirectory(folder.At("kb/content"));
        Directory.CreateSymbolicLink(folder.At("kb/content/articles"), "../shared");
        await Commit("2024-01-05T10:00:00Z");
        Assert.Empty(Uncommitted("kb"));

        folder.Write("kb/shared/a.md", "2");
        Assert.Equal(["content/articles/a.md"], Uncommitted("kb"));
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
            Read("kb").LevelChanges["content/evaluations/a.md"]);
        Assert.Single(Read("kb").LevelChanges);
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

        Assert.Equal(["one > two", "two > three"], Read(".").LevelChanges["content/evaluations/b.md"].Select(change => $"{change.From} > {change.To}"));
    }

    [Fact]
    public async Task A_page_that_was_away_for_a_while_comes_back_with_the_level_that_it_had()
    {
        await Git("init", "--quiet");
        folder.Write("content/evaluations/a.md", "---\nlevel: one\n---\n");
        folder.Write("content/permalinks.yml", "\"evaluations/a.html\": 2024-01-05\n");
        await Commit("2024-01-05T10:00:00Z");
        File.Delete(folder.At("content/evaluations/a.md"));
        await Commit("2024-02-05T10:00:00Z");
        folder.Write("content/evaluations/a.md", "---\nlevel: two\n---\n");
        await Commit("2024-03-05T10:00:00Z");

        Assert.Equal([new LevelChange(new DateOnly(2024, 3, 5), "one", "two")], Read(".").LevelChanges["content/evaluations/a.md"]);
    }

    [Theory]
    [InlineData("level: \"two\"")]
    [InlineData("\"level\": two")]
    [InlineData("level : two")]
    [InlineData("level:\n  two")]
    [InlineData("level: # as told\n  'two'")]
    [InlineData("title: x\r\nlevel: two\r")]
    public async Task However_a_level_is_written_its_change_is_told(string written)
    {
        await Git("init", "--quiet");
        folder.Write("content/evaluations/a.md", "---\nlevel: one\n---\n\nlevel: of the text\n");
        folder.Write("content/permalinks.yml", "\"evaluations/a.html\": 2024-01-05\n");
        await Commit("2024-01-05T10:00:00Z");
        folder.Write("content/evaluations/a.md", $"---\n{written}\n---\n\nlevel: of the text\n");
        await Commit("2024-02-05T10:00:00Z");

        Assert.Equal([new LevelChange(new DateOnly(2024, 2, 5), "one", "two")], Read(".").LevelChanges["content/evaluations/a.md"]);
    }

    [Fact]
    public void Without_a_repository_nothing_is_dated()
    {
        folder.Write("content/a.md", "1");

        Assert.Empty(Read(".").LastChanged);
        Assert.True(Read(".").Gap!.IsUsual);
    }

    private History Read(string path) => History.Read(folder.At(path), CliRun.Around(folder, TextWriter.Null, TextWriter.Null));

    private ImmutableArray<string> Uncommitted(string path) =>
        History.Uncommitted(folder.At(path), SourceFolder.Read(folder.At(path)), CliRun.Around(folder, TextWriter.Null, TextWriter.Null));

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

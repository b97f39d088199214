using Heed.Cli;
using Heed.Tests.Support;

namespace Heed.Tests.Cli;

public sealed class BuildCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    private string KnowledgeBase => folder.At("kb");

    public async ValueTask InitializeAsync() => Assert.Equal(ExitStatus.Well, (await CliRun.In(folder, "new", "site", "kb")).Status);

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_site_of_a_new_knowledge_base_is_built_and_summed_up()
    {
        var run = await CliRun.In(KnowledgeBase, "build");

        Assert.True(run.Status == ExitStatus.Well, run.Error);
        Assert.True(File.Exists(folder.At("kb/_site/index.html")));
        Assert.True(File.Exists(folder.At("kb/_site/recommendations/upr-4/1.1.html")));
        Assert.True(File.Exists(folder.At("kb/_site/.nojekyll")));
        Assert.Contains("The site is in _site", run.Out, StringComparison.Ordinal);
        Assert.Contains("recommendation 2", run.Out, StringComparison.Ordinal);
        Assert.Contains("by language: en ", run.Out, StringComparison.Ordinal);
        Assert.Matches("coverage: .*upr-4", run.Out);
        Assert.Matches(@"[0-9]+ files, [0-9.]+ [kM]B; 0 warnings; [0-9.]+ s", run.Out);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Two_builds_of_the_same_content_are_the_same_byte_for_byte()
    {
        await CliRun.In(KnowledgeBase, "build", "--out", folder.At("one"));
        await CliRun.In(folder, "build", "--source", "kb", "--out", "two");

        var files = Directory.GetFiles(folder.At("one"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.At("one"), file)).ToList();
        Assert.NotEmpty(files);
        Assert.Equal(files.Order(), Directory.GetFiles(folder.At("two"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.At("two"), file)).Order());
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(folder.At("one"), file)), File.ReadAllBytes(Path.Combine(folder.At("two"), file))), throwIfEmpty: true);
    }

    [Fact]
    public async Task A_failed_build_leaves_the_last_site_as_it_was()
    {
        await CliRun.In(KnowledgeBase, "build");
        var before = File.ReadAllBytes(folder.At("kb/_site/index.html"));
        folder.Write("kb/content/articles/bad.md", "no front matter");

        var run = await CliRun.In(KnowledgeBase, "build");

        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains("content/articles/bad.md:1:1: error missing-front-matter", run.Error, StringComparison.Ordinal);
        Assert.Contains("the last site is as it was", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(folder.At("kb/_site/index.html")));
    }

    [Fact]
    public async Task A_draft_is_built_only_when_it_is_asked_for()
    {
        await CliRun.In(KnowledgeBase, "new", "article", "later");

        await CliRun.In(KnowledgeBase, "build");
        Assert.False(File.Exists(folder.At("kb/_site/articles/later.html")));

        await CliRun.In(KnowledgeBase, "build", "--drafts");
        Assert.True(File.Exists(folder.At("kb/_site/articles/later.html")));
    }

    [Fact]
    public async Task An_address_that_was_published_cannot_be_lost()
    {
        var publish = await CliRun.In(KnowledgeBase, name => name == "SOURCE_DATE_EPOCH" ? "1700000000" : null, "build", "--publish");
        Assert.True(publish.Status == ExitStatus.Well, publish.Error);
        var ledger = File.ReadAllText(folder.At("kb/content/permalinks.yml"));
        Assert.Contains("2023-11-14", ledger, StringComparison.Ordinal);
        Assert.Contains("recommendations/upr-4/1.1", ledger, StringComparison.Ordinal);

        // What is in the ledger already is not entered again, on whatever day.
        await CliRun.In(KnowledgeBase, "build", "--publish");
        Assert.Equal(ledger, File.ReadAllText(folder.At("kb/content/permalinks.yml")));

        File.Move(folder.At("kb/content/findings/example-finding.md"), folder.At("kb/content/findings/renamed.md"));
        var run = await CliRun.In(KnowledgeBase, "build");
        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains("address-lost", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_publish_the_ledger_is_not_touched()
    {
        await CliRun.In(KnowledgeBase, "build");

        Assert.False(File.Exists(folder.At("kb/content/permalinks.yml")));
    }

    [Theory]
    [InlineData("build", "--publish", "--drafts")]
    [InlineData("build", "--base-url", "example.org")]
    [InlineData("build", "--base-url", "https://example.org/?x=1")]
    [InlineData("build", "--out", "content")]
    public async Task What_cannot_go_well_is_refused_before_anything_is_done(params string[] arguments)
    {
        Assert.Equal(ExitStatus.WrongUse, (await CliRun.In(KnowledgeBase, arguments)).Status);
        Assert.False(Directory.Exists(folder.At("kb/_site")));
    }

    [Fact]
    public async Task The_address_of_the_site_can_be_told_from_outside()
    {
        await CliRun.In(KnowledgeBase, "build", "--base-url", "https://name.example/repository");

        Assert.Contains("https://name.example/repository/", File.ReadAllText(folder.At("kb/_site/sitemap.xml")), StringComparison.Ordinal);
        Assert.Contains("\"/repository/", File.ReadAllText(folder.At("kb/_site/404.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_asks_the_built_site()
    {
        var early = await CliRun.In(KnowledgeBase, "search", "example");
        Assert.Equal(ExitStatus.WrongUse, early.Status);
        Assert.Contains("heed build", early.Error, StringComparison.Ordinal);

        await CliRun.In(KnowledgeBase, "build");

        Assert.Contains("recommendations/upr-4/1.1.html", (await CliRun.In(KnowledgeBase, "search", "1.1")).Out, StringComparison.Ordinal);
        Assert.Contains("Nothing was found", (await CliRun.In(KnowledgeBase, "search", "zzzzqqqq")).Error, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.WrongUse, (await CliRun.In(KnowledgeBase, "search", "example", "--language", "xx")).Status);
    }
}

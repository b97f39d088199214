using Heed.Cli;
using Heed.Cli.Disk;
using Heed.Files;
using Heed.Tests.Support;

namespace Heed.Tests.Cli;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Output => folder.At("_site");

    [Fact]
    public void A_site_replaces_the_last_one_as_a_whole()
    {
        Publish(("index.html", "old"), ("gone/page.html", "old"));
        Publish(("index.html", "new"), ("deep/er/page.html", "new"), (".nojekyll", ""));

        Assert.Equal([".heed", ".nojekyll", "deep/er/page.html", "index.html"], FilesIn(Output));
        Assert.Equal("new", File.ReadAllText(folder.At("_site/index.html")));
        Assert.Equal(["_site"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void The_same_site_gives_the_same_bytes_everywhere()
    {
        var site = SiteOf(("index.html", "text"), ("a/b.html", "\u049b"));
        OutputFolder.At(folder.At("one"), folder.At("source")).Publish(site);
        OutputFolder.At(folder.At("two"), folder.At("source")).Publish(site);

        Assert.Equal(FilesIn(folder.At("one")), FilesIn(folder.At("two")));
        Assert.All(FilesIn(folder.At("one")), file => Assert.Equal(File.ReadAllBytes(folder.At($"one/{file}")), File.ReadAllBytes(folder.At($"two/{file}"))), throwIfEmpty: true);
    }

    [Fact]
    public void A_failed_publication_leaves_the_last_site_and_nothing_beside_it()
    {
        Publish(("index.html", "old"));

        // A file that is also a folder cannot be written.
        Assert.ThrowsAny<IOException>(() => Publish(("a", "file"), ("a/b", "in a folder of the same name")));

        Assert.Equal("old", File.ReadAllText(folder.At("_site/index.html")));
        Assert.Equal(["_site"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    /// <summary>A folder of the disk, a link into the knowledge base, and the output that a person names by that link.</summary>
    [Theory]
    [InlineData("lnk", "kb", "lnk/content/site")]
    [InlineData("lnk", "kb", "lnk/theme")]
    [InlineData("lnk", "kb", "lnk")]
    [InlineData("lnk", "kb/content", "lnk/site")]
    [InlineData("lnk", "kb/content/articles", "lnk/deep/er")]
    [InlineData("lnk", "kb/content", "lnk")]
    [InlineData("deep/lnk", "../kb", "deep/lnk/content/site")]
    [InlineData("lnk", ".", "lnk")]
    [InlineData("lnk", "kb/.heed", "lnk/site")]
    [InlineData("lnk", "kb/.git", "lnk/site")]
    [InlineData("kb/content/events", "../shared", "kb/shared/site")]
    [InlineData("kb/content/events", "../shared", "kb/shared")]
    [InlineData("kb/out", "content", "kb/out/site")]
    [InlineData("lnk", "other", "kb/content/site")]
    public void A_link_leads_into_the_knowledge_base_no_more_than_its_own_path_does(string link, string target, string output)
    {
        folder.Write("kb/site.config.yml");
        folder.Write("kb/content/articles/a.md");
        Directory.CreateDirectory(folder.At("kb/shared"));
        Directory.CreateDirectory(Path.GetDirectoryName(folder.At(link))!);
        Directory.CreateSymbolicLink(folder.At(link), target);

        foreach (var source in (string[])["kb", "linked-kb"])
        {
            if (source == "linked-kb")
            {
                Directory.CreateSymbolicLink(folder.At(source), "kb");
            }

            var wrong = Assert.Throws<WrongUseException>(() => OutputFolder.At(folder.At(output), folder.At(source)));
            Assert.Contains("is a part of the knowledge base", wrong.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("lnk/content/x.zip")]
    [InlineData("lnk/theme/x.zip")]
    [InlineData("lnk/site.config.yml")]
    [InlineData("lnk/.git/x.zip")]
    [InlineData("in/x.zip")]
    public async Task An_export_is_not_written_into_the_knowledge_base_through_a_link(string output)
    {
        await CliRun.In(folder, "new", "site", "kb");
        Directory.CreateSymbolicLink(folder.At("lnk"), "kb");
        Directory.CreateSymbolicLink(folder.At("in"), "kb/content/articles");
        var before = FilesIn(folder.At("kb"));

        var run = await CliRun.In(folder, "export", "zip", "--source", "kb", "--out", output);

        Assert.Equal(ExitStatus.WrongUse, run.Status);
        Assert.Contains("in the knowledge base itself", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, FilesIn(folder.At("kb")));
    }

    [Fact]
    public void A_link_to_a_folder_elsewhere_is_left_in_place()
    {
        folder.Write("kb/content/a.md");
        Directory.CreateDirectory(folder.At("elsewhere/site"));
        Directory.CreateSymbolicLink(folder.At("kb/out"), "../elsewhere");

        OutputFolder.At(folder.At("kb/out/site"), folder.At("kb")).Publish(SiteOf(("index.html", "new")));

        Assert.Equal("new", File.ReadAllText(folder.At("elsewhere/site/index.html")));
        Assert.Equal("../elsewhere", new DirectoryInfo(folder.At("kb/out")).LinkTarget);
    }

    [Fact]
    public void Links_that_lead_in_a_circle_are_told()
    {
        Directory.CreateSymbolicLink(folder.At("one"), "two");
        Directory.CreateSymbolicLink(folder.At("two"), "one");

        Assert.Throws<WrongUseException>(() => OutputFolder.At(folder.At("one/site"), folder.At("kb")));
    }

    [Fact]
    public void An_empty_folder_is_taken()
    {
        Directory.CreateDirectory(Output);

        Publish(("index.html", "new"));

        Assert.Equal([".heed", "index.html"], FilesIn(Output));
    }

    [Theory]
    [InlineData("thesis.docx")]
    [InlineData("deep/thesis.docx")]
    [InlineData(".git/HEAD")]
    public void A_folder_with_something_of_a_persons_is_never_replaced(string file)
    {
        folder.Write($"_site/{file}", "years of work");

        var wrong = Assert.Throws<WrongUseException>(() => Publish(("index.html", "new")));

        Assert.Contains("did not write", wrong.Message, StringComparison.Ordinal);
        Assert.Equal([file], FilesIn(Output));
    }

    [Theory]
    [InlineData("CNAME")]
    [InlineData("deep/note.txt")]
    [InlineData(".git")]
    public void What_a_person_put_into_a_built_site_is_never_lost(string file)
    {
        Publish(("index.html", "old"), ("deep/page.html", "old"));
        folder.Write($"_site/{file}", "mine");

        var wrong = Assert.Throws<WrongUseException>(() => Publish(("index.html", "new")));

        Assert.Contains(file, wrong.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(folder.At("_site/index.html")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("content")]
    [InlineData("content/site")]
    [InlineData("theme")]
    public void The_knowledge_base_itself_is_never_overwritten(string output)
    {
        using var source = new TemporaryFolder();
        var path = Path.TrimEndingDirectorySeparator(source.At(output));

        Assert.Throws<WrongUseException>(() => OutputFolder.At(path, source));
        Assert.Throws<WrongUseException>(() => OutputFolder.At(Path.GetDirectoryName(source.Path)!, source));
    }

    [Fact]
    public void What_a_killed_run_left_beside_is_removed()
    {
        folder.Write("_site.new-killed/.heed", "# Made by heed\nindex.html\n");
        folder.Write("_site.new-killed/index.html");
        Directory.CreateDirectory(folder.At("_site.new-empty"));

        Publish(("index.html", "new"));

        Assert.Equal(["_site"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void What_stands_beside_and_is_not_ours_is_left_alone()
    {
        folder.Write("_site.new-ideas/plan.txt");
        folder.Write("_site.old-photos/.heed", "# Made by heed\nindex.html\n");
        folder.Write("_site.old-photos/photo.jpg");
        folder.Write("_site.new-working/.heed", "# Made by heed\n");
        using var atWork = new FileStream(folder.At("_site.new-working/.heed"), FileMode.Open, FileAccess.Write, FileShare.None);

        Publish(("index.html", "new"));

        Assert.True(File.Exists(folder.At("_site.new-ideas/plan.txt")));
        Assert.True(File.Exists(folder.At("_site.old-photos/photo.jpg")));
        Assert.True(Directory.Exists(folder.At("_site.new-working")), "another run is at work there");
    }

    [Fact]
    public void A_link_to_a_folder_stays_a_link()
    {
        Directory.CreateDirectory(folder.At("www"));
        Directory.CreateSymbolicLink(Output, folder.At("www"));

        Publish(("index.html", "new"));
        Publish(("index.html", "newer"));

        Assert.NotNull(new DirectoryInfo(Output).LinkTarget);
        Assert.Equal("newer", File.ReadAllText(folder.At("www/index.html")));
    }

    [Fact]
    public async Task A_reader_always_meets_a_whole_site()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux swaps two folders in one step");
        Publish(("index.html", "0"));
        using var done = new CancellationTokenSource();
        var page = folder.At("_site/index.html");
        var reads = 0;
        var reader = Task.Run(
            () =>
            {
                // A page that is missing for a moment would throw here, and fail the test.
                while (!done.IsCancellationRequested)
                {
                    _ = File.ReadAllText(page);
                    Interlocked.Increment(ref reads);
                }
            },
            TestContext.Current.CancellationToken);

        // A busy machine may let the reader wait, so the site is published until it has been read often enough.
        for (var number = 1; number <= 100 || (Volatile.Read(ref reads) < 100 && !reader.IsCompleted); number++)
        {
            Publish(("index.html", $"{number}"));
        }

        await done.CancelAsync();
        await reader;
    }

    private void Publish(params (string Path, string Text)[] files) =>
        OutputFolder.At(Output, folder.At("source")).Publish(SiteOf(files));

    private static Site SiteOf(params (string Path, string Text)[] files) => new(files.Select(file => SiteFile.Of(file.Path, file.Text)));

    private static IEnumerable<string> FilesIn(string path) => Directory
        .EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(file => Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/'))
        .Order(StringComparer.Ordinal);
}

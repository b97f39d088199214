using Heed.Cli;
using Heed.Cli.Disk;
using Heed.Tests.Support;

namespace Heed.Tests.Cli;

public sealed class SourceFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_nearest_folder_upwards_with_settings_is_the_knowledge_base()
    {
        folder.Write("site.config.yml");
        folder.Write("inner/site.config.yml");
        folder.Write("inner/content/events/x.md");

        Assert.Equal(folder.At("inner"), SourceFolder.Find(null, Around("inner/content/events")));
        Assert.Equal(folder.Path, SourceFolder.Find(null, Around("")));
    }

    [Fact]
    public void Without_settings_anywhere_above_the_cure_is_told()
    {
        var wrong = Assert.Throws<WrongUseException>(() => SourceFolder.Find(null, Around("")));

        Assert.Contains("heed new site DIR", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_content_theme_and_settings_are_read()
    {
        string[] read = ["content/a.md", "content/deep/b.md", "site.config.yml", "theme/t.css"];
        string[] unread =
        [
            "README.md", "_site/index.html", "content/.hidden.md", "content/.git/x", "content/a.md~", "theme/node_modules/x/y.js", "contents/c.md",
        ];
        foreach (var path in (string[])[.. read, .. unread])
        {
            folder.Write(path, path);
        }

        var tree = SourceFolder.Read(folder);

        Assert.Equal(read, tree.Files.Select(file => file.Path));
        Assert.Equal("content/deep/b.md", tree.Find("content/deep/b.md")!.Text);
    }

    [Theory]
    [InlineData("desktop.ini")]
    [InlineData("Desktop.ini")]
    [InlineData("Thumbs.db")]
    [InlineData("ehthumbs.db")]
    [InlineData(".DS_Store")]
    [InlineData("._about.md")]
    [InlineData("Icon\r")]
    [InlineData("~$port.docx")]
    [InlineData(".~lock.about.odt#")]
    [InlineData("about.md.orig")]
    [InlineData("about.md.rej")]
    [InlineData("about.md.bak")]
    [InlineData("about.md~")]
    [InlineData("about.md.tmp")]
    [InlineData("#about.md#")]
    [InlineData(".#about.md")]
    [InlineData(".about.md.swp")]
    [InlineData("about.md.swo")]
    [InlineData("report.pdf.crdownload")]
    [InlineData("report.pdf.part")]
    [InlineData("~WRL0001.tmp")]
    [InlineData("__MACOSX/about.md")]
    [InlineData("$RECYCLE.BIN/about.md")]
    [InlineData("System Volume Information/x")]
    public void What_systems_and_editors_leave_is_passed_over_everywhere(string name)
    {
        foreach (var place in (string[])["content", "content/articles", "content/vocabulary", "theme", "theme/assets"])
        {
            folder.Write($"{place}/{name}");
            Assert.False(SourceFolder.IsRead($"{place}/{name}"));
        }

        folder.Write("site.config.yml");

        Assert.Equal(["site.config.yml"], SourceFolder.Read(folder).Files.Select(file => file.Path));
    }

    [Theory]
    [InlineData("about.MD")]
    [InlineData("about.markdown")]
    [InlineData("about.txt")]
    [InlineData("about.md.txt")]
    [InlineData("about.docx")]
    [InlineData("drafts.old/about.md")]
    [InlineData("drafts.bak/about.md")]
    [InlineData("thumbs.md")]
    [InlineData("core.md")]
    public void A_page_with_a_wrong_ending_or_folder_is_read_so_that_it_is_told(string name)
    {
        folder.Write($"content/articles/{name}");

        Assert.Equal([$"content/articles/{name}"], SourceFolder.Read(folder).Files.Select(file => file.Path));
    }

    [Theory]
    [InlineData("content/secret.md", false)]
    [InlineData("content/secrets", true)]
    [InlineData("content", true)]
    [InlineData("site.config.yml", false)]
    public void A_link_that_leads_out_is_refused(string path, bool isFolder)
    {
        using var outside = new TemporaryFolder();
        outside.Write("secret.md", "not for publication");
        folder.Write("theme/t.css");
        Directory.CreateDirectory(Path.GetDirectoryName(folder.At(path))!);
        _ = isFolder
            ? Directory.CreateSymbolicLink(folder.At(path), outside)
            : File.CreateSymbolicLink(folder.At(path), outside.At("secret.md"));

        var wrong = Assert.Throws<WrongUseException>(() => SourceFolder.Read(folder));

        Assert.Contains($"{path} is a link that leads out", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_file_of_the_knowledge_base_is_followed()
    {
        folder.Write("content/a.md", "text");
        File.CreateSymbolicLink(folder.At("content/b.md"), "a.md");

        Assert.Equal("text", SourceFolder.Read(folder).Find("content/b.md")!.Text);
    }

    [Fact]
    public void A_link_to_a_folder_that_it_stands_in_does_not_make_reading_endless()
    {
        folder.Write("content/deep/a.md");
        Directory.CreateSymbolicLink(folder.At("content/deep/again"), folder.At("content"));

        var wrong = Assert.Throws<WrongUseException>(() => SourceFolder.Read(folder));

        Assert.Contains("never end", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_knowledge_base_below_a_linked_folder_is_read()
    {
        folder.Write("real/content/a.md");
        File.CreateSymbolicLink(folder.At("real/content/b.md"), "a.md");
        Directory.CreateSymbolicLink(folder.At("linked"), folder.At("real"));

        Assert.Equal(2, SourceFolder.Read(folder.At("linked")).Files.Count());
    }

    private Surroundings Around(string path) => CliRun.Around(folder.At(path).TrimEnd('/'), TextWriter.Null, TextWriter.Null);
}

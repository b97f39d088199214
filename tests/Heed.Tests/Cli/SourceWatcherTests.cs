using Heed.Cli.Disk;
using Heed.Tests.Support;

namespace Heed.Tests.Cli;

public sealed class SourceWatcherTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SourceWatcherTests()
    {
        folder.Write("kb/site.config.yml", "1");
        folder.Write("kb/content/a.md", "1");
        folder.Write("kb/content/articles/b.md", "1");
        folder.Write("kb/shared/c.md", "1");
        folder.Write("other/content/a.md", "other");
        Directory.CreateSymbolicLink(folder.At("kb/content/linked"), "../shared");
        Directory.CreateSymbolicLink(folder.At("link"), "kb");
    }

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string> Happenings => new()
    {
        { "a page is saved", "content/a.md" },
        { "a page is saved by writing beside and renaming", "content/a.md" },
        { "a page is made", "content/articles/new.md" },
        { "a page is made in a new folder", "content/new/deep/er.md" },
        { "a page is removed", "content/a.md" },
        { "a page is renamed", "content/a.md and 1 more" },
        { "a folder is renamed", "content/articles/b.md and 1 more" },
        { "a folder is removed", "content/articles/b.md" },
        { "the content is replaced", "content/a.md and 2 more" },
        { "the whole folder is replaced", "content/a.md and 3 more" },
        { "a page behind a link is saved", "content/linked/c.md" },
        { "a link leads elsewhere", "content/linked/c.md" },
        { "the settings are saved", "site.config.yml" },
        { "a theme is made", "theme/translations/xx.yml" },
    };

    [Theory]
    [MemberData(nameof(Happenings))]
    public async Task Whatever_happens_to_the_folder_is_seen(string happening, string told)
    {
        foreach (var root in (string[])["kb", "link"])
        {
            using var watched = new SourceWatcherTests();
            var watcher = new SourceWatcher(watched.folder.At(root));

            watched.Do(happening);

            Assert.Equal(told, await Next(watcher));

            // What replaced a folder is watched in its turn.
            watched.folder.Write("kb/content/after.md", "1");
            Assert.Contains("content/after.md", await Next(watcher), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_is_told_and_watched_on()
    {
        var watcher = new SourceWatcher(folder.At("kb"));

        Directory.CreateSymbolicLink(folder.At("kb/content/out"), "../../other");
        Assert.Contains("leads out of the knowledge base", await Next(watcher), StringComparison.Ordinal);

        File.Delete(folder.At("kb/content/out"));
        await Next(watcher);
        folder.Write("kb/content/a.md", "again");
        Assert.Equal("content/a.md", await Next(watcher));
    }

    [Fact]
    public async Task What_is_not_read_is_not_told()
    {
        var watcher = new SourceWatcher(folder.At("kb"));

        folder.Write("kb/.git/HEAD", "1");
        folder.Write("kb/_site/index.html", "1");
        folder.Write("kb/content/.a.md.swp", "1");
        folder.Write("kb/content/a.md~", "1");
        folder.Write("kb/theme/node_modules/x.js", "1");
        await Task.Delay(500, TestContext.Current.CancellationToken);
        folder.Write("kb/content/a.md", "22");

        Assert.Equal("content/a.md", await Next(watcher));
    }

    private void Do(string happening)
    {
        switch (happening)
        {
            case "a page is saved":
                folder.Write("kb/content/a.md", "22");
                break;
            case "a page is saved by writing beside and renaming":
                File.Move(folder.Write("kb/content/.a.md.new", "2"), folder.At("kb/content/a.md"), overwrite: true);
                break;
            case "a page is made":
                folder.Write("kb/content/articles/new.md", "1");
                break;
            case "a page is made in a new folder":
                folder.Write("kb/content/new/deep/er.md", "1");
                break;
            case "a page is removed":
                File.Delete(folder.At("kb/content/a.md"));
                break;
            case "a page is renamed":
                File.Move(folder.At("kb/content/a.md"), folder.At("kb/content/z.md"));
                break;
            case "a folder is renamed":
                Directory.Move(folder.At("kb/content/articles"), folder.At("kb/content/events"));
                break;
            case "a folder is removed":
                Directory.Delete(folder.At("kb/content/articles"), recursive: true);
                break;
            case "the content is replaced":
                Directory.Move(folder.At("kb/content"), folder.At("kb/old"));
                Directory.Move(folder.At("other/content"), folder.At("kb/content"));
                break;
            case "the whole folder is replaced":
                Directory.Move(folder.At("kb"), folder.At("old"));
                Directory.Move(folder.At("other"), folder.At("kb"));
                break;
            case "a page behind a link is saved":
                folder.Write("kb/shared/c.md", "22");
                break;
            case "a link leads elsewhere":
                folder.Write("kb/elsewhere/c.md", "of another length");
                File.Delete(folder.At("kb/content/linked"));
                Directory.CreateSymbolicLink(folder.At("kb/content/linked"), "../elsewhere");
                break;
            case "the settings are saved":
                folder.Write("kb/site.config.yml", "22");
                break;
            case "a theme is made":
                folder.Write("kb/theme/translations/xx.yml", "1");
                break;
            default:
                throw new ArgumentException(happening, nameof(happening));
        }
    }

    private static async Task<string> Next(SourceWatcher watcher)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        await foreach (var changed in watcher.Changes(patience.Token))
        {
            return changed;
        }

        return "";
    }
}

using Heed.Cli.Disk;
using Heed.Tests.Support;

namespace Heed.Tests.Cli;

public sealed class AtomicFileTests
{
    [Fact]
    public void A_file_is_replaced_and_nothing_is_left_beside_it()
    {
        using var folder = new TemporaryFolder();

        AtomicFile.Write(folder.At("content/permalinks.yml"), "old"u8);
        AtomicFile.Write(folder.At("content/permalinks.yml"), "new"u8);

        Assert.Equal("new", File.ReadAllText(folder.At("content/permalinks.yml")));
        Assert.Single(Directory.GetFileSystemEntries(folder.At("content")));
    }

    [Fact]
    public void A_write_that_fails_leaves_nothing_beside()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("permalinks.yml/in-the-way"));

        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(folder.At("permalinks.yml"), "new"u8));

        Assert.Single(Directory.GetFileSystemEntries(folder));
    }
}

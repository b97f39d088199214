using System.Collections.Concurrent;
using System.Collections.Immutable;
using Heed.Cli.Disk;
using Heed.Proof;

namespace Heed.Cli.Verifying;

/// <summary>A published folder on this computer, or an archive that was unpacked.</summary>
internal sealed class FolderCopy(string root) : ICopy
{
    public string Kind => "a folder";

    public bool ShowsAdded => true;

    public bool IsArchive => false;

    public ImmutableArray<string> Problems => [];

    public ImmutableArray<string> Notes => [];

    public async Task<byte[]?> Read(string name, int most, CancellationToken cancelled)
    {
        var file = new FileInfo(Path.Combine(root, name));
        if (!file.Exists || file.LinkTarget is not null)
        {
            return null;
        }

        await using var stream = file.OpenRead();
        return await Limited.Read(stream, most, cancelled);
    }

    public async Task<IReadOnlyCollection<FoundFile>> Find(ReleaseManifest manifest, CancellationToken cancelled)
    {
        var found = new ConcurrentBag<FoundFile>();
        await Parallel.ForEachAsync(Files(new DirectoryInfo(root), ""), cancelled, async (file, token) => found.Add(await Read(file.Path, file.File, token)));
        return found;
    }

    public void Dispose()
    {
        // A folder is not kept open.
    }

    /// <summary>A folder within, in which the site may stand: an unpacked archive, or the knowledge base whose site is meant.</summary>
    public static string? SiteWithin(string root) => Directory.EnumerateDirectories(root)
        .Order(StringComparer.Ordinal)
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, ReleaseManifest.Path)));

    private static IEnumerable<(string Path, FileSystemInfo File)> Files(DirectoryInfo folder, string path)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var entryPath = path + entry.Name;
            if (entry is DirectoryInfo inner && entry.LinkTarget is null)
            {
                foreach (var file in Files(inner, entryPath + "/"))
                {
                    yield return file;
                }
            }
            else if (entryPath != OutputFolder.Marker)
            {
                yield return (entryPath, entry);
            }
        }
    }

    private static async Task<FoundFile> Read(string path, FileSystemInfo file, CancellationToken cancelled)
    {
        // What it leads to may be anything, and is not what a host would give.
        if (file.LinkTarget is not null)
        {
            return FoundFile.Unreadable(path, "is a link, which is not followed");
        }

        try
        {
            await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: false);
            return await FoundFile.Read(path, stream, cancelled);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return FoundFile.Unreadable(path, $"cannot be read: {refused.Message}");
        }
    }
}

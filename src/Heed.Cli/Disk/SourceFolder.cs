using Heed.Files;

namespace Heed.Cli.Disk;

/// <summary>A knowledge base on the disk: a folder with <c>site.config.yml</c>, <c>content/</c> and perhaps <c>theme/</c>.</summary>
public static class SourceFolder
{
    /// <summary>The file that makes a folder a knowledge base.</summary>
    public const string Settings = "site.config.yml";

    /// <summary>The folders that are read; what else stands beside them is none of our business.</summary>
    public static readonly string[] Folders = ["content", "theme"];

    /// <summary>Folders that are not read and yet are no place for anything else.</summary>
    private static readonly string[] Own = [".git", SearchMemoryFolder.Name];

    /// <summary>The folder given, or else the nearest one upwards that holds <see cref="Settings"/>.</summary>
    /// <exception cref="WrongUseException">There is none.</exception>
    public static string Find(string? given, Surroundings around)
    {
        if (given is not null)
        {
            var chosen = around.FullPath(given);
            return Directory.Exists(chosen) ? chosen : throw new WrongUseException($"--source: there is no folder {given}.");
        }

        for (var folder = around.WorkingFolder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, Settings)))
            {
                return Path.TrimEndingDirectorySeparator(folder);
            }
        }

        throw new WrongUseException(
            $"no {Settings} here or in a folder above.\n" +
            "  Go to the folder of a knowledge base, name it with --source DIR, or begin one with: heed new site DIR");
    }

    /// <summary>Reads the knowledge base. What systems and editors leave in folders (<see cref="ForeignNames"/>), and <c>theme/node_modules</c>, is not looked at.</summary>
    /// <exception cref="WrongUseException">A link leads out of the folder: what is published must stand in it.</exception>
    public static SourceTree Read(string root)
    {
        var files = new List<SourceFile>();
        foreach (var found in Walk(root).Where(found => !found.IsFolder))
        {
            try
            {
                files.Add(new SourceFile(found.Path, File.ReadAllBytes(found.Real)));
            }
            catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
            {
                // An editor that saves by writing beside and renaming took it away between our listing and our reading.
            }
        }

        return SourceTree.Of(files);
    }

    /// <summary>The files that are read, each with where it really stands when links are followed.</summary>
    /// <exception cref="WrongUseException">A link leads out of the folder.</exception>
    internal static IEnumerable<(string Path, string Real)> Files(string root) => Walk(root).Where(found => !found.IsFolder).Select(found => (found.Path, found.Real));

    /// <summary>Where the folders really stand that belong to the knowledge base, whether they are there or not.</summary>
    /// <exception cref="WrongUseException">A link leads out of the folder.</exception>
    internal static IEnumerable<string> RealFolders(string root) =>
        [.. Folders.Concat(Own).Select(name => RealPath.Of(Path.Combine(root, name))), .. Walk(root).Where(found => found.IsFolder).Select(found => found.Real)];

    /// <summary>Whether a file or folder of this path is read at all.</summary>
    /// <param name="path">From the root of the knowledge base, with <c>/</c>.</param>
    public static bool IsRead(string path) => IsRead(path, isFolder: false);

    private static bool IsRead(string path, bool isFolder)
    {
        var parts = path.Split('/');
        var belongs = path == Settings || Folders.Contains(parts[0], StringComparer.Ordinal);
        return belongs
            && !parts[..^1].Any(ForeignNames.IsFolder)
            && !(isFolder ? ForeignNames.IsFolder(parts[^1]) : ForeignNames.IsFile(parts[^1]))
            && !path.StartsWith("theme/node_modules", StringComparison.Ordinal);
    }

    private static IEnumerable<Found> Walk(string root)
    {
        var realRoot = RealPath.Of(root);
        var settings = new FileInfo(Path.Combine(realRoot, Settings));
        IEnumerable<Found> own = settings.Exists ? [new Found(Settings, Inside(settings, Settings, realRoot), IsFolder: false)] : [];
        return own.Concat(Folders
            .Select(name => (Name: name, Folder: new DirectoryInfo(Path.Combine(realRoot, name))))
            .Where(part => part.Folder.Exists)
            .SelectMany(part => Walk(part.Folder, part.Name, realRoot, [])));
    }

    private static IEnumerable<Found> Walk(DirectoryInfo folder, string path, string realRoot, IReadOnlyCollection<string> above)
    {
        var real = Inside(folder, path, realRoot);
        if (above.Contains(real, StringComparer.Ordinal))
        {
            throw new WrongUseException($"{path} is a link to a folder that it stands in, so that reading would never end. Remove the link.");
        }

        yield return new Found(path, real, IsFolder: true);
        string[] here = [.. above, real];
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var entryPath = $"{path}/{entry.Name}";
            if (!IsRead(entryPath, entry is DirectoryInfo))
            {
                continue;
            }

            if (entry is DirectoryInfo inner)
            {
                foreach (var found in Walk(inner, entryPath, realRoot, here))
                {
                    yield return found;
                }
            }
            else
            {
                yield return new Found(entryPath, Inside(entry, entryPath, realRoot), IsFolder: false);
            }
        }
    }

    /// <summary>The real path of a file or folder; links are followed only as far as they stay in the knowledge base.</summary>
    private static string Inside(FileSystemInfo entry, string path, string realRoot)
    {
        if (entry.LinkTarget is null)
        {
            return entry.FullName;
        }

        var real = RealPath.Of(entry.FullName);
        return RealPath.IsWithin(real, realRoot)
            ? real
            : throw new WrongUseException($"{path} is a link that leads out of the knowledge base, to {real}. Copy what it points to, or remove it.");
    }

    /// <summary>A file or folder of the knowledge base.</summary>
    /// <param name="Path">From its root, with <c>/</c>.</param>
    /// <param name="Real">Where it really stands.</param>
    private readonly record struct Found(string Path, string Real, bool IsFolder);
}

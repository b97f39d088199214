using Heed.Files;

namespace Heed.Cli.Disk;

/// <summary>A knowledge base on the disk: a folder with <c>site.config.yml</c>, <c>content/</c> and perhaps <c>theme/</c>.</summary>
public static class SourceFolder
{
    /// <summary>The file that makes a folder a knowledge base.</summary>
    public const string Settings = "site.config.yml";

    /// <summary>The folders that are read; what else stands beside them is none of our business.</summary>
    public static readonly string[] Folders = ["content", "theme"];

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

    /// <summary>Reads the knowledge base. Names that begin with a dot or end in <c>~</c>, and <c>theme/node_modules</c>, are not looked at.</summary>
    /// <exception cref="WrongUseException">A link leads out of the folder: what is published must stand in it.</exception>
    public static SourceTree Read(string root)
    {
        var realRoot = RealPath(new DirectoryInfo(root));
        var files = new List<SourceFile>();

        var settings = new FileInfo(Path.Combine(root, Settings));
        if (settings.Exists)
        {
            ReadFile(settings, Settings, realRoot, files);
        }

        foreach (var name in Folders)
        {
            var folder = new DirectoryInfo(Path.Combine(root, name));
            if (folder.Exists)
            {
                ReadFolder(folder, name, realRoot, [], files);
            }
        }

        return SourceTree.Of(files);
    }

    /// <summary>Whether a file or folder of this path is read at all.</summary>
    /// <param name="path">From the root of the knowledge base, with <c>/</c>.</param>
    public static bool IsRead(string path)
    {
        var parts = path.Split('/');
        var belongs = path == Settings || Folders.Contains(parts[0], StringComparer.Ordinal);
        return belongs && !parts.Any(IsHidden) && !path.StartsWith("theme/node_modules", StringComparison.Ordinal);
    }

    private static void ReadFolder(
        DirectoryInfo folder, string path, string realRoot, IReadOnlyCollection<string> above, List<SourceFile> files)
    {
        var real = Inside(folder, path, realRoot);
        if (above.Contains(real, StringComparer.Ordinal))
        {
            throw new WrongUseException($"{path} is a link to a folder that it stands in, so that reading would never end. Remove the link.");
        }

        string[] here = [.. above, real];
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var entryPath = $"{path}/{entry.Name}";
            if (!IsRead(entryPath))
            {
                continue;
            }

            if (entry is DirectoryInfo inner)
            {
                ReadFolder(inner, entryPath, realRoot, here, files);
            }
            else
            {
                ReadFile((FileInfo)entry, entryPath, realRoot, files);
            }
        }
    }

    private static void ReadFile(FileInfo file, string path, string realRoot, List<SourceFile> files)
    {
        _ = Inside(file, path, realRoot);
        try
        {
            files.Add(new SourceFile(path, File.ReadAllBytes(file.FullName)));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // An editor that saves by writing beside and renaming took it away between our listing and our reading.
        }
    }

    /// <summary>The real path of a file or folder; links are followed only as far as they stay in the knowledge base.</summary>
    private static string Inside(FileSystemInfo entry, string path, string realRoot)
    {
        if (entry.LinkTarget is null)
        {
            return entry.FullName;
        }

        var real = RealPath(entry);
        return real.StartsWith(realRoot + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? real
            : throw new WrongUseException($"{path} is a link that leads out of the knowledge base, to {real}. Copy what it points to, or remove it.");
    }

    private static string RealPath(FileSystemInfo entry)
    {
        // Only the last part is resolved by the system call; a link further up is resolved by asking for the parent's.
        var target = entry.ResolveLinkTarget(returnFinalTarget: true) ?? entry;
        var parent = Path.GetDirectoryName(target.FullName);
        return parent is null ? target.FullName : Path.Combine(RealPath(new DirectoryInfo(parent)), target.Name);
    }

    private static bool IsHidden(string name) => name.StartsWith('.') || name.EndsWith('~');
}

namespace Heed.Cli.Disk;

/// <summary>Where a path really leads when every link in it, at whatever height, is followed.</summary>
internal static class RealPath
{
    // As many as Linux follows; beyond that links lead in a circle.
    private const int MostLinks = 40;

    // On these systems Content and content are usually one folder.
    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The real path. What is not there yet is taken as it is written, below the real path of what is.</summary>
    /// <exception cref="WrongUseException">The links lead in a circle.</exception>
    public static string Of(string path)
    {
        var root = Path.GetPathRoot(Path.GetFullPath(path))!;
        var real = root;
        var waiting = new Stack<string>(Parts(Path.GetFullPath(path), root));
        var links = 0;
        while (waiting.TryPop(out var part))
        {
            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new WrongUseException($"{path} is a link that leads to itself. Remove it.");
            }

            // A target is written from the folder that the link stands in, and may have links and .. of its own.
            var full = Path.GetFullPath(target, real);
            root = Path.GetPathRoot(full)!;
            real = root;
            foreach (var inner in Parts(full, root))
            {
                waiting.Push(inner);
            }
        }

        return Path.TrimEndingDirectorySeparator(real);
    }

    /// <summary>Whether a path is a folder itself or stands in it, both being real.</summary>
    public static bool IsWithin(string path, string folder) =>
        (path + Path.DirectorySeparatorChar).StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, Comparison);

    /// <summary>The parts below the root, the last one first.</summary>
    private static IEnumerable<string> Parts(string full, string root) =>
        full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse();
}

using System.Runtime.ExceptionServices;
using System.Text;
using Heed.Files;

namespace Heed.Cli.Disk;

/// <summary>A folder that holds a built site and nothing else. It is replaced all at once or not at all.</summary>
/// <remarks>
/// The file <c>.heed</c> in it lists what Heed wrote. A folder without it, or with files that it does not list, holds
/// something of a person's, and is never replaced.
/// </remarks>
public sealed class OutputFolder
{
    /// <summary>The list of what Heed wrote, in the output folder.</summary>
    public const string Marker = ".heed";

    private const string MarkerHead = "# Made by heed build, which replaces this folder as a whole. These are the files that it wrote.\n";

    private readonly string path;

    private OutputFolder(string path) => this.path = path;

    /// <summary>Chooses the folder, and makes sure before any work is done that it may be replaced.</summary>
    /// <exception cref="WrongUseException">It holds something that Heed did not write, or is a part of the knowledge base.</exception>
    public static OutputFolder At(string path, string source)
    {
        if (File.Exists(path))
        {
            throw new WrongUseException($"{path} is a file; the site needs a folder. Choose another with --out.");
        }

        // A link to a folder is left in place: what it leads to is replaced.
        var real = RealPath.Of(path);
        var root = RealPath.Of(source);
        if (RealPath.IsWithin(root, real) || SourceFolder.RealFolders(source).Any(own => RealPath.IsWithin(real, own) || RealPath.IsWithin(own, real)))
        {
            throw new WrongUseException($"{path} is a part of the knowledge base and would be overwritten. Choose another folder with --out.");
        }

        if (Stranger(real) is { } stranger)
        {
            throw new WrongUseException(
                $"{path} holds {stranger}, which Heed did not write, and would be lost. " +
                "Move it away, or choose another folder with --out.");
        }

        return new OutputFolder(real);
    }

    /// <summary>Writes the site beside, then puts it in the place of the last one in a single step.</summary>
    public void Publish(Site site)
    {
        var parent = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(parent);
        RemoveLeftovers(parent);

        var beside = $"{path}.new-{Guid.NewGuid():n}";
        Directory.CreateDirectory(beside);
        try
        {
            using (HoldMarker(beside, site))
            {
                WriteFiles(site, beside);
                PutInPlace(beside);
            }
        }
        finally
        {
            // After the exchange this is the last site; after a failure it is the unfinished one. Neither is needed.
            RemoveOwn(beside);
        }
    }

    private void PutInPlace(string beside)
    {
        if (!Directory.Exists(path))
        {
            Directory.Move(beside, path);
            return;
        }

        if (FolderExchange.TrySwap(beside, path))
        {
            return;
        }

        // Without the exchange there is a moment with no site at all. A failure in it puts the last one back.
        var old = $"{path}.old-{Guid.NewGuid():n}";
        Directory.Move(path, old);
        try
        {
            Directory.Move(beside, path);
        }
        catch
        {
            Directory.Move(old, path);
            throw;
        }

        RemoveOwn(old);
    }

    private static void WriteFiles(Site site, string folder)
    {
        foreach (var inner in site.Files.Select(file => Path.GetDirectoryName(Local(folder, file.Path))!).Distinct(StringComparer.Ordinal))
        {
            Directory.CreateDirectory(inner);
        }

        try
        {
            Parallel.ForEach(site.Files, file =>
            {
                using var handle = File.OpenHandle(Local(folder, file.Path), FileMode.CreateNew, FileAccess.Write, FileShare.None);
                RandomAccess.Write(handle, file.Bytes.Span, 0);
            });
        }
        catch (AggregateException several)
        {
            // A disk that is full says so for each file; once is enough.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    /// <summary>Writes the list first and keeps it locked, by which another run sees that this folder is being worked on.</summary>
    private static FileStream HoldMarker(string folder, Site site)
    {
        var marker = new FileStream(Path.Combine(folder, Marker), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var list = new StringBuilder(MarkerHead);
        foreach (var file in site.Files)
        {
            list.Append(file.Path).Append('\n');
        }

        marker.Write(Encoding.UTF8.GetBytes(list.ToString()));
        marker.Flush();
        return marker;
    }

    /// <summary>Removes what a run that was killed left beside the output.</summary>
    private void RemoveLeftovers(string parent)
    {
        var name = Path.GetFileName(path);
        string[] leftovers = [.. Directory.EnumerateDirectories(parent, $"{name}.new-*"), .. Directory.EnumerateDirectories(parent, $"{name}.old-*")];
        foreach (var leftover in leftovers.Where(IsAbandoned))
        {
            RemoveOwn(leftover);
        }
    }

    private static bool IsAbandoned(string folder)
    {
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return true;
        }

        try
        {
            using var marker = new FileStream(Path.Combine(folder, Marker), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return Stranger(folder, marker) is null;
        }
        catch (IOException)
        {
            // No list: not ours. Locked: another run is at work.
            return false;
        }
    }

    private static void RemoveOwn(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A file or folder that Heed did not write, or null.</summary>
    private static string? Stranger(string folder)
    {
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return null;
        }

        var marker = Path.Combine(folder, Marker);
        if (!File.Exists(marker))
        {
            return Path.GetFileName(Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal).First());
        }

        using var list = File.OpenRead(marker);
        return Stranger(folder, list);
    }

    private static string? Stranger(string folder, Stream list)
    {
        using var reader = new StreamReader(list, Encoding.UTF8, leaveOpen: true);
        var own = reader.ReadToEnd().Split('\n').Append(Marker).ToHashSet(StringComparer.Ordinal);
        return Directory
            .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => !own.Contains(file))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static string Local(string folder, string sitePath) => Path.Combine(folder, sitePath.Replace('/', Path.DirectorySeparatorChar));
}

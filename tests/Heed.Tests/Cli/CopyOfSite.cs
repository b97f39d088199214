using System.IO.Compression;
using Heed.Building;
using Heed.Exporting;
using Heed.Files;
using Heed.Proof;
using Heed.Tests.Exporting;

namespace Heed.Tests.Cli;

/// <summary>The little site as it is published, and copies of it that tests alter.</summary>
internal static class CopyOfSite
{
    /// <summary>The folder in its archive.</summary>
    public const string Folder = "heed-northland/";

    private static readonly Lazy<Publication> Built = new(() => Published.Small(new BuildOptions()));

    /// <summary>The publication.</summary>
    public static Publication Publication => Built.Value;

    /// <summary>The site.</summary>
    public static Site Site => Built.Value.Site;

    /// <summary>The SHA-256 of its manifest.</summary>
    public static string ManifestHash => Sha256.HexOf(Site.Find(ReleaseManifest.Path)!.Bytes.Span);

    /// <summary>Its files by path.</summary>
    public static SortedDictionary<string, byte[]> Files() => new(Site.Files.ToDictionary(file => file.Path, file => file.Bytes.ToArray(), StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Its archive's files by path, below the folder.</summary>
    public static SortedDictionary<string, byte[]> ArchiveFiles() => new(Files(), StringComparer.Ordinal) { [SiteArchive.Readme] = SiteArchive.ReadmeOf(Publication).Bytes.ToArray() };

    /// <summary>Writes the files that differ from what a folder holds, and removes those that are no more.</summary>
    public static void Write(string folder, IReadOnlyDictionary<string, byte[]> before, IReadOnlyDictionary<string, byte[]> files)
    {
        foreach (var gone in before.Keys.Where(path => !files.ContainsKey(path)))
        {
            File.Delete(Path.Combine(folder, gone));
        }

        foreach (var (path, bytes) in files.Where(file => !before.TryGetValue(file.Key, out var old) || old != file.Value))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    /// <summary>Packs entries as any program may.</summary>
    public static byte[] Zip(IEnumerable<KeyValuePair<string, byte[]>> entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The entries of the site's archive.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> Entries(IReadOnlyDictionary<string, byte[]> files) => files.Select(file => KeyValuePair.Create(Folder + file.Key, file.Value));
}

using Heed.Files;

namespace Heed.Exporting;

/// <summary>The whole site as one archive, to be unpacked and opened by double click: from a stick, or out of a chat.</summary>
public static class SiteArchive
{
    /// <summary>The file that says what this is and how to open it.</summary>
    public const string Readme = "README.txt";

    /// <summary>Packs all files of the site below one folder, with <see cref="Readme"/> beside its home page.</summary>
    public static byte[] Pack(Publication publication)
    {
        // One folder, so that two thousand files do not spill over the place where somebody unpacks.
        var folder = FolderOf(publication);
        var files = publication.Site.Files
            .Append(ReadmeOf(publication))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => file with { Path = $"{folder}/{file.Path}" });
        return ZipPacker.Pack(files, publication.Dated);
    }

    /// <summary>The readme alone, which the manifest of the site lists, though only archives have it.</summary>
    public static SiteFile ReadmeOf(Publication publication) => ArchiveReadme.Of(publication, FolderOf(publication));

    private static string FolderOf(Publication publication) => ExportNames.Stem(publication.Config);
}

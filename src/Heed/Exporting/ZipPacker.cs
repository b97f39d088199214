using System.IO.Compression;
using Heed.Files;

namespace Heed.Exporting;

/// <summary>Files as one archive: the same files on the same day give the same bytes.</summary>
internal static class ZipPacker
{
    // The first day that the format can tell; it stands for "not known", as a day must stand there.
    private static readonly DateOnly FirstDay = new(1980, 1, 1);

    // As on a disk that everybody may read: a regular file, rw-r--r--. Else it would depend on the system that packs.
    private const int Attributes = 0x81A4 << 16;

    /// <summary>Packs the files in the order given.</summary>
    /// <param name="files">The files.</param>
    /// <param name="dated">The day that all of them bear.</param>
    /// <param name="stored">The one file that is not compressed, if there is one.</param>
    public static byte[] Pack(IEnumerable<SiteFile> files, DateOnly? dated, string? stored = null)
    {
        var day = dated is { } known && known > FirstDay ? known : FirstDay;
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                var entry = archive.CreateEntry(file.Path, file.Path == stored ? CompressionLevel.NoCompression : CompressionLevel.SmallestSize);
                entry.LastWriteTime = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
                entry.ExternalAttributes = Attributes;
                using var content = entry.Open();
                content.Write(file.Bytes.Span);
            }
        }

        return bytes.ToArray();
    }
}

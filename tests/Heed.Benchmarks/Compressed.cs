using System.IO.Compression;

namespace Heed.Benchmarks;

/// <summary>How many bytes travel: gzip, as GitHub Pages does it.</summary>
internal static class Compressed
{
    public static int Length(ReadOnlySpan<byte> bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return (int)compressed.Length;
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Heed.Proof;

/// <summary>A file of a copy, as it was found.</summary>
/// <param name="Path">From the copy's root, with <c>/</c>.</param>
/// <param name="Sha256">The hash of its bytes; null when they cannot be read.</param>
public sealed record FoundFile(string Path, string? Sha256)
{
    /// <summary>How long a file may be: no file of a site comes near, and a host or an archive could send without end.</summary>
    public const long MostBytes = 1L << 30;

    // Pages are held whole, to look at their feet.
    private const int MostBytesOfPage = 64 << 20;

    /// <summary>The version that the foot of a page names; null when the file names none.</summary>
    public string? Version { get; init; }

    /// <summary>Why it cannot be read, as <c>is a link</c>; null when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>A file that cannot be read.</summary>
    public static FoundFile Unreadable(string path, string problem) => new(path, null) { Problem = problem };

    /// <summary>Reads a file to its end.</summary>
    /// <param name="path">From the copy's root.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancelled">Ends the reading.</param>
    /// <exception cref="IOException">The bytes cannot be read.</exception>
    public static async Task<FoundFile> Read(string path, Stream content, CancellationToken cancelled)
    {
        var isPage = path.EndsWith(".html", StringComparison.Ordinal);
        using var page = new MemoryStream();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        long length = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, cancelled)) > 0)
        {
            length += read;
            if (length > MostBytes)
            {
                return Unreadable(path, "is longer than any file of a site");
            }

            hash.AppendData(buffer, 0, read);
            if (isPage && length <= MostBytesOfPage)
            {
                page.Write(buffer, 0, read);
            }
        }

        return new FoundFile(path, Convert.ToHexStringLower(hash.GetHashAndReset())) { Version = isPage ? VersionIn(page.GetBuffer().AsSpan(0, (int)page.Length)) : null };
    }

    /// <summary>The version at the foot of a page, where the layout marks it; null when it stands nowhere.</summary>
    public static string? VersionIn(ReadOnlySpan<byte> page)
    {
        var mark = "<code data-version>"u8;
        var start = page.LastIndexOf(mark);
        if (start < 0)
        {
            return null;
        }

        // As long as it should be: what somebody else wrote there is not repeated at length.
        var rest = page[(start + mark.Length)..];
        return Encoding.UTF8.GetString(rest[..Math.Min(rest.Length, ContentHash.BriefLength)]);
    }
}

using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace Heed.Files;

/// <summary>One file of the built site: its address from the site's root, and its bytes.</summary>
/// <param name="Path">From the site's root, with <c>/</c>: <c>recommendations/upr-3/139.114.html</c>.</param>
/// <param name="Bytes">What a visitor gets.</param>
public sealed record SiteFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>A text file, in UTF-8 without a byte order mark.</summary>
    public static SiteFile Of(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    /// <summary>How many bytes travel: hosts compress with gzip or better.</summary>
    public int CompressedLength()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Bytes.Span);
        }

        return (int)compressed.Length;
    }

    /// <summary>The bytes as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes.Span);
}

/// <summary>The built site as values, each path once, in ordinal order.</summary>
public sealed class Site
{
    private readonly ImmutableSortedDictionary<string, SiteFile> files;

    /// <summary>A site of the files given.</summary>
    /// <exception cref="ArgumentException">Two files have the same path: a fault of ours, as authors' clashes are found before.</exception>
    public Site(IEnumerable<SiteFile> files)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, SiteFile>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!builder.TryAdd(file.Path, file))
            {
                throw new ArgumentException($"Two files of the site have the path {file.Path}.", nameof(files));
            }
        }

        this.files = builder.ToImmutable();
    }

    /// <summary>All files, by path in ordinal order.</summary>
    public IEnumerable<SiteFile> Files => files.Values;

    /// <summary>How many files there are.</summary>
    public int Count => files.Count;

    /// <summary>The bytes of all files together.</summary>
    public long TotalBytes => files.Values.Sum(file => (long)file.Bytes.Length);

    /// <summary>The file at the path, or null.</summary>
    public SiteFile? Find(string path) => files.GetValueOrDefault(path);

    /// <summary>This site with one file more.</summary>
    /// <exception cref="ArgumentException">There is a file of the path already.</exception>
    public Site With(SiteFile more) => new(files.Values.Append(more));
}

using System.Collections.Immutable;
using System.Text;

namespace Heed.Files;

/// <summary>One file that Heed reads: its path from the knowledge base's root, with <c>/</c>, and its bytes.</summary>
public sealed class SourceFile(string path, ReadOnlyMemory<byte> bytes)
{
    private string? text;

    /// <summary>From the root of the knowledge base, with <c>/</c> between folders: <c>content/reviews/upr-3.md</c>.</summary>
    public string Path { get; } = path;

    /// <summary>The bytes as they stand on the disk.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>The bytes as UTF-8 text, without a byte order mark and with <c>\n</c> alone at the line ends.</summary>
    public string Text => text ??= Decode(Bytes.Span);

    /// <summary>Whether the bytes are valid UTF-8; when not, <see cref="Text"/> holds replacement characters.</summary>
    public bool IsUtf8 => System.Text.Unicode.Utf8.IsValid(Bytes.Span);

    /// <summary>A file made from text, for tests and for the default theme.</summary>
    public static SourceFile Of(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        return Encoding.UTF8.GetString(bytes[start..]).Replace("\r\n", "\n").Replace('\r', '\n');
    }
}

/// <summary>The files of a knowledge base as values: where the disk ends and the library begins.</summary>
public sealed class SourceTree
{
    private readonly ImmutableSortedDictionary<string, SourceFile> files;

    private SourceTree(ImmutableSortedDictionary<string, SourceFile> files) => this.files = files;

    /// <summary>All files, by path in ordinal order.</summary>
    public IEnumerable<SourceFile> Files => files.Values;

    /// <summary>A tree of the files given; a later file of the same path replaces an earlier one.</summary>
    public static SourceTree Of(IEnumerable<SourceFile> files)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, SourceFile>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            builder[file.Path] = file;
        }

        return new SourceTree(builder.ToImmutable());
    }

    /// <summary>The file at the path, or null.</summary>
    public SourceFile? Find(string path) => files.GetValueOrDefault(path);

    /// <summary>The files below a folder (<c>content</c> or <c>content/</c>), in ordinal order.</summary>
    public IEnumerable<SourceFile> Under(string folder)
    {
        var prefix = folder.EndsWith('/') ? folder : folder + "/";
        return files.Values.Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>This tree with the files of another laid over it: where both have a path, the other's file wins.</summary>
    public SourceTree With(IEnumerable<SourceFile> over) => Of(files.Values.Concat(over));
}

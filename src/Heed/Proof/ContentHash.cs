using System.Buffers;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Heed.Files;

namespace Heed.Proof;

/// <summary>What a version of a knowledge base was made of, as one number: a SHA-256 over its source files and the program's version.</summary>
/// <remarks>
/// <para>
/// The text that is hashed is the line <c>heed VERSION</c>, then for each file, ordinal by path, the line
/// <c>HASH␠␠PATH</c> as <c>sha256sum</c> prints it; each line ends in <c>\n</c>, and all is UTF-8. So anybody can work it out again:
/// </para>
/// <code>
/// { echo "heed 0.1.0"
///   find site.config.yml content theme -type f ! -path '*/.*' ! -name '*~' ! -path 'theme/node_modules*' -print0 |
///     LC_ALL=C sort -z | xargs -0 sha256sum; } | sha256sum
/// </code>
/// <para>
/// The files are those that a build reads: <c>site.config.yml</c>, <c>content/</c> with its ledger, and <c>theme/</c>. A file of valid
/// UTF-8 is hashed without a byte order mark and with <c>\n</c> for <c>\r\n</c>, as git on Windows changes both and the site is the same;
/// any other file is hashed as it is.
/// </para>
/// </remarks>
/// <param name="Hex">64 lower-case hexadecimal digits.</param>
public sealed record ContentHash(string Hex)
{
    /// <summary>How many digits <see cref="Brief"/> has.</summary>
    public const int BriefLength = 12;

    /// <summary>The first digits, which the foot of each page names: enough to tell versions apart, too few to prove one.</summary>
    public string Brief => Hex[..BriefLength];

    /// <summary>This program's version without the revision that the compiler adds, <c>0.1.0</c>.</summary>
    /// <remarks>The revision would change with each commit to the content, where that stands in the program's own repository.</remarks>
    public static string ProgramVersion { get; } =
        (typeof(ContentHash).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    /// <summary>The hash of a knowledge base as a version of the program reads it.</summary>
    /// <param name="sources">Its files.</param>
    /// <param name="version">The program's version: <see cref="ProgramVersion"/>, or the one that a manifest names.</param>
    public static ContentHash Of(SourceTree sources, string version) => new(Sha256.HexOf(Encoding.UTF8.GetBytes(CanonicalText(sources, version))));

    /// <summary>The text that is hashed.</summary>
    public static string CanonicalText(SourceTree sources, string version)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"heed {version}\n");
        foreach (var file in sources.Files)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Sha256.HexOf(Canonical(file))}  {file.Path}\n");
        }

        return text.ToString();
    }

    private static ReadOnlySpan<byte> Canonical(SourceFile file)
    {
        var bytes = file.Bytes.Span;
        if (!file.IsUtf8)
        {
            return bytes;
        }

        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        return bytes.IndexOf("\r\n"u8) < 0 ? bytes : WithoutReturns(bytes);
    }

    private static byte[] WithoutReturns(ReadOnlySpan<byte> bytes)
    {
        var kept = new byte[bytes.Length];
        var length = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (!bytes[at..].StartsWith("\r\n"u8))
            {
                kept[length++] = bytes[at];
            }
        }

        return kept[..length];
    }
}

/// <summary>SHA-256 as <c>sha256sum</c> writes it.</summary>
public static class Sha256
{
    /// <summary>How many digits it has.</summary>
    public const int Length = 64;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The hash of the bytes, as 64 lower-case hexadecimal digits.</summary>
    public static string HexOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Whether the text is a hash as <see cref="HexOf"/> gives it.</summary>
    public static bool IsHex(ReadOnlySpan<char> text) => text.Length == Length && text.IndexOfAnyExcept(Digits) < 0;
}

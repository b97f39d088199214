using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Heed.Files;

namespace Heed.Proof;

/// <summary>A file and the SHA-256 of its bytes.</summary>
/// <param name="Path">From the site's root, with <c>/</c>.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record HashedFile(string Path, string Sha256);

/// <summary>The list of what was published: the SHA-256 of every file of the site but the list itself and its signature.</summary>
/// <remarks>
/// As text it is what <c>sha256sum -c SHA256SUMS</c> reads. Lines that begin with <c>#</c> stand before all others, and coreutils pass
/// over them. The first two name the program's version and the <see cref="ContentHash"/>; <c># archive</c>, <c># key</c> and
/// <c># signature</c> may follow; further ones tell a person how to check.
/// </remarks>
/// <param name="Version">The version of Heed that made the site.</param>
/// <param name="ContentHash">What it was made of, in full.</param>
/// <param name="Files">All files, in ordinal order of their paths, each once.</param>
public sealed record ReleaseManifest(string Version, string ContentHash, ImmutableArray<HashedFile> Files)
{
    /// <summary>Where it stands on the site.</summary>
    public const string Path = "SHA256SUMS";

    /// <summary>Longer ones are refused: a site of a hundred thousand pages needs a fifth of it.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>More files are refused.</summary>
    public const int MostFiles = 500_000;

    private const string VersionMark = "# heed ";
    private const string ContentMark = "# content ";
    private const string ArchiveMark = "# archive ";
    private const string KeyMark = "# key ";
    private const string SignatureMark = "# signature ";

    /// <summary>A file that stands beside the others only where the site was given away as one archive; null when none was foreseen.</summary>
    public HashedFile? Archive { get; init; }

    /// <summary>The fingerprint of the key with which releases are signed; null when the settings name none.</summary>
    public string? Key { get; init; }

    /// <summary>The name of the signature that stands beside; null when this release was not signed as it was made.</summary>
    public string? Signature { get; init; }

    /// <summary>The list of a site's files.</summary>
    /// <param name="site">The whole site, without manifest and signature.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="content">What the site was made of.</param>
    public static ReleaseManifest Of(Site site, string version, ContentHash content) => new(
        version,
        content.Hex,
        [.. site.Files.AsParallel().AsOrdered().Select(file => Hashed(file))]);

    /// <summary>A file's line.</summary>
    public static HashedFile Hashed(SiteFile file) => new(file.Path, Proof.Sha256.HexOf(file.Bytes.Span));

    /// <summary>The manifest as a file of the site.</summary>
    public SiteFile ToFile() => SiteFile.Of(Path, ToText());

    /// <summary>The manifest as text: the same manifest gives the same bytes.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');

        Line(VersionMark + Version);
        Line(ContentMark + ContentHash);
        if (Archive is { } archive)
        {
            Line($"{ArchiveMark}{archive.Sha256}  {archive.Path}");
        }

        if (Key is { } key)
        {
            Line(KeyMark + key);
        }

        if (Signature is { } signature)
        {
            Line(SignatureMark + signature);
        }

        foreach (var line in HowToCheck())
        {
            Line("#" + (line.Length > 0 ? " " : "") + line);
        }

        foreach (var file in Files)
        {
            Line($"{file.Sha256}  {file.Path}");
        }

        return text.ToString();
    }

    /// <summary>Reads a manifest, which may come from anybody.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="manifest">What it lists, when it can be trusted to be one.</param>
    /// <param name="problem">Else what is wrong with it, with the line.</param>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ReleaseManifest? manifest, [NotNullWhen(false)] out string? problem)
    {
        manifest = null;
        problem = bytes switch
        {
            { Length: > MostBytes } => "it is longer than the list of any site",
            _ when bytes.StartsWith("\uFEFF"u8) => "it begins with a byte order mark, which an editor put there",
            _ when !System.Text.Unicode.Utf8.IsValid(bytes) => "it is not UTF-8 text",
            _ when bytes.Length > 0 && bytes[^1] != '\n' => "its last line is cut off",
            _ => null,
        };
        if (problem is null)
        {
            var reader = new Reader();
            problem = reader.Read(Encoding.UTF8.GetString(bytes));
            manifest = problem is null ? reader.Manifest : null;
        }

        return problem is null;
    }

    private IEnumerable<string> HowToCheck()
    {
        yield return "";
        yield return "The SHA-256 of every file of this site. To check a copy of the site, in its folder:";
        yield return $"  sha256sum --quiet -c {Path}";
        yield return "Nothing printed: each file is as listed. This also tells what was added, and compares the version at the foot of the pages:";
        yield return "  heed verify FOLDER";
        yield return "This list proves something if it is the one that was published, so compare its own SHA-256 with the one made known elsewhere:";
        yield return $"  sha256sum {Path}";
        if (Key is { } key)
        {
            yield return $"or check who signed it. The key is in {SigningKey.Path}, its fingerprint is {key};";
            yield return "compare that with a place that is not this site.";
            foreach (var line in SigningKey.HowToCheck(SigningKey.IsSshFingerprint(key)))
            {
                yield return "  " + line;
            }
        }

        yield return "";
    }

    /// <summary>Why a path may not stand in a manifest; null when it may.</summary>
    /// <remarks>What leads out of a folder, what a system reads in another way than the next, and what a terminal would obey.</remarks>
    public static string? ProblemOf(ReadOnlySpan<char> path)
    {
        if (path.IsEmpty || path.StartsWith('/') || path.EndsWith('/') || path.Contains("//", StringComparison.Ordinal))
        {
            return "is not a path within the site";
        }

        if (path.IndexOfAny('\\', ':') >= 0 || path.ContainsAnyInRange('\0', '\u001F') || path.ContainsAnyInRange('\u007F', '\u009F'))
        {
            return "holds a character that no path of a site has";
        }

        foreach (var range in path.Split('/'))
        {
            if (path[range] is "." or "..")
            {
                return "leads out of its folder";
            }
        }

        return null;
    }

    private sealed class Reader
    {
        private readonly ImmutableArray<HashedFile>.Builder files = ImmutableArray.CreateBuilder<HashedFile>();
        private string? version;
        private string? content;
        private string? key;
        private string? signature;
        private HashedFile? archive;

        public ReleaseManifest Manifest => new(version!, content!, files.DrainToImmutable()) { Archive = archive, Key = key, Signature = signature };

        /// <summary>What is wrong, or null.</summary>
        public string? Read(string text)
        {
            var number = 0;
            foreach (var range in text.AsSpan().Split('\n'))
            {
                number++;
                var line = text.AsSpan()[range];
                if (range.End.Value == text.Length && line.IsEmpty)
                {
                    break;
                }

                if (Problem(line, number) is { } problem)
                {
                    return string.Create(CultureInfo.InvariantCulture, $"line {number} {problem}");
                }
            }

            return content is null ? "it does not name what the site was made of: its first lines are \"# heed VERSION\" and \"# content HASH\"" : null;
        }

        private string? Problem(ReadOnlySpan<char> line, int number) => number switch
        {
            1 => TakeVersion(line),
            2 => TakeContent(line),
            _ when line.EndsWith('\r') => "ends as on Windows; something changed the line ends",
            _ when line.StartsWith('#') => TakeComment(line),
            _ => TakeFile(line),
        };

        private string? TakeVersion(ReadOnlySpan<char> line)
        {
            version = line.StartsWith(VersionMark) ? line[VersionMark.Length..].ToString() : "";
            return version.Length is > 0 and <= 64 && version.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-')
                ? null
                : "is not \"# heed VERSION\", with which a manifest of Heed begins";
        }

        private string? TakeContent(ReadOnlySpan<char> line)
        {
            content = line.StartsWith(ContentMark) ? line[ContentMark.Length..].ToString() : "";
            return Proof.Sha256.IsHex(content) ? null : "is not \"# content\" with a hash of 64 digits";
        }

        private string? TakeComment(ReadOnlySpan<char> line)
        {
            if (files.Count > 0)
            {
                return "is a comment among the files; Heed writes comments before them";
            }

            if (line.StartsWith(ArchiveMark))
            {
                var problem = Parse(line[ArchiveMark.Length..], out var file);
                archive = file;
                return problem;
            }

            if (line.StartsWith(KeyMark))
            {
                key = line[KeyMark.Length..].ToString();
                return SigningKey.IsFingerprint(key) ? null : "is not \"# key\" with the fingerprint of a key";
            }

            if (line.StartsWith(SignatureMark))
            {
                signature = line[SignatureMark.Length..].ToString();
                return SigningKey.IsSignature(signature) ? null : "is not \"# signature\" with the name of a signature";
            }

            return null;
        }

        private string? TakeFile(ReadOnlySpan<char> line)
        {
            if (files.Count == MostFiles)
            {
                return "is one file more than the list of any site has";
            }

            if (Parse(line, out var file) is { } problem)
            {
                return problem;
            }

            if (file!.Path == ReleaseManifest.Path || SigningKey.IsSignature(file.Path))
            {
                return $"lists {file.Path}, which a manifest cannot list";
            }

            var order = files.Count == 0 ? -1 : string.CompareOrdinal(files[^1].Path, file.Path);
            files.Add(file);
            return order switch
            {
                0 => $"lists {file.Path} a second time",
                > 0 => $"lists {file.Path} out of order",
                _ => null,
            };
        }

        private static string? Parse(ReadOnlySpan<char> line, out HashedFile? file)
        {
            file = null;
            if (line.Length < Proof.Sha256.Length + 3 || !Proof.Sha256.IsHex(line[..Proof.Sha256.Length]) || !line[Proof.Sha256.Length..].StartsWith("  "))
            {
                return "is not a hash of 64 digits, two spaces and a path";
            }

            var path = line[(Proof.Sha256.Length + 2)..];
            if (ProblemOf(path) is { } problem)
            {
                return $"lists a path that {problem}";
            }

            file = new HashedFile(path.ToString(), line[..Proof.Sha256.Length].ToString());
            return null;
        }
    }
}

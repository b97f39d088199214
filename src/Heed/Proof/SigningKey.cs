using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Heed.Files;

namespace Heed.Proof;

/// <summary>The public key with which releases are signed, of OpenSSH or of minisign. Keys are made, kept and used by those programs.</summary>
/// <remarks>
/// Formats: OpenSSH's public keys as in <c>authorized_keys</c> (sshd(8)), its signatures by PROTOCOL.sshsig with the namespace
/// <see cref="Namespace"/>; minisign's by https://jedisct1.github.io/minisign/.
/// </remarks>
public sealed record SigningKey
{
    /// <summary>Where the public key stands on the site.</summary>
    public const string Path = "signing-key.pub";

    /// <summary>The signature that <c>ssh-keygen -Y sign</c> writes beside the manifest.</summary>
    public const string SshSignature = ReleaseManifest.Path + ".sig";

    /// <summary>The signature that <c>minisign -S</c> writes beside the manifest.</summary>
    public const string MinisignSignature = ReleaseManifest.Path + ".minisig";

    /// <summary>What OpenSSH is told that a signature is for, so that one made for something else does not count; and whom it calls the signer.</summary>
    public const string Namespace = "heed";

    private const string MinisignComment = "untrusted comment: ";

    private const int MinisignLength = 42;

    private static readonly ImmutableArray<string> SshTypes =
    [
        "ssh-ed25519",
        "ecdsa-sha2-nistp256",
        "ecdsa-sha2-nistp384",
        "ecdsa-sha2-nistp521",
        "ssh-rsa",
        "sk-ssh-ed25519@openssh.com",
        "sk-ecdsa-sha2-nistp256@openssh.com",
    ];

    private SigningKey(bool isSsh, string line, string fingerprint) => (IsSsh, Line, Fingerprint) = (isSsh, line, fingerprint);

    /// <summary>Whether the key is OpenSSH's; else it is minisign's.</summary>
    public bool IsSsh { get; }

    /// <summary>The key itself without the name of its owner: <c>ssh-ed25519 AAAA…</c> or <c>RW…</c>.</summary>
    public string Line { get; }

    /// <summary>What people compare: <c>SHA256:…</c> as <c>ssh-keygen -l</c> shows it, or minisign's key id of 16 digits.</summary>
    public string Fingerprint { get; }

    /// <summary>The name of a signature made with the key.</summary>
    public string Signature => IsSsh ? SshSignature : MinisignSignature;

    /// <summary>The key as a file of the site, as its program reads it.</summary>
    public SiteFile ToFile() => SiteFile.Of(Path, IsSsh ? Line + "\n" : $"{MinisignComment}minisign public key {Fingerprint}\n{Line}\n");

    /// <summary>Whether a file of the name is a signature of the manifest.</summary>
    public static bool IsSignature(string path) => path is SshSignature or MinisignSignature;

    /// <summary>Whether the text is a fingerprint of either kind.</summary>
    public static bool IsFingerprint(string text) =>
        (text.Length == 16 && text.All(char.IsAsciiHexDigitUpper))
        || (IsSshFingerprint(text) && text.Length == 50 && text[7..].All(character => char.IsAsciiLetterOrDigit(character) || character is '+' or '/'));

    /// <summary>Whether a fingerprint is OpenSSH's.</summary>
    public static bool IsSshFingerprint(string fingerprint) => fingerprint.StartsWith("SHA256:", StringComparison.Ordinal);

    /// <summary>The commands with which anybody checks a signature, in the folder of the site, to which they add nothing.</summary>
    public static ImmutableArray<string> HowToCheck(bool isSsh) => isSsh
        ? [$"echo \"{Namespace} $(cat {Path})\" > ../signers", $"ssh-keygen -Y verify -f ../signers -I {Namespace} -n {Namespace} -s {SshSignature} < {ReleaseManifest.Path}"]
        : [$"minisign -V -p {Path} -m {ReleaseManifest.Path} -x {MinisignSignature}"];

    /// <summary>Reads a public key: the line itself, or the text of the file in which its program keeps it.</summary>
    /// <param name="text">The key; it may come from anybody.</param>
    /// <param name="key">The key.</param>
    /// <param name="problem">Else what is wrong with it, as <c>is …</c>; it never repeats the text, which may be secret.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SigningKey? key, [NotNullWhen(false)] out string? problem)
    {
        key = null;
        problem = null;
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#') && !line.StartsWith(MinisignComment, StringComparison.Ordinal))
            .ToList();
        if (text.Contains("PRIVATE KEY", StringComparison.Ordinal) || lines.Any(IsSecretOfMinisign))
        {
            problem = "is a secret key, which nobody else may see";
            return false;
        }

        if (lines.Count != 1)
        {
            problem = lines.Count == 0 ? "is empty" : "holds more than one line";
            return false;
        }

        key = OfSsh(lines[0]) ?? OfMinisign(lines[0]);
        problem = key is null ? "is neither a public key of OpenSSH nor one of minisign" : null;
        return key is not null;
    }

    private static SigningKey? OfSsh(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || !SshTypes.Contains(parts[0]) || Decoded(parts[1]) is not { } blob)
        {
            return null;
        }

        // The blob names its type again, after the length of the name.
        var type = Encoding.ASCII.GetBytes(parts[0]);
        var names = blob.Length > 4 + type.Length
            && BinaryPrimitives.ReadUInt32BigEndian(blob) == type.Length
            && blob.AsSpan(4).StartsWith(type);
        return names ? new SigningKey(true, $"{parts[0]} {parts[1]}", "SHA256:" + Convert.ToBase64String(SHA256.HashData(blob)).TrimEnd('=')) : null;
    }

    private static SigningKey? OfMinisign(string line)
    {
        // The letters Ed, the key's id with its lowest byte first, and the key.
        if (Decoded(line) is not { Length: MinisignLength } blob || !blob.AsSpan().StartsWith("Ed"u8))
        {
            return null;
        }

        return new SigningKey(false, line, BinaryPrimitives.ReadUInt64LittleEndian(blob.AsSpan(2)).ToString("X16", CultureInfo.InvariantCulture));
    }

    /// <summary>A secret key says after its own letters how its passphrase is stretched, and then how it is summed up: B2.</summary>
    private static bool IsSecretOfMinisign(string line) =>
        Decoded(line) is { Length: > MinisignLength } blob && blob.AsSpan().StartsWith("Ed"u8) && blob.AsSpan(4).StartsWith("B2"u8);

    private static byte[]? Decoded(string text)
    {
        // Blanks, which base64 may hold elsewhere, would make two lines of one key.
        var bytes = new byte[text.Length];
        return text.Length <= 16_384
            && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '+' or '/' or '=')
            && Convert.TryFromBase64String(text, bytes, out var length)
            ? bytes[..length]
            : null;
    }
}

using System.Text;
using Heed.Cli.Signing;
using Heed.Files;
using Heed.Proof;

namespace Heed.Cli.Verifying;

/// <summary>Holds a copy against its manifest, and the manifest against what does not come with the copy.</summary>
/// <param name="around">Where the programs that check signatures are looked for.</param>
internal sealed class CopyVerifier(Surroundings around)
{
    // A signature and a key are a few lines.
    private const int MostBytesOfSignature = 1 << 16;

    /// <summary>The SHA-256 that the manifest should have, from a place that is not the copy; null for none.</summary>
    public string? ExpectedHash { get; init; }

    /// <summary>The key that the person trusts; null for none.</summary>
    public SigningKey? GivenKey { get; init; }

    /// <summary>The knowledge base of which the copy should be, and its name; null for none.</summary>
    public (string Named, SourceTree Files, SigningKey? Key)? Source { get; init; }

    /// <summary>Verifies a copy.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="named">As the person named it.</param>
    public async Task<CopyReport> Verify(ICopy copy, string named, CancellationToken cancelled)
    {
        var report = new CopyReport(named, copy.Kind, copy.ShowsAdded) { ExpectedHash = ExpectedHash };
        if (await copy.Read(ReleaseManifest.Path, ReleaseManifest.MostBytes, cancelled) is not { } bytes)
        {
            return report with { Problems = [.. copy.Problems, $"it holds no {ReleaseManifest.Path}, the list of what was published"] };
        }

        report = report with { ManifestHash = Sha256.HexOf(bytes) };
        if (!ReleaseManifest.TryParse(bytes, out var manifest, out var problem))
        {
            return report with { Problems = [.. copy.Problems, $"its {ReleaseManifest.Path} is not a list as Heed writes it: {problem}"] };
        }

        var found = await copy.Find(manifest, cancelled);
        return report with
        {
            Manifest = manifest,
            Files = Verification.Of(manifest, found, copy.IsArchive),
            Source = Source is { } source ? (source.Named, ContentHash.Of(source.Files, manifest.Version).Hex) : null,
            Signature = await Signature(copy, manifest, bytes, cancelled),
            Problems = copy.Problems,
            Notes = copy.Notes,
        };
    }

    private async Task<SignatureReport> Signature(ICopy copy, ReleaseManifest manifest, byte[] bytes, CancellationToken cancelled)
    {
        var (key, trust, noKey) = GivenKey is not null ? (GivenKey, KeyTrust.Given, "")
            : Source?.Key is { } own ? (own, KeyTrust.Settings, "")
            : await PublishedKey(copy, cancelled);
        SignatureReport Report(SignatureState state, string told = "") => new(state, key, trust, told);

        var ssh = await copy.Read(SigningKey.SshSignature, MostBytesOfSignature, cancelled);
        var minisign = await copy.Read(SigningKey.MinisignSignature, MostBytesOfSignature, cancelled);
        if ((key is null ? ssh ?? minisign : key.IsSsh ? ssh : minisign) is not { } signature)
        {
            return (ssh ?? minisign) is not null ? Report(SignatureState.Bad, $"there is a signature, but of {(ssh is null ? "minisign" : "OpenSSH")}, with whose keys this one has nothing to do")
                : manifest.Signature is { } promised ? Report(SignatureState.Bad, $"{promised} is missing, with which this was published")
                : trust == KeyTrust.Given ? Report(SignatureState.Bad, "there is none")
                : SignatureReport.None;
        }

        if (key is null)
        {
            return Report(SignatureState.Bad, $"there is one, but no key to check it by: {noKey}. Name the key with --key");
        }

        if (signature.Length > MostBytesOfSignature)
        {
            return Report(SignatureState.Bad, $"{key.Signature} is longer than any signature");
        }

        if (SignatureProgram.Find(key.IsSsh, around) is not { } program)
        {
            return Report(SignatureState.Unchecked, $"this needs {SignatureProgram.Named(key.IsSsh)}, which was not found");
        }

        var (isGood, told) = program.Verify(key, bytes, signature);
        return isGood ? Report(SignatureState.Good) : Report(SignatureState.Bad, told);
    }

    private static async Task<(SigningKey? Key, KeyTrust Trust, string NoKey)> PublishedKey(ICopy copy, CancellationToken cancelled)
    {
        if (await copy.Read(SigningKey.Path, MostBytesOfSignature, cancelled) is not { } bytes)
        {
            return (null, KeyTrust.Published, $"there is no {SigningKey.Path}");
        }

        return SigningKey.TryParse(Encoding.UTF8.GetString(bytes), out var key, out var problem)
            ? (key, KeyTrust.Published, "")
            : (null, KeyTrust.Published, $"{SigningKey.Path} {problem}");
    }
}

using System.Collections.Immutable;
using Heed.Proof;

namespace Heed.Cli.Verifying;

/// <summary>What verifying a copy gave.</summary>
/// <param name="Named">The copy as the person named it.</param>
/// <param name="Kind">What it is, in words.</param>
/// <param name="ShowsAdded">Whether files that were added could be seen.</param>
internal sealed record CopyReport(string Named, string Kind, bool ShowsAdded)
{
    /// <summary>The SHA-256 of the manifest itself; null when there is none.</summary>
    public string? ManifestHash { get; init; }

    /// <summary>The one that it should have, when the person said so.</summary>
    public string? ExpectedHash { get; init; }

    /// <summary>The manifest; null when there is none or it cannot be one.</summary>
    public ReleaseManifest? Manifest { get; init; }

    /// <summary>The files held against it.</summary>
    public Verification? Files { get; init; }

    /// <summary>The knowledge base that the person named, and its content hash as the version of Heed that made the copy reads it.</summary>
    public (string Named, string ContentHash)? Source { get; init; }

    /// <summary>What the signature says.</summary>
    public SignatureReport Signature { get; init; } = SignatureReport.None;

    /// <summary>What is wrong with the copy as a whole.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>What a person should know of how it was looked at.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Whether the manifest is the one that the person expects; true when nothing is expected.</summary>
    public bool IsManifestExpected => ExpectedHash is null || ExpectedHash == ManifestHash;

    /// <summary>Whether the content hash is the knowledge base's; true when none was named.</summary>
    public bool IsOfSource => Source is not { } source || source.ContentHash == Manifest?.ContentHash;

    /// <summary>Whether something is not as it was published.</summary>
    public bool Differs => !Problems.IsEmpty || Files is not { IsWell: true } || !IsManifestExpected || !IsOfSource || Signature.State == SignatureState.Bad;

    /// <summary>Whether something that does not come with the copy says that its manifest is the right one.</summary>
    public bool IsProven => !Differs && (ExpectedHash is not null || Signature is { State: SignatureState.Good, Trust: KeyTrust.Given or KeyTrust.Settings });

    /// <summary>The exit status.</summary>
    public int Status => Differs ? ExitStatus.ContentNeedsMending : Signature.State == SignatureState.Unchecked ? ExitStatus.WrongUse : ExitStatus.Well;
}

/// <summary>What came of a signature.</summary>
internal enum SignatureState
{
    /// <summary>There is none, and none was promised.</summary>
    None,

    /// <summary>It is one of the manifest, by the key.</summary>
    Good,

    /// <summary>It is not, or one that was promised is not there.</summary>
    Bad,

    /// <summary>The program that checks it is not installed.</summary>
    Unchecked,
}

/// <summary>Where the key came from, by which the signature was checked.</summary>
internal enum KeyTrust
{
    /// <summary>The person named it.</summary>
    Given,

    /// <summary>The settings of the knowledge base that the person named.</summary>
    Settings,

    /// <summary>It came with the copy: whoever altered the copy could have put another there.</summary>
    Published,
}

/// <summary>What the signature says.</summary>
/// <param name="State">Whether it is good.</param>
/// <param name="Key">The key; null when there was none to check with.</param>
/// <param name="Trust">Where the key came from.</param>
/// <param name="Told">Why it is not good.</param>
internal sealed record SignatureReport(SignatureState State, SigningKey? Key, KeyTrust Trust, string Told)
{
    /// <summary>No signature.</summary>
    public static readonly SignatureReport None = new(SignatureState.None, null, KeyTrust.Published, "");
}

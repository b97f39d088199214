using System.Collections.Immutable;
using Heed.Proof;

namespace Heed.Cli.Verifying;

/// <summary>A copy of a published site that is to be verified: a folder, an archive, or one that a host serves.</summary>
internal interface ICopy : IDisposable
{
    /// <summary>What it is, in words: <c>a folder</c>.</summary>
    string Kind { get; }

    /// <summary>Whether files that the manifest does not list can be seen.</summary>
    bool ShowsAdded { get; }

    /// <summary>Whether it is an archive, in which a readme stands beside the site's own files.</summary>
    bool IsArchive { get; }

    /// <summary>What is wrong with it as a whole, whatever its files say; complete when <see cref="Find"/> has ended.</summary>
    ImmutableArray<string> Problems { get; }

    /// <summary>What a person should know of how it was looked at; complete when <see cref="Find"/> has ended.</summary>
    ImmutableArray<string> Notes { get; }

    /// <summary>A file of the site's root, such as the manifest; null when it is not there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="most">Reading ends one byte behind this length, so that whoever reads sees that it is too long.</param>
    Task<byte[]?> Read(string name, int most, CancellationToken cancelled);

    /// <summary>Every file that can be seen, hashed.</summary>
    Task<IReadOnlyCollection<FoundFile>> Find(ReleaseManifest manifest, CancellationToken cancelled);
}

using System.Collections.Immutable;

namespace Heed.Proof;

/// <summary>A file that is not as it was published.</summary>
/// <param name="Path">From the copy's root.</param>
/// <param name="Why">What is known beyond that; empty when nothing is.</param>
public sealed record Difference(string Path, string Why);

/// <summary>What a copy of a site is, held against its manifest.</summary>
/// <param name="Listed">How many files the manifest lists.</param>
/// <param name="Altered">Files whose bytes are others.</param>
/// <param name="Missing">Files that are listed and not there.</param>
/// <param name="Added">Files that are there and not listed.</param>
/// <param name="OtherVersion">Pages that are as listed, and at whose foot stands another version than the manifest's content hash gives: then the manifest is not theirs.</param>
/// <param name="Pages">How many pages name the version of the manifest.</param>
public sealed record Verification(
    int Listed,
    ImmutableArray<Difference> Altered,
    ImmutableArray<Difference> Missing,
    ImmutableArray<Difference> Added,
    ImmutableArray<Difference> OtherVersion,
    int Pages)
{
    /// <summary>Whether nothing differs.</summary>
    public bool IsWell => Altered.IsEmpty && Missing.IsEmpty && Added.IsEmpty && OtherVersion.IsEmpty;

    /// <summary>Compares what was found with what is listed.</summary>
    /// <param name="manifest">The manifest of the copy.</param>
    /// <param name="found">Every file of the copy, or of a served one every listed file that is there. The manifest and its signature are passed over.</param>
    /// <param name="isArchive">Whether the file that only archives have must be there, too; elsewhere it may be, as when one was unpacked.</param>
    public static Verification Of(ReleaseManifest manifest, IEnumerable<FoundFile> found, bool isArchive)
    {
        var version = new ContentHash(manifest.ContentHash).Brief;
        var listed = manifest.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        if (manifest.Archive is { } readme)
        {
            listed.TryAdd(readme.Path, readme);
        }

        var (altered, added, otherVersion) = (new List<Difference>(), new List<Difference>(), new List<Difference>());
        var pages = 0;
        foreach (var file in found.Where(file => !IsApart(file.Path, manifest)))
        {
            if (!listed.Remove(file.Path, out var line))
            {
                added.Add(new Difference(file.Path, file.Problem ?? ""));
            }
            else if (file.Sha256 != line.Sha256)
            {
                altered.Add(new Difference(file.Path, file.Problem ?? (file.Version is { } named && named != version ? $"its foot names the version {named}" : "")));
            }
            else if (file.Version is { } named && named != version)
            {
                otherVersion.Add(new Difference(file.Path, named));
            }
            else
            {
                pages += file.Version is null ? 0 : 1;
            }
        }

        return new Verification(
            manifest.Files.Length,
            Sorted(altered),
            Sorted(listed.Keys.Where(path => isArchive || path != manifest.Archive?.Path).Select(path => new Difference(path, ""))),
            Sorted(added),
            Sorted(otherVersion),
            pages);
    }

    /// <summary>The manifest, and the signature that it names; where it names none, one that was made later.</summary>
    private static bool IsApart(string path, ReleaseManifest manifest) =>
        path == ReleaseManifest.Path || (SigningKey.IsSignature(path) && (manifest.Signature is null || manifest.Signature == path));

    private static ImmutableArray<Difference> Sorted(IEnumerable<Difference> differences) => [.. differences.OrderBy(difference => difference.Path, StringComparer.Ordinal)];
}

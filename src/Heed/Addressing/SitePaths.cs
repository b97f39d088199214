using System.Collections.Immutable;

namespace Heed.Addressing;

/// <summary>Where pages stand: those of the original's language at the root of the site, those of each other language in a folder of its own.</summary>
/// <param name="Original">The language in which originals are written.</param>
/// <param name="Languages">All languages of the site.</param>
public sealed record SitePaths(string Original, ImmutableArray<string> Languages)
{
    /// <summary>The path of a page from the site's root.</summary>
    /// <param name="address">Its address from the root of its language, perhaps with a place on it after <c>#</c>.</param>
    /// <param name="language">The language.</param>
    public string Of(string address, string language) => language == Original ? address : $"{language}/{address}";

    /// <summary>The address of a path from the root of its language, and that language.</summary>
    public (string Address, string Language) Cut(string path) =>
        path.IndexOf('/') is var slash and > 0 && path[..slash] is var folder && folder != Original && Languages.Contains(folder)
            ? (path[(slash + 1)..], folder)
            : (path, Original);
}

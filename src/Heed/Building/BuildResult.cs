using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Exporting;
using Heed.Files;

namespace Heed.Building;

/// <summary>What came of a build: a site or none, and everything that there is to say.</summary>
/// <param name="Site">The site; null when a diagnostic is an error, as nothing half-built is published.</param>
/// <param name="Diagnostics">Sorted by place.</param>
/// <param name="Summary">Counts for the closing lines.</param>
/// <param name="Ledger">The new text of <c>content/permalinks.yml</c> when <see cref="BuildOptions.Publish"/> was asked and something is new; else null.</param>
public sealed record BuildResult(Site? Site, ImmutableArray<Diagnostic> Diagnostics, BuildSummary Summary, SourceFile? Ledger)
{
    /// <summary>What exporters need; null when there is no site.</summary>
    public Publication? Publication { get; init; }

    /// <summary>Whether there is a site.</summary>
    public bool Succeeded => Site is not null;
}

/// <summary>What the program prints at the end of a build.</summary>
/// <param name="Pages">HTML pages by kind (<c>recommendation</c>, <c>list</c>, …), in ordinal order.</param>
/// <param name="Languages">HTML pages by language code.</param>
/// <param name="Translations">For each language but the original's, how much of the content is translated.</param>
/// <param name="Notes">Lines of coverage and the like, ready to print.</param>
public sealed record BuildSummary(
    ImmutableSortedDictionary<string, int> Pages,
    ImmutableSortedDictionary<string, int> Languages,
    ImmutableArray<TranslationTotals> Translations,
    ImmutableArray<string> Notes)
{
    /// <summary>What the site was made of (<see cref="Proof.ContentHash"/>), in full; empty in a preview.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>The SHA-256 of the manifest itself, which is to be made known elsewhere; empty in a preview.</summary>
    public string ManifestHash { get; init; } = "";

    /// <summary>How many addresses, of pages and of places on them, are not in the ledger yet.</summary>
    public int NewAddresses { get; init; }

    /// <summary>Nothing counted.</summary>
    public static readonly BuildSummary Empty = new(
        ImmutableSortedDictionary<string, int>.Empty, ImmutableSortedDictionary<string, int>.Empty, [], []);
}

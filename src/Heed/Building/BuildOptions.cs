using System.Collections.Immutable;
using Heed.Model;
using Heed.Search;

namespace Heed.Building;

/// <summary>What a build is told from outside; the library has no clock, disk or environment of its own.</summary>
public sealed record BuildOptions
{
    /// <summary>The address where the site will stand, as <see cref="Heed.Configuration.BaseAddress"/> writes it; overrides <c>base_url</c> of the settings.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Whether pages marked as drafts are built.</summary>
    public bool Drafts { get; init; }

    /// <summary>
    /// The day of publication: for new entries of the ledger, and for the notice on pages whose evidence is due to be looked at
    /// again. Nothing else of the site depends on it.
    /// </summary>
    public DateOnly Today { get; init; }

    /// <summary>The day that exported files bear, such as that of <c>SOURCE_DATE_EPOCH</c>; null for the last change to the content.</summary>
    public DateOnly? Dated { get; init; }

    /// <summary>Whether new addresses are entered in the ledger (<c>build --publish</c>).</summary>
    public bool Publish { get; init; }

    /// <summary>When each source file last changed according to the version history, by path; empty when there is none.</summary>
    public IReadOnlyDictionary<string, DateOnly> LastChanged { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>How levels of evaluations changed in the version history after their pages were published, by path; empty when there is none.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<LevelChange>> LevelChanges { get; init; } = new Dictionary<string, ImmutableArray<LevelChange>>();

    /// <summary>Whether this is only to be looked at: its pages name no version, and no manifest is made.</summary>
    public bool Preview { get; init; }

    /// <summary>Whether the manifest will be signed with the key of the settings; it then says so, that nobody can take the signature away unseen.</summary>
    public bool Sign { get; init; }

    /// <summary>What search remembers between builds: the stems of languages for which no stemmer is compiled.</summary>
    public SearchMemory SearchMemory { get; init; } = SearchMemory.None;

    /// <summary>Told the name of each stage as it begins, for a progress display.</summary>
    public Action<string>? Progress { get; init; }
}

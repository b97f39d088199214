using Heed.Linking;
using Heed.Search;

namespace Heed.Rendering;

/// <summary>What rendering is told from outside.</summary>
public sealed record RenderOptions
{
    /// <summary>When each source file last changed according to the version history, by path; empty when there is none.</summary>
    public IReadOnlyDictionary<string, DateOnly> LastChanged { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>The day of publication, for what is due to be looked at again.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The content hash of this version in its short form, twelve hexadecimal digits; empty when nobody has worked it out, as in a preview.</summary>
    public string Version { get; init; } = "";

    /// <summary>What was published, and when; null when nobody has read it.</summary>
    public PermalinkLedger? Ledger { get; init; }

    /// <summary>The anchors of paragraphs, and what became of those that were.</summary>
    public SiteAnchors Anchors { get; init; } = SiteAnchors.None;

    /// <summary>The scripts of search, whose names the search page tells; taken from the theme when nobody has put them together yet.</summary>
    public ThemeScripts? SearchScripts { get; init; }
}

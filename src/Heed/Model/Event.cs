using System.Collections.Immutable;

namespace Heed.Model;

/// <summary>Where a fact stands: an entry, or one statement of a finding.</summary>
/// <param name="Part">The statement's id after <c>#</c>; null for the whole entry.</param>
public sealed record PartReference(Reference Entry, string? Part);

/// <summary>A dated happening for the timeline.</summary>
public sealed record Event : Entry
{
    /// <inheritdoc/>
    public override EntryKind Kind => EntryKind.Event;

    public required Period Date { get; init; }

    /// <summary>Where the facts stand.</summary>
    public ImmutableArray<PartReference> From { get; init; } = [];
}

/// <summary>Prose: about, method, how to cite, how to search.</summary>
public sealed record Article : Entry
{
    /// <inheritdoc/>
    public override EntryKind Kind => EntryKind.Article;

    /// <summary>One or two sentences, for lists.</summary>
    public required string Summary { get; init; }

    /// <summary>Whether it explains how to use the site, so that search shows it after all else.</summary>
    public bool IsHelp { get; init; }
}

/// <summary>What somebody asks the next review to recommend, and what became of it.</summary>
public sealed record Proposal : Entry
{
    /// <inheritdoc/>
    public override EntryKind Kind => EntryKind.Proposal;

    /// <summary>The assessor's key.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>The review that it looks to.</summary>
    public required Reference Review { get; init; }

    public required PartialDate Date { get; init; }

    /// <summary>The recommendations that took it up.</summary>
    public required Answer<ImmutableArray<Reference>> Became { get; init; }
}

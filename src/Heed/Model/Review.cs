using System.Collections.Immutable;
using Heed.Diagnostics;

namespace Heed.Model;

/// <summary>A document of a review.</summary>
public sealed record ReviewDocument(DocumentSymbol Symbol, string Title);

/// <summary>A number, a range or unknown, with what it rests on.</summary>
/// <param name="Least">The least that it may be; null when unknown.</param>
/// <param name="Most">The most; equal to <paramref name="Least"/> for a number.</param>
/// <param name="IsDerived">Whether Heed worked it out instead of reading it.</param>
public sealed record Total(int? Least, int? Most, string Basis, bool IsDerived, Place Place)
{
    /// <summary>Whether no number is known.</summary>
    public bool IsUnknown => Least is null;
}

/// <summary>What an assessor has announced but is not at hand. It is no evaluation and in no count.</summary>
public sealed record AwaitedAssessment(string Assessor, string Note);

/// <summary>Something that the State undertook before the Council.</summary>
public sealed record Undertaking(string Id, string Text, ImmutableArray<string> Themes, Confidence Confidence, ImmutableArray<Citation> Sources, Place Place);

/// <summary>One cycle of the Universal Periodic Review of one State.</summary>
public sealed record Review : Entry
{
    /// <inheritdoc/>
    public override EntryKind Kind => EntryKind.Review;

    /// <summary>The cycle, from 1.</summary>
    public required int Cycle { get; init; }

    /// <summary>The session of the Working Group.</summary>
    public required int Session { get; init; }

    public required PartialDate Reviewed { get; init; }

    public required PartialDate Adopted { get; init; }

    public string? AdoptedNote { get; init; }

    public ImmutableArray<ReviewDocument> Documents { get; init; } = [];

    public required Total Received { get; init; }

    public required Total Supported { get; init; }

    public required Total Noted { get; init; }

    public Total? Delegations { get; init; }

    public Total? RecommendingStates { get; init; }

    public string? OtherCounts { get; init; }

    public string? CoverageNote { get; init; }

    public ImmutableArray<AwaitedAssessment> AwaitedAssessments { get; init; } = [];

    public ImmutableArray<Undertaking> Undertakings { get; init; } = [];
}

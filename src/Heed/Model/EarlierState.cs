using System.Collections.Immutable;
using Heed.Diagnostics;

namespace Heed.Model;

/// <summary>What an evaluation's page said before, until the day on which it was changed. It is never taken away.</summary>
/// <param name="Until">The day of the change, whole.</param>
/// <param name="Place">Where it is written.</param>
public sealed record EarlierState(PartialDate Until, Place Place)
{
    /// <summary>The day since when the page said so; null when it is that of the change before, or of first publication.</summary>
    public PartialDate? Since { get; init; }

    /// <summary>The scale on which <see cref="Level"/> stands.</summary>
    public required string Scale { get; init; }

    /// <summary>The level that the page told.</summary>
    public required string Level { get; init; }

    /// <summary>The level in law alone.</summary>
    public string? LawLevel { get; init; }

    /// <summary>The level in practice alone.</summary>
    public string? PracticeLevel { get; init; }

    /// <summary>What the page gave as the basis, when that changed too: one paragraph of Markdown.</summary>
    public string? Basis { get; init; }

    /// <summary>Why it was changed, as a clause: one paragraph of Markdown.</summary>
    public required string Why { get; init; }

    /// <summary>What the change rests on.</summary>
    public ImmutableArray<Citation> Sources { get; init; } = [];

    /// <summary>Its place on the page of the evaluation: <c>state-2025-05-03</c>.</summary>
    public string Id => $"state-{Until}";
}

/// <summary>A change of an evaluation's level that the version history has, made after the page was published.</summary>
/// <param name="Day">The day of the commit.</param>
/// <param name="From">The level before.</param>
/// <param name="To">The level after.</param>
public sealed record LevelChange(DateOnly Day, string From, string To);

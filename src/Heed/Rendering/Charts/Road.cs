using System.Collections.Immutable;

namespace Heed.Rendering.Charts;

/// <summary>A stop of the road: a recommendation in its cycle.</summary>
/// <param name="Key">What steps name it by.</param>
/// <param name="Column">The place of its cycle, from 0.</param>
/// <param name="Address">Where it leads, relative to the page; null for the recommendation of the page itself.</param>
/// <param name="Name">Its number, or that it has none.</param>
/// <param name="Full">Its whole title, for those who point at it or hear it.</param>
/// <param name="Lang">The language of the title, when it is not the page's own.</param>
/// <param name="Position">The State's answer: its key tells the shape.</param>
public sealed record RoadStop(string Key, int Column, string? Address, string Name, string Full, string? Lang, PositionView Position);

/// <summary>That a stop asks again what an earlier one asked.</summary>
public sealed record RoadStep(string Earlier, string Later);

/// <summary>The way of one demand through the cycles, every word of it given.</summary>
public sealed record Road
{
    /// <summary>Unique on its page; the beginning of the ids within the picture.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The road in a few sentences, for those who do not see it.</summary>
    public required string Description { get; init; }

    /// <summary>The cycles, with their years.</summary>
    public required ImmutableArray<(string Name, string Year)> Columns { get; init; }

    public required ImmutableArray<RoadStop> Stops { get; init; }

    public required ImmutableArray<RoadStep> Steps { get; init; }

    /// <summary>What the ring around a stop means: this page.</summary>
    public required string HereWord { get; init; }
}

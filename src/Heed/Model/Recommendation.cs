using System.Collections.Immutable;

namespace Heed.Model;

/// <summary>What the State under review answered. The UN says <em>noted</em> for not accepted.</summary>
public enum Position
{
    Supported,
    Noted,
    Unknown,
}

/// <summary>Who says what the State's position is.</summary>
public enum PositionTeller
{
    /// <summary>The State itself, or the UN report that records its words.</summary>
    State,

    /// <summary>OHCHR's thematic list.</summary>
    OhchrList,

    /// <summary>Somebody else.</summary>
    ThirdParty,
}

/// <summary>A position as one source tells it.</summary>
public sealed record StatedPosition(Position Position, PositionTeller By, string? ReportedBy, string? Detail, ImmutableArray<Citation> Sources, string? Note);

/// <summary>Whether a record is one recommendation or several that a source describes together.</summary>
/// <param name="Kind">Which of the four.</param>
/// <param name="Number">The number for <see cref="DescribesKind.Several"/> and <see cref="DescribesKind.AtLeast"/>.</param>
public sealed record Describes(DescribesKind Kind, int Number)
{
    /// <summary>A single recommendation.</summary>
    public static readonly Describes One = new(DescribesKind.One, 1);

    /// <summary>Whether it is a group, which is never counted as one.</summary>
    public bool IsGroup => Kind != DescribesKind.One;
}

/// <summary>How many recommendations a record stands for.</summary>
public enum DescribesKind
{
    One,
    Several,
    AtLeast,
    NotStated,
}

/// <summary>An author's judgement that two entries belong together, with the clause that says why.</summary>
public sealed record JudgedLink(Reference Entry, string Why);

/// <summary>One recommendation of the Universal Periodic Review, or a group described together.</summary>
public sealed record Recommendation : Entry
{
    /// <inheritdoc/>
    public override EntryKind Kind => EntryKind.Recommendation;

    /// <summary>The review, <c>reviews/upr-3</c>.</summary>
    public required Reference Review { get; init; }

    /// <summary>The symbol of the Working Group's report.</summary>
    public required Answer<DocumentSymbol> Document { get; init; }

    /// <summary>The number in that report.</summary>
    public required Answer<ParagraphNumber> Paragraph { get; init; }

    /// <summary>The States that made it, as ISO 3166-1 alpha-3 keys.</summary>
    public required Answer<ImmutableArray<string>> RecommendingStates { get; init; }

    /// <summary>The States' names as the document prints them, in the same order; empty when nothing was noted.</summary>
    public ImmutableArray<string> StatesAsPrinted { get; init; } = [];

    /// <summary>One recommendation or a group.</summary>
    public required Describes Describes { get; init; }

    /// <summary>Whether the body is the official wording; else it is a paraphrase.</summary>
    public required bool IsOfficialWording { get; init; }

    /// <summary>The State's position, as each source tells it.</summary>
    public required ImmutableArray<StatedPosition> Positions { get; init; }

    /// <summary>Groups of persons that it concerns, as keys.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Targets of the Sustainable Development Goals, <c>16.10</c>.</summary>
    public ImmutableArray<string> SdgTargets { get; init; } = [];

    /// <summary>Whether it concerns defenders and civil society.</summary>
    public bool IsPriority { get; init; }

    /// <summary>Recommendations of earlier cycles that ask the same.</summary>
    public ImmutableArray<JudgedLink> Repeats { get; init; } = [];

    /// <summary>The position to list and count it by: what the State says, else OHCHR's list, else a third party; unknown last.</summary>
    public Position Position => Positions
        .OrderBy(position => position.Position == Position.Unknown)
        .ThenBy(position => position.By)
        .Select(position => position.Position)
        .FirstOrDefault(Position.Unknown);
}

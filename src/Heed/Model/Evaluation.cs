using System.Collections.Immutable;

namespace Heed.Model;

/// <summary>What an evaluation is about, when it is about one text.</summary>
public enum EvaluationSubject
{
    NotSaid,
    AdoptedLaw,
    DraftLaw,
    Bill,
}

/// <summary>What one assessor, or two together, said at one time of whether something was carried out. Never merged or overwritten.</summary>
public sealed record Evaluation : Entry
{
    /// <inheritdoc/>
    public override EntryKind Kind => EntryKind.Evaluation;

    /// <summary>The review whose follow-up it concerns; null when the source does not let one say.</summary>
    public Reference? Review { get; init; }

    /// <summary>The recommendations that it judges by name.</summary>
    public ImmutableArray<Reference> Recommendations { get; init; } = [];

    /// <summary>Who assessed, as keys.</summary>
    public required ImmutableArray<string> Assessors { get; init; }

    /// <summary>Through whom it is known, when not from the assessor.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>The key of the scale on which <see cref="Level"/> stands.</summary>
    public required string Scale { get; init; }

    /// <summary>The level.</summary>
    public required string Level { get; init; }

    /// <summary>Whether the assessor used a scale of its own.</summary>
    public required bool IsGraded { get; init; }

    /// <summary>Whether Heed mapped the assessor's words to the level; else the assessor gave it.</summary>
    public required bool IsMappedByHeed { get; init; }

    /// <summary>The key of the assessor's own scale.</summary>
    public string? OriginalScale { get; init; }

    /// <summary>The assessor's own grade; unknown when given and not visible.</summary>
    public Answer<string> OriginalGrade { get; init; }

    /// <summary>Another defensible level.</summary>
    public string? AlternativeLevel { get; init; }

    /// <summary>Why that one would be defensible too.</summary>
    public string? AlternativeWhy { get; init; }

    /// <summary>The level in law alone.</summary>
    public string? LawLevel { get; init; }

    /// <summary>The level in practice alone.</summary>
    public string? PracticeLevel { get; init; }

    /// <summary>Whether it was made before the review: the starting point, never counted.</summary>
    public required bool IsBaseline { get; init; }

    /// <summary>The text that it is about.</summary>
    public EvaluationSubject Subject { get; init; }

    /// <summary>The date, or period, of its evidence.</summary>
    public required Period EvidenceDate { get; init; }

    /// <summary>By when to look again, where the page says it itself.</summary>
    public PartialDate? ReviewDue { get; init; }

    /// <summary>What the page said before, newest first.</summary>
    public ImmutableArray<EarlierState> History { get; init; } = [];

    /// <summary>The scale and level that the page told after an earlier state of it.</summary>
    public (string Scale, string Level) After(EarlierState state) =>
        History.IndexOf(state) is > 0 and var index ? (History[index - 1].Scale, History[index - 1].Level) : (Scale, Level);

    /// <summary>Whether it counts in figures and charts: an assessment of practice or adopted law after the review.</summary>
    public bool IsCounted => !IsBaseline && Subject is not (EvaluationSubject.DraftLaw or EvaluationSubject.Bill);
}

using System.Collections.Immutable;
using Heed.Diagnostics;

namespace Heed.Model;

/// <summary>A figure with its unit.</summary>
/// <param name="Value">As text with a decimal point, so that it stays what the source says.</param>
/// <param name="Unit"><c>persons</c>, <c>recommendations received</c>.</param>
/// <param name="Qualifier"><c>about</c>, <c>at least</c>.</param>
/// <param name="Label">Whose figure, or of what.</param>
public sealed record Figure(string Value, string Unit, string? Qualifier, string? Label);

/// <summary>One dated, sourced statement.</summary>
public sealed record Statement(
    string Id,
    string Text,
    Period Period,
    ImmutableArray<Figure> Figures,
    string AssertedBy,
    string AssertedByKind,
    Confidence Confidence,
    ImmutableArray<Citation> Sources,
    string? Note,
    Place Place);

/// <summary>One value of a conflict between sources.</summary>
public sealed record ConflictValue(string Value, PartialDate? AsOf, ImmutableArray<Citation> Sources, string? Note);

/// <summary>Where sources differ: all their values, and how Heed advises to write it.</summary>
public sealed record Conflict(string Id, string About, ImmutableArray<ConflictValue> Values, string Advice, Place Place);

/// <summary>What happened on one topic: statements with who asserts them, and where sources differ.</summary>
public sealed record Finding : Entry
{
    /// <inheritdoc/>
    public override EntryKind Kind => EntryKind.Finding;

    public required ImmutableArray<Statement> Statements { get; init; }

    public ImmutableArray<Conflict> Conflicts { get; init; } = [];

    /// <summary>By when to look again, where the page says it itself.</summary>
    public PartialDate? ReviewDue { get; init; }
}

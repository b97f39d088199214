using System.Collections.Immutable;
using Heed.Diagnostics;

namespace Heed.Model;

/// <summary>What a translation says otherwise than its original. Facts are written once, in the original.</summary>
/// <param name="Language">The language, <c>ru</c>.</param>
/// <param name="Place">Its file.</param>
/// <param name="MachineAssisted">Whether a machine made the first version.</param>
/// <param name="Reviewed">Whether a person who knows both languages has looked at it.</param>
public sealed record Translation(string Language, Place Place, bool MachineAssisted, bool Reviewed)
{
    /// <summary>The <see cref="TranslatableText.Hash"/> that the original had when it was translated; null when the file does not say.</summary>
    public string? OriginalHash { get; init; }

    /// <summary>Where that is written, or the file.</summary>
    public Place OriginalHashPlace { get; init; }

    /// <summary>Whether the words of the original have changed since it was translated.</summary>
    public bool IsOutdated { get; init; }

    public string? Title { get; init; }

    public string? Summary { get; init; }

    public string? Note { get; init; }

    /// <summary>Facts that are told in words, by the key that they have in the original: see <see cref="TranslatableText.FactNames"/>.</summary>
    public ImmutableSortedDictionary<string, string> Facts { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Grounds found by a decision, in the order of the original; as many, or none.</summary>
    public ImmutableArray<string> GroundsFound { get; init; } = [];

    public string Markdown { get; init; } = "";

    public int MarkdownLine { get; init; }

    /// <summary>Texts of statements, conflicts, undertakings, positions and repeated recommendations, by their id.</summary>
    public ImmutableSortedDictionary<string, TranslatedPart> Parts { get; init; } = ImmutableSortedDictionary.Create<string, TranslatedPart>(StringComparer.Ordinal);
}

/// <summary>The translated words of one part of an entry. What is null stands in the original's language.</summary>
/// <param name="Id">A statement's, conflict's or undertaking's id; a position's place in the list, from <c>1</c>; the id of a recommendation that is repeated.</param>
public sealed record TranslatedPart(string Id, Place Place)
{
    public string? Text { get; init; }

    public string? Note { get; init; }

    public string? About { get; init; }

    public string? Advice { get; init; }

    public string? AssertedBy { get; init; }

    public string? ReportedBy { get; init; }

    public string? Detail { get; init; }

    public string? Why { get; init; }

    /// <summary>Of a statement: its figures in the order of the original; as many, or none.</summary>
    public ImmutableArray<TranslatedFigure> Figures { get; init; } = [];

    /// <summary>Of a conflict: its values in the order of the original; as many, or none.</summary>
    public ImmutableArray<TranslatedValue> Values { get; init; } = [];
}

/// <summary>The translated words of a figure.</summary>
public sealed record TranslatedFigure(string? Value, string? Unit, string? Qualifier, string? Label);

/// <summary>The translated words of what one source says, where sources differ.</summary>
public sealed record TranslatedValue(string? Value, string? Note);

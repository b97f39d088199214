using System.Collections.Immutable;

namespace Heed.Model;

/// <summary>An article of a treaty, with its paragraph where the source gives one.</summary>
/// <param name="Treaty">The treaty's key, <c>ICCPR</c>.</param>
/// <param name="Number"><c>14</c>.</param>
/// <param name="Paragraph"><c>3 (d)</c>.</param>
public sealed record TreatyArticle(string Treaty, string Number, string? Paragraph);

/// <summary>A list of articles beside the text as printed.</summary>
/// <param name="IsPartial">Whether the source's own list is marked as not the whole.</param>
public sealed record ArticleList(string Printed, ImmutableArray<TreatyArticle> Articles, bool IsPartial);

/// <summary>Recommendations that a decision bears on, an author's judgement with one clause for all of them.</summary>
public sealed record Bearing(ImmutableArray<Reference> Recommendations, string Why);

/// <summary>What a treaty body or special procedure decided, said or asked: Views, an opinion, concluding observations, a letter.</summary>
public sealed record Decision : Entry
{
    /// <inheritdoc/>
    public override EntryKind Kind => EntryKind.Decision;

    /// <summary>The body's key.</summary>
    public required string Body { get; init; }

    /// <summary>The person who held the mandate.</summary>
    public string? MandateHolder { get; init; }

    /// <summary>With whom it was issued.</summary>
    public string? JointlyWith { get; init; }

    /// <summary>The form's key.</summary>
    public required string Form { get; init; }

    public required Answer<ImmutableArray<DocumentSymbol>> Symbols { get; init; }

    /// <summary>Numbers of the communications answered, <c>2137/2012</c>.</summary>
    public Answer<ImmutableArray<string>> Communications { get; init; }

    public Answer<string> OpinionNumber { get; init; }

    /// <summary>Who complained, named only as the UN document names them.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    public string? AuthorProfile { get; init; }

    public string? RepresentedBy { get; init; }

    /// <summary>When it was adopted or, for a letter, sent.</summary>
    public required PartialDate Adopted { get; init; }

    public string? AdoptedNote { get; init; }

    /// <summary>The date printed on the document; null when it has none to print.</summary>
    public PartialDate? DocumentDate { get; init; }

    /// <summary>Of a visit report: when the visit took place.</summary>
    public Period? Visit { get; init; }

    public required string Subject { get; init; }

    /// <summary>Which paragraphs of the document were summarised.</summary>
    public string? Paragraphs { get; init; }

    /// <summary>What the author claimed. It is no finding.</summary>
    public Answer<ArticleList> ArticlesInvoked { get; init; }

    /// <summary>What was found violated, only as a source states it.</summary>
    public Answer<ArticleList> ArticlesViolated { get; init; }

    /// <summary>The outcome's key.</summary>
    public Answer<string> Outcome { get; init; }

    public Confidence? OutcomeConfidence { get; init; }

    public ImmutableArray<string> GroundsFound { get; init; } = [];

    public Answer<string> Remedies { get; init; }

    public Answer<string> Measures { get; init; }

    public Answer<string> FollowUpGrade { get; init; }

    public Answer<string> StateReply { get; init; }

    /// <summary>The recommendations that it bears on, and why.</summary>
    public ImmutableArray<Bearing> BearsOn { get; init; } = [];
}

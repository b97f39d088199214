using System.Collections.Immutable;
using Heed.Rendering.Citing;
using Heed.Theming;

namespace Heed.Rendering.Entries;

/// <summary>The head of an entry's page.</summary>
/// <param name="Kind">What kind of entry it is, in words.</param>
/// <param name="Context">Where it belongs: its review or body.</param>
/// <param name="Title">The page's heading.</param>
/// <param name="Citation">How the United Nations cite it: document and paragraph, or symbols.</param>
/// <param name="Badges">Short marks, such as that the record describes a group.</param>
/// <param name="Notice">What to know about the language of the page, if anything.</param>
[Template("parts/entry-header")]
public sealed record EntryHeaderView(
    string Kind,
    LinkView? Context,
    Wording Title,
    Wording? Citation,
    ImmutableArray<BadgeView> Badges,
    TranslationNoticeView? Notice)
{
    /// <summary>That the evidence is due to be looked at again, if it is.</summary>
    public string? Overdue { get; init; }
}

/// <summary>A short mark.</summary>
/// <param name="Key">What it says, as a word of the style sheet: <c>group</c>, <c>baseline</c>.</param>
/// <param name="Text">What it says.</param>
[Template("parts/badge")]
public sealed record BadgeView(string Key, string Text);

/// <summary>Facts, each with its name.</summary>
/// <param name="Facts">The facts, in order.</param>
[Template("parts/facts")]
public sealed record FactsView(ImmutableArray<FactView> Facts);

/// <summary>A fact with its name.</summary>
/// <param name="Name">What it tells.</param>
/// <param name="Values">One or several values, each to be shown with <c>part</c>.</param>
public sealed record FactView(string Name, ImmutableArray<object> Values);

/// <summary>An evaluation, as pages show it that it concerns.</summary>
/// <param name="Link">The evaluation's own page.</param>
/// <param name="Assessors">Who assessed.</param>
/// <param name="ReportedBy">Through whom it is known, when not from the assessor.</param>
/// <param name="Date">The date or period of the evidence.</param>
/// <param name="Level">The level.</param>
/// <param name="Law">The level in law alone.</param>
/// <param name="Practice">The level in practice alone.</param>
/// <param name="Scale">The scale on which the level stands.</param>
/// <param name="IsMappedByHeed">Whether Heed mapped the assessor's words to the level; else the assessor gave it.</param>
/// <param name="OriginalGrade">The assessor's own grade, when there is one.</param>
/// <param name="Alternative">Another defensible reading.</param>
/// <param name="Badges">What keeps it out of the counts: made before the review, about a draft.</param>
/// <param name="Basis">The first paragraph of what it rests on, in our words.</param>
/// <param name="Theme">The theme through which it reaches the page, when it is not by name.</param>
/// <param name="IsBroaderTheme">Whether that theme is broader than the recommendation's own.</param>
[Template("parts/evaluation-card")]
public sealed record EvaluationCardView(
    LinkView Link,
    ImmutableArray<AssessorView> Assessors,
    Wording? ReportedBy,
    DateView Date,
    LevelView Level,
    LevelView? Law,
    LevelView? Practice,
    Wording Scale,
    bool IsMappedByHeed,
    OriginalGradeView? OriginalGrade,
    AlternativeView? Alternative,
    ImmutableArray<BadgeView> Badges,
    ProseView Basis,
    LinkView? Theme,
    bool IsBroaderTheme);

/// <summary>Who assessed.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">The kind of assessor.</param>
[Template("parts/assessor")]
public sealed record AssessorView(Wording Name, Wording? Kind);

/// <summary>A grade that an assessor gave on a scale of its own.</summary>
/// <param name="Grade">The grade; nothing when it was given and could not be seen.</param>
/// <param name="Scale">The assessor's scale, when it is known.</param>
[Template("parts/original-grade")]
public sealed record OriginalGradeView(Wording? Grade, Wording? Scale);

/// <summary>Another defensible reading of what an assessor said.</summary>
/// <param name="Level">The other level.</param>
/// <param name="Why">Why it would be defensible too.</param>
[Template("parts/alternative")]
public sealed record AlternativeView(LevelView Level, ProseView? Why);

/// <summary>A place in a source.</summary>
/// <param name="Symbol">The UN document's symbol, when the source is one.</param>
/// <param name="SymbolLink">The page of this site that tells of the document, if there is one.</param>
/// <param name="Where">The place within it: a paragraph or page.</param>
/// <param name="Title">The source's title.</param>
/// <param name="Link">The issuer's own address, when one is known.</param>
/// <param name="Copy">The address of the copy that was read, when it was not the issuer's own.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Date">When it was published.</param>
/// <param name="Language">The language that was read, when it is not the original's of this site.</param>
/// <param name="Read">How much of it was read.</param>
/// <param name="Notes">What else there is to say.</param>
[Template("parts/source")]
public sealed record SourceView(
    string? Symbol,
    LinkView? SymbolLink,
    Wording? Where,
    Wording Title,
    ExternalLinkView? Link,
    ExternalLinkView? Copy,
    Wording? Publisher,
    Wording? Date,
    string? Language,
    Wording? Read,
    ImmutableArray<ProseView> Notes);

/// <summary>An entry that is linked by somebody's judgement.</summary>
/// <param name="Link">The entry.</param>
/// <param name="Detail">What it is in a few words: its date, form or position.</param>
/// <param name="Why">Why they belong together.</param>
[Template("parts/related")]
public sealed record RelatedView(LinkView Link, ImmutableArray<object> Detail, ProseView? Why);

/// <summary>Ways to take a page along that ask nobody else: on paper, by its address, by mail, as a code on paper.</summary>
/// <param name="Address">The address that will keep working.</param>
/// <param name="Mail">A link that opens a new mail with the title and the address in it.</param>
/// <param name="Code">The address as a QR code.</param>
[Template("parts/take-along")]
public sealed record TakeAlongView(string Address, string Mail, QrCodeView Code);

/// <summary>"On this page": the sections of an entry's page, when there are at least three.</summary>
/// <param name="Links">To each section, by its heading.</param>
[Template("parts/contents")]
public sealed record ContentsView(ImmutableArray<LinkView> Links);

/// <summary>The end of an entry's page.</summary>
/// <param name="Backlinks">Pages that refer to this one, by the kind of relation.</param>
/// <param name="Sources">What the entry rests on.</param>
/// <param name="Note">A remark.</param>
/// <param name="Confidence">How sure the record is.</param>
/// <param name="ConfidenceMeaning">What that means.</param>
/// <param name="Permalink">The address that will keep working.</param>
/// <param name="TakeAlong">Ways to take the page along.</param>
/// <param name="Changed">When the record last changed.</param>
/// <param name="Previous">The entry before this one.</param>
/// <param name="Next">The entry after this one.</param>
[Template("parts/entry-footer")]
public sealed record EntryFooterView(
    ImmutableArray<LinkGroupView> Backlinks,
    ImmutableArray<SourceView> Sources,
    ProseView? Note,
    string? Confidence,
    string? ConfidenceMeaning,
    string Permalink,
    TakeAlongView TakeAlong,
    DateView? Changed,
    LinkView? Previous,
    LinkView? Next)
{
    /// <summary>How the page is cited.</summary>
    public required CiteView Cite { get; init; }

    /// <summary>Published places that the page does not have any more, and what became of each.</summary>
    public ImmutableArray<FormerPlaceView> Former { get; init; } = [];

    /// <summary>When the page was first published.</summary>
    public DateView? FirstPublished { get; init; }
}

/// <summary>A published place that the page does not have any more.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Target">Where it stands now, if anywhere.</param>
/// <param name="IsInOriginal">Whether only the original has it, as the translation is cut otherwise.</param>
/// <param name="Gone">Since when it is gone.</param>
/// <param name="Title">What stood there.</param>
/// <param name="Why">Why it moved or is gone.</param>
[Template("parts/former-place")]
public sealed record FormerPlaceView(string Id, LinkView? Target, bool IsInOriginal, DateView? Gone, Wording? Title, Wording? Why);

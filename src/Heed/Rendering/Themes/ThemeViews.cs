using System.Collections.Immutable;
using Heed.Rendering.Lists;
using Heed.Text;
using Heed.Theming;

namespace Heed.Rendering.Themes;

/// <summary>One line of the summary that opens a briefing.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="Words">The counts, in words, each a line of its own.</param>
public sealed record BriefLineView(string Name, ImmutableArray<string> Words);

/// <summary>A recommendation of a briefing.</summary>
/// <param name="Link">Its number, or its title where the number is not known.</param>
/// <param name="Group">How many it describes when it is a group, in words; else null.</param>
/// <param name="States">The recommending States; null when they are not known.</param>
/// <param name="Position">The State's answer.</param>
/// <param name="Text">The text.</param>
public sealed record AskedView(LinkView Link, string? Group, string? States, PositionView Position, Wording Text);

/// <summary>The recommendations of one cycle in a briefing.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Heading">The review.</param>
/// <param name="Summary">How many there are.</param>
/// <param name="Asked">Single ones by number, then groups.</param>
public sealed record AskedInCycleView(string Id, LinkView Heading, string Summary, ImmutableArray<AskedView> Asked);

/// <summary>A link with a number.</summary>
/// <param name="Link">Where it leads.</param>
/// <param name="Count">How many; 0 where it is not counted.</param>
public sealed record CountedLinkView(LinkView Link, int Count);

/// <summary>What the State answered in one cycle. Only single recommendations are counted.</summary>
/// <param name="Name">The review, linked; null for all cycles together.</param>
/// <param name="Supported">How many were supported.</param>
/// <param name="Noted">How many were noted.</param>
/// <param name="Unknown">Of how many the answer is not known.</param>
/// <param name="All">How many there are.</param>
/// <param name="Groups">How many groups there are beside them.</param>
public sealed record AnswersView(LinkView? Name, int Supported, int Noted, int Unknown, int All, int Groups);

/// <summary>An evaluation as a small card beside others.</summary>
/// <param name="Link">The evaluation's own page.</param>
/// <param name="Assessors">Who assessed.</param>
/// <param name="Level">The level, where the card does not stand under it.</param>
/// <param name="Date">The date or period of the evidence.</param>
/// <param name="Law">The level in law alone.</param>
/// <param name="Practice">The level in practice alone.</param>
/// <param name="Badges">What sets it apart, in words.</param>
/// <param name="Basis">The first paragraph of what it rests on, in our words.</param>
/// <param name="IsMappedByHeed">Whether Heed mapped the assessor's words to the level; else the assessor gave it.</param>
/// <param name="Scale">The scale on which the level stands.</param>
/// <param name="ReportedBy">Through whom it is known, when not from the assessor.</param>
[Template("parts/side-card")]
public sealed record SideCardView(
    LinkView Link,
    ImmutableArray<Entries.AssessorView> Assessors,
    LevelView? Level,
    DateView Date,
    LevelView? Law,
    LevelView? Practice,
    ImmutableArray<string> Badges,
    ProseView Basis,
    bool IsMappedByHeed,
    Wording Scale,
    Wording? ReportedBy);

/// <summary>The assessors who give one level, beside those who give another.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Level">The level.</param>
/// <param name="Count">How many evaluations, in words.</param>
/// <param name="Cards">One card for each evaluation, the newest evidence first.</param>
public sealed record SideView(string Id, LevelView Level, string Count, ImmutableArray<SideCardView> Cards);

/// <summary>An assessment of recommendations of the theme that was announced and is not at hand.</summary>
/// <param name="Awaited">Who and how it stands.</param>
/// <param name="Words">Of which review and how many recommendations.</param>
public sealed record AwaitedHereView(Entries.AwaitedView Awaited, string Words);

/// <summary>One thing that is not known.</summary>
/// <param name="Name">What is not known.</param>
/// <param name="Count">Of how many records, in words.</param>
/// <param name="Links">The records; empty where it is all of them.</param>
public sealed record UnknownView(string Name, string Count, ImmutableArray<LinkView> Links);

/// <summary>What is asked of the State about one theme: a briefing.</summary>
[Template("theme")]
public sealed record ThemeView
{
    /// <summary>The words that open the heading: "What is asked of … about".</summary>
    public required string Question { get; init; }

    /// <summary>The theme, which ends the heading.</summary>
    public required Wording Name { get; init; }

    /// <summary>What the theme means.</summary>
    public Wording? Lead { get; init; }

    /// <summary>Whether narrower themes are within the page.</summary>
    public required string Scope { get; init; }

    /// <summary>Broader and narrower themes, each line with a name.</summary>
    public required ImmutableArray<RelatedListsView> Related { get; init; }

    /// <summary>The counts that open the page.</summary>
    public required ImmutableArray<BriefLineView> Brief { get; init; }

    /// <summary>"On this page".</summary>
    public required ImmutableArray<LinkView> Contents { get; init; }

    /// <summary>How many recommendations and how they are sorted; also that there are none.</summary>
    public required string Asked { get; init; }

    /// <summary>The same in the table of all recommendations; null when there are none.</summary>
    public LinkView? Table { get; init; }

    /// <summary>The recommendations, the newest cycle first.</summary>
    public required ImmutableArray<AskedInCycleView> Cycles { get; init; }

    /// <summary>How many States.</summary>
    public required string StatesSummary { get; init; }

    /// <summary>States with how many single recommendations they made.</summary>
    public required ImmutableArray<CountedLinkView> States { get; init; }

    /// <summary>States that are named only in groups, which are not counted.</summary>
    public required ImmutableArray<LinkView> GroupStates { get; init; }

    /// <summary>The State's answers by cycle.</summary>
    public required ImmutableArray<AnswersView> Answers { get; init; }

    /// <summary>The answers of all cycles together, where there are several; else null.</summary>
    public AnswersView? AllAnswers { get; init; }

    /// <summary>How far apart the assessors are, in a sentence.</summary>
    public required string Spread { get; init; }

    /// <summary>The chart of the counted evaluations; null when there are fewer than two.</summary>
    public Html? Levels { get; init; }

    /// <summary>Counted evaluations side by side, by level from better to worse.</summary>
    public required ImmutableArray<SideView> Sides { get; init; }

    /// <summary>Evaluations of the theme that are not counted.</summary>
    public required ImmutableArray<SideCardView> Apart { get; init; }

    /// <summary>Evaluations of a recommendation of the theme by name.</summary>
    public required ImmutableArray<SideCardView> ByName { get; init; }

    /// <summary>Decisions that name the theme.</summary>
    public required ListSectionView Decisions { get; init; }

    /// <summary>Decisions that are linked to a recommendation of the theme; null when there are none.</summary>
    public ListSectionView? LinkedDecisions { get; init; }

    /// <summary>Findings on the theme.</summary>
    public required ListSectionView Findings { get; init; }

    /// <summary>Events on the theme.</summary>
    public required ListSectionView Events { get; init; }

    /// <summary>Assessments that were announced and are not at hand.</summary>
    public required ImmutableArray<AwaitedHereView> Awaited { get; init; }

    /// <summary>What is not known of the recommendations.</summary>
    public required ImmutableArray<UnknownView> Unknown { get; init; }

    /// <summary>What stands there when nothing is unknown.</summary>
    public required string NothingUnknown { get; init; }

    /// <summary>What is at hand of each review, on all themes.</summary>
    public required ImmutableArray<string> Coverage { get; init; }
}

using System.Collections.Immutable;
using Heed.Text;
using Heed.Theming;

namespace Heed.Rendering.Lists;

/// <summary>The head of a page that is no entry.</summary>
/// <param name="Title">The page's one first heading.</param>
/// <param name="TitleLang">The language of the title when it is not the page's own.</param>
/// <param name="Lead">One sentence on it.</param>
/// <param name="LeadLang">The language of the sentence when it is not the page's own.</param>
[Template("parts/page-header")]
public sealed record PageHeaderView(string Title, string? TitleLang, string? Lead, string? LeadLang = null);

/// <summary>One entry in a list.</summary>
[Template("parts/list-item")]
public sealed record ListItemView
{
    /// <summary>The link to the entry.</summary>
    public required LinkView Link { get; init; }

    /// <summary>Its text or summary, or null.</summary>
    public string? Text { get; init; }

    /// <summary>The language of the text when it is not the page's, else null.</summary>
    public string? TextLang { get; init; }

    /// <summary>The State's position, of a recommendation.</summary>
    public PositionView? Position { get; init; }

    /// <summary>The level, of an evaluation.</summary>
    public LevelView? Level { get; init; }

    /// <summary>Words set apart: that it is a group, a baseline, about a draft.</summary>
    public ImmutableArray<string> Badges { get; init; } = [];

    /// <summary>Dates, symbols, numbers.</summary>
    public ImmutableArray<string> Details { get; init; } = [];
}

/// <summary>A stretch of a list under a heading of its own.</summary>
public sealed record ListSectionView
{
    /// <summary>The anchor.</summary>
    public required string Id { get; init; }

    /// <summary>The heading; null where the list has only one stretch.</summary>
    public string? Heading { get; init; }

    /// <summary>How many there are and how they are sorted; also that there are none.</summary>
    public required string Summary { get; init; }

    /// <summary>The entries.</summary>
    public required ImmutableArray<ListItemView> Items { get; init; }
}

/// <summary>A list of entries.</summary>
[Template("entry-list")]
public sealed record EntryListView
{
    /// <summary>The head.</summary>
    public required PageHeaderView Header { get; init; }

    /// <summary>Remarks on how to read it.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Broader and narrower lists, each line with a name.</summary>
    public ImmutableArray<RelatedListsView> Related { get; init; } = [];

    /// <summary>The entries, in one stretch or several.</summary>
    public required ImmutableArray<ListSectionView> Sections { get; init; }
}

/// <summary>Lists that belong with a list.</summary>
/// <param name="Words">What they are to it.</param>
/// <param name="Links">The lists.</param>
public sealed record RelatedListsView(string Words, ImmutableArray<LinkView> Links);

/// <summary>One line of a list of lists.</summary>
/// <param name="Link">To the list.</param>
/// <param name="Count">What it holds, in words.</param>
/// <param name="Level">The level that it is of, where it is of one.</param>
/// <param name="Narrower">Lists within it.</param>
public sealed record IndexItemView(LinkView Link, string Count, LevelView? Level, ImmutableArray<IndexItemView> Narrower);

/// <summary>A stretch of a list of lists.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Heading">The heading; null where there is only one stretch.</param>
/// <param name="Items">The lists.</param>
public sealed record IndexSectionView(string Id, string? Heading, ImmutableArray<IndexItemView> Items);

/// <summary>A list of lists: themes, States, levels, groups of persons, bodies, articles of treaties.</summary>
[Template("index-list")]
public sealed record IndexListView
{
    /// <summary>The head.</summary>
    public required PageHeaderView Header { get; init; }

    /// <summary>How many lists there are and how they are sorted.</summary>
    public required string Summary { get; init; }

    /// <summary>Other ways to the same, each line with a name.</summary>
    public ImmutableArray<RelatedListsView> Related { get; init; } = [];

    /// <summary>A chart beneath the lists; null when there is none.</summary>
    public Html? Chart { get; init; }

    /// <summary>The lists.</summary>
    public required ImmutableArray<IndexSectionView> Sections { get; init; }
}

/// <summary>One choice of a filter.</summary>
/// <param name="Key">The key that rows carry.</param>
/// <param name="Words">What a visitor reads.</param>
/// <param name="Count">How many records have it: <c>12 + 3</c> for single recommendations and groups.</param>
public sealed record ChoiceView(string Key, string Words, string Count);

/// <summary>One filter of the table of recommendations.</summary>
/// <param name="Name">The name of the field and the end of the rows' attribute: <c>theme</c>.</param>
/// <param name="Words">The label.</param>
/// <param name="Choices">What can be chosen besides everything.</param>
public sealed record FilterView(string Name, string Words, ImmutableArray<ChoiceView> Choices);

/// <summary>What a row has of one filter.</summary>
/// <param name="Name">The filter's name.</param>
/// <param name="Keys">The keys, parted by spaces.</param>
public sealed record RowKeysView(string Name, string Keys);

/// <summary>One recommendation, or one group described together, as a row of the table.</summary>
public sealed record RecommendationRowView
{
    /// <summary>The number, or the title where the number is not known, linked to the page.</summary>
    public required LinkView Link { get; init; }

    /// <summary>What the first column is sorted by.</summary>
    public required string Order { get; init; }

    /// <summary>How many it describes when it is a group, in words; else null.</summary>
    public string? Group { get; init; }

    /// <summary>The review's cycle.</summary>
    public required int Cycle { get; init; }

    /// <summary>The recommending States, linked; empty when not known.</summary>
    public required ImmutableArray<LinkView> States { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The language of the text when it is not the page's, else null.</summary>
    public string? TextLang { get; init; }

    /// <summary>The themes, linked.</summary>
    public required ImmutableArray<LinkView> Themes { get; init; }

    /// <summary>The groups of persons, linked.</summary>
    public required ImmutableArray<LinkView> Persons { get; init; }

    /// <summary>The State's position.</summary>
    public required PositionView Position { get; init; }

    /// <summary>Levels in counted evaluations that name the recommendation.</summary>
    public required ImmutableArray<LevelView> NamedLevels { get; init; }

    /// <summary>Levels in counted evaluations of its themes.</summary>
    public required ImmutableArray<LevelView> ThemeLevels { get; init; }

    /// <summary>Targets of the Sustainable Development Goals.</summary>
    public required ImmutableArray<string> Targets { get; init; }

    /// <summary>What the filters ask for.</summary>
    public required ImmutableArray<RowKeysView> Keys { get; init; }
}

/// <summary>All recommendations as one table, whole without a script.</summary>
[Template("recommendation-table")]
public sealed record RecommendationTableView
{
    /// <summary>The head.</summary>
    public required PageHeaderView Header { get; init; }

    /// <summary>How many there are and how they are sorted.</summary>
    public required string Summary { get; init; }

    /// <summary>What is at hand of each review.</summary>
    public required ImmutableArray<string> Coverage { get; init; }

    /// <summary>Lists by each filter, which need no script.</summary>
    public required ImmutableArray<RelatedListsView> Related { get; init; }

    /// <summary>Whether a source attaches targets of the Sustainable Development Goals to any of them.</summary>
    public required bool HasTargets { get; init; }

    /// <summary>The words of the count, with places in braces that the script fills.</summary>
    public required string CountWords { get; init; }

    /// <summary>The filters, shown by the script.</summary>
    public required ImmutableArray<FilterView> Filters { get; init; }

    /// <summary>The rows.</summary>
    public required ImmutableArray<RecommendationRowView> Rows { get; init; }
}

/// <summary>One happening of the timeline.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Date">Its date, in words.</param>
/// <param name="Link">To its page.</param>
/// <param name="Text">The first paragraph of what happened.</param>
/// <param name="IsReview">Whether it is a step of a review.</param>
public sealed record HappeningView(string Id, string Date, LinkView Link, Html Text, bool IsReview);

/// <summary>The happenings of a year.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Words">The year, or that it is not known.</param>
/// <param name="Happenings">By date.</param>
public sealed record YearView(string Id, string Words, ImmutableArray<HappeningView> Happenings);

/// <summary>Events and reviews by year.</summary>
[Template("timeline")]
public sealed record TimelineView
{
    /// <summary>The head.</summary>
    public required PageHeaderView Header { get; init; }

    /// <summary>How many there are and how they are sorted.</summary>
    public required string Summary { get; init; }

    /// <summary>The picture; null when nothing has a date.</summary>
    public Html? Picture { get; init; }

    /// <summary>The years.</summary>
    public required ImmutableArray<YearView> Years { get; init; }
}

/// <summary>A label of a kind of page, for the results of a search.</summary>
/// <param name="Key">The key.</param>
/// <param name="Words">What a visitor reads.</param>
public sealed record KindWordsView(string Key, string Words);

/// <summary>Something that a reader may type into the search box.</summary>
/// <param name="Example">What is typed.</param>
/// <param name="Words">What it does.</param>
public sealed record SearchWayView(string Example, string Words);

/// <summary>The search page: the box, the places that the script fills, how to search, and what leads on without a script.</summary>
[Template("search")]
public sealed record SearchView
{
    /// <summary>The head.</summary>
    public required PageHeaderView Header { get; init; }

    /// <summary>The language of the page.</summary>
    public required string Language { get; init; }

    /// <summary>The way to the site's root, for the script.</summary>
    public required string Root { get; init; }

    /// <summary>The name of the query engine's file in the folder <c>search/</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>The names of the stemmers' files: <c>ru=stem-ru-….js</c>, parted by spaces.</summary>
    public required string Stemmers { get; init; }

    /// <summary>What results can be narrowed by.</summary>
    public required ImmutableArray<KindWordsView> Facets { get; init; }

    /// <summary>Labels of kinds of pages.</summary>
    public required ImmutableArray<KindWordsView> Kinds { get; init; }

    /// <summary>The names of all languages, each in itself.</summary>
    public required ImmutableArray<KindWordsView> Languages { get; init; }

    /// <summary>How many pages a search found, by plural form, with <c>{n}</c>.</summary>
    public required ImmutableArray<KindWordsView> Counts { get; init; }

    /// <summary>What may be typed.</summary>
    public required ImmutableArray<SearchWayView> Ways { get; init; }

    /// <summary>The lists, for those without the script.</summary>
    public required ImmutableArray<EntryPointView> EntryPoints { get; init; }
}

/// <summary>A way into the site.</summary>
/// <param name="Link">Where it leads.</param>
/// <param name="Words">What is found there.</param>
public sealed record EntryPointView(LinkView Link, string Words);

/// <summary>One of the three numbers of home.</summary>
/// <param name="Number">The number, or that it is not known.</param>
/// <param name="Words">What it counts.</param>
public sealed record TotalView(string Number, string Words);

/// <summary>One of the newest evaluations and decisions, or of the pages that changed last.</summary>
/// <param name="Date">The date of its evidence, or of the change, in words.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Link">To its page.</param>
/// <param name="Level">Of an evaluation.</param>
/// <param name="Badge">That an evaluation is not counted, and why; else null.</param>
/// <param name="Judged">What the level is of, in words: themes, or recommendations by name.</param>
public sealed record NewsView(string Date, string Kind, LinkView Link, LevelView? Level, string? Badge, ImmutableArray<string> Judged);

/// <summary>An evaluation that the chart leaves out, and why.</summary>
/// <param name="Link">To its page.</param>
/// <param name="Why">In words.</param>
public sealed record LeftOutView(LinkView Link, string Why);

/// <summary>The first page.</summary>
[Template("home")]
public sealed record HomeView
{
    /// <summary>The head.</summary>
    public required PageHeaderView Header { get; init; }

    /// <summary>The review that the figures are of.</summary>
    public LinkView? Review { get; init; }

    /// <summary>Received, supported, noted.</summary>
    public required ImmutableArray<TotalView> Totals { get; init; }

    /// <summary>What the figures rest on.</summary>
    public required string Basis { get; init; }

    /// <summary>The language of what the figures rest on when it is not the page's, else null.</summary>
    public string? BasisLang { get; init; }

    /// <summary>What is at hand of that review.</summary>
    public string? Coverage { get; init; }

    /// <summary>Assessments that were announced and are not at hand, one sentence each.</summary>
    public required ImmutableArray<string> Awaited { get; init; }

    /// <summary>The chart of positions; null when there is no review.</summary>
    public Html? Positions { get; init; }

    /// <summary>The chart of levels; null when there is no evaluation.</summary>
    public Html? Levels { get; init; }

    /// <summary>Evaluations that the chart leaves out.</summary>
    public required ImmutableArray<LeftOutView> LeftOut { get; init; }

    /// <summary>How many are left out, and why, in one line.</summary>
    public required string LeftOutWords { get; init; }

    /// <summary>The ways in.</summary>
    public required ImmutableArray<EntryPointView> EntryPoints { get; init; }

    /// <summary>The pages that changed last, by the version history; empty where there is none.</summary>
    public required ImmutableArray<NewsView> Changes { get; init; }

    /// <summary>The newest evaluations and decisions.</summary>
    public required ImmutableArray<NewsView> News { get; init; }

    /// <summary>The articles.</summary>
    public required ImmutableArray<EntryPointView> Articles { get; init; }
}

/// <summary>The page for an address that is not there. It is served from any depth: its links begin at the root of the host, or lead so many folders up.</summary>
[Template("missing")]
public sealed record MissingView
{
    /// <summary>The head.</summary>
    public required PageHeaderView Header { get; init; }

    /// <summary>The same words in each language of the site.</summary>
    public required ImmutableArray<MissingWordsView> Languages { get; init; }
}

/// <summary>The words of one language on the page for an address that is not there.</summary>
/// <param name="Language">The language.</param>
/// <param name="Title">The title.</param>
/// <param name="Words">What to do.</param>
/// <param name="Links">Home, search, the table.</param>
/// <param name="UpWords">What leads home when those links do not.</param>
/// <param name="Up">Links to the folders above the address that was asked for.</param>
public sealed record MissingWordsView(string Language, string Title, string Words, ImmutableArray<LinkView> Links, string UpWords, ImmutableArray<LinkView> Up);

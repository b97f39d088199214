using System.Collections.Immutable;

namespace Heed.Search;

/// <summary>A page that was found, as a reader sees it in the list of results.</summary>
/// <param name="Address">From the site's root.</param>
/// <param name="Title">The page's title.</param>
/// <param name="Kind">The key of the label for its kind.</param>
/// <param name="Number">The number or symbol that it is cited by, or null.</param>
/// <param name="Language">The language that the page is written in.</param>
/// <param name="Facts">Its States, position and levels, as words of that language.</param>
/// <param name="Anchor">The id of the section that the excerpt stands in, or null when that is the page's beginning.</param>
/// <param name="Section">That section's heading, or null.</param>
/// <param name="Excerpt">The best passage, cut into what matches and what stands between.</param>
public sealed record SearchHit(
    string Address,
    string Title,
    string Kind,
    string? Number,
    string Language,
    ImmutableArray<SearchFact> Facts,
    string? Anchor,
    string? Section,
    ImmutableArray<ExcerptSegment> Excerpt);

/// <summary>What a result tells of a page beside its title.</summary>
/// <param name="Name"><c>state</c>, <c>position</c> or <c>level</c>.</param>
/// <param name="Label">Its value in the page's language.</param>
public sealed record SearchFact(string Name, string Label);

/// <summary>A stretch of an excerpt.</summary>
/// <param name="Text">The words as they stand on the page.</param>
/// <param name="IsHit">Whether they are what the reader asked for.</param>
public sealed record ExcerptSegment(string Text, bool IsHit);

/// <summary>What search answers to a question.</summary>
/// <param name="Total">How many pages match, of which <paramref name="Hits"/> may be the first few.</param>
/// <param name="Full">How many of them have all the words; they come first, and where they are few, pages with some of the words follow.</param>
/// <param name="Help">How many of them, the last, explain the site itself.</param>
/// <param name="MatchesAllWords">Whether any page has all the words, side by side where they stood in quotes.</param>
/// <param name="Near">Words that no page has, each with the near spelling that was taken instead.</param>
/// <param name="Filters">What the results were narrowed by.</param>
/// <param name="Unknown">Values that were typed behind the name of a facet and name nothing; they were looked for as words.</param>
/// <param name="OtherLanguage">The language of the pages, when the reader's own had nothing; else null.</param>
/// <param name="Offers">Values whose names stand among the words, which the reader may choose instead.</param>
/// <param name="Facets">What the results can be narrowed by, with how many each value would show; empty unless asked for.</param>
/// <param name="Hits">The best first.</param>
public sealed record SearchAnswer(
    int Total,
    int Full,
    int Help,
    bool MatchesAllWords,
    ImmutableArray<NearSpelling> Near,
    ImmutableArray<SearchFilter> Filters,
    ImmutableArray<string> Unknown,
    string? OtherLanguage,
    ImmutableArray<SearchOffer> Offers,
    ImmutableArray<FacetCount> Facets,
    ImmutableArray<SearchHit> Hits);

/// <summary>A word that no page has, and the near one that is shown instead.</summary>
/// <param name="Word">As it was typed.</param>
/// <param name="Shown">As pages have it.</param>
public sealed record NearSpelling(string Word, string Shown);

/// <summary>A value of a facet to which results were narrowed.</summary>
/// <param name="Name">The facet: <c>theme</c>, <c>state</c>, …</param>
/// <param name="Key">The value's key.</param>
/// <param name="Label">The value in the reader's language.</param>
/// <param name="IsUnwanted">Whether pages that have it are left out.</param>
public sealed record SearchFilter(string Name, string Key, string Label, bool IsUnwanted);

/// <summary>A value of a facet whose name was typed as words.</summary>
/// <param name="Name">The facet.</param>
/// <param name="Key">The value's key.</param>
/// <param name="Label">The value in the reader's language.</param>
/// <param name="Rest">The words that are left when it is chosen.</param>
public sealed record SearchOffer(string Name, string Key, string Label, string Rest);

/// <summary>How many of the results have a value of a facet.</summary>
/// <param name="Name">The facet.</param>
/// <param name="Key">The value's key.</param>
/// <param name="Label">The value in the reader's language.</param>
/// <param name="Count">How many results choosing it would show.</param>
public sealed record FacetCount(string Name, string Key, string Label, int Count);

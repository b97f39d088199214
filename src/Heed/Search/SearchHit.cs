using System.Collections.Immutable;

namespace Heed.Search;

/// <summary>A page that was found, as a reader sees it in the list of results.</summary>
/// <param name="Address">From the site's root.</param>
/// <param name="Title">The page's title.</param>
/// <param name="Kind">The key of the label for its kind.</param>
/// <param name="Number">The number or symbol that it is cited by, or null.</param>
/// <param name="Language">The language that the page is written in.</param>
/// <param name="Excerpt">The best passage, cut into what matches and what stands between.</param>
public sealed record SearchHit(
    string Address, string Title, string Kind, string? Number, string Language, ImmutableArray<ExcerptSegment> Excerpt);

/// <summary>A stretch of an excerpt.</summary>
/// <param name="Text">The words as they stand on the page.</param>
/// <param name="IsHit">Whether they are what the reader asked for.</param>
public sealed record ExcerptSegment(string Text, bool IsHit);

/// <summary>What search answers to a question.</summary>
/// <param name="Total">How many pages match, of which <paramref name="Hits"/> may be the first few.</param>
/// <param name="MatchesAllWords">Whether each page has all the words; when none has, pages with some of them are shown.</param>
/// <param name="Near">Words that no page has, each with the near spelling that was taken instead.</param>
/// <param name="Hits">The best first.</param>
public sealed record SearchAnswer(
    int Total, bool MatchesAllWords, ImmutableArray<NearSpelling> Near, ImmutableArray<SearchHit> Hits);

/// <summary>A word that no page has, and the near one that is shown instead.</summary>
public sealed record NearSpelling(string Word, string Shown);

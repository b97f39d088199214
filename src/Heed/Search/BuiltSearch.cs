using System.Collections.Immutable;
using Heed.Files;

namespace Heed.Search;

/// <summary>What search consists of on the built site.</summary>
/// <param name="Files">Its files, all under <c>search/</c>.</param>
/// <param name="FirstSearches">What the first search of a reader of each language loads.</param>
public sealed record BuiltSearch(ImmutableArray<SiteFile> Files, ImmutableArray<FirstSearch> FirstSearches);

/// <summary>What a first search of three ordinary words loads, with all scripts, as it travels.</summary>
/// <remarks>
/// Ordinary words are those that stand in titles. Of some of them, taken evenly from the rarest to the most common, nine of ten
/// weigh no more than what is counted here for each word.
/// </remarks>
/// <param name="Language">The language of the search page.</param>
/// <param name="Pages">How many pages are searched.</param>
/// <param name="Bytes">Compressed.</param>
/// <param name="Parts">What they consist of, for the message.</param>
public sealed record FirstSearch(string Language, int Pages, int Bytes, string Parts);

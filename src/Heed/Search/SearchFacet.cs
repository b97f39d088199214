using System.Collections.Immutable;

namespace Heed.Search;

/// <summary>A value by which results can be narrowed: a theme, a State, a position.</summary>
/// <param name="Name">What it is a value of: <c>kind</c>, <c>theme</c>, <c>state</c>, <c>cycle</c>, <c>body</c>, <c>position</c> or <c>level</c>.</param>
/// <param name="Key">The key of the vocabulary, of the kind or of the position, or the number of the cycle.</param>
/// <param name="Label">What the page's language calls it.</param>
/// <param name="Names">All other names by which a reader may write it: labels in other languages, aliases, acronyms, names as printed; distinct, in ordinal order.</param>
/// <remarks>All pages of one language that have the value have it with the same label and names.</remarks>
public sealed record SearchFacet(string Name, string Key, string Label, ImmutableArray<string> Names);

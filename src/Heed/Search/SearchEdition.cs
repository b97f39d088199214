using System.Collections.Immutable;

namespace Heed.Search;

/// <summary>A language in which readers search, and what its search says of facets.</summary>
/// <param name="Language">The language of the interface: <c>en</c>, <c>ru</c>, <c>kk</c>.</param>
/// <param name="FacetNames">The name of each facet in that language, by key: <c>theme</c> → <c>Тема</c>. A facet without a name is not offered.</param>
public sealed record SearchEdition(string Language, ImmutableArray<KeyValuePair<string, string>> FacetNames);

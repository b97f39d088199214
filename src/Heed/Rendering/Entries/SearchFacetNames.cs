using System.Collections.Immutable;

namespace Heed.Rendering.Entries;

/// <summary>What results of search can be narrowed by.</summary>
public static class SearchFacetNames
{
    /// <summary>In the order in which it is offered; the label of each is <c>search.facet.</c> and its name.</summary>
    public static readonly ImmutableArray<string> All = ["kind", "theme", "state", "cycle", "body", "position", "level"];
}

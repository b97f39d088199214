using System.Collections.Immutable;
using Heed.Files;

namespace Heed.Search;

/// <summary>Makes the files of the site that search reads.</summary>
public static class SearchIndexer
{
    /// <summary>One index for each language that pages are written in, the query engine and a manifest, all under <c>search/</c>.</summary>
    /// <param name="documents">The pages to be found, in any order, each address once.</param>
    /// <param name="scripts">The theme's search scripts.</param>
    public static ImmutableArray<SiteFile> Index(IEnumerable<SearchDocument> documents, ThemeScripts scripts)
    {
        _ = (documents, scripts);
        return [];
    }
}

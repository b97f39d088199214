using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Checking;
using Heed.Files;
using Heed.Search;

namespace Heed.Rendering;

/// <summary>A page of the site.</summary>
/// <param name="Address">From the root of its language: <c>recommendations/upr-3/139.114.html</c>, the same in every language.</param>
/// <param name="Language">The language of the interface.</param>
/// <param name="Kind">What it is counted as.</param>
/// <param name="File">The file, its path from the site's root.</param>
/// <param name="Search">What search sees of it; null when search does not find it.</param>
public sealed record RenderedPage(string Address, string Language, PageKind Kind, SiteFile File, SearchablePage? Search)
{
    /// <summary>What it is called, without the site's name.</summary>
    public string Title { get; init; } = "";

    /// <summary>One or two sentences on it; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The language of the title, when it is not the page's own.</summary>
    public string? TitleLang { get; init; }

    /// <summary>Files that belong to the page and stand beside it: what it says as data, and how it is cited.</summary>
    public ImmutableArray<SiteFile> Beside { get; init; } = [];

    /// <summary>Where what stands on it comes from; the page is written again to find out, so it is asked only when something is wrong.</summary>
    public Func<PageOrigin> Origin { get; init; } = () => new PageOrigin(null, []);

    /// <summary>Of a page that moved: the path of the page where it stands now.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Whether it is the home page of its language.</summary>
    public bool IsHome => Address == Addresses.Home;

    /// <summary>Whether it is the page of an entry.</summary>
    public bool IsEntry => Addresses.IsEntry(Address);
}

/// <summary>What search sees of a page. Only pages that are written in the language of their interface are found, so that nothing is found twice.</summary>
/// <param name="Title">Without markup.</param>
/// <param name="Number">What it is cited by, or null.</param>
/// <param name="Passages">What it says that is its own, in the order of the page. Every anchor is an id of the page.</param>
/// <param name="Tags">Names that lead to the page without standing in its prose.</param>
/// <param name="Facets">What results can be narrowed by.</param>
public sealed record SearchablePage(
    string Title,
    string? Number,
    ImmutableArray<SearchPassage> Passages,
    ImmutableArray<string> Tags,
    ImmutableArray<SearchFacet> Facets)
{
    /// <summary>Whether the page explains the site itself.</summary>
    public bool IsHelp { get; init; }
}

using System.Collections.Immutable;

namespace Heed.Search;

/// <summary>A page as search sees it: what is found, and what a result shows of it.</summary>
/// <param name="Address">From the site's root: <c>ru/articles/about.html</c>.</param>
/// <param name="Language">The language that the page is written in (<c>en</c>, <c>ru</c>, <c>kk</c>); it decides the index that holds the page.</param>
/// <param name="Title">The page's title, without markup.</param>
/// <param name="Kind">The key of the label for its kind: <c>recommendation</c>, <c>decision</c>, …</param>
/// <param name="Number">The number or symbol that it is cited by (<c>139.114</c>, <c>CCPR/C/112/D/2137/2012</c>), or null.</param>
/// <param name="Passages">What it says, in the order of the page; excerpts are cut from it.</param>
/// <param name="Tags">Names that lead to the page without standing in its prose: States, themes, bodies, other spellings.</param>
/// <param name="Facets">What results can be narrowed by.</param>
public sealed record SearchDocument(
    string Address,
    string Language,
    string Title,
    string Kind,
    string? Number,
    ImmutableArray<SearchPassage> Passages,
    ImmutableArray<string> Tags,
    ImmutableArray<SearchFacet> Facets)
{
    /// <summary>When its address was first published; null when it has not been.</summary>
    public DateOnly? FirstPublished { get; init; }

    /// <summary>Whether it explains the site itself: it stands after pages with the same words, as its examples have many.</summary>
    public bool IsHelp { get; init; }

    /// <summary>All words of the passages and of their headings.</summary>
    internal string Body => string.Join('\n', Passages.SelectMany(passage => new[] { passage.Heading, passage.Text }).OfType<string>());
}

using System.Collections.Immutable;

namespace Heed.Search;

/// <summary>A page as search sees it: what is found, and what a result shows of it.</summary>
/// <param name="Address">From the site's root: <c>ru/articles/about.html</c>.</param>
/// <param name="Language">The language that the page is written in (<c>en</c>, <c>ru</c>, <c>kk</c>); it decides the index that holds the page.</param>
/// <param name="Title">The page's title, without markup.</param>
/// <param name="Kind">The key of the label for its kind: <c>recommendation</c>, <c>decision</c>, …</param>
/// <param name="Number">The number or symbol that it is cited by (<c>139.114</c>, <c>CCPR/C/112/D/2137/2012</c>), or null.</param>
/// <param name="Body">The prose, without markup; excerpts are cut from it.</param>
/// <param name="Tags">Names that lead to the page without standing in its prose: States, themes, bodies, other spellings.</param>
public sealed record SearchDocument(
    string Address,
    string Language,
    string Title,
    string Kind,
    string? Number,
    string Body,
    ImmutableArray<string> Tags);

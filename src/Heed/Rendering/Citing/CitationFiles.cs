using System.Collections.Immutable;
using Heed.Files;

namespace Heed.Rendering.Citing;

/// <summary>The formats of citation, and their files beside a page: <c>139.114.bib</c> for <c>139.114.html</c>.</summary>
internal static class CitationFiles
{
    /// <summary>BibTeX, RIS and CSL-JSON.</summary>
    public static readonly ImmutableArray<CitationFormat> Formats =
    [
        new("BibTeX", "bib", "application/x-bibtex", BibTeX.Of),
        new("RIS", "ris", "application/x-research-info-systems", Ris.Of),
        new("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", CslJson.Of),
    ];

    /// <summary>The files of one page.</summary>
    /// <param name="citation">How the page is cited.</param>
    /// <param name="path">The page's own path from the site's root.</param>
    public static ImmutableArray<SiteFile> Of(PageCitation citation, string path) =>
        [.. Formats.Select(format => SiteFile.Of(Beside(path, format.Ending), format.Write(citation.Works)))];

    /// <summary>The address of a file beside a page.</summary>
    /// <param name="page">The page's address, which ends in <c>.html</c>.</param>
    /// <param name="ending">The ending of the file, without a dot before it.</param>
    public static string Beside(string page, string ending) => $"{page[..^".html".Length]}.{ending}";
}

/// <summary>A format of citation.</summary>
/// <param name="Name">Its name, the same in every language.</param>
/// <param name="Ending">The ending of its files.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Write">Writes works in it.</param>
internal sealed record CitationFormat(string Name, string Ending, string MediaType, Func<IEnumerable<CitedWork>, string> Write);

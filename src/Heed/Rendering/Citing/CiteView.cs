using System.Collections.Immutable;
using Heed.Model;
using Heed.Theming;

namespace Heed.Rendering.Citing;

/// <summary>How the page is cited: in words to select or copy, and as files for reference managers beside the page.</summary>
/// <param name="Pieces">The citation, in pieces by language.</param>
/// <param name="Files">The files, each by the name of its format.</param>
[Template("parts/cite")]
public sealed record CiteView(ImmutableArray<Wording> Pieces, ImmutableArray<CiteFileView> Files)
{
    internal static CiteView Of(Entry entry, PageWriter writer) => new(
        writer.Citation(entry).Plain,
        [.. CitationFiles.Formats.Select(format => new CiteFileView(writer.Links.To(CitationFiles.Beside(writer.Address, format.Ending)), format.Name, format.MediaType))]);
}

/// <summary>A citation file beside the page.</summary>
/// <param name="Href">Its address relative to the page.</param>
/// <param name="Name">The name of the format, the same in every language.</param>
/// <param name="Type">The media type.</param>
public sealed record CiteFileView(string Href, string Name, string Type);

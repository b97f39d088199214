using Heed.Files;

namespace Heed.Exporting;

/// <summary>A finished page of the site, with what an exporter asks of it.</summary>
/// <param name="Address">From the root of its language: <c>recommendations/upr-3/139.114.html</c>, the same in every language.</param>
/// <param name="Language">The language of the interface.</param>
/// <param name="Title">What it is called, without the site's name.</param>
/// <param name="TitleLang">The language of the title, when it is not the page's own.</param>
/// <param name="File">The file, its path from the site's root.</param>
public sealed record BuiltPage(string Address, string Language, string Title, string? TitleLang, SiteFile File);

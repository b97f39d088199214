using System.Collections.Immutable;
using Heed.Diagnostics;

namespace Heed.Model;

/// <summary>An address of the site without its host: a page, and perhaps a place on it.</summary>
/// <param name="Page">From the root of a language, without <c>.html</c>: <c>recommendations/upr-3/139.114</c>, <c>lists/themes/torture</c>.</param>
/// <param name="Anchor">What stands after <c>#</c>; null for the page.</param>
public sealed record SitePlace(string Page, string? Anchor)
{
    /// <summary>The page's address, <c>recommendations/upr-3/139.114.html</c>.</summary>
    public string Address => Page + ".html";

    /// <summary>The address with the place on the page.</summary>
    public string ToAddress() => Anchor is null ? Address : $"{Address}#{Anchor}";

    /// <inheritdoc/>
    public override string ToString() => Anchor is null ? Page : $"{Page}#{Anchor}";
}

/// <summary>A place that is named in <c>content/retired.yml</c>, with where it is written.</summary>
public sealed record NamedPlace(SitePlace Target, Place Place);

/// <summary>What became of a published page, or of a published place on one, that does not stand any more.</summary>
/// <param name="Was">Where it stood.</param>
/// <param name="Place">Where this is written.</param>
public sealed record Retired(SitePlace Was, Place Place)
{
    /// <summary>The language in which alone it is so, such as the heading of a translation; null for all.</summary>
    public string? Language { get; init; }

    /// <summary>Where it stands now; null when it is gone.</summary>
    public NamedPlace? MovedTo { get; init; }

    /// <summary>Since when it is gone; null when it moved.</summary>
    public PartialDate? Gone { get; init; }

    /// <summary>What stood there, in a few words.</summary>
    public LocalizedText Title { get; init; } = LocalizedText.Empty;

    /// <summary>Why it was moved or taken away.</summary>
    public LocalizedText Why { get; init; } = LocalizedText.Empty;

    /// <summary>Where a reader may go instead.</summary>
    public ImmutableArray<NamedPlace> Instead { get; init; } = [];
}

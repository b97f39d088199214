using System.Collections.Immutable;
using Heed.Model;
using Heed.Text;

namespace Heed.Rendering;

/// <summary>A page that exists in every language; what it says is written when it is asked for.</summary>
/// <param name="Address">From the root of its language: <c>lists/themes.html</c>.</param>
/// <param name="Kind">What it is counted as.</param>
/// <param name="Write">Writes it in one language.</param>
internal sealed record Page(string Address, PageKind Kind, Func<PageWriter, PageContent> Write)
{
    /// <summary>The page of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="write">Writes it in one language.</param>
    public static Page Of(Entry entry, Func<PageWriter, PageContent> write) => new(entry.Id.Address, PageKinds.Of(entry.Kind), write) { Entry = entry };

    /// <summary>The entry that it is the page of; null for other pages.</summary>
    public Entry? Entry { get; private init; }

    /// <summary>Whether the server may show it at any depth, so that its links must be absolute. Such a page exists in the default language only.</summary>
    public bool IsShownAnywhere { get; init; }
}

/// <summary>What a page says, apart from the frame that all pages have.</summary>
/// <param name="Title">Without the site's name.</param>
/// <param name="Main">Everything inside <c>main</c>, its single <c>h1</c> included.</param>
internal sealed record PageContent(string Title, Html Main)
{
    /// <summary>One or two sentences for search engines and previews of links; the site's own description when empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The way from home to this page, without both ends.</summary>
    public ImmutableArray<LinkView> Trail { get; init; } = [];

    /// <summary>The last step of the trail, when the title is too long for it.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>The language of the title, when it is not the page's own.</summary>
    public string? TitleLang { get; init; }

    /// <summary>Scripts of this page, as names of assets: <c>assets/table.js</c>.</summary>
    public ImmutableArray<string> Scripts { get; init; } = [];

    /// <summary>Where the page moved: a browser goes on at once, and what names the page names that one.</summary>
    public SitePlace? RefreshTo { get; init; }

    /// <summary>What search sees of it; null when search does not find it.</summary>
    public SearchablePage? Search { get; init; }
}

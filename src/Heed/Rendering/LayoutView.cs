using System.Collections.Immutable;
using Heed.Rendering.Machine;
using Heed.Text;
using Heed.Theming;

namespace Heed.Rendering;

/// <summary>The frame that all pages have.</summary>
/// <param name="Language">The language of the interface.</param>
/// <param name="Title">The page's title with the site's name.</param>
/// <param name="Description">One or two sentences on the page.</param>
/// <param name="SiteTitle">The site's name.</param>
/// <param name="Kind">The kind of page, for the style sheet.</param>
/// <param name="Canonical">The page's own address with scheme and host.</param>
/// <param name="Stylesheet">The style sheet's address.</param>
/// <param name="Icon">The address of the site's icon; without one a browser asks the host for <c>/favicon.ico</c>.</param>
/// <param name="FirstScript">The address of the small script that runs before the page is painted.</param>
/// <param name="Scripts">The addresses of the page's other scripts.</param>
/// <param name="Home">The home page's address; nothing where it is not known, on the page for missing addresses.</param>
/// <param name="SearchPage">The search page's address; nothing where it is not known.</param>
/// <param name="Navigation">The parts of the site.</param>
/// <param name="Languages">The same page in each language of the site.</param>
/// <param name="Trail">The way from home to this page, without this page; empty on the home page.</param>
/// <param name="Here">The last step of the trail.</param>
/// <param name="Main">What the page says.</param>
/// <param name="Licence">The licence of the content, as words.</param>
/// <param name="LicenceUrl">The licence's address.</param>
/// <param name="Contact">How to reach the editors.</param>
/// <param name="ContactHref">The address of the contact, when it is one of mail or the web.</param>
/// <param name="Repository">The address of the source.</param>
/// <param name="About">The list of articles about the site.</param>
/// <param name="DefaultAddress">The page in the site's default language, with scheme and host, for readers of none of its languages; nothing when there is only one.</param>
/// <param name="PrivacyPage">The address of the article that tells what reading the site leaves behind.</param>
/// <param name="Refresh">Where a page that moved stands now: a browser goes on at once.</param>
/// <param name="Changes">The page of changes.</param>
/// <param name="Feed">The feed of what the page is about, with its title.</param>
/// <param name="Version">The version of the whole site: the first twelve digits of its content hash; empty in a preview.</param>
[Template("layout")]
public sealed record LayoutView(
    string Language,
    string Title,
    string Description,
    string SiteTitle,
    string Kind,
    string Canonical,
    string? Stylesheet,
    string? Icon,
    string? FirstScript,
    ImmutableArray<string> Scripts,
    string? Home,
    string? SearchPage,
    ImmutableArray<NavigationView> Navigation,
    ImmutableArray<LanguageView> Languages,
    ImmutableArray<LinkView> Trail,
    Wording Here,
    Html Main,
    string Licence,
    string LicenceUrl,
    string Contact,
    string? ContactHref,
    string Repository,
    LinkView? About,
    string? DefaultAddress,
    string? PrivacyPage,
    string? Refresh,
    LinkView? Changes,
    LinkView? Feed,
    string Version)
{
    /// <summary>What the head says to programs; nothing on the page for missing addresses.</summary>
    public MachineHeadView? Machine { get; init; }

    /// <summary>What the page is about, as JSON-LD that is safe inside a script element; nothing on the page for missing addresses.</summary>
    public Html? JsonLd { get; init; }

    /// <summary>The whole style sheet, on the page for missing addresses: shown at any depth and on any copy, it cannot tell where a file of the site stands.</summary>
    public InlineStyle? Style { get; init; }
}

/// <summary>A part of the site, in the navigation.</summary>
/// <param name="Href">The address.</param>
/// <param name="Text">Its name.</param>
/// <param name="Current">For <c>aria-current</c>: <c>page</c> where it is the page itself, <c>true</c> where the page belongs to it, else nothing.</param>
public sealed record NavigationView(string Href, string Text, string? Current);

/// <summary>The same page in a language.</summary>
/// <param name="Code">The language, as a BCP 47 code.</param>
/// <param name="Name">The language's own name for itself.</param>
/// <param name="Href">The address relative to the page.</param>
/// <param name="Address">The address with scheme and host.</param>
/// <param name="IsCurrent">Whether it is the page itself.</param>
public sealed record LanguageView(string Code, string Name, string Href, string Address, bool IsCurrent);

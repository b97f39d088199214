using Heed.Text;
using Heed.Theming;

namespace Heed.Exporting;

/// <summary>A theme's page as one file to be printed or sent: its style stands inside, and nothing of it is a script.</summary>
/// <param name="Language">The language of the words around the content.</param>
/// <param name="Title">The theme's name.</param>
/// <param name="SiteTitle">The site's name.</param>
/// <param name="Policy">What the browser may do with the file: show it in this style, and nothing else.</param>
/// <param name="Style">The style sheet.</param>
/// <param name="Dated">The day of this version in words; nothing when it is not known.</param>
/// <param name="Permalink">Where the page stands for good.</param>
/// <param name="IsPermalinkTold">Whether the content tells the permanent address already.</param>
/// <param name="Main">What the theme's page says.</param>
/// <param name="Licence">The licence of the content, as words.</param>
/// <param name="LicenceUrl">The licence's address.</param>
[Template("briefing")]
public sealed record BriefingView(
    string Language,
    string Title,
    string SiteTitle,
    string Policy,
    Html Style,
    string? Dated,
    string Permalink,
    bool IsPermalinkTold,
    Html Main,
    string Licence,
    string LicenceUrl);

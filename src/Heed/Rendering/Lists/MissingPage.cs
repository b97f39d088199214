using System.Collections.Immutable;
using System.Globalization;
using Heed.Addressing;

namespace Heed.Rendering.Lists;

/// <summary>What a server shows for an address that is not there, from any depth and to readers of every language.</summary>
internal static class MissingPage
{
    public static readonly Page Page = new(Addresses.NotFound, PageKind.Missing, Write) { IsShownAnywhere = true };

    /// <summary>
    /// From the depth of any page of the site to its root. A host may show this page in place of any of them, and a copy may stand
    /// below a path that nobody named; the page cannot tell, its reader sees it in the address.
    /// </summary>
    private static readonly ImmutableArray<string> Up = ["./", "../", "../../", "../../../"];

    private static PageContent Write(PageWriter writer)
    {
        var edition = writer.Edition;
        var view = new MissingView
        {
            Header = new PageHeaderView(writer.Say("missing.title"), null, null),
            Languages =
            [
                .. edition.Config.Languages.Select(language =>
                {
                    var labels = edition.Theme.LabelsIn(language);
                    LinkView To(string address, string label) => new(writer.Links.To(address, language), labels.Say(label));
                    return new MissingWordsView(
                        language,
                        labels.Say("language.name"),
                        labels.Say("missing.words"),
                        edition.Config.IsPlaced ? [To(Addresses.Home, "nav.home"), To(Addresses.Search, "search.title"), To(Addresses.Recommendations, "lists.recommendations")] : [],
                        edition.Config.IsPlaced ? labels.Say("missing.up-else") : labels.Say("missing.up"),
                        [.. Up.Select((steps, depth) => new LinkView(steps, labels.Say($"missing.up-{depth.ToString(CultureInfo.InvariantCulture)}")))]);
                }),
            ],
        };
        return new PageContent(writer.Say("missing.title"), writer.Fill(view)) { Description = writer.Say("missing.words") };
    }
}

namespace Heed.Rendering.Lists;

/// <summary>What a server shows for an address that is not there, from any depth and to readers of every language.</summary>
internal static class MissingPage
{
    public static readonly Page Page = new(Addresses.NotFound, "missing", Write) { IsShownAnywhere = true };

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
                        [To(Addresses.Home, "nav.home"), To(Addresses.Search, "search.title"), To(Addresses.Recommendations, "lists.recommendations")]);
                }),
            ],
        };
        return new PageContent(writer.Say("missing.title"), writer.Fill(view)) { Description = writer.Say("missing.words") };
    }
}

using System.Collections.Immutable;
using Heed.Linking;
using Heed.Model;
using Heed.Theming;

namespace Heed.Rendering;

/// <summary>A page that moved or is gone: what a reader of an old link finds.</summary>
/// <param name="Title">The page's heading.</param>
/// <param name="MovedTo">The page where it stands now; nothing when it is gone.</param>
/// <param name="What">What stood here; nothing when it moved.</param>
/// <param name="Since">Since when it is gone.</param>
/// <param name="Why">Why.</param>
/// <param name="Instead">Where to go instead.</param>
/// <param name="Places">Published places of the page, each with where it stands now.</param>
/// <param name="Address">The address that was asked for, with scheme and host.</param>
[Template("retired")]
public sealed record RetiredView(
    string Title,
    LinkView? MovedTo,
    Wording? What,
    DateView? Since,
    Wording? Why,
    ImmutableArray<LinkView> Instead,
    ImmutableArray<RetiredPlaceView> Places,
    string Address);

/// <summary>A published place of a page that moved or is gone.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Target">Where it stands now; nothing when nothing there is the same.</param>
public sealed record RetiredPlaceView(string Id, LinkView? Target);

/// <summary>The pages of addresses that were published and where nothing stands any more.</summary>
internal static class RetiredPages
{
    public static IEnumerable<Page> Of(KnowledgeBase knowledge) => knowledge.Retired
        .Where(retired => retired.Was.Anchor is null && EntryId.TryParse(retired.Was.Page, out var id) is var isId && !(isId && knowledge.Find(id) is not null))
        .GroupBy(retired => retired.Was.Address)
        .Select(group => new Page(group.Key, group.First().MovedTo is null ? PageKind.Gone : PageKind.Moved, writer => Write(group.First(), writer)));

    private static PageContent Write(Retired retired, PageWriter writer)
    {
        var edition = writer.Edition;
        var places = edition.Options.Anchors.OfRetired(retired.Was.Page, edition.Language);
        var movedTo = retired.MovedTo is { } to ? Link(to.Target, writer) : null;
        var title = movedTo is null ? writer.Say("retired.gone") : writer.Say("retired.moved");
        var view = new RetiredView(
            title,
            movedTo,
            retired.Title == LocalizedText.Empty ? null : edition.Wording(retired.Title),
            retired.Gone is { IsUnknown: false } gone ? writer.Date(gone) : null,
            retired.Why == LocalizedText.Empty ? null : edition.Wording(retired.Why),
            [.. retired.Instead.Select(instead => Link(instead.Target, writer))],
            [.. places.Select(place => new RetiredPlaceView(place.Id, place.Target is null || retired.MovedTo is null ? null : Link(retired.MovedTo.Target with { Anchor = place.Target }, writer)))],
            writer.Links.Permanent);
        return new PageContent(title, writer.Fill(view))
        {
            Description = movedTo is null ? $"{title}: {view.What?.Text}" : $"{title}: {movedTo.Text}",
            RefreshTo = retired.MovedTo is { } target ? target.Target : null,
        };
    }

    /// <summary>To a place of the site, called what its page is called; an address of a list is shown as it is.</summary>
    public static LinkView Link(SitePlace place, PageWriter writer)
    {
        var href = writer.Links.To(place.ToAddress());
        var words = EntryId.TryParse(place.Page, out var id) && writer.Knowledge.Find(id) is { } entry ? writer.Edition.Titles.Of(entry) : new Wording(place.Address, null);
        return new LinkView(href, words.Text, words.Lang);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Heed.Addressing;
using Heed.Model;
using Heed.Rendering.Lists;
using Heed.Theming;

namespace Heed.Rendering.Changes;

/// <summary>What was published and changed, by day, newest first; and the feeds that tell it.</summary>
/// <param name="Header">The head.</param>
/// <param name="Summary">What the page rests on.</param>
/// <param name="Days">The days on which something happened.</param>
/// <param name="Older">How many changes of older days are not listed here; nothing when all are.</param>
/// <param name="Retired">Pages that moved or are gone.</param>
/// <param name="Feeds">The feeds, by what they are about.</param>
[Template("changes")]
public sealed record ChangesView(
    PageHeaderView Header,
    string Summary,
    ImmutableArray<ChangeDayView> Days,
    string? Older,
    ImmutableArray<LinkView> Retired,
    ImmutableArray<RelatedListsView> Feeds);

/// <summary>What happened on a day.</summary>
/// <param name="Id">The day's place on the page.</param>
/// <param name="Date">The day.</param>
/// <param name="Groups">What happened to which pages.</param>
public sealed record ChangeDayView(string Id, DateView Date, ImmutableArray<ChangeGroupView> Groups);

/// <summary>Pages of one kind to which the same happened on a day.</summary>
/// <param name="Words">The kind, and what happened.</param>
/// <param name="Count">How many, in words.</param>
/// <param name="Links">The pages; of a level that moved its place in the history of the page.</param>
/// <param name="IsLong">Whether they are so many that they are folded.</param>
public sealed record ChangeGroupView(string Words, string Count, ImmutableArray<LinkView> Links, bool IsLong);

/// <summary>The page of changes.</summary>
internal static class ChangesPage
{
    // About as many as a page can list within its weight; whole days, so that none is told in part.
    private const int Most = 1000;

    private const int Long = 12;

    public static readonly Page Page = new(Addresses.Changes, PageKind.List, Write);

    private static PageContent Write(PageWriter writer)
    {
        var changes = writer.Edition.ChangeLog.All;
        var days = changes.GroupBy(change => change.Day).ToList();
        var (shown, count) = (new List<IGrouping<DateOnly, Change>>(), 0);
        foreach (var day in days.TakeWhile(day => count == 0 || count + day.Count() <= Most))
        {
            shown.Add(day);
            count += day.Count();
        }

        var title = writer.Say("changes.title");
        var view = new ChangesView(
            new PageHeaderView(title, null, writer.Say("changes.lead")),
            changes.IsEmpty ? writer.Say("changes.none") : writer.Say("changes.summary"),
            [.. shown.Select(day => Day(day, writer))],
            changes.Length > count ? writer.Say("changes.older", changes.Length - count) : null,
            [.. writer.Knowledge.Retired.Where(retired => retired.Was.Anchor is null).DistinctBy(retired => retired.Was.Address).Select(retired => Retired(retired, writer))],
            [.. FeedsOf(writer)]);
        return ListWriting.Content(writer, title, view, writer.Say("changes.lead"));
    }

    private static ChangeDayView Day(IGrouping<DateOnly, Change> day, PageWriter writer) => new(
        $"day-{day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        writer.Date(PartialDate.Of(day.Key)),
        [
            .. day
                .GroupBy(change => (What: change.Until is not null ? "moved" : change.IsFirst ? "published" : "changed", Kind: EntryKinds.WordOf(change.Entry.Kind)))
                .OrderBy(group => group.Key.What switch { "moved" => 0, "changed" => 1, _ => 2 })
                .ThenBy(group => group.Key.Kind, StringComparer.Ordinal)
                .Select(group => new ChangeGroupView(
                    $"{writer.Say($"kind.{group.Key.Kind}")}: {writer.Say($"changes.{group.Key.What}")}",
                    writer.Say("count.entries", group.Count()),
                    [.. group.Select(change => writer.Link(change.Entry, change.Until?.Id))],
                    group.Count() > Long)),
        ]);

    private static LinkView Retired(Retired retired, PageWriter writer) => new(
        writer.Links.To(retired.Was.Address),
        retired.Title == LocalizedText.Empty ? retired.Was.Address : writer.Edition.Wording(retired.Title).Text,
        retired.Title == LocalizedText.Empty ? null : writer.Edition.Wording(retired.Title).Lang);

    private static IEnumerable<RelatedListsView> FeedsOf(PageWriter writer)
    {
        var feeds = writer.Edition.Feeds;
        foreach (var (folder, words) in ((string, string)[])[("feeds/changes", "all"), ("feeds/reviews/", "reviews"), ("feeds/themes/", "themes"), ("feeds/bodies/", "bodies")])
        {
            ImmutableArray<LinkView> links = [.. feeds.Where(feed => feed.Path.StartsWith(folder, StringComparison.Ordinal)).Select(feed => new LinkView(writer.Links.To(feed.Path), feed.Title))];
            if (!links.IsEmpty)
            {
                yield return new RelatedListsView(writer.Say($"feeds.{words}"), links);
            }
        }
    }
}

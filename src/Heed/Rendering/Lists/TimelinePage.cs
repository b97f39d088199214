using System.Collections.Immutable;
using System.Globalization;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Rendering.Charts;
using Heed.Text;

namespace Heed.Rendering.Lists;

/// <summary>Events and the steps of reviews, by year.</summary>
internal static class TimelinePage
{
    public static readonly Page Page = new(Addresses.Timeline, PageKind.Timeline, Write);

    private static PageContent Write(PageWriter writer)
    {
        var knowledge = writer.Knowledge;
        var happenings = knowledge.Events
            .Select(happening => (Start: happening.Date.Start, Id: happening.Id, View: OfEvent(happening, writer)))
            .Concat(knowledge.Reviews.SelectMany(review => OfReview(review, writer)).Where(step => !IsTold(step.Start, step.Id, knowledge)))
            .OrderBy(item => item.Start)
            .ThenBy(item => item.Id)
            .ToList();
        var years = happenings
            .GroupBy(item => item.Start.Year)
            .Select(year => new YearView(
                year.Key == 0 ? "unknown" : "y" + year.Key.ToString(CultureInfo.InvariantCulture),
                year.Key == 0 ? writer.Say("date.unknown") : year.Key.ToString(CultureInfo.InvariantCulture),
                [.. year.Select(item => item.View)]));
        var view = new TimelineView
        {
            Header = new PageHeaderView(writer.Say("timeline.title"), null, writer.Say("timeline.words")),
            Summary = writer.Say("timeline.summary", writer.Say("count.events", knowledge.Events.Length), writer.Say("count.reviews", knowledge.Reviews.Length)),
            Picture = Picture(happenings.Select(item => (item.Start.Year, item.View)), writer),
            Years = [.. years],
        };
        return ListWriting.Content(writer, writer.Say("timeline.title"), view, writer.Say("timeline.words"));
    }

    /// <summary>What has a date, as a picture; what has none stands in the list alone.</summary>
    private static Html? Picture(IEnumerable<(int Year, HappeningView View)> happenings, PageWriter writer)
    {
        TimelineYear Year(IGrouping<int, (int Year, HappeningView View)> year) => new(
            year.Key,
            [.. year.Select(item => new TimelineMark("#" + item.View.Id, $"{item.View.Date}: {item.View.Link.Text}", item.View.Link.Lang, item.View.IsReview))]);

        var years = happenings.Where(item => item.Year != 0).GroupBy(item => item.Year).Select(Year).ToImmutableArray();
        if (years.IsEmpty)
        {
            return null;
        }

        var counts = string.Join("; ", years.Select(year => writer.Say("theme.line", year.Year.ToString(CultureInfo.InvariantCulture), year.Marks.Length)));
        return TimelineDrawing.Draw(new TimelinePicture(
            "timeline-by-year", writer.Say("timeline.picture"), counts, writer.Say("kind.event"), writer.Say("timeline.step"), writer.Say("timeline.how"), years));
    }

    private static HappeningView OfEvent(Event happening, PageWriter writer) =>
        new("event-" + happening.Id.Name, writer.Edition.Dates.Of(happening.Date), writer.Link(happening), writer.FirstParagraph(happening).Html, happening.From.Any(from => writer.Knowledge.Find(from.Entry.Target) is Review));

    /// <summary>Whether an event that rests on the review tells of the step already.</summary>
    private static bool IsTold(PartialDate day, EntryId review, KnowledgeBase knowledge) =>
        knowledge.Events.Any(happening => happening.Date.Start == day && happening.From.Any(from => from.Entry.Target == review));

    private static IEnumerable<(PartialDate Start, EntryId Id, HappeningView View)> OfReview(Review review, PageWriter writer)
    {
        var name = CycleNames.Of(review, writer);
        if (!review.Reviewed.IsUnknown)
        {
            yield return (review.Reviewed, review.Id, new HappeningView(
                review.Id.Name + "-reviewed", writer.Edition.Dates.Of(review.Reviewed), writer.Link(review.Id.Address, writer.Say("timeline.reviewed", name)), Html.Empty, true));
        }

        if (!review.Adopted.IsUnknown)
        {
            yield return (review.Adopted, review.Id, new HappeningView(
                review.Id.Name + "-adopted", writer.Edition.Dates.Of(review.Adopted), writer.Link(review.Id.Address, writer.Say("timeline.adopted", name)), Html.Empty, true));
        }
    }
}

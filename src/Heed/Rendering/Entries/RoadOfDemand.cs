using System.Collections.Immutable;
using System.Globalization;
using Heed.Linking;
using Heed.Model;
using Heed.Rendering.Charts;
using Heed.Rendering.Lists;

namespace Heed.Rendering.Entries;

/// <summary>The road of one demand through the cycles: what a recommendation repeats and what repeats it, all the way in both directions.</summary>
internal static class RoadOfDemand
{
    /// <summary>The road; null when no other cycle is linked.</summary>
    public static Road? Of(Recommendation recommendation, PageWriter writer)
    {
        var knowledge = writer.Knowledge;
        var others = Linked(recommendation, knowledge);
        if (others.IsEmpty)
        {
            return null;
        }

        var reviews = knowledge.Reviews.OrderBy(review => review.Cycle).ToImmutableArray();
        var all = others.Add(recommendation).OrderBy(stop => stop.Review.Target).ThenBy(stop => stop.Id).ToImmutableArray();
        var ids = all.Select(stop => stop.Id).ToHashSet();
        return new Road
        {
            Id = "road",
            Title = writer.Say("road.title"),
            Description = Description(all, reviews, writer),
            Columns = [.. reviews.Select(review => (writer.Say("compare.cycle", Number(review)), Year(review)))],
            Stops = [.. all.Select(stop => Stop(stop, stop.Id == recommendation.Id, reviews, writer))],
            Steps = [.. all.SelectMany(later => later.Repeats.Select(link => link.Entry.Target).Where(ids.Contains).Distinct().Select(earlier => new RoadStep(earlier.ToString(), later.Id.ToString())))],
            HereWord = writer.Say("road.here"),
        };
    }

    /// <summary>What the demand reaches only through another stop, by cycle and id. Direct links stand in lists of their own.</summary>
    public static ImmutableArray<Recommendation> Further(Recommendation recommendation, KnowledgeBase knowledge)
    {
        var direct = knowledge.Repeats(recommendation).Concat(knowledge.RepeatedBy(recommendation)).Select(related => related.Entry.Id).ToHashSet();
        return [.. Linked(recommendation, knowledge).Where(stop => !direct.Contains(stop.Id))];
    }

    private static ImmutableArray<Recommendation> Linked(Recommendation recommendation, KnowledgeBase knowledge) =>
    [
        .. Repetition.Before(recommendation, knowledge).Concat(Repetition.After(recommendation, knowledge)),
    ];

    private static RoadStop Stop(Recommendation stop, bool isHere, ImmutableArray<Review> reviews, PageWriter writer)
    {
        var title = writer.Edition.Titles.Of(stop);
        return new RoadStop(
            stop.Id.ToString(),
            reviews.Select(review => review.Id).ToList().IndexOf(stop.Review.Target),
            isHere ? null : writer.Links.To(stop.Id),
            NameOf(stop, writer),
            title.Text,
            title.Lang,
            writer.Position(stop.Position));
    }

    private static string NameOf(Recommendation stop, PageWriter writer)
    {
        if (stop.Paragraph.IsKnown)
        {
            return stop.Paragraph.Value.ToString();
        }

        return stop.Describes.IsGroup ? writer.Say("road.group") : writer.Say("column.number_unknown");
    }

    private static string Description(ImmutableArray<Recommendation> all, ImmutableArray<Review> reviews, PageWriter writer) => string.Join(
        "; ",
        reviews.Select(review => writer.Say(
            "theme.line",
            CycleNames.Of(review, writer),
            all.Where(stop => stop.Review.Target == review.Id).ToList() is { Count: > 0 } stops
                ? string.Join(", ", stops.Select(stop => $"{NameOf(stop, writer)} ({writer.Position(stop.Position).Text})"))
                : writer.Say("answer.none"))));

    private static string Number(Review review) => review.Cycle.ToString(CultureInfo.InvariantCulture);

    private static string Year(Review review) => review.Reviewed.IsUnknown ? "" : review.Reviewed.Year.ToString(CultureInfo.InvariantCulture);
}

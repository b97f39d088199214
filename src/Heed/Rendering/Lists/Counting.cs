using Heed.Model;
using Heed.Theming;

namespace Heed.Rendering.Lists;

/// <summary>Numbers in words. A group is several recommendations that a source describes together, and is never counted as one of them.</summary>
internal static class Counting
{
    /// <summary><c>24 recommendations and 13 groups</c>; without groups <c>194 recommendations</c>.</summary>
    public static string Records(IEnumerable<Recommendation> recommendations, Labels labels)
    {
        var (alone, groups) = Split(recommendations);
        return (alone, groups) switch
        {
            (_, 0) => labels.Say("count.recommendations", alone),
            (0, _) => labels.Say("count.groups", groups),
            _ => labels.Say("count.and", labels.Say("count.recommendations", alone), labels.Say("count.groups", groups)),
        };
    }

    /// <summary>How many single recommendations and how many groups there are.</summary>
    public static (int Alone, int Groups) Split(IEnumerable<Recommendation> recommendations)
    {
        int alone = 0, groups = 0;
        foreach (var recommendation in recommendations)
        {
            _ = recommendation.Describes.IsGroup ? groups++ : alone++;
        }

        return (alone, groups);
    }

    /// <summary>What is at hand of a review: <c>24 single records and 13 groups of the 245</c>.</summary>
    public static string Coverage(Review review, IEnumerable<Recommendation> recommendations, Labels labels)
    {
        var (alone, groups) = Split(recommendations);
        var records = groups == 0
            ? labels.Say("count.single-records", alone)
            : labels.Say("count.and", labels.Say("count.single-records", alone), labels.Say("count.groups", groups));
        return review.Received.Least is { } received && received == review.Received.Most
            ? labels.Say("coverage.of", records, received)
            : labels.Say("coverage.of-unknown", records);
    }

    /// <summary>What a group stands for, in words; null for a single recommendation.</summary>
    public static string? Group(Describes describes, Labels labels) => describes.Kind switch
    {
        DescribesKind.One => null,
        DescribesKind.Several => labels.Say("group.several", describes.Number),
        DescribesKind.AtLeast => labels.Say("group.at-least", describes.Number),
        _ => labels.Say("group.not-stated"),
    };
}

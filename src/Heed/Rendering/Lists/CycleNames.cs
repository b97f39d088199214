using Heed.Model;

namespace Heed.Rendering.Lists;

/// <summary>What reviews are called within a sentence or a chart, where words of another language could not be marked as such.</summary>
internal static class CycleNames
{
    /// <summary>The review's title where it is in the page's language, else its cycle and year in words of the page's own.</summary>
    public static string Of(Review review, PageWriter writer)
    {
        var title = writer.Edition.Titles.Of(review);
        return title.Lang is null ? title.Text : writer.Say("cycle.named", review.Cycle, review.Reviewed.IsUnknown ? writer.Say("date.unknown") : review.Reviewed.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

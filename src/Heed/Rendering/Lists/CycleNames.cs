using System.Globalization;
using Heed.Model;
using Heed.Theming;

namespace Heed.Rendering.Lists;

/// <summary>What reviews are called within a sentence or a chart, where words of another language could not be marked as such.</summary>
internal static class CycleNames
{
    /// <summary>The review's title where it is in the page's language, else its cycle and year in words of the page's own.</summary>
    public static string Of(Review review, PageWriter writer) => Of(review, writer.Edition);

    /// <summary>The same, for what belongs to no page.</summary>
    public static string Of(Review review, Edition edition)
    {
        var title = edition.Titles.Of(review);
        return title.Lang is null ? title.Text : InWords(review, edition.Labels);
    }

    /// <summary>Its cycle and year in words of the theme.</summary>
    public static string InWords(Review review, Labels labels) => labels.Say(
        "cycle.named", review.Cycle, review.Reviewed.IsUnknown ? labels.Say("date.unknown") : review.Reviewed.Year.ToString(CultureInfo.InvariantCulture));
}

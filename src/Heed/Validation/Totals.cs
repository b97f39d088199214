using System.Globalization;
using Heed.Diagnostics;
using Heed.Linking;
using Heed.Model;

namespace Heed.Validation;

/// <summary>What is at hand is held against what the review says it received.</summary>
/// <remarks>Only single recommendations are counted: a group stands for several, often for a number that nobody states.</remarks>
internal static class Totals
{
    public static void Judge(KnowledgeBase knowledge, DiagnosticLog log)
    {
        foreach (var review in knowledge.Reviews)
        {
            var all = knowledge.RecommendationsOf(review);
            var single = all.Where(recommendation => !recommendation.Describes.IsGroup).ToArray();
            var groups = all.Length - single.Length;

            AtMost(review, "received", review.Received, single.Length, log);
            AtMost(review, "supported", review.Supported, single.Count(recommendation => recommendation.Position == Position.Supported), log);
            AtMost(review, "noted", review.Noted, single.Count(recommendation => recommendation.Position == Position.Noted), log);

            AddUp(review, log);
            if (groups == 0 && review.Received.Least == review.Received.Most && single.Length == review.Received.Most)
            {
                // All are here, so each position can be counted.
                Exactly(review, "supported", review.Supported, single.Count(recommendation => recommendation.Position == Position.Supported), log);
                Exactly(review, "noted", review.Noted, single.Count(recommendation => recommendation.Position == Position.Noted), log);
            }

            if (review.Received.IsUnknown || single.Length < review.Received.Least)
            {
                var total = review.Received.IsUnknown ? "an unknown number of" : review.Received.Least == review.Received.Most ? $"{review.Received.Least}" : $"{review.Received.Least} to {review.Received.Most}";
                var described = groups == 0 ? "" : groups == 1 ? ", and 1 group described together" : $", and {groups} groups described together";
                log.Report(Catalogue.Coverage, review.Received.Place, $"{review.Id.Name}: of {total} recommendations {Single(single.Length)} here{described}", "Nothing is wrong: this is told so that nobody takes the pages for the whole.");
            }
        }
    }

    /// <summary>A recommendation is supported or noted; what a State answered otherwise, a note of the review says.</summary>
    private static void AddUp(Review review, DiagnosticLog log)
    {
        if (review is { Received: { Least: { } least, Most: { } most }, Supported: { Least: { } fewestSupported, Most: { } mostSupported }, Noted: { Least: { } fewestNoted, Most: { } mostNoted } }
            && (fewestSupported + fewestNoted > most || mostSupported + mostNoted < least))
        {
            log.Report(Catalogue.TotalsDisagree, review.Received.Place, $"{review.Id.Name}: {Words(review.Supported)} supported and {Words(review.Noted)} noted do not make {Words(review.Received)} received", "Correct the totals by their sources, or say in coverage_note why they differ.");
        }
    }

    private static void Exactly(Review review, string what, Total total, int count, DiagnosticLog log)
    {
        if (total.Least is { } least && count < least)
        {
            log.Report(Catalogue.TotalsDisagree, total.Place, $"{review.Id.Name} says that {Words(total)} recommendations were {what}, and with all of them here {count} are", "Correct the total, or the positions of the pages.");
        }
    }

    private static string Words(Total total) => total.Least == total.Most ? $"{total.Least}" : $"{total.Least} to {total.Most}";

    private static string Single(int count) => count == 1 ? "1 single one is" : string.Create(CultureInfo.InvariantCulture, $"{count} single ones are");

    private static void AtMost(Review review, string what, Total total, int count, DiagnosticLog log)
    {
        if (total.Most is { } most && count > most)
        {
            log.Report(Catalogue.MoreThanTotal, total.Place, $"{review.Id.Name} says that {most} recommendations were {what}, and {Single(count)} here", "Correct the total, or mark pages that stand for several as a group (describes), or remove a page that stands twice.");
        }
    }
}

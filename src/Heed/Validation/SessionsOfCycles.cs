using System.Globalization;
using System.Text.RegularExpressions;
using Heed.Diagnostics;
using Heed.Linking;

namespace Heed.Validation;

/// <summary>A session of the Working Group belongs to one cycle, and a review that is called by its cycle is of that one.</summary>
/// <remarks>Sessions 1 to 12 were the first cycle, 13 to 26 the second, 27 to 40 the third, and from 41 on the fourth, of 14 sessions (OHCHR, "Cycles of the Universal Periodic Review").</remarks>
internal static partial class SessionsOfCycles
{
    public static void Judge(KnowledgeBase knowledge, DiagnosticLog log)
    {
        foreach (var review in knowledge.Reviews.Where(review => review.Session > 0 && review.Cycle > 0))
        {
            if (CycleInName().Match(review.Id.Name) is { Success: true } name && name.Groups[1].Value != review.Cycle.ToString(CultureInfo.InvariantCulture))
            {
                log.Report(Catalogue.NumberNotOfName, review.PlaceOf("cycle"), $"the page is called {review.Id.Name}, and its cycle is {review.Cycle}", "Correct cycle, or the name of the file if it was never published.");
            }

            var cycle = CycleOf(review.Session);
            if (cycle != review.Cycle)
            {
                log.Report(Catalogue.SessionOutsideCycle, review.PlaceOf("session"), $"session {review.Session} is of cycle {cycle}, and the page says cycle {review.Cycle}", "Correct session or cycle.");
            }
        }
    }

    private static int CycleOf(int session) => session switch
    {
        <= 12 => 1,
        <= 26 => 2,
        <= 40 => 3,
        _ => 4 + (session - 41) / 14,
    };

    [GeneratedRegex(@"\Aupr-([0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex CycleInName();
}

using Heed.Diagnostics;
using Heed.Linking;

namespace Heed.Validation;

/// <summary>A session of the Working Group belongs to one cycle.</summary>
/// <remarks>Sessions 1 to 12 were the first cycle, 13 to 26 the second, 27 to 40 the third, and from 41 on the fourth, of 14 sessions (OHCHR, "Cycles of the Universal Periodic Review").</remarks>
internal static class SessionsOfCycles
{
    public static void Judge(KnowledgeBase knowledge, DiagnosticLog log)
    {
        foreach (var review in knowledge.Reviews.Where(review => review.Session > 0 && review.Cycle > 0))
        {
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
}

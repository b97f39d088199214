using Heed.Diagnostics;
using Heed.Linking;
using Heed.Model;

namespace Heed.Validation;

/// <summary>A recommendation repeats one of an earlier cycle.</summary>
internal static class EarlierCycles
{
    public static void Judge(KnowledgeBase knowledge, DiagnosticLog log)
    {
        foreach (var recommendation in knowledge.Recommendations)
        {
            var cycle = knowledge.Get<Review>(recommendation.Review).Cycle;
            foreach (var link in recommendation.Repeats)
            {
                var earlier = knowledge.Get<Recommendation>(link.Entry);
                if (knowledge.Get<Review>(earlier.Review).Cycle >= cycle)
                {
                    log.Report(Catalogue.RepeatsLaterCycle, link.Entry.Place, $"{recommendation.Id} cannot repeat {earlier.Id}, which is not of an earlier cycle", "Write the link on the later recommendation; the inverse is computed.");
                }
            }
        }
    }
}

using Heed.Diagnostics;
using Heed.Linking;
using Heed.Model;

namespace Heed.Validation;

/// <summary>Where sources tell different positions, a person should look; both stay.</summary>
internal static class Positions
{
    public static void Judge(KnowledgeBase knowledge, DiagnosticLog log)
    {
        foreach (var recommendation in knowledge.Recommendations)
        {
            var told = recommendation.Positions.Select(position => position.Position).Where(position => position != Position.Unknown).Distinct().Count();
            if (told > 1)
            {
                log.Report(Catalogue.ContradictoryPositions, recommendation.PlaceOf("positions"), $"{recommendation.Id} is supported by one source and noted by another", "Check both against the State's own document; keep both, and say in a note which one stands.");
            }
        }
    }
}

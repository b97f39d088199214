using Heed.Diagnostics;
using Heed.Linking;

namespace Heed.Validation;

/// <summary>A State does not recommend to itself.</summary>
internal static class SelfRecommendations
{
    public static void Judge(KnowledgeBase knowledge, DiagnosticLog log)
    {
        var country = knowledge.Config.Country;
        foreach (var recommendation in knowledge.Recommendations)
        {
            if (recommendation.RecommendingStates.Or([]).Contains(country))
            {
                log.Report(Catalogue.SelfRecommendation, recommendation.PlaceOf("recommending_states"), $"{country} is the State under review and stands among the recommending States", "Correct recommending_states, or country in site.config.yml.");
            }
        }
    }
}

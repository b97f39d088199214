using Heed.Diagnostics;
using Heed.Linking;

namespace Heed.Validation;

/// <summary>The State's own word is never the only evidence for "implemented" when somebody else is named as the assessor.</summary>
/// <remarks>A State's assessment of itself is shown as such; an assessment of another that rests on nothing else is not independent.</remarks>
internal static class StateSelfAssessments
{
    private const string State = "state";

    public static void Judge(KnowledgeBase knowledge, DiagnosticLog log)
    {
        foreach (var evaluation in knowledge.Evaluations.Where(evaluation => evaluation.Level == "implemented"))
        {
            var byState = evaluation.Assessors.All(assessor => knowledge.Vocabulary.Assessors.Find(assessor)?.Kind == State);
            var fromState = evaluation.Sources.Length > 0 && evaluation.Sources.All(citation => knowledge.Vocabulary.Sources[citation.Source].Kind == State);
            if (!byState && fromState)
            {
                log.Report(Catalogue.StateAlone, evaluation.PlaceOf("sources"), "the level is \"implemented\", and every source is the State's own", "Add an independent source on practice, or name the State as the assessor.");
            }
        }
    }
}

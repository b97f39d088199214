using Heed.Diagnostics;
using Heed.Linking;

namespace Heed.Validation;

/// <summary>Tells how many priority recommendations have an evaluation, a decision, or neither, and names the last.</summary>
internal static class PriorityCoverage
{
    public static void Judge(KnowledgeBase knowledge, DiagnosticLog log)
    {
        var priority = knowledge.Recommendations.Where(recommendation => recommendation.IsPriority).ToArray();
        if (priority.Length == 0)
        {
            return;
        }

        var evaluated = priority.Where(recommendation => !knowledge.EvaluationsOf(recommendation).IsEmpty || !knowledge.ThemeEvaluationsOf(recommendation).IsEmpty).ToHashSet();
        var decided = priority.Where(recommendation => !knowledge.DecisionsOn(recommendation).IsEmpty).ToHashSet();
        var neither = priority.Where(recommendation => !evaluated.Contains(recommendation) && !decided.Contains(recommendation)).ToArray();
        var named = neither.Length == 0 ? "" : ": " + string.Join(", ", neither.Select(recommendation => recommendation.Id.ToString()["recommendations/".Length..]));
        log.Report(
            Catalogue.Coverage,
            new Place("content/recommendations/"),
            $"of {priority.Length} priority recommendations {evaluated.Count} have an evaluation, by name or through a theme, {decided.Count} have a decision, and {neither.Length} have neither{named}",
            "Nothing is wrong: the pages say so themselves. An evaluation or decision is added only where a source holds one.");
    }
}

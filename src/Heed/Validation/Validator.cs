using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Linking;

namespace Heed.Validation;

/// <summary>Judges the knowledge as a whole, by rules of one file each.</summary>
public static class Validator
{
    private static readonly ImmutableArray<Action<KnowledgeBase, DiagnosticLog>> Rules =
    [
        Settings.Judge,
        SessionsOfCycles.Judge,
        EarlierCycles.Judge,
        Totals.Judge,
        PriorityCoverage.Judge,
        SelfRecommendations.Judge,
        Positions.Judge,
        StateSelfAssessments.Judge,
        Translations.Judge,
    ];

    /// <summary>Applies every rule.</summary>
    public static void Validate(KnowledgeBase knowledge, DiagnosticLog log)
    {
        foreach (var rule in Rules)
        {
            rule(knowledge, log);
        }
    }
}

using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Linking;
using Heed.Model;

namespace Heed.Validation;

/// <summary>Judges the knowledge as a whole, by rules of one file each.</summary>
public static class Validator
{
    private static readonly ImmutableArray<Action<KnowledgeBase, DiagnosticLog>> Rules =
    [
        Settings.Judge,
        FileNames.Judge,
        SessionsOfCycles.Judge,
        EarlierCycles.Judge,
        Numbers.Judge,
        SelfRecommendations.Judge,
        Positions.Judge,
        StateSelfAssessments.Judge,
        Translations.Judge,
        EmptyTexts.Judge,
    ];

    /// <summary>What is said of the whole: only where every page and list could be read.</summary>
    private static readonly ImmutableArray<Action<KnowledgeBase, DiagnosticLog>> RulesOfTheWhole =
    [
        Totals.Judge,
        Numbers.TellGaps,
        PriorityCoverage.Judge,
    ];

    /// <summary>Applies every rule.</summary>
    /// <param name="knowledge">The knowledge base.</param>
    /// <param name="today">The day of the build, for what is due.</param>
    /// <param name="levelChanges">How levels of evaluations changed in the version history after publication, by path; empty when there is none.</param>
    /// <param name="log">Told what is wrong.</param>
    public static void Validate(KnowledgeBase knowledge, DateOnly today, IReadOnlyDictionary<string, ImmutableArray<LevelChange>> levelChanges, DiagnosticLog log)
    {
        foreach (var rule in Rules)
        {
            rule(knowledge, log);
        }

        if (knowledge.Absences.IsWhole && knowledge.Vocabulary.Unread.IsEmpty && knowledge.Config.Country.Length > 0)
        {
            foreach (var rule in RulesOfTheWhole)
            {
                rule(knowledge, log);
            }

            ReviewDates.Judge(knowledge, today, log);
        }

        Histories.Judge(knowledge, levelChanges, log);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Heed.Diagnostics;
using Heed.Linking;
using Heed.Model;

namespace Heed.Validation;

/// <summary>What an evaluation said before stays told: its own history holds together, and has what the version history has.</summary>
internal static class Histories
{
    public static void Judge(KnowledgeBase knowledge, IReadOnlyDictionary<string, ImmutableArray<LevelChange>> changes, DiagnosticLog log)
    {
        foreach (var evaluation in knowledge.Evaluations)
        {
            JudgeOrder(evaluation, log);
            JudgeAgainstVersions(evaluation, changes.GetValueOrDefault(evaluation.Place.Path, []), log);
        }
    }

    private static void JudgeOrder(Evaluation evaluation, DiagnosticLog log)
    {
        EarlierState? before = null;
        foreach (var state in evaluation.History.Reverse())
        {
            if (state.Since is { } since && since.CompareTo(state.Until) >= 0)
            {
                log.Report(Catalogue.WrongDate, state.Place, $"the state until {state.Until} begins on {since}, which is not before its end", "Correct since or until.");
            }

            if (before is not null && state.Since is { } begun && begun != before.Until)
            {
                log.Report(Catalogue.WrongDate, state.Place, $"the state until {state.Until} begins on {begun}, and the one before it ends on {before.Until}", "Let one end on the day on which the next begins, or leave since out.");
            }

            before = state;
        }
    }

    private static void JudgeAgainstVersions(Evaluation evaluation, ImmutableArray<LevelChange> changes, DiagnosticLog log)
    {
        foreach (var level in changes.GroupBy(change => change.From))
        {
            var told = evaluation.History.Count(state => state.Level == level.Key);
            foreach (var change in level.Skip(told))
            {
                var day = change.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                log.Report(
                    Catalogue.SilentChange,
                    evaluation.PlaceOf("level"),
                    $"the level changed from {change.From} to {change.To} on {day} after the page was published, and its history does not say so",
                    $"Add to `history:` an item `- until: \"{day}\"` with `level: {change.From}` and `why:`; what was published stays told.");
            }
        }
    }
}

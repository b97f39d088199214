using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Model;
using Heed.Rendering.Charts;
using Heed.Rendering.Entries;
using Heed.Rendering.Lists;

namespace Heed.Rendering.Themes;

/// <summary>Evaluations beside one another, so that it is seen at once where assessors differ. Nothing is averaged.</summary>
internal static class SideCards
{
    /// <summary>The counted evaluations by level, from better to worse; each evaluation once.</summary>
    public static ImmutableArray<SideView> ByLevel(ImmutableArray<Evaluation> counted, PageWriter writer)
    {
        var byLevel = counted.ToLookup(evaluation => evaluation.Level, StringComparer.Ordinal);
        return
        [
            .. LevelsChart.LevelsOf(counted, writer.Knowledge).Where(level => byLevel.Contains(level.Key)).Select(level => new SideView(
                Addresses.LevelAnchor(level.Key),
                writer.Level(writer.Edition.Config.DefaultScale, level.Key),
                writer.Say("count.evaluations", byLevel[level.Key].Count()),
                [.. byLevel[level.Key].Select(evaluation => Of(evaluation, false, writer))])),
        ];
    }

    /// <summary>One evaluation.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="withLevel">Whether the card names the level itself.</param>
    /// <param name="writer">The page.</param>
    public static SideCardView Of(Evaluation evaluation, bool withLevel, PageWriter writer)
    {
        var parts = new EntryParts(writer);
        return new SideCardView(
            writer.Link(evaluation),
            parts.Assessors(evaluation),
            withLevel ? writer.Level(evaluation.Scale, evaluation.Level) : null,
            writer.Date(evaluation.EvidenceDate),
            parts.LevelOf(evaluation, evaluation.LawLevel),
            parts.LevelOf(evaluation, evaluation.PracticeLevel),
            ListItems.NotCounted(evaluation, writer) is { } why ? [why] : [],
            writer.FirstParagraph(evaluation),
            evaluation.IsMappedByHeed,
            parts.ScaleName(evaluation.Scale),
            parts.ReportedBy(evaluation));
    }

    /// <summary>How far apart the evaluations are, in a sentence that names both ends and no middle.</summary>
    public static string Spread(ImmutableArray<Evaluation> counted, PageWriter writer)
    {
        var levels = LevelsChart.LevelsOf(counted, writer.Knowledge).Where(level => counted.Any(evaluation => evaluation.Level == level.Key)).ToList();
        string Name(ScaleLevel level) => level.Label.In(writer.Edition.Language);
        return (counted.Length, levels.Count) switch
        {
            (0, _) => writer.Say("list.none-evaluations"),
            (1, _) => writer.Say("sides.one", Name(levels[0])),
            (_, 1) => writer.Say("sides.agree", counted.Length, Name(levels[0])),
            _ => writer.Say("sides.differ", levels.Count, Name(levels[0]), Name(levels[^1])),
        };
    }
}

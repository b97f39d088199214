using System.Collections.Immutable;
using System.Globalization;
using Heed.Linking;
using Heed.Model;
using Heed.Theming;

namespace Heed.Rendering.Charts;

/// <summary>How the evaluations at hand are spread over the levels, by kind of assessor. It says what was said, not how things are.</summary>
/// <remarks>
/// Each evaluation counts once. One that assessors of different kinds made together stands in a row of its own, as
/// giving it to either kind, or to both, would say more than the source does.
/// </remarks>
internal static class LevelsChart
{
    /// <summary>The evaluations that are drawn.</summary>
    public static ImmutableArray<Evaluation> Counted(KnowledgeBase knowledge) =>
        [.. knowledge.Evaluations.Where(evaluation => evaluation.IsCounted && evaluation.Scale == knowledge.Config.DefaultScale)];

    /// <summary>The evaluations that are left out: baselines, those of drafts and bills, and those on another scale.</summary>
    public static ImmutableArray<Evaluation> LeftOut(KnowledgeBase knowledge) =>
        [.. knowledge.Evaluations.Except(Counted(knowledge))];

    /// <param name="review">The review whose number of recommendations this is no verdict on.</param>
    public static StackedBarChart? Of(KnowledgeBase knowledge, Labels labels, Review? review)
    {
        var counted = Counted(knowledge);
        if (counted.IsEmpty || !knowledge.Vocabulary.Scales.TryGetValue(knowledge.Config.DefaultScale, out var scale))
        {
            return null;
        }

        // From better to worse, then what says nothing about implementation, which is left out while nobody gave it.
        var levels = scale.Levels
            .Where(level => level.Order is not null || counted.Any(evaluation => evaluation.Level == level.Key))
            .OrderByDescending(level => level.Order ?? int.MinValue)
            .ToImmutableArray();
        var language = labels.Language;

        return new StackedBarChart
        {
            Id = "levels-by-assessor",
            Title = labels.Say("chart.levels.title"),
            BarsWord = labels.Say("chart.levels.kind"),
            SumWord = labels.Say("chart.levels.evaluations"),
            FiguresWord = labels.Say("chart.figures"),
            Series = [.. levels.Select((level, place) => new ChartSeries(level.Label.In(language), Fill(level, place)))],
            Bars = [.. Rows(counted, knowledge, labels).Select(row => new ChartBar(row.Label, Figure(row.Evaluations.Length), [.. levels.Select(level => Figure(row.Evaluations.Count(evaluation => evaluation.Level == level.Key)))]))],
            Notes = [Sentence(counted, labels, review)],
        };
    }

    private static string Sentence(ImmutableArray<Evaluation> counted, Labels labels, Review? review)
    {
        var spread = labels.Say(
            "chart.levels.spread",
            labels.Say("count.evaluations", counted.Length),
            labels.Say("count.assessors", counted.SelectMany(evaluation => evaluation.Assessors).Distinct(StringComparer.Ordinal).Count()),
            labels.Say("count.themes", counted.SelectMany(evaluation => evaluation.Themes).Distinct(StringComparer.Ordinal).Count()));
        return review?.Received.Least is { } received
            ? labels.Say("chart.levels.no-verdict", received, spread)
            : labels.Say("chart.levels.no-verdict-at-all", spread);
    }

    private static IEnumerable<(string Label, ImmutableArray<Evaluation> Evaluations)> Rows(ImmutableArray<Evaluation> counted, KnowledgeBase knowledge, Labels labels)
    {
        var byKind = counted.ToLookup(evaluation => KindOf(evaluation, knowledge.Vocabulary), StringComparer.Ordinal);
        foreach (var kind in knowledge.Vocabulary.AssessorKinds.All.Where(kind => byKind.Contains(kind.Key)))
        {
            yield return (kind.Label.In(labels.Language), [.. byKind[kind.Key]]);
        }

        if (byKind.Contains(""))
        {
            yield return (labels.Say("chart.levels.several-kinds"), [.. byKind[""]]);
        }
    }

    /// <summary>The one kind of all the assessors, or nothing when they are of several.</summary>
    private static string KindOf(Evaluation evaluation, Vocabulary vocabulary)
    {
        var kinds = evaluation.Assessors.Select(assessor => vocabulary.Assessors.Find(assessor)?.Kind ?? "").Distinct(StringComparer.Ordinal).ToList();
        return kinds.Count == 1 ? kinds[0] : "";
    }

    private static ChartFigure Figure(int count) => new(count, count.ToString(CultureInfo.InvariantCulture));

    private static ChartFill Fill(ScaleLevel level, int place) => level.Order is null
        ? (level.Key == "not-assessed" ? ChartFill.Dashed : ChartFill.Dotted)
        : place switch
        {
            0 => ChartFill.Solid,
            1 => ChartFill.Hatched,
            2 => ChartFill.Empty,
            _ => ChartFill.Crossed,
        };
}

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
    /// <summary>Whether an evaluation is in charts and figures: neither a baseline nor of a draft or bill, and on the scale of the settings.</summary>
    public static bool Counts(Evaluation evaluation, KnowledgeBase knowledge) => evaluation.IsCounted && evaluation.Scale == knowledge.Config.DefaultScale;

    /// <summary>The evaluations that are drawn.</summary>
    public static ImmutableArray<Evaluation> Counted(KnowledgeBase knowledge) => [.. knowledge.Evaluations.Where(evaluation => Counts(evaluation, knowledge))];

    /// <summary>The evaluations that are left out: baselines, those of drafts and bills, and those on another scale.</summary>
    public static ImmutableArray<Evaluation> LeftOut(KnowledgeBase knowledge) => [.. knowledge.Evaluations.Where(evaluation => !Counts(evaluation, knowledge))];

    /// <summary>From better to worse, then what says nothing about implementation, which is left out while nobody gave it.</summary>
    public static ImmutableArray<ScaleLevel> LevelsOf(ImmutableArray<Evaluation> counted, KnowledgeBase knowledge) =>
        knowledge.Vocabulary.Scales.TryGetValue(knowledge.Config.DefaultScale, out var scale)
            ?
            [
                .. scale.Levels
                    .Where(level => level.Order is not null || counted.Any(evaluation => evaluation.Level == level.Key))
                    .OrderByDescending(level => level.Order ?? int.MinValue),
            ]
            : [];

    /// <summary>All evaluations at hand, by kind of assessor.</summary>
    /// <param name="review">The review whose number of recommendations this is no verdict on.</param>
    public static StackedBarChart? Of(KnowledgeBase knowledge, Labels labels, Review? review)
    {
        var counted = Counted(knowledge);
        return Chart("levels-by-assessor", labels.Say("chart.levels.title"), labels.Say("chart.levels.kind"), ByKind(counted, knowledge, labels), counted, knowledge, labels) is { } chart
            ? chart with { Notes = [Sentence(counted, labels, review), OfWhat(counted, labels)] }
            : null;
    }

    /// <summary>The counted evaluations of one theme, by kind of assessor.</summary>
    public static StackedBarChart? OfTheme(ImmutableArray<Evaluation> counted, KnowledgeBase knowledge, Labels labels) =>
        Chart("levels-of-theme", labels.Say("chart.levels.theme-title"), labels.Say("chart.levels.kind"), ByKind(counted, knowledge, labels), counted, knowledge, labels) is { } chart
            ? chart with { Notes = [labels.Say("chart.levels.no-average")] }
            : null;

    /// <summary>All counted evaluations, by the themes that they name. One that names two themes stands in the bar of each.</summary>
    /// <param name="address">Where the page of a theme stands from the page with the chart.</param>
    public static StackedBarChart? ByTheme(KnowledgeBase knowledge, Labels labels, Func<Term, string> address)
    {
        var counted = Counted(knowledge);
        var rows = knowledge.Vocabulary.Themes.All
            .Select(theme => new Row(theme.Label.In(labels.Language), [.. counted.Where(evaluation => evaluation.Themes.Contains(theme.Key))], address(theme)))
            .Where(row => !row.Evaluations.IsEmpty)
            .OrderByDescending(row => row.Evaluations.Length);
        return Chart("levels-by-theme", labels.Say("chart.levels.by-theme-title"), labels.Say("chart.levels.theme"), rows, counted, knowledge, labels) is { } chart
            ? chart with { Notes = [labels.Say("chart.levels.each-theme"), labels.Say("chart.levels.no-average")] }
            : null;
    }

    private static StackedBarChart? Chart(string id, string title, string barsWord, IEnumerable<Row> rows, ImmutableArray<Evaluation> counted, KnowledgeBase knowledge, Labels labels)
    {
        var levels = LevelsOf(counted, knowledge);
        var drawn = rows.ToList();
        if (drawn.Count == 0 || levels.IsEmpty)
        {
            return null;
        }

        return new StackedBarChart
        {
            Id = id,
            Title = title,
            BarsWord = barsWord,
            SumWord = labels.Say("chart.levels.evaluations"),
            FiguresWord = labels.Say("chart.figures"),
            Series = [.. levels.Select((level, place) => new ChartSeries(level.Label.In(labels.Language), Fill(level, place)))],
            Bars =
            [
                .. drawn.Select(row => new ChartBar(
                    row.Label, Figure(row.Evaluations.Length), [.. levels.Select(level => Figure(row.Evaluations.Count(evaluation => evaluation.Level == level.Key)))])
                {
                    Address = row.Address,
                }),
            ],
        };
    }

    private static string Sentence(ImmutableArray<Evaluation> counted, Labels labels, Review? review)
    {
        var spread = labels.Say(
            "chart.levels.spread",
            labels.Say("count.evaluations", counted.Length),
            labels.Say("count.assessors", Assessors(counted)),
            labels.Say("count.themes", counted.SelectMany(evaluation => evaluation.Themes).Distinct(StringComparer.Ordinal).Count()));
        return review?.Received.Least is { } received
            ? labels.Say("chart.levels.no-verdict", received, spread)
            : labels.Say("chart.levels.no-verdict-at-all", spread);
    }

    /// <summary>Whether they judge recommendations by name or themes as a whole: a level of a theme is none of each recommendation.</summary>
    private static string OfWhat(ImmutableArray<Evaluation> counted, Labels labels)
    {
        var byName = counted.Count(evaluation => !evaluation.Recommendations.IsEmpty);
        return byName == 0 ? labels.Say("chart.levels.of-themes") : labels.Say("chart.levels.some-by-name", byName);
    }

    /// <summary>How many assessors made the evaluations between them.</summary>
    public static int Assessors(IEnumerable<Evaluation> evaluations) =>
        evaluations.SelectMany(evaluation => evaluation.Assessors).Distinct(StringComparer.Ordinal).Count();

    private static IEnumerable<Row> ByKind(ImmutableArray<Evaluation> counted, KnowledgeBase knowledge, Labels labels)
    {
        var byKind = counted.ToLookup(evaluation => KindOf(evaluation, knowledge.Vocabulary), StringComparer.Ordinal);
        foreach (var kind in knowledge.Vocabulary.AssessorKinds.All.Where(kind => byKind.Contains(kind.Key)))
        {
            yield return new Row(kind.Label.In(labels.Language), [.. byKind[kind.Key]], null);
        }

        if (byKind.Contains(""))
        {
            yield return new Row(labels.Say("chart.levels.several-kinds"), [.. byKind[""]], null);
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

    private sealed record Row(string Label, ImmutableArray<Evaluation> Evaluations, string? Address);
}

using System.Collections.Immutable;
using Heed.Linking;
using Heed.Model;
using Heed.Rendering.Charts;
using Heed.Rendering.Lists;

namespace Heed.Rendering.Themes;

/// <summary>What the knowledge base holds on one theme itself. What names only a narrower theme stands on that theme's own page.</summary>
internal sealed record ThemeRecords
{
    public required Term Theme { get; init; }

    /// <summary>The newest cycle first, within it single recommendations by number, then groups.</summary>
    public required ImmutableArray<Recommendation> Recommendations { get; init; }

    /// <summary>Evaluations that name the theme and are in figures, the newest evidence first.</summary>
    public required ImmutableArray<Evaluation> Counted { get; init; }

    /// <summary>Evaluations that name the theme and stand apart: baselines, of drafts and bills, on another scale.</summary>
    public required ImmutableArray<Evaluation> Apart { get; init; }

    /// <summary>Evaluations that name a recommendation of the theme and not the theme itself.</summary>
    public required ImmutableArray<Evaluation> ByName { get; init; }

    /// <summary>Decisions that name the theme, the newest first.</summary>
    public required ImmutableArray<Decision> Decisions { get; init; }

    /// <summary>Decisions on other themes that the editors linked to a recommendation of this one.</summary>
    public required ImmutableArray<Decision> LinkedDecisions { get; init; }

    public required ImmutableArray<Finding> Findings { get; init; }

    public required ImmutableArray<Event> Events { get; init; }

    /// <summary>The recommendations that are one each. Only they are counted.</summary>
    public IEnumerable<Recommendation> Singles => Recommendations.Where(recommendation => !recommendation.Describes.IsGroup);

    /// <summary>Records that describe several recommendations together.</summary>
    public IEnumerable<Recommendation> Groups => Recommendations.Where(recommendation => recommendation.Describes.IsGroup);

    public static ThemeRecords Of(Term theme, KnowledgeBase knowledge)
    {
        bool Bears(Entry entry) => entry.Themes.Contains(theme.Key);
        var recommendations = ListItems.InOrder(knowledge.Recommendations.Where(Bears)).ToImmutableArray();
        var evaluations = ListItems.InOrder(knowledge.Evaluations.Where(Bears)).ToImmutableArray();
        var byName = recommendations.SelectMany(recommendation => knowledge.EvaluationsOf(recommendation)).DistinctBy(evaluation => evaluation.Id).Where(evaluation => !Bears(evaluation));
        var linked = recommendations.SelectMany(recommendation => knowledge.DecisionsOn(recommendation)).Select(related => related.Entry).DistinctBy(decision => decision.Id).Where(decision => !Bears(decision));
        return new ThemeRecords
        {
            Theme = theme,
            Recommendations = recommendations,
            Counted = [.. evaluations.Where(evaluation => LevelsChart.Counts(evaluation, knowledge))],
            Apart = [.. evaluations.Where(evaluation => !LevelsChart.Counts(evaluation, knowledge))],
            ByName = [.. ListItems.InOrder(byName)],
            Decisions = [.. ListItems.InOrder(knowledge.Decisions.Where(Bears))],
            LinkedDecisions = [.. ListItems.InOrder(linked)],
            Findings = [.. knowledge.Findings.Where(Bears)],
            Events = [.. knowledge.Events.Where(Bears)],
        };
    }

    /// <summary>Recommendations that no counted evaluation reaches, neither by name nor by one of their themes or a broader one.</summary>
    public IEnumerable<Recommendation> WithoutEvaluation(KnowledgeBase knowledge) => Recommendations.Where(recommendation =>
        !knowledge.EvaluationsOf(recommendation).Any(evaluation => LevelsChart.Counts(evaluation, knowledge))
        && !knowledge.ThemeEvaluationsOf(recommendation).Any(reaching => LevelsChart.Counts(reaching.Evaluation, knowledge)));

    /// <summary>Recommendations that no counted evaluation judges by name.</summary>
    public IEnumerable<Recommendation> NamedByNoEvaluation(KnowledgeBase knowledge) => Recommendations.Where(recommendation =>
        !knowledge.EvaluationsOf(recommendation).Any(evaluation => LevelsChart.Counts(evaluation, knowledge)));

    /// <summary>Recommendations to which no decision is linked.</summary>
    public IEnumerable<Recommendation> WithoutDecision(KnowledgeBase knowledge) =>
        Recommendations.Where(recommendation => knowledge.DecisionsOn(recommendation).IsEmpty);

    /// <summary>Assessments that were announced of reviews with single recommendations on the theme, and of how many of these.</summary>
    public IEnumerable<(Review Review, AwaitedAssessment Awaited, int Recommendations)> AwaitedOf(KnowledgeBase knowledge) =>
        from review in knowledge.Reviews.OrderByDescending(review => review.Cycle)
        let singles = Singles.Count(recommendation => recommendation.Review.Target == review.Id)
        where singles > 0
        from awaited in review.AwaitedAssessments
        select (review, awaited, singles);
}

using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Model;
using Heed.Rendering.Charts;
using Heed.Theming;

namespace Heed.Rendering.Entries;

/// <summary>One evaluation beside others.</summary>
/// <param name="Link">The evaluation's own page.</param>
/// <param name="Assessors">Who assessed.</param>
/// <param name="Level">The level.</param>
/// <param name="Date">The date or period of the evidence.</param>
public sealed record SideRowView(LinkView Link, ImmutableArray<AssessorView> Assessors, LevelView Level, DateView Date);

/// <summary>Evaluations of one thing on which assessors differ.</summary>
/// <param name="Theme">The theme that they judge; null when it is the recommendation by name.</param>
/// <param name="Rows">Each evaluation once, from better to worse.</param>
public sealed record SideGroupView(LinkView? Theme, ImmutableArray<SideRowView> Rows);

/// <summary>Where assessors differ, side by side.</summary>
/// <param name="Groups">Each thing on which they differ: the recommendation by name, then its themes.</param>
[Template("parts/side-by-side")]
public sealed record SideBySideView(ImmutableArray<SideGroupView> Groups);

/// <summary>Finds where counted evaluations of a recommendation, or of one of its themes, give different levels. Nothing is averaged.</summary>
internal static class SideBySide
{
    public static SideBySideView? Of(Recommendation recommendation, PageWriter writer)
    {
        var knowledge = writer.Knowledge;
        var byTheme = knowledge.ThemeEvaluationsOf(recommendation);

        // An evaluation that names several of the themes reaches the page through one; here it stands with each.
        IEnumerable<(LinkView? Theme, IEnumerable<Evaluation> Evaluations)> judged =
        [
            (null, knowledge.EvaluationsOf(recommendation)),
            .. recommendation.Themes.Select(theme => (
                (LinkView?)writer.Link(Addresses.Theme(theme), writer.Edition.Wording(writer.Vocabulary.Themes, theme)),
                byTheme.Select(reaching => reaching.Evaluation).Where(evaluation => evaluation.Themes.Contains(theme)))),
        ];
        var groups = ImmutableArray.CreateBuilder<SideGroupView>();
        foreach (var (theme, evaluations) in judged)
        {
            ImmutableArray<Evaluation> counted = [.. evaluations.Where(evaluation => LevelsChart.Counts(evaluation, knowledge))];
            if (counted.Select(evaluation => evaluation.Level).Distinct(StringComparer.Ordinal).Count() > 1)
            {
                groups.Add(new SideGroupView(theme, Rows(counted, writer)));
            }
        }

        return groups.Count == 0 ? null : new SideBySideView(groups.ToImmutable());
    }

    private static ImmutableArray<SideRowView> Rows(ImmutableArray<Evaluation> counted, PageWriter writer)
    {
        var parts = new EntryParts(writer);
        var order = LevelsChart.LevelsOf(counted, writer.Knowledge).Select(level => level.Key).ToList();
        return
        [
            .. counted
                .OrderBy(evaluation => order.IndexOf(evaluation.Level))
                .Select(evaluation => new SideRowView(writer.Link(evaluation), parts.Assessors(evaluation), writer.Level(evaluation.Scale, evaluation.Level), writer.Date(evaluation.EvidenceDate))),
        ];
    }
}

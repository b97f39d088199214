using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Text;

namespace Heed.Rendering.Lists;

/// <summary>
/// Recommendations by the Sustainable Development Goals whose targets a source attaches to them. Where no source does, there
/// are no such pages: a goal is never guessed from the words of a recommendation.
/// </summary>
internal static class SdgPages
{
    public static IEnumerable<Page> Of(KnowledgeBase knowledge)
    {
        var goals = Goals(knowledge).ToImmutableArray();
        return goals.IsEmpty
            ? []
            : goals.Select(goal => new Page(Addresses.Goal(goal), PageKind.List, writer => Goal(goal, writer))).Prepend(new Page(Addresses.Goals, PageKind.List, Index));
    }

    /// <summary>The goals that a recommendation bears, by number.</summary>
    public static IEnumerable<string> Goals(KnowledgeBase knowledge) => knowledge.Recommendations
        .SelectMany(recommendation => recommendation.SdgTargets)
        .Select(GoalOf)
        .Distinct(StringComparer.Ordinal)
        .Order(NaturalOrder.Instance);

    /// <summary>The goal of a target: <c>16</c> of <c>16.10</c>.</summary>
    public static string GoalOf(string target) => target[..target.IndexOf('.')];

    /// <summary>The goal by number and name: <c>Goal 16: Peace, justice and strong institutions</c>.</summary>
    public static string Name(string goal, PageWriter writer) => writer.Say("goal.named", goal, writer.Say($"goal.{goal}"));

    private static IEnumerable<Recommendation> With(string goal, KnowledgeBase knowledge) =>
        knowledge.Recommendations.Where(recommendation => recommendation.SdgTargets.Any(target => GoalOf(target) == goal));

    private static PageContent Index(PageWriter writer)
    {
        var goals = Goals(writer.Knowledge).ToList();
        var view = new IndexListView
        {
            Header = new PageHeaderView(writer.Say("lists.goals"), null, writer.Say("lists.goals-words")),
            Summary = writer.Say("index.by-number", writer.Say("count.goals", goals.Count)),
            Sections =
            [
                new IndexSectionView("goals", null,
                [
                    .. goals.Select(goal => new IndexItemView(
                        writer.Link(Addresses.Goal(goal), Name(goal, writer)), Counting.Records(With(goal, writer.Knowledge), writer.Labels), null, [])),
                ]),
            ],
        };
        return ListWriting.Content(writer, writer.Say("lists.goals"), view, writer.Say("lists.goals-words"));
    }

    private static PageContent Goal(string goal, PageWriter writer)
    {
        var name = Name(goal, writer);
        var targets = With(goal, writer.Knowledge)
            .SelectMany(recommendation => recommendation.SdgTargets)
            .Where(target => GoalOf(target) == goal)
            .Distinct(StringComparer.Ordinal)
            .Order(NaturalOrder.Instance);
        var view = new EntryListView
        {
            Header = new PageHeaderView(name, null, writer.Say("goal.words")),
            Sections =
            [
                .. targets.Select(target => ListWriting.Section(
                    writer.Knowledge.Recommendations.Where(recommendation => recommendation.SdgTargets.Contains(target)), writer, writer.Say("goal.target", target), "target-" + target.Replace('.', '-'))),
            ],
        };
        return ListWriting.Content(
            writer, name, view, $"{name}: {Counting.Records(With(goal, writer.Knowledge), writer.Labels)}.", null,
            ListWriting.To(writer, Addresses.Goals, "lists.goals"));
    }
}

using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Model;

namespace Heed.Rendering.Lists;

/// <summary>The ways into the site, for home and for those who come to the search page without a script.</summary>
internal static class EntryPoints
{
    public static ImmutableArray<EntryPointView> Of(PageWriter writer)
    {
        var knowledge = writer.Knowledge;
        var (vocabulary, labels) = (writer.Vocabulary, writer.Labels);
        EntryPointView To(string address, string label, string words) => new(ListWriting.To(writer, address, label), words);
        EntryPointView ToPosition(Position position) => new(
            writer.Link(Addresses.Position(position), writer.Say("position.list", writer.Position(position).Text)),
            Counting.Records(knowledge.Recommendations.Where(recommendation => recommendation.Position == position), labels));

        return
        [
            To(Addresses.Recommendations, "lists.recommendations", Counting.Records(knowledge.Recommendations, labels)),
            To(Addresses.Numbers, "lists.numbers", writer.Say("numbers.point")),
            To(Addresses.Titles, "lists.titles", writer.Say("titles.point")),
            To(Addresses.Reviews, "lists.reviews", labels.Say("count.reviews", knowledge.Reviews.Length)),
            To(Addresses.Themes, "lists.themes", labels.Say("count.themes", vocabulary.Themes.All.Length)),
            To(Addresses.Groups, "lists.groups", labels.Say("count.persons", vocabulary.Groups.All.Length)),
            To(Addresses.States, "lists.states", labels.Say("count.states", VocabularyPages.UsedStates(knowledge).Count())),
            .. Enum.GetValues<Position>().Select(ToPosition),
            To(Addresses.Evaluations, "lists.evaluations", labels.Say("count.evaluations", knowledge.Evaluations.Length)),
            To(Addresses.Levels, "lists.levels", labels.Say("count.levels", EntryLists.LevelsOf(knowledge).Length)),
            To(Addresses.Matrix, "matrix.title", labels.Say("count.themes", vocabulary.Themes.All.Length)),
            To(Addresses.Findings, "lists.findings", labels.Say("count.findings", knowledge.Findings.Length)),
            To(Addresses.Decisions, "lists.decisions", labels.Say("count.decisions", knowledge.Decisions.Length)),
            To(Addresses.Bodies, "lists.bodies", labels.Say("count.bodies", vocabulary.Bodies.All.Length)),
            To(Addresses.TreatyArticles, "lists.treaty-articles", labels.Say("count.treaty-articles", EntryLists.ArticlesOf(knowledge).Length)),
            .. writer.Address == Addresses.Search ? [] : (EntryPointView[])[To(Addresses.Search, "search.title", writer.Say("search.placeholder"))],
            To(Addresses.Timeline, "timeline.title", labels.Say("count.events", knowledge.Events.Length)),
            .. knowledge.Proposals.IsEmpty ? [] : (EntryPointView[])[To(Addresses.Proposals, "lists.proposals", labels.Say("count.proposals", knowledge.Proposals.Length))],
            To(Addresses.Articles, "lists.articles", labels.Say("count.articles", knowledge.Articles.Length)),
        ];
    }
}

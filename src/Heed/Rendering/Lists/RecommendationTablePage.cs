using System.Globalization;
using Heed.Addressing;
using Heed.Model;

namespace Heed.Rendering.Lists;

/// <summary>All recommendations as one table. It is whole as it stands; the script only narrows and sorts it.</summary>
internal static class RecommendationTablePage
{
    private const string WordsScript = "assets/search/heed-words.js";

    private const string Script = "assets/heed-filter.js";

    public static readonly Page Page = new(Addresses.Recommendations, PageKind.List, Write);

    private static PageContent Write(PageWriter writer)
    {
        var knowledge = writer.Knowledge;
        var all = ListItems.InOrder(knowledge.Recommendations).ToList();
        var facets = new RecommendationFacets(writer);
        var view = new RecommendationTableView
        {
            Header = new PageHeaderView(writer.Say("lists.recommendations"), null, writer.Say("lists.recommendations-words")),
            Summary = writer.Say("table.summary", Counting.Records(all, writer.Labels)),
            Coverage =
            [
                .. knowledge.Reviews.OrderByDescending(review => review.Cycle).Select(review => writer.Say(
                    "table.coverage", CycleNames.Of(review, writer), Counting.Coverage(review, knowledge.RecommendationsOf(review), writer.Labels))),
            ],
            CountWords = writer.Say("filter.count"),
            Related = facets.Lists(),
            HasTargets = all.Any(recommendation => !recommendation.SdgTargets.IsEmpty),
            Filters = facets.Filters(all),
            Rows = [.. all.Select((recommendation, index) => Row(recommendation, index, facets, writer))],
        };
        return new PageContent(writer.Say("lists.recommendations"), writer.Fill(view))
        {
            Description = writer.Say("lists.recommendations-words"),
            Scripts = [WordsScript, Script],
        };
    }

    private static RecommendationRowView Row(Recommendation recommendation, int index, RecommendationFacets facets, PageWriter writer)
    {
        var (knowledge, vocabulary) = (writer.Knowledge, writer.Vocabulary);
        var text = ListItems.TextOf(recommendation, writer);
        var title = recommendation.Paragraph.IsKnown ? new Wording(recommendation.Paragraph.Value.ToString(), null) : writer.Edition.Titles.Of(recommendation);
        var states = recommendation.RecommendingStates.Or([]);
        return new RecommendationRowView
        {
            Link = writer.Link(recommendation.Id.Address, title),
            Order = index.ToString("0000", CultureInfo.InvariantCulture),
            Group = Counting.Group(recommendation.Describes, writer.Labels),
            Cycle = knowledge.Get<Review>(recommendation.Review).Cycle,
            States = [.. states.Select(state => writer.Link(Addresses.State(state), writer.Edition.Wording(vocabulary.States, state)))],
            Text = text.Text,
            TextLang = text.Lang,
            Themes = [.. recommendation.Themes.Select(theme => writer.Link(Addresses.Theme(theme), writer.Edition.Wording(vocabulary.Themes, theme)))],
            Persons = [.. recommendation.Groups.Select(group => writer.Link(Addresses.Group(group), writer.Edition.Wording(vocabulary.Groups, group)))],
            Position = writer.Position(recommendation.Position),
            NamedLevels = facets.NamedLevels(recommendation),
            ThemeLevels = facets.ThemeLevels(recommendation),
            Targets = recommendation.SdgTargets,
            Keys = facets.KeysOf(recommendation),
        };
    }
}

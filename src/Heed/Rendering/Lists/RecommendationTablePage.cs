using System.Collections.Immutable;
using System.Globalization;
using Heed.Model;

namespace Heed.Rendering.Lists;

/// <summary>All recommendations as one table. It is whole as it stands; the script only narrows and sorts it.</summary>
internal static class RecommendationTablePage
{
    private const string Script = "assets/heed-filter.js";

    public static readonly Page Page = new(Addresses.Recommendations, "list", Write);

    private static PageContent Write(PageWriter writer)
    {
        var knowledge = writer.Knowledge;
        var all = ListItems.InOrder(knowledge.Recommendations).ToList();
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
            Filters = Filters(all, writer),
            Rows = [.. all.Select((recommendation, index) => Row(recommendation, index, writer))],
        };
        return new PageContent(writer.Say("lists.recommendations"), writer.Fill(view))
        {
            Description = writer.Say("lists.recommendations-words"),
            Scripts = [Script],
        };
    }

    private static RecommendationRowView Row(Recommendation recommendation, int index, PageWriter writer)
    {
        var (knowledge, vocabulary) = (writer.Knowledge, writer.Vocabulary);
        var text = ListItems.TextOf(recommendation, writer);
        var title = recommendation.Paragraph.IsKnown ? new Wording(recommendation.Paragraph.Value.ToString(), null) : writer.Edition.Titles.Of(recommendation);
        var named = Levels(knowledge.EvaluationsOf(recommendation), writer);
        var ofTheme = Levels(knowledge.ThemeEvaluationsOf(recommendation).Where(found => !found.IsBroader).Select(found => found.Evaluation), writer);
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
            NamedLevels = named,
            ThemeLevels = ofTheme,
            StateKeys = Keys(states),
            ThemeKeys = Keys(recommendation.Themes.SelectMany(theme => vocabulary.ThemeAndBroader(theme))),
            PersonKeys = Keys(recommendation.Groups),
            LevelKeys = Keys(named.Concat(ofTheme).Select(level => level.Key)),
        };
    }

    /// <summary>Each level once, from better to worse. What is not counted is not in the table either.</summary>
    private static ImmutableArray<LevelView> Levels(IEnumerable<Evaluation> evaluations, PageWriter writer)
    {
        var order = EntryLists.LevelsOf(writer.Knowledge).Select(level => level.Key).ToImmutableArray();
        return
        [
            .. evaluations
                .Where(evaluation => ListItems.NotCounted(evaluation, writer) is null)
                .Select(evaluation => evaluation.Level)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(level => order.IndexOf(level))
                .Select(level => writer.Level(writer.Edition.Config.DefaultScale, level)),
        ];
    }

    private static string Keys(IEnumerable<string> keys) => string.Join(' ', keys.Distinct(StringComparer.Ordinal));

    private static ImmutableArray<FilterView> Filters(List<Recommendation> all, PageWriter writer)
    {
        var (knowledge, vocabulary, language) = (writer.Knowledge, writer.Vocabulary, writer.Edition.Language);
        var themes = all.SelectMany(recommendation => recommendation.Themes).SelectMany(theme => vocabulary.ThemeAndBroader(theme)).ToHashSet(StringComparer.Ordinal);
        var persons = all.SelectMany(recommendation => recommendation.Groups).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<ChoiceView> Choices(IEnumerable<Term> terms) =>
            [.. terms.Select(term => new ChoiceView(term.Key, term.Label.In(language))).OrderBy(choice => VocabularyPages.SortKey(choice.Words), StringComparer.Ordinal)];

        return
        [
            new FilterView("theme", writer.Say("filter.theme"), Choices(vocabulary.Themes.All.Where(theme => themes.Contains(theme.Key)))),
            new FilterView("state", writer.Say("filter.state"), Choices(VocabularyPages.UsedStates(knowledge))),
            new FilterView("cycle", writer.Say("filter.cycle"), [.. knowledge.Reviews.OrderBy(review => review.Cycle).Select(review => new ChoiceView(
                review.Cycle.ToString(CultureInfo.InvariantCulture), CycleNames.Of(review, writer)))]),
            new FilterView("position", writer.Say("filter.position"), [.. Enum.GetValues<Position>().Select(writer.Position).Select(position => new ChoiceView(position.Key, position.Text))]),
            new FilterView("level", writer.Say("filter.level"), [.. EntryLists.LevelsOf(knowledge).Select(level => writer.Level(writer.Edition.Config.DefaultScale, level.Key)).Select(level => new ChoiceView(level.Key, level.Text))]),
            new FilterView("person", writer.Say("filter.person"), Choices(vocabulary.Groups.All.Where(group => persons.Contains(group.Key)))),
        ];
    }
}

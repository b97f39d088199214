using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Rendering.Charts;
using Heed.Rendering.Entries;
using Heed.Rendering.Lists;

namespace Heed.Rendering.Themes;

/// <summary>One page for each theme, to be read as a briefing: what is asked, by whom, what was answered, what assessors and UN bodies say, what is unknown.</summary>
internal static class ThemePages
{
    public static IEnumerable<Page> Of(KnowledgeBase knowledge) =>
        knowledge.Vocabulary.Themes.All.Select(theme => new Page(Addresses.Theme(theme.Key), PageKind.Theme, writer => Write(theme, writer)));

    private static PageContent Write(Term theme, PageWriter writer)
    {
        var records = ThemeRecords.Of(theme, writer.Knowledge);
        var edition = writer.Edition;
        var name = edition.Wording(theme.Label);
        var question = writer.Say("theme.question", writer.Vocabulary.States.Label(edition.Config.Country, edition.Language));
        var unknown = Unknown(records, writer);
        var awaited = Awaited(records, writer);
        var related = Related(theme, writer);
        var answers = Answers(records, writer);
        var view = new ThemeView
        {
            Question = question,
            Name = name,
            Lead = theme.Description.In("en").Length > 0 ? edition.Wording(theme.Description) : null,
            Scope = writer.Vocabulary.Themes.All.Any(other => other.Broader == theme.Key) ? writer.Say("theme.without-narrower") : writer.Say("theme.has-no-narrower"),
            Related = related,
            Brief = Brief(records, unknown, writer),
            Contents = Contents(awaited, writer),
            Asked = records.Recommendations.IsEmpty ? writer.Say("theme.none-asked") : writer.Say("list.by-review", Counting.Records(records.Recommendations, writer.Labels)),
            Table = records.Recommendations.IsEmpty ? null : writer.Link(Addresses.Filtered(theme.Key), writer.Say("theme.table")),
            Cycles = Cycles(records, writer),
            StatesSummary = States(records).Any() ? writer.Say("theme.states-counted", writer.Say("count.states", States(records).Count())) : writer.Say("theme.states-none"),
            States = [.. States(records).Select(state => new CountedLinkView(StateLink(state.Key, writer), state.Count))],
            GroupStates = [.. StatesOfGroupsAlone(records).Select(state => StateLink(state, writer))],
            Answers = answers,
            AllAnswers = answers.Length > 1 ? AnswersTo(records.Recommendations, null) : null,
            Spread = SideCards.Spread(records.Counted, writer),
            Levels = records.Counted.Length > 1 && LevelsChart.OfTheme(records.Counted, writer.Knowledge, writer.Labels) is { } chart ? StackedBarDrawing.Draw(chart) : null,
            Sides = SideCards.ByLevel(records.Counted, writer),
            Apart = [.. records.Apart.Select(evaluation => SideCards.Of(evaluation, true, writer))],
            ByName = [.. records.ByName.Select(evaluation => SideCards.Of(evaluation, true, writer))],
            Decisions = ListWriting.Section(records.Decisions, writer),
            LinkedDecisions = records.LinkedDecisions.IsEmpty ? null : ListWriting.Section(records.LinkedDecisions, writer, writer.Say("theme.linked-decisions"), "linked-decisions"),
            Findings = ListWriting.Section(records.Findings, writer),
            Events = ListWriting.Section(records.Events, writer),
            Awaited = awaited,
            Unknown = unknown,
            NothingUnknown = NothingUnknown(records, writer),
            Coverage = [.. CyclesNewestFirst(writer).Select(review => CoverageLine(review, writer))],
        };
        return new PageContent($"{question} {name.Text}", writer.Fill(view))
        {
            TitleLang = name.Lang,
            ShortTitle = name.Text,
            Description = writer.Say("theme.description", name.Text, VocabularyPages.ThemeCount(theme.Key, writer)),
            Trail = [ListWriting.To(writer, Addresses.Themes, "lists.themes")],
            Search = name.Lang is null ? Searchable(theme, writer) : null,
        };
    }

    // The records of a theme have pages of their own, and its counts are in the same words on every theme's page: it is found by its names.
    private static SearchablePage Searchable(Term theme, PageWriter writer)
    {
        var edition = writer.Edition;
        return new SearchablePage(
            theme.Label.In(edition.Language),
            null,
            [.. SearchPassages.Of(null, null, theme.Description.Has(edition.Language) ? theme.Description.In(edition.Language) : null)],
            [.. SearchNames.Of(theme, edition.Language).Skip(1)],
            edition.SearchFacets.Of(theme));
    }

    /// <summary>What is at hand of a review in all, so that nobody takes our records for all that was recommended.</summary>
    public static string CoverageLine(Review review, PageWriter writer) => writer.Say(
        "table.coverage", CycleNames.Of(review, writer), Counting.Coverage(review, writer.Knowledge.RecommendationsOf(review), writer.Labels));

    /// <summary>What the State answered to the recommendations; groups stand beside and in no count.</summary>
    public static AnswersView AnswersTo(IEnumerable<Recommendation> recommendations, LinkView? name)
    {
        var byGroup = recommendations.ToLookup(recommendation => recommendation.Describes.IsGroup);
        int Count(Position position) => byGroup[false].Count(recommendation => recommendation.Position == position);
        return new AnswersView(name, Count(Position.Supported), Count(Position.Noted), Count(Position.Unknown), byGroup[false].Count(), byGroup[true].Count());
    }

    /// <summary>A recommendation by its number; by its title where that is not known.</summary>
    public static LinkView NumberLink(Recommendation recommendation, PageWriter writer) => recommendation.Paragraph.IsKnown
        ? writer.Link(recommendation.Id.Address, recommendation.Paragraph.Value.ToString())
        : writer.Link(recommendation);

    private static ImmutableArray<RelatedListsView> Related(Term theme, PageWriter writer)
    {
        LinkView To(Term other) => writer.Link(Addresses.Theme(other.Key), writer.Edition.Wording(other.Label));
        var broader = theme.Broader is { } key ? writer.Vocabulary.Themes.Find(key) : null;
        var narrower = writer.Vocabulary.Themes.All.Where(other => other.Broader == theme.Key).ToList();
        return
        [
            .. broader is null ? [] : (RelatedListsView[])[new RelatedListsView(writer.Say("theme.broader"), [To(broader)])],
            .. narrower.Count == 0 ? [] : (RelatedListsView[])[new RelatedListsView(writer.Say("theme.narrower"), [.. narrower.Select(To)])],
        ];
    }

    private static ImmutableArray<LinkView> Contents(ImmutableArray<AwaitedHereView> awaited, PageWriter writer)
    {
        LinkView To(string id, string words) => new("#" + id, words);
        return
        [
            To("recommendations", writer.Say("theme.asked")),
            To("states", writer.Say("theme.by-whom")),
            To("answers", writer.Say("theme.answers")),
            To("evaluations", writer.Say("theme.assessors")),
            To("decisions", writer.Say("theme.decided")),
            To("findings", writer.Say("lists.findings")),
            To("events", writer.Say("lists.events")),
            .. awaited.IsEmpty ? [] : (LinkView[])[To("awaited", writer.Say("review.awaited"))],
            To("unknown", writer.Say("theme.unknown")),
        ];
    }

    private static ImmutableArray<BriefLineView> Brief(ThemeRecords records, ImmutableArray<UnknownView> unknown, PageWriter writer)
    {
        var labels = writer.Labels;
        var answers = AnswersTo(records.Recommendations, null);
        var inCycles = CyclesNewestFirst(writer)
            .Select(review => (Review: review, Asked: OfReview(records, review)))
            .Where(cycle => cycle.Asked.Length > 0)
            .Select(cycle => labels.Say("theme.line", CycleNames.Of(cycle.Review, writer), Counting.Records(cycle.Asked, labels)));
        BriefLineView Line(string name, params ImmutableArray<string> words) => new(name, words);
        return
        [
            records.Recommendations.IsEmpty
                ? Line(labels.Say("theme.asked"), labels.Say("list.none-recommendations"))
                : Line(labels.Say("theme.asked"), [Counting.Records(records.Recommendations, labels), .. inCycles]),
            .. records.Singles.Any() ? (BriefLineView[])[Line(labels.Say("theme.answers"), labels.Say("theme.answered", answers.Supported, answers.Noted, answers.Unknown))] : [],
            Line(
                labels.Say("theme.assessors"),
                [
                    .. records.Counted.IsEmpty ? [labels.Say("list.none-evaluations")] : (string[])[AssessedBy(records, labels), Levels(records, writer)],
                    .. records.Apart.IsEmpty ? [] : (string[])[labels.Say("theme.apart-count", records.Apart.Length)],
                ]),
            Line(labels.Say("theme.decided"), records.Decisions.IsEmpty ? labels.Say("list.none-decisions") : labels.Say("count.decisions", records.Decisions.Length)),
            Line(
                labels.Say("theme.unknown"),
                unknown.IsEmpty ? [NothingUnknown(records, writer)] : [.. unknown.Select(item => labels.Say("theme.line", item.Name, item.Count))]),
        ];
    }

    /// <summary>Where nothing is asked, nothing of it can be unknown; that is no sign that all is known.</summary>
    private static string NothingUnknown(ThemeRecords records, PageWriter writer) =>
        records.Recommendations.IsEmpty ? writer.Say("theme.none-asked") : writer.Say("theme.unknown.nothing");

    private static string AssessedBy(ThemeRecords records, Theming.Labels labels) =>
        labels.Say("theme.assessed-by", labels.Say("count.evaluations", records.Counted.Length), labels.Say("count.assessors", LevelsChart.Assessors(records.Counted)));

    /// <summary>How many evaluations at each level, from better to worse.</summary>
    private static string Levels(ThemeRecords records, PageWriter writer) => string.Join("; ", LevelsChart.LevelsOf(records.Counted, writer.Knowledge)
        .Select(level => (Name: level.Label.In(writer.Edition.Language), Count: records.Counted.Count(evaluation => evaluation.Level == level.Key)))
        .Where(level => level.Count > 0)
        .Select(level => writer.Say("theme.level-count", level.Count, level.Name)));

    private static IEnumerable<Review> CyclesNewestFirst(PageWriter writer) => writer.Knowledge.Reviews.OrderByDescending(review => review.Cycle);

    private static ImmutableArray<Recommendation> OfReview(ThemeRecords records, Review review) =>
        [.. records.Recommendations.Where(recommendation => recommendation.Review.Target == review.Id)];

    private static ImmutableArray<AskedInCycleView> Cycles(ThemeRecords records, PageWriter writer) =>
    [
        .. CyclesNewestFirst(writer)
            .Select(review => (Review: review, Asked: OfReview(records, review)))
            .Where(cycle => cycle.Asked.Length > 0)
            .Select(cycle => new AskedInCycleView(
                cycle.Review.Id.Name,
                writer.Link(cycle.Review),
                Counting.Records(cycle.Asked, writer.Labels),
                [.. cycle.Asked.Select(recommendation => Asked(recommendation, writer))])),
    ];

    private static AskedView Asked(Recommendation recommendation, PageWriter writer) => new(
        NumberLink(recommendation, writer),
        Counting.Group(recommendation.Describes, writer.Labels),
        writer.Edition.Titles.StatesOf(recommendation),
        writer.Position(recommendation.Position),
        ListItems.TextOf(recommendation, writer));

    /// <summary>States by how many single recommendations they made; a recommendation of several States counts for each.</summary>
    private static IEnumerable<(string Key, int Count)> States(ThemeRecords records) => records.Singles
        .SelectMany(recommendation => recommendation.RecommendingStates.Or([]).Distinct(StringComparer.Ordinal))
        .GroupBy(state => state, StringComparer.Ordinal)
        .Select(state => (state.Key, Count: state.Count()))
        .OrderByDescending(state => state.Count)
        .ThenBy(state => state.Key, StringComparer.Ordinal);

    private static IEnumerable<string> StatesOfGroupsAlone(ThemeRecords records) => records.Groups
        .SelectMany(recommendation => recommendation.RecommendingStates.Or([]))
        .Except(States(records).Select(state => state.Key), StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static LinkView StateLink(string state, PageWriter writer) =>
        writer.Link(Addresses.State(state), writer.Edition.Wording(writer.Vocabulary.States, state));

    private static ImmutableArray<AnswersView> Answers(ThemeRecords records, PageWriter writer) =>
    [
        .. CyclesNewestFirst(writer)
            .Select(review => (Review: review, Asked: OfReview(records, review)))
            .Where(cycle => cycle.Asked.Length > 0)
            .Select(cycle => AnswersTo(cycle.Asked, new LinkView("#" + cycle.Review.Id.Name, CycleNames.Of(cycle.Review, writer)))),
    ];

    private static ImmutableArray<AwaitedHereView> Awaited(ThemeRecords records, PageWriter writer)
    {
        var parts = new EntryParts(writer);
        return
        [
            .. records.AwaitedOf(writer.Knowledge).Select(awaited => new AwaitedHereView(
                parts.Awaited(awaited.Awaited, awaited.Review),
                writer.Say("theme.awaited-of", awaited.Recommendations, CycleNames.Of(awaited.Review, writer)))),
        ];
    }

    private static ImmutableArray<UnknownView> Unknown(ThemeRecords records, PageWriter writer)
    {
        IEnumerable<UnknownView> View(string name, IEnumerable<Recommendation> found, bool isListed = true)
        {
            var open = found.ToList();
            if (open.Count == 0)
            {
                yield break;
            }

            // A list of everything that stands above already tells nobody anything.
            var isAll = open.Count == records.Recommendations.Length;
            yield return new UnknownView(
                name,
                isAll ? writer.Say("theme.unknown.all", Counting.Records(open, writer.Labels)) : Counting.Records(open, writer.Labels),
                isAll || !isListed ? [] : [.. open.Select(recommendation => NumberLink(recommendation, writer))]);
        }

        var knowledge = writer.Knowledge;
        return
        [
            .. View(writer.Say("theme.unknown.evaluation"), records.WithoutEvaluation(knowledge)),
            .. View(writer.Say("theme.unknown.named"), records.NamedByNoEvaluation(knowledge), isListed: false),
            .. View(writer.Say("theme.unknown.position"), records.Recommendations.Where(recommendation => recommendation.Position == Position.Unknown)),
            .. View(writer.Say("theme.unknown.number"), records.Recommendations.Where(recommendation => !recommendation.Paragraph.IsKnown)),
            .. View(writer.Say("theme.unknown.states"), records.Recommendations.Where(recommendation => recommendation.RecommendingStates.Or([]).IsEmpty)),
            .. View(writer.Say("theme.unknown.decision"), records.WithoutDecision(knowledge)),
        ];
    }
}

using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Rendering.Charts;

namespace Heed.Rendering.Lists;

/// <summary>The first page: the figures of the review that is followed up, both charts, the ways in, the newest.</summary>
internal static class HomePage
{
    private const int NewestShown = 8;

    /// <summary>A day on which more pages changed is an import or a change of form, and tells a reader nothing.</summary>
    private const int MostOfOneDay = 30;

    public static readonly Page Page = new(Addresses.Home, PageKind.Home, Write);

    /// <summary>The review that the figures are of: the latest whose follow-up an evaluation names, else the latest.</summary>
    public static Review? Followed(KnowledgeBase knowledge)
    {
        var named = knowledge.Evaluations.Select(evaluation => evaluation.Review?.Target).OfType<EntryId>().ToHashSet();
        return knowledge.Reviews
            .OrderByDescending(review => named.Contains(review.Id))
            .ThenByDescending(review => review.Cycle)
            .FirstOrDefault();
    }

    private static Wording BasisOf(Review? review, Edition edition)
    {
        if (review is null)
        {
            return new Wording("", null);
        }

        var basis = edition.Knowledge.Texts(review).Find(new TextId("text", TotalKeys.Received));
        return basis is null ? new Wording("", null)
            : basis.In(edition.Language) is { } translated ? new Wording(edition.Knowledge.Prose(translated.Words).ShownText(written => edition.NameOf(review, written)), null)
            : edition.Original(edition.Knowledge.Prose(basis.Words).ShownText(written => edition.NameOf(review, written)));
    }

    private static PageContent Write(PageWriter writer)
    {
        var (knowledge, edition, labels) = (writer.Knowledge, writer.Edition, writer.Labels);
        var review = Followed(knowledge);
        var leftOut = LevelsChart.LeftOut(knowledge);
        var siteTitle = edition.Config.Title.In(edition.Language);
        var levels = LevelsChart.Of(knowledge, labels, review);
        var basis = BasisOf(review, edition);

        var view = new HomeView
        {
            Header = new PageHeaderView(siteTitle, null, edition.Config.Description.In(edition.Language)),
            Review = review is null ? null : writer.Link(review.Id.Address, CycleNames.Of(review, writer)),
            Totals = review is null
                ? []
                :
                [
                    new TotalView(EntryLists.Number(review.Received, writer), labels.Say("home.received")),
                    new TotalView(EntryLists.Number(review.Supported, writer), labels.Say("home.supported")),
                    new TotalView(EntryLists.Number(review.Noted, writer), labels.Say("home.noted")),
                ],
            Basis = basis.Text,
            BasisLang = basis.Lang,
            Coverage = review is null ? null : labels.Say("list.at-hand", Counting.Coverage(review, knowledge.RecommendationsOf(review), labels)),
            Awaited = review is null
                ? []
                : [.. review.AwaitedAssessments.Select(awaited => labels.Say("home.awaited", writer.Vocabulary.Assessors.Label(awaited.Assessor, edition.Language)))],
            Positions = knowledge.Reviews.IsEmpty ? null : StackedBarDrawing.Draw(PositionsChart.Of(knowledge, labels, cycle => CycleNames.Of(cycle, writer))),
            Levels = levels is null ? null : StackedBarDrawing.Draw(levels),
            LeftOutWords = labels.Say("chart.left-out", leftOut.Length),
            LeftOut = [.. ListItems.InOrder(leftOut).Select(evaluation => new LeftOutView(writer.Link(evaluation), ListItems.NotCounted(evaluation, writer) ?? ""))],
            EntryPoints = EntryPoints.Of(writer),
            Changes = Changes(writer),
            News = News(writer),
            Articles = [.. knowledge.Articles.Select(article =>
            {
                var summary = ListItems.SummaryOf(article, writer);
                return new EntryPointView(writer.Link(article), summary.Text);
            })],
        };
        return new PageContent(siteTitle, writer.Fill(view)) { Description = edition.Config.Description.In(edition.Language) };
    }

    /// <summary>The pages that changed last, by the version history; none where there is no history.</summary>
    private static ImmutableArray<NewsView> Changes(PageWriter writer) =>
    [
        .. writer.Knowledge.Entries
            .Select(entry => (Entry: entry, Day: PageDates.Of(entry, writer.Edition).LastChanged))
            .Where(change => change.Day is not null)
            .GroupBy(change => change.Day!.Value)
            .Where(day => day.Count() <= MostOfOneDay)
            .OrderByDescending(day => day.Key)
            .SelectMany(day => day.OrderBy(change => change.Entry.Id))
            .Take(NewestShown)
            .Select(change => new NewsView(
                writer.Edition.Dates.Of(change.Day!.Value),
                writer.Say($"kind.{EntryKinds.WordOf(change.Entry.Kind)}"),
                writer.Link(change.Entry),
                null,
                null,
                [])),
    ];

    /// <summary>Evaluations and decisions by the date of their evidence, the newest first: content without a history has no other date.</summary>
    private static ImmutableArray<NewsView> News(PageWriter writer)
    {
        var evaluations = writer.Knowledge.Evaluations.Select(evaluation => (
            Date: ListItems.LatestOf(evaluation.EvidenceDate.End),
            evaluation.Id,
            View: new NewsView(writer.Edition.Dates.Of(evaluation.EvidenceDate), writer.Say("kind.evaluation"), writer.Link(evaluation), writer.Level(evaluation.Scale, evaluation.Level), ListItems.NotCounted(evaluation, writer), ListItems.Judged(evaluation, writer))));
        var decisions = writer.Knowledge.Decisions.Select(decision => (
            Date: ListItems.LatestOf(ListItems.DateOf(decision)),
            decision.Id,
            View: new NewsView(writer.Edition.Dates.Of(ListItems.DateOf(decision)), writer.Say("kind.decision"), writer.Link(decision), null, null, [])));
        return [.. evaluations.Concat(decisions).OrderByDescending(item => item.Date).ThenBy(item => item.Id).Take(NewestShown).Select(item => item.View)];
    }
}

using System.Collections.Immutable;
using Heed.Model;
using Heed.Rendering.Entries;

namespace Heed.Rendering.Lists;

/// <summary>Entries as they stand in lists.</summary>
internal static class ListItems
{
    /// <summary>Recommendations by review and number.</summary>
    public static ImmutableArray<ListItemView> Of(IEnumerable<Recommendation> recommendations, PageWriter writer) =>
        [.. InOrder(recommendations).Select(recommendation => Of(recommendation, writer))];

    /// <summary>Evaluations, the newest evidence first.</summary>
    public static ImmutableArray<ListItemView> Of(IEnumerable<Evaluation> evaluations, PageWriter writer) =>
        [.. InOrder(evaluations).Select(evaluation => Of(evaluation, writer))];

    /// <summary>Decisions, the newest first, unknown last.</summary>
    public static ImmutableArray<ListItemView> Of(IEnumerable<Decision> decisions, PageWriter writer) =>
        [.. InOrder(decisions).Select(decision => Of(decision, writer))];

    /// <summary>Findings by title.</summary>
    public static ImmutableArray<ListItemView> Of(IEnumerable<Finding> findings, PageWriter writer) =>
        [.. findings.OrderBy(finding => writer.Edition.Titles.Of(finding).Text, StringComparer.OrdinalIgnoreCase).Select(finding => Of(finding, writer))];

    /// <summary>Events by date.</summary>
    public static ImmutableArray<ListItemView> Of(IEnumerable<Event> events, PageWriter writer) =>
        [.. events.Select(happening => new ListItemView { Link = writer.Link(happening), Details = [writer.Edition.Dates.Of(happening.Date)] })];

    /// <summary>Articles in the order of their names.</summary>
    public static ImmutableArray<ListItemView> Of(IEnumerable<Article> articles, PageWriter writer) =>
        [.. articles.Select(article => Of(article, writer))];

    /// <summary>Any entry, by its title alone.</summary>
    public static ListItemView Of(Entry entry, PageWriter writer) => entry.Match(
        recommendation: recommendation => Of(recommendation, writer),
        evaluation: evaluation => Of(evaluation, writer),
        finding: finding => Of(finding, writer),
        decision: decision => Of(decision, writer),
        review: review => new ListItemView { Link = writer.Link(review) },
        @event: @event => new ListItemView { Link = writer.Link(@event) },
        article: article => Of(article, writer),
        proposal: proposal => new ListItemView { Link = writer.Link(proposal) });

    /// <summary>The order of lists: newest cycle first, within it single recommendations by number, then groups.</summary>
    public static IEnumerable<Recommendation> InOrder(IEnumerable<Recommendation> recommendations) => recommendations
        .OrderByDescending(recommendation => recommendation.Review.Target)
        .ThenBy(recommendation => recommendation.Describes.IsGroup)
        .ThenBy(recommendation => !recommendation.Paragraph.IsKnown)
        .ThenBy(recommendation => recommendation.Paragraph.Or(default))
        .ThenBy(recommendation => recommendation.Id);

    /// <summary>The newest evidence first.</summary>
    public static IEnumerable<Evaluation> InOrder(IEnumerable<Evaluation> evaluations) => evaluations
        .OrderByDescending(evaluation => LatestOf(evaluation.EvidenceDate.End))
        .ThenBy(evaluation => evaluation.Id);

    /// <summary>The newest first, unknown last.</summary>
    public static IEnumerable<Decision> InOrder(IEnumerable<Decision> decisions) => decisions
        .OrderByDescending(decision => LatestOf(DateOf(decision)))
        .ThenBy(decision => decision.Id);

    /// <summary>When a decision was adopted or sent; else the date of its document.</summary>
    public static PartialDate DateOf(Decision decision) =>
        decision.Adopted.IsUnknown && decision.DocumentDate is { } printed ? printed : decision.Adopted;

    /// <summary>A date to sort by, the newest first: unknown counts as before everything.</summary>
    public static DateOnly LatestOf(PartialDate date) => date.IsUnknown ? DateOnly.MinValue : date.Earliest;

    /// <summary>The words that set an evaluation apart when it is not counted; null when it is.</summary>
    public static string? NotCounted(Evaluation evaluation, PageWriter writer) => evaluation switch
    {
        { IsBaseline: true } => writer.Say("not-counted.baseline"),
        { Subject: EvaluationSubject.DraftLaw } => writer.Say("not-counted.draft-law"),
        { Subject: EvaluationSubject.Bill } => writer.Say("not-counted.bill"),
        _ when evaluation.Scale != writer.Edition.Config.DefaultScale => writer.Say("not-counted.scale"),
        _ => null,
    };

    private static ListItemView Of(Recommendation recommendation, PageWriter writer)
    {
        var text = TextOf(recommendation, writer);
        return new ListItemView
        {
            Link = writer.Link(recommendation),
            Text = text.Text,
            TextLang = text.Lang,
            Position = writer.Position(recommendation.Position),
            Badges = Counting.Group(recommendation.Describes, writer.Labels) is { } group ? [group] : [],
            Details = [CycleNames.Of(writer.Knowledge.Get<Review>(recommendation.Review), writer)],
        };
    }

    private static ListItemView Of(Evaluation evaluation, PageWriter writer) => new()
    {
        Link = writer.Link(evaluation),
        Level = writer.Level(evaluation.Scale, evaluation.Level),
        Badges = NotCounted(evaluation, writer) is { } why ? [why] : [],
        Details = [writer.Edition.Dates.Of(evaluation.EvidenceDate), .. Judged(evaluation, writer)],
    };

    /// <summary>What an evaluation's level is of, in words: recommendations that it names, or themes.</summary>
    public static ImmutableArray<string> Judged(Evaluation evaluation, PageWriter writer) =>
    [
        .. evaluation.Recommendations.IsEmpty ? [] : (string[])[writer.Say("list.judges-recommendations", evaluation.Recommendations.Length, Names(evaluation, writer))],
        .. ThemesOf(evaluation.Themes, writer).Select(themes => writer.Say("list.judges-themes", evaluation.Themes.Length, themes)),
    ];

    private static string Names(Evaluation evaluation, PageWriter writer) =>
        string.Join(", ", evaluation.Recommendations.Select(named => writer.Edition.Titles.Of(writer.Knowledge.Get<Recommendation>(named)).Text));

    private static ListItemView Of(Decision decision, PageWriter writer) => new()
    {
        Link = writer.Link(decision),
        Details =
        [
            writer.Edition.Dates.Of(DateOf(decision)),
            .. decision.Symbols.IsKnown ? decision.Symbols.Value.Select(symbol => symbol.ToString()) : [],
            .. decision.Outcome.IsKnown ? [writer.Vocabulary.Outcomes.Label(decision.Outcome.Value, writer.Edition.Language)] : (string[])[],
        ],
    };

    private static ListItemView Of(Finding finding, PageWriter writer) => new()
    {
        Link = writer.Link(finding),
        Details = [writer.Say("count.statements", finding.Statements.Length), .. ThemesOf(finding.Themes, writer)],
    };

    private static ListItemView Of(Article article, PageWriter writer)
    {
        var summary = SummaryOf(article, writer);
        return new ListItemView { Link = writer.Link(article), Text = summary.Text, TextLang = summary.Lang };
    }

    /// <summary>An article's summary, in the page's language when it is translated.</summary>
    public static Wording SummaryOf(Article article, PageWriter writer) =>
        new EntryParts(writer).Words(article, new("summary")) ?? new Wording("", null);

    /// <summary>The words of an entry's text, without markup.</summary>
    public static Wording TextOf(Entry entry, PageWriter writer)
    {
        var body = writer.Knowledge.BodyIn(entry, writer.Edition.Language);
        return new Wording(writer.Words(entry).ReplaceLineEndings(" "), writer.Edition.LangOf(body.Language));
    }

    private static IEnumerable<string> ThemesOf(ImmutableArray<string> themes, PageWriter writer) =>
        themes.IsEmpty ? [] : [string.Join(", ", themes.Select(theme => writer.Vocabulary.Themes.Label(theme, writer.Edition.Language)))];
}

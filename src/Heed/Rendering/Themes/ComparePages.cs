using System.Collections.Immutable;
using System.Globalization;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Rendering.Lists;
using Heed.Theming;

namespace Heed.Rendering.Themes;

/// <summary>A recommendation with the State's answer, shown by its number.</summary>
/// <param name="Link">The recommendation.</param>
/// <param name="Position">The answer.</param>
/// <param name="Group">How many it describes when it is a group, in words; else null.</param>
public sealed record AnsweredView(LinkView Link, PositionView Position, string? Group);

/// <summary>A recommendation of the later cycle, with those of the earlier one that it asks again.</summary>
/// <param name="Later">The later one.</param>
/// <param name="Earlier">The earlier ones.</param>
public sealed record AskedAgainView(AnsweredView Later, ImmutableArray<AnsweredView> Earlier);

/// <summary>A theme in two cycles.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Theme">The theme's page.</param>
/// <param name="Earlier">The answers in the earlier cycle.</param>
/// <param name="Later">The answers in the later cycle.</param>
/// <param name="AgainCount">How many of the earlier cycle are asked again in the later: single ones, and groups beside them.</param>
/// <param name="BeforeCount">How many of the later cycle were asked before in the earlier.</param>
/// <param name="EarlierCount">How many of the earlier cycle are not linked to the later.</param>
/// <param name="LaterCount">How many of the later cycle are not linked to the earlier.</param>
/// <param name="InBoth">What was asked in both.</param>
/// <param name="OnlyEarlier">What is linked in the earlier cycle alone.</param>
/// <param name="OnlyLater">What is linked in the later cycle alone.</param>
public sealed record ComparedThemeView(
    string Id,
    LinkView Theme,
    AnswersView Earlier,
    AnswersView Later,
    string AgainCount,
    string BeforeCount,
    string EarlierCount,
    string LaterCount,
    ImmutableArray<AskedAgainView> InBoth,
    ImmutableArray<AnsweredView> OnlyEarlier,
    ImmutableArray<AnsweredView> OnlyLater);

/// <summary>Two cycles, theme by theme.</summary>
[Template("compare")]
public sealed record CompareView
{
    /// <summary>The head.</summary>
    public required PageHeaderView Header { get; init; }

    /// <summary>The earlier review.</summary>
    public required LinkView EarlierReview { get; init; }

    /// <summary>The later review.</summary>
    public required LinkView LaterReview { get; init; }

    /// <summary>What the earlier cycle is called in the table.</summary>
    public required string EarlierWords { get; init; }

    /// <summary>What the later cycle is called in the table.</summary>
    public required string LaterWords { get; init; }

    /// <summary>That our records are not all recommendations of both cycles; null where they are.</summary>
    public string? Caveat { get; init; }

    /// <summary>What is at hand of both reviews.</summary>
    public required ImmutableArray<string> Coverage { get; init; }

    /// <summary>How to read it: what a link means, that groups are not counted.</summary>
    public required ImmutableArray<string> Remarks { get; init; }

    /// <summary>Other pairs of cycles.</summary>
    public required ImmutableArray<LinkView> Others { get; init; }

    /// <summary>The three answers, to explain their shapes.</summary>
    public required ImmutableArray<PositionView> Positions { get; init; }

    /// <summary>How many themes, and how they are sorted.</summary>
    public required string Summary { get; init; }

    /// <summary>The heading of what the earlier cycle asked and the later asked again.</summary>
    public required string AgainWords { get; init; }

    /// <summary>The heading of what the later cycle asked and the earlier had asked before.</summary>
    public required string BeforeWords { get; init; }

    /// <summary>The heading of what is linked in the earlier cycle alone.</summary>
    public required string OnlyEarlierWords { get; init; }

    /// <summary>The heading of what is linked in the later cycle alone.</summary>
    public required string OnlyLaterWords { get; init; }

    /// <summary>The themes.</summary>
    public required ImmutableArray<ComparedThemeView> Themes { get; init; }
}

/// <summary>A page for each pair of cycles.</summary>
internal static class ComparePages
{
    public static IEnumerable<Page> Of(KnowledgeBase knowledge) =>
        Pairs(knowledge).Select(pair => new Page(Addresses.Compare(pair.Earlier, pair.Later), PageKind.Compare, writer => Write(pair.Earlier, pair.Later, writer)));

    /// <summary>Links to all pairs, or to those with one review.</summary>
    public static ImmutableArray<LinkView> Links(PageWriter writer, Review? with = null) =>
    [
        .. Pairs(writer.Knowledge)
            .Where(pair => with is null || pair.Earlier.Id == with.Id || pair.Later.Id == with.Id)
            .Select(pair => writer.Link(Addresses.Compare(pair.Earlier, pair.Later), Title(pair.Earlier, pair.Later, writer))),
    ];

    private static IEnumerable<(Review Earlier, Review Later)> Pairs(KnowledgeBase knowledge) =>
        from earlier in knowledge.Reviews.OrderBy(review => review.Cycle)
        from later in knowledge.Reviews.OrderBy(review => review.Cycle)
        where earlier.Cycle < later.Cycle
        select (earlier, later);

    private static string Title(Review earlier, Review later, PageWriter writer) => writer.Say("compare.title", Number(earlier), Number(later));

    private static string Number(Review review) => review.Cycle.ToString(CultureInfo.InvariantCulture);

    private static PageContent Write(Review earlier, Review later, PageWriter writer)
    {
        var themes = CycleComparison.Of(earlier, later, writer.Knowledge);
        var title = Title(earlier, later, writer);
        var lead = writer.Say("compare.words", CycleNames.Of(earlier, writer), CycleNames.Of(later, writer));
        var view = new CompareView
        {
            Header = new PageHeaderView(title, null, lead),
            EarlierReview = writer.Link(earlier),
            LaterReview = writer.Link(later),
            EarlierWords = writer.Say("compare.cycle", Number(earlier)),
            LaterWords = writer.Say("compare.cycle", Number(later)),
            Caveat = IsWhole(earlier, writer.Knowledge) && IsWhole(later, writer.Knowledge) ? null : writer.Say("compare.caveat"),
            Coverage = [ThemePages.CoverageLine(later, writer), ThemePages.CoverageLine(earlier, writer)],
            Remarks = [writer.Say("compare.linked"), writer.Say("group.note")],
            Others = [.. Links(writer).Where(link => link.Text != title)],
            Positions = [writer.Position(Position.Supported), writer.Position(Position.Noted), writer.Position(Position.Unknown)],
            Summary = writer.Say("index.as-vocabulary", writer.Say("count.themes", themes.Length)),
            AgainWords = writer.Say("compare.again-in", Number(later)),
            BeforeWords = writer.Say("compare.before-in", Number(earlier)),
            OnlyEarlierWords = writer.Say("compare.only", Number(earlier)),
            OnlyLaterWords = writer.Say("compare.only", Number(later)),
            Themes = [.. themes.Select(theme => Theme(theme, writer))],
        };
        return ListWriting.Content(writer, title, view, lead, null, writer.Link(Addresses.Reviews, writer.Say("nav.reviews")));
    }

    /// <summary>Whether every recommendation of a review is at hand as a record of its own.</summary>
    private static bool IsWhole(Review review, KnowledgeBase knowledge) =>
        review.Received.Least is { } received && received == review.Received.Most
        && received == Counting.Split(knowledge.RecommendationsOf(review)).Alone;

    private static ComparedThemeView Theme(ThemeInTwoCycles theme, PageWriter writer) => new(
        "theme-" + theme.Theme.Key,
        writer.Link(Addresses.Theme(theme.Theme.Key), writer.Edition.Wording(theme.Theme.Label)),
        ThemePages.AnswersTo(theme.Earlier, null),
        ThemePages.AnswersTo(theme.Later, null),
        Count(theme.AskedAgain, writer),
        Count(theme.AskedBefore, writer),
        Count(theme.OnlyEarlier, writer),
        Count(theme.OnlyLater, writer),
        [.. theme.InBoth.Select(pair => new AskedAgainView(Answered(pair.Later, writer), [.. pair.Earlier.Select(recommendation => Answered(recommendation, writer))]))],
        [.. theme.OnlyEarlier.Select(recommendation => Answered(recommendation, writer))],
        [.. theme.OnlyLater.Select(recommendation => Answered(recommendation, writer))]);

    /// <summary>Single recommendations as a number, with groups beside it: <c>3 + 1 group</c>.</summary>
    private static string Count(IEnumerable<Recommendation> recommendations, PageWriter writer)
    {
        var (alone, groups) = Counting.Split(recommendations);
        return groups == 0
            ? alone.ToString(CultureInfo.InvariantCulture)
            : writer.Say("compare.and-groups", alone.ToString(CultureInfo.InvariantCulture), writer.Say("count.groups", groups));
    }

    private static AnsweredView Answered(Recommendation recommendation, PageWriter writer) =>
        new(ThemePages.NumberLink(recommendation, writer), writer.Position(recommendation.Position), Counting.Group(recommendation.Describes, writer.Labels));
}

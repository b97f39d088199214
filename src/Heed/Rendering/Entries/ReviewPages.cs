using System.Collections.Immutable;
using System.Globalization;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Rendering.Lists;
using Heed.Rendering.Themes;
using Heed.Search;
using Heed.Theming;

namespace Heed.Rendering.Entries;

/// <summary>A review: one cycle with its totals, what of it is at hand, and what the State undertook.</summary>
/// <param name="Header">The head of the page.</param>
/// <param name="Introduction">A few sentences.</param>
/// <param name="Facts">Session, dates and documents.</param>
/// <param name="Totals">How many recommendations were received, supported and noted.</param>
/// <param name="OtherCounts">Counts that others made.</param>
/// <param name="Coverage">How much of the review is at hand, counted.</param>
/// <param name="CoverageNote">The same, as the editors tell it.</param>
/// <param name="Awaited">Assessments that were announced and are not at hand.</param>
/// <param name="Undertakings">What the State undertook.</param>
/// <param name="Singles">Single recommendations.</param>
/// <param name="Groups">Records that describe several recommendations together.</param>
/// <param name="Evaluations">Evaluations of the review's follow-up.</param>
/// <param name="Compare">This review beside each of the others, by theme.</param>
/// <param name="Footer">The end of the page.</param>
[Template("review")]
public sealed record ReviewView(
    EntryHeaderView Header,
    ProseView Introduction,
    FactsView Facts,
    ImmutableArray<TotalView> Totals,
    ProseView? OtherCounts,
    string Coverage,
    ProseView? CoverageNote,
    ImmutableArray<AwaitedView> Awaited,
    ImmutableArray<UndertakingView> Undertakings,
    ImmutableArray<RecommendationRowView> Singles,
    ImmutableArray<RecommendationRowView> Groups,
    ImmutableArray<LinkView> Evaluations,
    ImmutableArray<LinkView> Compare,
    EntryFooterView Footer)
{
    /// <summary>"On this page".</summary>
    public required ContentsView Contents { get; init; }
}

/// <summary>A total of a review.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Count">A number, a range or "not known".</param>
/// <param name="IsUnknown">Whether no number is known.</param>
/// <param name="IsDerived">Whether Heed worked it out instead of reading it.</param>
/// <param name="Basis">What it rests on.</param>
[Template("parts/total")]
public sealed record TotalView(string Name, string Count, bool IsUnknown, bool IsDerived, ProseView? Basis);

/// <summary>Something that the State undertook.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Text">What.</param>
/// <param name="Themes">The themes.</param>
/// <param name="Confidence">How sure the record is.</param>
/// <param name="Sources">What it rests on.</param>
[Template("parts/undertaking")]
public sealed record UndertakingView(string Id, ProseView Text, ImmutableArray<object> Themes, string Confidence, ImmutableArray<SourceView> Sources);

/// <summary>A recommendation as a row of a table.</summary>
/// <param name="Number">The number; nothing when it is not known.</param>
/// <param name="Link">The recommendation.</param>
/// <param name="States">The recommending States; nothing when they are not known.</param>
/// <param name="Position">The State's position.</param>
/// <param name="Text">The text.</param>
[Template("parts/recommendation-row")]
public sealed record RecommendationRowView(string? Number, LinkView Link, string? States, PositionView Position, Wording Text);

/// <summary>The pages of reviews.</summary>
internal static class ReviewPages
{
    public static IEnumerable<Page> Of(KnowledgeBase knowledge) =>
        knowledge.Reviews.Select(review => Page.Of(review, writer => Write(review, writer)));

    private static PageContent Write(Review review, PageWriter writer)
    {
        var parts = new EntryParts(writer);
        var (knowledge, edition) = (writer.Knowledge, writer.Edition);
        var title = edition.Titles.Of(review);
        var recommendations = knowledge.RecommendationsOf(review);
        var groups = recommendations.Where(recommendation => recommendation.Describes.IsGroup).ToImmutableArray();
        var singles = recommendations.Except(groups).ToImmutableArray();
        var (previous, next) = EntryParts.Neighbours(knowledge.Reviews, review);
        var footer = parts.Footer(review, [RelationKind.BelongsTo], previous, next);
        var compare = ComparePages.Links(writer, review);
        var evaluations = knowledge.Evaluations.Where(evaluation => evaluation.Review?.Target == review.Id).Select(evaluation => writer.Link(evaluation)).ToImmutableArray();
        var view = new ReviewView(
            new EntryHeaderView(writer.Say("kind.review"), null, title, null, [], Translations.NoticeOf(review, writer)),
            writer.OwnProse(review, 2),
            new FactsView([.. Facts(review, writer, parts)]),
            [.. Totals(review, writer, parts)],
            parts.Inline(review, new("other_counts")),
            Coverage(review, singles.Length, groups.Length, writer),
            parts.Inline(review, new("coverage_note")),
            [.. review.AwaitedAssessments.Select(awaited => parts.Awaited(awaited, review))],
            [.. review.Undertakings.Select(undertaking => Undertaking(undertaking, review, parts))],
            [.. singles.Select(recommendation => Row(recommendation, writer))],
            [.. groups.Select(recommendation => Row(recommendation, writer))],
            evaluations,
            compare,
            footer)
        {
            Contents = parts.Contents(
                footer,
                ("totals", writer.Say("review.totals"), true),
                ("coverage", writer.Say("review.coverage"), true),
                ("undertakings", writer.Say("review.undertakings"), !review.Undertakings.IsEmpty),
                ("recommendations", writer.Say("review.singles"), !singles.IsEmpty),
                ("groups", writer.Say("review.groups"), !groups.IsEmpty),
                ("evaluations", writer.Say("review.evaluations"), !evaluations.IsEmpty),
                ("compare", writer.Say("review.compare"), !compare.IsEmpty)),
        };

        var text = writer.Words(review);
        return new PageContent(title.Text, writer.Fill(view))
        {
            TitleLang = title.Lang,
            Description = text,
            Trail = [writer.Link(Addresses.Reviews, writer.Say("nav.reviews"))],
            Search = Translations.IsInPageLanguage(review, writer)
                ? new SearchablePage(title.Text, review.Documents.FirstOrDefault()?.Symbol.ToString(), [.. Passages(review, writer)], SearchTags.Of(review, edition), edition.SearchFacets.Of(review))
                : null,
        };
    }

    // The recommendations and evaluations that it lists have pages of their own.
    private static IEnumerable<SearchPassage> Passages(Review review, PageWriter writer)
    {
        var (passages, parts) = (new SearchPassages(review, writer), new EntryParts(writer));
        var coverage = writer.Say("review.coverage");
        return
        [
            .. passages.Prose(),
            .. SearchPassages.Of(null, writer.Say("fact.session"), writer.Say("review.session", review.Session)),
            .. SearchPassages.Of(null, writer.Say("fact.documents"), review.Documents.Select(document => $"{document.Symbol} – {document.Title}")),
            .. SearchPassages.Of("part-totals", writer.Say("review.totals"), Totals(review, writer).Select(total => TotalWords(total, passages, writer))),
            .. SearchPassages.Of("part-totals", writer.Say("review.totals"), passages.Words(new("other_counts"))),
            .. SearchPassages.Of("part-coverage", coverage, passages.Words(new("coverage_note"))),
            .. SearchPassages.Of("part-coverage", coverage, review.AwaitedAssessments.Select(awaited => AwaitedWords(parts.Awaited(awaited, review)))),
            .. review.Undertakings.SelectMany(undertaking => SearchPassages.Of(
                undertaking.Id, writer.Say("review.undertakings"), passages.Words(new("text", undertaking.Id)))),
            .. passages.End(),
        ];
    }

    private static string TotalWords((string Name, string Id, Total Total) total, SearchPassages passages, PageWriter writer) =>
        $"{total.Name}: {Count(total.Total, writer)}. {passages.Words(new("text", total.Id))}";

    private static string AwaitedWords(AwaitedView awaited) => $"{awaited.Kind.Text}: {awaited.Note.Text} ({awaited.Assessor.Text})";

    private static IEnumerable<FactView> Facts(Review review, PageWriter writer, EntryParts parts) =>
    [
        .. EntryParts.Fact(writer.Say("fact.session"), new Wording(writer.Say("review.session", review.Session), null)),
        .. EntryParts.Fact(writer.Say("fact.reviewed"), writer.Date(review.Reviewed)),
        .. EntryParts.Fact(writer.Say("fact.outcome_adopted"), new NotedDateView(writer.Date(review.Adopted), parts.Words(review, new("adopted_note")))),
        .. EntryParts.Fact(
            writer.Say("fact.documents"),
            [.. review.Documents.Select(document => writer.Edition.Original($"{document.Symbol} – {document.Title}"))]),
    ];

    private static IEnumerable<TotalView> Totals(Review review, PageWriter writer, EntryParts parts)
    {
        TotalView View(string name, string id, Total total) => new(
            name, Count(total, writer), total.IsUnknown, total.IsDerived, parts.Inline(review, new("text", id)));
        return Totals(review, writer).Select(total => View(total.Name, total.Id, total.Total));
    }

    private static IEnumerable<(string Name, string Id, Total Total)> Totals(Review review, PageWriter writer)
    {
        yield return (writer.Say("total.received"), TotalKeys.Received, review.Received);
        yield return (writer.Say("total.supported"), TotalKeys.Supported, review.Supported);
        yield return (writer.Say("total.noted"), TotalKeys.Noted, review.Noted);
        if (review.Delegations is { } delegations)
        {
            yield return (writer.Say("total.delegations"), TotalKeys.Delegations, delegations);
        }

        if (review.RecommendingStates is { } states)
        {
            yield return (writer.Say("total.recommending_states"), TotalKeys.RecommendingStates, states);
        }
    }

    /// <summary>A total in words: a number, a range, or that it is not known.</summary>
    private static string Count(Total total, PageWriter writer) => total switch
    {
        { Least: null } => writer.Say("answer.unknown"),
        { Least: { } least, Most: { } most } when least != most => writer.Say("total.range", least.ToString(CultureInfo.InvariantCulture), most),
        { Least: { } least } => least.ToString(CultureInfo.InvariantCulture),
    };

    private static string Coverage(Review review, int singles, int groups, PageWriter writer)
    {
        var atHand = groups == 0
            ? writer.Say("review.coverage.singles", singles)
            : writer.Say("review.coverage.both", writer.Say("review.coverage.singles", singles), writer.Say("review.coverage.groups", groups));
        return review.Received.IsUnknown
            ? writer.Say("review.coverage.of_unknown", atHand)
            : writer.Say("review.coverage.of", atHand, Count(review.Received, writer));
    }

    private static UndertakingView Undertaking(Undertaking undertaking, Review review, EntryParts parts) => new(
        undertaking.Id,
        parts.Inline(review, new("text", undertaking.Id))!,
        parts.Themes(undertaking.Themes),
        parts.ConfidenceWord(undertaking.Confidence),
        parts.Sources(undertaking.Sources, review));

    private static RecommendationRowView Row(Recommendation recommendation, PageWriter writer)
    {
        return new RecommendationRowView(
            recommendation.Paragraph.IsKnown ? recommendation.Paragraph.Value.ToString() : null,
            writer.Link(recommendation),
            writer.Edition.Titles.StatesOf(recommendation),
            writer.Position(recommendation.Position),
            ListItems.TextOf(recommendation, writer));
    }
}

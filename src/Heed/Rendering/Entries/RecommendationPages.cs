using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Rendering.Charts;
using Heed.Search;
using Heed.Text;
using Heed.Theming;

namespace Heed.Rendering.Entries;

/// <summary>A recommendation. The order of its parts is a promise: number, text, States, positions, evaluations, decisions, findings, other cycles, sources, permalink.</summary>
/// <param name="Header">The head of the page: number and citation first.</param>
/// <param name="Facts">Themes, groups of persons and targets.</param>
/// <param name="Text">The text.</param>
/// <param name="IsOfficialWording">Whether the text is the official wording; else it is a paraphrase.</param>
/// <param name="WordingMeaning">What kind of wording it is, and where the official wording stands.</param>
/// <param name="GroupMeaning">How many recommendations the record describes together, when it is more than one.</param>
/// <param name="States">The recommending States; empty when they are not known.</param>
/// <param name="Positions">The State's position, as each source tells it.</param>
/// <param name="SideBySide">Where assessors differ: their levels beside one another; null where they do not.</param>
/// <param name="Evaluations">Evaluations that judge the recommendation by name, newest first.</param>
/// <param name="ThemeEvaluations">Evaluations of its themes or of broader ones.</param>
/// <param name="Awaited">Assessments that were announced and are not at hand.</param>
/// <param name="Decisions">Decisions that bear on it, with why.</param>
/// <param name="Findings">Finding pages of its themes.</param>
/// <param name="Repeats">Recommendations of earlier cycles that ask the same, with why.</param>
/// <param name="RepeatedBy">Recommendations of later cycles that ask it again, with why.</param>
/// <param name="Further">Recommendations that the same demand reaches through one of these.</param>
/// <param name="Road">The demand through the cycles as a picture; null when it stands alone.</param>
/// <param name="Footer">The end of the page.</param>
[Template("recommendation")]
public sealed record RecommendationView(
    EntryHeaderView Header,
    FactsView Facts,
    ProseView Text,
    bool IsOfficialWording,
    string WordingMeaning,
    string? GroupMeaning,
    ImmutableArray<LinkView> States,
    ImmutableArray<StatedPositionView> Positions,
    SideBySideView? SideBySide,
    ImmutableArray<EvaluationCardView> Evaluations,
    ImmutableArray<EvaluationCardView> ThemeEvaluations,
    ImmutableArray<AwaitedView> Awaited,
    ImmutableArray<RelatedView> Decisions,
    ImmutableArray<LinkView> Findings,
    ImmutableArray<RelatedView> Repeats,
    ImmutableArray<RelatedView> RepeatedBy,
    ImmutableArray<RelatedView> Further,
    Html? Road,
    EntryFooterView Footer)
{
    /// <summary>"On this page".</summary>
    public required ContentsView Contents { get; init; }
}

/// <summary>A position as one source tells it.</summary>
/// <param name="Position">The position.</param>
/// <param name="By">Who says so, in words.</param>
/// <param name="ReportedBy">Who says so, by name, when it is a third party.</param>
/// <param name="Detail">What more is known.</param>
/// <param name="Sources">What it rests on.</param>
/// <param name="Note">A remark.</param>
[Template("parts/stated-position")]
public sealed record StatedPositionView(
    PositionView Position,
    string? By,
    Wording? ReportedBy,
    ProseView? Detail,
    ImmutableArray<SourceView> Sources,
    ProseView? Note);

/// <summary>An assessment that was announced and is not at hand; it is no evaluation and in no count.</summary>
/// <param name="Kind">The kind of assessor, by which the line calls it.</param>
/// <param name="Assessor">Who announced it, by name.</param>
/// <param name="Note">How it stands.</param>
[Template("parts/awaited")]
public sealed record AwaitedView(Wording Kind, Wording Assessor, Wording Note);

/// <summary>The pages of recommendations.</summary>
internal static class RecommendationPages
{
    // What the page shows in places of its own is not told a second time among the backlinks.
    private static readonly ImmutableArray<RelationKind> Told = [RelationKind.Evaluates, RelationKind.BearsOn, RelationKind.Repeats];

    public static IEnumerable<Page> Of(KnowledgeBase knowledge) =>
        knowledge.Reviews.SelectMany(review =>
        {
            var inOrder = knowledge.RecommendationsOf(review);
            return inOrder.Select((recommendation, index) => Page.Of(
                    recommendation,
                    writer => Write(recommendation, review, index > 0 ? inOrder[index - 1] : null, index < inOrder.Length - 1 ? inOrder[index + 1] : null, writer)));
        });

    /// <summary>How the United Nations cite it: document and paragraph, each perhaps not known.</summary>
    public static string Citation(Recommendation recommendation, PageWriter writer) => (recommendation.Document.IsKnown, recommendation.Paragraph.IsKnown) switch
    {
        (true, true) => writer.Say("citation.paragraph", recommendation.Document.Value, recommendation.Paragraph.Value),
        (true, false) => writer.Say("citation.no_paragraph", recommendation.Document.Value),
        (false, true) => writer.Say("citation.no_document", recommendation.Paragraph.Value),
        _ => writer.Say("citation.unknown"),
    };

    private static PageContent Write(Recommendation recommendation, Review review, Recommendation? previous, Recommendation? next, PageWriter writer)
    {
        var parts = new EntryParts(writer);
        var (knowledge, edition) = (writer.Knowledge, writer.Edition);
        var title = Title(recommendation, writer);
        var footer = parts.Footer(recommendation, Told, previous, next);
        var findings = knowledge.FindingsOn(recommendation.Themes).Select(finding => writer.Link(finding)).ToImmutableArray();
        var view = new RecommendationView(
            new EntryHeaderView(
                writer.Say("kind.recommendation"),
                writer.Link(review),
                title,
                new Wording(Citation(recommendation, writer), null),
                Badges(recommendation, writer),
                Translations.NoticeOf(recommendation, writer)),
            new FactsView(
            [
                .. EntryParts.Fact(writer.Say("fact.themes"), parts.Themes(recommendation.Themes)),
                .. EntryParts.Fact(writer.Say("fact.groups"), parts.Groups(recommendation.Groups)),
                .. EntryParts.Fact(writer.Say("fact.sdg"), [.. recommendation.SdgTargets.Select(target => new Wording(target, null))]),
            ]),
            writer.OwnProse(recommendation, 3),
            recommendation.IsOfficialWording,
            WordingMeaning(recommendation, writer),
            GroupMeaning(recommendation.Describes, writer),
            States(recommendation, writer),
            [.. recommendation.Positions.Select((position, index) => Position(position, index, recommendation, writer, parts))],
            SideBySide.Of(recommendation, writer),
            [.. knowledge.EvaluationsOf(recommendation).Select(evaluation => parts.Card(evaluation))],
            [.. knowledge.ThemeEvaluationsOf(recommendation).Select(reaching => parts.Card(reaching.Evaluation, reaching))],
            [.. knowledge.AwaitedOn(recommendation).Select(awaited => parts.Awaited(awaited, review))],
            [.. knowledge.DecisionsOn(recommendation).Select(related => Decision(related, writer, parts))],
            findings,
            [.. knowledge.Repeats(recommendation).Select(related => OtherCycle(related, recommendation, writer, parts))],
            [.. knowledge.RepeatedBy(recommendation).Select(related => OtherCycle(related, related.Entry, writer, parts))],
            [.. RoadOfDemand.Further(recommendation, knowledge).Select(other => Stop(other, writer))],
            RoadOfDemand.Of(recommendation, writer) is { } road ? RoadDrawing.Draw(road) : null,
            footer)
        {
            Contents = parts.Contents(
                footer,
                ("states", writer.Say("recommendation.states"), true),
                ("positions", writer.Say("recommendation.positions"), true),
                ("evaluations", writer.Say("recommendation.evaluations"), true),
                ("decisions", writer.Say("recommendation.decisions"), true),
                ("findings", writer.Say("section.findings"), !findings.IsEmpty),
                ("cycles", writer.Say("recommendation.cycles"), true)),
        };

        var text = writer.Words(recommendation);
        return new PageContent(title.Text, writer.Fill(view))
        {
            TitleLang = title.Lang,
            ShortTitle = recommendation.Paragraph.IsKnown ? recommendation.Paragraph.Value.ToString() : null,
            Description = $"{Citation(recommendation, writer)}. {text}",
            Trail = [writer.Link(Addresses.Recommendations, writer.Say("nav.recommendations")), writer.Link(review)],
            Search = Translations.IsInPageLanguage(recommendation, writer)
                ? new SearchablePage(title.Text, recommendation.Paragraph.IsKnown ? recommendation.Paragraph.Value.ToString() : null, [.. Passages(recommendation, writer)], SearchTags.Of(recommendation, edition), edition.SearchFacets.Of(recommendation))
                : null,
        };
    }

    // The documents are left out, as all recommendations of a cycle rest on the same few; evaluations, decisions and findings have pages of their own.
    private static IEnumerable<SearchPassage> Passages(Recommendation recommendation, PageWriter writer)
    {
        var passages = new SearchPassages(recommendation, writer);
        return
        [
            .. passages.Prose(),
            .. recommendation.Positions.SelectMany((position, index) => PositionPassages(position, TextFields.NumberedPart(index), passages, writer)),
            .. SearchPassages.Of(
                "part-cycles",
                writer.Say("recommendation.cycles"),
                recommendation.Repeats.Select(link => passages.Words(new("why", link.Entry.Target.ToString())))),
            .. passages.Note(),
        ];
    }

    private static IEnumerable<SearchPassage> PositionPassages(StatedPosition stated, string part, SearchPassages passages, PageWriter writer) => SearchPassages.Of(
        "part-positions",
        writer.Say("recommendation.positions"),
        stated.Position == Model.Position.Unknown || stated.By != PositionTeller.ThirdParty ? null : passages.Words(new("reported_by", part)),
        passages.Words(new("detail", part)),
        passages.Words(new("note", part)));

    /// <summary>What the page is called: by its number, or by a title of its own.</summary>
    public static Wording Title(Recommendation recommendation, PageWriter writer)
    {
        var title = writer.Edition.Titles.Of(recommendation);
        return recommendation.Paragraph.IsKnown && title.Lang is null ? new Wording(writer.Say("recommendation.title", title.Text), null) : title;
    }

    private static ImmutableArray<BadgeView> Badges(Recommendation recommendation, PageWriter writer)
    {
        var badges = ImmutableArray.CreateBuilder<BadgeView>();
        if (recommendation.Describes.IsGroup)
        {
            badges.Add(new BadgeView("group", writer.Say("recommendation.group")));
        }

        if (recommendation.IsPriority)
        {
            badges.Add(new BadgeView("priority", writer.Say("recommendation.priority")));
        }

        return badges.ToImmutable();
    }

    private static string WordingMeaning(Recommendation recommendation, PageWriter writer)
    {
        if (recommendation.IsOfficialWording)
        {
            return writer.Say("wording.official.meaning", Citation(recommendation, writer));
        }

        return recommendation.Document.IsKnown
            ? writer.Say("wording.paraphrase.meaning", Citation(recommendation, writer))
            : writer.Say("wording.paraphrase.no_document");
    }

    private static string? GroupMeaning(Describes describes, PageWriter writer) => describes.Kind switch
    {
        DescribesKind.Several => writer.Say("recommendation.group.several", describes.Number),
        DescribesKind.AtLeast => writer.Say("recommendation.group.at_least", describes.Number),
        DescribesKind.NotStated => writer.Say("recommendation.group.not_stated"),
        _ => null,
    };

    private static ImmutableArray<LinkView> States(Recommendation recommendation, PageWriter writer) => recommendation.RecommendingStates.IsKnown
        ? [.. recommendation.RecommendingStates.Value.Select((state, index) => writer.Link(Addresses.State(state), writer.Edition.Titles.StateName(recommendation, state, index)))]
        : [];

    private static StatedPositionView Position(StatedPosition stated, int index, Recommendation recommendation, PageWriter writer, EntryParts parts)
    {
        var part = TextFields.NumberedPart(index);
        var isUnknown = stated.Position == Model.Position.Unknown;
        return new StatedPositionView(
            writer.Position(stated.Position),
            isUnknown ? null : stated.By switch
            {
                PositionTeller.State => writer.Say("position.by.state"),
                PositionTeller.OhchrList => writer.Say("position.by.ohchr"),
                _ when stated.ReportedBy is null => writer.Say("position.by.third_party"),
                _ => writer.Say("position.by.named"),
            },
            isUnknown || stated.By != PositionTeller.ThirdParty ? null : parts.Words(recommendation, new("reported_by", part)),
            parts.Inline(recommendation, new("detail", part)),
            parts.Sources(stated.Sources, recommendation),
            parts.Inline(recommendation, new("note", part)));
    }

    private static RelatedView Decision(Related<Decision> related, PageWriter writer, EntryParts parts)
    {
        var decision = related.Entry;
        return new RelatedView(
            writer.Link(decision),
            [writer.Edition.Wording(writer.Vocabulary.Bodies, decision.Body), writer.Date(decision.Adopted)],
            parts.Inline(decision, related.Text));
    }

    /// <param name="related">The recommendation of another cycle, and why.</param>
    /// <param name="later">The one that repeats: the reason is written in its file.</param>
    private static RelatedView OtherCycle(Related<Recommendation> related, Recommendation later, PageWriter writer, EntryParts parts) =>
        Stop(related.Entry, writer) with
        {
            Why = parts.Inline(later, related.Text),
        };

    private static RelatedView Stop(Recommendation other, PageWriter writer) => new(
        writer.Link(other),
        [
            .. writer.Knowledge.Find(other.Review.Target) is { } review ? [writer.Link(review)] : ImmutableArray<object>.Empty,
            writer.Position(other.Position),
        ],
        null);
}

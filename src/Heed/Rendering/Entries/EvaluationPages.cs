using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Search;
using Heed.Theming;

namespace Heed.Rendering.Entries;

/// <summary>An evaluation: what one assessor said at one time.</summary>
/// <param name="Header">The head of the page.</param>
/// <param name="Level">The level.</param>
/// <param name="IsMappedByHeed">Whether Heed mapped the assessor's words to the level; else the assessor gave it.</param>
/// <param name="Scale">The scale on which the level stands.</param>
/// <param name="LevelMeaning">What the level means.</param>
/// <param name="OriginalGrade">The assessor's own grade, when there is one.</param>
/// <param name="Alternative">Another defensible reading.</param>
/// <param name="Facts">Who, when and of what.</param>
/// <param name="Basis">What it rests on, in our words.</param>
/// <param name="Recommendations">The recommendations that it judges by name.</param>
/// <param name="Themes">The themes that it judges.</param>
/// <param name="Footer">The end of the page.</param>
[Template("evaluation")]
public sealed record EvaluationView(
    EntryHeaderView Header,
    LevelView Level,
    bool IsMappedByHeed,
    Wording Scale,
    Wording? LevelMeaning,
    OriginalGradeView? OriginalGrade,
    AlternativeView? Alternative,
    FactsView Facts,
    ProseView Basis,
    ImmutableArray<RelatedView> Recommendations,
    ImmutableArray<object> Themes,
    EntryFooterView Footer)
{
    /// <summary>What the page said before, newest first.</summary>
    public ImmutableArray<EarlierStateView> History { get; init; } = [];
}

/// <summary>What an evaluation's page said before.</summary>
/// <param name="Id">Its place on the page.</param>
/// <param name="Until">The day of the change.</param>
/// <param name="Since">Since when the page had said so, if it is known.</param>
/// <param name="Level">The level that it told.</param>
/// <param name="Next">The level that it told afterwards.</param>
/// <param name="IsLevelChanged">Whether the two differ; else what it said of them was changed.</param>
/// <param name="Scale">The scale of that level.</param>
/// <param name="Law">The level in law alone.</param>
/// <param name="Practice">The level in practice alone.</param>
/// <param name="Basis">What it gave as the basis, where that changed, too.</param>
/// <param name="Why">Why it was changed.</param>
/// <param name="Sources">What the change rests on.</param>
[Template("parts/earlier-state")]
public sealed record EarlierStateView(
    string Id,
    DateView Until,
    DateView? Since,
    LevelView Level,
    LevelView Next,
    bool IsLevelChanged,
    Wording Scale,
    LevelView? Law,
    LevelView? Practice,
    ProseView? Basis,
    ProseView Why,
    ImmutableArray<SourceView> Sources);

/// <summary>The pages of evaluations.</summary>
internal static class EvaluationPages
{
    public static IEnumerable<Page> Of(KnowledgeBase knowledge) =>
        knowledge.Evaluations.Select(evaluation => Page.Of(evaluation, writer => Write(evaluation, writer)));

    private static PageContent Write(Evaluation evaluation, PageWriter writer)
    {
        var parts = new EntryParts(writer);
        var (knowledge, edition) = (writer.Knowledge, writer.Edition);
        var title = edition.Titles.Of(evaluation);
        var review = evaluation.Review is null ? null : knowledge.Get<Review>(evaluation.Review);
        var level = writer.Vocabulary.Scales.GetValueOrDefault(evaluation.Scale)?.Find(evaluation.Level);
        var view = new EvaluationView(
            new EntryHeaderView(
                writer.Say("kind.evaluation"),
                review is null ? null : writer.Link(review),
                title,
                null,
                parts.EvaluationBadges(evaluation),
                Translations.NoticeOf(evaluation, writer))
            { Overdue = parts.Overdue(evaluation) },
            writer.Level(evaluation.Scale, evaluation.Level),
            evaluation.IsMappedByHeed,
            parts.ScaleName(evaluation.Scale),
            level is null || level.Description.In(edition.Language).Length == 0 ? null : edition.Wording(level.Description),
            parts.OriginalGrade(evaluation),
            parts.Alternative(evaluation),
            new FactsView(
            [
                .. EntryParts.Fact(writer.Say("fact.assessor"), [.. parts.Assessors(evaluation)]),
                .. EntryParts.Fact(writer.Say("fact.reported_by"), parts.ReportedBy(evaluation)),
                .. EntryParts.Fact(writer.Say("fact.evidence_date"), writer.Date(evaluation.EvidenceDate)),
                .. parts.DueFact(evaluation),
                .. EntryParts.Fact(writer.Say("fact.law"), parts.LevelOf(evaluation, evaluation.LawLevel)),
                .. EntryParts.Fact(writer.Say("fact.practice"), parts.LevelOf(evaluation, evaluation.PracticeLevel)),
            ]),
            writer.OwnProse(evaluation, 3),
            [.. evaluation.Recommendations.Select(reference => Recommendation(knowledge.Get<Recommendation>(reference), writer))],
            parts.Themes(evaluation.Themes),
            parts.Footer(evaluation, []))
        {
            History = [.. evaluation.History.Select((state, index) => Earlier(evaluation, index, parts, writer))],
        };

        var text = writer.Words(evaluation);
        return new PageContent(title.Text, writer.Fill(view))
        {
            TitleLang = title.Lang,
            Description = text,
            Trail = [writer.Link(Addresses.Evaluations, writer.Say("nav.evaluations"))],
            Search = Translations.IsInPageLanguage(evaluation, writer)
                ? new SearchablePage(title.Text, null, [.. Passages(evaluation, writer)], SearchTags.Of(evaluation, edition), edition.SearchFacets.Of(evaluation))
                : null,
        };
    }

    private static IEnumerable<SearchPassage> Passages(Evaluation evaluation, PageWriter writer)
    {
        var (passages, parts) = (new SearchPassages(evaluation, writer), new EntryParts(writer));
        return
        [
            .. passages.Prose(),
            .. SearchPassages.Of(null, null, parts.OriginalGrade(evaluation)?.Grade?.Text, passages.Words(new("alternative_why"))),
            .. SearchPassages.Of(null, writer.Say("fact.assessor"), passages.Assessors(evaluation.Assessors)),
            .. SearchPassages.Of(null, writer.Say("fact.reported_by"), passages.Words(new("reported_by"))),
            .. SearchPassages.Of(
                "part-judged",
                writer.Say("evaluation.judged"),
                string.Join("; ", evaluation.Recommendations.Select(reference => writer.Edition.Titles.Of(writer.Knowledge.Get<Recommendation>(reference)).Text))),
            .. passages.End(),
        ];
    }

    private static EarlierStateView Earlier(Evaluation evaluation, int index, EntryParts parts, PageWriter writer)
    {
        var state = evaluation.History[index];
        var (nextScale, nextLevel) = evaluation.After(state);
        var since = state.Since
            ?? (index + 1 < evaluation.History.Length ? evaluation.History[index + 1].Until
                : PageDates.Of(evaluation, writer.Edition).FirstPublished is { } first ? PartialDate.Of(first)
                : null);
        LevelView? LevelOf(string? level) => level is null ? null : writer.Level(state.Scale, level);
        return new EarlierStateView(
            state.Id,
            writer.Date(state.Until),
            since is { IsUnknown: false } known && known.CompareTo(state.Until) < 0 ? writer.Date(known) : null,
            writer.Level(state.Scale, state.Level),
            writer.Level(nextScale, nextLevel),
            (state.Scale, state.Level) != (nextScale, nextLevel),
            parts.ScaleName(state.Scale),
            LevelOf(state.LawLevel),
            LevelOf(state.PracticeLevel),
            parts.Inline(evaluation, new("text", state.Id)),
            parts.Inline(evaluation, new("why", state.Id))!,
            parts.Sources(state.Sources, evaluation));
    }

    private static RelatedView Recommendation(Recommendation recommendation, PageWriter writer) => new(
        writer.Link(recommendation),
        [
            .. writer.Knowledge.Find(recommendation.Review.Target) is { } review ? [writer.Link(review)] : ImmutableArray<object>.Empty,
            writer.Position(recommendation.Position),
        ],
        null);
}

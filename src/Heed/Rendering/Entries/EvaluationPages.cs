using System.Collections.Immutable;
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
    EntryFooterView Footer);

/// <summary>The pages of evaluations.</summary>
internal static class EvaluationPages
{
    public static IEnumerable<Page> Of(KnowledgeBase knowledge) =>
        knowledge.Evaluations.Select(evaluation => new Page(evaluation.Id.Address, "evaluation", writer => Write(evaluation, writer)));

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
            writer.Prose(evaluation),
            [.. evaluation.Recommendations.Select(reference => Recommendation(knowledge.Get<Recommendation>(reference), writer))],
            parts.Themes(evaluation.Themes),
            parts.Footer(evaluation, []));

        var text = knowledge.Prose(evaluation, edition.Language).PlainText;
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
            .. SearchPassages.Of(null, null, parts.OriginalGrade(evaluation)?.Grade?.Text, passages.ProseFact("alternative_why", evaluation.AlternativeWhy)),
            .. SearchPassages.Of(null, writer.Say("fact.assessor"), passages.Assessors(evaluation.Assessors)),
            .. SearchPassages.Of(null, writer.Say("fact.reported_by"), passages.Fact("reported_by", evaluation.ReportedBy)),
            .. SearchPassages.Of(
                "part-judged",
                writer.Say("evaluation.judged"),
                string.Join("; ", evaluation.Recommendations.Select(reference => writer.Edition.Titles.Of(writer.Knowledge.Get<Recommendation>(reference)).Text))),
            .. passages.End(),
        ];
    }

    private static RelatedView Recommendation(Recommendation recommendation, PageWriter writer) => new(
        writer.Link(recommendation),
        [
            .. writer.Knowledge.Find(recommendation.Review.Target) is { } review ? [writer.Link(review)] : ImmutableArray<object>.Empty,
            writer.Position(recommendation.Position),
        ],
        null);
}

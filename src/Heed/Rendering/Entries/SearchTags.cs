using System.Collections.Immutable;
using Heed.Model;

namespace Heed.Rendering.Entries;

/// <summary>Names that lead to an entry without standing in its prose: its States, themes, body and their other names, in all languages.</summary>
internal static class SearchTags
{
    /// <summary>The names, each once, those of the language before those of the others.</summary>
    public static ImmutableArray<string> Of(Entry entry, Edition edition) =>
        [.. SearchNames.Distinct([.. entry.Themes.SelectMany(theme => SearchNames.Of(edition.Vocabulary.Themes, theme, edition.Language)), .. Own(entry, edition)])];

    private static IEnumerable<string> Own(Entry entry, Edition edition)
    {
        var words = edition.Vocabulary;
        IEnumerable<string> Names(Terms terms, params IEnumerable<string> keys) => keys.SelectMany(key => SearchNames.Of(terms, key, edition.Language));
        return entry.Match<IEnumerable<string>>(
            recommendation: recommendation =>
            [
                .. recommendation.Document.IsKnown ? [recommendation.Document.Value.ToString()] : ImmutableArray<string>.Empty,
                .. Names(words.States, recommendation.RecommendingStates.Or([])),
                .. recommendation.StatesAsPrinted,
                .. Names(words.Groups, recommendation.Groups),
            ],
            finding: _ => [],
            decision: decision =>
            [
                .. Names(words.Bodies, decision.Body),
                .. Names(words.Forms, decision.Form),
                .. decision.Symbols.Or([]).Select(symbol => symbol.ToString()),
                .. decision.Communications.Or([]),
                .. decision.Authors,
                decision.MandateHolder ?? "",
                decision.OpinionNumber.Or("") ?? "",
                .. Names(words.Treaties, TreatiesOf(decision)),
            ],
            evaluation: evaluation =>
            [
                .. Names(words.Assessors, evaluation.Assessors),
                .. words.Scales.GetValueOrDefault(evaluation.Scale)?.Find(evaluation.Level)?.Label.ByLanguage.Values ?? [],
            ],
            review: review =>
            [
                .. Names(words.Themes, review.Undertakings.SelectMany(undertaking => undertaking.Themes)),
                .. review.Documents.Select(document => document.Symbol.ToString()),
            ],
            @event: _ => [],
            article: _ => [],
            proposal: proposal => Names(words.Assessors, proposal.ProposedBy));
    }

    private static IEnumerable<string> TreatiesOf(Decision decision) => new[] { decision.ArticlesInvoked, decision.ArticlesViolated }
        .Where(articles => articles.IsKnown)
        .SelectMany(articles => articles.Value.Articles)
        .Select(article => article.Treaty)
        .Distinct(StringComparer.Ordinal);
}

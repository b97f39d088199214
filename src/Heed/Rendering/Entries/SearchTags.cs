using System.Collections.Immutable;
using Heed.Model;

namespace Heed.Rendering.Entries;

/// <summary>Names that lead to an entry without standing in its prose: its States, themes, body and their other names.</summary>
internal static class SearchTags
{
    public static ImmutableArray<string> Of(Entry entry, Vocabulary vocabulary) =>
    [
        .. Words(entry, vocabulary).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Words(Entry entry, Vocabulary vocabulary)
    {
        var themes = entry.Themes.SelectMany(theme => WordsOf(vocabulary.Themes, theme));
        return entry switch
        {
            Recommendation recommendation =>
            [
                .. themes,
                .. recommendation.Document.IsKnown ? [recommendation.Document.Value.ToString()] : ImmutableArray<string>.Empty,
                .. recommendation.RecommendingStates.Or([]).SelectMany(state => WordsOf(vocabulary.States, state)),
                .. recommendation.StatesAsPrinted,
                .. recommendation.Groups.SelectMany(group => WordsOf(vocabulary.Groups, group)),
            ],
            Decision decision =>
            [
                .. themes,
                .. WordsOf(vocabulary.Bodies, decision.Body),
                .. WordsOf(vocabulary.Forms, decision.Form),
                .. decision.Symbols.Or([]).Select(symbol => symbol.ToString()),
                .. decision.Communications.Or([]),
                .. decision.Authors,
                decision.MandateHolder ?? "",
                decision.OpinionNumber.Or("") ?? "",
            ],
            Evaluation evaluation => [.. themes, .. evaluation.Assessors.SelectMany(assessor => WordsOf(vocabulary.Assessors, assessor))],
            Review review => [.. themes, .. review.Documents.Select(document => document.Symbol.ToString())],
            _ => themes,
        };
    }

    private static IEnumerable<string> WordsOf(Terms terms, string key) => terms.Find(key) is { } term
        ? [term.Label.In("en"), .. term.Aliases, term.Acronym ?? ""]
        : [];
}

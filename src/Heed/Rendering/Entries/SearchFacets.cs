using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Heed.Model;
using Heed.Rendering.Charts;
using Heed.Rendering.Lists;
using Heed.Search;

namespace Heed.Rendering.Entries;

/// <summary>What results of search can be narrowed by, in one language. Each value is made once, as many pages have it.</summary>
internal sealed class SearchFacets(Edition edition)
{
    private readonly ConcurrentDictionary<(string Name, string Key), SearchFacet> made = new();

    /// <summary>The values that an entry has, by facet in the order in which they are offered, each once.</summary>
    public ImmutableArray<SearchFacet> Of(Entry entry) =>
    [
        .. Facets(entry).DistinctBy(facet => (facet.Name, facet.Key)),
    ];

    /// <summary>The values that a theme's own page has.</summary>
    public ImmutableArray<SearchFacet> Of(Term theme) => [Kind("theme"), Term("theme", edition.Vocabulary.Themes, theme.Key)];

    private IEnumerable<SearchFacet> Facets(Entry entry)
    {
        var (knowledge, words) = (edition.Knowledge, edition.Vocabulary);
        var kind = Kind(EntryKinds.WordOf(entry.Kind));
        return entry.Match<IEnumerable<SearchFacet>>(
            recommendation: recommendation =>
            [
                kind,
                .. Themes(recommendation.Themes),
                .. recommendation.RecommendingStates.Or([]).Select(state => Term("state", words.States, state)),
                Cycle(knowledge.Get<Review>(recommendation.Review)),
                Position(recommendation.Position),
                .. knowledge.EvaluationsOf(recommendation).Where(evaluation => LevelsChart.Counts(evaluation, knowledge)).Select(Level),
            ],
            evaluation: evaluation => [kind, .. Themes(evaluation.Themes), .. CyclesOf(evaluation).Select(Cycle), Level(evaluation)],
            finding: finding => [kind, .. Themes(finding.Themes)],
            decision: decision => [kind, .. Themes(decision.Themes), Term("body", words.Bodies, decision.Body)],
            review: review => [kind, .. Themes([.. review.Themes, .. review.Undertakings.SelectMany(undertaking => undertaking.Themes)]), Cycle(review)],
            @event: @event => [kind, .. Themes(@event.Themes)],
            article: article => [kind, .. Themes(article.Themes)],
            proposal: proposal => [kind, .. Themes(proposal.Themes), Cycle(knowledge.Get<Review>(proposal.Review))]);
    }

    /// <summary>Its themes, then those that are broader, as the table of recommendations has it: whoever chooses a theme wants its narrower ones too.</summary>
    private IEnumerable<SearchFacet> Themes(ImmutableArray<string> themes) => themes
        .Concat(themes.SelectMany(theme => edition.Vocabulary.ThemeAndBroader(theme)))
        .Select(theme => Term("theme", edition.Vocabulary.Themes, theme));

    /// <summary>The review that it follows up; where the source does not say, those of the recommendations that it judges.</summary>
    private IEnumerable<Review> CyclesOf(Evaluation evaluation) => evaluation.Review is { } review
        ? [edition.Knowledge.Get<Review>(review)]
        : evaluation.Recommendations
            .Select(reference => edition.Knowledge.Get<Review>(edition.Knowledge.Get<Recommendation>(reference).Review))
            .OrderBy(of => of.Cycle);

    private SearchFacet Kind(string kind) => made.GetOrAdd(("kind", kind), _ =>
        Made("kind", kind, $"kind.{kind}", ListsOf(kind)));

    private SearchFacet Position(Position position)
    {
        var key = position switch
        {
            Model.Position.Supported => "supported",
            Model.Position.Noted => "noted",
            _ => "unknown",
        };
        return made.GetOrAdd(("position", key), _ =>
        {
            var position = Made("position", key, $"position.{key}");
            var also = edition.Config.Languages.SelectMany(language => edition.Theme.LabelsIn(language).Say($"position.{key}-also").Split(';', StringSplitOptions.TrimEntries));
            return position with { Names = SearchNames.Beside(position.Label, [.. position.Names, .. also]) };
        });
    }

    private SearchFacet Term(string name, Terms terms, string key) => made.GetOrAdd((name, key), _ =>
    {
        var label = terms.Label(key, edition.Language);
        return new SearchFacet(name, key, label, SearchNames.Beside(label, SearchNames.Of(terms, key, edition.Language)));
    });

    private SearchFacet Cycle(Review review)
    {
        var key = review.Cycle.ToString(CultureInfo.InvariantCulture);
        return made.GetOrAdd(("cycle", key), _ =>
        {
            var label = CycleNames.Of(review, edition);
            return new SearchFacet("cycle", key, label, SearchNames.Beside(
                label,
                [
                    review.Id.Name,
                    review.Title,
                    .. review.Translations.Values.Select(translation => translation.Title).OfType<string>(),
                    .. edition.Config.Languages.Select(language => CycleNames.InWords(review, edition.Theme.LabelsIn(language))),
                ]));
        });
    }

    /// <summary>A level; one of another scale than that of the settings says so in its key, as scales are never converted in silence.</summary>
    private SearchFacet Level(Evaluation evaluation)
    {
        var key = evaluation.Scale == edition.Config.DefaultScale ? evaluation.Level : $"{evaluation.Scale}/{evaluation.Level}";
        return made.GetOrAdd(("level", key), _ =>
        {
            var words = edition.Vocabulary.Scales.GetValueOrDefault(evaluation.Scale)?.Find(evaluation.Level)?.Label ?? LocalizedText.Of("en", evaluation.Level);
            var label = words.In(edition.Language);
            return new SearchFacet("level", key, label, SearchNames.Beside(label, words.ByLanguage.Values));
        });
    }

    /// <summary>A value that the theme has words for, in all languages of the site.</summary>
    private SearchFacet Made(string name, string key, string label, params ImmutableArray<string> otherLabels)
    {
        var words = edition.Labels.Say(label);
        var all = edition.Config.Languages
            .Select(language => edition.Theme.LabelsIn(language))
            .SelectMany(labels => otherLabels.Prepend(label).Select(other => labels.Say(other)));
        return new SearchFacet(name, key, words, SearchNames.Beside(words, all));
    }

    /// <summary>The label of the list of a kind, by which it is called when there are several.</summary>
    private static ImmutableArray<string> ListsOf(string kind) => kind switch
    {
        "recommendation" => ["lists.recommendations"],
        "evaluation" => ["lists.evaluations"],
        "finding" => ["lists.findings"],
        "decision" => ["lists.decisions"],
        "review" => ["lists.reviews"],
        "event" => ["lists.events"],
        "proposal" => ["lists.proposals"],
        "theme" => ["lists.themes"],
        _ => ["lists.articles"],
    };
}

using System.Collections.Immutable;
using System.Globalization;
using Heed.Addressing;
using Heed.Model;

namespace Heed.Rendering.Lists;

/// <summary>
/// What recommendations can be narrowed by: the theme, the State, the cycle, the position, the level, the group of persons and
/// the Sustainable Development Goal. A new facet is a line here; each of its values has a list of its own that needs no script.
/// </summary>
internal sealed class RecommendationFacets
{
    private readonly ImmutableArray<Facet> facets;
    private readonly PageWriter writer;

    public RecommendationFacets(PageWriter writer)
    {
        this.writer = writer;
        var (knowledge, vocabulary) = (writer.Knowledge, writer.Vocabulary);
        ImmutableArray<Facet> all =
        [
            new("theme", writer.Say("filter.theme"), ByName(vocabulary.Themes), recommendation => recommendation.Themes.SelectMany(theme => vocabulary.ThemeAndBroader(theme))),
            new("state", writer.Say("filter.state"), ByName(vocabulary.States), recommendation => recommendation.RecommendingStates.Or([])),
            new("cycle", writer.Say("filter.cycle"), Cycles(), recommendation => [Key(knowledge.Get<Review>(recommendation.Review).Cycle)]),
            new("position", writer.Say("filter.position"), [.. Enum.GetValues<Position>().Select(writer.Position).Select(position => (position.Key, position.Text))], recommendation => [writer.Position(recommendation.Position).Key]),
            new("level", writer.Say("filter.level"), [.. Levels().Select(level => (level.Key, level.Text))], recommendation => LevelsOf(recommendation).Select(level => level.Key)),
            new("person", writer.Say("filter.person"), ByName(vocabulary.Groups), recommendation => recommendation.Groups),
            new("goal", writer.Say("filter.goal"), [.. SdgPages.Goals(knowledge).Select(goal => (goal, SdgPages.Name(goal, writer)))], recommendation => recommendation.SdgTargets.Select(SdgPages.GoalOf)),
        ];

        // A value that nothing has leads nowhere, but for the few whose absence says something.
        facets = [.. all.Where(facet => knowledge.Recommendations.Any(recommendation => facet.KeysOf(recommendation).Any()))];
    }

    /// <summary>The filters with the number of records of each choice.</summary>
    public ImmutableArray<FilterView> Filters(IReadOnlyList<Recommendation> recommendations) =>
        [.. facets.Select(facet => new FilterView(facet.Name, facet.Words, Choices(facet, recommendations)))];

    /// <summary>The keys that a row of the table carries.</summary>
    public ImmutableArray<RowKeysView> KeysOf(Recommendation recommendation) =>
        [.. facets.Select(facet => new RowKeysView(facet.Name, string.Join(' ', facet.KeysOf(recommendation).Distinct(StringComparer.Ordinal))))];

    /// <summary>Lists by each facet, which need no script.</summary>
    public ImmutableArray<RelatedListsView> Lists() =>
    [
        new(writer.Say("list.also-by"),
        [
            ListWriting.To(writer, Addresses.Themes, "lists.themes"),
            ListWriting.To(writer, Addresses.States, "lists.states"),
            ListWriting.To(writer, Addresses.Reviews, "lists.reviews"),
            .. Enum.GetValues<Position>().Select(position => writer.Link(Addresses.Position(position), writer.Position(position).Text)),
            ListWriting.To(writer, Addresses.Levels, "lists.levels"),
            ListWriting.To(writer, Addresses.Groups, "lists.groups"),
            .. SdgPages.Goals(writer.Knowledge).Any() ? [ListWriting.To(writer, Addresses.Goals, "lists.goals")] : ImmutableArray<LinkView>.Empty,
        ]),
    ];

    /// <summary>Levels of counted evaluations that name the recommendation, each once, from better to worse.</summary>
    public ImmutableArray<LevelView> NamedLevels(Recommendation recommendation) => InOrder(writer.Knowledge.EvaluationsOf(recommendation));

    /// <summary>Levels of counted evaluations of the recommendation's own themes.</summary>
    public ImmutableArray<LevelView> ThemeLevels(Recommendation recommendation) =>
        InOrder(writer.Knowledge.ThemeEvaluationsOf(recommendation).Where(found => !found.IsBroader).Select(found => found.Evaluation));

    private IEnumerable<LevelView> LevelsOf(Recommendation recommendation) => NamedLevels(recommendation).Concat(ThemeLevels(recommendation));

    private ImmutableArray<LevelView> InOrder(IEnumerable<Evaluation> evaluations)
    {
        var order = EntryLists.LevelsOf(writer.Knowledge).Select(level => level.Key).ToImmutableArray();
        return
        [
            .. evaluations
                .Where(evaluation => ListItems.NotCounted(evaluation, writer) is null)
                .Select(evaluation => evaluation.Level)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(level => order.IndexOf(level))
                .Select(level => writer.Level(writer.Edition.Config.DefaultScale, level)),
        ];
    }

    private static ImmutableArray<ChoiceView> Choices(Facet facet, IReadOnlyList<Recommendation> recommendations)
    {
        var byKey = recommendations
            .SelectMany(recommendation => facet.KeysOf(recommendation).Distinct(StringComparer.Ordinal).Select(key => (Key: key, Recommendation: recommendation)))
            .ToLookup(pair => pair.Key, pair => pair.Recommendation, StringComparer.Ordinal);
        var isClosed = facet.Name is "position" or "level";
        return
        [
            .. facet.Choices
                .Where(choice => isClosed || byKey.Contains(choice.Key))
                .Select(choice => (choice, Count: Counting.Split(byKey[choice.Key])))
                .Select(pair => new ChoiceView(pair.choice.Key, pair.choice.Words, Sum(pair.Count))),
        ];
    }

    /// <summary><c>12 + 3</c>: single recommendations, and groups described together, which are never added to them.</summary>
    private static string Sum((int Alone, int Groups) count) => count.Groups == 0
        ? Key(count.Alone)
        : string.Create(CultureInfo.InvariantCulture, $"{count.Alone} + {count.Groups}");

    private ImmutableArray<(string Key, string Words)> Cycles() =>
        [.. writer.Knowledge.Reviews.OrderBy(review => review.Cycle).Select(review => (Key(review.Cycle), CycleNames.Of(review, writer)))];

    private IEnumerable<LevelView> Levels() =>
        EntryLists.LevelsOf(writer.Knowledge).Select(level => writer.Level(writer.Edition.Config.DefaultScale, level.Key));

    private ImmutableArray<(string Key, string Words)> ByName(Terms terms) =>
    [
        .. terms.All
            .Select(term => (term.Key, Words: term.Label.In(writer.Edition.Language)))
            .OrderBy(choice => VocabularyPages.SortKey(choice.Words), StringComparer.Ordinal),
    ];

    private static string Key(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <param name="Name">The name in the address after <c>#</c> and in the rows' attribute.</param>
    /// <param name="Words">Its heading.</param>
    /// <param name="Choices">Its values in the order in which they are offered.</param>
    /// <param name="KeysOf">The values that a recommendation has.</param>
    private sealed record Facet(string Name, string Words, ImmutableArray<(string Key, string Words)> Choices, Func<Recommendation, IEnumerable<string>> KeysOf);
}

using System.Collections.Immutable;
using Heed.Linking;
using Heed.Model;
using Heed.Rendering.Lists;

namespace Heed.Rendering.Themes;

/// <summary>A recommendation of the later cycle with those of the earlier one whose demand it repeats.</summary>
internal sealed record AskedAgain(Recommendation Later, ImmutableArray<Recommendation> Earlier);

/// <summary>Two cycles on one theme.</summary>
/// <param name="Theme">The theme itself, without narrower ones.</param>
/// <param name="Earlier">What is at hand of the earlier cycle.</param>
/// <param name="Later">What is at hand of the later cycle.</param>
/// <param name="InBoth">What was asked in both, where one side at least names the theme.</param>
/// <param name="AskedAgain">What names the theme in the earlier cycle and is linked to the later one.</param>
/// <param name="OnlyEarlier">What names the theme in the earlier cycle and is not linked to the later one.</param>
/// <param name="AskedBefore">What names the theme in the later cycle and is linked to the earlier one.</param>
/// <param name="OnlyLater">What names the theme in the later cycle and is not linked to the earlier one.</param>
internal sealed record ThemeInTwoCycles(
    Term Theme,
    ImmutableArray<Recommendation> Earlier,
    ImmutableArray<Recommendation> Later,
    ImmutableArray<AskedAgain> InBoth,
    ImmutableArray<Recommendation> AskedAgain,
    ImmutableArray<Recommendation> OnlyEarlier,
    ImmutableArray<Recommendation> AskedBefore,
    ImmutableArray<Recommendation> OnlyLater);

/// <summary>What is at hand of two cycles, theme by theme.</summary>
internal static class CycleComparison
{
    /// <summary>Themes that either cycle names, in the order of the vocabulary.</summary>
    /// <remarks>A demand counts as asked in both when the editors linked it, directly or through a cycle between. Without a link nothing is said.</remarks>
    public static ImmutableArray<ThemeInTwoCycles> Of(Review earlier, Review later, KnowledgeBase knowledge)
    {
        var inEarlier = ListItems.InOrder(knowledge.RecommendationsOf(earlier)).ToImmutableArray();
        var inLater = ListItems.InOrder(knowledge.RecommendationsOf(later)).ToImmutableArray();
        var again = inLater
            .Select(recommendation => new AskedAgain(recommendation, [.. Repetition.Before(recommendation, knowledge).Where(step => step.Review.Target == earlier.Id)]))
            .Where(pair => !pair.Earlier.IsEmpty)
            .ToImmutableArray();
        var linkedLater = again.Select(pair => pair.Later.Id).ToHashSet();
        var linkedEarlier = again.SelectMany(pair => pair.Earlier).Select(recommendation => recommendation.Id).ToHashSet();

        ThemeInTwoCycles On(Term theme)
        {
            bool Bears(Recommendation recommendation) => recommendation.Themes.Contains(theme.Key);
            ImmutableArray<Recommendation> ofEarlier = [.. inEarlier.Where(Bears)];
            ImmutableArray<Recommendation> ofLater = [.. inLater.Where(Bears)];
            return new ThemeInTwoCycles(
                theme,
                ofEarlier,
                ofLater,
                [.. again.Where(pair => Bears(pair.Later) || pair.Earlier.Any(Bears))],
                [.. ofEarlier.Where(recommendation => linkedEarlier.Contains(recommendation.Id))],
                [.. ofEarlier.Where(recommendation => !linkedEarlier.Contains(recommendation.Id))],
                [.. ofLater.Where(recommendation => linkedLater.Contains(recommendation.Id))],
                [.. ofLater.Where(recommendation => !linkedLater.Contains(recommendation.Id))]);
        }

        return [.. knowledge.Vocabulary.Themes.All.Select(On).Where(theme => !theme.Earlier.IsEmpty || !theme.Later.IsEmpty)];
    }
}

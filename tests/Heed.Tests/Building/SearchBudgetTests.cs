using Heed.Tests.Rendering;

namespace Heed.Tests.Building;

/// <summary>A first search that is heavier than allowed fails the build, and says what it consists of.</summary>
public sealed class SearchBudgetTests
{
    private const string Settings = "title: Small\ndescription: A small site.\nlanguages: [en, ru]\nbase_url: https://example.org/small/\ncountry: KAZ\nweight_budget:\n  search: ";

    [Fact]
    public void A_search_within_its_budget_is_built() =>
        Assert.True(SmallSite.Build(("site.config.yml", Settings + "60\n")).Succeeded);

    [Fact]
    public void A_heavier_one_fails_the_build_and_says_what_weighs()
    {
        var result = SmallSite.Build(("site.config.yml", Settings + "20\n"));

        Assert.False(result.Succeeded);
        var told = result.Diagnostics.Where(diagnostic => diagnostic.Rule.Id == "too-heavy").ToArray();
        Assert.Equal(["search/en.js", "search/ru.js"], told.Select(diagnostic => diagnostic.Place.Path));
        Assert.All(told, diagnostic => Assert.Matches("^a first search of three words loads [0-9.]+ kB compressed, and may load 20 kB: scripts [0-9.]+ kB, manifest", diagnostic.Message), throwIfEmpty: true);
    }
}

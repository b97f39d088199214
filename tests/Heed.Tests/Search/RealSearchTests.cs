using Heed.Model;
using Heed.Search;
using Heed.Tests.Exporting;
using Heed.Tests.Rendering;

namespace Heed.Tests.Search;

/// <summary>The built index of the real content, asked as readers ask.</summary>
public sealed class RealSearchTests
{
    private static readonly Lazy<SearchEngine> Engine = new(() => SearchEngine.Open(path => Published.Real.Site.Find(path)?.Text));

    [Theory]
    [InlineData("en", "France torture")]
    [InlineData("en", "what did France recommend on torture")]
    [InlineData("en", "What did France recommend on torture?")]
    [InlineData("ru", "пытки Франция")]
    [InlineData("ru", "что рекомендовала Франция о пытках")]
    [InlineData("kk", "Франция азаптау")]
    [InlineData("kk", "Франция азаптау туралы не ұсынды?")]
    public void A_question_is_its_words_and_pages_with_all_of_them_come_first_without_help(string language, string words)
    {
        var answer = Engine.Value.Ask(words, language, 0, 500, withExcerpts: false);

        Assert.InRange(answer.Full, 1, 9);
        Assert.True(answer.MatchesAllWords);
        Assert.All(answer.Hits.Take(answer.Full), hit => Assert.DoesNotContain("articles/", hit.Address, StringComparison.Ordinal), throwIfEmpty: true);
        Assert.Contains(answer.Hits.Take(answer.Full), hit => hit.Address.EndsWith("recommendations/upr-2/125.48.html", StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Hits.Take(answer.Total - answer.Help), hit => hit.Address.EndsWith("how-to-search.html", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "how to cite", "articles/how-to-cite.html")]
    [InlineData("en", "How to search", "articles/how-to-search.html")]
    [InlineData("ru", "как искать", "ru/articles/how-to-search.html")]
    public void A_page_that_explains_the_site_is_first_when_its_title_is_asked_for(string language, string words, string page) =>
        Assert.Equal(page, Engine.Value.Search(words, language, 1)[0].Address);

    [Fact]
    public void Pages_that_explain_the_site_stand_last_and_are_counted_apart()
    {
        var answer = Engine.Value.Ask("139.114", "en", 0, 20);

        Assert.Equal((1, 2), (answer.Full, answer.Help));
        Assert.All(answer.Hits[^2..], hit => Assert.StartsWith("articles/how-to-", hit.Address, StringComparison.Ordinal), throwIfEmpty: true);
    }

    /// <summary>Every level and position, in every language of the site, typed as its words.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("kk")]
    public void Typed_names_of_levels_and_positions_are_offered_as_choices_in_each_language(string language)
    {
        var missing = new List<string>();
        foreach (var typed in RealSite.Knowledge.Config.Languages)
        {
            foreach (var level in RealSite.Knowledge.Vocabulary.Scales["heed-six"].Levels.Where(level => RealSite.Knowledge.Evaluations.Any(evaluation => evaluation.Level == level.Key)))
            {
                Offered(level.Label.In(typed), "level", level.Key);
            }

            foreach (var key in (string[])["supported", "noted", "unknown"])
            {
                var labels = RealSite.Theme.LabelsIn(typed);
                foreach (var name in labels.Say($"position.{key}-also").Split(';', StringSplitOptions.TrimEntries).Append(labels.Say($"position.{key}")))
                {
                    Offered(name, "position", key);
                }
            }
        }

        Assert.Equal([], missing);

        void Offered(string words, string facet, string key)
        {
            if (!Engine.Value.Ask(words, language, 0, 1, withExcerpts: false).Offers.Any(offer => offer.Name == facet && offer.Key == key && offer.Rest.Length == 0))
            {
                missing.Add($"{words}: {facet}:{key}");
            }
        }
    }

    [Fact]
    public void Every_name_of_a_State_a_body_and_a_theme_that_results_have_is_offered_in_whatever_case()
    {
        var vocabulary = RealSite.Knowledge.Vocabulary;
        var states = RealSite.Knowledge.Recommendations.SelectMany(recommendation => recommendation.RecommendingStates.Or([])).ToHashSet(StringComparer.Ordinal);
        var bodies = RealSite.Knowledge.Decisions.Select(decision => decision.Body).ToHashSet(StringComparer.Ordinal);
        var themes = RealSite.Knowledge.Entries.SelectMany(entry => entry.Themes).ToHashSet(StringComparer.Ordinal);
        var missing = new List<string>();
        Look(vocabulary.States, "state", states);
        Look(vocabulary.Bodies, "body", bodies);
        Look(vocabulary.Themes, "theme", themes);

        Assert.Equal([], missing);

        void Look(Terms terms, string facet, HashSet<string> used)
        {
            foreach (var term in terms.All.Where(term => used.Contains(term.Key)))
            {
                foreach (var name in (string[])[term.Label.In("en"), term.Label.In("ru").ToUpperInvariant(), .. term.Aliases, .. term.Acronym is { } acronym ? [acronym] : (string[])[]])
                {
                    var answer = Engine.Value.Ask(name, "en", 0, 1, withExcerpts: false);
                    if (!answer.Offers.Any(offer => offer.Name == facet && offer.Key == term.Key))
                    {
                        missing.Add($"{name}: {facet}:{term.Key}");
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("UK", "state", "GBR")]
    [InlineData("CAT", "body", "cat")]
    [InlineData("partially", "level", "partially-implemented")]
    [InlineData("rejected", "position", "noted")]
    [InlineData("принята", "position", "supported")]
    [InlineData("отклонены", "position", "noted")]
    [InlineData("France torture", "theme", "torture")]
    [InlineData("Франции", "state", "FRA")]
    public void A_short_name_a_beginning_and_another_form_are_offered_too(string words, string facet, string key) =>
        Assert.Contains(Engine.Value.Ask(words, "en", 0, 1).Offers, offer => offer.Name == facet && offer.Key == key);

    [Theory]
    [InlineData("\"not implemented\"")]
    [InlineData("torture -France")]
    [InlineData("state:France")]
    [InlineData("what did they recommend")]
    [InlineData("of the")]
    public void What_is_quoted_unwanted_or_chosen_already_is_not_offered(string words) =>
        Assert.DoesNotContain(Engine.Value.Ask(words, "en", 0, 1).Offers, offer => offer.Key is "not-implemented" or "FRA" or "recommendation");

    [Fact]
    public void An_offer_leaves_the_other_words_and_narrows_to_its_value()
    {
        var offer = Engine.Value.Ask("torture not implemented 2018", "en", 0, 1).Offers.Single(offer => offer.Name == "level");

        Assert.Equal("torture 2018", offer.Rest);
        var narrowed = Engine.Value.Ask($"{offer.Rest} level:{offer.Key}", "en", 0, 20);
        Assert.NotEmpty(narrowed.Hits);
        Assert.All(narrowed.Hits, hit => Assert.Contains("Not implemented", hit.Facts.Select(fact => fact.Label)), throwIfEmpty: true);
    }

    /// <summary>The name of a level with a word that means nothing elsewhere is no page of another level.</summary>
    [Theory]
    [InlineData("en", "not implemented", "Not implemented")]
    [InlineData("en", "Not  implemented?", "Not implemented")]
    [InlineData("en", "no information", "No information")]
    [InlineData("en", "partially implemented", "Partially implemented")]
    [InlineData("ru", "не выполнено", "Не выполнено")]
    [InlineData("ru", "нет сведений", "Нет сведений")]
    public void The_name_of_a_level_brings_pages_of_that_level_first(string language, string words, string level)
    {
        var answer = Engine.Value.Ask(words, language, 0, 100, withExcerpts: false);
        var leading = answer.Hits.TakeWhile(hit => hit.Facts.Any(fact => fact.Name == "level" && fact.Label == level)).Count();

        Assert.True(leading >= 3, $"{leading} of {answer.Total}; first {answer.Hits[0].Address}");
        Assert.DoesNotContain(answer.Hits.Skip(leading), hit => hit.Facts.Any(fact => fact.Name == "level" && fact.Label == level));
    }
}

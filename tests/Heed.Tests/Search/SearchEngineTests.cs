using System.Collections.Immutable;
using Heed.Files;
using Heed.Search;
using Heed.Tests.Support;

namespace Heed.Tests.Search;

public sealed class SearchEngineTests(SearchEngineTests.Built built) : IClassFixture<SearchEngineTests.Built>
{
    private static readonly SearchFacet Kind = new("kind", "recommendation", "Recommendation", []);

    private static readonly ImmutableArray<SearchDocument> Pages =
    [
        Page("recommendations/upr-3/139.114.html", "en", "139.114 Independence of lawyers (Czechia)", "recommendation", "139.114",
            "Guarantee that human rights defenders, lawyers and journalists can work without hindrance.", ["Czechia", "Human rights defenders", "Lawyers"]) with { Facets = [Kind, State("CZE", "Czechia", "Чехия"), new("position", "noted", "noted", [])] },
        Page("recommendations/upr-3/139.115.html", "en", "139.115 Peaceful assembly (Norway)", "recommendation", "139.115",
            "Bring the law on peaceful assemblies in line with the Covenant, and see 139.114.", ["Norway", "Peaceful assembly"]) with { Facets = [Kind, State("NOR", "Norway", "Норвегия")] },
        Page("recommendations/upr-3/139.11.html", "en", "139.11 Torture (Turkey)", "recommendation", "139.11",
            "Investigate every report of torture and ill-treatment promptly.", ["Turkey", "Torture"]) with { Facets = [Kind, State("TUR", "Turkey", "Турция"), new("theme", "torture", "Torture", ["Torture and ill-treatment", "пытки"])] },
        Page("decisions/ccpr/ccpr-2137-2012.html", "en", "Views on communication No. 2137/2012", "decision", "CCPR/C/112/D/2137/2012",
            "", ["Human Rights Committee", "CCPR"]) with
            {
                Passages =
                [
                    new SearchPassage(null, null, "The Committee found a violation of article 21: the author had been fined for an unauthorised gathering."),
                    new SearchPassage("facts", "Facts", string.Concat(Enumerable.Repeat("The State party did not explain why a fine was needed. ", 12)) + "The author, a defender of rights, was convicted in Almaty."),
                ],
            },
        Page("reviews/upr-3.html", "en", "Third cycle (2019–2020)", "review", null,
            "The Working Group's report is A/HRC/43/10. Recommendations were made by 93 States, among them the US and the WHO's hosts.", []),
        Page("articles/about.html", "en", "About", "article", null, "Who made this, and how CEDAW and constructor and __proto__ are written.", []),
        Page("ru/articles/about.html", "ru", "О сайте", "article", null,
            "Что рекомендовали Казахстану: права человека, мирные собрания и ещё CEDAW. Ёлки здесь ни при чём.", ["мирные собрания"]),
        Page("ru/findings/assembly.html", "ru", "Мирные собрания", "finding", null,
            "Закон о порядке организации и проведения мирных собраний принят 25 мая 2020 года.", ["собрания"]) with { Facets = [new("kind", "finding", "Вывод", [])] },
        Page("findings/refuges.html", "en", "Refuges", "finding", null, "The women's refuges are official since the covid19 aid, in co-operation with the cities.", []),
        Page("findings/shelters.html", "en", "Shelters", "finding", null, "Shelters for all have existed since the COVID-19 aid, in cooperation with nobody.", []),
        Page("kk/findings/assembly.html", "kk", "Деректер", "finding", null, "Бұл жерде мəлімет пен бөлім бар.", []),
        Page("kk/articles/about.html", "kk", "Сайт туралы", "article", null,
            "Адам құқықтары және бейбіт жиналыстар туралы. Адам бостандығы.", []) with { Facets = [new("kind", "article", "Мақала", [])] },
    ];

    [Theory]
    [InlineData("human rights defenders", "en", "recommendations/upr-3/139.114.html")]
    [InlineData("139.114", "en", "recommendations/upr-3/139.114.html")]
    [InlineData("139.11", "en", "recommendations/upr-3/139.11.html")]
    [InlineData("CCPR/C/112/D/2137/2012", "en", "decisions/ccpr/ccpr-2137-2012.html")]
    [InlineData("2137/2012", "en", "decisions/ccpr/ccpr-2137-2012.html")]
    [InlineData("A/HRC/43/10", "en", "reviews/upr-3.html")]
    [InlineData("43/10", "en", "reviews/upr-3.html")]
    [InlineData("tortur", "en", "recommendations/upr-3/139.11.html")]
    [InlineData("czech", "en", "recommendations/upr-3/139.114.html")]
    [InlineData("US", "en", "reviews/upr-3.html")]
    [InlineData("us", "en", "reviews/upr-3.html")]
    [InlineData("constructor", "en", "articles/about.html")]
    [InlineData("__proto__", "en", "articles/about.html")]
    [InlineData("мирные собрания", "ru", "ru/findings/assembly.html")]
    [InlineData("МИРНЫХ СОБРАНИЙ", "ru", "ru/findings/assembly.html")]
    [InlineData("елка", "ru", "ru/articles/about.html")]
    [InlineData("права человека", "ru", "ru/articles/about.html")]
    [InlineData("cedaw", "ru", "ru/articles/about.html")]
    [InlineData("139.114", "ru", "recommendations/upr-3/139.114.html")]
    [InlineData("құқықтары", "kk", "kk/articles/about.html")]
    [InlineData("құқық", "kk", "kk/articles/about.html")]
    [InlineData("Адам", "kk", "kk/articles/about.html")]
    [InlineData("torture", "kk", "recommendations/upr-3/139.11.html")]
    [InlineData("torture", "fr", "recommendations/upr-3/139.11.html")]
    public void What_is_asked_for_comes_first(string words, string language, string address) =>
        Assert.Equal(address, built.Engine.Search(words, language).Select(hit => hit.Address).FirstOrDefault());

    [Theory]
    [InlineData("women`s refuge", "findings/refuges.html")]
    [InlineData("womenʼs refuge", "findings/refuges.html")]
    [InlineData("\"women’s refuges\"", "findings/refuges.html")]
    [InlineData("oﬃcial", "findings/refuges.html")]
    [InlineData("ofﬁcial", "findings/refuges.html")]
    [InlineData("ｏｆｆｉｃｉａｌ", "findings/refuges.html")]
    [InlineData("of\u00ADficial", "findings/refuges.html")]
    [InlineData("covid19", "findings/refuges.html findings/shelters.html")]
    [InlineData("COVID 19", "findings/refuges.html findings/shelters.html")]
    [InlineData("COVID–19", "findings/refuges.html findings/shelters.html")]
    [InlineData("\"covid19 aid\"", "findings/refuges.html findings/shelters.html")]
    [InlineData("cooperation", "findings/refuges.html findings/shelters.html")]
    [InlineData("co-operation", "findings/refuges.html findings/shelters.html")]
    [InlineData("co\u2011operation", "findings/refuges.html findings/shelters.html")]
    [InlineData("co‐oper", "findings/refuges.html findings/shelters.html")]
    [InlineData("\"co-operation\"", "findings/refuges.html findings/shelters.html")]
    [InlineData("refuges -co-operation", "")]
    [InlineData("refuges -covid19", "")]
    [InlineData("ССРR/С/112/D/2137/2012", "decisions/ccpr/ccpr-2137-2012.html")]
    [InlineData("ｃｃｐｒ／ｃ／１１２", "decisions/ccpr/ccpr-2137-2012.html")]
    [InlineData("assеmblies", "recommendations/upr-3/139.115.html")]
    [InlineData("refuges state：czech", "")]
    [InlineData("lawyers state：czech", "recommendations/upr-3/139.114.html")]
    public void What_is_typed_is_folded_as_what_is_written(string words, string addresses)
    {
        var answer = built.Engine.Ask(words, "en", 0, 20);

        Assert.Equal(addresses, string.Join(' ', answer.Hits.Select(hit => hit.Address).Order(StringComparer.Ordinal)));
        Assert.Equal(answer.Total, answer.Full);
    }

    [Theory]
    [InlineData("мəлімет", "kk", "kk/findings/assembly.html")]
    [InlineData("мәлімет", "kk", "kk/findings/assembly.html")]
    [InlineData("бөлiм", "kk", "kk/findings/assembly.html")]
    public void A_Kazakh_word_with_a_Latin_letter_is_found_and_finds(string words, string language, string address) =>
        Assert.Equal(address, Assert.Single(built.Engine.Ask(words, language, 0, 20).Hits).Address);

    [Fact]
    public void All_words_are_wanted_where_a_page_has_them()
    {
        var answer = built.Engine.Ask("lawyers journalists", "en", 0, 20);

        Assert.True(answer.MatchesAllWords);
        Assert.Equal(1, answer.Total);
    }

    [Fact]
    public void Some_words_will_do_where_no_page_has_all()
    {
        var answer = built.Engine.Ask("torture journalists gathering", "en", 0, 20);

        Assert.False(answer.MatchesAllWords);
        Assert.Equal(3, answer.Total);
    }

    [Theory]
    [InlineData("tortrue", "en", "torture", "recommendations/upr-3/139.11.html")]
    [InlineData("defendres", "en", "defenders", "recommendations/upr-3/139.114.html")]
    [InlineData("сабрания", "ru", "собрания", "ru/findings/assembly.html")]
    public void A_word_that_no_page_has_is_taken_for_a_near_one(string word, string language, string shown, string address)
    {
        var answer = built.Engine.Ask(word, language, 0, 20);

        Assert.Equal([new NearSpelling(word, shown)], answer.Near.Select(near => near with { Shown = near.Shown.ToLowerInvariant() }));
        Assert.Equal(address, answer.Hits[0].Address);
    }

    [Fact]
    public void Words_in_quotes_stand_side_by_side()
    {
        Assert.Equal(["recommendations/upr-3/139.114.html"], Addresses("\"human rights defenders\"", "en"));
        Assert.Equal(["ru/findings/assembly.html", "ru/articles/about.html"], Addresses("«мирных собраний»", "ru"));
    }

    /// <summary>Each phrase has all its words on the page, in the same field; what it wants is their order and distance.</summary>
    [Theory]
    [InlineData("\"rights defenders\"", true)]
    [InlineData("\"defenders lawyers and journalists\"", true)]
    [InlineData("\"lawyers and journalists\"", true)]
    [InlineData("\"journalists can work without hindrance\"", true)]
    [InlineData("\"Guarantee that human\"", true)]
    [InlineData("\"guaranteeing that humans\"", true)]
    [InlineData("\"defenders human\"", false)]
    [InlineData("\"defenders rights\"", false)]
    [InlineData("\"human defenders\"", false)]
    [InlineData("\"human rights lawyers\"", false)]
    [InlineData("\"rights human defenders\"", false)]
    [InlineData("\"human defenders rights\"", false)]
    [InlineData("\"lawyers journalists\"", false)]
    [InlineData("\"journalists and lawyers\"", false)]
    [InlineData("\"guarantee human\"", false)]
    [InlineData("\"guarantee hindrance\"", false)]
    [InlineData("\"hindrance guarantee\"", false)]
    [InlineData("\"human human\"", false)]
    public void Words_in_quotes_stand_in_their_order_and_with_nothing_between_them(string phrase, bool isThere)
    {
        const string page = "recommendations/upr-3/139.114.html";
        var answer = built.Engine.Ask(phrase, "en", 0, 20);

        Assert.Equal(isThere, answer.MatchesAllWords);
        Assert.Equal(!isThere, Addresses($"work -{phrase}", "en").Contains(page));
        Assert.Contains(page, answer.Hits.Select(hit => hit.Address));
    }

    [Fact]
    public void Words_in_quotes_do_not_begin_in_one_field_and_end_in_another() =>
        Assert.False(built.Engine.Ask("\"(Czechia) guarantee\"", "en", 0, 20).MatchesAllWords);

    [Fact]
    public void A_number_is_found_whole_and_not_as_the_beginning_of_another() =>
        Assert.Equal(["recommendations/upr-3/139.11.html"], Addresses("139.11", "en"));

    [Fact]
    public void Of_a_page_and_its_translation_the_readers_own_is_shown() =>
        Assert.Equal(["ru/articles/about.html"], Addresses("CEDAW", "ru"));

    [Fact]
    public void An_excerpt_shows_what_was_found_also_in_another_form()
    {
        var hit = built.Engine.Search("мирное собрание", "ru")[0];

        Assert.Equal(["мирных", "собраний"], hit.Excerpt.Where(part => part.IsHit).Select(part => part.Text));
        Assert.StartsWith("Закон о порядке", string.Concat(hit.Excerpt.Select(part => part.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_excerpt_of_a_long_page_is_the_passage_with_the_words()
    {
        var excerpt = built.Engine.Search("convicted Almaty", "en")[0].Excerpt;

        Assert.Equal("… ", excerpt[0].Text);
        Assert.Equal(["convicted", "Almaty"], excerpt.Where(part => part.IsHit).Select(part => part.Text));
        Assert.InRange(excerpt.Sum(part => part.Text.Length), 60, 260);
    }

    [Fact]
    public void Results_come_in_portions_that_make_the_whole()
    {
        var all = built.Engine.Ask("rights", "en", 0, 100);
        var first = built.Engine.Ask("rights", "en", 0, 2);
        var rest = built.Engine.Ask("rights", "en", 2, 100);

        Assert.Equal(all.Total, first.Total);
        Assert.Equal(all.Hits.Select(hit => hit.Address), first.Hits.Concat(rest.Hits).Select(hit => hit.Address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("*")]
    [InlineData("~")]
    [InlineData(":")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("^~")]
    [InlineData("\\")]
    public void Signs_alone_find_nothing(string words) => Assert.Equal(0, built.Engine.Ask(words, "en", 0, 20).Total);

    [Theory]
    [InlineData("tittle:torture")]
    [InlineData("torture~1")]
    [InlineData("+torture")]
    [InlineData("torture*")]
    [InlineData("torture^10")]
    public void Signs_of_other_search_boxes_do_no_harm(string words) =>
        Assert.Contains("recommendations/upr-3/139.11.html", Addresses(words, "en"));

    [Trait("tier", "slow")]
    [ThoroughProperty(20, 500, Arbitrary = [typeof(TextSamples)])]
    public void No_input_throws(SampleText sample)
    {
        foreach (var language in new[] { "en", "ru", "kk" })
        {
            var answer = built.Engine.Ask(sample.Text, language, 0, 5);
            Assert.True(answer.Hits.Length == Math.Min(5, answer.Total));
        }
    }

    [Theory]
    [InlineData("theme:torture", "en", "recommendations/upr-3/139.11.html")]
    [InlineData("Theme:Torture", "en", "recommendations/upr-3/139.11.html")]
    [InlineData("state:CZE", "en", "recommendations/upr-3/139.114.html")]
    [InlineData("state:Czech", "en", "recommendations/upr-3/139.114.html")]
    [InlineData("state:Чехия", "en", "recommendations/upr-3/139.114.html")]
    [InlineData("state:\"Czechia\" lawyers", "en", "recommendations/upr-3/139.114.html")]
    [InlineData("law state:NOR", "en", "recommendations/upr-3/139.115.html")]
    [InlineData("kind:recommendation -state:NOR -theme:torture", "en", "recommendations/upr-3/139.114.html")]
    [InlineData("state:CZE,NOR assembly", "en", "recommendations/upr-3/139.115.html")]
    [InlineData("theme:torture state:NOR", "en", "")]
    [InlineData("theme:reat", "en", "")]
    [InlineData("вид:finding", "ru", "ru/findings/assembly.html")]
    [InlineData("kind:article бостандығы", "kk", "kk/articles/about.html")]
    [InlineData("бостандығы", "ru", "kk/articles/about.html")]
    [InlineData("kind:article", "kk", "kk/articles/about.html")]
    [InlineData("theme:ill", "en", "recommendations/upr-3/139.11.html")]
    public void Results_are_narrowed_by_a_facets_key_or_name(string words, string language, string addresses) =>
        Assert.Equal(addresses, string.Join(' ', Addresses(words, language)));

    [Fact]
    public void A_filter_that_names_no_value_is_a_word_and_is_told()
    {
        var answer = built.Engine.Ask("theme:gathering", "en", 0, 20);

        Assert.Equal(["decisions/ccpr/ccpr-2137-2012.html"], answer.Hits.Select(hit => hit.Address));
        Assert.Equal(["gathering"], answer.Unknown);
    }

    [Theory]
    [InlineData("investigate*", "investig*", "en")]
    [InlineData("Recommendations*", "recommend*", "en")]
    [InlineData("собраний*", "собран*", "ru")]
    public void A_whole_word_with_a_star_finds_what_its_stem_finds(string word, string stem, string language)
    {
        Assert.NotEmpty(Addresses(stem, language));
        Assert.Equal(Addresses(stem, language).Order(StringComparer.Ordinal), Addresses(word, language).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Facets_tell_how_many_pages_choosing_them_would_show()
    {
        var answer = built.Engine.Ask("state:CZE", "en", 0, 20, withFacets: true);

        // A State beside the chosen one would widen, so it is counted as if none were chosen; a theme would narrow.
        Assert.Contains(new FacetCount("state", "NOR", "Norway", 1), answer.Facets);
        Assert.Contains(new FacetCount("state", "CZE", "Czechia", 1), answer.Facets);
        Assert.DoesNotContain(answer.Facets, facet => facet is { Name: "theme", Key: "torture" });
        Assert.Equal([new SearchFilter("state", "CZE", "Czechia", false)], answer.Filters);
    }

    [Theory]
    [InlineData("rights -torture -lawyers", "en")]
    [InlineData("rights -\"human rights defenders\"", "en")]
    public void What_is_unwanted_is_left_out(string words, string language) =>
        Assert.DoesNotContain("recommendations/upr-3/139.114.html", Addresses(words, language));

    [Theory]
    [InlineData("journalists*", "en", "recommendations/upr-3/139.114.html")]
    [InlineData("journal* torture*", "en", "recommendations/upr-3/139.11.html")]
    [InlineData("собран*", "ru", "ru/findings/assembly.html")]
    [InlineData("investigat*", "en", "recommendations/upr-3/139.11.html")]
    [InlineData("promptl", "en", "recommendations/upr-3/139.11.html")]
    public void A_star_stands_for_any_ending_of_the_word_and_of_its_stem(string words, string language, string address) =>
        Assert.Contains(address, Addresses(words, language));

    [Theory]
    [InlineData("кукыктары", "құқықтары", "kk/articles/about.html")]
    [InlineData("бейбит", "бейбіт", "kk/articles/about.html")]
    [InlineData("бостандыкка", "бостандығы", "kk/articles/about.html")]
    public void Kazakh_typed_without_its_letters_is_found(string word, string shown, string address)
    {
        var answer = built.Engine.Ask(word, "kk", 0, 20);

        Assert.Equal([new NearSpelling(word, shown)], answer.Near);
        Assert.Equal(address, answer.Hits[0].Address);
    }

    [Fact]
    public void Kazakh_letters_are_wanted_too_where_somebody_wrote_the_word_without_them()
    {
        SearchDocument[] pages =
        [
            Page("kk/how.html", "kk", "Қалай іздеу керек", "article", null, "Мысалы: коргаушы.", []),
            .. Enumerable.Range(0, 3).Select(number => Page($"kk/{number}.html", "kk", "Қорғаушы", "finding", null, "Құқық қорғаушы туралы.", [])),
        ];
        var site = new Site(SearchIndexer.Index(pages, SearchScripts.Theme, SearchScripts.Editions).Files);

        var answer = SearchEngine.Open(path => site.Find(path)?.Text).Ask("коргаушы", "kk", 0, 20);

        Assert.Equal(4, answer.Total);
        Assert.Empty(answer.Near);
    }

    [Fact]
    public void Few_pages_with_all_words_are_followed_by_pages_with_some()
    {
        var answer = built.Engine.Ask("lawyers journalists torture", "en", 0, 20);
        Assert.False(answer.MatchesAllWords);

        answer = built.Engine.Ask("fine convicted rights", "en", 0, 20);
        Assert.Equal(1, answer.Full);
        Assert.Equal("decisions/ccpr/ccpr-2137-2012.html", answer.Hits[0].Address);
    }

    [Fact]
    public void What_ones_own_language_lacks_is_found_in_another_and_said()
    {
        var answer = built.Engine.Ask("бостандығы", "ru", 0, 20);

        Assert.Equal("kk/articles/about.html", answer.Hits.Single().Address);
        Assert.Equal("kk", answer.OtherLanguage);
    }

    [Fact]
    public void A_result_tells_its_facts_and_the_section_that_it_found()
    {
        var hit = built.Engine.Search("Almaty", "en")[0];

        Assert.Equal("decisions/ccpr/ccpr-2137-2012.html", hit.Address);
        Assert.Equal("facts", hit.Anchor);
        Assert.Equal("Facts", hit.Section);
        Assert.Equal([new SearchFact("state", "Czechia"), new SearchFact("position", "noted")], built.Engine.Search("139.114", "en")[0].Facts);
    }

    [Fact]
    public void A_site_without_search_says_so() =>
        Assert.Throws<InvalidOperationException>(() => SearchEngine.Open(_ => null).Search("torture", "en"));

    private static SearchFacet State(string key, string label, string russian) => new("state", key, label, [russian]);

    private string[] Addresses(string words, string language) =>
        [.. built.Engine.Search(words, language).Select(hit => hit.Address)];

    /// <summary>The pages above, indexed once; the tests of a class run one after the other.</summary>
    private static SearchDocument Page(string address, string language, string title, string kind, string? number, string body, ImmutableArray<string> tags) =>
        new(address, language, title, kind, number, [new SearchPassage(null, null, body)], tags, []);

    public sealed class Built
    {
        public Built()
        {
            var site = new Site(SearchIndexer.Index(Pages, SearchScripts.Theme, SearchScripts.Editions).Files);
            Engine = SearchEngine.Open(path => site.Find(path)?.Text);
        }

        public SearchEngine Engine { get; }
    }
}

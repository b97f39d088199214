using System.Collections.Immutable;
using System.Text.Json;
using Heed.Files;
using Heed.Search;
using Jint;

namespace Heed.Tests.Search;

/// <summary>Languages without a compiled stemmer are stemmed by the plug-in of lunr-languages, at build time and in the browser.</summary>
public sealed class LanguageStemmerTests
{
    private static readonly ThemeScripts French = SearchScripts.With("fr");
    private static readonly ImmutableArray<SearchEdition> Editions = [new("fr", [])];

    private static readonly SearchDocument[] Pages =
    [
        Page("defenseurs.html", "Défenseurs des droits", "Les défenseurs des droits humains ont été arrêtés; voir CEDAW et les réunions pacifiques."),
        Page("reunion.html", "Liberté de réunion", "La liberté de réunion pacifique est garantie."),
    ];

    [Theory]
    [InlineData("défenseur", "defenseurs.html")]
    [InlineData("defenseurs", "defenseurs.html")]
    [InlineData("arrêtée", "defenseurs.html")]
    [InlineData("réunions pacifiques", "defenseurs.html reunion.html")]
    [InlineData("CEDAW", "defenseurs.html")]
    public void French_is_found_in_its_other_forms(string words, string addresses)
    {
        var site = new Site(SearchIndexer.Index(Pages, French, Editions).Files);

        var found = SearchEngine.Open(path => site.Find(path)?.Text).Search(words, "fr").Select(hit => hit.Address).Order(StringComparer.Ordinal);

        Assert.Equal(addresses, string.Join(' ', found));
    }

    [Fact]
    public void Each_word_is_stemmed_once_and_remembered_between_builds()
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        var memory = new SearchMemory(kept.GetValueOrDefault, (name, text) => kept[name] = text);

        var first = SearchIndexer.Index(Pages, French, Editions, memory);
        var (name, text) = Assert.Single(kept);
        Assert.Contains("defenseurs\tdefenseur\n", text, StringComparison.Ordinal);

        // What is remembered is used: a stem that nobody else would give comes back.
        kept[name] = text.Replace("\tdefenseur\n", "\tremembered\n", StringComparison.Ordinal);
        var second = SearchIndexer.Index(Pages, French, Editions, memory);
        Assert.Equal([false, true], new[] { first, second }.Select(built => built.Files.Any(file => file.Path.Contains("/fr/", StringComparison.Ordinal) && file.Text.Contains("remembered ", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_memory_that_cannot_be_read_is_learnt_again()
    {
        var memory = new SearchMemory(_ => "cut sho\n\t\nx\ty\tz", (_, _) => { });

        Assert.Equal(
            SearchIndexer.Index(Pages, French, Editions).Files.Select(file => file.Path),
            SearchIndexer.Index(Pages, French, Editions, memory).Files.Select(file => file.Path));
    }

    [Fact]
    public void Every_plug_in_is_there_and_runs()
    {
        var scripts = SearchScripts.With([.. LanguageStemmer.Languages]);

        Assert.All(LanguageStemmer.Languages, language =>
        {
            var stemmer = new LanguageStemmer(language, scripts, SearchMemory.None);
            Assert.NotNull(stemmer.Term(LanguageStemmer.IsWrittenInLatin(language) ? "organisation" : "слово"));
        }, throwIfEmpty: true);
    }

    /// <summary>Which languages have a plug-in, and which of them are written in Latin letters, stands on both sides.</summary>
    [Fact]
    public void Both_runtimes_send_words_to_the_same_plug_in()
    {
        using var judge = SearchScripts.Judge();
        string Missing(string word, string language) => judge.Evaluate($"heedAnalysis.missingStemmer({JsonSerializer.Serialize(word)}, '{language}') || ''").AsString();

        var languages = LanguageStemmer.Languages.Concat(["en", "ru", "kk", "uk", "ja", "xx"]);
        Assert.Equal(languages.Select(language => LanguageStemmer.IsWrittenInLatin(language) ? language : ""), languages.Select(language => Missing("organisation", language)));
        Assert.Equal(languages.Select(language => LanguageStemmer.Has(language) ? language : ""), languages.Select(language => Missing("λόγος", language)));
    }

    private static SearchDocument Page(string address, string title, string text) =>
        new(address, "fr", title, "article", null, [new SearchPassage(null, null, text)], [], []);
}

namespace Heed.Tests.Rendering;

/// <summary>What a page in another language than its original's promises: no language is mixed in silence.</summary>
public sealed class TranslatedPageTests
{
    private const string Page = "ru/findings/defenders.html";

    private static readonly (string Path, string Text) Translation = ("content/findings/defenders.ru.md", """
        ---
        title: Защитники
        translation: machine-assisted
        reviewed: false
        original: "00000000"
        statements:
          - id: one-statement
            text: Задержали восемьдесят человек.
            asserted_by: Газета
            figures:
              - unit: человек
                qualifier: около
        conflicts:
          - id: which-day
            about: день
            values:
              - value: 19 сентября
              - value: 20 сентября
            advice: Назовите оба.
        ---

        Что установлено.
        """);

    [Fact]
    public void Every_word_of_a_whole_translation_is_in_the_language_of_the_page()
    {
        var site = SmallSite.Render(Translation);
        var text = site.Text(Page);

        foreach (var words in new[] { "Защитники", "Задержали восемьдесят человек.", "Газета", "около 12 000 человек", "день", "19 сентября", "20 сентября", "Назовите оба.", "Что установлено." })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        foreach (var words in new[] { "Eighty were held", "persons", "A newspaper", "the day", "19 September", "Name both", "What was found" })
        {
            Assert.DoesNotContain(words, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_page_whose_original_has_changed_says_that_the_original_counts()
    {
        Assert.Contains("После выполнения перевода оригинал изменился.", SmallSite.Render(Translation).Text(Page), StringComparison.Ordinal);
        Assert.DoesNotContain("После выполнения перевода оригинал изменился.", SmallSite.Render(Fresh()).Text(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_that_no_longer_go_with_the_original_s_are_not_shown()
    {
        var site = SmallSite.Render((Translation.Path, Translation.Text.Replace("        qualifier: около\n", "        qualifier: около\n      - unit: тысяч\n", StringComparison.Ordinal)));

        Assert.Contains("<span lang=\"en\">about 12\u202f000 persons</span>", site.Html(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_translated_is_marked_with_its_language_and_told_by_a_notice()
    {
        var site = SmallSite.Render();

        Assert.Contains("Эта страница ещё не переведена.", site.Text(Page), StringComparison.Ordinal);
        Assert.Contains("<p class=\"statement__text\" lang=\"en\">Eighty were held.", site.Html(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_the_original_has_dropped_stops_nobody_and_a_wrong_id_in_a_fresh_translation_does()
    {
        (string Path, string Text) Renamed((string Path, string Text) file) => (file.Path, file.Text.Replace("id: one-statement", "id: gone", StringComparison.Ordinal));

        Assert.True(SmallSite.Build(Renamed(Translation)).Succeeded);
        Assert.False(SmallSite.Build(Renamed(Fresh())).Succeeded);
    }

    [Fact]
    public void The_summary_counts_what_is_translated_outdated_and_not_reviewed()
    {
        var totals = Assert.Single(SmallSite.Build(Translation).Summary.Translations);

        Assert.Equal(("ru", 2, 1, 2), (totals.Language, totals.Translated, totals.Outdated, totals.NotReviewed));
        Assert.Equal((1, 1), totals.Kinds["findings"]);
        Assert.Equal((0, 3), totals.Kinds["evaluations"]);
    }

    private static (string, string) Fresh()
    {
        var told = SmallSite.Build(Translation).Diagnostics.Single(diagnostic => diagnostic.Rule.Id == "translation-outdated" && diagnostic.Place.Path == Translation.Path);
        var hash = told.Cure.Split('"')[1];
        return (Translation.Path, Translation.Text.Replace("00000000", hash, StringComparison.Ordinal));
    }
}

namespace Heed.Tests.Rendering;

/// <summary>Short texts about sources, in the language of the page.</summary>
public sealed class PlaceWordsTests
{
    private const string Page = "ru/recommendations/upr-3/139.114.html";

    [Theory]
    [InlineData("para. 702", "п. 702")]
    [InlineData("paras. 5, 95 and 97", "пп. 5, 95 и 97")]
    [InlineData("paras. 667-709", "пп. 667–709")]
    [InlineData("p. 12", "с. 12")]
    [InlineData("the opening words", "the opening words")]
    [InlineData("para. 7 and the annex", "para. 7 and the annex")]
    public void A_place_in_a_document_is_told_in_the_language_of_the_page(string written, string shown)
    {
        var site = SmallSite.Render(("content/recommendations/upr-3/139.114.md", SmallSite.Recommendation.Replace("place: para. 702", $"place: {written}", StringComparison.Ordinal)));

        Assert.Contains($"A/HRC/43/2, {shown}:", site.Text(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_about_a_source_that_the_vocabulary_has_is_told_in_the_language_of_the_page()
    {
        var site = SmallSite.Render(("content/vocabulary/phrases.yml", "opening:\n  label: {en: the opening, ru: начало}\n"));

        Assert.Contains("начало", site.Text(Page), StringComparison.Ordinal);
        Assert.DoesNotContain("the opening", site.Text(Page), StringComparison.Ordinal);
        Assert.Contains("the opening", site.Text(Page[3..]), StringComparison.Ordinal);
    }
}

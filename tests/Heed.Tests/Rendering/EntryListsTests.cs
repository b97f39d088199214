using Heed.Rendering.Lists;

namespace Heed.Tests.Rendering;

public sealed class EntryListsTests
{
    private const string Treaties = "CAT:\n  label: {en: Convention against Torture}\n  acronym: CAT\nICCPR:\n  label: {en: Covenant}\n  acronym: ICCPR\nCEDAW:\n  label: {en: Women's Convention}\n  acronym: CEDAW\n";

    [Fact]
    public void Articles_stand_by_treaty_as_the_vocabulary_has_them_and_then_by_number()
    {
        var site = SmallSite.Render(
            ("content/vocabulary/treaties.yml", Treaties),
            Decision("one", invoked: ["CEDAW 2", "ICCPR 21", "ICCPR 9", "ICCPR 14"], violated: ["ICCPR 2", "ICCPR 19", "CAT 10"]),
            Decision("two", invoked: ["ICCPR 100", "CAT 1", "ICCPR 10", "ICCPR 2a"], violated: ["CAT 2"]));

        Assert.Equal(
            ["CAT 1", "CAT 2", "CAT 10", "ICCPR 2", "ICCPR 2a", "ICCPR 9", "ICCPR 10", "ICCPR 14", "ICCPR 19", "ICCPR 21", "ICCPR 100", "CEDAW 2"],
            EntryLists.ArticlesOf(site.Knowledge).Select(article => $"{article.Treaty} {article.Number}"));
        Assert.Equal(
            ["Article 1", "Article 2", "Article 10", "Article 2", "Article 2a", "Article 9", "Article 10", "Article 14", "Article 19", "Article 21", "Article 100", "Article 2"],
            site.Main("lists/treaty-articles.html").QuerySelectorAll(".index-list li > a").Select(link => link.TextContent));
    }

    [Fact]
    public void An_article_is_one_whatever_its_paragraph_its_case_and_its_decision()
    {
        var site = SmallSite.Render(
            ("content/vocabulary/treaties.yml", Treaties),
            Decision("one", invoked: ["ICCPR 14 1", "ICCPR 14 3", "ICCPR 2A", "CAT 14"], violated: ["ICCPR 14"]),
            Decision("two", invoked: ["ICCPR 14 7"], violated: ["ICCPR 2a"]));

        Assert.Equal(["CAT 14", "ICCPR 2A", "ICCPR 14"], EntryLists.ArticlesOf(site.Knowledge).Select(article => $"{article.Treaty} {article.Number}"));
        Assert.All(EntryLists.ArticlesOf(site.Knowledge), article => Assert.Null(article.Paragraph), throwIfEmpty: true);

        // Found violated by the one that invokes it too, invoked by both; the other way round for the article that is written in two ways.
        Assert.Equal(["1 2", "1 1"], new[] { "14", "2a" }.Select(number => $"{Links(site, number, "violated")} {Links(site, number, "invoked")}"));
    }

    private static int Links(SmallSite site, string number, string section) =>
        site.Main($"lists/treaty-articles/iccpr-{number}.html").QuerySelectorAll($"#{section} .entry-list > li").Length;

    private static (string Path, string Text) Decision(string name, string[] invoked, string[] violated) => (
        $"content/decisions/cat/{name}.md",
        SmallSite.Decision
            .Replace("Views on one", $"Views on {name}", StringComparison.Ordinal)
            .Replace("articles_invoked: unknown", Articles("articles_invoked", invoked), StringComparison.Ordinal)
            .Replace("articles_violated: none", Articles("articles_violated", violated), StringComparison.Ordinal));

    private static string Articles(string key, string[] articles) => $"{key}:\n  printed: so\n  list:\n" + string.Join('\n', articles
        .Select(article => article.Split(' '))
        .Select(words => $"    - treaty: {words[0]}\n      article: \"{words[1]}\"" + (words.Length > 2 ? $"\n      paragraph: \"{words[2]}\"" : "")));
}

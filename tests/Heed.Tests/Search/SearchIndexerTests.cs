using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Heed.Search;

namespace Heed.Tests.Search;

public sealed partial class SearchIndexerTests
{
    private static readonly SearchDocument First = Page("a.html", "en", "First", "article", null, "One page's text.\n\nSecond paragraph\u2028line.", []);
    private static readonly SearchDocument Second = Page("b.html", "en", "Second", "article", "1.2", "Another \"page\" \\ </script>", ["Norway"]);
    private static readonly SearchDocument Russian = Page("ru/a.html", "ru", "Первая", "article", null, "Страница", []);

    [Fact]
    public void Pages_in_any_order_give_the_same_bytes()
    {
        var one = SearchIndexer.Index([First, Second, Russian], SearchScripts.Theme, SearchScripts.Editions);
        var other = SearchIndexer.Index([Russian, Second, First], SearchScripts.Theme, SearchScripts.Editions);

        Assert.Equal(one.Select(file => file.Path), other.Select(file => file.Path));
        Assert.Equal(one.Select(file => file.Text), other.Select(file => file.Text));
    }

    [Fact]
    public void Each_language_of_pages_has_an_index_and_its_name_changes_with_it()
    {
        var before = Names([First, Russian]);
        var after = Names([First, Second, Russian]);

        Assert.All(before.Concat(after), name => Assert.Matches(ExpectedName(), name));
        Assert.Single(after, name => name.StartsWith("search/en-", StringComparison.Ordinal));
        Assert.Single(after, name => name.StartsWith("search/ru-", StringComparison.Ordinal));
        Assert.DoesNotContain(before.Single(name => name.StartsWith("search/en-", StringComparison.Ordinal)), after);
        Assert.Contains(before.Single(name => name.StartsWith("search/ru-", StringComparison.Ordinal)), after);
    }

    [Fact]
    public void Whatever_a_page_says_the_data_script_is_one_line_of_script() => Assert.All(
        SearchIndexer.Index([First, Second], SearchScripts.Theme, SearchScripts.Editions).Where(file => file.Path.StartsWith("search/en-", StringComparison.Ordinal)),
        file =>
        {
            Assert.Equal(file.Text.Length - 1, file.Text.IndexOf('\n'));
            Assert.DoesNotContain('\u2028', file.Text);
        });

    [Fact]
    public void A_knowledge_base_without_pages_has_an_empty_manifest() =>
        Assert.Contains("\"languages\":{}", SearchIndexer.Index([], SearchScripts.Theme, SearchScripts.Editions).Single(file => file.Path == "search/manifest.js").Text, StringComparison.Ordinal);

    private static SearchDocument Page(string address, string language, string title, string kind, string? number, string body, ImmutableArray<string> tags) =>
        new(address, language, title, kind, number, [new SearchPassage(null, null, body)], tags, []);

    private static string[] Names(SearchDocument[] documents) =>
        [.. SearchIndexer.Index(documents, SearchScripts.Theme, SearchScripts.Editions).Select(file => file.Path)];

    [GeneratedRegex(@"^search/(manifest\.js|licences\.txt|(engine|en|ru)-[0-9a-f]{8}\.js)$")]
    private static partial Regex ExpectedName();
}

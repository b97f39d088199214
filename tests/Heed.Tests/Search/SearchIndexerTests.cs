using System.Text.RegularExpressions;
using Heed.Files;
using Heed.Search;
using Heed.Tests.Support;

namespace Heed.Tests.Search;

public sealed partial class SearchIndexerTests
{
    private static readonly SearchDocument First = Page("a.html", "en", "First", "One page's text.\n\nSecond paragraph\u2028line.");
    private static readonly SearchDocument Second = Page("b.html", "en", "Second", "Another \"page\" \\ </script>") with { Number = "1.2", Tags = ["Norway"] };
    private static readonly SearchDocument Russian = Page("ru/a.html", "ru", "Первая", "Страница");

    [Fact]
    public void Pages_in_any_order_give_the_same_bytes()
    {
        var one = Index(First, Second, Russian);
        var other = Index(Russian, Second, First);

        Assert.Equal(one.Select(file => file.Path), other.Select(file => file.Path));
        Assert.Equal(one.Select(file => file.Text), other.Select(file => file.Text));
    }

    [Fact]
    public void Every_name_but_those_of_the_manifests_says_what_is_in_the_file() =>
        Assert.All(Index(First, Second, Russian), file => Assert.Matches(ExpectedName(), file.Path), throwIfEmpty: true);

    [Fact]
    public void A_language_whose_pages_did_not_change_keeps_its_files()
    {
        var before = Names(First, Russian);
        var after = Names(First, Second, Russian);

        Assert.Equal(Of("ru", before), Of("ru", after));
        Assert.NotEqual(Of("en", before), Of("en", after));

        static string[] Of(string language, string[] names) => [.. names.Where(name => name.StartsWith($"search/{language}/", StringComparison.Ordinal))];
    }

    [Fact]
    public void Whatever_a_page_says_each_data_script_is_one_line_of_script() => Assert.All(
        Index(First, Second).Where(file => file.Path.StartsWith("search/en/", StringComparison.Ordinal)),
        file =>
        {
            Assert.Equal(file.Text.Length - 1, file.Text.IndexOf('\n'));
            Assert.StartsWith($"heedSearch.add('{file.Path["search/".Length..^3]}',", file.Text, StringComparison.Ordinal);
        }, throwIfEmpty: true);

    [Fact]
    public void A_knowledge_base_without_pages_can_be_asked()
    {
        var site = new Site(Index());

        Assert.Equal(0, SearchEngine.Open(path => site.Find(path)?.Text).Ask("torture theme:x", "ru", 0, 20).Total);
    }

    [Fact]
    public void A_small_index_is_one_piece() =>
        Assert.Single(Index([.. Enumerable.Range(0, 20).Select(Numbered)]), IsPostings);

    /// <summary>Most pieces stay in a reader's cache when a page is added: those of the older pages' common words, and most of what results show.</summary>
    [Fact]
    public void One_more_page_leaves_most_of_a_big_index_as_it_is()
    {
        SearchDocument[] pages = [.. Enumerable.Range(0, 2600).Select(Numbered)];
        var before = Index(pages);
        var after = Index([.. pages, Numbered(2600)]).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);

        var kept = before.Where(file => file.Path.StartsWith("search/en/", StringComparison.Ordinal)).ToLookup(file => after.Contains(file.Path), file => (double)file.Bytes.Length);

        Assert.True(before.Count(IsPostings) > 20, "the index is not cut");
        Assert.True(kept[true].Sum() > 0.7 * kept.SelectMany(sizes => sizes).Sum(), $"{kept[true].Sum() / kept.SelectMany(sizes => sizes).Sum():P0} are kept");
    }

    [Fact]
    public void A_page_that_is_published_keeps_its_number_when_another_sorts_before_it()
    {
        var old = Second with { FirstPublished = new DateOnly(2026, 1, 1) };

        var site = new Site(Index(First, old));
        var pages = site.Files.Single(file => file.Path.EndsWith("/0.js", StringComparison.Ordinal)).Text;

        Assert.True(pages.IndexOf("\"b.html\"", StringComparison.Ordinal) < pages.IndexOf("\"a.html\"", StringComparison.Ordinal), pages);
    }

    [Fact]
    public void Pieces_that_many_readers_made_are_those_that_one_makes()
    {
        SearchDocument[] pages = [.. Enumerable.Range(0, 300).Select(Numbered)];

        // Two processors read two halves; the same pages one by one are read by one reader each time.
        var together = SearchIndexer.Read([.. pages], () => new Analyser(SearchScripts.StopWords, "en"));
        var alone = pages.Select(page => SearchIndexer.Read([page], () => new Analyser(SearchScripts.StopWords, "en"))).ToArray();

        Assert.Equal(alone.SelectMany(index => index.Terms).Distinct().Order(StringComparer.Ordinal), together.Terms);
        Assert.Equal(alone.SelectMany(index => index.Lengths), together.Lengths);
        Assert.Equal(alone.Sum(index => index.Terms.Length), together.Terms.Select((_, term) => Documents(together, term)).Sum());

        static int Documents(SearchIndex index, int term) => index.PostingsOf(term).ToArray().Select(posting => posting.Document).Distinct().Count();
    }

    private static SearchDocument Page(string address, string language, string title, string text) =>
        new(address, language, title, "article", null, [new SearchPassage(null, null, text)], [], []);

    /// <summary>A page of two hundred words, of which the first are everywhere and the last only here.</summary>
    private static SearchDocument Numbered(int number)
    {
        // In one run the same number gives the same page.
#pragma warning disable CA5394
        var random = Seed.Random(number);
        var words = Enumerable.Range(0, 200).Select(_ => Spelled((int)Math.Pow(9000, random.NextDouble())));
#pragma warning restore CA5394
        return Page($"p/{number:D6}.html", "en", $"Page {Spelled(number + 10000)}", string.Join(' ', words)) with { FirstPublished = new DateOnly(2026, 1, 1) };
    }

    private static string Spelled(int number) => string.Concat($"{number}".Select(digit => "bakilomuta"[digit - '0'].ToString() + "ou"[(digit - '0') % 2])) + "n";

    private static bool IsPostings(SiteFile file) => file.Path.EndsWith("w.js", StringComparison.Ordinal);

    private static SiteFile[] Index(params SearchDocument[] documents) => [.. SearchIndexer.Index(documents, SearchScripts.Theme, SearchScripts.Editions).Files];

    private static string[] Names(params SearchDocument[] documents) => [.. Index(documents).Select(file => file.Path)];

    [GeneratedRegex(@"^search/(manifest\.js|licences\.txt|(en|ru|kk)\.js|(engine|stem-ru|stem-kk)-[0-9a-f]{10}\.js|(en|ru|kk)/[0-9a-f]{10}(w|/[0-9]+)?\.js)$")]
    private static partial Regex ExpectedName();
}

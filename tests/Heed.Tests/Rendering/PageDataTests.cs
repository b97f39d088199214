using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Heed.Model;
using Heed.Rendering.Machine;
using Heed.Tests.Exporting;

namespace Heed.Tests.Rendering;

/// <summary>What pages say to programs. That JSON-LD is understood by a program which is not ours is shown by <c>LinkedDataTests</c> of the browser tests.</summary>
public sealed class PageDataTests
{
    private const string Page = "recommendations/upr-3/139.114.html";

    private static readonly SmallSite Site = SmallSite.Render();

    [Trait("tier", "slow")]
    [Fact]
    public void Every_page_of_the_real_site_names_its_data_and_they_agree()
    {
        var publication = Published.Real;
        var wrong = new List<string>();
        Assert.Equal(publication.Config.Languages.Order(StringComparer.Ordinal), publication.Pages.Select(page => page.Language).Distinct().Order(StringComparer.Ordinal));
        foreach (var page in publication.Pages.Where(page => page.Address != "404.html"))
        {
            var document = new HtmlParser().ParseDocument(page.File.Text);
            string? Meta(string name) => document.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content");
            var name = document.QuerySelector("link[rel=alternate][type='application/json']")?.GetAttribute("href");
            var path = page.File.Path[..(page.File.Path.LastIndexOf('/') + 1)] + name;
            var text = publication.Site.Find(path)?.Text;
            if (text is null || JsonNode.Parse(text) is not JsonObject data)
            {
                wrong.Add($"{page.File.Path}: no data at {path}");
                continue;
            }

            var inPage = JsonNode.Parse(document.QuerySelector("script[type='application/ld+json']")!.TextContent)!;
            var address = document.QuerySelector("link[rel=canonical]")!.GetAttribute("href");
            var title = data["title"]!.GetValue<string>();
            string?[] expected = ["heed-page/1", address, page.Language, page.Title, page.Title, address, page.Language, Meta("description"), Meta("description")];
            string?[] told =
            [
                (string?)data["format"], (string?)data["url"], (string?)data["language"], title, Meta("og:title"), Meta("og:url"),
                Meta("og:locale")?[..2], (string?)data["description"], Meta("og:description"),
            ];
            if (!expected.SequenceEqual(told) || !text.EndsWith("}\n", StringComparison.Ordinal) || text.Contains("\\u04", StringComparison.Ordinal))
            {
                wrong.Add($"{path}: {string.Join(" | ", told)} instead of {string.Join(" | ", expected)}");
            }

            if (EntryOf(page.Address) is { } id)
            {
                var cited = document.QuerySelector("[data-cited]")!.TextContent;
                if ((string?)data["citation"] != cited || (string?)data["data"]!["id"] != id || Meta("citation_title") != page.Title || Meta("citation_public_url") != address || data["entries"] is not null)
                {
                    wrong.Add($"{path}: {data["citation"]}; on the page {cited}");
                }
            }
            else if (data["entries"] is not JsonArray entries || !entries.Select(entry => (string?)entry!["id"]).SequenceEqual(EntriesOn(document, page.File.Path, page.Language)) || Meta("citation_title") is not null)
            {
                wrong.Add($"{path}: a list has the entries that it leads to, and is not cited");
            }

            if (inPage["@graph"] is null && ((string?)inPage["name"] != page.Title || (string?)inPage["@type"] != (string?)data["jsonld"]!["@type"]))
            {
                wrong.Add($"{page.File.Path}: {inPage.ToJsonString()}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(10)));
    }

    [Fact]
    public void A_list_tells_the_entries_that_its_page_leads_to_in_their_order()
    {
        var publication = Published.Real;
        var page = publication.Page("lists/evaluations.html", "ru")!;

        var links = new HtmlParser().ParseDocument(page.File.Text).QuerySelectorAll("main a[href*='evaluations/']").Select(link => (link.GetAttribute("href")!, link.TextContent)).Distinct().ToList();
        var entries = JsonNode.Parse(publication.Site.Find("ru/lists/evaluations.json")!.Text)!["entries"]!.AsArray();

        Assert.Equal(40, entries.Count);
        Assert.Equal(links.Select(link => link.TextContent), entries.Select(entry => (string?)entry!["title"]));
        Assert.Equal(links.Select(link => "https://example.org/ru/" + link.Item1.Replace("../", "", StringComparison.Ordinal)), entries.Select(entry => (string?)entry!["url"]));
    }

    [Fact]
    public void The_page_for_missing_addresses_is_about_nothing()
    {
        var document = new HtmlParser().ParseDocument(Site.Html("404.html"));

        Assert.Empty(document.QuerySelectorAll("script[type], link[type='application/json'], meta[property], [rel=cite-as]"));
        Assert.Empty(Site.FilesBeside("404.html"));
    }

    [Fact]
    public void Nothing_in_a_title_ends_the_data_block_or_its_line()
    {
        var site = SmallSite.Render(("content/articles/about.md", "---\ntitle: \"A</script><script>b `<!-- end`\"\nsummary: What it is.\n---\n\nIn English.\n"));
        var html = site.Html("articles/about.html");
        var block = Assert.Single(new HtmlParser().ParseDocument(html).QuerySelectorAll("script:not([src])")).TextContent;

        Assert.Equal("A</script><script>b `<!-- end`", (string?)JsonNode.Parse(block)!["name"]);
        Assert.DoesNotContain('<', block);

        // No text of an author has these any more; should one come by another way, a line does not end.
        Assert.Equal("""["\u2028\u2029"]""", new JsonArray("\u2028\u2029").InPage());
    }

    [Fact]
    public void The_assessor_is_the_author_of_an_evaluation_and_who_mapped_it_that_of_its_rating()
    {
        var review = JsonNode.Parse(Site.Beside("evaluations/newer.html", "json"))!["jsonld"]!;

        Assert.Equal("Review", (string?)review["@type"]);
        Assert.Equal("The Watch", (string?)review["author"]!["name"]);
        Assert.Equal("""{"@type":"Rating","name":"Regression","ratingValue":1,"worstRating":1,"bestRating":4,"ratingExplanation":"Mapped by Heed from the assessor\u2019s words. Scale: Six.","author":{"@type":"Organization","name":"Small"}}""", review["reviewRating"]!.ToJsonString());
        Assert.Equal("https://example.org/small/" + Page, (string?)review["itemReviewed"]!["@id"]);
        Assert.Null(review["datePublished"]);
    }

    [Fact]
    public void A_decision_without_a_symbol_has_no_number()
    {
        var document = new HtmlParser().ParseDocument(Site.Html("decisions/cat/one.html"));

        Assert.Equal("Committee against Torture", document.QuerySelector("meta[name=citation_author]")!.GetAttribute("content"));
        Assert.Null(document.QuerySelector("meta[name=citation_technical_report_number]"));
        Assert.Null(document.QuerySelector("meta[name=citation_publication_date]"));
        Assert.Null(JsonNode.Parse(Site.Beside("decisions/cat/one.html", "json"))!["jsonld"]!["identifier"]);
        Assert.Equal("https://example.org/small/decisions/cat/one.html", document.QuerySelector("link[rel=cite-as]")!.GetAttribute("href"));
    }

    [Fact]
    public void Not_asked_unknown_and_none_stay_three_things()
    {
        var data = JsonNode.Parse(Site.Beside("decisions/cat/one.html", "json"))!["data"]!.AsObject();

        Assert.False(data.ContainsKey("remedies"));
        Assert.Equal("unknown", (string?)data["articles_invoked"]);
        Assert.Equal("none", (string?)data["articles_violated"]);
        Assert.Equal("unknown", (string?)data["adopted"]);
    }

    [Fact]
    public void A_record_is_told_in_the_words_of_its_file()
    {
        var data = JsonNode.Parse(Site.Beside(Page, "json"))!["data"]!;

        Assert.Equal(
            """
            {"id":"recommendations/upr-3/139.114","title":"","themes":["defenders"],"sources":[{"ref":"report","place":"para. 702"}],"confidence":"medium","note":"See [[decisions/cat/one]].","review":"reviews/upr-3","document":"A/HRC/43/10","paragraph":"139.114","recommending_states":["CZE"],"states_as_printed":["Czechia"],"describes":"one","official_wording":false,"positions":[{"position":"noted","by":"third-party","reported_by":"A \u003Cthird\u003E party","sources":[{"ref":"report","place":"para. 702"}]}],"groups":[],"sdg_targets":[],"priority":true,"repeats":[],"position":"noted"}
            """.Trim(),
            data.ToJsonString());
        Assert.Equal("""["2020-05"]""", JsonNode.Parse(Site.Beside("findings/defenders.html", "json"))!["data"]!["statements"]![0]!["period"]!.ToJsonString());
    }

    [Fact]
    public void Every_field_of_every_record_is_told_and_no_place_in_a_file()
    {
        Assert.NotEmpty(Published.Real.Knowledge.Entries);
        foreach (var entry in Published.Real.Knowledge.Entries)
        {
            var told = EntryJson.Of(entry).AsObject();
            foreach (var property in entry.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                var name = System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
                if (property.Name is "Kind" or "Place" or "Places" or "Markdown" or "MarkdownLine" or "IsDraft" or "Translations")
                {
                    Assert.False(told.ContainsKey(name), $"{entry.Id}: {name}");
                }
                else if (IsSaid(property.GetValue(entry)))
                {
                    Assert.True(told.ContainsKey(name) || told.ContainsKey(name.Replace("is_", "", StringComparison.Ordinal)) || property.Name == "Subject" && told.ContainsKey("about"), $"{entry.Id}: {name}");
                }
            }

            Assert.DoesNotContain("\"line\":", told.ToJsonString(), StringComparison.Ordinal);
        }
    }

    private static bool IsSaid(object? value) => value switch
    {
        null or EvaluationSubject.NotSaid => false,
        string or IEnumerable => true,
        _ when value.GetType().Name.StartsWith("Answer", StringComparison.Ordinal) => (bool)value.GetType().GetProperty("IsAsked")!.GetValue(value)!,
        _ => true,
    };

    // What a reader can follow from the main part to an entry in the page's language, each once.
    private static IEnumerable<string> EntriesOn(AngleSharp.Html.Dom.IHtmlDocument document, string path, string language)
    {
        var paths = Published.Real.Config.Paths;
        var site = new Uri("https://site.invalid/");
        return document.QuerySelectorAll("main [href]")
            .Select(link => new Uri(new Uri(site, path), link.GetAttribute("href")))
            .Where(link => link.Host == site.Host && link.AbsolutePath.EndsWith(".html", StringComparison.Ordinal) && link.AbsolutePath != "/" + path)
            .Select(link => paths.Cut(link.AbsolutePath[1..]))
            .Where(page => page.Language == language)
            .Select(page => EntryOf(page.Address))
            .OfType<string>()
            .Distinct();
    }

    private static string? EntryOf(string address) =>
        address.Contains('/') && !address.StartsWith("lists/", StringComparison.Ordinal) ? address[..^".html".Length] : null;
}

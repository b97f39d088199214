using System.Text.Json;
using Heed.Tests.Support;

namespace Heed.BrowserTests;

/// <summary>What pages say to programs is understood by a program that is not ours, and in words that schema.org has.</summary>
public sealed class LinkedDataTests(BuiltSite site)
{
    [Fact]
    public async Task The_JSON_LD_of_every_page_expands_to_types_and_properties_of_schema_org()
    {
        var told = await Judge.LinkedData(site.Folder);

        Assert.Equal("", Wrong(told));
        Assert.Equal(site.Pages.Count - 1, told.GetProperty("pages").GetInt32());
        Assert.Equal(site.Pages.Count - 1, told.GetProperty("files").GetInt32());
        var types = told.GetProperty("types").EnumerateObject().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(
            new HashSet<string>(["WebSite", "Dataset", "CollectionPage", "Review", "Rating", "CreativeWork", "Report", "Article", "Claim", "Event", "Organization", "Country"], StringComparer.Ordinal),
            types);
    }

    [Theory]
    [InlineData("""{"@context":"https://schema.org","@type":"Revue"}""", "no type Revue")]
    [InlineData("""{"@context":"https://schema.org","@type":"Event","license":"x"}""", "Event has no property license")]
    [InlineData("""{"@context":"https://schema.org","@type":"Review","author":{"name":"x"}}""", "something without a type has no property name")]
    [InlineData("""{"@context":"https://example.org/","@type":"Review"}""", "Dereferencing a URL")]
    [InlineData("""{"name":"x"}""", "nothing comes of its JSON-LD")]
    [InlineData("""{"@context":}""", "JSON")]
    public async Task What_schema_org_does_not_have_is_found(string data, string said)
    {
        using var folder = new TemporaryFolder();
        folder.Write("page.html", $"""<script type="application/ld+json">{data}</script>""");

        Assert.Contains(said, Wrong(await Judge.LinkedData(folder)), StringComparison.Ordinal);
    }

    private static string Wrong(JsonElement told) => string.Join('\n', told.GetProperty("wrong").EnumerateArray().Select(words => words.GetString()));
}

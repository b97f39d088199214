using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Heed.Building;
using Heed.Diagnostics;
using Heed.Exporting;

namespace Heed.Tests.Exporting;

/// <summary>A theme's page as one file.</summary>
public sealed class BriefingTests
{
    [Fact]
    public void Its_policy_lets_in_its_own_style_and_nothing_else()
    {
        var document = Write(Published.Small(), "en");

        var style = Assert.Single(document.QuerySelectorAll("style")).TextContent;
        var policy = document.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content");
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'", policy);
        Assert.Contains(".briefing__head", style, StringComparison.Ordinal);
        Assert.Contains(".page-header", style, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "")]
    [InlineData("ru", "ru/")]
    public void It_says_what_the_page_of_the_theme_says_and_links_to_permanent_addresses(string language, string folder)
    {
        var publication = Published.Small();
        var document = Write(publication, language);

        var page = new HtmlParser().ParseDocument(publication.Page("lists/themes/assembly.html", language)!.File.Text);
        Assert.Equal(language, document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(page.QuerySelector("h1")!.TextContent, Assert.Single(document.QuerySelectorAll("h1")).TextContent);
        Assert.Equal(page.QuerySelectorAll("main h2").Where(heading => heading.Closest("nav") is null).Select(heading => heading.TextContent), document.QuerySelectorAll("main h2").Select(heading => heading.TextContent));
        Assert.Contains($"https://heed.example/kb/{folder}recommendations/upr-3/1.1.html", Links(document));
        Assert.Contains($"https://heed.example/kb/{folder}lists/themes/assembly.html", Links(document));
        Assert.All(Links(document), link => Assert.True(link.StartsWith("https://", StringComparison.Ordinal) || document.GetElementById(link[1..]) is not null, link), throwIfEmpty: true);
    }

    [Fact]
    public void Nothing_of_it_runs_loads_or_is_typed_into()
    {
        var document = Write(Published.Small(), "kk");

        Assert.Empty(document.QuerySelectorAll("script, link[rel=stylesheet], link[rel=icon], img:not([src^='data:']), form, input, button, select, nav, iframe"));
    }

    [Fact]
    public void It_bears_the_day_of_the_version_when_that_is_known()
    {
        Assert.Contains("Version of 1 March 2026", Write(Published.Small(new BuildOptions { Dated = new DateOnly(2026, 3, 1) }), "en").Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Version of", Write(Published.Small(), "en").Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_needs_the_site_is_taken_out_what_folds_is_open_and_a_picture_comes_along()
    {
        var publication = Published.Small().WithMain(
            "lists/themes/assembly.html",
            """
            <h1>Assembly</h1>
            <form><input></form><button>Sort</button><nav>Way</nav><p hidden>Hidden</p><p class="no-print">Screen</p>
            <details><summary>More</summary>Folded</details>
            <p id="here"><a id="to-here" href="#here">here</a> <a id="to-gone" href="#main">gone</a> <a id="out" href="https://else.example/?a=1">out</a></p>
            <p><img src="../../assets/icon.svg" alt="A dot"> <img src="gone.png" alt="A lost picture"></p>
            """);

        var main = Write(publication, "en").QuerySelector("main")!;

        Assert.Equal("MoreFolded", main.QuerySelector("details[open]")!.TextContent);
        Assert.Equal("#here", main.QuerySelector("#to-here")!.GetAttribute("href"));
        Assert.Equal("https://heed.example/kb/lists/themes/assembly.html#main", main.QuerySelector("#to-gone")!.GetAttribute("href"));
        Assert.Equal("https://else.example/?a=1", main.QuerySelector("#out")!.GetAttribute("href"));
        Assert.StartsWith("data:image/svg+xml;base64,", main.QuerySelector("img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Contains("A lost picture", main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Way", main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Screen", main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_style_sheet_cannot_end_the_element_that_it_stands_in()
    {
        var publication = Published.Small(("theme/export/briefing.css", ".a::after { content: \"</style><script>alert(1)</script>\"; }"));

        var document = Write(publication, "en");

        Assert.Empty(document.QuerySelectorAll("script"));
        Assert.Contains("<\\/style>", document.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    private static IHtmlDocument Write(Publication publication, string language)
    {
        var log = new DiagnosticLog();
        var file = Briefing.Write(publication, "assembly", language, log);
        Assert.Empty(log.Sorted());
        return new HtmlParser().ParseDocument(file.Text);
    }

    private static string[] Links(IHtmlDocument document) => [.. document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!)];
}

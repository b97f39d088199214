using Heed.Checking;
using Heed.Diagnostics;
using Heed.Files;

namespace Heed.Tests.Checking;

public sealed class SiteCheckerTests
{
    private const string Sound =
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head>
        <body><main><h1>A page</h1>CONTENT</main></body></html>
        """;

    [Fact]
    public void A_sound_site_has_nothing_to_report() =>
        Assert.Empty(Check(("index.html", """<a href="a/b.html#x">b</a>"""), ("a/b.html", """<p id="x"><a href="../index.html">home</a> <a href="https://example.org/">out</a></p>""")));

    [Theory]
    [InlineData("""<a href="missing.html">x</a>""", "broken-site-link")]
    [InlineData("""<a href="#nowhere">x</a>""", "broken-site-link")]
    [InlineData("""<a href="../outside.html">x</a>""", "broken-site-link")]
    [InlineData("""<a href="INDEX.html">case counts</a>""", "broken-site-link")]
    [InlineData("""<p id="a"></p><p id="a"></p>""", "duplicate-html-id")]
    [InlineData("""<img src="https://example.org/x.png" alt="">""", "foreign-request")]
    [InlineData("""<img src="//example.org/x.png" alt="">""", "foreign-request")]
    [InlineData("""<img srcset="https://example.org/x.png 2x" alt="">""", "foreign-request")]
    [InlineData("""<iframe src="https://example.org/"></iframe>""", "foreign-request")]
    [InlineData("""<link rel="stylesheet" href="https://example.org/x.css">""", "foreign-request")]
    [InlineData("""<link rel="dns-prefetch" href="//example.org">""", "foreign-request")]
    [InlineData("""<form action="https://example.org/"></form>""", "foreign-request")]
    [InlineData("""<script>1</script>""", "inline-code")]
    [InlineData("""<p style="color:red">x</p>""", "inline-code")]
    [InlineData("""<p onclick="x()">x</p>""", "inline-code")]
    [InlineData("""<a href=" javascript:x()">x</a>""", "inline-code")]
    [InlineData("""<h3>too deep</h3>""", "page-structure")]
    [InlineData("""<h1>another</h1>""", "page-structure")]
    [InlineData("""<main></main>""", "page-structure")]
    public void What_would_hurt_a_reader_is_reported(string content, string id) => Assert.Contains(id, Check(("index.html", content)));

    [Theory]
    [InlineData("theme=one&level=two", true)]
    [InlineData("theme=one&other=two", false)]
    [InlineData("theme", false)]
    public void A_link_may_choose_in_the_fields_of_a_page_and_in_no_others(string fragment, bool isSound)
    {
        var told = Check(("index.html", $"""<a href="a.html#{fragment}">a</a>"""), ("a.html", """<form><select name="theme"></select><input name="level"></form>"""));

        Assert.Equal(isSound ? [] : ["broken-site-link"], told);
    }

    [Fact]
    public void A_page_that_no_link_reaches_is_reported() => Assert.Equal(["unreachable-page"], Check(("index.html", ""), ("lost.html", "")));

    [Fact]
    public void The_page_for_missing_addresses_links_below_the_base_path()
    {
        Assert.Empty(Check(("index.html", ""), ("404.html", """<a href="/site/index.html">home</a> <a href="/site/">home</a>""")));
        Assert.Equal(["broken-site-link"], Check(("index.html", ""), ("404.html", """<a href="/index.html">outside the sub-path</a>""")));
    }

    [Theory]
    [InlineData("@import 'https://example.org/x.css';")]
    [InlineData("a { background: url( \"//example.org/x.png\" ) }")]
    public void A_style_sheet_that_loads_from_elsewhere_is_reported(string style)
    {
        var log = new DiagnosticLog();
        SiteChecker.Check(new Site([SiteFile.Of("assets/x.css", style)]), "/", log);

        Assert.Equal(["foreign-request"], log.Sorted().Select(diagnostic => diagnostic.Rule.Id));
    }

    private static string[] Check(params (string Path, string Content)[] pages)
    {
        var log = new DiagnosticLog();
        var site = new Site(pages.Select(page => SiteFile.Of(page.Path, Sound.Replace("CONTENT", page.Content, StringComparison.Ordinal))));
        SiteChecker.Check(site, "/site/", log);
        return [.. log.Sorted().Select(diagnostic => diagnostic.Rule.Id)];
    }
}

using Heed.Checking;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Tests.Support;

namespace Heed.Tests.Checking;

public sealed class SiteCheckerTests
{
    private const string Sound =
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head>
        <body><main><h1>A page</h1>CONTENT</main></body></html>
        """;

    private static readonly Dictionary<string, WeightLimit> NoLimits = [];

    [Fact]
    public void A_sound_site_has_nothing_to_report() =>
        Assert.Empty(Check(("index.html", """<a href="a/b.html#x">b</a>"""), ("a/b.html", """<p id="x"><a href="../index.html">home</a> <a href="https://example.org/">out</a></p>""")));

    [Theory]
    [InlineData("""<a href="missing.html">x</a>""", "broken-site-link")]
    [InlineData("""<a href="#nowhere">x</a>""", "broken-site-link")]
    [InlineData("""<a href="../outside.html">x</a>""", "broken-site-link")]
    [InlineData("""<a href="INDEX.html">case counts</a>""", "broken-site-link")]
    [InlineData("""<link rel="alternate" type="application/json" href="missing.json">""", "broken-site-link")]
    [InlineData("""<p id="a"></p><p id="a"></p>""", "duplicate-html-id")]
    [InlineData("""<img src="https://example.org/x.png" alt="">""", "foreign-request")]
    [InlineData("""<img src="//example.org/x.png" alt="">""", "foreign-request")]
    [InlineData("""<img srcset="https://example.org/x.png 2x" alt="">""", "foreign-request")]
    [InlineData("""<iframe src="https://example.org/"></iframe>""", "foreign-request")]
    [InlineData("""<link rel="stylesheet" href="https://example.org/x.css">""", "foreign-request")]
    [InlineData("""<link rel="dns-prefetch" href="//example.org">""", "foreign-request")]
    [InlineData("""<form action="https://example.org/"></form>""", "foreign-request")]
    [InlineData("""<meta http-equiv="refresh" content="0; url=https://example.org/">""", "foreign-request")]
    [InlineData("""<meta http-equiv="refresh" content="0; url=//example.org/">""", "foreign-request")]
    [InlineData("""<meta http-equiv="refresh" content="5; url=index.html">""", "foreign-request")]
    [InlineData("""<meta http-equiv="refresh" content="0; url=missing.html">""", "broken-site-link")]
    [InlineData("""<script>1</script>""", "inline-code")]
    [InlineData("""<script type="module">1</script>""", "inline-code")]
    [InlineData("""<script type="application/json">1</script>""", "inline-code")]
    [InlineData("""<p style="color:red">x</p>""", "inline-code")]
    [InlineData("""<p onclick="x()">x</p>""", "inline-code")]
    [InlineData("""<a href=" javascript:x()">x</a>""", "inline-code")]
    [InlineData("""<h3>too deep</h3>""", "page-structure")]
    [InlineData("""<h1>another</h1>""", "page-structure")]
    [InlineData("""<main></main>""", "page-structure")]
    public void What_would_hurt_a_reader_is_reported(string content, string id) => Assert.Contains(id, Check(("index.html", content)));

    [Fact]
    public void A_page_that_moved_within_the_site_may_send_on() =>
        Assert.Empty(Check(("index.html", """<a href="a/old.html">old</a> <a href="b.html">b</a>"""), ("a/old.html", """<meta http-equiv="refresh" content="0; url=../b.html">"""), ("b.html", "")));

    [Fact]
    public void A_data_block_is_no_code() =>
        Assert.Empty(Check(("index.html", """<script type="application/ld+json">{"@context":"https://schema.org"}</script><link rel="cite-as" href="https://example.org/">""")));

    [Theory]
    [InlineData("theme=one&level=two", true)]
    [InlineData("theme=one&q=two", true)]
    [InlineData("theme=one&other=two", false)]
    [InlineData("theme", false)]
    public void A_link_may_choose_in_the_fields_of_a_page_and_in_no_others(string fragment, bool isSound)
    {
        var told = Check(("index.html", $"""<a href="a.html#{fragment}">a</a>"""), ("a.html", """<form><select name="theme"></select><input name="level"><input data-field="q"></form>"""));

        Assert.Equal(isSound ? [] : ["broken-site-link"], told);
    }

    [Fact]
    public void A_page_that_no_link_reaches_is_reported() => Assert.Equal(["unreachable-page"], Check(("index.html", ""), ("lost.html", "")));

    [Fact]
    public void The_page_for_missing_addresses_links_below_the_base_path()
    {
        Assert.Empty(Check(("index.html", ""), ("404.html", """<a href="/site/index.html">home</a> <a href="/site/">home</a>""")));
        Assert.Equal(["broken-site-link"], Check(("index.html", ""), ("404.html", """<a href="/index.html">outside the sub-path</a>""")));
        Assert.Empty(Check(("index.html", ""), ("404.html", """<a href="./">here</a> <a href="../../../">up</a>""")));
        Assert.Equal(["broken-site-link"], Check(("index.html", ""), ("404.html", """<a href="../index.html">up and elsewhere</a>""")));
        Assert.Equal(["broken-site-link"], Check(("index.html", """<a href="../">above the site</a>"""), ("404.html", "")));
    }

    [Theory]
    [InlineData("/my%20site/")]
    [InlineData("/%D0%BF%D1%83%D1%82%D1%8C/")]
    public void A_path_may_have_any_letters(string basePath)
    {
        var log = new DiagnosticLog();
        var site = new Site([SiteFile.Of("index.html", Sound), SiteFile.Of("404.html", Sound.Replace("CONTENT", $"""<a href="{basePath}index.html">home</a>""", StringComparison.Ordinal))]);

        SiteChecker.Check(site, basePath, NoLimits, _ => null, log);

        Assert.Empty(log.Sorted().Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void A_style_inside_a_page_is_let_in_by_its_hash_and_no_other_is()
    {
        const string Style = "a { color: red }";
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData("a { color: red }"u8));
        string[] Told(string style, string policy)
        {
            var log = new DiagnosticLog();
            var page = Sound.Replace("CONTENT", $"<style>{style}</style>", StringComparison.Ordinal).Replace("content=\"default-src 'none'\"", $"content=\"{policy}\"", StringComparison.Ordinal);
            SiteChecker.Check(new Site([SiteFile.Of("index.html", page)]), "/", NoLimits, _ => null, log);
            return [.. log.Sorted().Select(diagnostic => diagnostic.Rule.Id)];
        }

        Assert.Empty(Told(Style, $"style-src 'sha256-{hash}'"));
        Assert.Equal(["inline-code"], Told(Style + " ", $"style-src 'sha256-{hash}'"));
        Assert.Equal(["inline-code"], Told(Style, "style-src 'self'"));
    }

    [Fact]
    public void A_name_that_no_disk_takes_is_reported()
    {
        var name = new string('я', 128);

        Assert.Equal(["name-too-long"], Check(("index.html", ""), ($"feeds/{name}.xml", "")));
        Assert.Empty(Check(("index.html", ""), ($"feeds/{name[..120]}.xml", "")));
    }

    [Theory]
    [InlineData("@import 'https://example.org/x.css';")]
    [InlineData("a { background: url( \"//example.org/x.png\" ) }")]
    public void A_style_sheet_that_loads_from_elsewhere_is_reported(string style)
    {
        var log = new DiagnosticLog();
        SiteChecker.Check(new Site([SiteFile.Of("assets/x.css", style)]), "/", NoLimits, _ => null, log);

        Assert.Equal(["foreign-request"], log.Sorted().Select(diagnostic => diagnostic.Rule.Id));
    }

    [Fact]
    public void A_page_of_two_style_sheets_is_reported() =>
        Assert.Contains("too-heavy", Check(("index.html", """<link rel="stylesheet" href="a.css"><link rel="stylesheet" href="b.css">"""), ("a.css", ""), ("b.css", "")));

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    [InlineData(1, true)]
    public void A_page_weighs_what_travels_with_everything_that_it_loads_by_itself(int limit, bool isTooHeavy)
    {
        // Hexadecimal digits at random weigh half of what they are: 4 kB of them are 2 kB and a little.
        var noise = new byte[2000];
        Seed.Random().NextBytes(noise);
        var log = new DiagnosticLog();
        var site = new Site(
        [
            SiteFile.Of("index.html", Sound.Replace("CONTENT", """<script src="a.js"></script><a href="b.txt">not loaded by itself</a>""", StringComparison.Ordinal)),
            SiteFile.Of("a.js", Convert.ToHexString(noise)),
            SiteFile.Of("b.txt", Convert.ToHexString(noise)),
        ]);

        SiteChecker.Check(site, "/", new Dictionary<string, WeightLimit> { ["index.html"] = new("the home page", "weight_budget.home", limit) }, _ => null, log);

        Assert.Equal(isTooHeavy ? ["too-heavy"] : [], log.Sorted().Select(diagnostic => diagnostic.Rule.Id));
        Assert.All(log.Sorted(), diagnostic => Assert.Contains("a.js 2.", diagnostic.Message, StringComparison.Ordinal), throwIfEmpty: isTooHeavy);
    }

    private static string[] Check(params (string Path, string Content)[] pages)
    {
        var log = new DiagnosticLog();
        var site = new Site(pages.Select(page => SiteFile.Of(page.Path, page.Path.EndsWith(".html", StringComparison.Ordinal) ? Sound.Replace("CONTENT", page.Content, StringComparison.Ordinal) : page.Content)));
        SiteChecker.Check(site, "/site/", NoLimits, _ => null, log);
        return [.. log.Sorted().Select(diagnostic => diagnostic.Rule.Id)];
    }
}

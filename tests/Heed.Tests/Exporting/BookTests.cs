using System.IO.Compression;
using System.Xml.Linq;
using Heed.Building;
using Heed.Exporting;
using Heed.Tests.Support;

namespace Heed.Tests.Exporting;

/// <summary>The knowledge base as an EPUB. What epubcheck finds is told by <see cref="EpubCheckTests"/>; this needs no other program.</summary>
public sealed class BookTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    [Fact]
    public void Its_kind_stands_first_and_uncompressed()
    {
        using var zip = new ZipArchive(new MemoryStream(Book.Bind(Published.Small(), "en", null, Today)));

        Assert.Equal("mimetype", zip.Entries[0].FullName);
        Assert.Equal(zip.Entries[0].Length, zip.Entries[0].CompressedLength);
        Assert.Equal("application/epub+zip", Published.Unpack(Book.Bind(Published.Small(), "en", null, Today))[0].Text);
    }

    [Fact]
    public void Every_entry_and_every_theme_has_its_chapter()
    {
        var publication = Published.Small();

        var paths = Published.Unpack(Book.Bind(publication, "ru", null, Today)).Select(file => file.Path).ToHashSet();

        Assert.All(publication.Knowledge.Entries, entry => Assert.Contains($"EPUB/{entry.Id}.xhtml", paths), throwIfEmpty: true);
        Assert.All(publication.Knowledge.Vocabulary.Themes.All, theme => Assert.Contains($"EPUB/lists/themes/{theme.Key}.xhtml", paths), throwIfEmpty: true);
    }

    [Fact]
    public void A_theme_s_book_holds_what_bears_the_theme_or_a_narrower_one_and_nothing_else()
    {
        var publication = Published.Small(
            SmallSite.Recommendation("upr-3/1.2", "pickets", "describes: not stated"),
            SmallSite.Recommendation("upr-3/1.3", "prisons", "describes: not stated"),
            ("content/vocabulary/themes.yml", "assembly:\n  label: {en: Assembly}\npickets:\n  label: {en: Pickets}\n  broader: assembly\nprisons:\n  label: {en: Prisons}\n"));

        var wide = Paths(publication, "assembly");
        Assert.Contains("EPUB/lists/themes/assembly.xhtml", wide);
        Assert.Contains("EPUB/lists/themes/pickets.xhtml", wide);
        Assert.Contains("EPUB/recommendations/upr-3/1.1.xhtml", wide);
        Assert.Contains("EPUB/recommendations/upr-3/1.2.xhtml", wide);
        Assert.DoesNotContain("EPUB/recommendations/upr-3/1.3.xhtml", wide);
        Assert.DoesNotContain("EPUB/lists/themes/prisons.xhtml", wide);
        Assert.DoesNotContain("EPUB/recommendations/upr-3/1.1.xhtml", Paths(publication, "pickets"));

        static HashSet<string> Paths(Publication publication, string theme) =>
            [.. Published.Unpack(Book.Bind(publication, "en", theme, Today)).Select(file => file.Path)];
    }

    [Theory]
    [InlineData("en", null)]
    [InlineData("kk", "assembly")]
    public void Every_link_leads_to_a_place_in_the_book_or_to_a_whole_address(string language, string? theme)
    {
        var files = Published.Unpack(Book.Bind(Published.Small(), language, theme, Today))
            .Where(file => file.Path.EndsWith(".xhtml", StringComparison.Ordinal))
            .ToDictionary(file => new Uri("book:/" + file.Path), file => XDocument.Parse(file.Text));
        Assert.NotEmpty(files);
        var inner = 0;
        foreach (var (path, document) in files)
        {
            foreach (var link in document.Descendants(Xhtml + "a").Select(link => link.Attribute("href")!.Value))
            {
                var target = new Uri(path, link);
                if (target.Scheme is "https" or "http")
                {
                    continue;
                }

                inner++;
                Assert.True(files.TryGetValue(new Uri(target.GetLeftPart(UriPartial.Path)), out var landing), $"{path}: {link}");
                var part = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
                Assert.True(part.Length == 0 || landing.Descendants().Any(element => element.Attribute("id")?.Value == part), $"{path}: {link}");
            }
        }

        Assert.True(inner > files.Count, "chapters link to one another");
    }

    [Fact]
    public void A_chapter_says_how_it_is_cited_and_offers_no_files_as_a_book_has_none_beside_it()
    {
        var chapter = Assert.Single(Published.Unpack(Book.Bind(Published.Small(), "ru", null, Today)), file => file.Path == "EPUB/recommendations/upr-3/1.1.xhtml").Text;

        Assert.Matches(@"https://heed\.example/kb/ru/recommendations/upr-3/1\.1\.html(, [^<]+)?</span></p>", chapter);
        Assert.DoesNotContain(".bib", chapter, StringComparison.Ordinal);
        Assert.DoesNotContain("ld+json", chapter, StringComparison.Ordinal);
        Assert.DoesNotContain("data-cited", chapter, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_not_in_the_book_is_linked_by_its_permanent_address_in_the_language()
    {
        var chapter = Published.Unpack(Book.Bind(Published.Small(), "ru", "assembly", Today)).Single(file => file.Path == "EPUB/recommendations/upr-3/1.1.xhtml").Text;

        Assert.Contains("href=\"https://heed.example/kb/ru/reviews/upr-3.html\"", chapter, StringComparison.Ordinal);
        Assert.Contains("href=\"../../lists/themes/assembly.xhtml\"", chapter, StringComparison.Ordinal);
        Assert.DoesNotContain(".html#main", chapter, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_in_another_language_says_so_in_the_way_of_XML_too()
    {
        var chapter = XDocument.Parse(Published.Unpack(Book.Bind(Published.Small(), "ru", "assembly", Today)).Single(file => file.Path == "EPUB/recommendations/upr-3/1.1.xhtml").Text);

        Assert.Equal("ru", chapter.Root!.Attribute(XNamespace.Xml + "lang")!.Value);
        var others = chapter.Descendants().Where(element => element.Attribute("lang")?.Value == "en").ToList();
        Assert.NotEmpty(others);
        Assert.All(others, element => Assert.Equal("en", element.Attribute(XNamespace.Xml + "lang")?.Value), throwIfEmpty: true);
    }

    [Fact]
    public void The_order_of_reading_is_the_order_of_the_contents_kinds_then_reviews_then_entries()
    {
        var files = Published.Unpack(Book.Bind(Published.Small(), "en", null, Today)).ToDictionary(file => file.Path, file => file.Text);
        var package = XDocument.Parse(files["EPUB/package.opf"]);
        XNamespace opf = "http://www.idpf.org/2007/opf";
        var byId = package.Descendants(opf + "item").ToDictionary(item => item.Attribute("id")!.Value, item => item.Attribute("href")!.Value);
        var spine = package.Descendants(opf + "itemref").Select(item => byId[item.Attribute("idref")!.Value]).Where(path => path != "nav.xhtml");
        var contents = XDocument.Parse(files["EPUB/nav.xhtml"]).Descendants(Xhtml + "nav").First();

        Assert.Equal(spine, contents.Descendants(Xhtml + "a").Select(link => link.Attribute("href")!.Value));
        var way = contents.Descendants(Xhtml + "a").Single(link => link.Attribute("href")!.Value == "recommendations/upr-3/1.1.xhtml")
            .Ancestors(Xhtml + "li").Skip(1).Select(step => step.Elements().First().Value);
        Assert.Equal(["Review of cycle 3", "Recommendations"], way);
    }

    [Fact]
    public void A_new_version_is_the_same_book_and_another_language_theme_or_site_another_one()
    {
        var old = new BuildOptions { Dated = new DateOnly(2025, 1, 1) };

        var here = Identifier(Published.Small(), "en", null);

        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", here);
        Assert.Equal(here, Identifier(Published.Small(old), "en", null));
        Assert.Equal(4, new HashSet<string>
        {
            here,
            Identifier(Published.Small(), "ru", null),
            Identifier(Published.Small(), "en", "assembly"),
            Identifier(Published.Small(new BuildOptions { BaseUrl = "https://mirror.example/" }), "en", null),
        }.Count);
    }

    [Fact]
    public void It_bears_the_day_of_the_version_and_only_where_that_is_not_known_today()
    {
        var dated = Published.Small(new BuildOptions { Dated = new DateOnly(2026, 3, 1) });

        Assert.Contains("<meta property=\"dcterms:modified\">2026-03-01T00:00:00Z</meta>", Package(dated), StringComparison.Ordinal);
        Assert.Contains("<meta property=\"dcterms:modified\">2026-11-27T00:00:00Z</meta>", Package(Published.Small()), StringComparison.Ordinal);
        Assert.Equal(Book.Bind(dated, "en", null, Today), Book.Bind(Published.Small(new BuildOptions { Dated = new DateOnly(2026, 3, 1) }), "en", null, Today.AddDays(400)));
    }

    [Fact]
    public void Its_style_sheet_needs_no_variables_and_loads_nothing()
    {
        var style = Published.Unpack(Book.Bind(Published.Small(), "en", null, Today)).Single(file => file.Path == "EPUB/book.css").Text;

        Assert.Contains(".chart__fill-mid {\n  fill: #", style, StringComparison.Ordinal);
        Assert.DoesNotContain("var(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("initial", style, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chapter_with_a_chart_is_declared_and_keeps_it()
    {
        var files = Published.Unpack(Book.Bind(
            Published.Small().WithMain("articles/about.html", "<h1>A</h1>\n<svg viewBox=\"0 0 1 1\" focusable=\"false\"><title>T</title><rect width=\"1\" height=\"1\"/></svg>"),
            "en",
            null,
            Today)).ToDictionary(file => file.Path, file => file.Text);

        Assert.Contains("href=\"articles/about.xhtml\" media-type=\"application/xhtml+xml\" properties=\"svg\"", files["EPUB/package.opf"], StringComparison.Ordinal);
        Assert.Contains("<meta property=\"schema:accessMode\">visual</meta>", files["EPUB/package.opf"], StringComparison.Ordinal);
        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.Single(XDocument.Parse(files["EPUB/articles/about.xhtml"]).Descendants(svg + "rect"));
    }

    private static string Package(Publication publication, string language = "en", string? theme = null) =>
        Published.Unpack(Book.Bind(publication, language, theme, Today)).Single(file => file.Path == "EPUB/package.opf").Text;

    private static string Identifier(Publication publication, string language, string? theme) =>
        XDocument.Parse(Package(publication, language, theme)).Descendants(XName.Get("identifier", "http://purl.org/dc/elements/1.1/")).Single().Value;
}

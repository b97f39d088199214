using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heed.Text;

namespace Heed.Exporting;

/// <summary>The package document: what the book is, its files and the order of reading.</summary>
internal static class BookPackage
{
    public const string File = "package.opf";
    public const string Navigation = "nav.xhtml";
    public const string TitlePage = "title.xhtml";
    public const string Style = "book.css";

    public const string Container =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles>
        <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
        </rootfiles>
        </container>

        """;

    // What the pages of the site have and keep in the book: headings that can be walked by, words for every picture, no colour alone.
    private static readonly ImmutableArray<string> Features =
        ["structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability", "ARIA"];

    public static string Of(BookDescription book, ImmutableArray<BookChapter> chapters)
    {
        var package = new StringBuilder();
        package.Append(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" xml:lang=\"{book.Language}\">\n");
        Metadata(package, book, chapters.Any(chapter => chapter.HasPicture));

        package.Append("<manifest>\n");
        package.Append(CultureInfo.InvariantCulture, $"<item id=\"nav\" href=\"{Navigation}\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n");
        package.Append(CultureInfo.InvariantCulture, $"<item id=\"style\" href=\"{Style}\" media-type=\"text/css\"/>\n");
        package.Append(CultureInfo.InvariantCulture, $"<item id=\"title\" href=\"{TitlePage}\" media-type=\"application/xhtml+xml\"/>\n");
        for (var index = 0; index < chapters.Length; index++)
        {
            var picture = chapters[index].HasPicture ? " properties=\"svg\"" : "";
            package.Append(CultureInfo.InvariantCulture, $"<item id=\"c{index + 1}\" href=\"{Html.Escape(chapters[index].Path)}\" media-type=\"application/xhtml+xml\"{picture}/>\n");
        }

        package.Append("</manifest>\n<spine>\n<itemref idref=\"title\"/>\n<itemref idref=\"nav\"/>\n");
        for (var index = 0; index < chapters.Length; index++)
        {
            package.Append(CultureInfo.InvariantCulture, $"<itemref idref=\"c{index + 1}\"/>\n");
        }

        return package.Append("</spine>\n</package>\n").ToString();
    }

    private static void Metadata(StringBuilder package, BookDescription book, bool hasPictures)
    {
        void Element(string name, string words)
        {
            if (words.Length > 0)
            {
                package.Append(CultureInfo.InvariantCulture, $"<{name}>{Html.Escape(words)}</{name}>\n");
            }
        }

        void Property(string name, string value) => package.Append(CultureInfo.InvariantCulture, $"<meta property=\"{name}\">{Html.Escape(value)}</meta>\n");

        package.Append("<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
        package.Append(CultureInfo.InvariantCulture, $"<dc:identifier id=\"id\">{book.Identifier}</dc:identifier>\n");
        Element("dc:title", book.Title);
        Element("dc:language", book.Language);

        // The settings name no person: who made the knowledge base is known by the name that it bears.
        Element("dc:creator", book.SiteTitle);
        Element("dc:publisher", book.SiteTitle);
        Element("dc:description", book.Config.Description.In(book.Language));
        Element("dc:source", book.Permalink);
        Element("dc:rights", book.Rights);
        Property("dcterms:modified", book.Modified);

        Property("schema:accessMode", "textual");
        if (hasPictures)
        {
            Property("schema:accessMode", "visual");
        }

        // A chart has a description and the table of its figures, so text alone is enough.
        Property("schema:accessModeSufficient", "textual");
        foreach (var feature in hasPictures ? Features.Add("longDescription") : Features)
        {
            Property("schema:accessibilityFeature", feature);
        }

        Property("schema:accessibilityHazard", "none");
        Property("schema:accessibilitySummary", book.Labels.Say("book.accessibility"));
        package.Append("</metadata>\n");
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp;
using AngleSharp.Xhtml;
using Heed.Files;

namespace Heed.Exporting;

/// <summary>The knowledge base, or one theme of it, as an EPUB 3 in one language: a chapter for each page.</summary>
public static class Book
{
    private const string Folder = "EPUB/";

    /// <summary>Binds the book.</summary>
    /// <param name="publication">What was built.</param>
    /// <param name="language">A language of the site.</param>
    /// <param name="theme">A key of the vocabulary: only this theme; null for everything.</param>
    /// <param name="today">
    /// Stands for the day of the version where that is not known: a book must bear a day, by which a reading program tells
    /// a newer copy from an older one.
    /// </param>
    /// <exception cref="ArgumentException">There is no such theme or language.</exception>
    public static byte[] Bind(Publication publication, string language, string? theme, DateOnly today)
    {
        var contents = theme is null ? BookContents.OfAll(publication, language) : BookContents.OfTheme(publication, language, theme);
        var chapters = Chapters(publication, contents);
        var description = new BookDescription(publication, language, theme, publication.Dated ?? today);
        return ZipPacker.Pack(
            [
                SiteFile.Of("mimetype", "application/epub+zip"),
                SiteFile.Of("META-INF/container.xml", BookPackage.Container),
                SiteFile.Of(Folder + BookPackage.File, BookPackage.Of(description, chapters)),
                SiteFile.Of(Folder + BookPackage.Navigation, BookNavigation.Of(description, contents)),
                SiteFile.Of(Folder + BookPackage.TitlePage, BookTitlePage.Of(description)),
                SiteFile.Of(Folder + BookPackage.Style, BookStyle.Of(publication.Theme)),
                .. chapters.Select(chapter => SiteFile.Of(Folder + chapter.Path, chapter.Text)),
            ],
            publication.Dated,
            stored: "mimetype");
    }

    /// <summary>Where the chapter of a page stands in the book, whatever its language.</summary>
    internal static string PathOf(BuiltPage page) => page.Address[..^".html".Length] + ".xhtml";

    private static ImmutableArray<BookChapter> Chapters(Publication publication, ImmutableArray<BookPart> contents)
    {
        var extracts = contents
            .SelectMany(part => part.Pages)
            .AsParallel().AsOrdered()
            .Select(page => PageExtract.Of(publication, page))
            .ToImmutableArray();
        var inBook = extracts.ToFrozenDictionary(extract => extract.Page.File.Path, StringComparer.Ordinal);
        return [.. extracts.AsParallel().AsOrdered().Select(extract => Chapter(extract, inBook))];
    }

    private static BookChapter Chapter(PageExtract extract, FrozenDictionary<string, PageExtract> inBook)
    {
        extract.KeepPictures();
        extract.MakeFitForXml();
        extract.Relink((path, fragment) => inBook.TryGetValue(path, out var target) ? Within(extract, target, fragment) : null);

        var page = extract.Page;
        var body = string.Concat(extract.Main.ChildNodes.Select(node => node.ToHtml(XhtmlMarkupFormatter.Instance)));
        var text = BookPage.Of(page.Language, page.Title, UpFrom(PathOf(page)), "chapter", body);
        return new BookChapter(PathOf(page), text, extract.HasPicture);
    }

    /// <summary>To a chapter; to its beginning when the part was taken out of it.</summary>
    private static string Within(PageExtract from, PageExtract to, string fragment)
    {
        var part = to.Ids.Contains(fragment) ? "#" + Uri.EscapeDataString(fragment) : "";
        return from == to && part.Length > 0 ? part : UpFrom(PathOf(from.Page)) + PathOf(to.Page) + part;
    }

    private static string UpFrom(string path) => string.Concat(Enumerable.Repeat("../", path.Count(character => character == '/')));
}

/// <summary>A chapter as a file.</summary>
/// <param name="Path">Below the folder of the book.</param>
/// <param name="Text">XHTML.</param>
/// <param name="HasPicture">Whether it holds SVG, which the package must declare.</param>
internal sealed record BookChapter(string Path, string Text, bool HasPicture);

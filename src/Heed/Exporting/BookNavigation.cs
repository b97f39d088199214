using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heed.Text;

namespace Heed.Exporting;

/// <summary>The table of contents, for reading and for the reading program.</summary>
internal static class BookNavigation
{
    public static string Of(BookDescription book, ImmutableArray<BookPart> contents)
    {
        var heading = book.Labels.Say("book.contents");
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\">\n<h1>{Html.Escape(heading)}</h1>\n<ol>\n");
        body.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{BookPackage.TitlePage}\">{Html.Escape(book.Labels.Say("book.title_page"))}</a></li>\n");
        foreach (var part in contents)
        {
            Part(body, part);
        }

        body.Append("</ol>\n</nav>\n");

        // Not to be read: by these a reading program knows where the book begins.
        body.Append("<nav epub:type=\"landmarks\" hidden=\"\">\n<ol>\n");
        body.Append(CultureInfo.InvariantCulture, $"<li><a epub:type=\"titlepage\" href=\"{BookPackage.TitlePage}\">{Html.Escape(book.Labels.Say("book.title_page"))}</a></li>\n");
        body.Append(CultureInfo.InvariantCulture, $"<li><a epub:type=\"toc\" href=\"#toc\">{Html.Escape(heading)}</a></li>\n");
        if (contents.SelectMany(part => part.Pages).FirstOrDefault() is { } first)
        {
            body.Append(CultureInfo.InvariantCulture, $"<li><a epub:type=\"bodymatter\" href=\"{Html.Escape(Book.PathOf(first))}\"{Lang(first.TitleLang)}>{Html.Escape(first.Title)}</a></li>\n");
        }

        body.Append("</ol>\n</nav>");
        return BookPage.Around(book.Language, heading, "", body.ToString());
    }

    private static void Part(StringBuilder body, BookPart part)
    {
        var words = Html.Escape(part.Title);
        body.Append(part.Page is { } page
            ? $"<li><a href=\"{Html.Escape(Book.PathOf(page))}\"{Lang(part.TitleLang)}>{words}</a>"
            : $"<li><span{Lang(part.TitleLang)}>{words}</span>");
        if (!part.Parts.IsEmpty)
        {
            body.Append("\n<ol>\n");
            foreach (var below in part.Parts)
            {
                Part(body, below);
            }

            body.Append("</ol>\n");
        }

        body.Append("</li>\n");
    }

    private static string Lang(string? language) => language is null ? "" : $" lang=\"{language}\" xml:lang=\"{language}\"";
}

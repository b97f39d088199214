using System.Globalization;
using System.Text;
using Heed.Text;

namespace Heed.Exporting;

/// <summary>The first page of a book: what it is, of which day, under which licence, and where it stands for good.</summary>
internal static class BookTitlePage
{
    public static string Of(BookDescription book)
    {
        var (config, labels) = (book.Config, book.Labels);
        var body = new StringBuilder();
        void Paragraph(Html words, string kind = "")
        {
            if (!words.IsEmpty)
            {
                body.Append(CultureInfo.InvariantCulture, $"<p{(kind.Length > 0 ? $" class=\"{kind}\"" : "")}>{words}</p>\n");
            }
        }

        var lang = book.HeadingLang is { } other ? $" lang=\"{other}\" xml:lang=\"{other}\"" : "";
        body.Append(CultureInfo.InvariantCulture, $"<h1{lang}>{Html.Escape(book.Heading)}</h1>\n");
        if (book.Theme is not null)
        {
            Paragraph(Html.FromText(book.SiteTitle), "title__site");
        }

        Paragraph(Html.FromText(config.Description.In(book.Language)));
        if (book.Publication.DatedInWords(book.Language) is { } dated)
        {
            Paragraph(labels.SayHtml("export.dated", dated));
        }

        Paragraph(new Html($"{labels.SayHtml("permalink.name")} {Link(book.Permalink, book.Permalink)}"));
        if (config.Licence.Length > 0)
        {
            Paragraph(labels.SayHtml("export.licence", config.LicenceUrl.Length > 0 ? new Html(Link(config.LicenceUrl, config.Licence)) : config.Licence));
        }

        if (config.Contact.Length > 0)
        {
            Paragraph(new Html($"{labels.SayHtml("frame.contact")} {Html.Escape(config.Contact)}"));
        }

        Paragraph(labels.SayHtml("book.links"), "title__remark");
        return BookPage.Of(book.Language, book.Title, "", "titlepage", body.ToString());
    }

    private static string Link(string address, string words) => $"<a href=\"{Html.Escape(address)}\">{Html.Escape(words)}</a>";
}

using Heed.Text;

namespace Heed.Exporting;

/// <summary>The frame that all pages of a book have.</summary>
internal static class BookPage
{
    /// <summary>A page as XHTML.</summary>
    /// <param name="language">Its language.</param>
    /// <param name="title">Its title.</param>
    /// <param name="up">The way from it to the folder of the book: empty, or <c>../</c> repeated.</param>
    /// <param name="type">What it is, in the words of EPUB: <c>chapter</c>, <c>titlepage</c>.</param>
    /// <param name="body">What it says, as XHTML.</param>
    public static string Of(string language, string title, string up, string type, string body) => Around(
        language,
        title,
        up,
        type == "chapter" ? $"<section epub:type=\"chapter\" role=\"doc-chapter\">\n{body.Trim()}\n</section>" : $"<section epub:type=\"{type}\">\n{body.Trim()}\n</section>");

    /// <summary>The frame around a whole body.</summary>
    public static string Around(string language, string title, string up, string body) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" xml:lang="{language}">
        <head>
        <meta charset="utf-8"/>
        <title>{Html.Escape(title)}</title>
        <link rel="stylesheet" type="text/css" href="{up}{BookPackage.Style}"/>
        </head>
        <body>
        {body}
        </body>
        </html>

        """.ReplaceLineEndings("\n");
}

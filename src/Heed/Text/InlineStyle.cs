using System.Security.Cryptography;
using System.Text;

namespace Heed.Text;

/// <summary>A style sheet that stands inside a page, and the hash by which the page's policy lets in this one and no other.</summary>
public sealed record InlineStyle
{
    private InlineStyle(string text) => (Text, Hash) = (new Html(text), HashOf(text));

    /// <summary>What stands in the element.</summary>
    public Html Text { get; }

    /// <summary>Its name in a Content-Security-Policy, without the quotation marks: <c>sha256-…</c>.</summary>
    public string Hash { get; }

    /// <summary>Takes a style sheet; no text of it can end the element that it stands in.</summary>
    public static InlineStyle Of(string sheet) => new(sheet.Replace("</", "<\\/"));

    /// <summary>The name of what stands in an element, as a browser works it out.</summary>
    public static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}

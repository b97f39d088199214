using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Heed.Checking;

namespace Heed.Exporting;

/// <summary>What a page says, taken out of its frame and freed from all that needs a browser or the site around it.</summary>
internal sealed class PageExtract
{
    // What is typed into, pressed or run; ways through the site; and what a reader without scripts does not see.
    private const string NeedsTheSite =
        "form, button, input, select, textarea, script, style, template, noscript, iframe, object, embed, nav, [hidden], [data-take-along], .filter, .anchor, .no-print";

    private readonly Publication publication;

    private PageExtract(Publication publication, BuiltPage page, IElement main)
    {
        this.publication = publication;
        Page = page;
        Main = main;
        Ids = main.QuerySelectorAll("[id]").Select(element => element.Id!).ToHashSet(StringComparer.Ordinal);
    }

    public BuiltPage Page { get; }

    /// <summary>The page's main part, changed in place.</summary>
    public IElement Main { get; }

    /// <summary>The ids of its parts, after all that was taken out.</summary>
    public IReadOnlySet<string> Ids { get; }

    /// <summary>Whether something in it is drawn.</summary>
    public bool HasPicture => Main.QuerySelector("svg") is not null;

    /// <summary>Takes the main part of a page, with what folds unfolded.</summary>
    public static PageExtract Of(Publication publication, BuiltPage page)
    {
        var document = new HtmlParser().ParseDocument(page.File.Text);
        var main = document.QuerySelector("main") ?? throw new InvalidOperationException($"{page.File.Path} has no main part, which the checker would have told.");
        foreach (var element in main.QuerySelectorAll(NeedsTheSite))
        {
            element.Remove();
        }

        foreach (var folded in main.QuerySelectorAll("details"))
        {
            folded.SetAttribute("open", "");
        }

        return new PageExtract(publication, page, main);
    }

    /// <summary>Writes each link within the site anew. What leaves the site is left as it is.</summary>
    /// <param name="addressOf">Given the path from the site's root and the part after <c>#</c>, which may be empty; null means the permanent address.</param>
    public void Relink(Func<string, string, string?> addressOf)
    {
        foreach (var link in Main.QuerySelectorAll("a[href]"))
        {
            if (SiteAddress.Resolve(Page.File.Path, link.GetAttribute("href")!, publication.Config.BasePath) is { } target)
            {
                link.SetAttribute("href", addressOf(target.Path, target.Fragment) ?? Permanent(target.Path, target.Fragment));
            }
        }
    }

    /// <summary>Puts pictures that are files of the site into the text itself; one that is not there leaves its words.</summary>
    public void KeepPictures()
    {
        foreach (var picture in Main.QuerySelectorAll("img"))
        {
            if (SiteAddress.Resolve(Page.File.Path, picture.GetAttribute("src") ?? "", publication.Config.BasePath) is { } target
                && publication.Site.Find(target.Path) is { } file
                && MediaType(file.Path) is { } type)
            {
                picture.SetAttribute("src", $"data:{type};base64,{Convert.ToBase64String(file.Bytes.Span)}");
            }
            else
            {
                picture.Replace(picture.Owner!.CreateTextNode(picture.GetAttribute("alt") ?? ""));
            }
        }
    }

    /// <summary>Says in the way of XML what HTML knows without: the language of each part, and that a picture is SVG. Drops what only the site's scripts and style sheet read.</summary>
    public void MakeFitForXml()
    {
        foreach (var picture in Main.QuerySelectorAll("svg"))
        {
            picture.SetAttribute(NamespaceNames.XmlNsUri, "xmlns", NamespaceNames.SvgUri);

            // EPUB knows three roles of a picture. Of them only "document" leaves the links within it to be found, as "group" does.
            if (picture.GetAttribute("role") is { } role && role is not ("img" or "document" or "application"))
            {
                picture.SetAttribute("role", "document");
            }
        }

        foreach (var element in Main.QuerySelectorAll("*"))
        {
            SayLanguage(element);

            foreach (var attribute in element.Attributes.Where(IsForTheSite).ToList())
            {
                element.RemoveAttribute(attribute.Name);
            }
        }
    }

    private static void SayLanguage(IElement element)
    {
        if (element.GetAttribute("lang") is not { } language)
        {
            return;
        }

        if (element.NamespaceUri != NamespaceNames.SvgUri)
        {
            element.SetAttribute(NamespaceNames.XmlUri, "xml:lang", language);
            return;
        }

        // SVG 1.1, to which EPUB holds, has the attribute of XML alone, and epubcheck does not take even that on words for a picture.
        element.RemoveAttribute("lang");
        if (element.LocalName is not ("title" or "desc"))
        {
            element.SetAttribute(NamespaceNames.XmlUri, "xml:lang", language);
        }
    }

    private static bool IsForTheSite(IAttr attribute) =>
        attribute.Name is "tabindex" or "focusable" || attribute.Name.StartsWith("data-", StringComparison.Ordinal);

    private string Permanent(string path, string fragment) =>
        publication.Permanent(path) + (fragment.Length > 0 ? "#" + Uri.EscapeDataString(fragment) : "");

    private static string? MediaType(string path) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" or "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        _ => null,
    };
}

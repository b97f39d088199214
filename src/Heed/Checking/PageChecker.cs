using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Text;

namespace Heed.Checking;

/// <summary>Reads one page and judges what can be judged of it alone.</summary>
internal static class PageChecker
{
    private static readonly ImmutableHashSet<string> LoadingRelations =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "prerender", "manifest", "apple-touch-icon", "mask-icon");

    private static readonly ImmutableArray<string> LoadingAttributes = ["src", "srcset", "data", "poster", "ping", "background", "formaction"];

    // Only elements and their attributes are judged (and the title, which is no data text), so the prose need not be kept.
    private static readonly HtmlParserOptions Options = new() { SkipDataText = true, SkipComments = true, DisableElementPositionTracking = true };

    /// <summary>The page's ids and links; what is wrong is reported.</summary>
    public static CheckedPage Read(SiteFile file, PageFaults faults)
    {
        var document = new HtmlParser(Options).ParseDocument(file.Text);
        var path = file.Path;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var fields = new HashSet<string>(StringComparer.Ordinal);
        var links = ImmutableArray.CreateBuilder<string>();
        var anchors = ImmutableArray.CreateBuilder<string>();
        var loads = ImmutableArray.CreateBuilder<string>();

        var policy = document.QuerySelector("meta[http-equiv=Content-Security-Policy i]")?.GetAttribute("content") ?? "";
        var headings = new List<int>();
        var mains = 0;
        var hasPolicy = false;
        foreach (var element in document.All)
        {
            switch (element.LocalName)
            {
                case ['h', >= '1' and <= '6' and var level]:
                    headings.Add(level - '0');
                    break;
                case "main":
                    mains++;
                    break;
                case "meta":
                    hasPolicy |= string.Equals(element.GetAttribute("http-equiv"), "Content-Security-Policy", StringComparison.OrdinalIgnoreCase);
                    break;
                case "input" or "select" or "fieldset" when (element.GetAttribute("name") ?? element.GetAttribute("data-field")) is { Length: > 0 } name:
                    // A field that no form may send has no name; what the page's script calls it stands in data-field.
                    fields.Add(name);
                    break;
                default:
                    break;
            }

            if (element.Id is { Length: > 0 } id && !ids.Add(id))
            {
                faults.Report(
                    Catalogue.DuplicateHtmlId,
                    path,
                    $"id=\"{Html.Escape(id)}\"",
                    $"the id \"{id}\" stands twice on the page",
                    "Give each place of a page its own id.",
                    "Word the heading otherwise: its words become the id.");
            }

            Code(element, policy, path, faults);
            Collect(element, links, anchors, loads, path, faults);
        }

        Structure(document, headings, mains, hasPolicy, path, faults);
        return new CheckedPage(file.Path, ids, links.ToImmutable(), anchors.ToImmutable(), loads.ToImmutable()) { Fields = fields };
    }

    private static void Collect(IElement element, ImmutableArray<string>.Builder links, ImmutableArray<string>.Builder anchors, ImmutableArray<string>.Builder loads, string path, PageFaults faults)
    {
        switch (element.LocalName)
        {
            case "a" or "area" when element.GetAttribute("href") is { } href:
                links.Add(href);
                anchors.Add(href);
                break;
            case "link" when element.GetAttribute("href") is { } href:
                var isLoaded = (element.GetAttribute("rel") ?? "").Split(' ').Any(LoadingRelations.Contains);
                if (isLoaded)
                {
                    Loaded(element, "href", href, links, path, faults);
                    loads.Add(href);
                }
                else if (!SiteAddress.LeavesSite(href))
                {
                    // Nobody follows it with a click, but programs do.
                    links.Add(href);
                }

                break;
            case "form" when element.GetAttribute("action") is { } action:
                Loaded(element, "action", action, links, path, faults);
                break;
            case "meta" when string.Equals(element.GetAttribute("http-equiv"), "refresh", StringComparison.OrdinalIgnoreCase):
                // Only the page of an address that moved within the site sends on, and at once: who waited would be torn from reading.
                if ((element.GetAttribute("content") ?? "").Split("url=", 2) is ["0; ", var onward] && !SiteAddress.LeavesSite(onward))
                {
                    links.Add(onward);
                }
                else
                {
                    faults.ReportTemplate(Catalogue.ForeignRequest, path, "the page sends its reader on without being asked", "Remove the refresh; link instead.");
                }

                break;
            default:
                break;
        }

        foreach (var attribute in LoadingAttributes)
        {
            if (element.GetAttribute(attribute) is { } value && !(element.LocalName == "a" && attribute == "data"))
            {
                Loaded(element, attribute, value, links, path, faults);
                if (attribute is "src" or "data" or "poster")
                {
                    loads.Add(value);
                }
            }
        }

        if (element.LocalName is "use" or "image" && (element.GetAttribute("href") ?? element.GetAttribute("xlink:href")) is { } target)
        {
            Loaded(element, "href", target, links, path, faults);
        }
    }

    private static void Loaded(IElement element, string attribute, string address, ImmutableArray<string>.Builder links, string path, PageFaults faults)
    {
        if (SiteAddress.LeavesSite(address))
        {
            faults.ReportTemplate(Catalogue.ForeignRequest, path, $"<{element.LocalName} {attribute}=\"{address}\"> would ask another host for something", "Serve it from the site itself, or leave it out: readers may be watched.");
        }
        else
        {
            links.Add(address);
        }
    }

    private static void Code(IElement element, string policy, string path, PageFaults faults)
    {
        if (element is IHtmlScriptElement script && !script.HasAttribute("src") && script.GetAttribute("type") != "application/ld+json")
        {
            faults.ReportTemplate(Catalogue.InlineCode, path, "a script stands inside the page", "Move it to a file below theme/assets/; the page's policy would refuse it.");
        }

        if ((element.LocalName == "style" && !IsNamed(element.TextContent, policy)) || element.HasAttribute("style"))
        {
            faults.ReportTemplate(Catalogue.InlineCode, path, $"<{element.LocalName}> carries a style inside the page", "Move it to the style sheet; the page's policy would refuse it.");
        }

        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            {
                faults.ReportTemplate(Catalogue.InlineCode, path, $"<{element.LocalName} {attribute.Name}> carries a script inside the page", "Attach it from a file below theme/assets/.");
            }
            else if (attribute.Name is "href" or "action" or "src" && attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
            {
                faults.ReportTemplate(Catalogue.InlineCode, path, $"<{element.LocalName} {attribute.Name}> runs a script", "Link to an address instead.");
            }
        }
    }

    /// <summary>Whether the page's policy names a style sheet by the hash of its words, so that this one and no other is let in.</summary>
    private static bool IsNamed(string style, string policy) =>
        policy.Contains($"'{InlineStyle.HashOf(style)}'", StringComparison.Ordinal);

    private static void Structure(IHtmlDocument document, List<int> headings, int mains, bool hasPolicy, string path, PageFaults faults)
    {
        void Report(string message, string cure) => faults.ReportTemplate(Catalogue.PageStructure, path, message, cure);

        if (string.IsNullOrWhiteSpace(document.DocumentElement.GetAttribute("lang")))
        {
            Report("the page does not say its language", "Add lang to the html element of the layout.");
        }

        if (string.IsNullOrWhiteSpace(document.Title))
        {
            Report("the page has no title", "Give it a title in the layout.");
        }

        if (mains != 1)
        {
            Report("the page needs exactly one main landmark", "Put the page's own content in one <main>.");
        }

        if (!hasPolicy)
        {
            Report("the page has no Content-Security-Policy", "Keep the policy of the default layout in the head.");
        }

        if (headings.Count(level => level == 1) != 1)
        {
            Report("the page needs exactly one heading of level one", "Make the page's title its only <h1>.");
        }

        for (var index = 1; index < headings.Count; index++)
        {
            if (headings[index] > headings[index - 1] + 1)
            {
                faults.Report(
                    Catalogue.PageStructure,
                    path,
                    string.Create(CultureInfo.InvariantCulture, $"<h{headings[index]}"),
                    $"a heading of level {headings[index]} follows one of level {headings[index - 1]}",
                    "Leave no level out: screen readers walk by them.",
                    "Give the heading one # more or less, so that no level is left out: screen readers walk by them.");
                break;
            }
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Text;

namespace Heed.Checking;

/// <summary>Judges the built site as a browser, a crawler and a screen reader would meet it.</summary>
public static class SiteChecker
{
    private const string Home = "index.html";

    private const string NotFound = "404.html";

    /// <summary>Reports links that lead nowhere, ids that stand twice, requests to elsewhere, code inside pages, pages without structure, pages that are too heavy and pages that no link reaches.</summary>
    /// <param name="site">The built site.</param>
    /// <param name="basePath">The path below which it will stand, starting and ending in <c>/</c>; pages for missing addresses link absolutely.</param>
    /// <param name="limits">How heavy pages may be, by path; a page that is not here may be of any weight.</param>
    /// <param name="originOf">Where what stands on the page of a path comes from; null when nobody knows. Asked only when something is wrong.</param>
    /// <param name="log">Told what is wrong.</param>
    public static void Check(Site site, string basePath, IReadOnlyDictionary<string, WeightLimit> limits, Func<string, PageOrigin?> originOf, DiagnosticLog log)
    {
        var faults = new PageFaults(originOf, log);
        var files = site.Files.Where(file => file.Path.EndsWith(".html", StringComparison.Ordinal)).ToArray();
        var pages = new CheckedPage[files.Length];
        Parallel.For(0, files.Length, index => pages[index] = PageChecker.Read(files[index], faults));

        var byPath = pages.ToImmutableDictionary(page => page.Path, StringComparer.Ordinal);
        var weights = new WeightChecker(site, basePath, faults);
        foreach (var page in pages)
        {
            CheckLinks(page, site, byPath, basePath, faults);
            weights.Check(page, limits.GetValueOrDefault(page.Path));
        }

        foreach (var style in site.Files.Where(file => file.Path.EndsWith(".css", StringComparison.Ordinal)))
        {
            StyleChecker.Check(style, log);
        }

        CheckReach(byPath, basePath, faults);
        CheckNames(site, log);
    }

    /// <summary>Names that are put together from several, such as that of two cycles, may be too long although none of them is.</summary>
    private static void CheckNames(Site site, DiagnosticLog log)
    {
        foreach (var file in site.Files)
        {
            if (file.Path.Split('/').FirstOrDefault(part => Encoding.UTF8.GetByteCount(part) > SiteFileName.MostBytes) is { } part)
            {
                log.Report(
                    Catalogue.NameTooLong,
                    new Place(file.Path),
                    string.Create(CultureInfo.InvariantCulture, $"the name of this file of the site has {part.Length} letters, and disks take {SiteFileName.MostBytes}"),
                    "Shorten the names, keys or symbols of which it is put together.");
            }
        }
    }

    private static void CheckLinks(CheckedPage page, Site site, ImmutableDictionary<string, CheckedPage> byPath, string basePath, PageFaults faults)
    {
        void Report(string link, string message, string cure) =>
            faults.Report(Catalogue.BrokenSiteLink, page.Path, $"href=\"{Html.Escape(link)}\"", message, cure, "Correct the link, or link to a page as [[its id]].");

        foreach (var link in page.Links)
        {
            if (SiteAddress.Resolve(page.Path, link, basePath) is not { } target || (page.Path == NotFound && IsStepUp(link)))
            {
                continue;
            }

            if (site.Find(target.Path) is null)
            {
                Report(link, $"the link \"{link}\" leads to {target.Path}, which is not in the site", "Correct the template that makes the link.");
            }
            else if (target.Fragment.Length > 0 && byPath.TryGetValue(target.Path, out var landing) && !landing.Ids.Contains(target.Fragment) && !IsChoice(target.Fragment, landing))
            {
                Report(link, $"the link \"{link}\" leads to a place \"{target.Fragment}\" that {target.Path} does not have", "Correct the part after #, or give the place its id.");
            }
        }
    }

    /// <summary>Whether a link leads up by so many folders, from wherever a host shows the page.</summary>
    private static bool IsStepUp(string link) => link == "./" || link.Split("../").All(part => part.Length == 0);

    /// <summary>Whether the part after # is a choice that the landing page's script reads, <c>theme=defenders&amp;level=regression</c>, and no place on it.</summary>
    private static bool IsChoice(string fragment, CheckedPage landing) =>
        fragment.Split('&').All(choice => choice.IndexOf('=') is var equals && equals > 0 && landing.Fields.Contains(choice[..equals]));

    private static void CheckReach(ImmutableDictionary<string, CheckedPage> byPath, string basePath, PageFaults faults)
    {
        if (!byPath.ContainsKey(Home))
        {
            return;
        }

        var reached = new HashSet<string>(StringComparer.Ordinal) { Home };
        var waiting = new Queue<string>([Home]);
        while (waiting.TryDequeue(out var path))
        {
            foreach (var link in byPath[path].Anchors)
            {
                if (SiteAddress.Resolve(path, link, basePath) is { } target && byPath.ContainsKey(target.Path) && reached.Add(target.Path))
                {
                    waiting.Enqueue(target.Path);
                }
            }
        }

        foreach (var path in byPath.Keys.Where(path => !reached.Contains(path) && path != NotFound).Order(StringComparer.Ordinal))
        {
            faults.ReportWhole(Catalogue.UnreachablePage, path, "no link leads from the home page to this page", "Link to it from a list or a page.");
        }
    }
}

/// <summary>What was read of one page.</summary>
/// <param name="Path">Its address in the site.</param>
/// <param name="Ids">Its ids.</param>
/// <param name="Links">Every address of the site that it names: links, scripts, styles, forms.</param>
/// <param name="Anchors">Those that a reader can follow.</param>
/// <param name="Loads">Those that a browser asks for by itself.</param>
internal sealed record CheckedPage(string Path, IReadOnlySet<string> Ids, ImmutableArray<string> Links, ImmutableArray<string> Anchors, ImmutableArray<string> Loads)
{
    /// <summary>The names of its form fields, which a part after # may choose.</summary>
    public required IReadOnlySet<string> Fields { get; init; }
}

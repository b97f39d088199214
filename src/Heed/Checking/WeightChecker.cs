using System.Collections.Immutable;
using System.Globalization;
using Heed.Diagnostics;
using Heed.Files;

namespace Heed.Checking;

/// <summary>Judges what a page costs a reader whose line is slow or dear: its bytes, and how many requests wait before anything is seen.</summary>
/// <remarks>Hosts compress text with gzip or better, so compressed bytes are what travels.</remarks>
internal sealed class WeightChecker(Site site, string basePath, PageFaults faults)
{
    private const int Kilobyte = 1000;

    // Most pages load the same few files; each is compressed once.
    private readonly Dictionary<string, int> compressed = new(StringComparer.Ordinal);

    /// <summary>Reports a page of more than one style sheet, and one that is heavier than its limit.</summary>
    /// <param name="page">The page.</param>
    /// <param name="limit">How heavy it may be; null is no limit.</param>
    public void Check(CheckedPage page, WeightLimit? limit)
    {
        var files = page.Loads
            .Select(address => SiteAddress.Resolve(page.Path, address, basePath)?.Path)
            .Prepend(page.Path)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(site.Find)
            .OfType<SiteFile>()
            .ToImmutableArray();

        var styles = files.Count(file => file.Path.EndsWith(".css", StringComparison.Ordinal));
        if (styles > 1)
        {
            faults.ReportTemplate(Catalogue.TooHeavy, page.Path, $"the page loads {styles} style sheets, and shows nothing before the last of them is there", "Put the styles into theme/assets/css/, whose files become one.");
        }

        // What is within the limit as it stands is within it compressed too, so that most pages are never compressed.
        if (limit is null || files.Sum(file => (long)file.Bytes.Length) <= (long)limit.Kilobytes * Kilobyte)
        {
            return;
        }

        var weights = files.Select(file => (file.Path, Bytes: Compressed(file))).OrderByDescending(file => file.Bytes).ThenBy(file => file.Path, StringComparer.Ordinal).ToList();
        var weight = weights.Sum(file => file.Bytes);
        if (weight > limit.Kilobytes * Kilobyte)
        {
            faults.ReportWhole(
                Catalogue.TooHeavy,
                page.Path,
                $"the page weighs {Words(weight)} compressed, and {limit.Kind} may weigh {limit.Kilobytes} kB: {string.Join(", ", weights.Select(file => $"{file.Path} {Words(file.Bytes)}"))}",
                $"Shorten or split the page, or slim what it loads; the limit is {limit.Setting} in site.config.yml.");
        }
    }

    private static string Words(int bytes) => string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / Kilobyte:0.0} kB");

    private int Compressed(SiteFile file)
    {
        if (compressed.TryGetValue(file.Path, out var known))
        {
            return known;
        }

        return compressed[file.Path] = file.CompressedLength();
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Heed.Search;

namespace Heed.Benchmarks;

/// <summary>Pagefind on the same pages, when its program is named by the variable <c>PAGEFIND</c>.</summary>
internal static class Pagefind
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>Seconds, the most memory, and the bytes of what it makes, which it compresses itself.</summary>
    public static string Of(ImmutableArray<SearchDocument> pages)
    {
        if (Environment.GetEnvironmentVariable("PAGEFIND") is not { Length: > 0 } program)
        {
            return "not asked";
        }

        var folder = Directory.CreateTempSubdirectory("heed-pagefind-");
        try
        {
            foreach (var page in pages)
            {
                var path = Path.Combine(folder.FullName, page.Address);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, $"<!doctype html><html lang=\"{page.Language}\"><head><title>{WebUtility.HtmlEncode(page.Title)}</title></head><body><h1>{WebUtility.HtmlEncode(page.Title)}</h1><p>{page.Number}</p><p>{WebUtility.HtmlEncode(page.Body)}</p></body></html>");
            }

            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo(program, ["--site", folder.FullName, "--silent"]))!;
            var peak = 0L;
            while (!process.WaitForExit(Glance))
            {
                process.Refresh();
                peak = Math.Max(peak, process.HasExited ? 0 : process.WorkingSet64);
            }

            var bundle = Directory.EnumerateFiles(Path.Combine(folder.FullName, "pagefind"), "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
            return string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:F1} s, {peak / 1_000_000:N0} MB, {bundle:N0} bytes");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Heed.Files;
using Heed.Search;

namespace Heed.Benchmarks;

/// <summary>
/// How fast the search index is built, how big it is, and what a reader's first search loads of it:
/// <c>dotnet run --project tests/Heed.Benchmarks -c Release -- search [PAGES …]</c>.
/// </summary>
internal static class SearchBenchmark
{
    private const int Searches = 25;

    public static void Run(Figures figures)
    {
        int[] sizes = !figures.Asked.Any()
            ? [300, 3_000, 10_000, 30_000]
            : [.. figures.Asked.Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Order()];
        var scripts = ThemeScripts.From(MadeUpPages.ThemeText);

        // The first run compiles the code; it is not counted.
        SearchIndexer.Index(MadeUpPages.Of(200), scripts, MadeUpPages.Editions);

        figures.Tell($"```text");
        foreach (var size in sizes)
        {
            Measure(figures, size, scripts);
        }

        figures.Tell($"```");
        figures.Close();
    }

    private static void Measure(Figures figures, int size, ThemeScripts scripts)
    {
        var pages = MadeUpPages.Of(size).ToImmutableArray();
        var words = CountWords(pages);

        GC.Collect();
        var watch = Stopwatch.StartNew();
        var search = SearchIndexer.Index(pages, scripts, MadeUpPages.Editions);
        watch.Stop();
        var files = search.Files;

        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64 / 1_000_000;

        var data = files.Where(file => file.Path.EndsWith(".js", StringComparison.Ordinal)).ToArray();
        var index = data.Where(file => file.Path.Count(unit => unit == '/') < 3 || IsPostings(file, files) || file.Path.EndsWith("w.js", StringComparison.Ordinal)).ToArray();
        var site = new Site(files);
        figures.Tell($"{size:N0} pages of {words:N0} words");
        figures.Tell($"  built in          {watch.Elapsed.TotalSeconds:F2} s, {size / watch.Elapsed.TotalSeconds:N0} pages/s, {words / watch.Elapsed.TotalSeconds:N0} words/s; most memory {peak:N0} MB");
        figures.Tell($"  files             {data.Length:N0}, {data.Sum(file => file.Bytes.Length):N0} bytes, compressed {data.Sum(file => (long)file.CompressedLength()):N0}; without what results show {index.Sum(file => file.Bytes.Length):N0} and {index.Sum(file => (long)file.CompressedLength()):N0}");
        figures.Tell($"  first search      one word {FirstSearches(site, 1)}");
        figures.Tell($"                    three words {FirstSearches(site, 3)}; of it {search.FirstSearches[0].Parts}");
        figures.Tell($"  one more page     {Unchanged(pages, files, scripts)}");
        figures.Tell($"  lunr in Node      {LunrInNode.PagesPerSecond(pages)} pages/s");
        figures.Tell($"  Pagefind          {Pagefind.Of(pages)}");
    }

    private static long CountWords(ImmutableArray<SearchDocument> pages)
    {
        var found = new List<ScannedWord>();
        var words = 0L;
        foreach (var page in pages)
        {
            found.Clear();
            WordScanner.Scan(page.Title, found);
            WordScanner.Scan(page.Body, found);
            words += found.Count;
        }

        return words;
    }

    /// <summary>What searches load that come to a site for the first time: the middle and the heaviest of some, with the scripts.</summary>
    private static string FirstSearches(Site site, int words)
    {
        // A fixed seed, so that two runs measure the same searches.
#pragma warning disable CA5394
        var random = new Random(7);
        var loads = Enumerable.Range(0, Searches)
            .Select(_ => FirstSearch.Of(site, string.Join(' ', Enumerable.Range(0, words).Select(_ => MadeUpPages.OrdinaryWord(random)))))
            .OrderBy(load => load.Bytes)
            .ToArray();
#pragma warning restore CA5394
        var (middle, heaviest) = (loads[loads.Length / 2], loads[^1]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{middle.Bytes / 1000.0:F1} kB (at most {heaviest.Bytes / 1000.0:F1}) in {middle.Files} files and {loads.Max(load => load.Steps)} steps");
    }

    private static string Unchanged(ImmutableArray<SearchDocument> pages, ImmutableArray<SiteFile> before, ThemeScripts scripts)
    {
        var one = MadeUpPages.Of(pages.Length + 1).Last();
        var after = SearchIndexer.Index(pages.Add(one), scripts, MadeUpPages.Editions).Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var kept = before.Where(file => file.Path.Contains("/en/", StringComparison.Ordinal)).ToLookup(file => after.Contains(file.Path));
        var postings = before.Where(file => IsPostings(file, before)).ToLookup(file => after.Contains(file.Path));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"leaves {Share(kept)} of the bytes as they were, {Share(postings)} of those with postings");

        static string Share(ILookup<bool, SiteFile> kept) => string.Create(
            CultureInfo.InvariantCulture,
            $"{100.0 * kept[true].Sum(file => (long)file.Bytes.Length) / kept.SelectMany(files => files).Sum(file => (long)file.Bytes.Length):F0} %");
    }

    /// <summary>A piece with postings has one with word places beside it.</summary>
    private static bool IsPostings(SiteFile file, ImmutableArray<SiteFile> all) =>
        all.BinarySearch(new SiteFile(file.Path[..^3] + "w.js", default), PathOrder) >= 0;

    private static readonly Comparer<SiteFile> PathOrder = Comparer<SiteFile>.Create((left, right) => string.CompareOrdinal(left.Path, right.Path));
}

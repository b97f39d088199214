using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Heed.Files;
using Heed.Search;

namespace Heed.Benchmarks;

/// <summary>How fast the search index is built, and how big it is: <c>dotnet run --project tests/Heed.Benchmarks -c Release -- search [PAGES …]</c>.</summary>
internal static class SearchBenchmark
{
    private const int Seed = 20_263;
    private const int WordsOnAPage = 350;
    private const int Vocabulary = 12_000;

    public static void Run(ReadOnlySpan<string> arguments)
    {
        int[] sizes = arguments.Length == 0
            ? [300, 3_000]
            : [.. arguments.ToArray().Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Order()];
        var scripts = ThemeScripts.From(Embedded);

        // The first run compiles the code; it is not counted.
        SearchIndexer.Index(Pages(50), scripts);

        Console.WriteLine("| pages | words | seconds | words/s | index files, bytes | gzip | peak memory, MB |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var size in sizes)
        {
            Console.WriteLine(Measure(size, scripts));
        }
    }

    private static string Measure(int size, ThemeScripts scripts)
    {
        var pages = Pages(size).ToImmutableArray();
        var found = new List<ScannedWord>();
        foreach (var page in pages)
        {
            WordScanner.Scan(page.Title, found);
            foreach (var passage in page.Passages)
            {
                WordScanner.Scan(passage.Text, found);
            }
        }

        GC.Collect();
        var watch = Stopwatch.StartNew();
        var files = SearchIndexer.Index(pages, scripts);
        watch.Stop();

        var data = files.Where(file => !file.Path.Contains("engine", StringComparison.Ordinal) && file.Path.EndsWith(".js", StringComparison.Ordinal)).ToArray();
        using var process = Process.GetCurrentProcess();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {size:N0} | {found.Count:N0} | {watch.Elapsed.TotalSeconds:F2} | {found.Count / watch.Elapsed.TotalSeconds:N0} | {data.Sum(file => file.Bytes.Length):N0} | {data.Sum(Gzip):N0} | {process.PeakWorkingSet64 / 1_000_000:N0} |");
    }

    /// <summary>Pages of made-up English and Russian words, half and half, as frequent as words are: the first most, the last hardly ever.</summary>
    private static IEnumerable<SearchDocument> Pages(int count)
    {
        // A fixed seed, so that two runs measure the same pages.
#pragma warning disable CA5394
        var random = new Random(Seed);
        var english = Words(random, "abcdefghiklmnoprstuvwyaeioaeio", ["", "s", "ed", "ing", "tion", "ation", "ness", "ly", "er", "ity"]);
        var russian = Words(random, "абвгдежзиклмнопрстухцчшыяаеиоаеио", ["", "а", "ов", "ами", "ого", "ая", "ение", "ость", "ть", "ых"]);

        for (var page = 0; page < count; page++)
        {
            var body = new StringBuilder();
            for (var word = 0; word < WordsOnAPage; word++)
            {
                var words = random.Next(2) == 0 ? english : russian;
                body.Append(words[(int)(Math.Pow(Vocabulary, random.NextDouble()) - 1)]).Append(random.Next(12) == 0 ? ". " : " ");
            }

            var number = string.Create(CultureInfo.InvariantCulture, $"{100 + (page / 300)}.{page % 300}");
            var title = $"{english[random.Next(Vocabulary)]} {russian[random.Next(Vocabulary)]}";
            yield return new SearchDocument($"pages/{number}.html", "en", title, "recommendation", number, [new SearchPassage(null, null, body.ToString().TrimEnd())], [english[random.Next(200)]], []);
        }
    }

    private static string[] Words(Random random, string letters, string[] endings) =>
    [
        .. Enumerable.Range(0, Vocabulary).Select(_ =>
            new string(random.GetItems(letters.AsSpan(), random.Next(2, 8))) + endings[random.Next(endings.Length)]),
    ];
#pragma warning restore CA5394

    private static long Gzip(SiteFile file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(file.Bytes.Span);
        }

        return compressed.Length;
    }

    private static string? Embedded(string path)
    {
        using var stream = typeof(ThemeScripts).Assembly.GetManifestResourceStream(path);
        return stream is null ? null : new StreamReader(stream, Encoding.UTF8).ReadToEnd();
    }
}

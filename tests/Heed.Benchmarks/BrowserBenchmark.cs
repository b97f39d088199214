using System.Collections.Immutable;
using System.Globalization;
using Heed.BrowserTests;
using Heed.Cli;
using Heed.Search;
using Heed.Tests.Support;
using Microsoft.Playwright;

namespace Heed.Benchmarks;

/// <summary>How long a reader waits in Chromium from the key press to the first result: <c>dotnet run --project tests/Heed.Benchmarks -c Release -- browser [PAGES]</c>.</summary>
/// <remarks>
/// The search page is that of the real site, opened from a folder; the index is of made-up pages. Warm: the pieces were loaded by
/// an earlier search for the same words, as when a reader comes back to them; cold: they come from the disk.
/// </remarks>
internal static class BrowserBenchmark
{
    private const int Searches = 40;

    /// <summary>From the press of Enter to the frame in which the first result of the new answer is drawn, in milliseconds.</summary>
    private const string Press =
        """
        async (words) => {
          const box = document.querySelector("[data-heed-search]");
          const input = box.querySelector("input[type=search]");
          const list = box.querySelector(".search-results");
          input.value = words;
          list.replaceChildren();
          const start = performance.now();
          const drawn = new Promise((done) => {
            new MutationObserver((changes, observer) => {
              if (list.querySelector(".search-title") === null) return;
              observer.disconnect();
              requestAnimationFrame(() => done(performance.now() - start));
            }).observe(list, { childList: true, subtree: true });
          });
          input.form.requestSubmit();
          return await drawn;
        }
        """;

    public static async Task Run(Figures figures)
    {
        var size = figures.Asked.FirstOrDefault() is { } wanted ? int.Parse(wanted, CultureInfo.InvariantCulture) : 3_000;
        var folder = Directory.CreateTempSubdirectory("heed-browser-");
        try
        {
            var site = Path.Combine(folder.FullName, "site");
            await HeedProgram.Run(["build", "--out", site], Surroundings.OfThisProcess());
            Directory.Delete(Path.Combine(site, "search"), recursive: true);
            foreach (var file in SearchIndexer.Index(MadeUpPages.Of(size), ThemeScripts.From(MadeUpPages.ThemeText), MadeUpPages.Editions).Files)
            {
                var path = Path.Combine(site, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllBytesAsync(path, file.Bytes);
            }

            using var playwright = await Playwright.CreateAsync();
            await using var browser = await Chromium.Start(playwright, ProgramPlace.Chromium ?? throw new InvalidOperationException("Chromium was not found. Name its program in the variable CHROMIUM."));
            var page = await browser.NewPageAsync();
            await page.GotoAsync(new Uri(Path.Combine(site, "search.html")).AbsoluteUri + "#q=" + Uri.EscapeDataString(Words().First()));
            await page.Locator(".search-title").First.WaitForAsync();

            var (cold, warm) = (new List<double>(), new List<double>());
            foreach (var words in Words().Skip(1).Take(Searches))
            {
                cold.Add(await page.EvaluateAsync<double>(Press, words));
                await page.EvaluateAsync<double>(Press, "zzzz " + Words().First());
                warm.Add(await page.EvaluateAsync<double>(Press, words));
            }

            figures.Tell($"```text");
            figures.Tell($"{size:N0} pages, {Searches} searches of one to three words, from Enter to the first result drawn, in ms:");
            figures.Tell($"  first time: {Told(cold)}");
            figures.Tell($"  warm:       {Told(warm)}");
            figures.Tell($"```");
            figures.Close();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Words()
    {
        // A fixed seed, so that two runs measure the same searches.
#pragma warning disable CA5394
        var random = new Random(11);
        while (true)
        {
            yield return string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => MadeUpPages.OrdinaryWord(random)));
        }
#pragma warning restore CA5394
    }

    private static string Told(List<double> times)
    {
        var sorted = times.Order().ToImmutableArray();
        return string.Create(CultureInfo.InvariantCulture, $"median {sorted[sorted.Length / 2]:F0}, nine of ten {sorted[sorted.Length * 9 / 10]:F0}, longest {sorted[^1]:F0}");
    }
}

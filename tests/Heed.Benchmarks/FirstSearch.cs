using System.Text;
using System.Text.Json;
using Heed.Files;
using Jint;

namespace Heed.Benchmarks;

/// <summary>What a reader's browser loads for a first search: the files as they travel, compressed, and in how many steps.</summary>
internal sealed record FirstSearch(long Bytes, int Files, int Steps)
{
    /// <summary>Asks as the search page does: engine, stemmer and manifest first, then what the question needs, until it is answered.</summary>
    public static FirstSearch Of(Site site, string words)
    {
        var engine = site.Files.Single(file => file.Path.StartsWith("search/engine-", StringComparison.Ordinal));
        var stemmers = words.Any(unit => unit >= '\u0400') ? site.Files.Where(file => file.Path.StartsWith("search/stem-ru-", StringComparison.Ordinal)) : [];
        SiteFile[] first = [engine, .. stemmers, site.Find("search/en.js")!, PageScript];
        var script = new Engine();
        foreach (var file in first.SkipLast(1))
        {
            script.Execute(file.Text);
        }

        var (bytes, files, steps) = (first.Sum(file => (long)file.CompressedLength()), first.Length, 1);
        var question = JsonSerializer.Serialize(new { language = "en", words, from = 0, count = 20, lazy = true });
        while (true)
        {
            using var answer = JsonDocument.Parse(script.Evaluate($"JSON.stringify(heedSearch.ask({question}))").AsString());
            if (!answer.RootElement.TryGetProperty("need", out var need))
            {
                return new FirstSearch(bytes, files, steps);
            }

            steps++;
            foreach (var path in need.EnumerateArray())
            {
                var file = site.Find($"search/{path.GetString()}.js")!;
                script.Execute(file.Text);
                bytes += file.CompressedLength();
                files++;
            }
        }
    }

    /// <summary>The search page's own script, as the theme has it.</summary>
    private static SiteFile PageScript { get; } = new("", Encoding.UTF8.GetBytes(MadeUpPages.ThemeText("theme/assets/search/heed-search.js")!));
}

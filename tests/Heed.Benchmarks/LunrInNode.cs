using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Heed.Search;

namespace Heed.Benchmarks;

/// <summary>lunr's own builder, with our tokenizer and stemmers, on the same pages in Node.</summary>
internal static class LunrInNode
{
    private const int MostPages = 3_000;

    private const string Script =
        """
        const fs = require("fs");
        const vm = require("vm");
        for (const file of process.argv.slice(2, -1)) vm.runInThisContext(fs.readFileSync(file, "utf8"));
        const pages = JSON.parse(fs.readFileSync(process.argv[process.argv.length - 1], "utf8"));
        const start = process.hrtime.bigint();
        const builder = new lunr.Builder();
        const pipeline = heedAnalysis.pipelineFunction("en");
        builder.tokenizer = heedAnalysis.tokenizer;
        builder.pipeline.add(pipeline);
        builder.ref("id");
        for (const [name, boost] of [["title", 10], ["number", 10], ["tags", 2], ["body", 1]]) builder.field(name, { boost });
        pages.forEach((page, id) => builder.add({ id, title: page[0], number: page[1], tags: page[2], body: page[3] }));
        JSON.stringify(builder.build());
        console.log(Number(process.hrtime.bigint() - start) / 1e9);
        """;

    /// <summary>How many pages a second; of very many only the first are taken, as lunr slows down and its memory grows.</summary>
    public static string PagesPerSecond(ImmutableArray<SearchDocument> pages)
    {
        var folder = Directory.CreateTempSubdirectory("heed-lunr-");
        try
        {
            string Write(string name, string text)
            {
                var path = Path.Combine(folder.FullName, name);
                File.WriteAllText(path, text);
                return path;
            }

            var taken = pages.Take(MostPages).ToArray();
            string[] arguments =
            [
                Write("run.js", Script),
                .. new[] { "lunr.js", "lunr.stemmer.support.js", "lunr.ru.js", "heed-analysis.js" }
                    .Select(name => Write(name, MadeUpPages.ThemeText(ThemeScripts.Folder + name)!)),
                Write("pages.json", JsonSerializer.Serialize(taken.Select(page => new[] { page.Title, page.Number ?? "", string.Join('\n', page.Tags), page.Body }))),
            ];
            using var node = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true })!;
            var seconds = double.Parse(node.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
            return string.Create(CultureInfo.InvariantCulture, $"{taken.Length / seconds:N0}");
        }
        catch (Win32Exception)
        {
            return "no Node";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

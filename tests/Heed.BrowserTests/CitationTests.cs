using System.Globalization;
using System.Text;
using System.Text.Json;
using Heed.Building;
using Heed.Cli.Disk;
using Heed.Files;
using Heed.Model;
using Heed.Tests.Support;

namespace Heed.BrowserTests;

/// <summary>Citation files are read by programs that are not ours, and say the same in each format.</summary>
public sealed class CitationTests(BuiltSite site)
{
    private static Task<JsonElement>? read;

    [Fact]
    public async Task Every_citation_reads_the_same_in_each_format_and_CSL_JSON_fits_its_schema()
    {
        var told = await OfTheSite();

        var wrong = new List<string>();
        foreach (var page in told.EnumerateObject())
        {
            wrong.AddRange(page.Value.GetProperty("wrong").EnumerateArray().Select(words => $"{page.Name}: {words}"));
            var csl = Works(page.Value, "csl");
            foreach (var format in (string[])["bib", "ris"])
            {
                var read = Works(page.Value, format);
                if (!csl.Select(work => format == "bib" ? AsBibTeX(work) : work).SequenceEqual(read.Select(work => format == "bib" ? AsBibTeX(work) : work)))
                {
                    wrong.Add($"{page.Name}.{format}: {string.Join(" | ", read)}, but csl.json: {string.Join(" | ", csl)}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(10)));
        Assert.Equal(RealPublication.Value.Knowledge.Entries.Length * BuiltSite.LanguageFolders.Count, told.EnumerateObject().Count());
    }

    [Fact]
    public async Task The_UN_document_is_first_with_its_paragraph_and_the_page_is_last()
    {
        var told = await OfTheSite();
        var knowledge = RealPublication.Value.Knowledge;

        foreach (var folder in BuiltSite.LanguageFolders)
        {
            foreach (var entry in knowledge.Entries)
            {
                var works = Works(told.GetProperty(folder + entry.Id), "ris");
                Assert.Equal(site.Address + folder + entry.Id.Address, works[^1].Address);
                switch (entry)
                {
                    case Recommendation { Document.IsKnown: true } recommendation:
                        Assert.Equal(recommendation.Document.Value.ToString(), works[0].Number);
                        Assert.Equal(recommendation.Paragraph.IsKnown, works[0].Note.Length > 0);
                        Assert.Contains(recommendation.Paragraph.IsKnown ? recommendation.Paragraph.Value.ToString() : "", works[0].Note, StringComparison.Ordinal);
                        break;
                    case Decision decision:
                        Assert.Equal(string.Join(", ", decision.Symbols.Or([])), works[0].Number);
                        Assert.Equal(2, works.Count);
                        break;
                    case Evaluation evaluation:
                        var language = folder.Length == 0 ? "en" : folder.TrimEnd('/');
                        Assert.All(evaluation.Assessors, assessor => Assert.Contains(knowledge.Vocabulary.Assessors.Label(assessor, language), works[^1].Note, StringComparison.Ordinal), throwIfEmpty: true);
                        Assert.True(works.Count > 1, entry.Id.ToString());
                        break;
                    default:
                        break;
                }
            }
        }
    }

    [Fact]
    public async Task Whatever_an_author_writes_comes_out_of_each_format_as_it_went_in()
    {
        var texts = WildTexts(Thorough.Times(200, 2_000));
        using var folder = new TemporaryFolder();
        foreach (var file in Publish(texts))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.At(file.Path))!);
            await File.WriteAllBytesAsync(folder.At(file.Path), file.Bytes.ToArray(), TestContext.Current.CancellationToken);
        }

        var told = await Judge.Citations(folder);

        for (var index = 0; index < texts.Count; index++)
        {
            var page = told.GetProperty($"articles/wild-{index}");
            Assert.Equal("[]", page.GetProperty("wrong").ToString());
            Assert.All((string[])["bib", "ris", "csl"], format => Assert.Equal(OneLine(texts[index]), Works(page, format)[0].Title));
        }

        var sources = told.GetProperty("findings/wild");
        Assert.Equal("[]", sources.GetProperty("wrong").ToString());
        foreach (var format in (string[])["bib", "ris", "csl"])
        {
            var works = Works(sources, format);
            Assert.Equal(texts.Select(OneLine), works.SkipLast(1).Select(work => work.Title));
            Assert.Equal(texts.Select(text => NameOf(OneLine(text))), works.SkipLast(1).Select(work => work.Authors));
        }
    }

    [Theory]
    [InlineData(".bib", "@misc{a, title = {never closed}")]
    [InlineData(".ris", "no reference")]
    [InlineData(".csl.json", """[{"id":"a","type":"webpage","title":"A","titel":"B"}]""")]
    [InlineData(".csl.json", """[{"id":"a","type":"page","title":"A"}]""")]
    [InlineData(".csl.json", """[{"id":"a","type":"webpage","title":"A","issued":{"date-parts":[[2024,"may"]]}}]""")]
    public async Task A_broken_file_is_found(string ending, string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.bib", "@misc{a,\n  title = {A},\n}\n");
        folder.Write("a.ris", "TY  - ELEC\r\nTI  - A\r\nER  - \r\n");
        folder.Write("a.csl.json", """[{"id":"a","type":"webpage","title":"A"}]""");
        Assert.Equal("[]", (await Judge.Citations(folder)).GetProperty("a").GetProperty("wrong").ToString());

        folder.Write("a" + ending, text);

        Assert.NotEqual("[]", (await Judge.Citations(folder)).GetProperty("a").GetProperty("wrong").ToString());
    }

    // Reading them takes long; two tests ask.
    private Task<JsonElement> OfTheSite() => read ??= Judge.Citations(site.Folder);

    /// <summary>A little knowledge base whose articles and sources are called by the texts; its citation files.</summary>
    private static IEnumerable<SiteFile> Publish(List<string> texts)
    {
        var sources = new StringBuilder();
        var finding = new StringBuilder("---\ntitle: Wild\nthemes: [assembly]\nstatements:\n  - id: all\n    text: Said.\n    period: \"2020\"\n    asserted_by: Somebody\n    asserted_by_kind: ingo\n    confidence: high\n    sources:\n");
        var files = new List<SourceFile>();
        for (var index = 0; index < texts.Count; index++)
        {
            var text = Quoted(texts[index]);
            files.Add(SourceFile.Of($"content/articles/wild-{index}.md", $"---\ntitle: {text}\nsummary: A test.\n---\n\nA test.\n"));
            sources.Append(CultureInfo.InvariantCulture, $"wild-{index}:\n  title: {text}\n  publisher: {text}\n  url: https://example.org/{index}\n");
            finding.Append(CultureInfo.InvariantCulture, $"      - ref: wild-{index}\n");
        }

        files.Add(SourceFile.Of("content/vocabulary/sources-wild.yml", sources.ToString()));
        files.Add(SourceFile.Of("content/findings/wild.md", finding.Append("---\n\nA test.\n").ToString()));
        var little = SourceFolder.Read(Path.Combine(Repository.Root, "tests", "broken", "_base"));
        var result = SiteBuilder.Build(little.With(files), new BuildOptions());
        Assert.True(result.Site is not null, string.Join('\n', result.Diagnostics));
        return result.Site.Files.Where(file => file.Path.EndsWith(".bib", StringComparison.Ordinal) || file.Path.EndsWith(".ris", StringComparison.Ordinal) || file.Path.EndsWith(".csl.json", StringComparison.Ordinal));
    }

    private static List<string> WildTexts(int count)
    {
        string[] pieces = ["a", "Б", "ә", "Қ", "ң", "ё", "«", "»", "“", "'", "''", "\"", "`", "``", "{", "}", "{x}", "%", "&", "$", "#", "_", "~", "^", "\\", "\\n", "\n", " ", " and ", ", ", ",,", "-", "--", "---", "<", "<<", ">", "<i>", "@", "=", "|", "/", ":", ";", "?`", "!", "TY  - ", "ER  - ", "😀", "é", "№", "…"];
        var random = Seed.Random();
        return [.. Enumerable.Range(0, count).Select(index => $"t{index}" + string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)])) + "z")];
    }

    // As YAML has a text in double quotes.
    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // RIS cannot say a comma within a name, and has a semicolon there.
    private static string NameOf(string name) => string.Join(' ', name.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries));

    // BibTeX proper has no field for the language, and Citation.js encodes an address of BibTeX once more where it is encoded already.
    private static Work AsBibTeX(Work work) => work with { Language = "", Address = work.Address.Replace("%25", "%", StringComparison.Ordinal) };

    private static List<Work> Works(JsonElement page, string format) => [.. page.GetProperty(format).EnumerateArray().Select(Read)];

    private static Work Read(JsonElement item)
    {
        var isCertain = item.TryGetProperty("issued", out var issued) && !issued.TryGetProperty("circa", out _);
        return new Work(
            Say(item, "id") + Say(item, "citation-label"),
            Say(item, "type") is "report" ? "report" : "other",
            Say(item, "title"),
            item.TryGetProperty("author", out var authors) ? string.Join(" + ", authors.EnumerateArray().Select(NameOf)) : "",
            Say(item, "publisher"),
            Say(item, "genre"),
            Say(item, "number"),
            isCertain ? string.Join('-', issued.GetProperty("date-parts")[0].EnumerateArray().Select(part => part.ToString())) : "",
            Say(item, "URL"),
            Say(item, "language"),
            Say(item, "note"));
    }

    private static string NameOf(JsonElement name) => NameOf(Say(name, "literal") + Say(name, "family") + ", " + Say(name, "given") + ", " + Say(name, "suffix"));

    private static string Say(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.ToString() : "";

    /// <summary>A work as a reference manager has it.</summary>
    private sealed record Work(string Key, string Kind, string Title, string Authors, string Publisher, string Form, string Number, string Date, string Address, string Language, string Note);
}

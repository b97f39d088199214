using AngleSharp.Html.Parser;
using Heed.Exporting;
using Heed.Tests.Support;

namespace Heed.Tests.Exporting;

/// <summary>The W3C's own checker finds nothing in the books of the real knowledge base.</summary>
[Trait("tier", "slow")]
public sealed class EpubCheckTests
{
    /// <summary>The longest book and a short one; at night those of all languages.</summary>
    public static TheoryData<string, string?> Books => Thorough.IsAsked
        ? new() { { "en", null }, { "ru", null }, { "kk", null }, { "en", "torture" }, { "ru", "torture" }, { "kk", "torture" } }
        : new() { { "ru", null }, { "kk", "torture" } };

    [Theory]
    [MemberData(nameof(Books))]
    public async Task Epubcheck_finds_no_error_and_no_warning(string language, string? theme)
    {
        OutsideTool.EpubCheck.Need();
        OutsideTool.Java.Need();
        using var folder = new TemporaryFolder();
        var file = folder.At("book.epub");
        await File.WriteAllBytesAsync(file, Book.Bind(Published.Real, language, theme, new DateOnly(2026, 11, 27)), TestContext.Current.CancellationToken);

        var (status, told) = await Check(file);

        Assert.True(status == 0 && !told.Contains("ERROR", StringComparison.Ordinal) && !told.Contains("WARNING", StringComparison.Ordinal), told);
    }

    [Fact]
    public async Task It_finds_nothing_in_charts_either()
    {
        OutsideTool.EpubCheck.Need();
        OutsideTool.Java.Need();
        var home = new HtmlParser().ParseDocument(Published.Real.Page("index.html", "en")!.File.Text).QuerySelector("main")!.InnerHtml;
        Assert.Contains("<svg", home, StringComparison.Ordinal);
        home += """
            <svg role="group" aria-labelledby="t"><title id="t" lang="ru">Путь</title>
            <g lang="ru"><title lang="ru">Шаг</title><a href="#t" lang="ru"><title>Шаг</title><text lang="ru">Один<tspan lang="kk">Бір</tspan></text></a><svg x="1em"><rect width="1" height="1"/></svg></g></svg>
            """;
        using var folder = new TemporaryFolder();
        var file = folder.At("book.epub");
        await File.WriteAllBytesAsync(file, Book.Bind(Published.Small().WithMain("articles/about.html", home), "en", null, new DateOnly(2026, 11, 27)), TestContext.Current.CancellationToken);

        var (status, told) = await Check(file);

        Assert.True(status == 0, told);
    }

    [Fact]
    public async Task It_finds_nothing_in_notes_and_tables_either()
    {
        OutsideTool.EpubCheck.Need();
        OutsideTool.Java.Need();
        var article = SmallSite.Article("about", "One[^law], two[^law], [[upr-3/1.1]].\n\n## Заголовок\n\n| a | b |\n| :-- | --: |\n| 1 | 2 |\nSource.\n\n[^law]: The law.\n\n    In two paragraphs.");
        using var folder = new TemporaryFolder();
        var file = folder.At("book.epub");
        await File.WriteAllBytesAsync(file, Book.Bind(Published.Small(article), "en", null, new DateOnly(2026, 11, 27)), TestContext.Current.CancellationToken);

        var (status, told) = await Check(file);

        Assert.True(status == 0 && !told.Contains("WARNING", StringComparison.Ordinal), told);
    }

    [Fact]
    public async Task A_broken_book_is_found()
    {
        OutsideTool.EpubCheck.Need();
        OutsideTool.Java.Need();
        using var folder = new TemporaryFolder();
        var publication = Published.Small().WithMain("articles/about.html", "<h1>A</h1>\n<center>B</center>");
        var file = folder.At("book.epub");
        await File.WriteAllBytesAsync(file, Book.Bind(publication, "en", null, new DateOnly(2026, 11, 27)), TestContext.Current.CancellationToken);

        var (status, told) = await Check(file);

        Assert.NotEqual(0, status);
        Assert.Contains("EPUB/articles/about.xhtml", told, StringComparison.Ordinal);
    }

    // A short run: compiling well would take longer than the work.
    private static async Task<(int Status, string Told)> Check(string file)
    {
        var answer = await OutsideTool.Java.Run("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", OutsideTool.EpubCheck.Need(), "--quiet", "--failonwarnings", file);
        return (answer.Status, answer.Told);
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Heed.Diagnostics;
using Heed.Exporting;
using Heed.Tests.Support;
using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>What Chromium's printer makes of <c>heed export briefing</c>.</summary>
/// <remarks>Where a row is cut cannot be asked of the browser; so the words of each row are looked for on the pages of the PDF.</remarks>
public sealed partial class PrintedBriefingTests(BuiltSite site)
{
    private const string Theme = "freedom-of-expression";

    [Theory]
    [InlineData("human-rights-defenders", "en")]
    [InlineData("freedom-of-expression", "ru")]
    [InlineData("torture", "kk")]
    public async Task Its_headings_are_those_of_the_document_and_no_row_is_cut(string theme, string language)
    {
        var printed = await Print(Write(RealPublication.Value, theme, language));

        Assert.NotEmpty(printed.Headings);
        Assert.Equal(printed.Headings, printed.Outline);
        Assert.Equal(1, printed.Structure("H1"));
        Assert.True(printed.Structure("H2") > 0, "sections are headings of the structure");
        Assert.Empty(printed.CutRows());
    }

    [Fact]
    public async Task A_long_table_is_cut_between_its_rows_and_has_its_head_on_each_page()
    {
        var printed = await Print(LongTable());

        var pages = printed.Pages.Where(page => Row().IsMatch(page)).ToList();
        Assert.True(pages.Count > 3, $"the table is on {pages.Count} pages only");
        Assert.Empty(printed.CutRows());
        Assert.All(pages, page => Assert.Contains("Headoftable", page, StringComparison.Ordinal), throwIfEmpty: true);
    }

    [Fact]
    public async Task A_row_that_is_cut_would_be_found()
    {
        var printed = await Print(LongTable(), "tr { break-inside: auto !important; }");

        Assert.NotEmpty(printed.CutRows());
    }

    [Fact]
    public async Task It_opens_from_a_disk_in_its_style_and_asks_for_nothing()
    {
        using var folder = new TemporaryFolder();
        var page = await site.NewPage();
        var wrong = new List<string>();
        page.Console += (_, message) => wrong.Add(message.Text);
        page.Request += (_, request) => wrong.AddRange(request.IsNavigationRequest ? [] : [request.Url]);

        await page.GotoAsync(Save(folder, Write(RealPublication.Value, Theme, "en")), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Empty(wrong);
        Assert.Equal("flex", await page.Locator(".briefing__head").EvaluateAsync<string>("head => getComputedStyle(head).display"));
    }

    private static string Write(Publication publication, string theme, string language)
    {
        var log = new DiagnosticLog();
        var file = Briefing.Write(publication, theme, language, log);
        Assert.Empty(log.Sorted());
        return file.Text;
    }

    /// <summary>The briefing of a page whose table has rows of one to nine lines, each with words of its own.</summary>
    private static string LongTable()
    {
        var rows = new StringBuilder();
        for (var row = 0; row < 45; row++)
        {
            var words = string.Join(' ', Enumerable.Range(0, 10 + row * 7 % 110).Select(word => string.Create(CultureInfo.InvariantCulture, $"r{row}w{word}")));
            rows.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">Row{row}x</th><td>{words}</td><td>end{row}x</td></tr>");
        }

        var main = $"<h1>Table</h1><table><thead><tr><th>Headoftable</th><th>Words</th><th>End</th></tr></thead><tbody>{rows}</tbody></table>";
        var publication = RealPublication.Value;
        var page = publication.PageOfTheme(Theme, "en");
        var changed = page with { File = Heed.Files.SiteFile.Of(page.File.Path, $"<!doctype html><html lang=\"en\"><title>T</title><main>{main}</main>") };
        return Write(publication with { Pages = publication.Pages.Replace(page, changed) }, Theme, "en");
    }

    private static string Save(TemporaryFolder folder, string html)
    {
        folder.Write("briefing.html", html);
        return new Uri(folder.At("briefing.html")).AbsoluteUri;
    }

    private async Task<Printed> Print(string html, string? style = null)
    {
        OutsideTool.PdfToText.Need();
        OutsideTool.PdfToHtml.Need();
        OutsideTool.PdfInfo.Need();
        using var folder = new TemporaryFolder();

        // A style of the test's own is put in past the file's policy.
        var page = await site.NewPage(new BrowserNewContextOptions { BypassCSP = style is not null });
        await page.GotoAsync(Save(folder, html));
        if (style is not null)
        {
            await page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = style });
        }

        var headings = await page.Locator("h1, h2, h3, h4, h5, h6").EvaluateAllAsync<string[]>("all => all.map(one => one.textContent)");
        var rows = await page.Locator("tr, .entry-list > li").EvaluateAllAsync<string[][]>(
            """
            rows => rows.map(row => {
              const texts = [];
              const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) texts.push(walker.currentNode.data);
              return texts;
            })
            """);
        var pdf = folder.At("briefing.pdf");
        await page.PdfAsync(new PagePdfOptions { Path = pdf, Format = "A4", Tagged = true, Outline = true });

        return new Printed(
            [.. headings.Select(Bare)],
            [.. rows.Select(row => row.Select(Bare).Where(text => text.Length > 0).ToArray())],
            [.. (await Ask(OutsideTool.PdfToText, "-raw", pdf, "-")).Split('\f').Select(Bare)],
            [.. OutlineItem().Matches(await Ask(OutsideTool.PdfToHtml, "-xml", "-i", "-stdout", pdf)).Select(item => Bare(System.Net.WebUtility.HtmlDecode(item.Groups["title"].Value)))],
            await Ask(OutsideTool.PdfInfo, "-struct", pdf));
    }

    private static async Task<string> Ask(OutsideTool program, params string[] arguments)
    {
        var answer = await program.Run(arguments);
        Assert.True(answer.Status == 0, answer.Told);
        return answer.Told;
    }

    /// <summary>Letters and digits alone: lines end elsewhere on paper, words are hyphenated, letters are joined to one sign.</summary>
    private static string Bare(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit));

    [GeneratedRegex("<item page=\"[0-9]+\">(?<title>[^<]*)</item>", RegexOptions.CultureInvariant)]
    private static partial Regex OutlineItem();

    [GeneratedRegex("Row[0-9]+x", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    private sealed record Printed(string[] Headings, string[][] Rows, string[] Pages, string[] Outline, string Tree)
    {
        /// <summary>How many elements of the kind the structure has.</summary>
        public int Structure(string kind) => Regex.Count(Tree, $@"^\s*{kind}\b", RegexOptions.Multiline);

        /// <summary>Rows of tables, and items of lists of entries, of which no page holds every text.</summary>
        public IEnumerable<string> CutRows() => Rows.Where(row => !Pages.Any(page => row.All(text => page.Contains(text, StringComparison.Ordinal)))).Select(row => string.Join(" | ", row));
    }
}

using System.Globalization;
using Heed.Tests.Support;
using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>Pages on paper: A4, everything there, nothing cut, and a way back to the site.</summary>
public sealed class PaperTests(BuiltSite site) : IDisposable
{
    // A4 less the margins of 13-paper.css, in pixels of 1/96 inch: upright, and across for the table of all recommendations.
    private const int Upright = 672;
    private const int Across = 1001;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_is_wider_than_the_sheet_and_what_was_folded_is_open()
    {
        var page = await site.NewPage();
        var wrong = new List<string>();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        foreach (var path in site.OneOfEachKindInTheLanguages())
        {
            await page.SetViewportSizeAsync(Upright, 1000);
            await page.GotoAsync(site.Address + path);
            if (await page.EvaluateAsync<bool>("[...document.querySelectorAll('main table')].some(table => getComputedStyle(table).page === 'wide')"))
            {
                await page.SetViewportSizeAsync(Across, 680);
            }

            wrong.AddRange((await page.EvaluateAsync<string[]>(
                """
                () => {
                  const wrong = [];
                  const wide = [...document.querySelectorAll("body *")].filter(element => !element.closest("svg, .visually-hidden, .search-box") && element.getBoundingClientRect().right > innerWidth + 1);
                  if (wide.length > 0) wrong.push("is cut at the right: " + wide[0].outerHTML.slice(0, 120));
                  for (const fold of document.querySelectorAll("main details"))
                    if (fold.getClientRects().length > 0 && [...fold.children].some(child => child.localName !== "summary" && child.getBoundingClientRect().height === 0)) wrong.push("keeps folded: " + fold.outerHTML.slice(0, 80));
                  for (const row of document.querySelectorAll("main tr"))
                    if (getComputedStyle(row).breakInside !== "avoid") wrong.push("may break a row");
                  for (const head of document.querySelectorAll("main thead"))
                    if (getComputedStyle(head).display !== "table-header-group") wrong.push("does not repeat the head of a table");
                  for (const heading of document.querySelectorAll("main h1, main h2, main h3, main h4"))
                    if (getComputedStyle(heading).breakAfter !== "avoid") wrong.push("may part a heading from what follows");
                  for (const idle of document.querySelectorAll("nav, button:not(.sort-button), input, .skip-link"))
                    if (idle.getClientRects().length > 0) wrong.push("prints what paper cannot do: " + idle.outerHTML.slice(0, 80));
                  if (getComputedStyle(document.body).color !== "rgb(0, 0, 0)") wrong.push("is not black on white");
                  return [...new Set(wrong)];
                }
                """)).Select(what => $"{path} {what}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Sheets_are_numbered_and_carry_the_addresses_of_sources_and_of_the_page()
    {
        OutsideTool.PdfToText.Need();
        const string path = "recommendations/upr-3/139.114.html";
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + path);
        var sources = await page.Locator(".sources a.external").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        var text = Squeezed(await Printed(page));

        Assert.Contains(site.Address + path, text, StringComparison.Ordinal);
        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.Contains($"<{source}>", text, StringComparison.Ordinal), throwIfEmpty: true);

        // Links within the site mean nothing on paper without their page.
        Assert.DoesNotContain("../", text, StringComparison.Ordinal);

        // Lines wrap within addresses, so that blanks do not count.
        static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
    }

    [Fact]
    public async Task Each_sheet_says_which_one_it_is_of_how_many()
    {
        OutsideTool.PdfToText.Need();
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + "lists/recommendations.html");

        // pdftotext ends each page with a form feed.
        var sheets = (await Printed(page)).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(sheets.Length > 3, $"only {sheets.Length} sheets");
        for (var sheet = 0; sheet < sheets.Length; sheet++)
        {
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{sheet + 1} / {sheets.Length}"), sheets[sheet], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("lists/recommendations.html", "Text (paraphrase)", 30)]
    [InlineData("ru/lists/recommendations.html", "Текст (пересказ)", 40)]
    [InlineData("kk/lists/recommendations.html", "Мәтін (мазмұндама)", 40)]
    public async Task The_table_begins_on_the_first_sheet_and_each_sheet_has_its_head(string path, string head, int most)
    {
        OutsideTool.PdfToText.Need();
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + path);

        var sheets = (await Printed(page)).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        Assert.InRange(sheets.Length, 4, most);
        Assert.All(sheets, sheet => Assert.Contains(head, sheet, StringComparison.Ordinal), throwIfEmpty: true);

        // After the head there are rows, and no sheet is left nearly empty but the last.
        Assert.All(sheets[..^1], sheet => Assert.True(sheet.Split('\n').Count(line => line.Trim().Length > 0) > 15, sheet), throwIfEmpty: true);
    }

    [Fact]
    public async Task A_list_on_paper_says_what_it_was_narrowed_to()
    {
        OutsideTool.PdfToText.Need();
        var page = await site.NewPage();
        await page.GotoAsync(site.Address + "lists/recommendations.html#state=FRA&text=court");
        var narrowed = await Printed(page);
        await page.Locator("button[type=reset]").ClickAsync();
        await page.Locator("[data-filter-on]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        var whole = await Printed(page);

        Assert.Contains("State: France; Words: court", narrowed, StringComparison.Ordinal);
        Assert.Matches("Shown: [0-9]+ of [0-9]+ recommendations", narrowed);
        Assert.DoesNotContain("Copy link", narrowed, StringComparison.Ordinal);
        Assert.DoesNotContain("Narrow the table", narrowed, StringComparison.Ordinal);
        Assert.DoesNotContain("narrowed", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_list_leaves_its_first_sheet_nearly_empty()
    {
        OutsideTool.PdfToText.Need();
        var page = await site.NewPage();
        var empty = new List<string>();
        foreach (var path in site.OneOfEachKind().Where(path => path.StartsWith("lists/", StringComparison.Ordinal) || path is "timeline.html" or "index.html"))
        {
            await page.GotoAsync(site.Address + path);
            var sheets = (await Printed(page)).Split('\f', StringSplitOptions.RemoveEmptyEntries);
            if (sheets.Length > 1 && sheets[0].Split('\n').Count(line => line.Trim().Length > 0) < 15)
            {
                empty.Add(path);
            }
        }

        Assert.Equal([], empty);
    }

    [Fact]
    public async Task The_code_is_printed_and_read()
    {
        OutsideTool.PdfToPicture.Need();
        OutsideTool.Zbar.Need();
        const string path = "ru/recommendations/upr-3/139.114.html";
        var page = await site.NewPage(new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        await page.GotoAsync(site.Address + path);
        var file = await Print(page);
        await OutsideTool.PdfToPicture.Run("-r", "150", "-png", file, file);

        var sheets = Directory.EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "-*.png").ToArray();
        var read = (await OutsideTool.Zbar.Run(["--quiet", "--raw", .. sheets])).Out;

        Assert.Equal(site.Address + path, read.Trim());
    }

    private async Task<string> Print(IPage page)
    {
        var file = folder.At("sheets.pdf");
        await page.PdfAsync(new PagePdfOptions { Path = file, PreferCSSPageSize = true, Format = "A4" });
        return file;
    }

    private async Task<string> Printed(IPage page)
    {
        return (await OutsideTool.PdfToText.Run("-layout", await Print(page), "-")).Out;
    }
}

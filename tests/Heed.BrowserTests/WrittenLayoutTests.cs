using System.IO.Compression;
using Heed.Cli;
using Heed.Tests.Support;
using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>What authors write fits the screen, however long its words are: tables scroll in their own box, all else breaks; on pages, in the book and in the briefing.</summary>
public sealed class WrittenLayoutTests(BuiltSite site)
{
    private const string LongWord = "Сельскохозяйственногопредпринимательствапротивоположность";

    // Appended to the text of every page of the example.
    private const string Awkward =
        """


        ## Заголовок с адресом https://example.org/документы/Сельскохозяйственногопредпринимательствапротивоположность/2026

        | Государственный орган | Законодательство | Правоприменительная практика | Международные обязательства | Ответственность |
        | --- | --- | --- | --- | --- |
        | Министерство юстиции | Административная | Правозащитники | Сельскохозяйственногопредпринимательствапротивоположность | Преследование |
        | Генеральная прокуратура | Уголовно-процессуальная | Журналистки | Неправительственные | Восстановление |

        Слово Сельскохозяйственногопредпринимательствапротивоположность и адрес https://example.org/Сельскохозяйственногопредпринимательствапротивоположность/a/b?q=Сельскохозяйственногопредпринимательство

        > Цитата: `Сельскохозяйственногопредпринимательствапротивоположность.StrIng()`

        - Пункт
          - Глубже: `CCPR/C/112/D/2137/2012/Сельскохозяйственногопредпринимательствапротивоположность`

        ```
        строка программы, которая длиннее, чем экран телефона, и слово Сельскохозяйственногопредпринимательствапротивоположность
        ```

        """;

    [Fact]
    public async Task On_a_narrow_screen_and_with_large_letters_nothing_is_wider_than_the_screen_but_tables_in_their_box()
    {
        using var folder = new TemporaryFolder();
        await Build(folder);
        var page = await site.NewPage(new BrowserNewContextOptions { BypassCSP = true });
        var (wrong, tables) = (new List<string>(), 0);
        // The page for missing addresses has its style by a whole address, as it is shown at any depth.
        foreach (var file in Directory.EnumerateFiles(folder.At("out"), "*.html", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "404.html")
            .Append(folder.At("briefing.html"))
            .Concat(Directory.EnumerateFiles(folder.At("book"), "*.xhtml", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal))
        {
            foreach (var (width, size) in ((int, string)[])[(320, "100%"), (360, "100%"), (360, "200%")])
            {
                await page.SetViewportSizeAsync(width, 740);
                await page.GotoAsync(new Uri(file).AbsoluteUri);
                await page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = $"html {{ font-size: {size}; }}" });
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var needed && needed > width)
                {
                    wrong.Add($"{Path.GetRelativePath(folder.Path, file)} needs {needed} pixels of {width} at {size}");
                }
            }

            // The whole of a table can be reached: by finger and, as its box takes the focus, by keyboard.
            tables += await page.Locator(".prose table").CountAsync();
            wrong.AddRange((await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll(".prose table")].filter(table => {
                  const box = table.parentElement;
                  const isReached = box.scrollWidth <= box.clientWidth || (/auto|scroll/.test(getComputedStyle(box).overflowX) && (box.tabIndex === 0 || document.contentType !== "text/html"));
                  return !isReached || box.getAttribute("role") !== "region" || !box.getAttribute("aria-label").startsWith("Государственный орган, Законодательство");
                }).map(table => table.parentElement.outerHTML.slice(0, 80))
                """)).Select(table => $"{Path.GetRelativePath(folder.Path, file)} keeps back {table}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(tables > 10, $"only {tables} tables were looked at");
    }

    [Fact]
    public async Task On_paper_a_wide_table_is_as_wide_as_the_sheet()
    {
        using var folder = new TemporaryFolder();
        await Build(folder);
        var page = await site.NewPage(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 672, Height = 1000 } });
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var file in (string[])["articles/about.html", "findings/example-finding.html", "recommendations/upr-4/1.1.html"])
        {
            await page.GotoAsync(new Uri(folder.At("out/" + file)).AbsoluteUri);
            var edges = await page.Locator(".prose table").EvaluateAllAsync<double[]>("tables => tables.map(table => table.getBoundingClientRect().right)");

            Assert.NotEmpty(edges);
            Assert.All(edges, edge => Assert.True(edge <= 672, $"{file}: {edge}"), throwIfEmpty: true);
        }
    }

    [Fact]
    public async Task A_wide_table_scrolls_by_keyboard()
    {
        using var folder = new TemporaryFolder();
        await Build(folder);
        var page = await site.NewPage(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        await page.GotoAsync(new Uri(folder.At("out/articles/about.html")).AbsoluteUri);
        var box = page.Locator(".prose .table-scroll").First;
        await box.FocusAsync();

        for (var press = 0; press < 5; press++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
            await page.WaitForTimeoutAsync(150);
        }

        Assert.True(await box.EvaluateAsync<double>("box => box.scrollLeft") > 50);
    }

    /// <summary>The example of <c>heed new site</c> in Russian, with awkward text on each page; built, and exported as a book and a briefing.</summary>
    private static async Task Build(TemporaryFolder folder)
    {
        await Run(folder, "new", "site", "small");
        var settings = folder.At("small/site.config.yml");
        await File.WriteAllTextAsync(settings, (await File.ReadAllTextAsync(settings)).Replace("languages: [en]", "languages: [ru]", StringComparison.Ordinal).Replace("default_language: en", "default_language: ru", StringComparison.Ordinal));
        foreach (var file in Directory.EnumerateFiles(folder.At("small/content"), "*.md", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(file, text.Replace("Example ", LongWord + " ", StringComparison.Ordinal).Replace("This is an example of a statement", LongWord, StringComparison.Ordinal)
                + Awkward.Replace("/2026", "/" + Path.GetFileNameWithoutExtension(file), StringComparison.Ordinal));
        }

        await Run(folder, "build", "--source", "small", "--out", "out");
        await Run(folder, "export", "briefing", "--source", "small", "--theme", "civil-society", "--language", "ru", "--out", "briefing.html");
        await Run(folder, "export", "epub", "--source", "small", "--language", "ru", "--out", "book.epub");
        await ZipFile.ExtractToDirectoryAsync(folder.At("book.epub"), folder.At("book"));
    }

    private static async Task Run(TemporaryFolder folder, params string[] arguments)
    {
        using var told = new StringWriter();
        var around = Surroundings.OfThisProcess() with { WorkingFolder = folder.Path, Out = told, Error = told, OutIsTerminal = false, ErrorIsTerminal = false };
        Assert.True(await HeedProgram.Run(arguments, around) == ExitStatus.Well, told.ToString());
    }
}

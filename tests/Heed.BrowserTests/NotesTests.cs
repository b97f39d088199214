using Deque.AxeCore.Commons;
using Heed.Cli;
using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>Notes, and what else a page's own words may have of which the real content has nothing yet.</summary>
public sealed class NotesTests(BuiltSite site) : IAsyncLifetime
{
    private const string Article = """
        ---
        title: About this knowledge base
        summary: An example.
        ---

        A law on assemblies was adopted in that year[^law], and people were fined for pickets of one.

        ## What stands here

        It was changed[^law] later[^two].

        | year | number | share | where that was read, in words that are long | and by whom it was told |
        | --- | --: | :-: | :-- | --- |
        | 2019 | 1,234 | 12 % | in the report | the ministry |

        [^law]: The law of May, as the State told the review, in words that take more than one line on a telephone.

        [^two]: The second.

            In two paragraphs.
        """;

    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("heed-notes-");

    private Uri Page(string path) => new(Path.Combine(work.FullName, "out", path));

    public async ValueTask InitializeAsync()
    {
        using var told = new StringWriter();
        var around = Surroundings.OfThisProcess() with { WorkingFolder = work.FullName, Out = told, Error = told, OutIsTerminal = false, ErrorIsTerminal = false };
        Assert.True(await HeedProgram.Run(["new", "site", "small"], around, TestContext.Current.CancellationToken) == ExitStatus.Well, told.ToString());
        var source = Path.Combine(work.FullName, "small");
        await File.WriteAllTextAsync(Path.Combine(source, "content", "articles", "about.md"), Article, TestContext.Current.CancellationToken);
        Assert.True(await HeedProgram.Run(["build", "--source", source, "--out", Path.Combine(work.FullName, "out")], around, TestContext.Current.CancellationToken) == ExitStatus.Well, told.ToString());
    }

    public ValueTask DisposeAsync()
    {
        work.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Axe_finds_no_violation_and_nothing_hangs_over()
    {
        var axe = new BundledAxeScriptProvider().GetScript();
        var page = await site.NewPage(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 740 }, BypassCSP = true });
        await page.GotoAsync(Page("articles/about.html").AbsoluteUri);
        await page.EvaluateAsync(axe);
        Assert.Equal(3, await page.Locator("[role=doc-noteref]").CountAsync());
        foreach (var (scheme, forced) in (IEnumerable<(ColorScheme, ForcedColors)>)[(ColorScheme.Light, ForcedColors.None), (ColorScheme.Dark, ForcedColors.None), (ColorScheme.Light, ForcedColors.Active)])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ForcedColors = forced });
            var violations = await page.EvaluateAsync<string[]>(
                "async () => (await axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })).violations.flatMap(violation => violation.nodes.map(node => violation.id + ': ' + node.html.slice(0, 200)))");
            Assert.True(violations.Length == 0, $"{scheme}, {forced}: {string.Join('\n', violations)}");
        }
    }

    [Fact]
    public async Task A_number_leads_to_its_note_and_the_note_leads_back()
    {
        var page = await site.NewPage(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 740 } });
        await page.GotoAsync(Page("articles/about.html").AbsoluteUri);

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Note 2", Exact = true }).Or(page.Locator("[role=doc-noteref][aria-label='Note 2']")).ClickAsync();
        Assert.Contains("The second.", await page.EvaluateAsync<string>("document.getElementById(location.hash.slice(1)).textContent"), StringComparison.Ordinal);

        await page.Locator("[role=doc-backlink][aria-label='Back to the text from note 1, place 2']").ClickAsync();
        Assert.Equal("1", await page.EvaluateAsync<string>("document.getElementById(location.hash.slice(1)).textContent"));
        Assert.True(await page.Locator($"#{new Uri(page.Url).Fragment[1..]}").IsVisibleAsync());
    }

    [Fact]
    public async Task On_paper_notes_stand_without_the_ways_back()
    {
        var page = await site.NewPage();
        await page.GotoAsync(Page("articles/about.html").AbsoluteUri);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.True(await page.Locator(".notes li").First.IsVisibleAsync());
        Assert.True(await page.Locator("[role=doc-noteref]").First.IsVisibleAsync());
        Assert.False(await page.Locator("[role=doc-backlink]").First.IsVisibleAsync());
    }
}

using Heed.BrowserTests;
using Heed.Cli;
using Heed.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BuiltSite))]

namespace Heed.BrowserTests;

/// <summary>The real content, built once by the program, served as on GitHub Pages, and a browser to look at it.</summary>
public sealed class BuiltSite : IAsyncLifetime
{
    // Long enough for a machine that does other work, too: what is slow is no failure here.
    private const int PatienceInMilliseconds = 30_000;

    private readonly Lazy<Task<Built>> site;
    private readonly Lazy<Task<IBrowser>> browser;
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("heed-browser-");
    private IPlaywright? playwright;

    // The tabs that the running test opened; those of earlier tests would only slow it down.
    private readonly List<IBrowserContext> open = [];
    private string? opener;

    public BuiltSite()
    {
        site = new Lazy<Task<Built>>(() => Task.Run(Build));
        browser = new Lazy<Task<IBrowser>>(() => Task.Run(StartBrowser));
    }

    /// <summary>The folder with the site.</summary>
    public string Folder => Site.Folder;

    /// <summary>Where it is served, ending in <c>/</c>.</summary>
    public string Address => Site.Server.Address;

    /// <summary>Scheme, host and port of that.</summary>
    public string Origin => Site.Server.Origin;

    /// <summary>The site as a reader opens it from a memory stick, ending in <c>/</c>.</summary>
    public string FileAddress => new Uri(Folder + Path.DirectorySeparatorChar).AbsoluteUri;

    /// <summary>Paths of all pages, from the site's root, in ordinal order.</summary>
    public IReadOnlyList<string> Pages => Site.Pages;

    // Built when the first test asks; a run of tests that do not ask is spared it.
    private Built Site => site.Value.GetAwaiter().GetResult();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await (browser is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? (await browser.Value).DisposeAsync() : ValueTask.CompletedTask);
        playwright?.Dispose();
        await (site is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? Site.Server.DisposeAsync() : ValueTask.CompletedTask);
        work.Delete(recursive: true);
    }

    /// <summary>An empty tab of its own context. Without Chromium the test is skipped, but on a build machine it fails.</summary>
    public async Task<IPage> NewPage(BrowserNewContextOptions? options = null)
    {
        OutsideTool.Chromium.Need();

        // A browser of another language must not change anything; a fixed one keeps the tests alike everywhere.
        options ??= new BrowserNewContextOptions();
        options.Locale ??= "en-GB";
        await CloseTabsOfOtherTests();
        var context = await (await browser.Value).NewContextAsync(options);
        lock (open)
        {
            open.Add(context);
        }

        context.SetDefaultTimeout(PatienceInMilliseconds);
        return await context.NewPageAsync();
    }

    /// <summary>Tests run one after another, so the tabs of another test are done with. A test may open several at once.</summary>
    private async Task CloseTabsOfOtherTests()
    {
        IBrowserContext[] done = [];
        lock (open)
        {
            if (TestContext.Current.Test?.UniqueID is var test && test != opener)
            {
                done = [.. open];
                open.Clear();
                opener = test;
            }
        }

        foreach (var context in done)
        {
            await context.CloseAsync();
        }
    }

    /// <summary>The folders of the languages, the default one first.</summary>
    public static IReadOnlyList<string> LanguageFolders { get; } = ["", "ru/", "kk/"];

    /// <summary>
    /// One page of each kind, dealt to the languages in turn, and at night in each of them; one list stands for those of its template. The page
    /// for missing addresses is there once, and not from a folder, where no host shows it.
    /// </summary>
    /// <param name="fromFolder">Whether the site is opened from a folder.</param>
    public IEnumerable<string> OneOfEachKindInTheLanguages(bool fromFolder = false) =>
        from kind in OneOfEachKind().Where(IsOfItsOwnTemplate).Select((page, number) => (Page: page, Number: number)).Append((Page: "404.html", Number: 0))
        from language in Enumerable.Range(0, LanguageFolders.Count)
        where kind.Page == "404.html" ? language == 0 && !fromFolder : Thorough.IsAsked || kind.Number % LanguageFolders.Count == language
        select LanguageFolders[language] + kind.Page;

    /// <summary>Whether a page is not one more list of a template: one list stands for all of it, as their words differ, and not what they are made of. axe looks at all, in English.</summary>
    public static bool IsOfItsOwnTemplate(string path) => path switch
    {
        "404.html" => false,
        "lists/recommendations.html" or "lists/themes.html" or "lists/decisions.html" or "lists/levels.html" or "lists/matrix.html" => true,
        _ => !path.StartsWith("lists/", StringComparison.Ordinal)
            || path.StartsWith("lists/themes/", StringComparison.Ordinal)
            || path.StartsWith("lists/compare/", StringComparison.Ordinal)
            || path.StartsWith("lists/symbols/", StringComparison.Ordinal),
    };

    /// <summary>One page of each kind: of each folder the first, and every page that stands alone.</summary>
    public IEnumerable<string> OneOfEachKind() => Pages
        .Where(page => !page.StartsWith("ru/", StringComparison.Ordinal) && !page.StartsWith("kk/", StringComparison.Ordinal))
        .GroupBy(KindOf, StringComparer.Ordinal)
        .Select(kind => kind.First());

    private static string KindOf(string page) => page.Split('/') switch
    {
        [var alone] => alone,
        ["lists", var list] => "lists/" + list,
        ["lists", var list, ..] => "lists/" + list + "/",
        [var folder, ..] => folder + "/",
        [] => "",
    };

    private async Task<Built> Build()
    {
        var folder = Path.Combine(work.FullName, "site");
        var server = await PagesServer.Start("/heed/");
        using var told = new StringWriter();
        var around = Surroundings.OfThisProcess() with { Out = told, Error = told, OutIsTerminal = false, ErrorIsTerminal = false };
        var status = await HeedProgram.Run(["build", "--source", Repository.Root, "--out", folder, "--base-url", server.Address], around);
        Assert.True(status == ExitStatus.Well, $"The site could not be built:\n{told}");
        server.Serve(folder);
        return new Built(
            folder,
            server,
            [
                .. Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
                    .Order(StringComparer.Ordinal),
            ]);
    }

    private async Task<IBrowser> StartBrowser()
    {
        Assertions.SetDefaultExpectTimeout(PatienceInMilliseconds);
        playwright = await Playwright.CreateAsync();
        return await Chromium.Start(playwright, OutsideTool.Chromium.Need());
    }

    private sealed record Built(string Folder, PagesServer Server, IReadOnlyList<string> Pages);
}

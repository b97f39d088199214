using Heed.BrowserTests;
using Heed.Cli;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BuiltSite))]

namespace Heed.BrowserTests;

/// <summary>The real content, built once by the program, served as on GitHub Pages, and a browser to look at it.</summary>
public sealed class BuiltSite : IAsyncLifetime
{
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("heed-browser-");
    private PagesServer? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    // The tabs that the running test opened; those of earlier tests would only slow it down.
    private readonly List<IBrowserContext> open = [];
    private string? opener;

    /// <summary>The folder with the site.</summary>
    public string Folder => Path.Combine(work.FullName, "site");

    /// <summary>Where it is served, ending in <c>/</c>.</summary>
    public string Address => server!.Address;

    /// <summary>Scheme, host and port of that.</summary>
    public string Origin => server!.Origin;

    /// <summary>The site as a reader opens it from a memory stick, ending in <c>/</c>.</summary>
    public string FileAddress => new Uri(Folder + Path.DirectorySeparatorChar).AbsoluteUri;

    /// <summary>Paths of all pages, from the site's root, in ordinal order.</summary>
    public IReadOnlyList<string> Pages { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Program is null)
        {
            return;
        }

        server = await PagesServer.Start("/heed/");
        await Build();
        server.Serve(Folder);
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.Start(playwright);
    }

    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        work.Delete(recursive: true);
    }

    /// <summary>An empty tab of its own context. Without Chromium the test is skipped, but on a build machine it fails.</summary>
    public async Task<IPage> NewPage(BrowserNewContextOptions? options = null)
    {
        if (browser is null)
        {
            const string missing = "Chromium was not found. Install it (apt install chromium), or name its program in the variable CHROMIUM.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", missing);
            Assert.Fail(missing);
        }

        // A browser of another language must not change anything; a fixed one keeps the tests alike everywhere.
        options ??= new BrowserNewContextOptions();
        options.Locale ??= "en-GB";
        await CloseTabsOfOtherTests();
        var context = await browser.NewContextAsync(options);
        open.Add(context);
        context.SetDefaultTimeout(10_000);
        return await context.NewPageAsync();
    }

    /// <summary>Tests run one after another, so the tabs of another test are done with.</summary>
    private async Task CloseTabsOfOtherTests()
    {
        var test = TestContext.Current.Test?.UniqueID;
        if (test != opener)
        {
            // A matrix opens several tabs at once: whoever comes first takes the old ones away, before it waits.
            opener = test;
            IBrowserContext[] done = [.. open];
            open.Clear();
            foreach (var context in done)
            {
                await context.CloseAsync();
            }
        }
    }

    /// <summary>The folders of the languages, the default one first.</summary>
    public static IReadOnlyList<string> LanguageFolders { get; } = ["", "ru/", "kk/"];

    /// <summary>One page of each kind in each language; one list stands for those of its template. The page for missing addresses is there once, and not from a folder, where no host shows it.</summary>
    /// <param name="fromFolder">Whether the site is opened from a folder.</param>
    public IEnumerable<string> OneOfEachKindInEachLanguage(bool fromFolder = false) =>
        from folder in LanguageFolders
        from page in OneOfEachKind()
        where page == "404.html" ? folder.Length == 0 && !fromFolder : IsOfItsOwnTemplate(page)
        select folder + page;

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

    private async Task Build()
    {
        using var told = new StringWriter();
        var around = Surroundings.OfThisProcess() with { Out = told, Error = told, OutIsTerminal = false, ErrorIsTerminal = false };
        var status = await HeedProgram.Run(["build", "--source", Repository(), "--out", Folder, "--base-url", server!.Address], around);
        Assert.True(status == ExitStatus.Well, $"The site could not be built:\n{told}");

        Pages =
        [
            .. Directory.EnumerateFiles(Folder, "*.html", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The folder of the repository.</summary>
    public static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Heed.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return folder;
    }
}

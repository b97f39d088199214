using System.IO.Compression;
using System.Text.RegularExpressions;
using Heed.Exporting;
using Microsoft.Playwright;

namespace Heed.BrowserTests;

/// <summary>The archive of <c>heed export zip</c>, unpacked by a person into a folder with a name such as people give.</summary>
public sealed class ArchiveTests(BuiltSite site, UnpackedArchive copy) : IClassFixture<UnpackedArchive>
{
    [Fact]
    public async Task Its_home_page_opens_from_the_folder_in_the_site_s_own_style_with_nothing_missing()
    {
        var page = await site.NewPage();
        var wrong = new List<string>();
        page.RequestFailed += (_, request) => wrong.Add($"{request.Url} was not found");
        page.Request += (_, request) => AddIf(!request.Url.StartsWith(copy.Address, StringComparison.Ordinal), $"asks for {request.Url}");
        page.Console += (_, message) => AddIf(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => wrong.Add(error);

        await page.GotoAsync(copy.Address + "index.html", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Empty(wrong);
        Assert.True(await page.EvaluateAsync<int>("document.styleSheets.length") > 0, "the style was not found");
        Assert.NotEqual("0px", await page.Locator("main").EvaluateAsync<string>("main => getComputedStyle(main).paddingInlineStart"));

        void AddIf(bool isWrong, string what)
        {
            if (isWrong)
            {
                wrong.Add(what);
            }
        }
    }

    [Theory]
    [InlineData("", "human rights defenders", "recommendations/")]
    [InlineData("ru/", "мирные собрания", "ru/findings/peaceful-assembly.html")]
    [InlineData("kk/", "139.114", "139.114.html")]
    public async Task Search_works_in_each_language(string folder, string words, string expected)
    {
        var page = await site.NewPage();
        await page.GotoAsync($"{copy.Address}{folder}index.html");

        await page.Locator("header form[role=search] input").FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".search-result").First.WaitForAsync();

        var found = await page.Locator(".search-title").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        Assert.Contains(found, address => Uri.UnescapeDataString(address).Contains(expected, StringComparison.Ordinal));
        Assert.All(found, address => Assert.True(copy.Has(address), $"{address} is not in the archive"), throwIfEmpty: true);
    }

    [Fact]
    public async Task The_language_can_be_switched_on_the_same_page()
    {
        var page = await site.NewPage();
        await page.GotoAsync(copy.Address + "recommendations/upr-3/139.114.html");

        foreach (var language in (string[])["ru", "kk", "en"])
        {
            await page.Locator($".language-switch a[lang={language}]").ClickAsync();
            // A text would be read as a pattern, in which signs of the folder's name mean something.
            await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{Regex.Escape($"{copy.Address}{(language == "en" ? "" : language + "/")}recommendations/upr-3/139.114.html")}$"));
            Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        }
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("lists/recommendations.html")]
    [InlineData("ru/lists/themes/torture.html")]
    [InlineData("ru/reviews/upr-3.html")]
    [InlineData("kk/decisions/ccpr/ccpr-2137-2012.html")]
    [InlineData("kk/index.html")]
    public async Task Every_link_of_a_page_leads_to_a_file_of_the_archive_or_out_of_the_site(string path)
    {
        var page = await site.NewPage(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync(copy.Address + path);

        var links = await page.Locator("a[href]").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");

        Assert.NotEmpty(links);
        Assert.All(links, address => Assert.True(address.StartsWith("http", StringComparison.Ordinal) || address.StartsWith("mailto:", StringComparison.Ordinal) || copy.Has(address), $"{address} is not in the archive"), throwIfEmpty: true);
    }
}

/// <summary>The archive, packed and unpacked once for all tests of a class.</summary>
public sealed class UnpackedArchive : IDisposable
{
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("heed-archive-");
    private readonly Lazy<string> folder;

    public UnpackedArchive() => folder = new Lazy<string>(() =>
    {
        // Blanks, a hash, a per cent sign and letters of two alphabets: what breaks addresses that are put together carelessly.
        var target = Path.Combine(work.FullName, "Жүктемелер 100% #1", "көшірме ә ñ");
        using var archive = new MemoryStream(SiteArchive.Pack(RealPublication.Value));
        ZipFile.ExtractToDirectory(archive, target);
        return Path.Combine(target, ExportNames.Stem(RealPublication.Value.Config));
    });

    /// <summary>The unpacked folder as a browser names it, ending in <c>/</c>.</summary>
    public string Address => "file://" + string.Join('/', (folder.Value + "/").Replace(Path.DirectorySeparatorChar, '/').Split('/').Select(Uri.EscapeDataString));

    /// <summary>Whether an address, as the browser resolved it, is that of a file of the archive.</summary>
    public bool Has(string address) => address.StartsWith(Address, StringComparison.Ordinal)
        && File.Exists(Path.Combine(folder.Value, Uri.UnescapeDataString(address[Address.Length..].Split('#')[0])));

    public void Dispose() => work.Delete(recursive: true);
}

using System.Net;

namespace Heed.BrowserTests;

public sealed class PagesServerTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("heed-pages-");
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private PagesServer server = null!;

    public async ValueTask InitializeAsync()
    {
        foreach (var path in (string[])["index.html", "404.html", "about.html", "ru/index.html", "assets/heed.css", "search/engine.js", ".nojekyll"])
        {
            var file = Path.Combine(folder.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, path, TestContext.Current.CancellationToken);
        }

        server = await PagesServer.Start("/heed/");
        server.Serve(folder.FullName);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("/heed/", "index.html", "text/html; charset=utf-8")]
    [InlineData("/heed/about", "about.html", "text/html; charset=utf-8")]
    [InlineData("/heed/about.html", "about.html", "text/html; charset=utf-8")]
    [InlineData("/heed/ru/", "ru/index.html", "text/html; charset=utf-8")]
    [InlineData("/heed/assets/heed.css", "assets/heed.css", "text/css; charset=utf-8")]
    [InlineData("/heed/search/engine.js?x=1", "search/engine.js", "application/javascript; charset=utf-8")]
    public async Task A_file_is_served_below_the_path_with_its_type(string path, string text, string type)
    {
        var answer = await Get(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(text, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/heed/About.html")]
    [InlineData("/heed/nothing")]
    [InlineData("/heed/very/deep/er/nothing.html")]
    [InlineData("/heed/assets/")]
    [InlineData("/heed/%2e%2e/secret")]
    [InlineData("/heed/..%2fsecret")]
    public async Task What_is_not_there_gives_404_html_with_status_404_from_any_depth(string path)
    {
        var answer = await Get(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("about", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/heed", "/heed/")]
    [InlineData("/heed/ru", "/heed/ru/")]
    public async Task A_folder_without_its_slash_is_redirected(string path, string location)
    {
        var answer = await Get(path);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(location, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Outside_of_the_path_there_is_nothing()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Get("/about.html")).StatusCode);
    }

    [Fact]
    public async Task The_head_alone_can_be_asked_for()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, server.Origin + "/heed/about");
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("about.html".Length, answer.Content.Headers.ContentLength);
    }

    private Task<HttpResponseMessage> Get(string path) => client.GetAsync(server.Origin + path, TestContext.Current.CancellationToken);
}

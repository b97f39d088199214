using System.Collections.Immutable;
using System.Net;
using Heed.Cli;
using Heed.Cli.Preview;
using Heed.Diagnostics;
using Heed.Files;

namespace Heed.Tests.Cli;

public sealed class PreviewServerTests : IAsyncLifetime
{
    private static readonly Site Good = new(
    [
        SiteFile.Of("index.html", "<html><head><title>x</title></head><body>good</body></html>"),
        SiteFile.Of("404.html", "<html><head></head><body>no such page</body></html>"),
        SiteFile.Of("assets/heed.css", "</head>"),
    ]);

    private readonly PreviewState state = new("/heed/");
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private PreviewServer server = null!;

    public async ValueTask InitializeAsync() => server = await PreviewServer.Start(state, 0, mayMove: false);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Pages_are_served_below_the_path_of_the_site_with_the_script_that_reloads_them()
    {
        Show(Good);

        Assert.Equal("/heed/", (await Get("/")).Headers.Location!.ToString());
        Assert.Matches("""<script src="/_heed/reload.js\?[0-9]+-1" defer></script>\n</head><body>good""", await Text("/heed/"));
        Assert.Contains("EventSource", await Text("/_heed/reload.js"), StringComparison.Ordinal);
        Assert.Equal("</head>", await Text("/heed/assets/heed.css"));

        var missing = await Get("/heed/deep/er/nothing");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("no such page", await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_page_learns_of_each_build()
    {
        Show(Good);
        using var events = new StreamReader(await client.GetStreamAsync(server.Address + "/_heed/events", TestContext.Current.CancellationToken));
        var first = await NextVersion(events);

        Show(Good);
        var second = await NextVersion(events);

        Assert.NotEqual(first, second);
        Assert.Contains(second, await Text("/heed/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_stand_in_for_the_pages_escaped_and_the_last_good_site_stays_in_reach()
    {
        Show(Good);
        Show(null, new Diagnostic(Catalogue.UnknownKey, new Place("content/a.md", 1, 5), "no key \"<script>\"", "Remove <it>."));

        var answer = await Get("/heed/");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("no key &quot;&lt;script&gt;&quot;", page, StringComparison.Ordinal);
        Assert.Contains("Remove &lt;it&gt;.", page, StringComparison.Ordinal);
        Assert.Contains("<pre>&lt;b&gt;x<mark>&lt;/b&gt;</mark></pre>", page, StringComparison.Ordinal);
        Assert.Contains("content/a.md:1:5", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/_heed/last/\"", page, StringComparison.Ordinal);
        Assert.Contains("/_heed/reload.js", page, StringComparison.Ordinal);
        Assert.Contains("<body>good", await Text("/_heed/last/"), StringComparison.Ordinal);
        Assert.Equal("</head>", await Text("/_heed/last/assets/heed.css"));
    }

    [Fact]
    public async Task Before_the_first_build_ends_a_page_says_so_and_there_is_no_last_site()
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Get("/heed/")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Get("/_heed/last/")).StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.")]
    public async Task A_foreign_name_for_this_machine_is_refused(string host)
    {
        Show(Good);
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Address + "/heed/") { Headers = { Host = host } };

        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Only_reading_is_answered()
    {
        Show(Good);
        var post = await client.PostAsync(server.Address + "/heed/", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
    }

    [Theory]
    [InlineData("/heed/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/heed/..%2f..%2fetc/passwd")]
    [InlineData("/heed/%5c..%5cetc")]
    public async Task No_path_leads_out_of_the_site(string path)
    {
        Show(Good);

        Assert.Equal(HttpStatusCode.NotFound, (await Get(path)).StatusCode);
    }

    [Fact]
    public async Task A_taken_port_is_said_or_the_next_free_one_is_used()
    {
        var port = new Uri(server.Address).Port;

        await Assert.ThrowsAsync<WrongUseException>(() => PreviewServer.Start(state, port, mayMove: false));
        await using var next = await PreviewServer.Start(state, port, mayMove: true);

        Assert.NotEqual(server.Address, next.Address);
    }

    private void Show(Site? site, params ImmutableArray<Diagnostic> diagnostics) =>
        state.Show(site, diagnostics, SourceTree.Of([SourceFile.Of("content/a.md", "<b>x</b>")]), "/heed/");

    private Task<HttpResponseMessage> Get(string path) => client.GetAsync(server.Address + path, TestContext.Current.CancellationToken);

    private Task<string> Text(string path) => client.GetStringAsync(server.Address + path, TestContext.Current.CancellationToken);

    private static async Task<string> NextVersion(StreamReader events)
    {
        while (true)
        {
            var line = await events.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new EndOfStreamException();
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line["data: ".Length..];
            }
        }
    }
}

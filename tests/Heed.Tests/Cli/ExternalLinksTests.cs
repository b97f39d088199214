using Heed.Cli.Disk;
using Heed.Diagnostics;
using Heed.Files;
using Microsoft.AspNetCore.Http;

namespace Heed.Tests.Cli;

public sealed class ExternalLinksTests
{
    [Fact]
    public void Each_address_is_found_once_with_its_place()
    {
        var sources = SourceTree.Of(
        [
            SourceFile.Of("content/articles/a.md", "See [one](https://example.org/one), <https://example.org/two>.\nAnd https://example.org/w/x_(y)."),
            SourceFile.Of("content/vocabulary/sources.yml", "k:\n  url: \"https://example.org/one#part\"\n"),
            SourceFile.Of("theme/t.css", "/* https://example.org/theme */"),
        ]);

        var found = ExternalLinks.AddressesIn(sources).Select(link => $"{link.Address} {link.Place}");

        Assert.Equal(
            [
                "https://example.org/one content/articles/a.md:1:11",
                "https://example.org/two content/articles/a.md:1:38",
                "https://example.org/w/x_(y) content/articles/a.md:2:5",
            ],
            found);
    }

    [Fact]
    public async Task An_address_that_gives_no_page_is_a_warning_that_says_why()
    {
        var together = 0;
        var most = 0;
        await using var server = await LoopbackServer.Start(async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref together));
            await Task.Delay(20);
            Interlocked.Decrement(ref together);
            context.Response.StatusCode = context.Request.Path.Value switch
            {
                "/gone" => 404,
                "/guarded" => 403,
                "/no-head" when HttpMethods.IsHead(context.Request.Method) => 405,
                _ => 200,
            };
        });
        string[] paths = ["well", "gone", "guarded", "no-head", "a", "b", "c", "d"];
        var text = string.Join('\n', paths.Select(path => $"{server.Address}/{path}").Append("http://127.0.0.1:9/nobody"));

        var found = await ExternalLinks.Check(SourceTree.Of([SourceFile.Of("content/articles/a.md", text)]), TestContext.Current.CancellationToken);

        Assert.All(found, diagnostic => Assert.Equal(Severity.Warning, diagnostic.Severity), throwIfEmpty: true);
        Assert.Collection(
            found,
            gone => Assert.EndsWith("/gone answers with status 404", gone.Message, StringComparison.Ordinal),
            guarded => Assert.Contains("refuses us with status 403", guarded.Message, StringComparison.Ordinal),
            nobody => Assert.Contains(":9/nobody does not answer", nobody.Message, StringComparison.Ordinal));
        Assert.InRange(most, 1, 2);
    }
}

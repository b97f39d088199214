using System.ComponentModel;
using System.Text.RegularExpressions;
using Heed.Cli;
using Heed.Tests.Support;

namespace Heed.Tests.Cli;

public sealed partial class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly HttpClient client = new();

    public void Dispose()
    {
        client.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_save_is_shown_and_errors_stand_in_the_page_until_they_are_mended()
    {
        var token = TestContext.Current.CancellationToken;
        await CliRun.In(folder, "new", "site", "kb");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        using var output = new Heard();
        string? opened = null;
        var around = CliRun.Around(folder.At("kb"), output, output) with { OpenBrowser = Open };

        void Open(string address)
        {
            opened = address;
            throw new Win32Exception(2);
        }


        var serving = HeedProgram.Run(["serve", "--port", "0", "--open"], around, stop.Token);
        var address = Address().Match(await output.Until("Ctrl-C")).Value;
        await output.Until("uilt ");
        await output.Until("No browser could be opened");

        folder.Write("kb/content/articles/bad.md", "---\ntitle: x\nsumary: <y>\n---\n");
        await output.Until("after content/articles/bad.md changed");
        var problem = await client.GetAsync(address, token);
        Assert.Equal(500, (int)problem.StatusCode);
        Assert.Contains("sumary: &lt;y&gt;", await problem.Content.ReadAsStringAsync(token), StringComparison.Ordinal);

        output.Forget();
        folder.Write("kb/content/articles/bad.md", "---\ntitle: x\nsummary: y\n---\n");
        await output.Until("after content/articles/bad.md changed");
        Assert.DoesNotContain("sumary", await Body(address, token), StringComparison.Ordinal);

        // What git does when it checks out another version: the folder is another one, and goes on being watched.
        output.Forget();
        Directory.Move(folder.At("kb/content"), folder.At("away"));
        Directory.Move(folder.At("away"), folder.At("kb/content"));
        folder.Write("kb/content/articles/bad.md", "---\ntitle: x\nsummary: z\n---\n");
        await output.Until("after content/articles/bad.md changed");

        // A folder that was not there when the preview began is watched, too.
        output.Forget();
        folder.Write("kb/theme/translations/xx.yml", "");
        await output.Until("changed");

        await stop.CancelAsync();
        Assert.Equal(ExitStatus.Well, await serving);
        Assert.Equal(address, opened);
    }

    private async Task<string> Body(string address, CancellationToken token)
    {
        var answer = await client.GetAsync(address, token);
        return await answer.Content.ReadAsStringAsync(token);
    }

    [GeneratedRegex("http://127.0.0.1:[0-9]+/[^ ]*")]
    private static partial Regex Address();
}

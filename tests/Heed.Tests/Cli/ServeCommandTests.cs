using System.Text;
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
        var around = CliRun.Around(folder.At("kb"), output, output) with { OpenBrowser = address => opened = address };

        var serving = HeedProgram.Run(["serve", "--port", "0", "--open"], around, stop.Token);
        var address = Address().Match(await output.Until("Ctrl-C")).Value;
        await output.Until("uilt ");

        folder.Write("kb/content/articles/bad.md", "---\ntitle: x\nsumary: <y>\n---\n");
        await output.Until("after content/articles/bad.md changed");
        var problem = await client.GetAsync(address, token);
        Assert.Equal(500, (int)problem.StatusCode);
        Assert.Contains("sumary: &lt;y&gt;", await problem.Content.ReadAsStringAsync(token), StringComparison.Ordinal);

        output.Forget();
        folder.Write("kb/content/articles/bad.md", "---\ntitle: x\nsummary: y\n---\n");
        await output.Until("after content/articles/bad.md changed");
        Assert.DoesNotContain("sumary", await Body(address, token), StringComparison.Ordinal);

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

    /// <summary>What the program says, and waiting for it to say something.</summary>
    private sealed class Heard : StringWriter
    {
        private readonly StringBuilder heard = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            lock (heard)
            {
                heard.Append(value);
            }
        }

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(string? value)
        {
            lock (heard)
            {
                heard.Append(value);
            }
        }

        public void Forget()
        {
            lock (heard)
            {
                heard.Clear();
            }
        }

        public async Task<string> Until(string words)
        {
            for (var tries = 0; tries < 400; tries++)
            {
                lock (heard)
                {
                    if (heard.ToString().Contains(words, StringComparison.Ordinal))
                    {
                        return heard.ToString();
                    }
                }

                await Task.Delay(50, TestContext.Current.CancellationToken);
            }

            lock (heard)
            {
                throw new TimeoutException($"The program did not say \"{words}\" but: {heard}");
            }
        }
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Heed.Cli;
using Heed.Tests.Support;

namespace Heed.Tests.Cli;

/// <summary>What the machine around the program does is told as such, with status 1 or 2, and never as a fault of Heed's own.</summary>
public sealed class SurroundingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("1700000000000")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("yesterday")]
    [InlineData(" 1700000000")]
    public async Task A_day_that_is_none_is_told(string epoch)
    {
        await NewSite();
        foreach (var command in (string[][])[["check"], ["build"], ["export", "zip"]])
        {
            var run = await CliRun.In(folder.At("kb"), name => name == "SOURCE_DATE_EPOCH" ? epoch : null, command);

            Assert.Equal(ExitStatus.WrongUse, run.Status);
            Assert.Contains($"SOURCE_DATE_EPOCH is \"{epoch}\"", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("0", 1970)]
    [InlineData("7258118399", 2199)]
    public void A_day_is_taken_from_its_variable(string epoch, int year) =>
        Assert.Equal(year, CliRun.Around(folder, TextWriter.Null, TextWriter.Null, name => name == "SOURCE_DATE_EPOCH" ? epoch : null).Today.Year);

    [Fact]
    public async Task Without_a_day_today_is_taken()
    {
        await NewSite();

        Assert.Equal(ExitStatus.Well, (await CliRun.In(folder.At("kb"), name => name == "SOURCE_DATE_EPOCH" ? "" : null, "check")).Status);
    }

    [Fact]
    public async Task A_page_whose_name_no_disk_takes_is_told_by_check_as_by_build()
    {
        await NewSite();
        var page = await File.ReadAllTextAsync(folder.At("kb/content/articles/about.md"), TestContext.Current.CancellationToken);
        folder.Write($"kb/content/articles/{new string('a', 246)}.md", page);
        Assert.Equal(ExitStatus.Well, (await CliRun.In(folder.At("kb"), "build")).Status);

        folder.Write($"kb/content/articles/{new string('b', 247)}.md", page);
        foreach (var command in (string[])["check", "build"])
        {
            var run = await CliRun.In(folder.At("kb"), command);

            Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
            Assert.Contains($"content/articles/{new string('b', 247)}.md: error name-too-long", run.Out + run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_page_is_begun_whose_name_no_disk_takes()
    {
        await NewSite();

        Assert.Equal(ExitStatus.WrongUse, (await CliRun.In(folder.At("kb"), "new", "article", new string('a', 247))).Status);
    }

    [Theory]
    [InlineData("build", "--out", "site.config.yml")]
    [InlineData("build", "--out", "site.config.yml/deep/er")]
    [InlineData("build", "--out", "/proc/site")]
    [InlineData("build", "--base-url", "nonsense")]
    [InlineData("build", "--base-url", "https://name:word@example.org/")]
    [InlineData("export", "zip", "--out", "site.config.yml/x.zip")]
    [InlineData("export", "zip", "--out", "/proc/x.zip")]
    [InlineData("verify", "/dev/null")]
    [InlineData("verify", "http://127.0.0.1:1/")]
    [InlineData("new", "site", "site.config.yml/x")]
    public async Task What_cannot_be_written_or_reached_is_no_fault_of_ours(params string[] command)
    {
        await NewSite();

        var run = await CliRun.In(folder.At("kb"), command);

        Assert.InRange(run.Status, ExitStatus.ContentNeedsMending, ExitStatus.WrongUse);
        Assert.DoesNotContain("fault of ours", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_not_be_read_or_written_is_named()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "The administrator may read and write everything.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await NewSite();
        File.SetUnixFileMode(folder.At("kb/content/articles/about.md"), UnixFileMode.None);
        var run = await CliRun.In(folder.At("kb"), "check");
        Assert.Equal(ExitStatus.WrongUse, run.Status);
        Assert.Contains("about.md", run.Error, StringComparison.Ordinal);

        File.SetUnixFileMode(folder.At("kb/content/articles/about.md"), UnixFileMode.UserRead);
        File.SetUnixFileMode(folder.At("kb"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Equal(ExitStatus.WrongUse, (await CliRun.In(folder.At("kb"), "build")).Status);
        File.SetUnixFileMode(folder.At("kb"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Theory]
    [InlineData("search/en.js", "")]
    [InlineData("search/en.js", "throw new Error('x')")]
    [InlineData("search/en.js", "not a script (")]
    [InlineData("search/manifest.js", "var heedLanguages = [];")]
    public async Task A_built_site_that_was_damaged_is_to_be_built_again(string file, string text)
    {
        await NewSite();
        await CliRun.In(folder.At("kb"), "build");
        folder.Write($"kb/_site/{file}", text);

        var run = await CliRun.In(folder.At("kb"), "search", "example");

        Assert.Equal(ExitStatus.WrongUse, run.Status);
        Assert.Contains("heed build", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_does_not_start_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A program is known there by its name.");
        await NewSite();
        await OutsideTool.Shell.Run("-c", $"chmod +x '{folder.Write("bin/minisign", "no program")}'");
        var settings = folder.At("kb/site.config.yml");
        var text = await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(settings, text.Replace("signing_key: \"\"", "signing_key: RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        folder.Write("key", "untrusted comment: minisign encrypted secret key\n");

        var run = await CliRun.In(folder.At("kb"), name => name == "PATH" ? folder.At("bin") : null, "build", "--sign", folder.At("key"));

        Assert.Equal(ExitStatus.WrongUse, run.Status);
        Assert.Contains("the system says", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told()
    {
        await NewSite();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var run = await CliRun.In(folder.At("kb"), "serve", "--port", ((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(ExitStatus.WrongUse, run.Status);
    }

    [Fact]
    public async Task A_machine_without_home_or_temporary_folder_and_with_odd_words_builds_as_any_other()
    {
        await NewSite();
        (string, string?)[] odd =
        [
            ("HOME", null), ("TMPDIR", "/nowhere"), ("LANG", "xx_YY@odd"), ("LC_ALL", "nonsense.77"), ("TZ", "Nowhere/Odd"), ("TERM", "odd"), ("COLUMNS", "-1"), ("XDG_CONFIG_HOME", "/nowhere"),
        ];

        Assert.Equal(ExitStatus.Well, (await OutsideTool.Heed.RunIn(folder.At("kb"), odd, "build")).Status);
    }

    [Fact]
    public async Task A_disk_that_is_full_and_a_folder_that_is_gone_are_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/full is Linux's.");
        await NewSite();
        Directory.CreateDirectory(folder.At("gone"));
        var heed = Path.Combine(AppContext.BaseDirectory, "heed");

        Assert.Equal((2, true), await Shell($"'{heed}' check --source '{folder.At("kb")}' --format json > /dev/full", "disk says"));
        Assert.Equal((2, true), await Shell($"cd '{folder.At("gone")}'; rmdir '{folder.At("gone")}'; '{heed}' check", "is not there any more"));
    }

    [Theory]
    [InlineData("C")]
    [InlineData("POSIX")]
    [InlineData("en_US.ISO-8859-1")]
    [InlineData("ru_RU.KOI8-R")]
    [InlineData("")]
    public async Task What_is_told_is_UTF_8_whatever_the_locale_says(string locale)
    {
        await NewSite();
        folder.Write("kb/content/articles/bad.md", "---\ntitle: x\nтема: құқық\n---\n");
        (string, string?)[] environment = [("LC_ALL", locale), ("LANG", locale), ("LC_CTYPE", null)];
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        foreach (var command in (string[][])[["check", "--format", "json"], ["check", "--format", "github"], ["check"], ["build"]])
        {
            var run = await OutsideTool.Heed.RunIn(folder.At("kb"), environment, command);
            var told = utf8.GetString(Encoding.Latin1.GetBytes(run.Raw));

            Assert.Contains("тема", told, StringComparison.Ordinal);
            Assert.DoesNotContain('\uFEFF', told);
            if (command.Contains("json"))
            {
                JsonDocument.Parse(run.Out).Dispose();
            }
        }
    }

    [Fact]
    public async Task What_there_is_nothing_of_has_no_line()
    {
        await NewSite();
        folder.Write("kb/content/articles/bad.md", "---\ntitle: x\n---\n");
        foreach (var command in (string[][])[["check"], ["build"], ["export", "zip"], ["check", "--drafts"]])
        {
            var run = await CliRun.In(folder.At("kb"), command);

            Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
            Assert.All((run.Out + run.Error).Split('\n'), line => Assert.False(line.TrimEnd().EndsWith(':'), line), throwIfEmpty: true);
            Assert.DoesNotContain("0 pages", run.Out + run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://example.org/my%20site/", "/my%20site/")]
    [InlineData("https://example.org/my site", "/my%20site/")]
    [InlineData("https://пример.рф/путь/", "/%D0%BF%D1%83%D1%82%D1%8C/")]
    [InlineData("HTTPS://EXAMPLE.ORG:8443/A//b", "/A/b/")]
    public async Task A_site_stands_below_any_path_and_its_preview_too(string baseUrl, string path)
    {
        await NewSite();
        var settings = folder.At("kb/site.config.yml");
        var text = await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(settings, text.Replace("base_url: https://example.org/", $"base_url: \"{baseUrl}\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var built = await CliRun.In(folder.At("kb"), "build");
        Assert.Equal("", built.Error);
        Assert.Equal(ExitStatus.Well, built.Status);
        Assert.Contains($"href=\"{path}index.html\"", await File.ReadAllTextAsync(folder.At("kb/_site/404.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains($"{path}articles/about.html", await File.ReadAllTextAsync(folder.At("kb/_site/sitemap.xml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new Heard();
        var serving = HeedProgram.Run(["serve", "--port", "0"], CliRun.Around(folder.At("kb"), output, output), stop.Token);
        var told = await output.Until("uilt ");
        var address = told[told.IndexOf("http://", StringComparison.Ordinal)..].Split(' ')[0];
        using var client = new HttpClient();
        Assert.EndsWith(path, address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address, stop.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address + "articles/about", stop.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address + "nowhere", stop.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(new Uri(address), "/"), stop.Token)).StatusCode);
        await stop.CancelAsync();
        await serving;
    }

    [Theory]
    [InlineData("https://name:word@example.org/", "password")]
    [InlineData("https://example.org/?a", "part after ?")]
    [InlineData("example.org", "is not a web address")]
    public async Task An_address_of_the_settings_that_is_none_is_told_at_its_line(string baseUrl, string why)
    {
        await NewSite();
        var settings = folder.At("kb/site.config.yml");
        var lines = await File.ReadAllLinesAsync(settings, TestContext.Current.CancellationToken);
        var index = Array.FindIndex(lines, line => line.StartsWith("base_url:", StringComparison.Ordinal));
        lines[index] = $"base_url: {baseUrl}";
        await File.WriteAllLinesAsync(settings, lines, TestContext.Current.CancellationToken);

        // Overridden or not: what the settings say is read by the next who builds.
        foreach (var command in (string[][])[["check"], ["build"], ["build", "--base-url", "https://example.org/"]])
        {
            var run = await CliRun.In(folder.At("kb"), command);

            Assert.Equal(ExitStatus.WrongUse, run.Status);
            Assert.Contains($"site.config.yml:{index + 1}:", run.Out + run.Error, StringComparison.Ordinal);
            Assert.Contains(why, run.Out + run.Error, StringComparison.Ordinal);
        }
    }

    private static async Task<(int Status, bool IsTold)> Shell(string line, string words)
    {
        var answer = await OutsideTool.Shell.Run("-c", line);
        return (answer.Status, answer.Told.Contains(words, StringComparison.Ordinal));
    }

    private async Task NewSite() => Assert.Equal(ExitStatus.Well, (await CliRun.In(folder, "new", "site", "kb")).Status);
}

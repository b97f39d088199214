using System.Text.Json;
using Heed.Cli;
using Heed.Tests.Support;

namespace Heed.Tests.Cli;

public sealed class HeedProgramTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_help_names_every_command()
    {
        var run = await CliRun.In(folder, "--help");

        Assert.Equal(ExitStatus.Well, run.Status);
        Assert.All(["build", "serve", "check", "search", "new"], command => Assert.Contains($"  {command} ", run.Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData()]
    [InlineData("bild")]
    [InlineData("build", "--colour")]
    [InlineData("check", "--format", "xml")]
    [InlineData("serve", "--port", "70000")]
    [InlineData("search")]
    [InlineData("check")]
    [InlineData("check", "--source", "nowhere")]
    public async Task A_wrong_call_ends_with_two_and_says_why(params string[] arguments)
    {
        var run = await CliRun.In(folder, arguments);

        Assert.Equal(ExitStatus.WrongUse, run.Status);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Content_that_needs_mending_ends_with_one()
    {
        await NewSite();
        folder.Write("kb/content/articles/bad.md", "---\ntitle: x\nsumary: y\n---\n");

        var run = await CliRun.In(folder, "check", "--source", "kb");

        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains("kb/content/articles/bad.md:3:1: error unknown-key", run.Out, StringComparison.Ordinal);
        Assert.Contains("  3 | sumary: y", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_are_wrong_end_with_two()
    {
        await NewSite();
        var settings = folder.At("kb/site.config.yml");
        File.AppendAllText(settings, "colour: blue\n");

        var run = await CliRun.In(folder.At("kb"), "check");

        Assert.Equal(ExitStatus.WrongUse, run.Status);
        Assert.Contains("colour", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_ours_ends_with_three_and_says_how_to_report_it()
    {
        using var error = new StringWriter();
        var status = await HeedProgram.Run(["check", "--source", "."], Broken(error, trace: null), TestContext.Current.CancellationToken);

        Assert.Equal(ExitStatus.OurFault, status);
        Assert.Contains("fault of ours", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("HEED_TRACE=1", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at Heed", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_is_printed_when_it_is_asked_for()
    {
        using var error = new StringWriter();
        await HeedProgram.Run(["check", "--source", "."], Broken(error, trace: "1"), TestContext.Current.CancellationToken);

        Assert.Contains("   at Heed", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_pipe_there_is_neither_colour_nor_progress()
    {
        await NewSite();
        folder.Write("kb/content/articles/bad.md", "no front matter");

        var run = await CliRun.In(folder.At("kb"), name => name == "GITHUB_ACTIONS" ? "true" : null, "check");

        Assert.DoesNotContain('\e', run.Out + run.Error);
        Assert.DoesNotContain("reading", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_terminal_there_is_colour_unless_it_is_not_wanted()
    {
        await NewSite();
        folder.Write("kb/content/articles/bad.md", "no front matter");

        Assert.Contains("\e[", await CheckOnTerminal(_ => null), StringComparison.Ordinal);
        Assert.DoesNotContain("\e[", await CheckOnTerminal(name => name == "NO_COLOR" ? "1" : null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_for_programs_are_one_JSON_object_and_nothing_else()
    {
        await NewSite();

        var run = await CliRun.In(folder.At("kb"), "check", "--format", "json");

        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(0, json.RootElement.GetProperty("errors").GetInt32());
    }

    [Fact]
    public async Task Checks_for_GitHub_name_files_from_the_root_of_the_repository()
    {
        await NewSite();
        folder.Write("kb/content/articles/bad.md", "no front matter");

        var run = await CliRun.In(folder.At("kb"), name => name == "GITHUB_WORKSPACE" ? folder.Path : null, "check", "--format", "github");

        Assert.Contains("::error file=kb/content/articles/bad.md", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_publication_can_be_repeated_on_the_same_day()
    {
        var around = CliRun.Around(folder, TextWriter.Null, TextWriter.Null, name => name == "SOURCE_DATE_EPOCH" ? "1700000000" : null);

        Assert.Equal(new DateOnly(2023, 11, 14), around.Today);
    }

    /// <summary>Surroundings in which something goes wrong that nobody thought of.</summary>
    private Surroundings Broken(TextWriter error, string? trace) => CliRun.Around(
        folder, TextWriter.Null, error, name => name == "HEED_TRACE" ? trace : throw new InvalidOperationException("Nobody thought of this."));

    private async Task<string> CheckOnTerminal(Func<string, string?> variable)
    {
        using var output = new StringWriter();
        await HeedProgram.Run(["check"], CliRun.Around(folder.At("kb"), output, TextWriter.Null, variable) with { OutIsTerminal = true }, TestContext.Current.CancellationToken);
        return output.ToString();
    }

    private async Task NewSite() => Assert.Equal(ExitStatus.Well, (await CliRun.In(folder, "new", "site", "kb")).Status);
}

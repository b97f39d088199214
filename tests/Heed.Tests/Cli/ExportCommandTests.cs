using System.IO.Compression;
using System.Text.RegularExpressions;
using Heed.Cli;
using Heed.Tests.Support;

namespace Heed.Tests.Cli;

/// <summary><c>heed export</c> on a new knowledge base.</summary>
public sealed class ExportCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    private string KnowledgeBase => folder.At("kb");

    public async ValueTask InitializeAsync() => Assert.Equal(ExitStatus.Well, (await CliRun.In(folder, "new", "site", "kb")).Status);

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_file_is_named_after_the_title_and_goes_to_the_current_folder()
    {
        var theme = FirstTheme();
        var stem = (await Exported("zip"))[..^".zip".Length];

        Assert.Equal($"{stem}-en.epub", await Exported("epub"));
        Assert.Equal($"{stem}-{theme}-en.epub", await Exported("epub", "--theme", theme));
        Assert.Equal($"{stem}-{theme}-en.html", await Exported("briefing", "--theme", theme));
    }

    [Fact]
    public async Task The_archive_holds_the_site_and_its_addresses_are_those_that_were_told()
    {
        var run = await CliRun.In(KnowledgeBase, "export", "zip", "--out", "../given.zip", "--base-url", "https://mirror.example/here");

        Assert.True(run.Status == ExitStatus.Well, run.Error);
        Assert.Matches(@"given\.zip: [0-9.]+ [kM]B; [0-9.]+ s", run.Out);
        using var zip = ZipFile.OpenRead(folder.At("given.zip"));
        Assert.Contains(zip.Entries, entry => entry.Name == "index.html");
        using var sitemap = new StreamReader(zip.Entries.Single(entry => entry.Name == "sitemap.xml").Open());
        Assert.Contains("https://mirror.example/here/", await sitemap.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_of_the_version_can_be_told_by_SOURCE_DATE_EPOCH()
    {
        var run = await CliRun.In(KnowledgeBase, name => name == "SOURCE_DATE_EPOCH" ? "1700000000" : null, "export", "briefing", "--theme", FirstTheme(), "--out", "b.html");

        Assert.True(run.Status == ExitStatus.Well, run.Error);
        Assert.Contains("14 November 2023", await File.ReadAllTextAsync(folder.At("kb/b.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_theme_is_told_with_the_one_that_was_meant()
    {
        var theme = FirstTheme();

        var run = await CliRun.In(KnowledgeBase, "export", "briefing", "--theme", theme + "x");

        Assert.Equal(ExitStatus.WrongUse, run.Status);
        Assert.Contains($"there is no theme \"{theme}x\"; did you mean \"{theme}\"?", run.Error, StringComparison.Ordinal);
        Assert.Contains("content/vocabulary/themes.yml", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--language: this knowledge base has no \"xx\". It has: en", "epub", "--language", "xx")]
    [InlineData("taken is a folder", "zip", "--out", "taken")]
    [InlineData("would stand in the knowledge base itself", "epub", "--out", "content/book.epub")]
    [InlineData("would stand in the knowledge base itself", "zip", "--out", "site.config.yml")]
    [InlineData("is not a web address", "zip", "--base-url", "mirror")]
    [InlineData("--theme", "briefing")]
    public async Task What_cannot_go_well_is_refused(string told, params string[] arguments)
    {
        Directory.CreateDirectory(folder.At("kb/taken"));

        var run = await CliRun.In(KnowledgeBase, ["export", .. arguments]);

        Assert.Equal(ExitStatus.WrongUse, run.Status);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Equal(["content", "site.config.yml", "taken"], Entries().Except(["README.md", ".gitignore"]));
    }

    [Fact]
    public async Task No_export_has_a_draft()
    {
        var theme = FirstTheme();
        var other = await File.ReadAllTextAsync(folder.At("kb/content/recommendations/upr-4/1.1.md"), TestContext.Current.CancellationToken);
        var page = Regex.Replace(other, "(?m)^themes: .*$", $"themes: [{theme}]").Replace("paragraph: \"1.1\"", "paragraph: \"1.2\"", StringComparison.Ordinal) + "It speaks of xylographs.\n";

        // The words are in every export until the page is a draft.
        folder.Write("kb/content/recommendations/upr-4/1.2.md", page);
        Assert.Equal(["zip", "epub", "epub of a theme", "briefing"], await ExportsWith("xylographs", theme));

        folder.Write("kb/content/recommendations/upr-4/1.2.md", "---\ndraft: true\n" + page["---\n".Length..]);
        Assert.Equal([], await ExportsWith("xylographs", theme));
    }

    [Fact]
    public async Task Content_that_needs_mending_exports_nothing_and_leaves_the_last_file_as_it_was()
    {
        var name = await Exported("zip");
        var before = await File.ReadAllBytesAsync(folder.At("kb/" + name), TestContext.Current.CancellationToken);
        folder.Write("kb/content/articles/bad.md", "no front matter");

        var run = await CliRun.In(KnowledgeBase, "export", "zip");
        var other = await CliRun.In(KnowledgeBase, "export", "epub");

        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains("content/articles/bad.md:1:1: error missing-front-matter", run.Error, StringComparison.Ordinal);
        Assert.Contains($"Nothing was exported; {name} is as it was.", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.At("kb/" + name), TestContext.Current.CancellationToken));
        Assert.Contains("Nothing was exported.", other.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Entries(), entry => entry.EndsWith(".epub", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_template_of_one_s_own_that_cannot_be_filled_is_told_with_its_place()
    {
        folder.Write("kb/theme/templates/briefing.sbn-html", "<h1>{{ nonsense }}</h1>");

        var run = await CliRun.In(KnowledgeBase, "export", "briefing", "--theme", FirstTheme());

        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains("theme/templates/briefing.sbn-html:1:", run.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was exported.", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The kinds of export in whose files the words stand.</summary>
    private async Task<List<string>> ExportsWith(string words, string theme)
    {
        var found = new List<string>();
        foreach (var (kind, arguments) in ((string, string[])[])[("zip", ["zip"]), ("epub", ["epub"]), ("epub of a theme", ["epub", "--theme", theme]), ("briefing", ["briefing", "--theme", theme])])
        {
            var file = folder.At("an-export");
            var run = await CliRun.In(KnowledgeBase, ["export", .. arguments, "--out", file]);
            Assert.True(run.Status == ExitStatus.Well, run.Error);
            if (kind == "briefing" ? (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Contains(words, StringComparison.Ordinal) : Packed(file).Any(text => text.Contains(words, StringComparison.Ordinal)))
            {
                found.Add(kind);
            }
        }

        return found;
    }

    private static List<string> Packed(string archive)
    {
        using var zip = ZipFile.OpenRead(archive);
        var texts = new List<string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            texts.Add(reader.ReadToEnd());
        }

        return texts;
    }

    private async Task<string> Exported(params string[] arguments)
    {
        var before = Entries();
        var run = await CliRun.In(KnowledgeBase, ["export", .. arguments]);
        Assert.True(run.Status == ExitStatus.Well, run.Error);
        Assert.Empty(run.Error);
        return Assert.Single(Entries().Except(before));
    }

    private string[] Entries() => [.. Directory.EnumerateFileSystemEntries(KnowledgeBase).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];

    private string FirstTheme() => File.ReadLines(folder.At("kb/content/vocabulary/themes.yml")).First(line => line.Length > 1 && char.IsAsciiLetterLower(line[0])).TrimEnd(':');
}

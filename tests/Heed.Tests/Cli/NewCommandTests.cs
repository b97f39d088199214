using Heed.Cli;
using Heed.Tests.Support;

namespace Heed.Tests.Cli;

public sealed class NewCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string, string> Pages => new()
    {
        { "article", "how-to-help", "articles/how-to-help" },
        { "decision", "ccpr/ccpr-1-2030", "decisions/ccpr/ccpr-1-2030" },
        { "evaluation", "evaluations/organisation-topic", "evaluations/organisation-topic" },
        { "event", "2030-what-happened", "events/2030-what-happened" },
        { "finding", "topic.md", "findings/topic" },
        { "proposal", "what-is-asked", "proposals/what-is-asked" },
        { "recommendation", "upr-4/139.114", "recommendations/upr-4/139.114" },
        { "recommendation", "recommendations/upr-4/without-number", "recommendations/upr-4/without-number" },
        { "review", "upr-5", "reviews/upr-5" },
    };

    [Fact]
    public async Task A_new_knowledge_base_is_without_errors_and_warnings()
    {
        await NewSite();

        var check = await CliRun.In(folder.At("kb"), "check");

        Assert.Equal(ExitStatus.Well, check.Status);
        Assert.DoesNotContain(": error ", check.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(": warning ", check.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.At("kb/theme")), "the default theme is in the program");
    }

    [Fact]
    public async Task Every_page_of_a_new_knowledge_base_says_that_it_is_an_example()
    {
        await NewSite();

        Assert.All(
            Directory.EnumerateFiles(folder.At("kb/content"), "*.md", SearchOption.AllDirectories),
            file => Assert.Matches("This is an example .*to be replaced", File.ReadAllText(file)), throwIfEmpty: true);
    }

    [Theory]
    [InlineData("articles/about.ru")]
    [InlineData("content/evaluations/example-evaluation.ru.md")]
    [InlineData("decisions/ccpr/example-views.ru")]
    [InlineData("findings/example-finding.ru")]
    [InlineData("recommendations/upr-4/1.1.ru")]
    [InlineData("reviews/upr-4.ru")]
    public async Task A_new_translation_has_every_text_of_its_original_and_is_a_draft(string id)
    {
        await NewSite();
        var settings = folder.At("kb/site.config.yml");
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("languages: [en]", "languages: [en, ru]", StringComparison.Ordinal));

        var run = await CliRun.In(folder.At("kb"), "new", "translation", id);
        var file = folder.At("kb/content/" + id.Replace("content/", "", StringComparison.Ordinal).Replace(".md", "", StringComparison.Ordinal) + ".md");
        var text = File.ReadAllText(file);
        var asDraft = await CliRun.In(folder.At("kb"), "check");
        File.WriteAllText(file, text.Replace("draft: true\n", "", StringComparison.Ordinal));
        var untouched = await CliRun.In(folder.At("kb"), "check");
        File.WriteAllText(file, text.Replace("draft: true\n", "", StringComparison.Ordinal).Replace("CHANGE: ", "", StringComparison.Ordinal));
        var asPage = await CliRun.In(folder.At("kb"), "check");

        Assert.Equal(ExitStatus.Well, run.Status);
        Assert.Contains("CHANGE: ", text, StringComparison.Ordinal);
        Assert.Contains("warning placeholder-left", untouched.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(": warning ", asDraft.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(": error ", asPage.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(": warning ", asPage.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_author_has_not_written_yet_is_not_offered_for_translation()
    {
        await NewSite();
        var settings = folder.At("kb/site.config.yml");
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("languages: [en]", "languages: [en, ru]", StringComparison.Ordinal));
        folder.Write("kb/content/articles/new.md", "---\ntitle: A title\nsummary: \"CHANGE: one sentence\"\n---\n\nCHANGE: the text.\n");
        await CliRun.In(folder.At("kb"), "new", "finding", "topic");
        var finding = folder.At("kb/content/findings/topic.md");
        File.WriteAllText(finding, File.ReadAllText(finding).Replace("draft: true ", "# ", StringComparison.Ordinal));

        await CliRun.In(folder.At("kb"), "new", "translation", "articles/new.ru");
        await CliRun.In(folder.At("kb"), "new", "translation", "findings/topic.ru");

        var article = File.ReadAllText(folder.At("kb/content/articles/new.ru.md"));
        Assert.Contains("CHANGE: A title", article, StringComparison.Ordinal);
        foreach (var text in (string[])[article, File.ReadAllText(folder.At("kb/content/findings/topic.ru.md"))])
        {
            Assert.DoesNotContain("CHANGE: CHANGE", text, StringComparison.Ordinal);
            Assert.DoesNotContain("one s", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("articles/about", "does not end in a language of the site")]
    [InlineData("articles/abuot.ru", "did you mean \"articles/about\"?")]
    public async Task A_translation_of_nothing_is_refused(string id, string words)
    {
        await NewSite();
        var settings = folder.At("kb/site.config.yml");
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("languages: [en]", "languages: [en, ru]", StringComparison.Ordinal));

        var run = await CliRun.In(folder.At("kb"), "new", "translation", id);

        Assert.Equal(ExitStatus.WrongUse, run.Status);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_new_page_is_valid_at_once_and_a_draft(string kind, string id, string entry)
    {
        await NewSite();

        var run = await CliRun.In(folder.At("kb"), "new", kind, id);
        var check = await CliRun.In(folder.At("kb"), "check");

        Assert.Equal(ExitStatus.Well, run.Status);
        Assert.Contains("draft: true", File.ReadAllText(folder.At($"kb/content/{entry}.md")), StringComparison.Ordinal);
        Assert.DoesNotContain("{{", File.ReadAllText(folder.At($"kb/content/{entry}.md")), StringComparison.Ordinal);
        Assert.DoesNotContain(": error ", check.Out, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Well, check.Status);
    }

    [Fact]
    public async Task What_is_there_is_never_overwritten()
    {
        await NewSite();
        folder.Write("kb/content/articles/mine.md", "mine");

        Assert.Equal(ExitStatus.WrongUse, (await CliRun.In(folder.At("kb"), "new", "article", "mine")).Status);
        Assert.Equal("mine", File.ReadAllText(folder.At("kb/content/articles/mine.md")));
        Assert.Equal(ExitStatus.WrongUse, (await CliRun.In(folder, "new", "site", "kb")).Status);
    }

    [Theory]
    [InlineData("recomendation", "upr-4/1.2", "did you mean \"recommendation\"?")]
    [InlineData("recommendation", "1.2", "heed new recommendation upr-4/1.1")]
    [InlineData("event", "deep/er", "heed new event")]
    [InlineData("event", "Capital", "becomes an address")]
    [InlineData("event", "../../escape", "becomes an address")]
    [InlineData("event", "құқық", "becomes an address")]
    public async Task A_name_that_cannot_be_an_address_is_refused_with_an_example(string kind, string id, string words)
    {
        await NewSite();

        var run = await CliRun.In(folder.At("kb"), "new", kind, id);

        Assert.Equal(ExitStatus.WrongUse, run.Status);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    private async Task NewSite() => Assert.Equal(ExitStatus.Well, (await CliRun.In(folder, "new", "site", "kb")).Status);
}

using Heed.Building;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Tests.Support;

namespace Heed.Tests.Linking;

/// <summary>Whatever place readers can link to, authors can.</summary>
public sealed class PartLinksTests
{
    private const string Law = "The law on peaceful assemblies was read twice, and those who were fined under it are many.";

    private static readonly string Settings = SmallSite.Sources().Find("site.config.yml")!.Text.Replace("[en]", "[en, ru, kk]", StringComparison.Ordinal);

    private static readonly (string Path, string Text)[] Site =
    [
        ("site.config.yml", Settings),
        SmallSite.Article("target", $"## What stands here\n\n{Law}\n\n## Whose words\n\nSomebody's[^n], see [words](#what-stands-here).\n\n[^n]: A note."),
        ("content/articles/target.ru.md", "---\ntitle: Цель\nsummary: Проба.\ntranslation: human\nreviewed: true\n---\n\n## Что здесь\n\nЗакон.\n\n## Чьи слова\n\nЧьи-то[^n], см. [слова](#что-здесь).\n\n[^n]: Примечание.\n"),
        ("content/articles/target.kk.md", "---\ntitle: Нысана\nsummary: Сынақ.\ntranslation: human\nreviewed: true\n---\n\nБөлінбеген.\n"),
        ("content/reviews/upr-3.md", SmallSite.Sources().Find("content/reviews/upr-3.md")!.Text.TrimEnd() + "\n\n## A heading of a review\n"),
    ];

    [Theory]
    [InlineData("articles/target#what-stands-here", "target.html#what-stands-here", "target.html#что-здесь", "target.html")]
    [InlineData("articles/target#whose-words", "target.html#whose-words", "target.html#чьи-слова", "target.html")]
    [InlineData("target#p1", "target.html#p1", "target.html#p1", "target.html")]
    [InlineData("target#p3", "target.html#p3", "target.html#p3", "target.html")]
    [InlineData("target#что-здесь", "target.html#what-stands-here", "target.html#что-здесь", "target.html")]
    [InlineData("findings/assembly#law", "assembly.html#law", "assembly.html#law", "assembly.html#law")]
    [InlineData("reviews/upr-3#a-heading-of-a-review", "upr-3.html#a-heading-of-a-review", "upr-3.html#a-heading-of-a-review", "upr-3.html#a-heading-of-a-review")]
    [InlineData("reviews/upr-3#part-sources", "upr-3.html#part-sources", "upr-3.html#part-sources", "upr-3.html#part-sources")]
    public void Any_place_can_be_linked_to_and_is_found_in_each_language(string written, string english, string russian, string kazakh)
    {
        var result = Build([.. Site, SmallSite.Article("about", $"See [[{written}|there]] and [again]({(written.StartsWith("articles/", StringComparison.Ordinal) ? written[9..].Replace("#", ".md#", StringComparison.Ordinal) : "target.md#p1")}).")]);

        Assert.Contains($"{english}\">there</a>", result.Site!.Find("articles/about.html")!.Text, StringComparison.Ordinal);
        Assert.Contains($"{russian}\">there</a>", result.Site!.Find("ru/articles/about.html")!.Text, StringComparison.Ordinal);
        Assert.Contains($"{kazakh}\">there</a>", result.Site!.Find("kk/articles/about.html")!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_anchor_that_was_published_stays_one_that_authors_can_name()
    {
        var sources = SmallSite.Sources(SmallSite.Article("target", $"## In law\n\n{Law}"), SmallSite.Article("about", "This small site has some pages, and one of them is [[articles/target]]."));
        var published = sources.With([SiteBuilder.Build(sources, new BuildOptions { Publish = true, Today = new DateOnly(2025, 1, 31) }).Ledger!]);
        var edited = published.With([
            Page(SmallSite.Article("target", $"## In the law\n\n{Law}")),
            Page(SmallSite.Article("more", "See [[articles/target#in-law|there]].")),
        ]);

        Assert.Contains("target.html#in-law\">there</a>", Build(edited).Site!.Find("articles/more.html")!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[articles/target#what-stand-here]]", "did you mean \"what-stands-here\"?")]
    [InlineData("[[target#p9]]", "articles/target has no part \"p9\"")]
    [InlineData("[x](target.md#nowhere)", "articles/target has no part \"nowhere\"")]
    [InlineData("[x](#nowhere)", "articles/about has no part \"nowhere\"")]
    [InlineData("[[#nowhere|x]]", "articles/about has no part \"nowhere\"")]
    [InlineData("[x](#)", "articles/about has no part \"\"")]
    [InlineData("[[findings/assembly#laws]]", "did you mean \"law\"?")]
    public void A_place_that_is_not_there_is_told_at_its_line(string written, string message)
    {
        var result = SiteBuilder.Build(SmallSite.Sources([.. Site, SmallSite.Article("about", $"Words.\n\nSee {written}, and [[articles/target]].")]), new BuildOptions());

        var told = Assert.Single(result.Diagnostics, told => told.Severity == Severity.Error);
        Assert.Equal(("broken-link", "content/articles/about.md", 8, 5), (told.Rule.Id, told.Place.Path, told.Place.Line, told.Place.Column));
        Assert.Contains(message, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_within_a_page_leads_there_from_the_pages_that_quote_it()
    {
        var result = Build([("content/evaluations/again.md", SmallSite.Evaluation("again", "recommendations: [recommendations/upr-3/1.1]", "2022").Text.Replace("A test.", "See [below](#in-law), [[#in-law|below]].\n\n## In law\n\nWords.", StringComparison.Ordinal))]);

        Assert.Contains("evaluations/again.html#in-law\">below</a>", result.Site!.Find("recommendations/upr-3/1.1.html")!.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#in-law\">below</a>", result.Site!.Find("evaluations/again.html")!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Publication!.Knowledge.Backlinks(result.Publication.Knowledge.Evaluations.Single(entry => entry.Id.Name == "again")), backlink => backlink.From.Id.Name == "again");
    }

    private static SourceFile Page((string Path, string Text) file) => SourceFile.Of(file.Path, file.Text);

    private static BuildResult Build((string Path, string Text)[] over) => Build(SmallSite.Sources(over));

    private static BuildResult Build(SourceTree sources)
    {
        var result = SiteBuilder.Build(sources, new BuildOptions());
        Assert.Empty(result.Diagnostics.Where(told => told.Severity == Severity.Error).Select(told => told.ToString()));
        return result;
    }
}

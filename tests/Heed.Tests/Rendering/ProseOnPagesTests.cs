using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Heed.Building;
using Heed.Files;
using Heed.Theming;
using Small = Heed.Tests.Support.SmallSite;

namespace Heed.Tests.Rendering;

/// <summary>Prose where it stands: on its own page, whose other parts it may not disturb, and where other pages show it.</summary>
public sealed partial class ProseOnPagesTests
{
    private const string Headings = "The first paragraph, on [[upr-3/1.1|one thing]].\n\n## In law\n\nThe second.\n\n#### In fine print\n\n- an item\n\n### In between\n\n> ##### In a quotation\n\n# Above all\n\nThe last.\n";

    [Fact]
    public void Every_page_may_have_headings_of_any_level_and_any_words()
    {
        // Each id that any template has, as the words of a heading, and what paragraphs, notes and parts of entries are called.
        var ids = ThemeReader.Default.Files
            .Where(file => file.Path.EndsWith(".sbn-html", StringComparison.Ordinal))
            .SelectMany(file => Id().Matches(file.Text).Select(match => match.Groups[1].Value))
            .Concat(["p1", "p2", "law", "arrests"])
            .Distinct()
            .ToArray();
        Assert.Contains("main", ids);
        Assert.Contains("part-note", ids);
        var site = Build(Headings + string.Concat(ids.Select(id => $"\n## {id.Replace('-', ' ')}\n\nWords.\n")));

        foreach (var path in (string[])["articles/about", "decisions/ccpr/ccpr-1-2020", "evaluations/again", "events/2021-day", "findings/assembly", "proposals/ask", "recommendations/upr-3/1.1", "reviews/upr-3"])
        {
            var main = MainOf(site, path);
            Assert.All(["above all", "main", "p1"], words => Assert.Contains(main.QuerySelectorAll("h2, h3"), heading => heading.TextContent == words || heading.TextContent == "Above all"));
            Assert.Equal("p1-2", main.QuerySelectorAll("h2, h3").First(heading => heading.TextContent == "p1").Id);
        }
    }

    [Fact]
    public void A_heading_of_prose_stands_below_the_heading_of_its_place()
    {
        var site = Build(Headings);

        Assert.Equal("h2", Heading("articles/about"));
        Assert.Equal("h2", Heading("findings/assembly"));
        Assert.Equal("h3", Heading("recommendations/upr-3/1.1"));
        Assert.Equal("h3", Heading("evaluations/again"));
        Assert.Equal("h3", Heading("decisions/ccpr/ccpr-1-2020"));

        string Heading(string path) => MainOf(site, path).QuerySelector("#in-law")!.LocalName;
    }

    [Theory]
    [InlineData("recommendations/upr-3/1.1", ".evaluation-card")]
    [InlineData("lists/themes/assembly", ".side-card")]
    [InlineData("timeline", ".timeline li")]
    public void Another_page_shows_the_first_paragraph_and_leads_to_the_whole(string path, string card)
    {
        var cards = MainOf(Build(Headings), path).QuerySelectorAll(card).Where(element => element.QuerySelector(".prose") is not null).ToArray();

        Assert.NotEmpty(cards);
        Assert.All(cards, element =>
        {
            Assert.Equal("The first paragraph, on one thing.", element.QuerySelector(".prose")!.TextContent.Trim());
            Assert.Empty(element.QuerySelectorAll(".prose [id], .prose :is(h1, h2, h3, h4, h5, h6)"));
            Assert.Contains(element.QuerySelectorAll("a"), link => Regex.IsMatch(link.GetAttribute("href")!, "(evaluations|events)/[^#]+$"));
        }, throwIfEmpty: true);
    }

    [Fact]
    public void The_contents_and_search_tell_a_heading_in_the_words_of_the_page()
    {
        const string body = "## See [[upr-3/1.1]] and *more*\n\nOne.\n\n## Two\n\n## Three\n";
        var site = Build(body);
        var main = MainOf(site, "articles/about");
        var heading = main.QuerySelector("#see-upr-3-1-1-and-more")!.TextContent;

        Assert.Equal("See 1.1 (Southland) and more", heading);
        Assert.Equal(heading, main.QuerySelector(".toc a")!.TextContent);
        Assert.Contains(site.Publication!.SearchDocuments.Single(document => document.Address == "articles/about.html").Passages, passage => passage.Heading == heading);
    }

    [Theory]
    [InlineData("recommendations/upr-3/1.1.html", "meta[name=description]")]
    [InlineData("decisions/ccpr/ccpr-1-2020.html", "meta[name=description]")]
    [InlineData("evaluations/again.html", "meta[name=description]")]
    [InlineData("events/2021-day.html", "meta[name=description]")]
    [InlineData("findings/assembly.html", "meta[name=description]")]
    [InlineData("proposals/ask.html", "meta[name=description]")]
    [InlineData("reviews/upr-3.html", "meta[name=description]")]
    [InlineData("recommendations/upr-3/1.1.json", null)]
    [InlineData("lists/themes/assembly.html", ".asked__text")]
    public void A_link_without_words_reads_the_same_wherever_prose_is_told(string path, string? element)
    {
        var text = Build("See [[articles/about]] of it.[^1]\n\n[^1]: A note.\n").Site!.Find(path)!.Text;
        if (element is not null)
        {
            var found = new HtmlParser().ParseDocument(text).QuerySelector(element)!;
            text = found.GetAttribute("content") ?? found.TextContent;
            Assert.DoesNotContain("A note", text, StringComparison.Ordinal);
        }

        Assert.Contains("See About of it.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("See articles/about", text, StringComparison.Ordinal);
    }

    private static BuildResult Build(string body)
    {
        var sources = Small.Sources(Small.OtherKinds);
        var pages = sources.Under("content").Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal)).ToArray();
        Assert.Equal(8, pages.Select(file => file.Path.Split('/')[1]).Distinct().Count());
        var result = SiteBuilder.Build(sources.With(pages.Select(file => SourceFile.Of(file.Path, $"{file.Text[..(file.Text.LastIndexOf("---", StringComparison.Ordinal) + 3)]}\n\n{body}"))), new BuildOptions());
        Assert.Empty(result.Diagnostics.Where(told => told.Severity == Heed.Diagnostics.Severity.Error).Select(told => told.ToString()));
        return result;
    }

    private static IElement MainOf(BuildResult result, string path) => new HtmlParser().ParseDocument(result.Site!.Find($"{path}.html")!.Text).QuerySelector("main")!;

    [GeneratedRegex("\\bid=\"([^\"{}]+)\"")]
    private static partial Regex Id();
}

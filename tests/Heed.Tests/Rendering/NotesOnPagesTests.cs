using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Heed.Building;
using Heed.Diagnostics;
using Heed.Exporting;
using Heed.Files;
using Heed.Tests.Exporting;
using Small = Heed.Tests.Support.SmallSite;

namespace Heed.Tests.Rendering;

/// <summary>Notes on every page that has prose, wherever that prose goes.</summary>
public sealed class NotesOnPagesTests
{
    private const string First = "A law on assemblies was adopted in that year[^law], and people were fined for pickets of one.";

    private const string Body = First + "\n\nIt was changed[^law] later[^two].\n\n[^law]: The law of May, as the State told the review, with [[upr-3/1.1|a page]].\n\n[^two]: The second.\n\n    In two paragraphs.\n";

    [Fact]
    public void Every_kind_of_page_takes_notes_with_ways_there_and_back()
    {
        var result = Build(Pages(Body));
        foreach (var path in (string[])["articles/about", "decisions/ccpr/ccpr-1-2020", "evaluations/again", "events/2021-day", "findings/assembly", "proposals/ask", "recommendations/upr-3/1.1", "reviews/upr-3"])
        {
            var main = MainOf(result, path);

            Assert.Equal(["1", "1", "2"], main.QuerySelectorAll("[role=doc-noteref]").Select(link => link.TextContent));
            Assert.Equal(2, main.QuerySelectorAll("[role=doc-endnotes] > ol > li").Length);
            Assert.All(main.QuerySelectorAll("[role=doc-noteref], [role=doc-backlink]"), link =>
            {
                Assert.NotNull(main.QuerySelector(link.GetAttribute("href")!));
                Assert.NotEmpty(link.GetAttribute("aria-label")!);
            }, throwIfEmpty: true);
            Assert.StartsWith("The law of May", main.QuerySelector(main.QuerySelector("[role=doc-noteref]")!.GetAttribute("href")!)!.TextContent.Trim(), StringComparison.Ordinal);
            Assert.Contains("The second.", result.Site!.Find($"{path}.json")!.Text, StringComparison.Ordinal);
        }

        var document = result.Publication!.SearchDocuments.Single(document => document.Address == "articles/about.html");
        Assert.Contains(document.Passages, passage => passage is { Anchor: "part-notes", Heading: "Notes" } && passage.Text.Contains("The second.", StringComparison.Ordinal));

        // Cards quote the first paragraph, without a number that would lead nowhere.
        Assert.Empty(MainOf(result, "recommendations/upr-3/1.1").QuerySelectorAll(".evaluation-card [role], .evaluation-card sup"));
    }

    [Fact]
    public void A_published_note_keeps_its_anchor_when_another_comes_before_it()
    {
        var sources = Small.Sources(Small.Article("about", First + "\n\n[^law]: The law of May, as the State told the review."));
        var published = SiteBuilder.Build(sources, new BuildOptions { Publish = true, Today = new DateOnly(2025, 1, 31) });
        var before = NoteOf(published);
        Assert.Equal("p2", before);

        var edited = SourceFile.Of("content/articles/about.md", Small.Article("about", $"A new beginning[^new].\n\n{First}\n\n[^new]: A new note.\n\n[^law]: The law of May, as the State told the review.").Text);
        var after = SiteBuilder.Build(sources.With([published.Ledger!, edited]), new BuildOptions());

        Assert.Equal(before, NoteOf(after));
        Assert.Contains("articles/about.html#p2", published.Ledger!.Text, StringComparison.Ordinal);

        static string NoteOf(BuildResult result) =>
            MainOf(result, "articles/about").QuerySelectorAll(".notes .para").Single(paragraph => paragraph.TextContent.StartsWith("The law of May", StringComparison.Ordinal)).Id!;
    }

    [Fact]
    public void A_book_has_notes_with_ways_there_and_back()
    {
        var publication = Published.Small(Small.Article("about", First + "\n\n[^law]: The law of May."));
        var chapter = Published.Unpack(Book.Bind(publication, "en", null, new DateOnly(2026, 11, 27))).Single(file => file.Path == "EPUB/articles/about.xhtml").Text;

        Assert.Contains("<a id=\"ref_1\" href=\"#p2\" role=\"doc-noteref\" aria-label=\"Note 1\">1</a>", chapter, StringComparison.Ordinal);
        Assert.Contains("href=\"#ref_1\" role=\"doc-backlink\"", chapter, StringComparison.Ordinal);
        Assert.Contains("id=\"p2\">The law of May.", chapter, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "Примечания", "Примечание 1")]
    [InlineData("kk", "Ескертпелер", "1-ескертпе")]
    public void Notes_are_named_in_the_language_of_the_page(string language, string notes, string note)
    {
        var page = Published.Small(Small.Article("about", First + "\n\n[^law]: The law of May.")).Page("articles/about.html", language)!.File.Text;

        Assert.Contains($"aria-label=\"{notes}\"", page, StringComparison.Ordinal);
        Assert.Contains($"aria-label=\"{note}\"", page, StringComparison.Ordinal);
    }

    /// <summary>The small site with a page of each kind, all of them with the body.</summary>
    internal static SourceTree Pages(string body)
    {
        var sources = Small.Sources(Small.OtherKinds);
        return sources.With(sources.Under("content")
            .Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal))
            .Select(file => SourceFile.Of(file.Path, $"{file.Text[..(file.Text.LastIndexOf("---", StringComparison.Ordinal) + 3)]}\n\n{body}")));
    }

    private static BuildResult Build(SourceTree sources)
    {
        var result = SiteBuilder.Build(sources, new BuildOptions());
        Assert.Empty(result.Diagnostics.Where(told => told.Severity == Severity.Error).Select(told => told.ToString()));
        return result;
    }

    private static IElement MainOf(BuildResult result, string path) => new HtmlParser().ParseDocument(result.Site!.Find($"{path}.html")!.Text).QuerySelector("main")!;
}

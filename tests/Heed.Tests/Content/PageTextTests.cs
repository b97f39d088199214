using Heed.Content;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Tests.Support;

namespace Heed.Tests.Content;

public sealed class PageTextTests
{
    [Theory]
    [InlineData("---\ntitle: a\n---\nText.\n", 1, 4)]
    [InlineData("--- \ntitle: a\n---  \nText.\n", 1, 4)]
    [InlineData("---\t\ntitle: a\n---\t \nText.\n", 1, 4)]
    [InlineData("---\u00A0\ntitle: a\n---\u00A0\nText.\n", 1, 4)]
    [InlineData("\n \n---\ntitle: a\n---\nText.\n", 3, 6)]
    [InlineData("\uFEFF---\ntitle: a\n---\nText.\n", 1, 4)]
    [InlineData("\uFEFF\uFEFF---\ntitle: a\n---\nText.\n", 1, 4)]
    [InlineData("\uFEFF\r\n---\r\ntitle: a\r\n--- \r\nText.\r\n", 2, 5)]
    [InlineData("---\rtitle: a\r---\rText.\r", 1, 4)]
    public void Blanks_around_a_fence_do_no_harm(string text, int linesBefore, int markdownLine)
    {
        var log = new DiagnosticLog();
        var page = PageText.Cut(SourceFile.Of("content/articles/a.md", text), log)!;

        Assert.Empty(log.Sorted());
        Assert.Equal("title: a", page.Yaml);
        Assert.Equal(linesBefore, page.LinesBefore);
        Assert.Equal("Text.\n", page.Markdown);
        Assert.Equal(markdownLine, page.MarkdownLine);
    }

    [Theory]
    [InlineData("---\ntitle: a\n---", "title: a")]
    [InlineData("---\ntitle: a\n--- ", "title: a")]
    [InlineData("---\n---\n", "")]
    [InlineData("---\nnote: |-\n  ---\n  x\n---\n", "note: |-\n  ---\n  x")]
    public void A_head_may_stand_alone(string text, string yaml)
    {
        var page = PageText.Cut(SourceFile.Of("content/articles/a.md", text), new DiagnosticLog())!;

        Assert.Equal(yaml, page.Yaml);
        Assert.Equal("", page.Markdown);
    }

    [Theory]
    [InlineData("", 1, "no front matter")]
    [InlineData("title: a\n---\n", 1, "no front matter")]
    [InlineData("- a\n", 1, "no front matter")]
    [InlineData("\n ---\ntitle: a\n---\n", 2, "not quite")]
    [InlineData("----\ntitle: a\n---\n", 1, "not quite")]
    [InlineData("—\ntitle: a\n—\n", 1, "not quite")]
    [InlineData("---\ntitle: a\n—\n\nText.\n", 3, "not quite")]
    [InlineData("---\ntitle: a\n–––\n\nText.\n", 3, "not quite")]
    [InlineData("---\ntitle: a\n\nText.\n", 1, "does not end")]
    public void What_is_no_fence_is_told_where_it_stands(string text, int line, string words)
    {
        var log = new DiagnosticLog();
        Assert.Null(PageText.Cut(SourceFile.Of("content/articles/a.md", text), log));

        var told = Assert.Single(log.Sorted());
        Assert.Equal(line, told.Place.Line);
        Assert.Contains(words, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_below_empty_lines_is_told_on_its_own_line()
    {
        var (_, log) = SmallSite.Read(("content/articles/a.md", "\n\n--- \ntitle: a\nsummery: b\nsummary: c\n---\n\n[[nowhere]]\n"));

        Assert.Equal([5, 9], log.Sorted().Select(told => told.Place.Line));
    }
}

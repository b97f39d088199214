using Heed.Building;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Tests.Support;

namespace Heed.Tests.Diagnostics;

public sealed class ConflictMarksTests
{
    private const string Head = "---\ntitle: a\nsummary: b\n---\n";

    [Theory]
    [InlineData(Head + "\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> x\n", 6)]
    [InlineData(Head + "\n<<<<<<< HEAD\none\n||||||| base\nnone\n=======\ntwo\n>>>>>>> x\n", 6)]
    [InlineData("---\n<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> x\nsummary: b\n---\n", 2)]
    [InlineData(Head + "\n<<<<<<<\none\n=======\ntwo\n>>>>>>>\n", 6)]
    [InlineData(Head + "\ntwo\n>>>>>>> feature/x\n", 7)]
    [InlineData(Head + "\none\n\n=======\ntwo\n", 8)]
    [InlineData("---\ntitle: a\n=======\nsummary: b\n---\n", 3)]
    [InlineData(Head + "\n```\ncode\n```\n<<<<<<< HEAD\none\n", 9)]
    [InlineData(Head + "\n```code``` in a line\n<<<<<<< HEAD\none\n", 7)]
    [InlineData(Head + "\r\n<<<<<<< HEAD\r\none\r\n=======\r\n", 6)]
    public void A_page_with_two_versions_is_told_where_they_begin(string text, int line)
    {
        var told = Assert.Single(Told("content/articles/a.md", text));

        Assert.Equal("conflict-mark", told.Rule.Id);
        Assert.Equal(line, told.Place.Line);
    }

    [Fact]
    public void Each_conflict_of_a_file_is_told() =>
        Assert.Equal([5, 10], Told("content/articles/a.md", Head + string.Concat(Enumerable.Repeat("<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n", 2))).Select(told => told.Place.Line));

    [Theory]
    [InlineData("A heading\n=======\n\ntext\n")]
    [InlineData("```\n<<<<<<< HEAD\n=======\n>>>>>>> x\n```\n")]
    [InlineData("  ~~~~ diff\n<<<<<<< HEAD\n~~~\n=======\n>>>>>>> x\n~~~~\n")]
    [InlineData("    <<<<<<< HEAD\n")]
    [InlineData("> > quoted <<<<<<< HEAD\n\n========\n\n<<<<<<<< eight\n")]
    [InlineData(">>>>>>>\n")]
    [InlineData("|||||||\n")]
    public void What_only_looks_like_one_stays(string body) => Assert.Empty(Told("content/articles/a.md", Head + "\n" + body));

    [Theory]
    [InlineData("content/articles/about.md")]
    [InlineData("content/articles/about.ru.md")]
    [InlineData("content/vocabulary/themes.yml")]
    [InlineData("content/retired.yml")]
    [InlineData("content/permalinks.yml")]
    [InlineData("site.config.yml")]
    [InlineData("theme/translations/en.yml")]
    [InlineData("theme/templates/article.sbn-html")]
    [InlineData("theme/assets/css/99-own.css")]
    [InlineData("theme/assets/own.js")]
    public void Every_file_is_looked_at_and_nothing_that_follows_is_told(string path)
    {
        var text = SmallSite.Sources().Find(path)?.Text ?? "";
        var result = SiteBuilder.Build(
            SmallSite.Sources((path, $"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> theirs\n")), new BuildOptions { Today = new DateOnly(2026, 1, 1) });

        Assert.Equal($"{path}:1:1 conflict-mark", string.Join('\n', result.Diagnostics.Where(told => told.Severity == Severity.Error).Select(told => $"{told.Place} {told.Rule.Id}")));
    }

    private static System.Collections.Immutable.ImmutableArray<Diagnostic> Told(string path, string text)
    {
        var log = new DiagnosticLog();
        Assert.Equal(ConflictMarks.AreNone(SourceFile.Of(path, text), log), log.Sorted().IsEmpty);
        return log.Sorted();
    }
}

using System.Text.RegularExpressions;
using Heed.Building;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Markup;
using Heed.Tests.Support;
using Heed.Text;

namespace Heed.Tests.Text;

/// <summary>What authors tell one another reaches no reader.</summary>
public sealed partial class CommentsTests
{
    [Theory]
    [InlineData("One <!-- x --> two", "One two")]
    [InlineData("One<!-- x -->two", "Onetwo")]
    [InlineData("One <!-- x -->", "One")]
    [InlineData("<!-- x --> One", "One")]
    [InlineData("One <!-- x -->\ntwo", "One\ntwo")]
    [InlineData("One\n<!-- x -->\ntwo", "One\n\ntwo")]
    [InlineData("One\n<!-- x\n\ny -->\ntwo", "One\n\n\n\ntwo")]
    [InlineData("One <!-- x\n\ny --> two", "One\n\ntwo")]
    [InlineData("<!-- x -->    no code", "no code")]
    [InlineData("- <!-- x --> item", "- item")]
    [InlineData("a <!-- b --> c <!-- d --> e", "a c e")]
    [InlineData("a <!----> b <!--> c <!---> d", "a b c d")]
    [InlineData("a <!-- `b --> c `d` <!-- e -->", "a c `d`")]
    [InlineData("<!--\n```\n-->\n<!-- x -->", "\n\n\n")]
    [InlineData("`<!-- shown -->` <!-- not -->", "`<!-- shown -->`")]
    [InlineData("```\n<!-- shown -->\n```\n\n<!-- not -->", "```\n<!-- shown -->\n```\n\n")]
    [InlineData("> ~~~\n> <!-- shown -->\n> ~~~\n\n<!-- not -->", "> ~~~\n> <!-- shown -->\n> ~~~\n\n")]
    [InlineData("\\<!-- shown -->", "\\<!-- shown -->")]
    [InlineData("a < b ! -- c", "a < b ! -- c")]
    [InlineData("Words\n\n    <!-- indented -->", "Words\n\n")]
    public void Comments_are_taken_out_and_lines_keep_their_numbers(string markdown, string kept)
    {
        var log = new DiagnosticLog();

        Assert.Equal(kept, Prose.WithoutComments(markdown, new Place("a.md", 1), log));
        Assert.Empty(log.Sorted());
        Assert.Equal(markdown.Count(character => character == '\n'), kept.Count(character => character == '\n'));
    }

    [Theory]
    [InlineData("One\ntwo <!-- x\n\nthree", 11, 5)]
    [InlineData("One <!-- x --> two\n<!- x -->\n<!—- x —>", 12, 1)]
    [InlineData("<! -- x -->", 10, 1)]
    public void A_comment_that_does_not_end_is_told_where_it_starts(string markdown, int line, int column)
    {
        var log = new DiagnosticLog();
        Prose.WithoutComments(markdown, new Place("a.md", 10), log);

        var told = Assert.Single(log.Sorted());
        Assert.Equal(("unclosed-comment", new Place("a.md", line, column)), (told.Rule.Id, told.Place));
    }

    [Theory]
    [InlineData("a `b` ``c ` d`` e", "2-5 6-15")]
    [InlineData("a `b ``c", "")]
    [InlineData("`", "")]
    public void Code_in_a_single_text_is_between_as_many_backticks(string text, string spans) =>
        Assert.Equal(spans, string.Join(' ', Comments.CodeIn(text).Select(span => $"{span.From}-{span.To}")));

    [Fact]
    public void No_text_of_any_kind_lets_a_comment_out()
    {
        const string secret = "zqxsecret";
        var files = SmallSite.Sources(SmallSite.OtherKinds).With([
            SourceFile.Of("site.config.yml", SmallSite.Sources().Find("site.config.yml")!.Text.Replace("[en]", "[en, ru]", StringComparison.Ordinal)),
            SourceFile.Of("content/findings/assembly.ru.md", "---\ntitle: Собрания\nnote: Слово\ntranslation: human\nreviewed: true\nstatements:\n  - id: law\n    text: Слово\n---\n\nПример.\n")]);
        var before = Build(files);
        var commented = Build(SourceTree.Of(files.Files.Select(file => SourceFile.Of(file.Path, Commented(file, secret)))));

        Assert.Equal(before.Site!.Files.Select(file => file.Path).Where(path => !Hashed().IsMatch(path)), commented.Site!.Files.Select(file => file.Path).Where(path => !Hashed().IsMatch(path)));
        Assert.DoesNotContain(commented.Site.Files, file => file.Text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Assert.All(before.Site.Files.Where(file => file.Path.EndsWith(".bib", StringComparison.Ordinal)), file => Assert.Equal(file.Text, commented.Site.Find(file.Path)!.Text), throwIfEmpty: true);
    }

    private static BuildResult Build(SourceTree sources)
    {
        var result = SiteBuilder.Build(sources, new BuildOptions { Preview = true });
        Assert.Empty(result.Diagnostics.Where(told => told.Severity == Severity.Error).Select(told => told.ToString()));
        return result;
    }

    /// <summary>Comments in every text of the file: in the body, and in each value that is words.</summary>
    private static string Commented(SourceFile file, string secret)
    {
        var comment = $"<!-- {secret} -->";
        var text = Value().Replace(file.Text, match => $"{match.Groups[1].Value}{match.Groups[2].Value} {comment}{match.Groups[3].Value}");
        text = Label().Replace(text, match => $"{match.Value} {comment}");
        return file.Path.EndsWith(".md", StringComparison.Ordinal)
            ? $"{text.TrimEnd()} {comment} with\n{comment}\nmore <!--\n{secret}\n\n`{secret}\n--> words.\n\n{comment}\n\n- {comment} item\n"
            : text;
    }

    [GeneratedRegex("""^(\s*(?:- )?(?:title|summary|note|text|why|asserted_by|subject|about|advice|description|publisher|basis|reported_by|place|read): "?)([^"\n{}\[\]>|]+?)("?)$""", RegexOptions.Multiline)]
    private static partial Regex Value();

    [GeneratedRegex("""(?<=[{ ](?:en|ru): )[^,"}\n]+""")]
    private static partial Regex Label();

    [GeneratedRegex("^(search|assets)/")]
    private static partial Regex Hashed();
}

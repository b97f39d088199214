using System.Collections.Immutable;
using System.Text.Json;
using Heed.Cli.Reporting;
using Heed.Diagnostics;
using Heed.Files;

namespace Heed.Tests.Cli;

public sealed class ReportingTests
{
    private static readonly Diagnostic Example = new(Catalogue.UnknownKey, new Place("content/a.md", 2, 3), "no key \"қ\"", "Remove it.");

    [Fact]
    public void A_diagnostic_shows_its_line_with_a_caret_and_the_cure()
    {
        var text = Text(Example, "one\nab\tcd\n");

        Assert.Equal(
            """
            kb/content/a.md:2:3: error unknown-key: no key "қ"
              2 | ab cd
                |   ^
              Remove it.
            1 error

            """,
            text,
            ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(500)]
    [InlineData(999)]
    public void Of_a_long_line_the_part_around_the_place_is_shown(int column)
    {
        var line = string.Concat(Enumerable.Range(0, 1000).Select(number => (char)('a' + (number % 26))));
        var lines = Text(Example with { Place = new Place("content/a.md", 1, column) }, line).Split('\n');

        Assert.InRange(lines[1].Length, 40, 120);
        Assert.Equal(line[column - 1], lines[1][lines[2].IndexOf('^', StringComparison.Ordinal)]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(99, 1)]
    public void A_place_without_a_line_of_its_own_is_told_without_one(int line, int column)
    {
        Assert.DoesNotContain('|', Text(Example with { Place = new Place("content/a.md", line, column) }, "one"));
    }

    [Fact]
    public void A_column_beyond_the_line_points_at_its_end()
    {
        Assert.Contains("\n    |    ^\n", Text(Example with { Place = new Place("content/a.md", 1, 50) }, "one"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_one_rule_twenty_are_told_and_the_others_counted()
    {
        ImmutableArray<Diagnostic> all =
        [
            .. Enumerable.Range(1, 2500).Select(line => Example with { Place = new Place("content/a.md", line, 0) }),
            .. Enumerable.Range(1, 20).Select(line => new Diagnostic(Catalogue.DanglingReference, new Place("content/b.md", line, 0), "no page", "Correct it.")),
        ];
        var text = new System.Text.StringBuilder();
        DiagnosticText.Write(all, SourceTree.Of([]), "", (part, _) => text.Append(part));
        var lines = text.ToString().Split('\n');
        var github = DiagnosticGithub.Lines(all, "").ToList();
        using var json = JsonDocument.Parse(DiagnosticJson.Of(all));

        Assert.Equal(20, lines.Count(line => line.Contains("error unknown-key", StringComparison.Ordinal)));
        Assert.Equal(20, lines.Count(line => line.Contains("error dangling-reference", StringComparison.Ordinal)));
        Assert.Single(lines, line => line.StartsWith("2,480 more of unknown-key (a key that this kind does not have)", StringComparison.Ordinal));
        Assert.Equal("2520 errors", lines[^2]);
        Assert.Equal(41, github.Count);
        Assert.StartsWith("::notice title=unknown-key::2,480 more of unknown-key", github[^1], StringComparison.Ordinal);
        Assert.Equal(2520, json.RootElement.GetProperty("diagnostics").GetArrayLength());
        Assert.Equal(2500, json.RootElement.GetProperty("by_id").GetProperty("unknown-key").GetInt32());
    }

    [Fact]
    public void Programs_get_one_JSON_object()
    {
        using var json = JsonDocument.Parse(DiagnosticJson.Of([Example, Example with { Place = new Place("site.config.yml") }]));
        var first = json.RootElement.GetProperty("diagnostics")[0];

        Assert.Equal(2, json.RootElement.GetProperty("errors").GetInt32());
        Assert.Equal("unknown-key", first.GetProperty("id").GetString());
        Assert.Equal("error", first.GetProperty("severity").GetString());
        Assert.Equal("content/a.md", first.GetProperty("path").GetString());
        Assert.Equal(2, first.GetProperty("line").GetInt32());
        Assert.Equal(3, first.GetProperty("column").GetInt32());
        Assert.Equal("no key \"қ\"", first.GetProperty("message").GetString());
        Assert.Equal("Remove it.", first.GetProperty("cure").GetString());
        Assert.False(json.RootElement.GetProperty("diagnostics")[1].TryGetProperty("line", out _));
    }

    [Fact]
    public void GitHub_gets_a_workflow_command_whose_text_cannot_end_it()
    {
        var command = DiagnosticGithub.Of(Example with { Place = new Place("content/a,b:c.md", 2, 3), Message = "100 %\n::error::x" }, "kb/");

        Assert.Equal("::error file=kb/content/a%2Cb%3Ac.md,line=2,col=3,title=unknown-key::100 %25%0A::error::x%0ARemove it.", command);
    }

    private static string Text(Diagnostic diagnostic, string source)
    {
        var text = new System.Text.StringBuilder();
        DiagnosticText.Write([diagnostic], SourceTree.Of([SourceFile.Of("content/a.md", source)]), "kb/", (part, _) => text.Append(part));
        return text.ToString();
    }
}

using System.Globalization;
using Heed.Building;
using Heed.Cli.Reporting;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Tests.Exporting;
using Heed.Tests.Support;
using Heed.Text;

namespace Heed.Tests.Diagnostics;

/// <summary>Controls and what is no character are told where they stand, whatever file they came in, and nothing is built with them.</summary>
public sealed class StrayCharactersTests
{
    private const string Head = "---\ntitle: About\nsummary: A test.\n---\n\n";

    private static readonly char[] Strays = ['\u0001', '\u0008', '\u000B', '\u000C', '\u001B', '\u001F', '\u007F', '\u0085', '\u009F', '\u2028', '\u2029', '\uFDD0', '\uFFFE', '\uFFFF'];

    /// <summary>Where a stray character may come in: a file, its text with the place of the character as ☠, and where it is told.</summary>
    public static TheoryData<string, string, int, int> Places => new()
    {
        { "content/articles/about.md", "---\ntitle: Ab☠out\nsummary: A test.\n---\n\nText.\n", 2, 10 },
        { "content/articles/about.md", "---\ntitle: \"Ab☠out\"\nsummary: A test.\n---\n\nText.\n", 2, 11 },
        { "content/articles/about.md", "---\nti☠tle: About\nsummary: A test.\n---\n\nText.\n", 2, 3 },
        { "content/articles/about.md", "---\ntitle: About\nsummary: A test. # a rem☠ark\n---\n\nText.\n", 3, 25 },
        { "content/articles/about.md", Head + "One.\n\nTwo ☠ three.\n", 8, 5 },
        { "content/articles/about.md", Head + "- `a ☠ b`\n", 6, 6 },
        { "content/articles/about.md", Head + "```\n☠\n```\n", 7, 1 },
        { "content/articles/about.md", Head + "[words](https://example.org/☠ \"title\")\n", 6, 29 },
        { "content/vocabulary/themes.yml", "assembly:\n  label: {en: \"Ass☠embly\"}\npickets:\n  label: {en: \"Pickets\"}\n  broader: assembly\n", 2, 19 },
        { "content/retired.yml", "# a ☠ remark\n", 1, 5 },
        { "site.config.yml", "title: A small ☠ base\ndescription: It is.\nlanguages: [en]\ndefault_language: en\nbase_url: https://example.org/small/\ncountry: AAA\ndefault_scale: two-levels\n", 1, 16 },
        { "theme/translations/en.yml", "# a ☠ remark\n", 1, 5 },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Whatever_file_it_is_in_it_is_told_with_line_and_column_and_nothing_else_follows_from_it(string path, string text, int line, int column)
    {
        foreach (var stray in Strays)
        {
            var result = SiteBuilder.Build(SmallSite.Sources((path, text.Replace('☠', stray))), new BuildOptions { Today = new DateOnly(2026, 1, 1) });

            var told = Assert.Single(result.Diagnostics, diagnostic => diagnostic.Rule == Catalogue.StrayCharacter);
            Assert.Equal(new Place(path, line, column), told.Place);
            Assert.Contains($"(U+{((int)stray).ToString("X4", CultureInfo.InvariantCulture)})", told.Message, StringComparison.Ordinal);
            Assert.Null(result.Site);
        }
    }

    [Theory]
    [InlineData("title: \"A\\fB\"", "U+000C")]
    [InlineData("title: \"A\\x0BB\"", "U+000B")]
    [InlineData("title: \"A\\0B\"", "U+0000")]
    [InlineData("title: \"A\\eB\"", "U+001B")]
    [InlineData("title: \"A\\NB\"", "U+0085")]
    [InlineData("title: \"A\\LB\"", "U+2028")]
    [InlineData("title: \"A\\uFFFEB\"", "U+FFFE")]
    [InlineData("\"ti\\btle\": About", "U+0008")]
    public void So_is_what_YAML_makes_of_a_backslash(string line, string number)
    {
        var (_, log) = SmallSite.Read(("content/articles/about.md", $"---\n{line}\nsummary: A test.\n---\n\nText.\n"));

        Assert.Contains(log.Sorted(), told => told.Rule == Catalogue.StrayCharacter && told.Place.Line == 2 && told.Message.Contains(number, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("&#11;", "U+000B")]
    [InlineData("&#x1b;", "U+001B")]
    [InlineData("&#X85;", "U+0085")]
    [InlineData("&#xFFFF;", "U+FFFF")]
    public void So_is_what_Markdown_makes_of_a_number(string reference, string number)
    {
        var (_, log) = SmallSite.Read(("content/articles/about.md", $"{Head}Text {reference} text.\n"));

        var told = Assert.Single(log.Sorted(), told => told.Rule == Catalogue.StrayCharacter);
        Assert.Equal((new Place("content/articles/about.md", 6, 6), true), (told.Place, told.Message.Contains(number, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a\tb, \u00A0\u202F\u00AD\u200B\u200C\u200D\u200E\u200F\u2060, 😀 \U0001D49C, e\u0301, ☂\uFE0F, é, العربية, &amp; &#8217; &#x41;")]
    public void What_pages_may_have_is_silent(string text) => SmallSite.ReadSound(("content/articles/about.md", $"{Head}{text}\n"));

    [Fact]
    [Trait("tier", "slow")]
    public void No_file_of_the_real_site_has_one()
    {
        string[] texts = [".html", ".json", ".js", ".xml", ".css", ".txt", ".bib", ".ris", ".svg"];

        var files = Published.Real.Site.Files.Where(file => texts.Any(ending => file.Path.EndsWith(ending, StringComparison.Ordinal))).ToArray();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => file.Text.Any(unit => unit is not '\n' and not '\r' && !char.IsSurrogate(unit) && Characters.IsStray(unit)));
    }

    [Fact]
    public void A_terminal_gets_no_commands_from_a_source_or_the_name_of_a_file()
    {
        var sources = SourceTree.Of([SourceFile.Of("a\u001B[31m.md", "wor\u00ADd \u001B[2J\u202Edrow\n")]);
        var text = "";

        DiagnosticText.Write([new Diagnostic(Catalogue.StrayCharacter, new Place("a\u001B[31m.md", 1, 6), "m", "c")], sources, "", (part, _) => text += part);

        Assert.DoesNotContain(text, unit => unit is '\u001B' or '\u202E' or '\u00AD');
        Assert.Contains("a<U+001B>[31m.md:1:6: ", text, StringComparison.Ordinal);
        Assert.Contains("  1 | wor□d □[2J□drow\n    |      ^\n", text, StringComparison.Ordinal);
    }
}

using Heed.Diagnostics;
using Heed.Tests.Support;
using Heed.Yaml;

namespace Heed.Tests.Yaml;

public sealed class YamlCommentsTests
{
    [Theory]
    [InlineData("title: Views on communication # 2137/2012 (A. B.)\n", 1, 31, "\"Views on communication # 2137/2012 (A. B.)\"")]
    [InlineData("title: Views\t# 2\n", 1, 14, "\"Views # 2\"")]
    [InlineData("title: The \"Views\" # 2\n", 1, 20, "'The \"Views\" # 2'")]
    [InlineData("note: #1 of two\nb: 1\n", 1, 7, "\"#1 of two\"")]
    [InlineData("b: 1\nnote: #1 of two\n", 2, 7, "\"#1 of two\"")]
    [InlineData("note: # first\n  second\n", 1, 7, "\"# first\"")]
    [InlineData("a:\n  - Views # 2\n  - b\n", 2, 11, "\"Views # 2\"")]
    [InlineData("a:\n  - #tag\n  - b\n", 2, 5, "\"#tag\"")]
    [InlineData("a:\n  - ref: x\n    place: para. # 7\n", 3, 18, "\"para. # 7\"")]
    [InlineData("a: {b: c}\nd: {e: f,\n  g: h # i, j: k\n  }\n", 3, 8, "\"h # i\"")]
    [InlineData("a: [one, #two,\n  three]\n", 1, 10, "\"#two\"")]
    [InlineData("a: [one # 1,\n  two]\n", 1, 9, "\"one # 1\"")]
    [InlineData("a: first # 1\n  second line\n", 1, 10, "\"first # 1\"")]
    [InlineData("a: [one # 1, two]\nb: 1\n", 1, 9, "\"# 1\"")]
    public void A_value_that_a_comment_cuts_is_told_with_its_quoted_form(string yaml, int line, int column, string quoted)
    {
        var told = Assert.Single(Told(yaml));

        Assert.Equal("cut-value", told.Rule.Id);
        Assert.Equal(new Place("a.yml", line + 4, column), told.Place);
        Assert.Contains(quoted, told.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# a line of its own\na: 1\n  # indented\nb: 2\n")]
    [InlineData("a: 1  # two blanks\nb: [c]      # more\n")]
    [InlineData("a: \"Views # 2\"\nb: 'c # d'\n")]
    [InlineData("a: \"b\" # behind quotation marks nothing is cut\n")]
    [InlineData("a: [b, c] # nor behind a bracket\n")]
    [InlineData("a: >- # nor before a text\n  one # 1\n  two #2\n")]
    [InlineData("a: # nor before a list\n  - b\nc: # or a map\n  d: e\nf: # or a list at the margin\n- g\n")]
    [InlineData("a: C#\nb: f#1\nhttps://example.org/#x: y\n")]
    public void A_comment_that_cuts_nothing_stays(string yaml) => Assert.Empty(Told(yaml));

    [Theory]
    [InlineData("site.config.yml", "country: AAA # the State\n")]
    [InlineData("content/vocabulary/themes-more.yml", "a:\n  label: {en: \"A\"}\n  aliases: [b]\n  broader: assembly # wider\n")]
    [InlineData("content/retired.yml", "articles/gone:\n  moved_to: articles/about # there\n")]
    [InlineData("content/permalinks.yml", "\"articles/about.html\": 2025-01-01 # old\n")]
    [InlineData("theme/translations/en.yml", "home.title: Start # here\n")]
    [InlineData("content/articles/more.md", "---\ntitle: More # 1\nsummary: x\n---\n\nText.\n")]
    [InlineData("content/articles/about.ru.md", "---\ntranslation: human\nreviewed: true\ntitle: More # 1\n---\n\nText.\n")]
    public void It_is_told_in_every_file(string path, string text)
    {
        if (path == "site.config.yml")
        {
            text = SmallSite.Sources().Find(path)!.Text.Replace("country: AAA\n", text, StringComparison.Ordinal);
        }

        var result = Heed.Building.SiteBuilder.Build(SmallSite.Sources((path, text)), new Heed.Building.BuildOptions { Today = new DateOnly(2026, 1, 1) });

        Assert.Contains(result.Diagnostics, told => told.Rule == Catalogue.CutValue && told.Place.Path == path);
    }

    private static System.Collections.Immutable.ImmutableArray<Diagnostic> Told(string yaml)
    {
        var log = new DiagnosticLog();
        YamlReader.ReadMap("a.yml", yaml, 4, log);
        return log.Sorted();
    }
}

using FsCheck;
using FsCheck.Fluent;
using Heed.Diagnostics;
using Heed.Tests.Support;
using Heed.Yaml;

namespace Heed.Tests.Yaml;

public sealed class YamlReaderTests
{
    [Fact]
    public void Every_node_knows_its_line_and_column()
    {
        var map = Read("title: About\nsources:\n  - ref: report\n    place: \"para. 7\"\n", linesBefore: 1)!;
        var source = (YamlMap)((YamlList)map.Find("sources")!.Value).Items[0];

        Assert.Equal(new Place("a.md", 2, 8), map.Find("title")!.Value.Place);
        Assert.Equal(new Place("a.md", 3, 1), map.Find("sources")!.KeyPlace);
        Assert.Equal(new Place("a.md", 4, 5), source.Place);
        Assert.Equal(new Place("a.md", 5, 12), source.Find("place")!.Value.Place);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("1.10")]
    [InlineData("2024-07-25")]
    [InlineData("0x1F")]
    public void A_value_stays_what_was_written(string value) => Assert.Equal(value, ((YamlScalar)Read($"a: {value}\n")!.Find("a")!.Value).Value);

    [Theory]
    [InlineData("", true)]
    [InlineData("~", true)]
    [InlineData("null", true)]
    [InlineData("\"\"", false)]
    [InlineData("\"null\"", false)]
    public void Only_a_plain_empty_value_is_nothing(string written, bool nothing) => Assert.Equal(nothing, ((YamlScalar)Read($"a: {written}\n")!.Find("a")!.Value).IsNothing);

    [Theory]
    [InlineData("a: &x 1\n", "yaml-feature", 1, 4)]
    [InlineData("a: 1\nb: *x\n", "yaml-feature", 2, 4)]
    [InlineData("a: !!str 1\n", "yaml-feature", 1, 4)]
    [InlineData("<<: {a: 1}\n", "yaml-feature", 1, 1)]
    [InlineData("a: 1\n---\nb: 2\n", "yaml-feature", 2, 1)]
    [InlineData("a: 1\na: 2\n", "duplicate-key", 2, 1)]
    [InlineData("a:\n  b: 1\n  b: 2\n", "duplicate-key", 3, 3)]
    [InlineData("[a]: 1\n", "wrong-type", 1, 1)]
    [InlineData("- a\n", "wrong-type", 1, 1)]
    [InlineData("words\n", "wrong-type", 1, 1)]
    public void What_lies_outside_the_subset_is_refused_where_it_stands(string yaml, string rule, int line, int column)
    {
        var log = new DiagnosticLog();
        YamlReader.ReadMap("a.yml", yaml, 0, log);

        var told = Assert.Single(log.Sorted());
        Assert.Equal(rule, told.Rule.Id);
        Assert.Equal(new Place("a.yml", line, column), told.Place);
    }

    [Theory]
    [InlineData("a: b: c\n", 1, "a colon stands where none is wanted")]
    [InlineData("a: 1\nb: \"open\n", 2, "a quotation mark is opened here and not closed")]
    [InlineData("a: [1, 2\n", 2, "a bracket or brace is opened and not closed")]
    [InlineData("a: [1, 2\nb: 3\n", 1, "a bracket or brace is opened and not closed")]
    [InlineData("a:\n  b: 1\n\tc: 2\n", 3, "a tab stands where spaces are wanted")]
    [InlineData("\ta: 1\nb: 2\n", 1, "a tab stands where spaces are wanted")]
    [InlineData("a:\n\tb: 1\n", 2, "a tab stands where spaces are wanted")]
    [InlineData("a:\n  - b\n\t- c\n", 3, "a tab stands where spaces are wanted")]
    [InlineData("a: >-\n  b\n\tc\n", 3, "a tab stands where spaces are wanted")]
    [InlineData("a: [b,\n\tc]\nd: e\nf: g: h\n", 4, "a colon stands where none is wanted")]
    [InlineData("a: @home\n", 1, "a value cannot start with this character")]
    [InlineData("a: \"b\" c\n", 1, "something stands here after the end of a value")]
    [InlineData("a: \"C:\\Users\"\n", 1, "a backslash stands in double quotes")]
    public void An_author_is_told_in_plain_words_what_is_wrong(string yaml, int line, string words)
    {
        var log = new DiagnosticLog();
        Assert.Null(YamlReader.ReadMap("a.yml", yaml, 0, log));

        var told = Assert.Single(log.Sorted());
        Assert.Equal(line, told.Place.Line);
        Assert.Equal(words, told.Message);
    }

    [Fact]
    public void Deep_nesting_is_refused_before_it_hurts()
    {
        var log = new DiagnosticLog();
        Assert.Null(YamlReader.ReadMap("a.yml", "a: " + new string('[', 100_000), 0, log));

        Assert.Equal("broken-yaml", Assert.Single(log.Sorted()).Rule.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a remark\n")]
    public void Nothing_is_a_map_without_keys(string yaml) => Assert.Empty(Read(yaml)!.Entries);

    [ThoroughProperty(1000, 20000, Arbitrary = [typeof(YamlLikeText)])]
    public void No_input_makes_it_throw(string text)
    {
        var log = new DiagnosticLog();
        var map = YamlReader.ReadMap("a.yml", text, 0, log);

        Assert.True(map is not null || log.HasErrors);
        Assert.All(log.Sorted(), told => Assert.NotEqual("", told.Message), throwIfEmpty: false);
    }

    private static YamlMap? Read(string text, int linesBefore = 0)
    {
        var log = new DiagnosticLog();
        var map = YamlReader.ReadMap("a.md", text, linesBefore, log);
        Assert.Empty(log.Sorted());
        return map;
    }

    /// <summary>Text made of the pieces that mean something to YAML, which random letters would seldom hit.</summary>
    private static class YamlLikeText
    {
        public static Arbitrary<string> Text() => Gen
            .Elements("a", "b", ":", ": ", "\n", "\n  ", "- ", "[", "]", "{", "}", ",", "\"", "'", "|", ">-", "#", " #", "&x", "*x", "!t", "!!", "<<", "?", "? ", "%", "---\n", "...\n", "\t", "\\", "@", "`", "~", "ө", "\u0085", "\u0000", "\uFEFF", "\uD800")
            .ArrayOf()
            .Select(string.Concat)
            .ToArbitrary();
    }
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Heed.Building;
using Heed.Content;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Model;
using Heed.Tests.Support;
using Heed.Text;
using Heed.Yaml;

namespace Heed.Tests.Content;

/// <summary>The authoring guide, <c>content/README.md</c>, says what the program does, and its examples build.</summary>
public sealed partial class ContentReadmeTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "content", "README.md")).ReplaceLineEndings("\n");

    // A page of each kind with every list and map that a page may hold, so that the binders ask for what stands in them.
    private static readonly ImmutableArray<(string Path, string Whole, string Bare)> Skeletons =
    [
        ("articles/x", "sources: [{}]", ""),
        ("articles/x.ru", "", ""),
        ("decisions/ccpr/x.ru", "bears_on: [{}]", ""),
        ("evaluations/x.ru", "history: [{}]", ""),
        ("findings/x.ru", "statements: [{figures: [{}]}]\nconflicts: [{values: [{}]}]", ""),
        ("recommendations/upr-3/x.ru", "positions: [{}]\nrepeats: [{}]", ""),
        ("reviews/x.ru", "totals: [{}]\nawaited_assessments: [{}]\nundertakings: [{}]", ""),
        ("decisions/ccpr/x", "articles_invoked: {list: [{}]}\nbears_on: [{}]", "articles_invoked: {}"),
        ("evaluations/x", "history: [{}]", ""),
        ("events/x", "", ""),
        ("findings/x", "statements: [{figures: [{}]}]\nconflicts: [{values: [{}]}]", "statements: [{}]\nconflicts: [{}]"),
        ("proposals/x", "", ""),
        ("recommendations/upr-3/x", "positions: [{}]\nrepeats: [{}]", ""),
        ("reviews/x", "documents: [{}]\ntotals: {received: {}}\nawaited_assessments: [{}]\nundertakings: [{}]", "totals: {}"),
    ];

    /// <summary>The tables of the guide by the heading above them, in lower case.</summary>
    private static ILookup<string, Row> Tables { get; } = ReadTables().ToLookup(row => row.Heading, StringComparer.Ordinal);

    public static TheoryData<string> Things => [.. Asked().Keys];

    public static TheoryData<string> Lists => [.. VocabularyReader.ListNames];

    [Theory]
    [MemberData(nameof(Things))]
    public void The_guide_lists_exactly_the_keys_that_are_read(string thing)
    {
        var (asked, missing) = Asked()[thing];

        Assert.Equal(asked.Order(StringComparer.Ordinal), Tables[thing].Select(row => row.Key).Order(StringComparer.Ordinal));
        Assert.All(Tables[thing], row => AssertRequired(row, missing), throwIfEmpty: true);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void The_guide_lists_exactly_the_keys_of_each_list_of_the_vocabulary(string list)
    {
        var log = new DiagnosticLog();
        var fields = VocabularyReader.FieldsOf(list, YamlMap.Empty(default), log);
        var rows = list is "scales" or "sources"
            ? Tables[list]
            : Tables["words"].Where(row => row.Third == "every list" || row.Third.Split(", ").Contains(list));

        // A kind that a list does not have is not asked for.
        var asked = fields.Asked.Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(asked, rows.Select(row => row.Key).Order(StringComparer.Ordinal));
        Assert.All(rows, row => AssertRequired(row, MissingOf(log, fields.What)), throwIfEmpty: true);
    }

    [Fact]
    public void The_guide_has_no_table_of_a_thing_that_nothing_reads() =>
        Assert.Empty(Tables.Select(table => table.Key).Except([.. Asked().Keys, "words", "scales", "sources", "drafts"]));

    [Fact]
    public void The_guide_has_an_example_of_every_kind_and_list_that_authors_add_to()
    {
        var paths = Examples().Select(file => file.Path).ToArray();

        Assert.All(PageReader.Folders, folder => Assert.Contains(paths, path => path.StartsWith($"content/{folder}/", StringComparison.Ordinal)), throwIfEmpty: true);
        Assert.Contains(paths, path => path.EndsWith(".ru.md", StringComparison.Ordinal));
    }

    [Fact]
    public void The_examples_build_in_this_knowledge_base()
    {
        var sources = Repository.Sources(Repository.Root).With(Examples());
        var log = new DiagnosticLog();
        var knowledge = SiteBuilder.Read(sources, new BuildOptions { Drafts = true }, log);
        Heed.Validation.Validator.Validate(knowledge, default, ImmutableDictionary<string, ImmutableArray<LevelChange>>.Empty, log);
        var errors = log.Sorted().Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.ToString());

        // What an example left out of a page may be referred to by others; that is no fault of the example.
        var examples = Examples().Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(errors, error => examples.Any(path => error.StartsWith(path, StringComparison.Ordinal)));
        Assert.All(
            errors,
            error => Assert.True(error.Contains(" dangling-reference: ", StringComparison.Ordinal) || error.Contains(" broken-link: ", StringComparison.Ordinal), error),
            throwIfEmpty: false);
    }

    [Fact]
    public void Every_link_within_the_guide_leads_to_a_heading()
    {
        var headings = Guide.Split('\n').Where(line => line.StartsWith('#')).Select(line => Slug.Of(line.TrimStart('#', ' '))).ToHashSet(StringComparer.Ordinal);

        Assert.All(InnerLink().Matches(Guide).Select(link => link.Groups["id"].Value), id => Assert.Contains(id, headings), throwIfEmpty: true);
    }

    private static void AssertRequired(Row row, ImmutableHashSet<string> missing)
    {
        if (row.Required.StartsWith("if ", StringComparison.Ordinal))
        {
            return;
        }

        Assert.True(row.Required is "yes" or "no", $"{row.Heading}: {row.Key} says \"{row.Required}\"; write yes, no, or if …");
        Assert.True(row.Required == "yes" == missing.Contains(row.Key), $"{row.Heading}: the guide says {row.Required} to {row.Key}, and the program does not");
    }

    /// <summary>Of every thing that a page or a part of one is: the keys that are asked for, and those that are missed when nothing is there.</summary>
    private static SortedDictionary<string, (ImmutableHashSet<string> Asked, ImmutableHashSet<string> Missing)> Asked()
    {
        var things = new SortedDictionary<string, (ImmutableHashSet<string>, ImmutableHashSet<string>)>(StringComparer.Ordinal);
        foreach (var (path, whole, bare) in Skeletons)
        {
            // What is required is only missed where it is absent: hence once with nothing, once with parts that have no parts.
            foreach (var text in new[] { "", bare, whole })
            {
                var log = new DiagnosticLog();
                foreach (var fields in WithInner(PageReader.FieldsOf(path, text, log)))
                {
                    var (asked, missing) = things.GetValueOrDefault(fields.What, ([], []));
                    things[fields.What] = (asked.Union(fields.Asked).Remove("draft"), missing.Union(MissingOf(log, fields.What)));
                }
            }
        }

        var level = new DiagnosticLog();
        var scale = VocabularyReader.FieldsOf("scales", YamlReader.ReadMap("scales.yml", "levels: [{}]", 0, level)!, level);
        var retired = new DiagnosticLog();
        things["a retired address"] = ([.. RetiredReader.FieldsOf(YamlMap.Empty(default), retired).Asked], MissingOf(retired, "a retired address"));
        things["a level"] = ([.. scale.Inner[0].Asked], MissingOf(level, "a level"));
        return things;
    }

    private static IEnumerable<Fields> WithInner(Fields fields) => fields.Inner.SelectMany(WithInner).Prepend(fields);

    private static ImmutableHashSet<string> MissingOf(DiagnosticLog log, string what) =>
    [
        .. log.Sorted()
            .Where(diagnostic => diagnostic.Rule == Catalogue.MissingKey && diagnostic.Message.StartsWith(what + " needs ", StringComparison.Ordinal))
            .Select(diagnostic => diagnostic.Message[(what + " needs ").Length..]),
    ];

    internal static IEnumerable<SourceFile> Examples() => Example().Matches(Guide).Select(match => SourceFile.Of(match.Groups["path"].Value, match.Groups["text"].Value));

    private static IEnumerable<Row> ReadTables()
    {
        var heading = "";
        foreach (var line in Guide.Split('\n'))
        {
            if (line.StartsWith('#'))
            {
                heading = line.TrimStart('#', ' ').ToLowerInvariant();
            }
            else if (TableRow().Match(line) is { Success: true } row)
            {
                yield return new Row(heading, row.Groups["key"].Value, row.Groups["required"].Value, row.Groups["third"].Value);
            }
        }
    }

    private sealed record Row(string Heading, string Key, string Required, string Third);

    [GeneratedRegex(@"^\| `(?<key>[a-z_]+)` \| (?<required>[^|]+?) \| (?<third>[^|]+?) \|[^|]*\|$")]
    private static partial Regex TableRow();

    [GeneratedRegex(@"\]\(#(?<id>[^)]+)\)")]
    private static partial Regex InnerLink();

    [GeneratedRegex(@"^```(markdown|yaml)\n(<!-- (?<path>content/\S+) -->|# (?<path>content/\S+))\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Example();
}

using System.Collections.Immutable;
using System.Globalization;
using Heed.Search;
using Heed.Tests.Exporting;
using Heed.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Heed.Tests.Search;

/// <summary>People judged, by reading, which pages each of some two hundred and fifty questions should find: <c>tests/search/judged-queries.*.yml</c>.</summary>
/// <remarks>
/// Recall at 10 is, for a question, the share of the pages it should find that are among the first ten; for a language, the mean
/// over its questions. The files say how they were judged; a question is never bent to what search finds.
/// </remarks>
[Trait("tier", "slow")]
public sealed class JudgedQueriesTests(ITestOutputHelper output)
{
    private const int First = 10;

    private static readonly Lazy<SearchEngine> Engine = new(() => SearchEngine.Open(path => Published.Real.Site.Find(path)?.Text));

    [Theory]
    [InlineData("en", 0.95)]
    [InlineData("ru", 0.90)]
    [InlineData("kk", 0.85)]
    public void Of_the_pages_that_should_be_found_most_are_among_the_first_ten(string language, double least)
    {
        var queries = JudgedQuery.Read(language);
        Assert.True(queries.Length >= 50 && queries.Count(query => query.Form != "plain") * 2 >= queries.Length, "There are too few questions, or too few of them are inflected or misspelt.");

        var recalls = queries.Select(query => (Query: query, Recall: RecallOf(query, language))).ToArray();
        foreach (var (form, of) in recalls.GroupBy(one => one.Query.Form).Select(group => (group.Key, group.ToArray())).Append(("all", recalls)))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language} {form}: {of.Length} questions, recall at {First} {of.Average(one => one.Recall):P1}"));
        }

        Assert.True(recalls.Average(one => one.Recall) >= least, string.Join('\n', recalls.Where(one => one.Recall < 1).Select(one => $"{one.Recall:P0} {one.Query.Words}")));
    }

    private double RecallOf(JudgedQuery query, string language)
    {
        var prefix = language == "en" ? "" : language + "/";
        var answer = Engine.Value.Ask(query.Words, language, 0, First, withExcerpts: false);
        var found = answer.Hits.Select(hit => hit.Address).ToArray();
        var missed = query.Relevant.Select(id => $"{prefix}{id}.html").Where(address => !found.Contains(address)).ToArray();
        if (missed.Length > 0)
        {
            output.WriteLine($"  {query.Words}: {string.Join(", ", missed)} of {answer.Total} {(answer.MatchesAllWords ? "" : "any ")}{string.Join(' ', answer.Near)}; first {found.FirstOrDefault()}");
        }

        return 1 - ((double)missed.Length / query.Relevant.Length);
    }
}

/// <summary>A question that was judged.</summary>
/// <param name="Words">As a reader types them.</param>
/// <param name="Form"><c>plain</c>, <c>inflected</c> or <c>misspelt</c>.</param>
/// <param name="Relevant">The ids of the entries that it should find.</param>
internal sealed record JudgedQuery(string Words, string Form, ImmutableArray<string> Relevant)
{
    /// <summary>The questions of a language.</summary>
    public static ImmutableArray<JudgedQuery> Read(string language)
    {
        using var file = File.OpenText(Path.Combine(Repository.Root, "tests", "search", $"judged-queries.{language}.yml"));
        var yaml = new YamlStream();
        yaml.Load(file);
        return
        [
            .. ((YamlSequenceNode)yaml.Documents[0].RootNode).Cast<YamlMappingNode>().Select(query => new JudgedQuery(
                Text(query, "words"),
                Text(query, "form"),
                [.. ((YamlSequenceNode)query["relevant"]).Select(id => ((YamlScalarNode)id).Value!)])),
        ];
    }

    private static string Text(YamlMappingNode query, string key) => ((YamlScalarNode)query[key]).Value!;
}

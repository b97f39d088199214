using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace Heed.Tests.Search;

/// <summary>A question of <c>tests/search/expected-first.yml</c>, with which pages come first.</summary>
public sealed record ExpectedFirst(string Language, string Words, ImmutableArray<string> First)
{
    /// <summary>How many of the first results are expected.</summary>
    public const int Shown = 3;

    /// <summary>All questions.</summary>
    public static ImmutableArray<ExpectedFirst> Read(string repository)
    {
        using var file = File.OpenText(PathIn(repository));
        var yaml = new YamlStream();
        yaml.Load(file);
        return
        [
            .. ((YamlSequenceNode)yaml.Documents[0].RootNode).Cast<YamlMappingNode>().Select(question => new ExpectedFirst(
                Text(question["language"]),
                Text(question["words"]),
                [.. ((YamlSequenceNode)question["first"]).Select(Text)])),
        ];
    }

    /// <summary>Writes the table anew; the remarks at its head stay.</summary>
    public static void Write(string repository, ImmutableArray<ExpectedFirst> questions)
    {
        var head = File.ReadLines(PathIn(repository)).TakeWhile(line => line.StartsWith('#'));
        File.WriteAllText(PathIn(repository), string.Join('\n', head) + "\n" + string.Concat(questions.Select(Written)));
    }

    /// <summary>A question as the table has it.</summary>
    public static string Written(ExpectedFirst question) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"- language: {question.Language}\n  words: '{question.Words.Replace("'", "''", StringComparison.Ordinal)}'\n")
        .Append(question.First.IsEmpty ? "  first: []\n" : "  first:\n").AppendJoin("", question.First.Select(address => $"    - {address}\n"))
        .ToString();

    private static string PathIn(string repository) => Path.Combine(repository, "tests", "search", "expected-first.yml");

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}

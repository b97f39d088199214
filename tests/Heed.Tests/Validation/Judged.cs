using System.Collections.Immutable;
using Heed.Model;
using Heed.Tests.Support;
using Heed.Validation;

namespace Heed.Tests.Validation;

/// <summary>What the rules about the knowledge as a whole say of the small site with files of a test laid over it.</summary>
internal static class Judged
{
    /// <summary>Each as <c>rule: message</c>, without notes of coverage that no test asks for.</summary>
    public static string[] Of(DateOnly today, params (string Path, string Text)[] over)
    {
        var (knowledge, log) = SmallSite.Read(over);
        Validator.Validate(knowledge, today, ImmutableDictionary<string, ImmutableArray<LevelChange>>.Empty, log);
        return [.. log.Sorted().Select(told => $"{told.Rule.Id}: {told.Message}")];
    }

    public static string[] Of(params (string Path, string Text)[] over) => Of(default, over);

    /// <summary>Those of one rule.</summary>
    public static string[] By(string rule, params (string Path, string Text)[] over) =>
        [.. Of(over).Where(told => told.StartsWith(rule + ": ", StringComparison.Ordinal)).Select(told => told[(rule.Length + 2)..])];

    /// <summary>A file of the small site with another line.</summary>
    public static (string Path, string Text) With(string path, string right, string written)
    {
        var text = SmallSite.Sources().Find(path)!.Text;
        Assert.Contains(right, text, StringComparison.Ordinal);
        return (path, text.Replace(right, written, StringComparison.Ordinal));
    }

    /// <summary>The third review, which received so many.</summary>
    public static (string Path, string Text) Received(string count) => With("content/reviews/upr-3.md", "received: {count: \"1\"", $"received: {{count: \"{count}\"");
}

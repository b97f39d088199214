using System.Globalization;
using System.Text.RegularExpressions;
using Heed.Linking;
using Heed.Model;

namespace Heed.Cli.Scaffold;

/// <summary>The page that <c>heed new KIND</c> writes.</summary>
/// <remarks>
/// What cannot be left unknown gets the first word of the knowledge base's own vocabulary, marked CHANGE. So the page is
/// valid at once, and as a draft it is in no published site before an author has removed the mark.
/// </remarks>
internal static partial class PageScaffold
{
    private const string Nothing = "change-me";

    /// <summary>The text of a new page.</summary>
    public static string Of(string kind, EntryId id, KnowledgeBase knowledge)
    {
        var words = Words(id, knowledge);
        return Blank().Replace(SiteScaffold.Resource($"scaffold/pages/{kind}.md"), blank => words[blank.Groups[1].Value]());
    }

    private static Dictionary<string, Func<string>> Words(EntryId id, KnowledgeBase knowledge)
    {
        var vocabulary = knowledge.Vocabulary;
        var parts = id.ToString().Split('/');
        return new(StringComparer.Ordinal)
        {
            ["name"] = () => id.Name,
            ["anchor"] = () => id.Name.Replace('.', '-'),
            ["review"] = () => parts.Length == 3 ? parts[1] : LastReview(knowledge),
            ["paragraph"] = () => ParagraphNumber.TryParse(id.Name, out _) ? $"\"{id.Name}\"" : "unknown",
            ["cycle"] = () => Cycle(id).ToString(CultureInfo.InvariantCulture),
            ["session"] = () => FirstSession(Cycle(id)).ToString(CultureInfo.InvariantCulture),
            ["body"] = () => parts.Length == 3 && vocabulary.Bodies.Find(parts[1]) is not null ? parts[1] : First(vocabulary.Bodies),
            ["theme"] = () => First(vocabulary.Themes),
            ["form"] = () => First(vocabulary.Forms),
            ["assessor"] = () => First(vocabulary.Assessors),
            ["assessor-kind"] = () => First(vocabulary.AssessorKinds),
            ["source"] = () => vocabulary.Sources.Keys.FirstOrDefault(Nothing),
            ["scale"] = () => knowledge.Config.DefaultScale,
            ["level"] = () => vocabulary.Scales.TryGetValue(knowledge.Config.DefaultScale, out var scale) && !scale.Levels.IsEmpty ? scale.Levels[^1].Key : Nothing,
            ["entry"] = () => knowledge.Findings.Select(finding => finding.Id.ToString()).FirstOrDefault("findings/" + Nothing),
        };
    }

    private static string First(Terms terms) => terms.All.Select(term => term.Key).FirstOrDefault(Nothing);

    private static string LastReview(KnowledgeBase knowledge) =>
        knowledge.Reviews.OrderBy(review => review.Cycle).Select(review => review.Id.Name).LastOrDefault("upr-1");

    private static int Cycle(EntryId id) =>
        int.TryParse(id.Name.Split('-')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var cycle) && cycle is >= 1 and <= 99 ? cycle : 1;

    /// <summary>The Working Group's sessions 1, 13, 27 and 41 opened the first four cycles, and a cycle has had 14 sessions since the second.</summary>
    private static int FirstSession(int cycle) => cycle == 1 ? 1 : 13 + (14 * (cycle - 2));

    [GeneratedRegex(@"\{\{([a-z-]+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heed.Model;

namespace Heed.Cli.Scaffold;

/// <summary>The file that <c>heed new translation</c> writes: every text of the original that is to be translated, in its place.</summary>
internal static class TranslationScaffold
{
    private const string Change = "CHANGE: ";

    /// <summary>The text of a new translation of the entry.</summary>
    public static string Of(Entry entry)
    {
        var file = new StringBuilder();
        file.Append("---\n");
        file.Append("# Translate what says CHANGE, then remove the line `draft: true`. Links stay: [[target|translate these words]].\n");
        file.Append("draft: true\n");
        file.Append("# human, or machine-assisted when a machine made the first version\n");
        file.Append("translation: human\n");
        file.Append("# true when a person who knows both languages has read it against the original\n");
        file.Append("reviewed: false\n");
        file.Append("# which words of the original this translates; heed check tells when they have changed\n");
        file.Append(CultureInfo.InvariantCulture, $"original: \"{TranslatableText.Hash(entry)}\"\n");
        foreach (var text in TranslatableText.Of(entry).Where(text => text.Part.Length == 0 && text.Name is not ("body" or "grounds_found")))
        {
            Write(file, "", text.Name, text.Words);
        }

        Parts(file, entry);
        file.Append("---\n");
        if (!string.IsNullOrWhiteSpace(entry.Markdown))
        {
            file.Append('\n').Append(Change).Append(entry.Markdown.Trim()).Append('\n');
        }

        return file.ToString();
    }

    private static void Parts(StringBuilder file, Entry entry)
    {
        switch (entry)
        {
            case Finding finding:
                List(file, "statements", finding.Statements, statement => Item(
                    statement.Id,
                    [("text", statement.Text), ("asserted_by", statement.AssertedBy), ("note", statement.Note)],
                    "figures",
                    [.. statement.Figures.Select(figure => ImmutableArray.Create(("qualifier", figure.Qualifier), ("unit", figure.Unit), ("label", figure.Label)))]));
                List(file, "conflicts", finding.Conflicts, conflict => Item(
                    conflict.Id,
                    [("about", conflict.About), ("advice", conflict.Advice)],
                    "values",
                    [.. conflict.Values.Select(value => ImmutableArray.Create<(string, string?)>(("value", value.Value), ("note", value.Note)))]));
                break;
            case Decision decision:
                List(file, "grounds_found", decision.GroundsFound, ground => $"  - >-\n    {Change}{ground}\n");
                List(file, "bears_on", [.. decision.BearsOn.Select((bearing, index) => (Id: TranslatableText.PositionId(index), bearing.Why))], bearing => Item($"\"{bearing.Id}\"", [("why", bearing.Why)]));
                break;
            case Review review:
                List(file, "totals", [.. TranslatableText.Of(review).Where(text => IsTotal(text.Part))], total => Item(total.Part, [("text", total.Words)]));
                List(file, "awaited_assessments", review.AwaitedAssessments, awaited => Item(awaited.Assessor, [("note", awaited.Note)]));
                List(file, "undertakings", review.Undertakings, undertaking => Item(undertaking.Id, [("text", undertaking.Text)]));
                break;
            case Recommendation recommendation:
                var positions = recommendation.Positions
                    .Select((position, index) => (Id: TranslatableText.PositionId(index), position.ReportedBy, position.Detail, position.Note))
                    .Where(position => position.ReportedBy is not null || position.Detail is not null || position.Note is not null)
                    .ToImmutableArray();
                List(file, "positions", positions, position => Item($"\"{position.Id}\"", [("reported_by", position.ReportedBy), ("detail", position.Detail), ("note", position.Note)]));
                List(file, "repeats", recommendation.Repeats, link => Item(link.Entry.Target.ToString(), [("why", link.Why)], key: "entry"));
                break;
            default:
                break;
        }
    }

    private static bool IsTotal(string part) => part is TranslatableText.Totals.Received or TranslatableText.Totals.Supported or TranslatableText.Totals.Noted
        or TranslatableText.Totals.Delegations or TranslatableText.Totals.RecommendingStates;

    private static void List<T>(StringBuilder file, string name, ImmutableArray<T> items, Func<T, string> item)
    {
        if (!items.IsEmpty)
        {
            file.Append(name).Append(":\n").AppendJoin("", items.Select(item));
        }
    }

    private static string Item(string id, ImmutableArray<(string Name, string? Words)> texts, string inner = "", ImmutableArray<ImmutableArray<(string Name, string? Words)>> items = default, string key = "id")
    {
        var item = new StringBuilder();
        item.Append(CultureInfo.InvariantCulture, $"  - {key}: {id}\n");
        foreach (var (name, words) in texts)
        {
            Write(item, "    ", name, words);
        }

        if (items.IsDefaultOrEmpty)
        {
            return item.ToString();
        }

        item.Append(CultureInfo.InvariantCulture, $"    {inner}:\n");
        foreach (var parts in items)
        {
            var first = item.Length;
            foreach (var (name, words) in parts)
            {
                Write(item, "        ", name, words);
            }

            // The first line of an item bears its hyphen.
            item[first + 6] = '-';
        }

        return item.ToString();
    }

    private static void Write(StringBuilder file, string indent, string name, string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return;
        }

        var fold = words.Contains('\n') ? "|-" : ">-";
        file.Append(CultureInfo.InvariantCulture, $"{indent}{name}: {fold}\n");
        foreach (var (line, index) in words.Trim().Split('\n').Select((line, index) => (line, index)))
        {
            file.Append(indent).Append("  ").Append(index == 0 ? Change : "").Append(line.TrimEnd()).Append('\n');
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heed.Model;
using Heed.Yaml;

namespace Heed.Cli.Scaffold;

/// <summary>The file that <c>heed new translation</c> writes: every text of the original that is to be translated, in its place.</summary>
internal static class TranslationScaffold
{
    private const string Change = "CHANGE: ";

    /// <summary>The text of a new translation of the entry.</summary>
    public static string Of(Entry entry)
    {
        var texts = EntryTexts.Of(entry);
        var file = new StringBuilder();
        file.Append("---\n");
        file.Append("# Translate what says CHANGE, then remove the line `draft: true`. Links stay: [[target|translate these words]].\n");
        file.Append("draft: true\n");
        file.Append("# human, or machine-assisted when a machine made the first version\n");
        file.Append("translation: human\n");
        file.Append("# true when a person who knows both languages has read it against the original\n");
        file.Append("reviewed: false\n");
        file.Append("# which words of the original this translates; heed check tells when they have changed\n");
        file.Append(CultureInfo.InvariantCulture, $"original: \"{texts.Hash()}\"\n");
        foreach (var list in TextFields.Of(entry.Kind))
        {
            file.Append(Of(list, entry, texts));
        }

        file.Append("---\n");
        if (texts.Find(new TextId("body")) is { } body && !Placeholders.AreIn(body.Words))
        {
            file.Append('\n').Append(Change).Append(body.Words.Trim()).Append('\n');
        }

        return file.ToString();
    }

    private static string Of(TextList list, Entry entry, EntryTexts texts)
    {
        if (list.Key.Length == 0)
        {
            return Own(list, "", "", texts);
        }

        var items = string.Concat(list.Parts(entry).Select(part => Own(list, part.Id, "    ", texts) is { Length: > 0 } words ? $"  - {list.IdKey}: {Id(part.Id)}\n{words}" : ""));
        return items.Length == 0 ? "" : $"{list.Key}:\n{items}";
    }

    private static string Own(TextList list, string part, string indent, EntryTexts texts)
    {
        var own = new StringBuilder();
        foreach (var field in list.Fields.Where(field => field.Form != TextForm.Body && IsOffered(field)))
        {
            Write(own, indent, field.Name, texts.Find(new TextId(field.Name, part))?.Words);
        }

        foreach (var inner in list.Inner.Where(inner => inner.IsTranslated))
        {
            var words = texts.All.Where(text => text.Id.Part == part && text.Id.List == inner.Key && IsOffered(text.Field)).GroupBy(text => text.Id.Item).ToImmutableArray();
            // Items are told apart by their order, so a list is offered whole, or not before it is written.
            if (!words.IsEmpty && !words.Any(item => item.Any(text => Placeholders.AreIn(text.Words))))
            {
                own.Append(indent).Append(inner.Key).Append(":\n").AppendJoin("", words.Select(item => inner.IsOfTexts ? Text(indent, item.Single()) : Item(indent, item)));
            }
        }

        return own.ToString();
    }

    // What nobody misses in a translation is not asked for.
    private static bool IsOffered(TextField field) => field.Translation is TextTranslation.Needed or TextTranslation.Name;

    private static string Id(string id) => id.All(char.IsAsciiDigit) ? $"\"{id}\"" : id;

    private static string Text(string indent, EntryText text) => $"{indent}  - >-\n{indent}    {Change}{text.Words}\n";

    private static string Item(string indent, IEnumerable<EntryText> texts)
    {
        var item = new StringBuilder();
        foreach (var text in texts)
        {
            Write(item, indent + "    ", text.Id.Name, text.Words);
        }

        // The first line of an item bears its hyphen.
        item[indent.Length + 2] = '-';
        return item.ToString();
    }

    private static void Write(StringBuilder file, string indent, string name, string? words)
    {
        // What an author has not written yet is nothing to translate.
        if (string.IsNullOrWhiteSpace(words) || Placeholders.AreIn(words))
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

using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Heed.Model;

namespace Heed.Rendering.Machine;

/// <summary>What a translation says, as JSON: its own texts, then those of parts by their id, each list in the order of the original.</summary>
internal static class TranslationJson
{
    private static readonly ImmutableArray<string> Heads = ["title", "summary", "note"];

    /// <summary>The record of a translation.</summary>
    public static JsonObject Of(Translation translation)
    {
        var json = new JsonObject()
            .With("language", translation.Language)
            .With("machine_assisted", translation.MachineAssisted)
            .With("reviewed", translation.Reviewed)
            .With("original_hash", translation.OriginalHash)
            .With("outdated", translation.IsOutdated);
        foreach (var name in Heads)
        {
            json.With(name, translation.Texts.GetValueOrDefault(new TextId(name))?.Words);
        }

        var facts = Texts(translation, "", name => name != "body" && !Heads.Contains(name));
        return Lists(json.With("facts", facts), translation, "")
            .With("parts", new JsonObject([.. translation.Parts.OrderBy(part => part.Id, StringComparer.Ordinal).Select(part => KeyValuePair.Create(part.Id, (JsonNode?)Part(translation, part.Id)))]));
    }

    private static JsonObject Part(Translation translation, string id)
    {
        var part = new JsonObject().With("id", id);
        foreach (var (name, words) in Texts(translation, id, _ => true).ToList())
        {
            part.With(name, words?.DeepClone());
        }

        return Lists(part, translation, id);
    }

    private static JsonObject Texts(Translation translation, string part, Func<string, bool> isWanted) => new(
    [
        .. translation.Texts
            .Where(text => text.Key.Part == part && text.Key.List.Length == 0 && isWanted(text.Key.Name))
            .OrderBy(text => text.Key.Name, StringComparer.Ordinal)
            .Select(text => KeyValuePair.Create(text.Key.Name, (JsonNode?)JsonValue.Create(text.Value.Words))),
    ]);

    private static JsonObject Lists(JsonObject json, Translation translation, string part)
    {
        foreach (var ((_, list), count) in translation.Counts.Where(count => count.Key.Part == part && count.Value > 0).OrderBy(count => count.Key.List, StringComparer.Ordinal))
        {
            var items = translation.Texts.Where(text => text.Key.Part == part && text.Key.List == list).ToLookup(text => text.Key.Item);
            json.With(list, new JsonArray([.. Enumerable.Range(0, count).Select(item => Item(list, items[item]))]));
        }

        return json;
    }

    private static JsonNode? Item(string list, IEnumerable<KeyValuePair<TextId, TranslatedText>> texts)
    {
        var words = texts.OrderBy(text => text.Key.Name, StringComparer.Ordinal).ToList();
        return words is [{ Key: var only } alone] && only.Name == list
            ? JsonValue.Create(alone.Value.Words)
            : new JsonObject([.. words.Select(text => KeyValuePair.Create(text.Key.Name, (JsonNode?)JsonValue.Create(text.Value.Words)))]);
    }
}

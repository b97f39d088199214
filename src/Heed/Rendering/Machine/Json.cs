using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Heed.Rendering.Machine;

/// <summary>JSON as all files of the site have it: UTF-8 with every alphabet legible, keys in the order in which they were put.</summary>
internal static class Json
{
    // The text is read by programs and people; where it becomes a part of a page, InPage looks after what HTML takes otherwise.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Adds a value; nothing when there is none, so that no key says only that something is not known here.</summary>
    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }

        return json;
    }

    /// <summary>Adds a text; nothing when it is empty.</summary>
    public static JsonObject With(this JsonObject json, string name, string? text) => string.IsNullOrEmpty(text) ? json : json.With(name, JsonValue.Create(text));

    /// <summary>Adds a list: nothing when it is empty, the value alone when there is one, as JSON-LD means the same by both.</summary>
    public static JsonObject WithEach(this JsonObject json, string name, IEnumerable<JsonNode> values) => values.ToList() switch
    {
        [] => json,
        [var only] => json.With(name, only),
        var several => json.With(name, new JsonArray([.. several])),
    };

    /// <summary>The text of a file.</summary>
    public static string Written(this JsonNode json) => json.ToJsonString(Options) + "\n";

    /// <summary>The text of a data block in a page: nothing in it can end the block or the line.</summary>
    public static string InPage(this JsonNode json) => json.ToJsonString(Options)
        .Replace("<", "\\u003c", StringComparison.Ordinal)
        .Replace("\u2028", "\\u2028", StringComparison.Ordinal)
        .Replace("\u2029", "\\u2029", StringComparison.Ordinal);
}

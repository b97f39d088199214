using System.Buffers;
using System.Globalization;
using System.Text;

namespace Heed.Search;

/// <summary>Writes JSON with the very characters of JavaScript's <c>JSON.stringify</c>, so that two indexes can be compared as bytes.</summary>
internal static class JsonText
{
    /// <summary>What JSON writes otherwise than it is, and halves of surrogate pairs, which may stand alone.</summary>
    private static readonly SearchValues<char> Special =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(unit => (char)unit), '"', '\\', .. Enumerable.Range(0xD800, 0x800).Select(unit => (char)unit)]);

    /// <summary>A string in quotes.</summary>
    public static StringBuilder AppendJson(this StringBuilder json, string text)
    {
        json.Append('"');
        for (var at = 0; at < text.Length;)
        {
            var plain = text.AsSpan(at).IndexOfAny(Special);
            json.Append(text.AsSpan(at, plain < 0 ? text.Length - at : plain));
            if (plain < 0)
            {
                break;
            }

            at += plain;
            AppendSpecial(json, text, at++);
        }

        return json.Append('"');
    }

    private static void AppendSpecial(StringBuilder json, string text, int at)
    {
        var unit = text[at];
        _ = unit switch
        {
            '"' => json.Append("\\\""),
            '\\' => json.Append("\\\\"),
            '\b' => json.Append("\\b"),
            '\f' => json.Append("\\f"),
            '\n' => json.Append("\\n"),
            '\r' => json.Append("\\r"),
            '\t' => json.Append("\\t"),
            _ when unit < ' ' || IsLone(text, at) => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
            _ => json.Append(unit),
        };
    }

    /// <summary>The text as a string of a script in single quotes, as JSON is full of the double ones.</summary>
    public static StringBuilder AppendScriptString(this StringBuilder script, string text)
    {
        script.Append('\'');
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '\'' => script.Append("\\'"),
                '\\' => script.Append("\\\\"),
                '\n' => script.Append("\\n"),
                '\r' => script.Append("\\r"),
                '\u2028' => script.Append("\\u2028"),
                '\u2029' => script.Append("\\u2029"),
                _ => script.Append(unit),
            };
        }

        return script.Append('\'');
    }

    /// <summary>Half of a surrogate pair without its other half.</summary>
    private static bool IsLone(string text, int at)
    {
        if (char.IsHighSurrogate(text[at]))
            return at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]);

        return char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));
    }
}

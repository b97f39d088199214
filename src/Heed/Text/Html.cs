using System.Text;

namespace Heed.Text;

/// <summary>Text that is already HTML. Everything that is not of this type is escaped when it reaches a page.</summary>
/// <remarks>Only code that has made or cleaned the markup itself may construct a value; templates let it pass as it is.</remarks>
public readonly record struct Html(string Markup)
{
    /// <summary>No markup at all.</summary>
    public static readonly Html Empty = new("");

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Markup);

    /// <summary>Makes plain text safe inside an element or a quoted attribute: <c>&amp; &lt; &gt; " '</c>.</summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Plain text as HTML.</summary>
    public static Html FromText(string text) => new(Escape(text));

    /// <inheritdoc/>
    public override string ToString() => Markup ?? "";
}

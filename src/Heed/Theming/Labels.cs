using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Heed.Text;

namespace Heed.Theming;

/// <summary>One label in one language: a text with places <c>{0}</c>, <c>{1}</c> for values, in one form or one for each plural.</summary>
/// <param name="Forms">The text by plural category; a label without plurals has only <c>other</c>.</param>
public sealed partial record Label(ImmutableSortedDictionary<string, string> Forms)
{
    /// <summary>Whether the first value, a whole number, decides the form.</summary>
    public bool IsPlural => Forms.Count > 1 || !Forms.ContainsKey("other");

    /// <summary>The places for values that the forms have between them, in ordinal order.</summary>
    public ImmutableArray<string> Placeholders =>
        [.. Forms.Values.SelectMany(form => Placeholder().Matches(form)).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>A label of one form.</summary>
    public static Label Of(string text) => new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("other", text));

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.CultureInvariant)]
    internal static partial Regex Placeholder();
}

/// <summary>Every word that a visitor reads and that is not content, in one language.</summary>
public sealed class Labels(string language, ImmutableSortedDictionary<string, Label> byKey)
{
    /// <summary>The language, as a BCP 47 code.</summary>
    public string Language => language;

    /// <summary>The keys, in ordinal order.</summary>
    public IEnumerable<string> Keys => byKey.Keys;

    /// <summary>The label of the key, or null.</summary>
    public Label? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The words of a label as plain text, with the values in their places. A first value that is a whole number chooses the plural.</summary>
    /// <exception cref="KeyNotFoundException">No label has the key: a fault of ours, as the default theme has every label.</exception>
    public string Say(string key, params ReadOnlySpan<object?> values)
    {
        var texts = new string[values.Length];
        for (var index = 0; index < values.Length; index++)
        {
            texts[index] = TextOf(values[index]);
        }

        return Fill(FormOf(key, values), texts);
    }

    /// <summary>The words of a label as HTML: the words and plain values are escaped, values that are <see cref="Html"/> pass.</summary>
    /// <exception cref="KeyNotFoundException">No label has the key.</exception>
    public Html SayHtml(string key, params ReadOnlySpan<object?> values)
    {
        var texts = new string[values.Length];
        for (var index = 0; index < values.Length; index++)
        {
            texts[index] = values[index] is Html html ? html.ToString() : Html.Escape(TextOf(values[index]));
        }

        return new Html(Fill(Html.Escape(FormOf(key, values)), texts));
    }

    private static string TextOf(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Fill(string form, string[] texts) =>
        texts.Length == 0 ? form : Label.Placeholder().Replace(form, match => match.Value[1] - '0' is var index && index < texts.Length ? texts[index] : "");

    private string FormOf(string key, ReadOnlySpan<object?> values)
    {
        var label = Find(key) ?? throw new KeyNotFoundException($"There is no label \"{key}\".");
        var category = values.Length > 0 && values[0] is int or long
            ? PluralRules.Category(language, Convert.ToInt64(values[0], CultureInfo.InvariantCulture))
            : "other";
        return label.Forms.GetValueOrDefault(category) ?? label.Forms.GetValueOrDefault("other") ?? label.Forms.Values.First();
    }
}

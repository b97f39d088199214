using System.Collections.Immutable;
using Heed.Model;

namespace Heed.Rendering.Entries;

/// <summary>The names by which a reader may write a word of the vocabulary, in whatever language the page is.</summary>
internal static class SearchNames
{
    /// <summary>Labels of all languages, aliases, acronym and names as printed, the label of the language first.</summary>
    public static IEnumerable<string> Of(Term term, string language) => Distinct(
    [
        term.Label.In(language),
        .. term.Label.ByLanguage.Values,
        .. term.Aliases,
        term.Acronym ?? "",

        // Sources that were read as data print the key itself.
        .. term.Printed.Where(name => name != term.Key),
    ]);

    /// <summary>The same of a key; nothing when the list does not have it.</summary>
    public static IEnumerable<string> Of(Terms terms, string key, string language) => terms.Find(key) is { } term ? Of(term, language) : [];

    /// <summary>Each name once, whatever its capitals, as nobody searches by them.</summary>
    public static IEnumerable<string> Distinct(IEnumerable<string> names) =>
        names.Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>All names but the label, in ordinal order.</summary>
    public static ImmutableArray<string> Beside(string label, IEnumerable<string> names) =>
        [.. Distinct(names.Prepend(label)).Where(name => name != label).Order(StringComparer.Ordinal)];
}

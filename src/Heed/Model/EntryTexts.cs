using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Heed.Diagnostics;

namespace Heed.Model;

/// <summary>One text of an entry.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Field">What kind of text it is.</param>
/// <param name="Words">The words in the original.</param>
/// <param name="Place">Where they stand.</param>
public sealed record EntryText(TextId Id, TextField Field, string Words, Place Place)
{
    /// <summary>Its translations, by language.</summary>
    public ImmutableSortedDictionary<string, TranslatedText> Translations { get; init; } = ImmutableSortedDictionary<string, TranslatedText>.Empty;

    /// <summary>Whether there is anything to translate: a number or a date is the same in every language.</summary>
    public bool HasLetters => Words.Any(char.IsLetter);

    /// <summary>The words in the language, or null where they are not translated into it.</summary>
    public TranslatedText? In(string language) => Translations.GetValueOrDefault(language);
}

/// <summary>Every text of an entry, in its original and its translations.</summary>
/// <remarks>Prose reading, translations, search, scaffolds and pages all ask here; what is not here, no page can show.</remarks>
public sealed class EntryTexts
{
    private static readonly FrozenDictionary<EntryKind, FrozenSet<(string List, string Name)>> Known = EntryKinds.All.ToFrozenDictionary(
        kind => kind,
        kind => TextFields.Of(kind)
            .SelectMany(list => list.Fields.Select(field => ("", field.Name)).Concat(list.Inner.SelectMany(inner => inner.Fields.Select(field => (inner.Key, field.Name)))))
            .ToFrozenSet());

    private readonly EntryKind kind;
    private readonly Dictionary<TextId, EntryText> byId;

    private EntryTexts(Entry entry)
    {
        kind = entry.Kind;
        All = [.. TextFields.Of(kind).SelectMany(list => list.Parts(entry).SelectMany(part => TextsOf(entry, list, part)))];
        byId = All.DistinctBy(text => text.Id).ToDictionary(text => text.Id);
    }

    /// <summary>The texts of an entry that have words, in the order of the content hash.</summary>
    public static EntryTexts Of(Entry entry) => new(entry);

    /// <summary>The texts.</summary>
    public ImmutableArray<EntryText> All { get; }

    /// <summary>Those that a translation should or may give.</summary>
    public IEnumerable<EntryText> Translatable => All.Where(text => text.Field.Translation != TextTranslation.Never);

    /// <summary>The text of the id; null when the entry has no words there.</summary>
    /// <exception cref="ArgumentException">Entries of this kind have no such text: <see cref="TextFields"/> lacks it.</exception>
    public EntryText? Find(TextId id) => byId.GetValueOrDefault(id) ?? (Known[kind].Contains((id.List, id.Name))
        ? null
        : throw new ArgumentException($"{nameof(TextFields)} has no text {id} of a {EntryKinds.WordOf(kind)}.", nameof(id)));

    /// <summary>The parts that a translation may give words to, by id.</summary>
    public ImmutableArray<string> Parts => PartsOf(Translatable);

    /// <summary>The parts that must be there for a translation to be whole.</summary>
    public ImmutableArray<string> NeededParts => PartsOf(All.Where(text => text.Field.Translation == TextTranslation.Needed));

    /// <summary>
    /// Eight hexadecimal digits that change when the words of the original change, and only then: facts that a translation
    /// does not repeat, and where lines break, do not count.
    /// </summary>
    public string Hash()
    {
        var words = new StringBuilder();
        foreach (var text in All.Where(text => text.Field.Translation is TextTranslation.Needed or TextTranslation.Name))
        {
            words.Append(text.Id.Part).Append('\0').Append(text.Id.Name).Append('\0');
            words.AppendJoin(' ', text.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString())))[..8];
    }

    private static IEnumerable<EntryText> TextsOf(Entry entry, TextList list, TextPart part)
    {
        foreach (var field in list.Fields)
        {
            if (TextOf(entry, new TextId(field.Name, part.Id), field, part.Path, part.Item) is { } text)
            {
                yield return text;
            }
        }

        foreach (var inner in list.Inner)
        {
            var items = inner.Items(part.Item).ToImmutableArray();
            foreach (var (item, index) in items.Select((item, index) => (item, index)))
            {
                foreach (var field in inner.Fields)
                {
                    var path = part.Path.Length == 0 ? item.Path : $"{part.Path}.{item.Path}";
                    if (TextOf(entry, new TextId(field.Name, part.Id, inner.Key, index), field, path, item.Item, items.Length) is { } text)
                    {
                        yield return text;
                    }
                }
            }
        }
    }

    /// <param name="entry">The entry.</param>
    /// <param name="id">Which text.</param>
    /// <param name="field">What kind of text.</param>
    /// <param name="path">Where the part or item stands.</param>
    /// <param name="item">The part or item.</param>
    /// <param name="items">How many items the original has; a translation with another number is not taken, as nobody knows then which is which.</param>
    private static EntryText? TextOf(Entry entry, TextId id, TextField field, string path, object item, int? items = null)
    {
        if (field.Read(item) is not { } words || string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        var place = field.Form == TextForm.Body
            ? new Place(entry.Place.Path, entry.MarkdownLine)
            : entry.PlaceOf(field.Key.Length == 0 ? path : path.Length == 0 ? field.Key : $"{path}.{field.Key}");
        return new EntryText(id, field, words, place) { Translations = TranslationsOf(entry, id, field, items) };
    }

    private static ImmutableSortedDictionary<string, TranslatedText> TranslationsOf(Entry entry, TextId id, TextField field, int? items)
    {
        var translations = ImmutableSortedDictionary<string, TranslatedText>.Empty;
        if (field.Translation == TextTranslation.Never)
        {
            return translations;
        }

        foreach (var (language, translation) in entry.Translations)
        {
            if (translation.Texts.GetValueOrDefault(id) is { } words && (items is null || translation.Counts.GetValueOrDefault((id.Part, id.List)) == items))
            {
                translations = translations.Add(language, words);
            }
        }

        return translations;
    }

    private static ImmutableArray<string> PartsOf(IEnumerable<EntryText> texts) =>
        [.. texts.Select(text => text.Id.Part).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal)];
}

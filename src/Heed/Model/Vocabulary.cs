using System.Collections.Immutable;
using Heed.Diagnostics;

namespace Heed.Model;

/// <summary>Words in several languages; English is always there.</summary>
public sealed record LocalizedText(ImmutableSortedDictionary<string, string> ByLanguage)
{
    /// <summary>No words.</summary>
    public static readonly LocalizedText Empty = new(ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>The words in the language, else in English, else nothing.</summary>
    public string In(string language) => ByLanguage.GetValueOrDefault(language) ?? ByLanguage.GetValueOrDefault("en") ?? "";

    /// <summary>Whether these are the words in one of the languages, in any case.</summary>
    public bool Says(string words) => ByLanguage.Values.Any(own => string.Equals(own.Trim(), words.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the language has words of its own.</summary>
    public bool Has(string language) => ByLanguage.ContainsKey(language);

    /// <summary>Words in one language.</summary>
    public static LocalizedText Of(string language, string text) => new(ImmutableSortedDictionary<string, string>.Empty.Add(language, text));
}

/// <summary>One word that authors own: a theme, State, body, form, outcome, group of persons, treaty, assessor or kind of assessor.</summary>
public sealed record Term(string Key, Place Place, LocalizedText Label)
{
    /// <summary>What it means.</summary>
    public LocalizedText Description { get; init; } = LocalizedText.Empty;

    /// <summary>The key of the broader theme, if there is one.</summary>
    public string? Broader { get; init; }

    /// <summary>Other words for it, for search.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The labels as sources print them.</summary>
    public ImmutableArray<string> Printed { get; init; } = [];

    /// <summary>Of an assessor: the key of its kind. Of a body: <c>treaty-body</c>, <c>special-procedure</c> or <c>other</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The short name: <c>CCPR</c>, <c>ICCPR</c>.</summary>
    public string? Acronym { get; init; }

    /// <summary>Of a form: whether documents of this form answer communications of persons.</summary>
    public bool Communications { get; init; }

    /// <summary>Whether people call it by these words.</summary>
    public bool IsCalled(string words) => Label.Says(words)
        || Aliases.Concat(Printed).Append(Key).Append(Acronym ?? "").Any(name => string.Equals(name.Trim(), words.Trim(), StringComparison.OrdinalIgnoreCase));
}

/// <summary>One level of a scale.</summary>
/// <param name="Key"><c>partially-implemented</c>; in the Committee's scale <c>B</c>.</param>
/// <param name="Label">What a reader sees.</param>
/// <param name="Description">What it means and the least evidence that it asks for.</param>
/// <param name="Order">From worse to better; null when it says nothing about implementation.</param>
/// <param name="Score">The value of UPR Info's index, as text; null when outside the index.</param>
public sealed record ScaleLevel(string Key, LocalizedText Label, LocalizedText Description, int? Order, string? Score);

/// <summary>A scale on which implementation is assessed. Scales are never converted in silence: the crosswalk serves filters only.</summary>
/// <param name="Crosswalk">From this scale's levels to the default scale's, where the facts give it.</param>
public sealed record Scale(string Key, Place Place, LocalizedText Label, LocalizedText Description, ImmutableArray<ScaleLevel> Levels, ImmutableSortedDictionary<string, string> Crosswalk)
{
    /// <summary>The level of the key, or null.</summary>
    public ScaleLevel? Find(string key) => Levels.FirstOrDefault(level => level.Key == key);
}

/// <summary>A source, described once.</summary>
public sealed record Source(string Key, Place Place, string Title, string Url)
{
    /// <summary>Who published it.</summary>
    public string? Publisher { get; init; }

    /// <summary>The UN symbol, when the source is a UN document.</summary>
    public string? Symbol { get; init; }

    /// <summary>The official address, when it is known apart from the one that was read.</summary>
    public string? OfficialUrl { get; init; }

    /// <summary>Whether the address is of a copy and not the issuer's own.</summary>
    public bool IsCopy { get; init; }

    /// <summary>When it was published.</summary>
    public PartialDate Date { get; init; }

    /// <summary>The date as the facts print it, when it is no plain date.</summary>
    public string? DateNote { get; init; }

    /// <summary>Its language, as a BCP 47 code.</summary>
    public string? Language { get; init; }

    /// <summary>The key of the kind of its author.</summary>
    public string? Kind { get; init; }

    /// <summary>How much of it was read.</summary>
    public string? Read { get; init; }

    /// <summary>What else a reader should know of it.</summary>
    public string? Note { get; init; }

    /// <summary>Whether people call it by these words: its title, symbol or address.</summary>
    public bool IsCalled(string words) => new[] { Key, Title, Symbol, Url, OfficialUrl }.Any(name => name is not null && string.Equals(name.Trim(), words.Trim(), StringComparison.OrdinalIgnoreCase));
}

/// <summary>All words that authors own, by list and key, each list in the order of its file.</summary>
public sealed record Vocabulary
{
    /// <summary>No words at all.</summary>
    public static readonly Vocabulary Empty = new();

    public Terms Themes { get; init; } = Terms.Empty;

    public Terms States { get; init; } = Terms.Empty;

    public Terms Groups { get; init; } = Terms.Empty;

    public Terms Bodies { get; init; } = Terms.Empty;

    public Terms Forms { get; init; } = Terms.Empty;

    public Terms Outcomes { get; init; } = Terms.Empty;

    public Terms Treaties { get; init; } = Terms.Empty;

    public Terms Assessors { get; init; } = Terms.Empty;

    public Terms AssessorKinds { get; init; } = Terms.Empty;

    /// <summary>Short texts about sources that recur, such as how much was read; found by their words, see <see cref="PhraseOf"/>.</summary>
    public Terms Phrases { get; init; } = Terms.Empty;

    public ImmutableSortedDictionary<string, Scale> Scales { get; init; } = ImmutableSortedDictionary.Create<string, Scale>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, Source> Sources { get; init; } = ImmutableSortedDictionary.Create<string, Source>(StringComparer.Ordinal);

    /// <summary>The lists of which a file could not be read, which has been told: what they lack, nobody knows.</summary>
    public ImmutableHashSet<string> Unread { get; init; } = [];

    /// <summary>Whether a list was read as a whole, so that a word that it does not have is a wrong one.</summary>
    public bool Has(Terms list) => Has(list.List);

    /// <summary>The same by the list's name: <c>scales</c>.</summary>
    public bool Has(string list) => !Unread.Contains(list);

    /// <summary>The phrase of these English words, whatever their line breaks and last full stop; null when the vocabulary does not have it.</summary>
    public LocalizedText? PhraseOf(string words) => Phrases.FindByLabel(words)?.Label;

    /// <summary>Where a remark on a source, or its translation, is written; null when it is no word of the vocabulary.</summary>
    public Diagnostics.Place? PlaceOfRemark(string? words) =>
        Sources.Values.FirstOrDefault(source => source.Note == words)?.Place ?? Phrases.All.FirstOrDefault(phrase => words is not null && phrase.Label.ByLanguage.ContainsValue(words))?.Place;

    /// <summary>The theme and every theme broader than it, nearest first.</summary>
    public ImmutableArray<string> ThemeAndBroader(string theme)
    {
        var chain = ImmutableArray.CreateBuilder<string>();
        for (var at = theme; at is not null && !chain.Contains(at); at = Themes.Find(at)?.Broader)
        {
            chain.Add(at);
        }

        return chain.ToImmutable();
    }
}

/// <summary>One list of the vocabulary.</summary>
public sealed class Terms
{
    private readonly Dictionary<string, Term> byKey;
    private readonly Lazy<Dictionary<string, Term>> byLabel;

    /// <summary>A list of the terms, in the order given; each key once.</summary>
    public Terms(IEnumerable<Term> terms)
    {
        All = [.. terms];
        byKey = All.ToDictionary(term => term.Key, StringComparer.Ordinal);
        byLabel = new(() => All.DistinctBy(term => Bare(term.Label.In("en"))).ToDictionary(term => Bare(term.Label.In("en")), StringComparer.Ordinal));
    }

    /// <summary>A list with nothing in it.</summary>
    public static Terms Empty { get; } = new([]);

    /// <summary>What the list is called, as its file is: <c>themes</c>.</summary>
    public string List { get; init; } = "";

    /// <summary>The terms in the order of their file.</summary>
    public ImmutableArray<Term> All { get; }

    /// <summary>The term of the key, or null.</summary>
    public Term? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The term whose English label has these words, whatever their line breaks and last full stop; null when there is none.</summary>
    public Term? FindByLabel(string words) => byLabel.Value.GetValueOrDefault(Bare(words));

    /// <summary>The term that people call by these words: by a label in any language, an alias, a label as printed or a short name, in any case.</summary>
    public Term? FindByName(string words) => All.FirstOrDefault(term => term.IsCalled(words));

    /// <summary>The label of the key in the language; the key itself when the list does not have it.</summary>
    public string Label(string key, string language) => Find(key)?.Label.In(language) ?? key;

    private static string Bare(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}

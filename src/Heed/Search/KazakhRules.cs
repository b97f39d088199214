using System.Collections.Frozen;
using System.Globalization;

namespace Heed.Search;

/// <summary>The rules of <c>theme/assets/search/lunr.kk.rules.txt</c>, which explains them, read into tables.</summary>
/// <remarks><c>lunr.kk.js</c> reads the same text; tests hold the two equal.</remarks>
internal sealed class KazakhRules
{
    private readonly FrozenDictionary<char, VowelSide> vowels;
    private readonly FrozenDictionary<char, char> hardened;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> kept;
    private readonly FrozenDictionary<string, string> roots;
    private readonly FrozenSet<string> stopWords;

    private KazakhRules(Draft draft)
    {
        vowels = draft.Vowels.ToFrozenDictionary();
        hardened = draft.Hardened.ToFrozenDictionary();
        kept = draft.Kept.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        roots = draft.Roots.ToFrozenDictionary(StringComparer.Ordinal);
        stopWords = draft.StopWords.ToFrozenSet(StringComparer.Ordinal);
        Layers = draft.Layers.Select(layer => layer.Freeze(draft.LayerNames)).ToArray();
    }

    /// <summary>Which vowels an ending has, or what stands before it asks for.</summary>
    internal enum VowelSide
    {
        Either,
        Back,
        Front,
    }

    /// <summary>The layers of endings, from the end of a word inwards.</summary>
    internal Layer[] Layers { get; }

    /// <summary>Reads the text of the rules.</summary>
    /// <exception cref="InvalidOperationException">The text is not of that form: a fault of ours, as it is a part of the theme.</exception>
    public static KazakhRules Read(string text)
    {
        var draft = new Draft();
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length > 0 && line[0] != '#')
            {
                draft.Add(line);
            }
        }

        return new KazakhRules(draft);
    }

    public bool IsStopWord(string word) => stopWords.Contains(word);

    /// <summary>Whether the word is a root that only looks as if it had an ending.</summary>
    internal bool Keeps(ReadOnlySpan<char> stem) => kept.Contains(stem);

    /// <summary>What a stem is written as that loses a vowel before an ending.</summary>
    internal string Root(string stem) => roots.GetValueOrDefault(stem, stem);

    /// <summary>The letter that ends a stem, as it is before no ending: құқығ- is құқық.</summary>
    internal char Harden(char last) => hardened.GetValueOrDefault(last, last);

    /// <summary>Which endings the stem takes, by the last of its vowels.</summary>
    internal VowelSide Side(ReadOnlySpan<char> stem)
    {
        for (var at = stem.Length - 1; at >= 0; at--)
        {
            if (vowels.TryGetValue(stem[at], out var side))
                return side;
        }

        return VowelSide.Either;
    }

    /// <summary>One of the layers: its endings, each with the rules for it in the order of the text.</summary>
    internal sealed class Layer(bool isInner, Dictionary<string, Rule[]> endings)
    {
        private readonly FrozenDictionary<string, Rule[]>.AlternateLookup<ReadOnlySpan<char>> rules =
            endings.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        /// <summary>Whether it is entered only when a rule names it.</summary>
        public bool IsInner { get; } = isInner;

        public int LongestEnding { get; } = endings.Count == 0 ? 0 : endings.Keys.Max(ending => ending.Length);

        public Rule[] Rules(ReadOnlySpan<char> ending) => rules.TryGetValue(ending, out var found) ? found : [];
    }

    /// <summary>When an ending may be taken off.</summary>
    /// <param name="Put">What comes in its place, mostly nothing.</param>
    /// <param name="Least">How many letters have to be left.</param>
    /// <param name="After">What the rest has to end in; empty for anything.</param>
    /// <param name="Side">The vowels of the ending.</param>
    /// <param name="Next">The layer to go on with, by its place; null for the next.</param>
    internal sealed record Rule(string Put, int Least, string[] After, VowelSide Side, int? Next)
    {
        public bool Allows(ReadOnlySpan<char> rest, KazakhRules rules)
        {
            if (rest.Length < Least || !EndsAsAsked(rest))
            {
                return false;
            }

            return Side == VowelSide.Either || rules.Side(rest) is var side && (side == VowelSide.Either || side == Side);
        }

        private bool EndsAsAsked(ReadOnlySpan<char> rest)
        {
            foreach (var end in After)
            {
                if (rest.EndsWith(end, StringComparison.Ordinal))
                    return true;
            }

            return After.Length == 0;
        }
    }

    /// <summary>The tables while they are read: a layer is named by rules that stand before it.</summary>
    private sealed class Draft
    {
        private readonly Dictionary<string, string[]> sets = new(StringComparer.Ordinal);

        public Dictionary<char, VowelSide> Vowels { get; } = [];

        public Dictionary<char, char> Hardened { get; } = [];

        public HashSet<string> Kept { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string> Roots { get; } = new(StringComparer.Ordinal);

        public HashSet<string> StopWords { get; } = new(StringComparer.Ordinal);

        public List<LayerDraft> Layers { get; } = [];

        public Dictionary<string, int> LayerNames { get; } = new(StringComparer.Ordinal);

        public void Add(string line)
        {
            var words = line.Split(' ');
            var rest = words[1..];
            switch (words[0])
            {
                case "back":
                    AddVowels(rest, VowelSide.Back);
                    break;
                case "front":
                    AddVowels(rest, VowelSide.Front);
                    break;
                case "free":
                    AddVowels(rest, VowelSide.Either);
                    break;
                case "harden":
                    foreach (var pair in rest)
                        Hardened[pair[0]] = pair[1];
                    break;
                case "set":
                    sets[rest[0]] = rest[1..];
                    break;
                case "keep":
                    Kept.UnionWith(rest);
                    break;
                case "stop":
                    StopWords.UnionWith(rest);
                    break;
                case "root":
                    Roots[rest[0]] = rest[1];
                    break;
                case "layer" or "inner":
                    LayerNames[rest[0]] = Layers.Count;
                    Layers.Add(new LayerDraft(words[0] == "inner"));
                    break;
                default:
                    AddRule(line);
                    break;
            }
        }

        private void AddVowels(string[] letters, VowelSide side)
        {
            foreach (var letter in letters)
            {
                Vowels[letter[0]] = side;
            }
        }

        private void AddRule(string line)
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length is not (3 or 4) || Layers.Count == 0)
            {
                throw new InvalidOperationException($"The rules for Kazakh have the line \"{line}\", which is no rule.");
            }

            var least = int.Parse(cells[1], CultureInfo.InvariantCulture);
            string[] after = cells[2] == "-" ? [] : [.. cells[2].Split(' ').SelectMany(name => sets.GetValueOrDefault(name, [name]))];
            foreach (var cell in cells[0].Split(' '))
            {
                var isLoose = cell[0] == '~';
                var parts = cell[(isLoose ? 1 : 0)..].Split('=');
                var side = isLoose ? VowelSide.Either : SideOf(parts[0]);
                Layers[^1].Add(parts[0], new RuleDraft(parts.Length > 1 ? parts[1] : "", least, after, side, cells.ElementAtOrDefault(3)));
            }
        }

        /// <summary>The first vowel of an ending that is of one side; the others follow it.</summary>
        private VowelSide SideOf(string ending) =>
            ending.Select(letter => Vowels.GetValueOrDefault(letter)).FirstOrDefault(side => side != VowelSide.Either);
    }

    private sealed record RuleDraft(string Put, int Least, string[] After, VowelSide Side, string? Next);

    private sealed class LayerDraft(bool isInner)
    {
        private readonly Dictionary<string, List<RuleDraft>> endings = new(StringComparer.Ordinal);

        public void Add(string ending, RuleDraft rule)
        {
            if (!endings.TryGetValue(ending, out var rules))
            {
                endings.Add(ending, rules = []);
            }

            rules.Add(rule);
        }

        public Layer Freeze(Dictionary<string, int> names) => new(isInner, endings.ToDictionary(
            ending => ending.Key,
            ending => ending.Value
                .Select(rule => new Rule(rule.Put, rule.Least, rule.After, rule.Side, rule.Next is { } next ? names[next] : null))
                .ToArray(),
            StringComparer.Ordinal));
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Heed.Diagnostics;
using Heed.Text;

namespace Heed.Yaml;

/// <summary>Takes the fields of one map by name and type, and at the end reports those that nobody asked for.</summary>
/// <param name="map">The map.</param>
/// <param name="what">What the map is, for messages: <c>a recommendation</c>.</param>
/// <param name="log">Told what is wrong.</param>
public sealed class Fields(YamlMap map, string what, DiagnosticLog log)
{
    /// <summary>Nothing here is counted beyond a million, so that sums of what authors write stay numbers.</summary>
    public const int LargestNumber = 1_000_000;

    private readonly List<string> asked = [];
    private readonly List<Fields> inner = [];

    /// <summary>Where the map starts.</summary>
    public Place Place => map.Place;

    /// <summary>What the map is, for messages.</summary>
    public string What => what;

    /// <summary>The names asked for so far, in order: the fields that this kind has.</summary>
    public IReadOnlyList<string> Asked => asked;

    /// <summary>The maps below this one that were asked for, so that a guide can be held to what is read.</summary>
    internal IReadOnlyList<Fields> Inner => inner;

    /// <summary>Told what is wrong.</summary>
    public DiagnosticLog Log => log;

    /// <summary>Whether something is written under the name.</summary>
    public bool Has(string key) => Take(key) is not null;

    /// <summary>Where the value of the name stands, or the map when it is missing.</summary>
    public Place PlaceOf(string key) => map.Find(key)?.Value.Place ?? map.Place;

    /// <summary>The value's node, or null when it is missing or empty.</summary>
    public YamlNode? Take(string key)
    {
        if (!asked.Contains(key))
        {
            asked.Add(key);
        }

        return map.Find(key)?.Value is { } node and not YamlScalar { IsNothing: true } ? node : null;
    }

    /// <summary>Text, or null when it is missing.</summary>
    public string? Text(string key) => Take(key) is { } node ? TextOf(node, key) : null;

    /// <summary>Text that must be there; empty when it is not, which is reported.</summary>
    public string RequiredText(string key)
    {
        if (Take(key) is { } node)
        {
            return TextOf(node, key) ?? "";
        }

        Missing(key);
        return "";
    }

    /// <summary><c>true</c> or <c>false</c>; false when it is missing.</summary>
    public bool Flag(string key, bool required = false) => OneOf(key, required, ("true", true), ("false", false));

    /// <summary>A whole number, or null.</summary>
    public int? Number(string key, bool required = false)
    {
        var text = required ? RequiredText(key) : Text(key);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LargestNumber)
        {
            return number;
        }

        var isTooLarge = text.All(char.IsAsciiDigit);
        log.Report(
            Catalogue.WrongValue,
            PlaceOf(key),
            $"{key} is \"{text}\", and a whole number {(isTooLarge ? "of at most a million " : "")}is wanted",
            isTooLarge ? "Correct the number." : "Write digits only.");
        return null;
    }

    /// <summary>One of a few words; the first when it is missing or wrong.</summary>
    public T OneOf<T>(string key, bool required, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        if (Take(key) is not { } node)
        {
            if (required)
            {
                Missing(key);
            }

            // A flag that is not written is false; any other choice that is not written is its first word.
            return choices[0].Value is bool ? choices[1].Value : choices[0].Value;
        }

        var text = TextOf(node, key);
        foreach (var (word, value) in choices)
        {
            if (word == text)
            {
                return value;
            }
        }

        if (text is not null)
        {
            var words = new List<string>();
            foreach (var (word, _) in choices)
            {
                words.Add(word);
            }

            var meant = OtherWords.Meant(text, words);
            log.Report(
                Catalogue.WrongValue,
                node.Place,
                $"unknown {key} \"{text}\"{(meant is null ? NearMiss.Question(text, words) : $"; did you mean \"{meant}\"?")}",
                meant is null ? $"Write one of: {string.Join(", ", words)}." : $"Write {meant}: that is the word here for \"{text}\".");
        }

        return choices[0].Value;
    }

    /// <summary>A list of texts; empty when it is missing. A single text counts as a list of one only where <paramref name="allowSingle"/> says so.</summary>
    public ImmutableArray<(string Text, Place Place)> Texts(string key, bool required = false, bool allowSingle = false)
    {
        var texts = ImmutableArray.CreateBuilder<(string, Place)>();
        switch (Take(key))
        {
            case null:
                break;
            case YamlList list:
                foreach (var item in list.Items)
                {
                    if (item is YamlScalar { IsNothing: false } scalar)
                    {
                        texts.Add((scalar.Value, scalar.Place));
                    }
                    else
                    {
                        log.Report(Catalogue.WrongType, item.Place, $"{key} is a list of words, and {(item is YamlScalar ? "an empty item" : item.Noun)} stands in it", "Write each item as `- word`.");
                    }
                }

                break;
            case YamlScalar scalar when allowSingle:
                texts.Add((scalar.Value, scalar.Place));
                break;
            case { } node:
                WrongType(node, key, "a list");
                break;
        }

        if (required && texts.Count == 0 && (map.Find(key)?.Value is null or YamlScalar { IsNothing: true } or YamlList { Items.Length: 0 }))
        {
            Missing(key);
        }

        return texts.ToImmutable();
    }

    /// <summary>A map below the name, or null.</summary>
    public Fields? Map(string key, string name)
    {
        switch (Take(key))
        {
            case null:
                return null;
            case YamlMap found:
                return Below(found, name);
            case { } node:
                WrongType(node, key, "a map");
                return null;
        }
    }

    /// <summary>A list of maps; empty when it is missing.</summary>
    public ImmutableArray<Fields> Maps(string key, string name, bool required = false)
    {
        var maps = ImmutableArray.CreateBuilder<Fields>();
        switch (Take(key))
        {
            case null:
                break;
            case YamlList list:
                foreach (var item in list.Items)
                {
                    if (item is YamlMap found)
                    {
                        maps.Add(Below(found, name));
                    }
                    else
                    {
                        log.Report(Catalogue.WrongType, item.Place, $"each item of {key} is {name} with keys, and {item.Noun} was found", "Write each item as `- key: value`, with its other keys below, in the same column as the first.");
                    }
                }

                break;
            case { } node:
                WrongType(node, key, "a list");
                break;
        }

        if (required && maps.Count == 0 && Take(key) is null or YamlList { Items.Length: 0 })
        {
            Missing(key);
        }

        return maps.ToImmutable();
    }

    /// <summary>The entries of the map itself, for vocabularies whose keys are authors' own.</summary>
    public ImmutableArray<YamlEntry> Entries => map.Entries;

    /// <summary>Reports keys that nobody asked for. Call it last.</summary>
    public void Done()
    {
        foreach (var entry in map.Entries)
        {
            if (!asked.Contains(entry.Key))
            {
                log.Report(Catalogue.UnknownKey, entry.KeyPlace, $"{what} has no key \"{entry.Key}\"{NearMiss.Question(entry.Key, asked)}", "Correct the name or remove the line; content/README.md lists the keys of every kind.");
            }
        }
    }

    /// <summary>Reports that a required key is missing.</summary>
    public void Missing(string key)
    {
        if (!asked.Contains(key))
        {
            asked.Add(key);
        }

        log.Report(Catalogue.MissingKey, map.Find(key)?.KeyPlace ?? map.Place, $"{what} needs {key}", $"Add `{key}:` with its value; write `unknown` only where content/README.md allows it.");
    }

    private Fields Below(YamlMap found, string name)
    {
        var fields = new Fields(found, name, log);
        inner.Add(fields);
        return fields;
    }

    private string? TextOf(YamlNode node, string key)
    {
        if (node is YamlScalar scalar)
        {
            return scalar.Value;
        }

        WrongType(node, key, "a single value");
        return null;
    }

    private void WrongType(YamlNode node, string key, string wanted)
    {
        var cure = wanted switch
        {
            "a list" => $"Write `{key}: [item, item]`, or below `{key}:` each item as `- item`.",
            "a map" => $"Write `{key}:` and below it, indented by two spaces, lines of the form `key: value`.",
            _ => $"Write `{key}: value` on one line, in double quotes if it holds a colon or starts with a bracket.",
        };
        log.Report(Catalogue.WrongType, node.Place, $"{key} wants {wanted}, and {node.Noun} was found", cure);
    }
}

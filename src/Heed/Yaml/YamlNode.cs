using System.Collections.Immutable;
using Heed.Diagnostics;

namespace Heed.Yaml;

/// <summary>A piece of YAML that knows where it stands.</summary>
public abstract record YamlNode(Place Place)
{
    /// <summary><c>a map</c>, <c>a list</c> or <c>a single value</c>, for messages.</summary>
    public abstract string Noun { get; }
}

/// <summary>One value, as text; YAML's own types play no part, so <c>no</c> and <c>1.10</c> stay what was written.</summary>
/// <param name="Place">Where it starts.</param>
/// <param name="Value">The text, without quotes and folds.</param>
/// <param name="IsPlain">Whether it stood without quotes; only a plain empty value or <c>~</c> or <c>null</c> is nothing.</param>
public sealed record YamlScalar(Place Place, string Value, bool IsPlain) : YamlNode(Place)
{
    /// <inheritdoc/>
    public override string Noun => "a single value";

    /// <summary>Whether nothing was written.</summary>
    public bool IsNothing => IsPlain && Value is "" or "~" or "null";
}

/// <summary>A list.</summary>
public sealed record YamlList(Place Place, ImmutableArray<YamlNode> Items) : YamlNode(Place)
{
    /// <inheritdoc/>
    public override string Noun => "a list";
}

/// <summary>A key with its value.</summary>
public sealed record YamlEntry(string Key, Place KeyPlace, YamlNode Value);

/// <summary>A map, its entries in the order written; each key once.</summary>
public sealed record YamlMap(Place Place, ImmutableArray<YamlEntry> Entries) : YamlNode(Place)
{
    /// <inheritdoc/>
    public override string Noun => "a map";

    /// <summary>Where each value below stands, by its path: <c>note</c>, <c>statements[0].text</c>.</summary>
    public IEnumerable<KeyValuePair<string, Place>> Places() => Entries.SelectMany(entry => PlacesOf(entry.Key, entry.Value));

    /// <summary>The entry of the key, or null.</summary>
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);

    private static IEnumerable<KeyValuePair<string, Place>> PlacesOf(string path, YamlNode node)
    {
        var below = node switch
        {
            YamlMap map => map.Entries.SelectMany(entry => PlacesOf($"{path}.{entry.Key}", entry.Value)),
            YamlList list => list.Items.SelectMany((item, index) => PlacesOf($"{path}[{index}]", item)),
            _ => [],
        };
        return below.Prepend(KeyValuePair.Create(path, node.Place));
    }

    /// <summary>A map with nothing in it.</summary>
    public static YamlMap Empty(Place place) => new(place, []);
}

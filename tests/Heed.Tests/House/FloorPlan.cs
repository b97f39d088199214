using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Heed.Tests.House;

/// <summary>A room of the house as <c>src/README.md</c> describes it.</summary>
/// <param name="Name">The folder and the last part of the namespace.</param>
/// <param name="Floor">A room uses only rooms of lower floors.</param>
/// <param name="Packages">Root namespaces of packages that are named here, and nowhere else but in rooms whose rows name them too.</param>
internal sealed record Room(string Name, int Floor, ImmutableArray<string> Packages);

/// <summary>The table of rooms, read from the page where people read it too.</summary>
internal sealed partial record FloorPlan(ImmutableSortedDictionary<string, Room> Rooms)
{
    /// <summary>Reads the rows of the form <c>| 3 | `Yaml` | … | YamlDotNet |</c>.</summary>
    public static FloorPlan Parse(string markdown) => new(Row()
        .Matches(markdown)
        .Select(row => new Room(
            row.Groups["room"].Value,
            int.Parse(row.Groups["floor"].ValueSpan, CultureInfo.InvariantCulture),
            [.. row.Groups["packages"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]))
        .ToImmutableSortedDictionary(room => room.Name, room => room, StringComparer.Ordinal));

    /// <summary>The rooms that own the package of a namespace; none when no room does.</summary>
    public ImmutableArray<Room> OwnersOf(string foreignNamespace) =>
        [.. Rooms.Values.Where(room => room.Packages.Any(package => IsWithin(foreignNamespace, package)))];

    /// <summary>Whether a dotted name is another one or stands below it.</summary>
    public static bool IsWithin(string name, string root) =>
        name == root || name.StartsWith(root + ".", StringComparison.Ordinal);

    [GeneratedRegex(@"^\| *(?<floor>[0-9]+) *\| *`(?<room>[A-Za-z]+)` *\|[^|\n]*\| *(?<packages>[^|\n]*?) *\|$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}

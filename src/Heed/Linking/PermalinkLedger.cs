using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Text;
using Heed.Yaml;

namespace Heed.Linking;

/// <summary>The addresses that were ever published, each with the day; what stands here keeps working.</summary>
/// <remarks>Written only by <c>heed build --publish</c>; a build that would drop an address fails.</remarks>
public sealed class PermalinkLedger
{
    /// <summary>The ledger's file.</summary>
    public const string Path = "content/permalinks.yml";

    private const string Heading =
        """
        # Every address that was ever published, with the day of its first publication.
        # Written by `heed build --publish` alone. A build that would drop an address fails: an advocate may have linked to it.

        """;

    private readonly ImmutableSortedDictionary<string, (DateOnly Since, Place Place)> addresses;

    private PermalinkLedger(ImmutableSortedDictionary<string, (DateOnly, Place)> addresses) => this.addresses = addresses;

    /// <summary>The addresses, in natural order.</summary>
    public IEnumerable<string> Addresses => addresses.Keys;

    /// <summary>Reads the ledger; an empty one when there is no file yet.</summary>
    public static PermalinkLedger Read(SourceTree sources, DiagnosticLog log)
    {
        var entries = ImmutableSortedDictionary.CreateBuilder<string, (DateOnly, Place)>(NaturalOrder.Instance);
        if (sources.Find(Path) is { } file && YamlReader.ReadMap(file, log) is { } map)
        {
            foreach (var entry in map.Entries)
            {
                if (entry.Value is YamlScalar scalar && DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since))
                {
                    entries[entry.Key] = (since, entry.KeyPlace);
                }
                else
                {
                    log.Report(Catalogue.WrongDate, entry.Value.Place, $"the day of {entry.Key} is no date", "Restore the line from the version history; the ledger is written by `heed build --publish` alone.");
                }
            }
        }

        return new PermalinkLedger(entries.ToImmutable());
    }

    /// <summary>When the address was first published, or null.</summary>
    public DateOnly? Since(string address) => addresses.TryGetValue(address, out var entry) ? entry.Since : null;

    /// <summary>Reports every address that was published and would be gone.</summary>
    public void Judge(IReadOnlySet<string> published, DiagnosticLog log)
    {
        foreach (var (address, (since, place)) in addresses)
        {
            if (!published.Contains(address))
            {
                log.Report(Catalogue.AddressLost, place, string.Create(CultureInfo.InvariantCulture, $"{address} was published on {since:yyyy-MM-dd} and would be gone{NearMiss.Question(address, Near(address, published))}"), "Restore the page under its old name: somebody may have linked to it.");
            }
        }
    }

    /// <summary>The text of the ledger with the new addresses entered, or null when there are none.</summary>
    public SourceFile? With(IEnumerable<string> published, DateOnly today)
    {
        var entered = addresses;
        foreach (var address in published.Where(address => !addresses.ContainsKey(address)))
        {
            entered = entered.SetItem(address, (today, default));
        }

        if (entered.Count == addresses.Count)
        {
            return null;
        }

        var text = new StringBuilder(Heading);
        foreach (var (address, (since, _)) in entered)
        {
            text.Append(CultureInfo.InvariantCulture, $"\"{address}\": {since:yyyy-MM-dd}\n");
        }

        return SourceFile.Of(Path, text.ToString());
    }

    private static IEnumerable<string> Near(string address, IReadOnlySet<string> published)
    {
        var folder = address[..(address.LastIndexOf('/') + 1)];
        return published.Where(other => other.StartsWith(folder, StringComparison.Ordinal));
    }
}

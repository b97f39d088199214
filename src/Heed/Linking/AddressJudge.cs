using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Model;

namespace Heed.Linking;

/// <summary>Sees to it that no two things share an address or an anchor.</summary>
internal static class AddressJudge
{
    public static void Judge(ImmutableArray<Entry> entries, DiagnosticLog log)
    {
        // Disks that ignore case, and readers who take a dot for a hyphen, would find the wrong page.
        foreach (var clash in entries.GroupBy(entry => entry.Id.Address.Replace('.', '-'), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            var first = clash.First();
            foreach (var other in clash.Skip(1))
            {
                log.Report(Catalogue.DuplicateAddress, other.Place, $"{other.Id.Address} and {first.Id.Address} are too alike to be told apart", "Rename one of the two files.");
            }
        }

        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var statement in entries.OfType<Finding>().SelectMany(finding => finding.Statements.Select(statement => (statement.Id, statement.Place)).Concat(finding.Conflicts.Select(conflict => (conflict.Id, conflict.Place)))))
        {
            Once(seen, statement.Id, statement.Place, log);
        }

        foreach (var review in entries.OfType<Review>())
        {
            seen.Clear();
            foreach (var undertaking in review.Undertakings)
            {
                Once(seen, undertaking.Id, undertaking.Place, log);
            }
        }
    }

    private static void Once(Dictionary<string, Place> seen, string id, Place place, DiagnosticLog log)
    {
        if (id.Length > 0 && !seen.TryAdd(id, place))
        {
            log.Report(Catalogue.DuplicateId, place, $"the id \"{id}\" is taken; it stands first in {seen[id]}", "Give this one another id.");
        }
    }
}

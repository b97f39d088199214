using System.Collections.Immutable;
using System.Globalization;

namespace Heed.Mutations;

/// <summary>The table and the survivors, as text.</summary>
internal static class Report
{
    public static int Write(ImmutableArray<Room> rooms, ImmutableArray<Mutant> all, ImmutableArray<Mutant> sample, Dictionary<int, string> verdicts, Equivalents equivalent, int least)
    {
        var isWell = true;
        Console.WriteLine("\n| room | mutants | tried | killed | share |\n| --- | ---: | ---: | ---: | ---: |");
        foreach (var room in rooms)
        {
            var tried = sample.Where(mutant => mutant.Room == room.Name).ToList();
            var killed = tried.Count(mutant => verdicts[mutant.Number].StartsWith("killed", StringComparison.Ordinal));
            var share = tried.Count == 0 ? 100 : 100.0 * killed / tried.Count;
            isWell &= share >= least;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {room.Name} | {all.Count(mutant => mutant.Room == room.Name)} | {tried.Count} | {killed} | {share:0.0} % |"));
        }

        Console.WriteLine("\nNot noticed:");
        foreach (var mutant in sample.Where(mutant => !verdicts[mutant.Number].StartsWith("killed", StringComparison.Ordinal)).OrderBy(mutant => mutant.Path, StringComparer.Ordinal).ThenBy(mutant => mutant.Line))
        {
            Console.WriteLine($"{mutant} ({verdicts[mutant.Number].Trim()})");
        }

        foreach (var stale in equivalent.Stale(all).Where(_ => rooms.Length == Room.All.Length))
        {
            Console.WriteLine($"equivalent.txt has a line that fits nothing any more: {stale}");
        }

        return isWell ? 0 : 1;
    }
}

using System.Collections.Immutable;

namespace Heed.Mutations;

/// <summary>Changes that change nothing, each with its reason: <c>equivalent.txt</c>, which explains itself.</summary>
internal sealed class Equivalents
{
    private readonly ImmutableArray<(string Path, string Change)> all;

    private Equivalents(ImmutableArray<(string Path, string Change)> all) => this.all = all;

    public static Equivalents Read(string file) => new(
        [
            .. File.ReadLines(file)
                .Where(line => line.Length > 0 && line[0] != '#' && !line.StartsWith("  ", StringComparison.Ordinal))
                .Select(line => line.Split(": ", 2))
                .Select(parts => (parts[0], parts[1])),
        ]);

    public bool Has(Mutant mutant) => all.Any(known => Fits(mutant, known));

    /// <summary>Lines that no mutant fits any more.</summary>
    public IEnumerable<string> Stale(IEnumerable<Mutant> mutants) => all.Where(known => !mutants.Any(mutant => Fits(mutant, known))).Select(known => $"{known.Path}: {known.Change}");

    private static bool Fits(Mutant mutant, (string Path, string Change) known) => mutant.Path.EndsWith(known.Path, StringComparison.Ordinal) && mutant.Change == known.Change;
}

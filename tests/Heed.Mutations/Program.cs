using System.Collections.Immutable;
using System.Globalization;
using Heed.Mutations;

// How many small wrong changes of the library the tests notice, by room. See tests/README.md, "Tests that bite".
if (args is ["--work", var given])
{
    return Worker.Run(given);
}

var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "Heed.slnx")))
{
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Run it inside the repository.");
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

var size = int.Parse(Option("--sample") ?? "150", CultureInfo.InvariantCulture);
var least = int.Parse(Option("--least") ?? "0", CultureInfo.InvariantCulture);
var wanted = Option("--rooms")?.Split(',');
var only = Option("--files");
var seed = int.Parse(Environment.GetEnvironmentVariable("HEED_SEED") ?? (Environment.TickCount64 % 1_000_000).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
ImmutableArray<Room> rooms = [.. Room.All.Where(room => wanted is null || wanted.Contains(room.Name))];
var tests = Path.Combine(root, "tests", "Heed.Tests", "bin", "Release", "net10.0", "Heed.Tests.dll");

Console.WriteLine($"HEED_SEED={seed}, {size} mutants a room");
var library = MutatedLibrary.Compile(root, tests, rooms);
var equivalent = Equivalents.Read(Path.Combine(root, "tests", "Heed.Mutations", "equivalent.txt"));
ImmutableArray<Mutant> sample =
[
    .. rooms.SelectMany(room => library.Mutants.Where(mutant => mutant.Room == room.Name && !equivalent.Has(mutant) && (only is null || mutant.Path.Contains(only, StringComparison.Ordinal))).OrderBy(mutant => mutant.LotOf(seed), StringComparer.Ordinal).Take(size)),
];
var folder = Directory.CreateTempSubdirectory("heed-mutants-").FullName;
try
{
    var assembly = Path.Combine(folder, "Heed.Library.dll");
    File.WriteAllBytes(assembly, library.Bytes);
    var verdicts = Verdicts.Of(new Work(assembly, tests, Path.Combine(folder, "reaching.json"), sample, library.Mutants.Length), folder);
    return Report.Write(rooms, library.Mutants, sample, verdicts, equivalent, least);
}
finally
{
    Directory.Delete(folder, recursive: true);
}

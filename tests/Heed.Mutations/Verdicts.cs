using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Heed.Mutations;

/// <summary>What became of each mutant, found by workers; one that a mutant ends is followed by another.</summary>
internal static class Verdicts
{
    /// <summary>By number: <c>killed …</c>, <c>survived …</c> or <c>unreached …</c>.</summary>
    public static Dictionary<int, string> Of(Work work, string folder)
    {
        var verdicts = new Dictionary<int, string>();
        while (work.Mutants.Any(mutant => !verdicts.ContainsKey(mutant.Number)))
        {
            var left = work with { Mutants = [.. work.Mutants.Where(mutant => !verdicts.ContainsKey(mutant.Number))] };
            var current = Follow(left, folder, verdicts);
            if (verdicts.Count < work.Mutants.Length)
            {
                verdicts[current ?? throw new InvalidOperationException("A worker ended before it tried a mutant.")] = "killed by ending the process, or for running too long";
            }
        }

        return verdicts;
    }

    private static int? Follow(Work work, string folder, Dictionary<int, string> verdicts)
    {
        var file = Path.Combine(folder, "work.json");
        File.WriteAllText(file, JsonSerializer.Serialize(work));
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--work", file]) { RedirectStandardOutput = true, UseShellExecute = false };

        // Code that is compiled a second time, and better, would take static fields for constants, and they are made anew for each mutant.
        start.Environment["DOTNET_TieredCompilation"] = "1";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCounting"] = "0";
        using var process = Process.Start(start)!;
        int? current = null;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            var words = line.Split(' ', 3);
            switch (words[0])
            {
                case "@left":
                    Console.Error.WriteLine($"not run: {line["@left ".Length..]}");
                    break;
                case "@start":
                    current = int.Parse(words[1], CultureInfo.InvariantCulture);
                    break;
                case "@killed" or "@survived" or "@unreached":
                    var number = int.Parse(words[1], CultureInfo.InvariantCulture);
                    verdicts[number] = $"{words[0][1..]} {(words.Length > 2 ? words[2] : "")}";
                    if (words[0] != "@killed")
                    {
                        Console.Error.WriteLine($"{verdicts.Count}. {words[0][1..]}: {work.Mutants.Single(mutant => mutant.Number == number)}");
                    }

                    break;
                default:
                    break;
            }
        }

        process.WaitForExit();
        return current;
    }
}

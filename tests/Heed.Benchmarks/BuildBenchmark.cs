using System.Diagnostics;
using System.Globalization;
using Heed.Building;
using Heed.Cli.Disk;

namespace Heed.Benchmarks;

/// <summary>Times the stages of building the repository's own content, cold and then warm, in one process.</summary>
internal static class BuildBenchmark
{
    /// <param name="arguments">How often to build; 5 when nothing is given.</param>
    public static void Run(ReadOnlySpan<string> arguments)
    {
        var runs = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 5;
        var folder = Directory.GetCurrentDirectory();
        Console.WriteLine("Milliseconds by the clock / of processor time");
        Console.WriteLine();
        Console.WriteLine("| run | reading | linking | rendering | indexing | checking | all | files | MB |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (var run = 1; run <= runs; run++)
        {
            Time(run, folder);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Peak memory: {Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576} MB. Reading from the disk is part of no stage but of all."));
    }

    private static void Time(int run, string folder)
    {
        var stages = new Dictionary<string, double>();
        var processor = new Dictionary<string, double>();
        var stage = "";
        var last = Stopwatch.GetTimestamp();
        var lastProcessor = Environment.CpuUsage.TotalTime;

        void Begin(string next)
        {
            stages[stage] = stages.GetValueOrDefault(stage) + Stopwatch.GetElapsedTime(last).TotalMilliseconds;
            processor[stage] = processor.GetValueOrDefault(stage) + (Environment.CpuUsage.TotalTime - lastProcessor).TotalMilliseconds;
            last = Stopwatch.GetTimestamp();
            lastProcessor = Environment.CpuUsage.TotalTime;
            stage = next;
        }

        var start = Stopwatch.GetTimestamp();
        var result = SiteBuilder.Build(SourceFolder.Read(folder), new BuildOptions { Today = DateOnly.FromDateTime(DateTime.Today), Progress = Begin });
        var all = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Begin("");

        string Of(string name) => string.Create(CultureInfo.InvariantCulture, $"{stages.GetValueOrDefault(name):0} / {processor.GetValueOrDefault(name):0}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {run} | {Of("reading")} | {Of("linking")} | {Of("rendering")} | {Of("indexing")} | {Of("checking")} | {all:0} | {result.Site?.Count ?? 0} | {(result.Site?.TotalBytes ?? 0) / 1_048_576.0:0.0} |"));
    }
}

using System.Diagnostics;
using System.Globalization;
using Heed.Building;
using Heed.Cli.Disk;

namespace Heed.Benchmarks;

/// <summary>Times the stages of building the repository's own content, cold and then warm, in one process.</summary>
internal static class BuildBenchmark
{
    /// <param name="figures">Asked how often to build; 5 when nothing is given.</param>
    public static void Run(Figures figures)
    {
        var runs = figures.Asked.FirstOrDefault() is { } wanted ? int.Parse(wanted, CultureInfo.InvariantCulture) : 5;
        var folder = Directory.GetCurrentDirectory();
        figures.Tell($"Milliseconds by the clock / of processor time; the first run is cold. Reading from the disk is part of no stage but of all.");
        figures.Tell($"");
        figures.Tell($"| run | reading | linking | rendering | indexing | checking | all | files | MB |");
        figures.Tell($"| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (var run = 1; run <= runs; run++)
        {
            Time(figures, run, folder);
        }

        figures.Tell($"");
        figures.Tell($"Most memory of the process: {Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576} MB.");
        figures.Close();
    }

    private static void Time(Figures figures, int run, string folder)
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
        figures.Tell($"| {run} | {Of("reading")} | {Of("linking")} | {Of("rendering")} | {Of("indexing")} | {Of("checking")} | {all:0} | {result.Site?.Count ?? 0} | {(result.Site?.TotalBytes ?? 0) / 1_048_576.0:0.0} |");
    }
}

using Heed.Benchmarks;

switch (args)
{
    case ["build", ..]:
        BuildBenchmark.Run(new Figures("build", args.AsMemory(1)));
        break;
    case ["search", ..]:
        SearchBenchmark.Run(new Figures("search", args.AsMemory(1)));
        break;
    case ["browser", ..]:
        await BrowserBenchmark.Run(new Figures("browser", args.AsMemory(1)));
        break;
    default:
        Console.WriteLine("Benchmarks: build [RUNS], search [PAGES…], browser [PAGES]; with --write the figures go into tests/README.md.");
        break;
}

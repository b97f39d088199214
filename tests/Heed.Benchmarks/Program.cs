using Heed.Benchmarks;

switch (args)
{
    case ["build", ..]:
        BuildBenchmark.Run(args.AsSpan(1));
        break;
    case ["search", ..]:
        SearchBenchmark.Run(args.AsSpan(1));
        break;
    case ["browser", ..]:
        await BrowserBenchmark.Run(args.AsMemory(1));
        break;
    default:
        Console.WriteLine("Benchmarks: build [RUNS], search [PAGES…], browser [PAGES]. See tests/README.md.");
        break;
}

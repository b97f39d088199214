using Heed.Benchmarks;

switch (args)
{
    case ["build", ..]:
        BuildBenchmark.Run(args.AsSpan(1));
        break;
    case ["search", ..]:
        SearchBenchmark.Run(args.AsSpan(1));
        break;
    default:
        Console.WriteLine("Benchmarks: build [RUNS], search [PAGES…]. See tests/README.md.");
        break;
}

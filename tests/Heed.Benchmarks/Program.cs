using Heed.Benchmarks;

if (args is ["search", ..])
    SearchBenchmark.Run(args.AsSpan(1));
else
    Console.WriteLine("The benchmarks are listed in tests/README.md.");

Console.WriteLine("The benchmarks are listed in tests/README.md.");

using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text.Json;

namespace Heed.Mutations;

/// <summary>What a worker is given.</summary>
/// <param name="Library">The file of the library with its mutants.</param>
/// <param name="Tests">The file of the tests.</param>
/// <param name="Reaching">The file in which stands which test reaches what; made by the first worker.</param>
/// <param name="Mutants">Those to try.</param>
/// <param name="Highest">The highest number of any mutant.</param>
internal sealed record Work(string Library, string Tests, string Reaching, ImmutableArray<Mutant> Mutants, int Highest);

/// <summary>A test, the processor time that it takes, and the mutants that it comes by.</summary>
internal sealed record Reach(string Test, double Seconds, ImmutableArray<int> Mutants);

/// <summary>Runs in a process of its own, as a mutant may end it: switches one mutant on after the other and runs the tests that reach it.</summary>
internal sealed class Worker
{
    // A test that takes longer is for the whole run of the tests, not for this.
    private const double LongestTest = 1.5;
    private const double LongestMutant = 6;

    private readonly Work work;
    private readonly Type on;
    private readonly ImmutableArray<Type> initialised;
    private readonly Dictionary<string, TestCase> cases;
    private readonly Dictionary<Type, object?> fixtures = [];
    private long startedAt;
    private TimeSpan processorBefore;
    private volatile bool isRunning;

    private Worker(Work work)
    {
        this.work = work;
        var loader = new Loader(work.Tests, work.Library);
        var tests = loader.LoadFromAssemblyPath(work.Tests);
        on = loader.Library.GetType("Heed.Mutations.Switch")!;
        initialised = [.. tests.GetTypes().Where(type => type.TypeInitializer is not null && !type.ContainsGenericParameters && !type.Name.Contains('<') && type.Namespace?.StartsWith("Heed.Tests", StringComparison.Ordinal) == true)];
        cases = tests.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && Room.All.Any(room => work.Mutants.Any(mutant => mutant.Room == room.Name) && IsFor(type, room)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(TestCase.Of)
            .ToDictionary(test => test.Name);
    }

    public static int Run(string file)
    {
        var worker = new Worker(JsonSerializer.Deserialize<Work>(File.ReadAllText(file))!);
        new Thread(worker.Watch) { IsBackground = true }.Start();
        worker.Try(worker.Reaching());
        return 0;
    }

    private static bool IsFor(Type type, Room room) => !Room.Long.Contains(type.Name) && room.Tests.Any(tests => $"{type.FullName}." is var name && name.StartsWith($"Heed.Tests.{tests}.", StringComparison.Ordinal));

    private ImmutableArray<Reach> Reaching()
    {
        if (File.Exists(work.Reaching))
        {
            return JsonSerializer.Deserialize<ImmutableArray<Reach>>(File.ReadAllText(work.Reaching));
        }

        var found = ImmutableArray.CreateBuilder<Reach>();
        foreach (var test in cases.Values)
        {
            var reached = new bool[work.Highest + 1];
            try
            {
                // The first time it is compiled; static fields are made for it, so that it tells all that it comes by.
                fixtures.Clear();
                test.Run(fixtures);
                fixtures.Clear();
                Set("Reached", reached);
                InitialiseOf([test]);
                var seconds = test.Timed(fixtures).TotalSeconds;
                if (seconds > LongestTest)
                {
                    Say($"left {test.Name} {seconds:0.0} s");
                    continue;
                }

                found.Add(new Reach(test.Name, seconds, [.. Enumerable.Range(1, work.Highest).Where(mutant => reached[mutant])]));
            }
            catch (Exception failed)
            {
                Say($"left {test.Name} it fails here: {failed.Message.ReplaceLineEndings(" ")}");
            }
            finally
            {
                Set("Reached", null);
            }
        }

        File.WriteAllText(work.Reaching, JsonSerializer.Serialize(found.ToImmutable()));
        return found.ToImmutable();
    }

    private void Try(ImmutableArray<Reach> reaching)
    {
        Say($"begun {reaching.Length} tests");
        foreach (var mutant in work.Mutants)
        {
            var room = Room.All.Single(room => room.Name == mutant.Room);
            var tests = reaching
                .Where(reach => IsFor(cases[reach.Test].Class, room) && (mutant.IsScript || reach.Mutants.Contains(mutant.Number)))
                .OrderBy(reach => reach.Seconds)
                .Select(reach => cases[reach.Test])
                .ToList();
            Say($"start {mutant.Number}");
            Say(tests.Count == 0 ? $"unreached {mutant.Number}" : Killer(mutant, tests) is { } killer ? $"killed {mutant.Number} {killer}" : $"survived {mutant.Number} of {tests.Count} tests");
        }
    }

    private string? Killer(Mutant mutant, List<TestCase> tests)
    {
        Set("IsOver", false);
        Set("Current", mutant.IsScript ? 0 : mutant.Number);
        Set("Edit", mutant.IsScript ? (mutant.Path, mutant.Span.Start, mutant.Span.End, mutant.Becomes) : null);
        startedAt = Environment.TickCount64;
        processorBefore = Process.GetCurrentProcess().TotalProcessorTime;
        isRunning = true;
        var current = "static fields";
        try
        {
            fixtures.Clear();
            InitialiseOf(tests);
            foreach (var test in tests)
            {
                current = test.Name;
                test.Run(fixtures);
            }

            return null;
        }
        catch (Exception)
        {
            return current;
        }
        finally
        {
            isRunning = false;
            Set("IsOver", false);
            Set("Current", 0);
            Set("Edit", null);
        }
    }

    /// <summary>Makes the static fields of the tests' classes, and of what stands beside them, anew: they hold what the library made.</summary>
    private void InitialiseOf(List<TestCase> tests)
    {
        var namespaces = tests.Select(test => test.Class.Namespace).Append("Heed.Tests.Support").ToHashSet();
        var classes = tests.Select(test => test.Class).ToHashSet();
        foreach (var type in initialised.Where(type => namespaces.Contains(type.Namespace) && (classes.Contains(type.DeclaringType ?? type) || !cases.Values.Any(test => test.Class == type))))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            try
            {
                type.TypeInitializer!.Invoke(null, null);
            }
            catch (TargetInvocationException wrapped)
            {
                throw new InvalidOperationException($"static fields of {type.Name}", wrapped.InnerException);
            }
        }
    }

    /// <summary>Ends a mutant that uses too much of the processor, or waits for ever; and the process where that does not help.</summary>
    private void Watch()
    {
        while (true)
        {
            Thread.Sleep(200);
            if (!isRunning)
            {
                continue;
            }

            var used = (Process.GetCurrentProcess().TotalProcessorTime - processorBefore).TotalSeconds;
            var waited = (Environment.TickCount64 - startedAt) / 1000;
            if (used > LongestMutant || waited > 300)
            {
                Set("IsOver", true);
            }

            if ((used > LongestMutant + 4 || waited > 330) && isRunning)
            {
                Environment.Exit(3);
            }
        }
    }

    private void Set(string field, object? value) => on.GetField(field)!.SetValue(null, value);

    private static void Say(string line)
    {
        Console.Out.WriteLine("@" + line);
        Console.Out.Flush();
    }

    /// <summary>The tests with the changed library in the place of the true one.</summary>
    private sealed class Loader(string tests, string library) : AssemblyLoadContext("tests")
    {
        private readonly AssemblyDependencyResolver resolver = new(tests);
        private Assembly? loaded;

        public Assembly Library => loaded ??= LoadFromAssemblyPath(library);

        protected override Assembly? Load(AssemblyName name) => name.Name == "Heed.Library" ? Library : resolver.ResolveAssemblyToPath(name) is { } path ? LoadFromAssemblyPath(path) : null;
    }
}

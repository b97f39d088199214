using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Heed.Mutations;

/// <summary>One case of one test, run without a test runner: a process runs thousands of mutants one after the other.</summary>
internal sealed class TestCase(MethodInfo method, object?[] arguments, int index)
{
    public string Name => $"{method.DeclaringType!.FullName!["Heed.Tests.".Length..]}.{method.Name}#{index}";

    public Type Class => method.DeclaringType!;

    /// <summary>The cases of a class that take no seed: facts and theories.</summary>
    public static IEnumerable<TestCase> Of(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .OrderBy(method => method.MetadataToken)
        .SelectMany(method =>
        {
            var kinds = method.GetCustomAttributes().Select(attribute => attribute.GetType().Name).ToHashSet(StringComparer.Ordinal);
            return kinds.Contains("TheoryAttribute")
                ? Rows(method).Select((row, at) => new TestCase(method, Fitted(row, method), at + 1))
                : kinds.Contains("FactAttribute") ? [new TestCase(method, [], 0)] : Enumerable.Empty<TestCase>();
        });

    /// <summary>Runs it; what it throws is what is wrong. A test that skips itself is well.</summary>
    public void Run(Dictionary<Type, object?> fixtures)
    {
        object? test = null;
        try
        {
            test = method.IsStatic ? null : Made(Class, fixtures);
            Await(test?.GetType().GetMethod("InitializeAsync")?.Invoke(test, null));
            Await(method.Invoke(test, arguments));
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is { } inner)
        {
            if (inner.GetType().Name != "SkipException")
            {
                ExceptionDispatchInfo.Throw(inner);
            }
        }
        finally
        {
            Await(test?.GetType().GetMethod("DisposeAsync")?.Invoke(test, null));
            (test as IDisposable)?.Dispose();
        }
    }

    /// <summary>The processor time that it takes.</summary>
    public TimeSpan Timed(Dictionary<Type, object?> fixtures)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        Run(fixtures);
        process.Refresh();
        return process.TotalProcessorTime - before;
    }

    private static object? Made(Type type, Dictionary<Type, object?> fixtures)
    {
        var wanted = type.GetConstructors()[0].GetParameters().Select(parameter => parameter.ParameterType);
        return Activator.CreateInstance(type, [.. wanted.Select(fixture => fixtures.TryGetValue(fixture, out var known) ? known : fixtures[fixture] = Activator.CreateInstance(fixture))]);
    }

    private static void Await(object? started)
    {
        switch (started)
        {
            case Task task:
                task.GetAwaiter().GetResult();
                break;
            case ValueTask task:
                task.AsTask().GetAwaiter().GetResult();
                break;
            default:
                break;
        }
    }

    private static IEnumerable<object?[]> Rows(MethodInfo method)
    {
        foreach (var attribute in method.GetCustomAttributes())
        {
            if (attribute.GetType().Name == "InlineDataAttribute")
            {
                yield return (object?[])attribute.GetType().GetProperty("Data")!.GetValue(attribute)!;
            }
            else if (attribute.GetType().Name == "MemberDataAttribute")
            {
                var name = (string)attribute.GetType().GetProperty("MemberName")!.GetValue(attribute)!;
                var member = method.DeclaringType!.GetProperty(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static);
                foreach (var row in (IEnumerable?)member?.GetValue(null) ?? Array.Empty<object>())
                {
                    yield return row as object?[] ?? (object?[])row.GetType().GetMethod("GetData", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(row, null)!;
                }
            }
        }
    }

    /// <summary>The values as the method takes them: what is left over goes into its <c>params</c>.</summary>
    private static object?[] Fitted(object?[] row, MethodInfo method)
    {
        var parameters = method.GetParameters();
        if (parameters.Length == 0 || !parameters[^1].IsDefined(typeof(ParamArrayAttribute)) || (row.Length == parameters.Length && row[^1] is Array))
        {
            return row;
        }

        var rest = Array.CreateInstance(parameters[^1].ParameterType.GetElementType()!, row.Length - parameters.Length + 1);
        Array.Copy(row, parameters.Length - 1, rest, 0, rest.Length);
        return [.. row[..(parameters.Length - 1)], rest];
    }
}

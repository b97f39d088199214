using Heed.Tests.Support;

namespace Heed.Tests.House;

/// <summary>Each test asks for programs of the system, and for chance, by the one door.</summary>
public sealed class TestHouseTests
{
    private static readonly string Tests = Path.Combine(Repository.Root, "tests");

    [Fact]
    public void No_test_goes_past_the_doors()
    {
        // Figures are compared from year to year, so that the benchmarks always have the same made-up pages; they are no tests.
        var files = Files(".cs").Where(path => !path.StartsWith("Heed.Benchmarks/", StringComparison.Ordinal) && !path.StartsWith("Heed.Mutations/", StringComparison.Ordinal)).ToArray();

        Assert.True(files.Length > 100);
        Assert.Equal([], files.SelectMany(path => TestInspector.Inspect(path, File.ReadAllText(Path.Combine(Tests, path)))));
    }

    [Fact]
    public void No_script_of_the_tests_has_chance_of_its_own() => Assert.DoesNotContain(
        Files(".js").Concat(Files(".cjs")).Concat(Files(".mjs")),
        path => File.ReadAllText(Path.Combine(Tests, path)).Contains("Math.random", StringComparison.Ordinal));

    [Theory]
    [InlineData("System.Diagnostics.Process.Start(\"git\")", "Process.Start")]
    [InlineData("new ProcessStartInfo(\"git\")", "ProcessStartInfo")]
    [InlineData("playwright.Chromium.LaunchAsync()", "LaunchAsync")]
    [InlineData("page.WaitForURLAsync(address)", "WaitForURLAsync")]
    [InlineData("Environment.GetEnvironmentVariable(\"CI\")", "\"CI\"")]
    [InlineData("Random.Shared.Next()", "Random.Shared")]
    [InlineData("System.Random.Shared", "Random.Shared")]
    [InlineData("new Random()", "new Random")]
    [InlineData("new System.Random(7)", "new Random")]
    [InlineData("Guid.NewGuid()", "Guid.NewGuid")]
    [InlineData("Path.GetRandomFileName()", "Path.GetRandomFileName")]
    [InlineData("System.Security.Cryptography.RandomNumberGenerator.GetInt32(3)", "RandomNumberGenerator")]
    [InlineData("page.EvaluateAsync(\"Math.random()\")", "chance in a script")]
    public void What_goes_past_them_is_found(string expression, string told) =>
        Assert.Contains(TestInspector.Inspect("A.cs", $"class A {{ object Of() => {expression}; }}"), breach => breach.StartsWith("A.cs:1: " + told, StringComparison.Ordinal));

    [Theory]
    [InlineData("Random random = new();")]
    [InlineData("Random Any { get; } = new(3);")]
    [InlineData("Random Any => new(3);")]
    [InlineData("Random Any() => new(3);")]
    public void Chance_made_without_its_name_is_found(string member) =>
        Assert.Contains(TestInspector.Inspect("A.cs", $"class A {{ {member} }}"), breach => breach.Contains("new Random", StringComparison.Ordinal));

    [Fact]
    public void A_property_with_a_seed_of_its_own_is_found() =>
        Assert.Single(TestInspector.Inspect("A.cs", "class A { [Property(Replay = \"1,1\")] void B(int c) { } }"));

    private static IEnumerable<string> Files(string ending) => Directory.EnumerateFiles(Tests, "*" + ending, SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Tests, path).Replace('\\', '/'))
        .Where(path => path.Split('/') is var parts && !parts.Contains("bin") && !parts.Contains("obj"));
}

using System.Globalization;
using System.Reflection;
using Heed.Tests.Support;
using Xunit.v3;

[assembly: TellSeed]

namespace Heed.Tests.Support;

/// <summary>
/// Chance that can be had again: all that tests leave to chance comes from one number, which <c>HEED_SEED</c> names or the run makes.
/// Each test that fails tells it.
/// </summary>
internal static class Seed
{
    public const string Variable = "HEED_SEED";

    public static int Value { get; } = From(Environment.GetEnvironmentVariable(Variable));

    /// <summary>The chance of one part of the tests: the same seed and part give the same numbers, whatever ran before.</summary>
    public static Random Random(int part = 0) => new(unchecked((Value * 31) + part));

    /// <summary>The number that is named, or one that nobody chose.</summary>
    public static int From(string? named)
    {
        if (string.IsNullOrEmpty(named))
        {
            return System.Random.Shared.Next();
        }

        return int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new InvalidOperationException($"{Variable} is \"{named}\", and must be a whole number from 0 to {int.MaxValue}.");
    }

    /// <summary>What is to be typed to have the same again.</summary>
    public static string Told => string.Create(CultureInfo.InvariantCulture, $"{Variable}={Value}");
}

/// <summary>Puts the seed into the output of each test that fails, where it is shown.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class TellSeedAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (IsToldAfter(TestContext.Current.TestState?.Result))
        {
            TestContext.Current.TestOutputHelper?.WriteLine(Seed.Told);
        }
    }

    public static bool IsToldAfter(TestResult? result) => result is TestResult.Failed;
}

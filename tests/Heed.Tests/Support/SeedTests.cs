using FsCheck.Xunit;

namespace Heed.Tests.Support;

/// <summary>What a run left to chance can be had again.</summary>
public sealed class SeedTests
{
    [Fact]
    public void The_same_seed_and_part_give_the_same_numbers()
    {
        Assert.Equal(Seed.Random(3).Next(), Seed.Random(3).Next());
        Assert.NotEqual(Seed.Random(3).Next(), Seed.Random(4).Next());
    }

    [Fact]
    public void A_named_seed_is_taken_and_another_is_made()
    {
        Assert.Equal(7, Seed.From("7"));
        Assert.NotEqual(Seed.From(""), Seed.From(null));
    }

    [Theory]
    [InlineData("seven")]
    [InlineData("-7")]
    [InlineData("99999999999")]
    public void What_is_no_seed_is_told(string named) =>
        Assert.Contains(named, Assert.Throws<InvalidOperationException>(() => Seed.From(named)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(TestResult.Failed, true)]
    [InlineData(TestResult.Passed, false)]
    [InlineData(TestResult.Skipped, false)]
    public void What_failed_tells_the_seed(TestResult result, bool isTold) => Assert.Equal(isTold, TellSeedAttribute.IsToldAfter(result));

    [Fact]
    public void Every_test_of_the_assembly_is_listened_to() => Assert.True(typeof(SeedTests).Assembly.IsDefined(typeof(TellSeedAttribute), inherit: false));

    [Fact]
    public void Properties_draw_from_the_seed()
    {
        var attribute = Assert.IsType<SeededPropertiesAttribute>(typeof(SeedTests).Assembly.GetCustomAttributes(typeof(PropertiesAttribute), inherit: false).Single());

        Assert.StartsWith($"{Seed.Value},", attribute.Replay, StringComparison.Ordinal);
    }
}

using FsCheck;
using FsCheck.Xunit;
using Heed.Text;

namespace Heed.Tests.Text;

public sealed class NearMissTests
{
    private static readonly string[] States = ["CHE", "CHL", "CHN", "CZE"];

    [Theory]
    [InlineData("CHI", "CHE")]
    [InlineData("chl", "CHL")]
    [InlineData("CZ", "CZE")]
    [InlineData("KAZ", null)]
    public void The_nearest_word_is_offered_when_it_may_be_a_slip(string written, string? offered) => Assert.Equal(offered, NearMiss.Suggest(written, States));

    [Fact]
    public void Two_letters_in_the_wrong_order_are_one_slip() => Assert.Equal("themes", NearMiss.Suggest("theems", ["themes"]));

    [Fact]
    public void Nothing_is_offered_when_nothing_is_near() => Assert.Equal("", NearMiss.Question("assembly", ["torture"]));

    [Property]
    public void A_word_is_nearest_to_itself(NonNull<string> word) => Assert.Equal(word.Get, NearMiss.Suggest(word.Get, [word.Get, word.Get + "x"]));
}

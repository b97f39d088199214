using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Heed.Text;

namespace Heed.Tests.Text;

public sealed class NaturalOrderTests
{
    [Fact]
    public void Paragraph_numbers_sort_as_numbers()
    {
        string[] numbers = ["139.10", "139.9", "95.100", "139.114", "95.5"];

        Assert.Equal(["95.5", "95.100", "139.9", "139.10", "139.114"], numbers.Order(NaturalOrder.Instance));
    }

    [Theory]
    [InlineData("a1", "a01")]
    [InlineData("2", "10")]
    [InlineData("", "a")]
    public void The_order_is_strict(string first, string second)
    {
        Assert.True(NaturalOrder.Instance.Compare(first, second) < 0 == NaturalOrder.Instance.Compare(second, first) > 0);
        Assert.NotEqual(0, NaturalOrder.Instance.Compare(first, second));
    }

    [Property(Arbitrary = [typeof(NumberedText)])]
    public void The_order_is_total(string first, string second, string third)
    {
        var order = NaturalOrder.Instance;

        Assert.Equal(Math.Sign(order.Compare(first, second)), -Math.Sign(order.Compare(second, first)));
        Assert.Equal(first == second, order.Compare(first, second) == 0);
        if (order.Compare(first, second) <= 0 && order.Compare(second, third) <= 0)
        {
            Assert.True(order.Compare(first, third) <= 0);
        }
    }

    private static class NumberedText
    {
        public static Arbitrary<string> Text() => Gen.Elements("0", "00", "1", "2", "10", ".", "a", "-").ArrayOf(5).Select(string.Concat).ToArbitrary();
    }
}

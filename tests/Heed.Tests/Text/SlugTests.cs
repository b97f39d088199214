using FsCheck;
using FsCheck.Xunit;
using Heed.Text;

namespace Heed.Tests.Text;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Peaceful assembly", "peaceful-assembly")]
    [InlineData("Мирные собрания", "мирные-собрания")]
    [InlineData("Бейбіт жиналыс", "бейбіт-жиналыс")]
    [InlineData("  139.114 (a) ", "139-114-a")]
    [InlineData("Йод", "йод")]
    [InlineData("«…»", "section")]
    [InlineData("", "section")]
    public void Words_of_every_script_stay(string text, string slug) => Assert.Equal(slug, Slug.Of(text));

    [Property]
    public void A_slug_is_never_empty_and_has_single_hyphens_inside_only(NonNull<string> text)
    {
        var slug = Slug.Of(text.Get);

        Assert.NotEqual("", slug);
        Assert.DoesNotContain("--", slug, StringComparison.Ordinal);
        Assert.False(slug.StartsWith('-') || slug.EndsWith('-'));
        Assert.DoesNotContain(slug, char.IsWhiteSpace);
    }

    [Fact]
    public void Half_a_surrogate_pair_does_not_make_it_throw() => Assert.Equal("a-b", Slug.Of("a\uD800b"));
}

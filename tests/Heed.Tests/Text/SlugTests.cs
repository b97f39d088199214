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

    [Theory]
    [InlineData("Пра\u00ADво", "право")]
    [InlineData("Пра\u200Bво на\u2060 труд", "право-на-труд")]
    [InlineData("\uFEFFПраво", "право")]
    [InlineData("Пpаво", "право")]
    [InlineData("Мəтін", "мәтін")]
    [InlineData("и\u0306од", "йод")]
    [InlineData("cafe\u0301", "café")]
    [InlineData("oﬃcial", "official")]
    [InlineData("ＵＰＲ ３", "upr-3")]
    [InlineData("Право\u00A0на\u202Fтруд", "право-на-труд")]
    [InlineData("co\u2011operation", "co-operation")]
    [InlineData("№ 5 и ☂\uFE0F", "5-и")]
    [InlineData("می\u200Cخواهم", "میخواهم")]
    public void How_a_word_was_typed_is_no_part_of_its_address(string text, string slug) => Assert.Equal(slug, Slug.Of(text));

    [Property]
    public void A_slug_is_never_empty_and_has_single_hyphens_inside_only(NonNull<string> text)
    {
        var slug = Slug.Of(text.Get);

        Assert.NotEqual("", slug);
        Assert.DoesNotContain("--", slug, StringComparison.Ordinal);
        Assert.False(slug.StartsWith('-') || slug.EndsWith('-'));
        Assert.DoesNotContain(slug, char.IsWhiteSpace);
    }

    [Theory]
    [InlineData('\uD800')]
    [InlineData('\uFFFE')]
    [InlineData('\uFFFF')]
    [InlineData('\uFDD0')]
    public void What_is_no_character_does_not_make_it_throw(char unit)
    {
        Assert.Equal("a-b", Slug.Of($"a{unit}b"));
        Assert.Equal(2, WordPrint.Words(WordPrint.Of($"a{unit}é")));
        Assert.NotNull(Characters.Fold($"a{unit}é"));
        Assert.NotNull(OddCharacters.In($"https://é.example/{unit}"));
    }
}

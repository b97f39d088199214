using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Heed.Model;

namespace Heed.Tests.Model;

public sealed class EntryIdTests
{
    [Theory]
    [InlineData("recommendations/upr-3/139.114", "recommendations", "139.114", "recommendations/upr-3/139.114.html")]
    [InlineData("reviews/upr-3", "reviews", "upr-3", "reviews/upr-3.html")]
    public void An_id_tells_its_folder_name_and_address(string text, string folder, string name, string address)
    {
        var id = EntryId.Parse(text);

        Assert.Equal((folder, name, address), (id.Folder, id.Name, id.Address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("reviews")]
    [InlineData("reviews/")]
    [InlineData("Reviews/upr-3")]
    [InlineData("reviews/UPR-3")]
    [InlineData("reviews/upr-3.")]
    [InlineData("reviews/.upr")]
    [InlineData("reviews/../secrets")]
    [InlineData("/reviews/upr-3")]
    [InlineData("reviews/a/b/c")]
    [InlineData("reviews/upr 3")]
    [InlineData("reviews/обзор")]
    [InlineData("reviews/upr-3\n")]
    [InlineData("reviews/upr-3.csl")]
    public void What_cannot_stand_in_an_address_for_ever_is_refused(string text) => Assert.False(EntryId.TryParse(text, out _));

    [Property(Arbitrary = [typeof(Ids)])]
    public void An_id_is_read_as_it_is_written(string text)
    {
        if (EntryId.TryParse(text, out var id))
        {
            Assert.Equal(text, id.ToString());
            Assert.DoesNotContain("..", id.Address.Split('/'));
            Assert.Equal(id, EntryId.Parse(id.ToString()));
        }
    }

    [Property]
    public void No_text_makes_it_throw(NonNull<string> text) => _ = EntryId.TryParse(text.Get, out _);

    [Fact]
    public void Ids_sort_by_number() =>
        Assert.Equal(["recommendations/upr-3/139.9", "recommendations/upr-3/139.10"], new[] { "recommendations/upr-3/139.10", "recommendations/upr-3/139.9" }.Select(EntryId.Parse).Order().Select(id => id.ToString()));

    private static class Ids
    {
        public static Arbitrary<string> Texts() => Gen.Elements("a", "b1", "-", ".", "..", "/", "A", "139").ArrayOf(7).Select(string.Concat).ToArbitrary();
    }
}

public sealed class DocumentSymbolTests
{
    [Theory]
    [InlineData("A/HRC/43/10")]
    [InlineData("A/HRC/14/10/Add.1")]
    [InlineData("CCPR/C/112/D/2137/2012")]
    [InlineData("CAT/C/KAZ/CO/4")]
    [InlineData("A/HRC/WGAD/2017/16")]
    [InlineData("AL KAZ 2/2017")]
    [InlineData("E/C.12/KAZ/CO/2")]
    public void A_symbol_is_read_as_it_is_printed(string text)
    {
        Assert.True(DocumentSymbol.TryParse(text, out var symbol));
        Assert.Equal(text, symbol.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2137/2012")]
    [InlineData("A/HRC/43/10 ")]
    [InlineData("https://undocs.org/A/HRC/43/10")]
    [InlineData("A/HRC//10")]
    [InlineData("a/hrc/43/10")]
    public void What_is_no_symbol_is_refused(string text) => Assert.False(DocumentSymbol.TryParse(text, out _));

    [Property]
    public void No_text_makes_it_throw(NonNull<string> text) => _ = DocumentSymbol.TryParse(text.Get, out _);

    [Fact]
    public void A_long_text_is_refused_at_once() => Assert.False(DocumentSymbol.TryParse(string.Concat(Enumerable.Repeat("AA ", 20_000)) + "!", out _));
}

public sealed class ParagraphNumberTests
{
    [Theory]
    [InlineData("7")]
    [InlineData("139.114")]
    [InlineData("124.5 (a)")]
    public void A_number_is_read_as_it_is_printed(string text)
    {
        Assert.True(ParagraphNumber.TryParse(text, out var number));
        Assert.Equal(text, number.ToString());
    }

    [Theory]
    [InlineData("139.")]
    [InlineData(".5")]
    [InlineData("para. 5")]
    [InlineData("139,114")]
    public void What_is_no_number_is_refused(string text) => Assert.False(ParagraphNumber.TryParse(text, out _));

    [Property]
    public void Numbers_sort_as_numbers(PositiveInt first, PositiveInt second)
    {
        Assert.True(ParagraphNumber.TryParse($"139.{first.Get}", out var left));
        Assert.True(ParagraphNumber.TryParse($"139.{second.Get}", out var right));

        Assert.Equal(Math.Sign(first.Get.CompareTo(second.Get)), Math.Sign(left.CompareTo(right)));
    }
}

public sealed class AnswerTests
{
    [Fact]
    public void Unknown_never_reads_as_none()
    {
        Assert.False(Answer<string>.Unknown.IsNone);
        Assert.False(Answer<string>.None.IsUnknown);
        Assert.NotEqual(Answer<string>.Unknown, Answer<string>.None);
        Assert.NotEqual(Answer<string>.Unknown, Answer<string>.NotAsked);
    }

    [Fact]
    public void There_is_no_value_where_nothing_is_known() => Assert.Throws<InvalidOperationException>(() => Answer<string>.Unknown.Value);
}

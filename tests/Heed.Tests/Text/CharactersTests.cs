using Heed.Search;
using Heed.Tests.Search;
using Heed.Tests.Support;
using Heed.Text;
using Jint;

namespace Heed.Tests.Text;

/// <summary>The table of characters is one for the program and the browser, and what it folds does not depend on who folds.</summary>
public sealed class CharactersTests : IDisposable
{
    private static readonly string[] AllUnits = [.. Enumerable.Range(0, 0x10000).Select(unit => ((char)unit).ToString())];

    private readonly Engine browser = SearchScripts.Judge();

    public void Dispose() => browser.Dispose();

    [Fact]
    public void Both_runtimes_know_the_same_plain_form_of_every_unit()
    {
        var theirs = browser.Evaluate("(units) => units.map((unit) => heedCharacters.plain(unit))");

        var answers = theirs.Call(Jint.Native.JsValue.FromObject(browser, AllUnits)).AsArray().Select(answer => answer.AsString());

        Assert.Equal(AllUnits.Select(unit => Characters.Plain(unit[0]).ToString()), answers);
    }

    [Fact]
    public void Both_runtimes_write_every_letter_beside_one_of_each_script_alike()
    {
        // The scripts that are joined whole, of the rest some: at night all of it.
        var some = Seed.Random();
        string[] words = [.. AllUnits.Where(unit => unit[0] < 0x530 || unit[0] is (>= '\u1E00' and < '\u2100') or (>= '\uFB00' and < '\uFB10') or >= '\uFF00' || some.Next(Thorough.Times(20, 1)) == 0).SelectMany(unit => new[] { unit + "b", "ж" + unit, unit + "λ", unit + "/1" }).Where(IsCut)];
        var theirs = browser.Evaluate("(words) => words.map((word) => heedAnalysis.normalise(word))");

        var answers = theirs.Call(Jint.Native.JsValue.FromObject(browser, words)).AsArray().Select(answer => answer.AsString());

        var differing = words.Zip(answers).Where(pair => Analyser.Normalise(pair.First) != pair.Second).Take(10);
        Assert.Empty(differing);
    }

    /// <summary>The pieces of the index part terms by some of them and stand in single quotes.</summary>
    [Fact]
    public void No_word_as_it_is_compared_has_a_sign_that_parts_or_ends_what_is_stored() =>
        Assert.DoesNotContain(AllUnits.Where(IsCut).Select(unit => Analyser.Normalise($"a{unit}b")), word => word.Any("'\\,<\t\n ".Contains));

    [Fact]
    public void Browsers_get_neither_comments_nor_what_is_for_messages_nor_what_would_end_the_string()
    {
        Assert.Matches(@"^heedCharacters\.read\('letters 30-39 [^'\\#]+(\\n[^'\\#]+)+'\);$", Characters.BrowserScript);
        Assert.DoesNotContain("stray", Characters.BrowserScript, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("human\u00ADrights", "humanrights")]
    [InlineData("human\u00A0rights", "human rights")]
    [InlineData("и\u0306", "й")]
    [InlineData("co\u2011operation", "co-operation")]
    [InlineData("oﬃcial", "official")]
    [InlineData("women’s", "women's")]
    [InlineData("１２", "12")]
    public void Names_are_compared_by_what_is_seen(string written, string folded) => Assert.Equal(folded, Characters.Fold(written));

    private static bool IsCut(string word) => word.All(unit => Characters.KindOf(unit) != CharacterKind.Other);
}

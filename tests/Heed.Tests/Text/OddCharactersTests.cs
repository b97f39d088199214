using Heed.Diagnostics;
using Heed.Text;

namespace Heed.Tests.Text;

/// <summary>A name that looks right and is not is told with the character that makes it so.</summary>
public sealed class OddCharactersTests
{
    [Theory]
    [InlineData("human-rights-dеfenders", "a Cyrillic е (U+0435) at letter 15")]
    [InlineData("СНЕ", "a Cyrillic С (U+0421) at letter 1")]
    [InlineData("tοrture", "a Greek ο (U+03BF) at letter 2")]
    [InlineData("2О24-07-25", "a Cyrillic О (U+041E) at letter 2")]
    [InlineData("2024\u201107\u201125", "a non-breaking hyphen (U+2011) at letter 5")]
    [InlineData("2024–07–25", "a dash (U+2013) at letter 5")]
    [InlineData("２024-07-25", "a special ２ (U+FF12) at letter 1")]
    [InlineData("https://exa\u00ADmple.org/", "a soft hyphen (U+00AD) at letter 12")]
    [InlineData("torture\u200B", "a blank of no width (U+200B) at letter 8")]
    [InlineData("torture\u00A0", "a non-breaking blank (U+00A0) at letter 8")]
    [InlineData("\uFEFFtorture", "a byte order mark (U+FEFF) at letter 1")]
    [InlineData("since\u202F2022", "a narrow non-breaking blank (U+202F) at letter 6")]
    [InlineData("tor\u0007ture", "a control character (U+0007) at letter 4")]
    [InlineData("о\uFB03cial", "a Cyrillic о (U+043E) at letter 1")]
    [InlineData("o\uFB03cial", "a special \uFB03 (U+FB03) at letter 2")]
    [InlineData("cafe\u0301", "a mark apart from its letter (U+0301) at letter 5")]
    [InlineData("пpава", "a Latin p (U+0070) at letter 2")]
    [InlineData("torture", null)]
    [InlineData("tort…", null)]
    [InlineData("пытки", null)]
    [InlineData("мәтін", null)]
    [InlineData("café", null)]
    [InlineData("2024-07-25", null)]
    public void The_first_odd_character_of_a_name_is_named(string name, string? words) => Assert.Equal(words, OddCharacters.In(name));

    [Theory]
    [InlineData("human-rights-dеfenders", "human-rights-defenders", "; it has a Cyrillic е (U+0435) at letter 15; did you mean \"human-rights-defenders\"?")]
    [InlineData("tor\u00ADture", "torture", "; it has a soft hyphen (U+00AD) at letter 4; did you mean \"torture\"?")]
    [InlineData("torture", "tоrture", "; did you mean \"tоrture\", which has a Cyrillic о (U+043E) at letter 2?")]
    [InlineData("Torture", "torture", "; did you mean \"torture\"?")]
    public void A_known_name_that_looks_the_same_is_offered_and_the_difference_named(string written, string known, string words) =>
        Assert.Equal(words, NearMiss.Question(written, [known, "health"]));

    [Theory]
    [InlineData("date is \"2О24\", and a date is wanted", "date is \"2О24\", and a date is wanted; it has a Cyrillic О (U+041E) at letter 2")]
    [InlineData("\"tor\u00ADture\" cannot be a key", "\"tor<U+00AD>ture\" cannot be a key; it has a soft hyphen (U+00AD) at letter 4")]
    [InlineData("the title \"Пытки\u00A0и казни\" is taken", "the title \"Пытки\u00A0и казни\" is taken")]
    [InlineData("the title \"Women’s rights\" is taken", "the title \"Women’s rights\" is taken")]
    [InlineData("the file \"a\u001B[31m\" is no page", "the file \"a<U+001B>[31m\" is no page; it has an escape sign (U+001B) at letter 2")]
    [InlineData("the title \"abc \u202Etxt\"", "the title \"abc <U+202E>txt\"; it has a sign that turns the direction (U+202E) at letter 5")]
    [InlineData("unknown \"x\"; did you mean \"y\"?", "unknown \"x\"; did you mean \"y\"?")]
    public void Every_message_shows_what_is_hidden(string message, string told)
    {
        var log = new DiagnosticLog();

        log.Report(Catalogue.WrongValue, new Place("a.md"), message, "Mend it.");

        Assert.Equal(told, Assert.Single(log.Sorted()).Message);
    }
}

using System.Collections.Immutable;
using Heed.Linking;
using Heed.Text;

namespace Heed.Tests.Linking;

public sealed class BlockMatcherTests
{
    private const string Law = "A new law on peaceful assemblies was adopted on 25 May 2020 and replaced the law of 1995.";

    private const string Fine = "The court fined the author for taking part in a gathering that nobody had permitted.";

    private const string Views = "The Committee found a violation of articles 19 and 21 of the Covenant and asked for compensation.";

    [Fact]
    public void Paragraphs_are_found_wherever_they_stand() => Assert.Equal("c a b", Matched([Law, Fine, Views], [Views, Law, Fine]));

    [Fact]
    public void What_is_new_is_nobody() => Assert.Equal("a - b", Matched([Law, Fine], [Law, Views, Fine]));

    [Fact]
    public void A_few_changed_words_do_not_matter() =>
        Assert.Equal("b a", Matched([Law, Fine], [Fine.Replace("fined", "punished", StringComparison.Ordinal), Law + " It entered into force in June."]));

    [Fact]
    public void A_paragraph_that_says_something_else_is_not_taken_for_the_one_that_was() => Assert.Equal("-", Matched([Law], [Fine]));

    [Fact]
    public void Where_two_are_as_like_none_is_taken() =>
        Assert.Equal("- -", Matched([Law], [Law.Replace("new", "first", StringComparison.Ordinal), Law.Replace("1995", "1996", StringComparison.Ordinal)]));

    [Fact]
    public void Two_that_were_joined_are_both_the_one_that_stands() => Assert.Equal("ab", Matched([Law, Fine], [$"{Law} {Fine}"]));

    [Fact]
    public void One_that_was_cut_is_its_first_part() => Assert.Equal("a -", Matched([$"{Law} {Fine}"], [Law, Fine]));

    [Fact]
    public void What_has_not_changed_has_taken_nothing_up() => Assert.Equal("b", Matched([Fine, $"{Law} {Fine}"], [$"{Law} {Fine}"]));

    [Fact]
    public void Places_that_were_one_paragraph_already_stay_together() =>
        Assert.Equal("ab", Matched([Law, Law], [Law.Replace("new", "first", StringComparison.Ordinal)]));

    [Fact]
    public void A_paragraph_that_is_longer_and_says_something_else_has_taken_nothing_up() =>
        Assert.Equal("-", Matched([Law], [$"{Fine} {Views} {Views.Replace("Committee", "Council", StringComparison.Ordinal)}"]));

    [Fact]
    public void What_two_have_taken_up_alike_is_nobodys() =>
        Assert.Equal("- -", Matched([Law], [$"{Law.Replace("new", "first", StringComparison.Ordinal)} {Fine}", $"{Law.Replace("new", "first", StringComparison.Ordinal)} {Views}"]));

    [Fact]
    public void A_piece_that_is_not_of_it_is_passed_over() =>
        Assert.Equal("- a -", Matched([$"{Law} {Fine}"], [Views, Law, Fine]));

    /// <summary>For each that stands now the letters of those that it is.</summary>
    private static string Matched(string[] old, string[] now)
    {
        ImmutableArray<OldBlock> blocks = [.. old.Select((text, index) => new OldBlock(((char)('a' + index)).ToString(), WordPrint.Of(text)))];
        return string.Join(' ', BlockMatcher.Match(blocks, [.. now.Select(WordPrint.Of)]).Select(claims => claims.IsEmpty ? "-" : string.Concat(claims.Select(claim => claim.Key))));
    }
}

using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Heed.Diagnostics;
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

    [Fact]
    public void Of_two_that_are_as_near_the_first_in_order_is_offered() => Assert.Equal("CHE", NearMiss.Suggest("CHI", ["CHN", "CHL", "CHE"]));

    [Property]
    public void A_word_is_nearest_to_itself(NonNull<string> word) => Assert.Equal(word.Get, NearMiss.Suggest(word.Get, [word.Get + "x", word.Get]));

    [Property(Arbitrary = [typeof(Words)], MaxTest = 2000)]
    public void What_is_left_out_of_the_comparison_changes_no_answer(string word, string[] candidates) => Assert.Equal(SuggestByAll(word, candidates), NearMiss.Suggest(word, candidates));

    [Fact]
    public void What_was_meant_is_looked_for_only_where_it_is_told()
    {
        var looked = 0;
        IEnumerable<string> Candidates()
        {
            looked++;
            return ["recommendations/upr-3/139.114"];
        }

        var log = new DiagnosticLog();
        for (var number = 0; number < 3000; number++)
        {
            log.Report(Catalogue.DanglingReference, new Place("content/a.md", 3000 - number), "no page", new Guess("recommendations/upr-3/139.115", Enumerable.Range(0, 1).SelectMany(_ => Candidates())), "Correct it.");
        }

        var told = log.Sorted();

        // Once for what looks the same, once for what is near.
        Assert.InRange(looked, DiagnosticLog.MostOfOneRule, 2 * DiagnosticLog.MostOfOneRule);
        Assert.Equal(3000, told.Length);
        Assert.All(told.Take(DiagnosticLog.MostOfOneRule), diagnostic => Assert.Equal("no page; did you mean \"recommendations/upr-3/139.114\"?", diagnostic.Message), throwIfEmpty: false);
        Assert.All(told.Skip(DiagnosticLog.MostOfOneRule), diagnostic => Assert.Equal("no page", diagnostic.Message), throwIfEmpty: false);
    }

    /// <summary>The same with every cell of the table, as in a textbook.</summary>
    private static string? SuggestByAll(string word, string[] candidates)
    {
        var limit = Math.Clamp(word.Length / 3, 1, 12);
        return candidates
            .Select(candidate => (Candidate: candidate, Distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.Distance <= limit)
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .Select(pair => pair.Candidate)
            .FirstOrDefault();
    }

    private static int Distance(string left, string right)
    {
        var cells = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            for (var column = 0; column <= right.Length; column++)
            {
                if (row == 0 || column == 0)
                {
                    cells[row, column] = row + column;
                    continue;
                }

                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                cells[row, column] = Math.Min(Math.Min(cells[row - 1, column] + 1, cells[row, column - 1] + 1), cells[row - 1, column - 1] + cost);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    cells[row, column] = Math.Min(cells[row, column], cells[row - 2, column - 2] + 1);
                }
            }
        }

        return cells[left.Length, right.Length];
    }

    /// <summary>Words of few letters, so that many are near.</summary>
    private static class Words
    {
        public static Arbitrary<string> Word() => Gen.Elements("a", "b", "B", "c", "-", "ab", "қ").ArrayOf().Select(string.Concat).ToArbitrary();
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Heed.Model;
using Heed.Tests.Support;
using Heed.Validation;

namespace Heed.Tests.Validation;

/// <summary>What an evaluation said before, held against itself and against the version history.</summary>
public sealed class HistoriesTests
{
    private const string Path = "content/evaluations/watchers.md";

    [Fact]
    public void A_change_that_the_history_tells_is_not_silent() =>
        Assert.Empty(Told([Until("2025-03-04", "implemented")], "2025-03-04 implemented not-implemented"));

    [Fact]
    public void A_change_without_a_history_is_silent() =>
        Assert.Equal(["silent-change: from implemented to not-implemented on 2025-03-04"], Told([], "2025-03-04 implemented not-implemented"));

    [Fact]
    public void An_item_of_another_level_tells_nothing_of_this_one() => Assert.Equal(
        ["silent-change: from implemented to not-implemented on 2025-03-04"],
        Told([Until("2025-03-04", "not-implemented")], "2025-03-04 implemented not-implemented"));

    [Fact]
    public void One_item_tells_one_change_and_the_later_of_the_same_level_is_silent() => Assert.Equal(
        ["silent-change: from implemented to not-implemented on 2025-05-06"],
        Told([Until("2025-03-04", "implemented")], "2025-03-04 implemented not-implemented", "2025-04-05 not-implemented implemented", "2025-05-06 implemented not-implemented")
            .Where(told => told.Contains("from implemented", StringComparison.Ordinal)));

    [Fact]
    public void A_level_that_went_and_came_back_is_told_once_for_each_time() => Assert.Empty(Told(
        [Until("2025-05-06", "implemented"), Until("2025-04-05", "not-implemented"), Until("2025-03-04", "implemented")],
        "2025-03-04 implemented not-implemented",
        "2025-04-05 not-implemented implemented",
        "2025-05-06 implemented not-implemented"));

    [Fact]
    public void Changes_of_another_page_are_not_of_this_one()
    {
        var (knowledge, log) = SmallSite.Read();

        Validator.Validate(knowledge, default, Changes("content/evaluations/others.md", "2025-03-04 implemented not-implemented"), log);

        Assert.Empty(log.Sorted());
    }

    [Theory]
    [InlineData("2025-03-03", true)]
    [InlineData("2025-03-04", false)]
    [InlineData("2025-03-05", false)]
    public void A_state_begins_before_it_ends(string since, bool isSound) =>
        Assert.Equal(isSound, !Told([Until("2025-03-04", "implemented", since)]).Contains("wrong-date: which is not before its end"));

    [Theory]
    [InlineData("2024-03-04", true)]
    [InlineData("2024-03-03", false)]
    [InlineData("2024-03-05", false)]
    [InlineData(null, true)]
    public void A_state_begins_when_the_one_before_it_ends(string? since, bool isSound) => Assert.Equal(
        isSound ? [] : ["wrong-date: the one before it ends on 2024-03-04"],
        Told([Until("2025-03-04", "implemented", since), Until("2024-03-04", "not-implemented")]));

    [Fact]
    public void The_first_state_may_begin_on_any_day_before_its_end() =>
        Assert.Empty(Told([Until("2025-03-04", "implemented", "2024-03-04"), Until("2024-03-04", "not-implemented", "2020-01-01")]));

    private static string Until(string day, string level, string? since = null) =>
        $"  - until: \"{day}\"\n" + (since is null ? "" : $"    since: \"{since}\"\n") + $"    level: {level}\n    why: a case was found.\n";

    private static ImmutableDictionary<string, ImmutableArray<LevelChange>> Changes(string path, params string[] changes) =>
        ImmutableDictionary<string, ImmutableArray<LevelChange>>.Empty.Add(path, [.. changes.Select(change => change.Split(' '))
            .Select(words => new LevelChange(DateOnly.Parse(words[0], CultureInfo.InvariantCulture), words[1], words[2]))]);

    /// <summary>What is told of an evaluation with the history, newest first, when the version history has the changes.</summary>
    private static string[] Told(string[] history, params string[] changes)
    {
        var text = SmallSite.Sources().Find(Path)!.Text;
        var (knowledge, log) = SmallSite.Read((Path, history.Length == 0 ? text : text.Replace("role: assessment\n", $"history:\n{string.Concat(history)}role: assessment\n", StringComparison.Ordinal)));
        Assert.Equal(history.Length, knowledge.Evaluations[0].History.Length);
        Validator.Validate(knowledge, default, Changes(Path, changes), log);
        return [.. log.Sorted().Select(told => $"{told.Rule.Id}: {Heart(told.Message)}")];
    }

    private static string Heart(string message) => message switch
    {
        _ when message.IndexOf("from ", StringComparison.Ordinal) is > 0 and var at => message[at..message.IndexOf(" after", StringComparison.Ordinal)],
        _ when message.IndexOf("the one before", StringComparison.Ordinal) is > 0 and var at => message[at..],
        _ when message.IndexOf("which is", StringComparison.Ordinal) is > 0 and var at => message[at..],
        _ => message,
    };
}

using System.Collections.Immutable;
using Heed.Model;
using Heed.Tests.Support;
using Heed.Validation;

namespace Heed.Tests.Validation;

/// <summary>Totals of a review against its recommendations: each rule is tried at its limit, and one beside it.</summary>
public sealed class TotalsTests
{
    /// <summary>Of the third review there are five single recommendations, two of them supported, three noted.</summary>
    private static readonly (string Path, string Text)[] Five =
    [
        SmallSite.Recommendation("upr-3/1.2"),
        SmallSite.Recommendation("upr-3/1.3"),
        Supported(SmallSite.Recommendation("upr-3/1.4")),
        Supported(SmallSite.Recommendation("upr-3/1.5")),
    ];

    private static readonly (string Path, string Text) Group = SmallSite.Recommendation("upr-3/1.6", more: "describes: \"10\"");

    [Fact]
    public void Totals_that_are_those_of_the_pages_are_sound() => Assert.Empty(Told("5", "2", "3", Five));

    [Theory]
    [InlineData("4", "2", "3", "received")]
    [InlineData("5", "1", "4", "supported")]
    [InlineData("5", "3", "2", "noted")]
    public void One_more_here_than_the_total_is_an_error(string received, string supported, string noted, string what) =>
        Assert.Contains($"more-than-total {what}", Told(received, supported, noted, Five));

    [Theory]
    [InlineData("5", "3", "2", "supported")]
    [InlineData("5", "1", "4", "noted")]
    public void One_fewer_than_the_total_is_told_when_all_are_here(string received, string supported, string noted, string what) =>
        Assert.Contains($"totals-disagree {what}", Told(received, supported, noted, Five));

    [Fact]
    public void One_fewer_than_the_total_is_no_wonder_while_some_are_not_here() =>
        Assert.Equal(["coverage received"], Told("6", "3", "3", Five));

    [Fact]
    public void Nothing_is_counted_by_position_while_a_group_stands_for_several() =>
        Assert.Empty(Told("5", "3", "2 to 3", [.. Five, Group]));

    [Fact]
    public void Nothing_is_counted_by_position_while_the_total_is_a_range() =>
        Assert.Empty(Told("5 to 6", "3", "3", Five));

    [Theory]
    [InlineData("2 to 3", "3 to 4", false)]
    [InlineData("3 to 4", "3 to 4", true)]
    public void Of_a_range_the_least_counts_where_all_are_here(string supported, string noted, bool isTold) =>
        Assert.Equal(isTold, Told("5", supported, noted, Five).Contains("totals-disagree supported"));

    [Theory]
    [InlineData("9", "4", "5", false)]
    [InlineData("9", "4", "6", true)]
    [InlineData("9", "4", "4", true)]
    [InlineData("9 to 11", "4", "7", false)]
    [InlineData("9 to 11", "4", "8", true)]
    [InlineData("9 to 11", "4", "5", false)]
    [InlineData("9 to 11", "4", "4", true)]
    [InlineData("9", "2 to 4", "5 to 7", false)]
    [InlineData("9", "2 to 4", "8 to 9", true)]
    [InlineData("9", "2 to 4", "3 to 4", true)]
    [InlineData("9", "2 to 4", "3 to 5", false)]
    [InlineData("9", "2 to 4", "7 to 9", false)]
    [InlineData("9", "unknown", "9", false)]
    [InlineData("unknown", "2", "9", false)]
    [InlineData("9", "2", "unknown", false)]
    public void Supported_and_noted_make_what_was_received(string received, string supported, string noted, bool isTold) =>
        Assert.Equal(isTold, Told(received, supported, noted, Five).Contains("totals-disagree received"));

    [Theory]
    [InlineData("6", "3", "3", "upr-3: of 6 recommendations 5 single ones are here")]
    [InlineData("6 to 8", "3", "3", "upr-3: of 6 to 8 recommendations 5 single ones are here")]
    [InlineData("unknown", "3", "3", "upr-3: of an unknown number of recommendations 5 single ones are here")]
    public void What_is_not_here_is_told_with_the_numbers(string received, string supported, string noted, string told) =>
        Assert.Equal(told, Assert.Single(Diagnostics(received, supported, noted, Five), diagnostic => diagnostic.Rule.Id == "coverage").Message);

    [Fact]
    public void A_group_is_told_beside_the_single_ones() => Assert.Equal(
        ["upr-3: of 9 recommendations 5 single ones are here, and 1 group described together", "upr-3: of 9 recommendations 5 single ones are here, and 2 groups described together"],
        new (string, string)[][] { [.. Five, Group], [.. Five, Group, SmallSite.Recommendation("upr-3/1.7", more: "describes: not stated")] }
            .Select(pages => Assert.Single(Diagnostics("9", "4", "5", pages), diagnostic => diagnostic.Rule.Id == "coverage").Message));

    [Fact]
    public void The_message_names_the_totals_as_they_are_written() => Assert.Equal(
        "upr-3: 1 to 2 supported and 4 noted do not make 9 to 11 received",
        Assert.Single(Diagnostics("9 to 11", "1 to 2", "4", Five), diagnostic => diagnostic.Rule.Id == "totals-disagree").Message);

    private static (string Path, string Text) Supported((string Path, string Text) page) =>
        (page.Path, page.Text.Replace("position: noted", "position: supported", StringComparison.Ordinal));

    private static IEnumerable<string> Told(string received, string supported, string noted, (string Path, string Text)[] pages) =>
        Diagnostics(received, supported, noted, pages).Select(told => $"{told.Rule.Id} {What(told)}");

    /// <summary>The total of which it is told, by its line.</summary>
    private static string What(Heed.Diagnostics.Diagnostic told) => told.Place.Line switch { 8 => "received", 9 => "supported", _ => "noted" };

    private static ImmutableArray<Heed.Diagnostics.Diagnostic> Diagnostics(string received, string supported, string noted, (string Path, string Text)[] pages)
    {
        const string path = "content/reviews/upr-3.md";
        var review = SmallSite.Sources().Find(path)!.Text
            .Replace("received: {count: \"1\"", $"received: {{count: \"{received}\"", StringComparison.Ordinal)
            .Replace("supported: {count: \"0\"", $"supported: {{count: \"{supported}\"", StringComparison.Ordinal)
            .Replace("noted: {count: \"1\"", $"noted: {{count: \"{noted}\"", StringComparison.Ordinal);
        var (knowledge, log) = SmallSite.Read([(path, review), .. pages]);
        Validator.Validate(knowledge, default, ImmutableDictionary<string, ImmutableArray<LevelChange>>.Empty, log);
        return [.. log.Sorted().Where(told => told.Place.Path == path)];
    }
}

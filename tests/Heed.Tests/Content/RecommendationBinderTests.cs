using Heed.Model;
using Heed.Tests.Support;

namespace Heed.Tests.Content;

public sealed class RecommendationBinderTests
{
    private const string Noted = "  - position: noted\n    by: state\n    sources:\n      - ref: report\n";

    [Theory]
    [InlineData("  - position: unknown\n    note: Not found.\n", "")]
    [InlineData("  - position: unknown\n", "a position needs note")]
    [InlineData("  - position: unknown\n    by: state\n    sources:\n      - ref: report\n", "a position needs note")]
    [InlineData("  - position: noted\n    by: state\n    sources:\n      - ref: report\n", "")]
    [InlineData("  - position: supported\n    by: ohchr-list\n    sources:\n      - ref: report\n    note: In the list only.\n", "")]
    [InlineData("  - position: noted\n    sources:\n      - ref: report\n", "a position needs by")]
    [InlineData("  - position: supported\n    sources:\n      - ref: report\n", "a position needs by")]
    [InlineData("  - position: noted\n    by: state\n", "a position needs sources")]
    [InlineData("  - position: supported\n    by: third-party\n    note: So it is said.\n", "a position needs sources")]
    [InlineData("  - by: state\n    sources:\n      - ref: report\n", "a position needs position")]
    public void A_position_is_told_by_somebody_with_a_source_and_an_unknown_one_says_why(string position, string told)
    {
        var page = With(Noted, position);

        Assert.Equal(told, string.Join('\n', Messages(page)));
    }

    [Fact]
    public void What_a_position_says_is_kept()
    {
        var (path, text) = With(Noted, "  - position: supported\n    by: third-party\n    reported_by: A paper\n    detail: In part.\n    note: So it is said.\n    sources:\n      - ref: report\n");

        var position = Assert.Single(SmallSite.ReadSound((path, text)).Recommendations.Single(one => one.Id.ToString() == "recommendations/upr-3/1.1").Positions);

        Assert.Equal((Position.Supported, PositionTeller.ThirdParty, "A paper", "In part.", "So it is said."), (position.Position, position.By, position.ReportedBy, position.Detail, position.Note));
        Assert.Equal("report", Assert.Single(position.Sources).Source);
    }

    [Theory]
    [InlineData("one", DescribesKind.One, 1)]
    [InlineData("\"2\"", DescribesKind.Several, 2)]
    [InlineData("\"10\"", DescribesKind.Several, 10)]
    [InlineData("at least 2", DescribesKind.AtLeast, 2)]
    [InlineData("at least 13", DescribesKind.AtLeast, 13)]
    [InlineData("not stated", DescribesKind.NotStated, 0)]
    public void A_page_says_how_many_it_stands_for(string written, DescribesKind kind, int number) => Assert.Equal(
        new Describes(kind, number),
        SmallSite.ReadSound(With("describes: one", $"describes: {written}")).Recommendations.Single(one => one.Id.ToString() == "recommendations/upr-3/1.1").Describes);

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("\"0\"")]
    [InlineData("\"-2\"")]
    [InlineData("at least 1")]
    [InlineData("at most 5")]
    [InlineData("At least 5")]
    [InlineData("at least")]
    [InlineData("\"1.5\"")]
    [InlineData("several")]
    public void One_is_no_group_and_a_group_has_a_number_above_one(string written) => Assert.Equal(
        [$"describes \"{written.Trim('"')}\" does not say how many recommendations the page stands for"],
        Messages(With("describes: one", $"describes: {written}")));

    [Theory]
    [InlineData("1.1", true)]
    [InlineData("17.19", true)]
    [InlineData("16.a", true)]
    [InlineData("0.1", false)]
    [InlineData("18.1", false)]
    [InlineData("16", false)]
    [InlineData("16.", false)]
    [InlineData("16.100", false)]
    [InlineData("16.1.1", false)]
    [InlineData("x.1", false)]
    [InlineData("-1.1", false)]
    public void A_target_is_one_of_seventeen_goals_and_a_sign_or_two(string target, bool isSound)
    {
        var page = With("priority: false", $"sdg: [\"{target}\"]\npriority: false");
        var (knowledge, _) = SmallSite.Read(page);

        Assert.Equal(isSound ? [] : [$"sdg \"{target}\" is no target of the Sustainable Development Goals"], Messages(page));
        Assert.Equal(isSound ? [target] : [], knowledge.Recommendations.Single(one => one.Id.ToString() == "recommendations/upr-3/1.1").SdgTargets);
    }

    [Theory]
    [InlineData("document: A/HRC/1/1", "document: not a symbol", "document \"not a symbol\" is not the symbol of a UN document")]
    [InlineData("document: A/HRC/1/1", "document: unknown", "")]
    [InlineData("paragraph: \"1.1\"", "paragraph: one", "a recommendation needs title\nparagraph \"one\" is not the number of a paragraph")]
    [InlineData("paragraph: \"1.1\"", "paragraph: unknown", "a recommendation needs title")]
    [InlineData("paragraph: \"1.1\"", "paragraph: unknown\ntitle: On assembly", "")]
    [InlineData("recommending_states: [BBB]", "recommending_states: unknown", "")]
    [InlineData("recommending_states: [BBB]", "recommending_states: []", "a recommendation needs recommending_states")]
    [InlineData("review: upr-3", "review: upr-2", "review is upr-2, and the page stands in recommendations/upr-3/")]
    public void What_is_not_known_is_said_and_what_is_written_is_of_its_form(string right, string written, string told) =>
        Assert.Equal(told, string.Join('\n', Messages(With(right, written))));

    private static (string Path, string Text) With(string right, string written)
    {
        const string path = "content/recommendations/upr-3/1.1.md";
        var text = SmallSite.Sources().Find(path)!.Text;
        Assert.Contains(right, text, StringComparison.Ordinal);
        return (path, text.Replace(right, written, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Messages((string Path, string Text) page) => SmallSite.Read(page).Log.Sorted().Select(told => told.Message);
}

using Heed.Model;
using Heed.Tests.Support;

namespace Heed.Tests.Model;

/// <summary>The words that a translation may give, and the hash by which it is known whether they are still the same.</summary>
public sealed class EntryTextsTests
{
    private const string Path = "content/findings/assembly.md";

    private static readonly string Original = SmallSite.Sources().Find(Path)!.Text;

    [Theory]
    [InlineData("A law came into force.", "A law came into  force.")]
    [InlineData("text: A law came into force.", "text: >-\n      A law came\n      into force.")]
    [InlineData("period: \"2020-05\"", "period: \"2020-06\"")]
    [InlineData("confidence: high", "confidence: low")]
    public void Facts_and_line_breaks_do_not_change_the_hash(string was, string now) =>
        Assert.Equal(Hash(Original), Hash(Changed(was, now)));

    [Theory]
    [InlineData("A law came into force.", "A law came into force at last.")]
    [InlineData("asserted_by: The Watchers", "asserted_by: The Others")]
    [InlineData("An example.", "Another example.")]
    [InlineData("title: Assembly", "title: Assemblies")]
    [InlineData("- id: arrests", "- id: detentions")]
    public void Words_change_the_hash(string was, string now) =>
        Assert.NotEqual(Hash(Original), Hash(Changed(was, now)));

    [Fact]
    public void A_text_that_moves_to_another_part_changes_the_hash()
    {
        var note = Changed("asserted_by: The Watchers", "asserted_by: The Watchers\n    note: The Watchers");

        Assert.NotEqual(Hash(Original), Hash(note));
    }

    [Fact]
    public void A_recommendation_asks_for_its_positions_and_reasons_only_where_they_have_words()
    {
        var (path, text) = SmallSite.Recommendation("upr-3/1.1", more: "describes: one\nrepeats:\n  - entry: recommendations/upr-2/1.1\n    why: Asked again.");
        var knowledge = SmallSite.ReadSound((path, text.Replace("positions:\n", "positions:\n  - position: unknown\n    note: Not found.\n", StringComparison.Ordinal)));

        Assert.Equal(["1", "recommendations/upr-2/1.1"], EntryTexts.Of(knowledge.Find(EntryId.Parse("recommendations/upr-3/1.1"))!).NeededParts);
    }

    [Fact]
    public void Who_reported_a_position_may_be_translated_and_need_not_be()
    {
        var (path, text) = SmallSite.Recommendation("upr-3/1.1");
        var entry = SmallSite.ReadSound((path, text.Replace("by: state", "by: third-party\n    reported_by: A news agency", StringComparison.Ordinal))).Find(EntryId.Parse("recommendations/upr-3/1.1"))!;

        Assert.Equal(["1"], EntryTexts.Of(entry).Parts);
        Assert.Empty(EntryTexts.Of(entry).NeededParts);
    }

    private static string Changed(string was, string now)
    {
        Assert.Contains(was, Original, StringComparison.Ordinal);
        return Original.Replace(was, now, StringComparison.Ordinal);
    }

    private static string Hash(string text) => EntryTexts.Of(SmallSite.ReadSound((Path, text)).Find(EntryId.Parse("findings/assembly"))!).Hash();
}

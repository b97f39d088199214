using System.Collections.Immutable;
using Heed.Model;
using Heed.Tests.Support;
using Heed.Validation;

namespace Heed.Tests.Validation;

public sealed class ValidatorTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(12, 1)]
    [InlineData(13, 2)]
    [InlineData(26, 2)]
    [InlineData(27, 3)]
    [InlineData(40, 3)]
    [InlineData(41, 4)]
    [InlineData(54, 4)]
    [InlineData(55, 5)]
    public void A_session_belongs_to_its_cycle(int session, int cycle)
    {
        Assert.Empty(Told(Review(session, cycle)));
        Assert.Contains("session-outside-cycle", Told(Review(session, cycle + 1)));
    }

    [Theory]
    [InlineData("country: AAA", "country: AAB")]
    [InlineData("default_scale: two-levels", "default_scale: two-level")]
    public void Settings_name_what_the_vocabulary_has(string right, string wrong)
    {
        var settings = Repository.Sources(Path.Combine(Repository.Root, "tests", "broken", "_base")).Find("site.config.yml")!.Text;

        Assert.Contains("unknown-term", Told(("site.config.yml", settings.Replace(right, wrong, StringComparison.Ordinal))));
        Assert.DoesNotContain("unknown-term", Told(("site.config.yml", settings)));
    }

    [Fact]
    public void The_page_about_privacy_is_an_article_that_is_there()
    {
        var settings = Repository.Sources(Path.Combine(Repository.Root, "tests", "broken", "_base")).Find("site.config.yml")!.Text;

        Assert.Empty(Told(("site.config.yml", settings + "privacy_page: articles/about\n")));
        Assert.Equal(["dangling-reference"], Told(("site.config.yml", settings + "privacy_page: articles/abuot\n")));
    }

    [Fact]
    public void A_group_described_together_is_never_counted_as_one() =>
        Assert.Empty(Told(SmallSite.Recommendation("upr-3/1.2", more: "describes: \"10\""), SmallSite.Recommendation("upr-3/1.3", more: "describes: not stated")));

    [Fact]
    public void One_single_recommendation_more_than_the_review_received_is_an_error() =>
        Assert.Equal(["more-than-total", "more-than-total", "number-out-of-order"], Told(SmallSite.Recommendation("upr-3/1.2")).Order(StringComparer.Ordinal));

    [Fact]
    public void A_position_that_one_source_does_not_know_contradicts_nothing()
    {
        var (path, text) = SmallSite.Recommendation("upr-3/1.1");

        Assert.Empty(Told((path, text.Replace("positions:\n", "positions:\n  - position: unknown\n    note: Not found in the report.\n", StringComparison.Ordinal))));
    }

    [Fact]
    public void What_the_State_says_of_itself_in_its_own_name_is_no_warning()
    {
        var (path, text) = SmallSite.Evaluation("own", "themes: [assembly]");

        Assert.Empty(Told((path, text
            .Replace("[watchers]", "[ministry]", StringComparison.Ordinal)
            .Replace("not-implemented", "implemented", StringComparison.Ordinal)
            .Replace("ref: report", "ref: ministry", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_translation_into_a_language_that_the_site_does_not_have_is_an_error() =>
        Assert.Equal(["wrong-value"], Told(("content/articles/about.fr.md", "---\ntranslation: human\nreviewed: true\n---\n\nUn essai.\n")));

    private static (string Path, string Text) Review(int session, int cycle)
    {
        const string path = "content/reviews/upr-3.md";
        return (path, SmallSite.Sources().Find(path)!.Text.Replace("cycle: 3", $"cycle: {cycle}", StringComparison.Ordinal).Replace("session: \"34\"", $"session: \"{session}\"", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Told(params (string Path, string Text)[] over)
    {
        var (knowledge, log) = SmallSite.Read(over);
        Validator.Validate(knowledge, default, ImmutableDictionary<string, ImmutableArray<LevelChange>>.Empty, log);
        return log.Sorted().Select(diagnostic => diagnostic.Rule.Id);
    }
}

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
        Assert.DoesNotContain(Told(Review(session, cycle)), rule => rule != "coverage");
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

    [Theory]
    [InlineData("1.1", "1.10")]
    [InlineData("1.2", "1.20")]
    [InlineData("1.10", "1.1")]
    [InlineData("12", "124")]
    [InlineData("124.5", "124.50 (a)")]
    [InlineData("124.5-a", "124.5 (b)")]
    [InlineData("124.5a", "124.5")]
    [InlineData("1.1", "01.1")]
    public void A_page_called_by_a_number_has_that_number(string name, string number) =>
        Assert.Contains("number-not-of-name", Told(Numbered(name, number)));

    [Theory]
    [InlineData("1.1", "1.1")]
    [InlineData("124.5", "124.5 (a)")]
    [InlineData("124.5", "124.5(a)")]
    [InlineData("124.5-a", "124.5 (a)")]
    [InlineData("124.5a", "124.5 (a)")]
    [InlineData("assembly-1", "1.7")]
    [InlineData("124.5-10", "124.5")]
    public void Its_part_and_a_name_in_words_are_allowed(string name, string number) =>
        Assert.DoesNotContain("number-not-of-name", Told(Numbered(name, number)));

    [Fact]
    public void A_review_called_by_its_cycle_is_of_that_cycle()
    {
        var review = SmallSite.Sources().Find("content/reviews/upr-3.md")!.Text.Replace("cycle: 3", "cycle: 2", StringComparison.Ordinal).Replace("session: \"34\"", "session: \"14\"", StringComparison.Ordinal);

        Assert.Contains("number-not-of-name", Told(("content/reviews/upr-3.md", review)));
    }

    [Theory]
    [InlineData("recommendations/upr-3/1.1")]
    [InlineData("evaluations/watchers")]
    [InlineData("findings/assembly")]
    [InlineData("decisions/ccpr/ccpr-1-2020")]
    [InlineData("reviews/upr-3")]
    [InlineData("articles/about")]
    [InlineData("events/2020-law")]
    [InlineData("proposals/a")]
    public void A_page_of_each_kind_says_something(string id)
    {
        var path = $"content/{id}.md";
        var head = id.Split('/')[0] switch
        {
            "events" => "---\ntitle: a\ndate: \"2020\"\nthemes: [assembly]\nfrom: [findings/assembly#law]\nconfidence: high\nsources: [{ref: report}]\n---\n",
            "proposals" => "---\ntitle: a\nproposed_by: watchers\nreview: upr-3\ndate: unknown\nbecame: unknown\nthemes: [assembly]\nconfidence: high\nsources: [{ref: report}]\n---\n",
            _ => SmallSite.Sources().Find(path)!.Text is var text ? text[..(text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)] : "",
        };

        foreach (var nothing in (string[])["", "\n\n", "\n<!-- to be written -->\n", "\u00A0\u200B\u00AD\n", "\n***\n", "\n…\n"])
        {
            Assert.Contains("empty-text", Told((path, head + nothing)));
        }

        Assert.DoesNotContain("empty-text", Told((path, head + "\nҚазақ.\n")));
    }

    [Fact]
    public void A_decision_may_be_empty_where_a_note_says_so()
    {
        var text = SmallSite.Sources().Find("content/decisions/ccpr/ccpr-1-2020.md")!.Text.Replace("An example.", "", StringComparison.Ordinal);

        Assert.DoesNotContain("empty-text", Told(("content/decisions/ccpr/ccpr-1-2020.md", text.Replace("confidence:", "note: It was not read.\nconfidence:", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_translation_without_a_text_is_behind()
    {
        (string, string) settings = ("site.config.yml", SmallSite.Sources().Find("site.config.yml")!.Text.Replace("[en]", "[en, ru]", StringComparison.Ordinal));

        Assert.Contains("translation-behind", Told(settings, ("content/articles/about.ru.md", "---\ntranslation: human\nreviewed: true\ntitle: О базе\n---\n")));
    }

    private static (string Path, string Text) Numbered(string name, string number)
    {
        var (_, text) = SmallSite.Recommendation($"upr-3/{name}");
        return ($"content/recommendations/upr-3/{name}.md", text.Replace($"paragraph: \"{name}\"", $"paragraph: \"{number}\"", StringComparison.Ordinal));
    }

    private static (string Path, string Text) Review(int session, int cycle)
    {
        return ($"content/reviews/upr-{cycle}.md", SmallSite.Sources().Find("content/reviews/upr-3.md")!.Text.Replace("cycle: 3", $"cycle: {cycle}", StringComparison.Ordinal).Replace("session: \"34\"", $"session: \"{session}\"", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Told(params (string Path, string Text)[] over)
    {
        var (knowledge, log) = SmallSite.Read(over);
        Validator.Validate(knowledge, default, ImmutableDictionary<string, ImmutableArray<LevelChange>>.Empty, log);
        return log.Sorted().Select(diagnostic => diagnostic.Rule.Id);
    }
}

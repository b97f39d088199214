using Heed.Building;
using Heed.Diagnostics;
using Heed.Tests.Support;

namespace Heed.Tests.Linking;

public sealed class AbsencesTests
{
    private const string Unreadable = "---\ntitle: a\n\tsummary: b\n---\n\nText.\n";
    private const string DraftArticle = "---\ndraft: true\ntitle: a\nsummary: b\n---\n\nText.\n";

    [Theory]
    [InlineData("content/articles/about.md", "[[articles/about]]")]
    [InlineData("content/articles/about.md", "[[about]]")]
    [InlineData("content/articles/about.md", "[words](about.md)")]
    [InlineData("content/decisions/ccpr/ccpr-1-2020.md", "[[CCPR/C/1/D/1/2020]]")]
    [InlineData("content/decisions/ccpr/ccpr-1-2020.md", "[[1/2020]]")]
    [InlineData("content/decisions/ccpr/ccpr-1-2020.md", "[[ccpr/ccpr-1-2020]]")]
    [InlineData("content/recommendations/upr-2/1.1.md", "[[upr-2/1.1]]")]
    [InlineData("content/recommendations/upr-3/1.1.md", "[[recommendations/upr-3/1.1]]")]
    [InlineData("content/evaluations/watchers.md", "[[watchers]]")]
    [InlineData("content/findings/assembly.md", "[[findings/assembly#law]]")]
    [InlineData("content/reviews/upr-3.md", "[[reviews/upr-3]] and [[upr-3/1.1]] and [[A/HRC/1/1]]")]
    public void What_follows_from_a_page_that_cannot_be_read_is_not_told(string path, string links)
    {
        Assert.Equal([$"{path}:3:1 broken-yaml"], Told((path, Unreadable), SmallSite.Article("links", links)));
    }

    [Theory]
    [InlineData("content/articles/About.md", "[[articles/about]]")]
    [InlineData("content/articles/about.MD", "[[about]]")]
    [InlineData("content/articles/about.markdown", "[[about]]")]
    [InlineData("content/articles/about.txt", "[[about]]")]
    [InlineData("content/article/about.md", "[[articles/about]]")]
    [InlineData("content/articles/about us.md", "[[articles/about-us]]")]
    public void What_follows_from_a_page_of_a_wrong_name_is_not_told(string path, string links)
    {
        var told = Told(removed: "content/articles/about.md", (path, "---\ntitle: a\nsummary: b\n---\n\nText.\n"), SmallSite.Article("links", links));

        Assert.Equal([$"{path} misplaced-page"], told);
    }

    [Fact]
    public void A_translation_of_a_page_that_cannot_be_read_is_not_told() =>
        Assert.Equal(["content/articles/about.md:3:1 broken-yaml"], Told(("content/articles/about.md", Unreadable), ("content/articles/about.ru.md", "---\ntranslation: human\nreviewed: true\n---\n\nТекст.\n")));

    [Theory]
    [InlineData("content/vocabulary/themes.yml")]
    [InlineData("content/vocabulary/states.yml")]
    [InlineData("content/vocabulary/bodies.yml")]
    [InlineData("content/vocabulary/forms.yml")]
    [InlineData("content/vocabulary/outcomes.yml")]
    [InlineData("content/vocabulary/assessors.yml")]
    [InlineData("content/vocabulary/assessor-kinds.yml")]
    [InlineData("content/vocabulary/scales.yml")]
    [InlineData("content/vocabulary/sources.yml")]
    [InlineData("site.config.yml")]
    public void What_follows_from_a_list_that_cannot_be_read_is_not_told(string path) =>
        Assert.Equal([$"{path}:2:1 broken-yaml"], Told((path, "a: 1\n\tb: 2\n")));

    [Fact]
    public void What_follows_from_a_list_of_a_wrong_name_is_not_told()
    {
        var list = SmallSite.Sources().Find("content/vocabulary/themes.yml")!.Text;

        Assert.Equal(["content/vocabulary/themes.yaml misplaced-page"], Told(removed: "content/vocabulary/themes.yml", ("content/vocabulary/themes.yaml", list)));
    }

    [Theory]
    [InlineData("[[articles/draft]]")]
    [InlineData("[[draft]]")]
    [InlineData("[words](draft.md)")]
    [InlineData("[[draft#part|words]]")]
    public void A_link_to_a_draft_says_that_it_is_one(string link)
    {
        var (_, log) = SmallSite.Read(("content/articles/draft.md", DraftArticle), SmallSite.Article("links", link));

        Assert.Equal("articles/draft is a draft, and a published page cannot lead to it", Assert.Single(log.Sorted()).Message);
    }

    [Theory]
    [InlineData("content/recommendations/upr-2/1.1.md", "content/recommendations/upr-3/1.2.md", "repeats:\n  - entry: recommendations/upr-2/1.1\n    why: It asks the same.\ndescribes: one")]
    [InlineData("content/recommendations/upr-3/1.1.md", "", "")]
    [InlineData("content/reviews/upr-3.md", "", "")]
    [InlineData("content/decisions/ccpr/ccpr-1-2020.md", "content/articles/links.md", "[[CCPR/C/1/D/1/2020]] [[1/2020]]")]
    [InlineData("content/findings/assembly.md", "content/events/2020-law.md", "---\ntitle: a\ndate: \"2020\"\nthemes: [assembly]\nfrom: [findings/assembly#law]\nconfidence: high\nsources: [{ref: report}]\n---\n\nText.\n")]
    [InlineData("content/recommendations/upr-3/1.1.md", "content/proposals/a.md", "---\ntitle: a\nproposed_by: watchers\nreview: upr-3\ndate: unknown\nbecame: [recommendations/upr-3/1.1]\nthemes: [assembly]\nconfidence: high\nsources: [{ref: report}]\n---\n\nText.\n")]
    public void Every_reference_to_a_draft_says_that_it_is_one(string draft, string path, string text)
    {
        var page = SmallSite.Sources().Find(draft)!.Text;
        (string, string)[] more = path.Length == 0 ? [] : path.StartsWith("content/rec", StringComparison.Ordinal) ? [SmallSite.Recommendation("upr-3/1.2", more: text)]
            : path.StartsWith("content/art", StringComparison.Ordinal) ? [SmallSite.Article("links", text)] : [(path, text)];
        var (_, log) = SmallSite.Read([(draft, page.Replace("---\n", "---\ndraft: true\n", StringComparison.Ordinal).Replace("---\ndraft: true\n\n", "---\n\n", StringComparison.Ordinal)), .. more]);

        Assert.NotEmpty(log.Sorted());
        Assert.All(log.Sorted(), told => Assert.Contains(" is a draft", told.Message, StringComparison.Ordinal), throwIfEmpty: true);
    }

    [Fact]
    public void Settings_and_retired_addresses_that_name_a_draft_say_so()
    {
        var settings = SmallSite.Sources().Find("site.config.yml")!.Text;
        var first = Build(("content/articles/draft.md", DraftArticle), ("site.config.yml", settings + "privacy_page: articles/draft\n"));
        var second = Build(("content/articles/draft.md", DraftArticle), ("content/retired.yml", "articles/old:\n  moved_to: articles/draft\n"));
        var third = Build(("content/articles/draft.md", DraftArticle), ("content/permalinks.yml", "\"articles/draft.html\": 2025-01-01\n"));

        foreach (var result in (BuildResult[])[first, second, third])
        {
            Assert.Contains("is a draft", Assert.Single(result.Diagnostics, told => told.Severity == Severity.Error).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("---\ndraft: true\ntitle: a\n\tsummary: b\n---\n\nText.\n")]
    [InlineData("---\ndraft: true  # not yet\ntitle: [a\n---\n")]
    [InlineData("---\ndraft: true\n<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> x\n---\n")]
    public void A_draft_that_cannot_be_read_stops_nobody_who_does_not_link_to_it(string draft)
    {
        var (_, alone) = SmallSite.Read(("content/articles/draft.md", draft));
        var (_, linked) = SmallSite.Read(("content/articles/draft.md", draft), SmallSite.Article("links", "[[draft]]"));

        Assert.Empty(alone.Sorted());
        Assert.Contains("is a draft", Assert.Single(linked.Sorted()).Message, StringComparison.Ordinal);
    }

    private static string[] Told(params (string Path, string Text)[] over) => Told("", over);

    private static string[] Told(string removed, params (string Path, string Text)[] over)
    {
        var sources = Heed.Files.SourceTree.Of(SmallSite.Sources(over).Files.Where(file => file.Path != removed));
        return [.. SiteBuilder.Build(sources, new BuildOptions { Today = new DateOnly(2026, 1, 1) }).Diagnostics.Select(told => $"{told.Place} {told.Rule.Id}")];
    }

    private static BuildResult Build(params (string Path, string Text)[] over) => SiteBuilder.Build(SmallSite.Sources(over), new BuildOptions { Today = new DateOnly(2026, 1, 1) });
}

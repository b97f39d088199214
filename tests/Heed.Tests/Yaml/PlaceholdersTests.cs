using Heed.Building;
using Heed.Diagnostics;
using Heed.Tests.Support;
using Heed.Yaml;

namespace Heed.Tests.Yaml;

public sealed class PlaceholdersTests
{
    [Theory]
    [InlineData("CHANGE")]
    [InlineData("CHANGE: an introduction.")]
    [InlineData("Some text.\n\nCHANGE: more.")]
    [InlineData("- CHANGE: an item")]
    [InlineData("## CHANGE: a heading")]
    [InlineData("**CHANGE: this**")]
    [InlineData("The title (CHANGE: who)")]
    [InlineData("Text.\n\nCHANGE\n")]
    [InlineData("findings/change-me")]
    public void The_words_of_the_scaffolds_are_known(string text) => Assert.True(Placeholders.AreIn(text));

    [Theory]
    [InlineData("Change: a new law")]
    [InlineData("CLIMATE CHANGE: A REPORT")]
    [InlineData("REGIME CHANGE")]
    [InlineData("EXCHANGE: rates")]
    [InlineData("CHANGES: a list")]
    [InlineData("It did change.")]
    [InlineData("do-not-change-me-now")]
    public void Ordinary_words_are_not(string text) => Assert.False(Placeholders.AreIn(text));

    [Theory]
    [InlineData("content/reviews/upr-3.md", "basis: the report}", "basis: \"CHANGE\"}")]
    [InlineData("content/reviews/upr-3.md", "An example.", "CHANGE: an introduction.")]
    [InlineData("content/evaluations/watchers.md", "title: The Watchers on assembly", "title: \"CHANGE: who, on what (when)\"")]
    [InlineData("content/findings/assembly.md", "A law came into force.", "\"CHANGE: one statement of fact.\"")]
    [InlineData("content/decisions/ccpr/ccpr-1-2020.md", "why: Both concern the freedom to assemble.", "why: CHANGE")]
    [InlineData("content/articles/about.md", "This is an example.", "First.\n\n- CHANGE: the text")]
    [InlineData("content/vocabulary/sources.yml", "report:\n", "report:\n  note: \"CHANGE: what it is\"\n")]
    [InlineData("site.config.yml", "title: A small knowledge base", "title: \"CHANGE\"")]
    public void What_was_left_is_told_where_it_stands(string path, string right, string left)
    {
        var text = SmallSite.Sources().Find(path)!.Text;
        Assert.Contains(right, text, StringComparison.Ordinal);
        var changed = text.Replace(right, left, StringComparison.Ordinal);
        var told = SiteBuilder.Build(SmallSite.Sources((path, changed)), new BuildOptions { Today = new DateOnly(2026, 1, 1) }).Diagnostics;

        Assert.Contains(told, diagnostic => diagnostic.Rule == Catalogue.PlaceholderLeft && diagnostic.Place.Path == path && changed.Split('\n')[diagnostic.Place.Line - 1].Contains("CHANGE", StringComparison.Ordinal));
        Assert.DoesNotContain(told, diagnostic => diagnostic.Severity == Severity.Error);
    }

    [Fact]
    public void It_is_told_of_a_translation_and_not_of_a_draft()
    {
        const string Translation = "---\n{0}translation: human\nreviewed: true\ntitle: \"CHANGE: Title\"\n---\n\nCHANGE: text\n";
        (string, string) settings = ("site.config.yml", SmallSite.Sources().Find("site.config.yml")!.Text.Replace("[en]", "[en, ru]", StringComparison.Ordinal));
        string[] Told(string draft, bool drafts) =>
        [
            .. SiteBuilder.Build(SmallSite.Sources(settings, ("content/articles/about.ru.md", Translation.Replace("{0}", draft, StringComparison.Ordinal)), ("content/articles/a.md", $"---\n{draft}title: CHANGE\nsummary: b\n---\n\nText.\n")), new BuildOptions { Today = new DateOnly(2026, 1, 1), Drafts = drafts })
                .Diagnostics.Where(told => told.Rule == Catalogue.PlaceholderLeft).Select(told => told.Place.ToString()),
        ];

        Assert.Equal(["content/articles/a.md:2:8", "content/articles/about.ru.md:4:8", "content/articles/about.ru.md:7:1"], Told("", drafts: false));
        Assert.Empty(Told("draft: true\n", drafts: false));
        Assert.Empty(Told("draft: true\n", drafts: true));
    }
}

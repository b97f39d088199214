using Heed.Building;
using Heed.Diagnostics;
using Heed.Tests.Support;

namespace Heed.Tests.Building;

/// <summary>What shows only on a built page is told at the file and line of whoever wrote it, with a cure for them.</summary>
public sealed class FaultsOfPagesTests
{
    [Theory]
    [InlineData("content/articles/about.md", "The article at length.", "See [this](#nowhere).")]
    [InlineData("content/articles/about.ru.md", "Body in Russian.", "See [this](#nowhere).")]
    [InlineData("content/articles/about.ru.md", "Note in Russian.", "See [this](#nowhere).")]
    [InlineData("content/findings/assembly.md", "A remark on the law.", "See [this](#nowhere).")]
    [InlineData("content/findings/assembly.ru.md", "Second in Russian.", "See [this](#nowhere).")]
    [InlineData("content/findings/assembly.md", "A remark on the day.", "See [this](#nowhere).")]
    [InlineData("content/decisions/ccpr/ccpr-1-2020.md", "Both concern the freedom to assemble.", "See [this](#nowhere).")]
    [InlineData("content/reviews/upr-3.md", "Ten delegations spoke.", "See [this](#nowhere).")]
    [InlineData("content/evaluations/watchers.md", "It still looked better.", "See [this](#nowhere).")]
    [InlineData("content/events/2020-march.md", "People marched.", "See [this](#nowhere).")]
    [InlineData("content/vocabulary/sources.yml", "A remark on the report.", "See [this](#nowhere).")]
    public void A_link_to_a_place_that_the_page_does_not_have_is_told_where_it_is_written(string path, string was, string now)
    {
        var files = WholePages.With().Select(file => file.Path == path ? (file.Path, Replaced(file.Text, was, now)) : file).ToArray();
        var line = files.Single(file => file.Path == path).Item2.Split('\n').ToList().FindIndex(text => text.Contains(now, StringComparison.Ordinal)) + 1;

        var told = Errors(files).Where(diagnostic => diagnostic.Rule == Catalogue.BrokenSiteLink || diagnostic.Rule == Catalogue.BrokenLink).ToList();

        Assert.NotEmpty(told);
        Assert.All(told, diagnostic => Assert.Equal(path, diagnostic.Place.Path), throwIfEmpty: true);
        Assert.All(told, diagnostic => Assert.DoesNotContain("emplate", diagnostic.Cure, StringComparison.Ordinal), throwIfEmpty: true);
        if (!path.EndsWith(".yml", StringComparison.Ordinal))
        {
            // The vocabulary knows where a source is described, not each of its lines.
            Assert.All(told, diagnostic => Assert.InRange(diagnostic.Place.Line, line - 1, line), throwIfEmpty: true);
        }
    }

    [Fact]
    public void A_link_to_a_place_of_its_own_page_leads_there_from_every_page_that_shows_it()
    {
        var files = WholePages.With().Select(file => file.Path == "content/events/2020-march.md" ? (file.Path, Replaced(file.Text, "People marched.", "See [the sources](#part-sources).")) : file).ToArray();
        var built = SiteBuilder.Build(SmallSite.Sources(files), new BuildOptions { Today = new DateOnly(2026, 1, 1) });

        Assert.NotNull(built.Publication);
        var timeline = built.Publication.Pages.Single(page => page.File.Path == "timeline.html").File.Text;
        Assert.Contains("href=\"events/2020-march.html#part-sources\"", timeline, StringComparison.Ordinal);
        Assert.Contains("href=\"#part-sources\"", built.Publication.Pages.Single(page => page.File.Path == "events/2020-march.html").File.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_too_heavy_is_told_at_the_file_of_its_entry()
    {
        var lengthy = string.Join(' ', Enumerable.Range(0, 9000).Select(number => number.GetHashCode().ToString("x", System.Globalization.CultureInfo.InvariantCulture) + (number * 7919 % 10007)));
        var files = WholePages.With().Select(file => file.Path == "content/articles/about.md" ? (file.Path, Replaced(file.Text, "The article at length.", lengthy)) : file).ToArray();

        var told = Errors(files).Where(diagnostic => diagnostic.Rule == Catalogue.TooHeavy).ToList();

        Assert.Contains(told, diagnostic => diagnostic.Place.Path == "content/articles/about.md" && diagnostic.Message.Contains("articles/about.html", StringComparison.Ordinal));
    }

    private static string Replaced(string text, string was, string now)
    {
        Assert.Contains(was, text, StringComparison.Ordinal);
        return text.Replace(was, now, StringComparison.Ordinal);
    }

    private static IEnumerable<Diagnostic> Errors((string Path, string Text)[] files) =>
        SiteBuilder.Build(SmallSite.Sources(files), new BuildOptions { Today = new DateOnly(2026, 1, 1) }).Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error);
}

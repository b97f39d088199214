using Heed.Building;

namespace Heed.Tests.Rendering;

/// <summary>The days that the foot of a page, its citation and its data tell are the same.</summary>
public sealed class PageDatesTests
{
    private const string Path = "content/articles/about.md";

    private static readonly DateOnly Day = new(2025, 1, 31);

    [Fact]
    public void A_change_before_the_first_publication_is_told_nowhere()
    {
        var (page, json, bib) = Built(Day.AddDays(-3));

        Assert.Contains("First published: <time datetime=\"2025-01-31\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Last changed", page, StringComparison.Ordinal);
        Assert.Contains("\"first_published\":\"2025-01-31\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("last_changed", json, StringComparison.Ordinal);
        Assert.Contains("day = {31}", bib, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_one_is_told_everywhere()
    {
        var (page, json, bib) = Built(Day.AddDays(4));

        Assert.Contains("Last changed: <time datetime=\"2025-02-04\">", page, StringComparison.Ordinal);
        Assert.Contains("\"last_changed\":\"2025-02-04\"", json, StringComparison.Ordinal);
        Assert.Contains("\"dateModified\":\"2025-02-04\"", json, StringComparison.Ordinal);
        Assert.Contains("month = feb", bib, StringComparison.Ordinal);
    }

    private static (string Page, string Json, string BibTeX) Built(DateOnly changed)
    {
        var sources = Support.SmallSite.Sources();
        var published = sources.With([SiteBuilder.Build(sources, new BuildOptions { Publish = true, Today = Day }).Ledger!]);
        var site = SiteBuilder.Build(published, new BuildOptions { LastChanged = new Dictionary<string, DateOnly> { [Path] = changed } }).Site!;
        string Text(string ending) => site.Find($"articles/about.{ending}")!.Text;
        return (Text("html"), Text("json"), Text("bib"));
    }
}

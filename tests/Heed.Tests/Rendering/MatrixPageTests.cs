using AngleSharp.Dom;
using Heed.Rendering.Charts;

namespace Heed.Tests.Rendering;

/// <summary>Every number of the matrix is that of the evaluations to which it leads.</summary>
public sealed class MatrixPageTests
{
    private static IElement Matrix => RealSite.Document("lists/matrix.html").QuerySelector("table.matrix")!;

    [Fact]
    public void Every_cell_says_how_many_evaluations_stand_where_it_leads()
    {
        var cells = Matrix.QuerySelectorAll(".matrix__cell--some");

        Assert.NotEmpty(cells);
        foreach (var cell in cells)
        {
            var link = cell.QuerySelector("a.matrix__count")!;
            var (path, anchor) = link.GetAttribute("href")!.Split('#') is [var file, var part] ? (file, part) : ("", "");
            var place = RealSite.Document("lists/" + path).GetElementById(anchor);

            Assert.NotNull(place);
            Assert.Equal(CountOf(cell), place.QuerySelectorAll(".side-card").Length);
        }
    }

    [Fact]
    public void Every_cell_leads_to_the_recommendations_of_its_theme_and_level()
    {
        var cells = Matrix.QuerySelectorAll(".matrix__cell--some");

        Assert.NotEmpty(cells);
        foreach (var cell in cells)
        {
            var theme = cell.ParentElement!.QuerySelector("th a")!.GetAttribute("href")!["themes/".Length..^".html".Length];
            var level = cell.QuerySelector("a.matrix__count")!.GetAttribute("href")!.Split("#level-")[1];

            Assert.Equal($"recommendations.html#theme={theme}&level={level}", cell.QuerySelector("a.matrix__filter")!.GetAttribute("href"));
        }
    }

    [Fact]
    public void Cells_rows_and_sums_are_those_of_the_knowledge_base()
    {
        var counted = LevelsChart.Counted(RealSite.Knowledge);
        var levels = LevelsChart.LevelsOf(counted, RealSite.Knowledge);
        Assert.NotEmpty(Matrix.QuerySelectorAll("tbody tr"));
        foreach (var row in Matrix.QuerySelectorAll("tbody tr"))
        {
            var theme = row.QuerySelector("th a")!.GetAttribute("href")!["themes/".Length..^".html".Length];
            var ofTheme = counted.Where(evaluation => evaluation.Themes.Contains(theme)).ToList();

            Assert.Equal(levels.Select(level => ofTheme.Count(evaluation => evaluation.Level == level.Key)), row.QuerySelectorAll(".matrix__cell").Select(CountOf));
            Assert.Equal(ofTheme.Count, int.Parse(row.QuerySelector(".numeric")!.TextContent, System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.Equal(
            levels.Select(level => counted.Count(evaluation => evaluation.Level == level.Key)).Append(counted.Length).Select(count => count.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Matrix.QuerySelectorAll("tfoot td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void Every_theme_stands_in_the_matrix_or_among_those_without_evaluation()
    {
        var links = Matrix.QuerySelectorAll("tbody th a").Concat(RealSite.Document("lists/matrix.html").QuerySelectorAll("#without a")).Select(link => link.GetAttribute("href")!);

        Assert.Equal(
            RealSite.Knowledge.Vocabulary.Themes.All.Select(theme => $"themes/{theme.Key}.html").Order(StringComparer.Ordinal),
            links.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_chart_of_levels_by_theme_has_the_figures_of_the_matrix()
    {
        var chart = RealSite.Document("lists/levels.html").QuerySelectorAll("#levels-by-theme tbody tr");

        Assert.Equal(
            Matrix.QuerySelectorAll("tbody tr").Select(row => $"{row.QuerySelector("th")!.TextContent.Trim()} {string.Join(' ', row.QuerySelectorAll(".matrix__cell").Select(CountOf))}").Order(StringComparer.Ordinal),
            chart.Select(row => $"{row.QuerySelector("th")!.TextContent} {string.Join(' ', row.QuerySelectorAll("td").SkipLast(1).Select(cell => cell.TextContent))}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_not_counted_is_in_no_cell()
    {
        var site = SmallSite.Render(("content/evaluations/theme.md", """
            ---
            title: A draft
            themes: [rights]
            assessors: [watch]
            scale: heed-six
            level: regression
            graded: false
            mapped_by: heed
            role: assessment
            about: bill
            evidence_date: "2025"
            confidence: medium
            sources:
              - ref: report
            ---

            Of a bill.
            """));

        Assert.Empty(site.Main("lists/matrix.html").QuerySelectorAll(".matrix__cell--some"));
        Assert.Contains("1 more stands apart and is not counted", site.Text("lists/matrix.html"), StringComparison.Ordinal);
        Assert.Single(site.Main("lists/themes/rights.html").QuerySelectorAll("#not-counted .side-card"));
    }

    private static int CountOf(IElement cell) => int.Parse(
        (cell.QuerySelector(".matrix__count")?.FirstChild ?? cell.QuerySelector(".visually-hidden")!.FirstChild)!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
}

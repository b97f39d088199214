using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Model;
using Heed.Rendering.Charts;
using Heed.Rendering.Lists;
using Heed.Theming;

namespace Heed.Rendering.Themes;

/// <summary>One field of the matrix.</summary>
/// <param name="Count">How many evaluations.</param>
/// <param name="Words">The same in words, with the theme and the level, for those who do not see the table.</param>
/// <param name="Evaluations">Where these evaluations stand; null when there are none.</param>
/// <param name="Recommendations">The table of recommendations, narrowed to the theme and the level; null when there are none.</param>
public sealed record MatrixCellView(int Count, string Words, string? Evaluations, string? Recommendations);

/// <summary>A theme of the matrix.</summary>
/// <param name="Theme">The theme's page.</param>
/// <param name="Cells">One for each level.</param>
/// <param name="Sum">All counted evaluations of the theme.</param>
public sealed record MatrixRowView(LinkView Theme, ImmutableArray<MatrixCellView> Cells, int Sum);

/// <summary>Themes and levels: how many counted evaluations say what.</summary>
[Template("matrix")]
public sealed record MatrixView
{
    /// <summary>The head.</summary>
    public required PageHeaderView Header { get; init; }

    /// <summary>How many evaluations by how many assessors.</summary>
    public required string Summary { get; init; }

    /// <summary>How to read it.</summary>
    public required ImmutableArray<string> Remarks { get; init; }

    /// <summary>Other ways to the same.</summary>
    public required ImmutableArray<RelatedListsView> Related { get; init; }

    /// <summary>The levels, from better to worse.</summary>
    public required ImmutableArray<LevelView> Levels { get; init; }

    /// <summary>The themes with counted evaluations, in the order of the vocabulary.</summary>
    public required ImmutableArray<MatrixRowView> Rows { get; init; }

    /// <summary>How many evaluations at each level, each counted once whatever its themes.</summary>
    public required ImmutableArray<int> Sums { get; init; }

    /// <summary>All counted evaluations, each once.</summary>
    public required int Sum { get; init; }

    /// <summary>How many themes have none.</summary>
    public required string EmptyWords { get; init; }

    /// <summary>These themes.</summary>
    public required ImmutableArray<LinkView> Empty { get; init; }
}

/// <summary>The matrix of themes and levels.</summary>
internal static class MatrixPage
{
    public static readonly Page Page = new(Addresses.Matrix, PageKind.Matrix, Write);

    private static PageContent Write(PageWriter writer)
    {
        var (knowledge, labels) = (writer.Knowledge, writer.Labels);
        var counted = LevelsChart.Counted(knowledge);
        var leftOut = LevelsChart.LeftOut(knowledge);
        var levels = LevelsChart.LevelsOf(counted, knowledge);
        var byTheme = knowledge.Vocabulary.Themes.All
            .ToLookup(theme => counted.Any(evaluation => evaluation.Themes.Contains(theme.Key)));
        var view = new MatrixView
        {
            Header = new PageHeaderView(writer.Say("matrix.title"), null, writer.Say("matrix.words")),
            Summary = writer.Say("theme.assessed-by", labels.Say("count.evaluations", counted.Length), labels.Say("count.assessors", LevelsChart.Assessors(counted))),
            Remarks =
            [
                writer.Say("matrix.how"),
                writer.Say("chart.levels.no-average"),
                .. leftOut.IsEmpty ? [] : (string[])[writer.Say("theme.apart-count", leftOut.Length)],
            ],
            Related = [new RelatedListsView(writer.Say("list.also-by"), [ListWriting.To(writer, Addresses.Levels, "lists.levels"), ListWriting.To(writer, Addresses.Evaluations, "lists.evaluations"), ListWriting.To(writer, Addresses.Themes, "lists.themes")])],
            Levels = [.. levels.Select(level => writer.Level(knowledge.Config.DefaultScale, level.Key))],
            Rows = [.. byTheme[true].Select(theme => Row(theme, levels, counted, writer))],
            Sums = [.. levels.Select(level => counted.Count(evaluation => evaluation.Level == level.Key))],
            Sum = counted.Length,
            EmptyWords = writer.Say("matrix.empty", byTheme[false].Count()),
            Empty = [.. byTheme[false].Select(theme => ThemeLink(theme, writer))],
        };
        return ListWriting.Content(writer, writer.Say("matrix.title"), view, writer.Say("matrix.words"), null, ListWriting.To(writer, Addresses.Themes, "lists.themes"));
    }

    private static MatrixRowView Row(Term theme, ImmutableArray<ScaleLevel> levels, ImmutableArray<Evaluation> counted, PageWriter writer)
    {
        var ofTheme = counted.Where(evaluation => evaluation.Themes.Contains(theme.Key)).ToList();
        return new MatrixRowView(
            ThemeLink(theme, writer),
            [.. levels.Select(level => Cell(theme, level, ofTheme.Count(evaluation => evaluation.Level == level.Key), writer))],
            ofTheme.Count);
    }

    private static MatrixCellView Cell(Term theme, ScaleLevel level, int count, PageWriter writer)
    {
        var language = writer.Edition.Language;
        var words = writer.Say("matrix.cell", writer.Say("count.evaluations", count), theme.Label.In(language), level.Label.In(language));
        return count == 0
            ? new MatrixCellView(0, words, null, null)
            : new MatrixCellView(count, words, writer.Links.To(Addresses.ThemeAtLevel(theme.Key, level.Key)), writer.Links.To(Addresses.Filtered(theme.Key, level.Key)));
    }

    private static LinkView ThemeLink(Term theme, PageWriter writer) => writer.Link(Addresses.Theme(theme.Key), writer.Edition.Wording(theme.Label));
}

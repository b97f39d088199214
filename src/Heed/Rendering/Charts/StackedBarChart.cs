using System.Collections.Immutable;

namespace Heed.Rendering.Charts;

/// <summary>How a part of a bar is filled, so that neighbours are told apart in grey too.</summary>
public enum ChartFill
{
    Solid,
    Hatched,
    Empty,
    Crossed,
    Dotted,
    Dashed,
}

/// <summary>What a part of each bar stands for.</summary>
public sealed record ChartSeries(string Label, ChartFill Fill);

/// <summary>One number of a chart.</summary>
/// <param name="Count">The number; null when it is not known, which draws nothing and reads as the words.</param>
/// <param name="Words">As it is printed in the table: <c>35 (worked out by Heed)</c>, <c>not known</c>.</param>
/// <param name="Mark">A sign after the number in the picture, explained beneath: <c>†</c>.</param>
public sealed record ChartFigure(int? Count, string Words, string Mark = "");

/// <summary>One bar.</summary>
/// <param name="Figures">One for each series, in their order.</param>
/// <param name="Sum">The whole, as its source gives it; the parts need not add up to it.</param>
public sealed record ChartBar(string Label, ChartFigure Sum, ImmutableArray<ChartFigure> Figures)
{
    /// <summary>Where the table leads from the bar's name, relative to the page; null when it leads nowhere.</summary>
    public string? Address { get; init; }
}

/// <summary>A chart of horizontal bars made of parts, every word of it given: what to draw, with the very figures of its table.</summary>
public sealed record StackedBarChart
{
    /// <summary>Unique on its page; the beginning of the ids within the picture.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required ImmutableArray<ChartSeries> Series { get; init; }

    public required ImmutableArray<ChartBar> Bars { get; init; }

    /// <summary>What the bars are, heading the table's first column.</summary>
    public required string BarsWord { get; init; }

    /// <summary>What the whole of a bar is, heading the table's last column.</summary>
    public required string SumWord { get; init; }

    /// <summary>Opens the table.</summary>
    public required string FiguresWord { get; init; }

    /// <summary>Sentences beneath: what the chart is not, what was left out, what a mark means.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

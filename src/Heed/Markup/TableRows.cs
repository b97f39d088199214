using Markdig.Helpers;
using Markdig.Syntax;

namespace Heed.Markup;

/// <summary>Lets a line without bars below a table be its next row, as GitHub's Markdown says; Markdig by itself would make the whole table a paragraph.</summary>
internal static class TableRows
{
    /// <summary>Called when a paragraph ends, before it is read as a table.</summary>
    public static void Complete(Block? block)
    {
        if (block is not ParagraphBlock { Lines.Count: > 2 } paragraph)
        {
            return;
        }

        var lines = paragraph.Lines.Lines;
        var first = FirstRow(lines, paragraph.Lines.Count);
        for (var index = first; index > 0 && index < paragraph.Lines.Count; index++)
        {
            ref var slice = ref lines[index].Slice;
            if (slice.IndexOf('|') < 0)
            {
                slice = new StringSlice(slice.ToString() + " |", slice.NewLine);
            }
        }
    }

    /// <summary>The first line below a line of dashes and bars, with a line of bars above; −1 when there is none.</summary>
    private static int FirstRow(StringLine[] lines, int count)
    {
        for (var index = 1; index < count; index++)
        {
            if (IsRule(lines[index].Slice.AsSpan()) && lines[index - 1].Slice.IndexOf('|') >= 0)
            {
                return index + 1;
            }
        }

        return -1;
    }

    private static bool IsRule(ReadOnlySpan<char> line) => line.Contains('|') && line.Contains('-') && line.IndexOfAnyExcept("|:- \t") < 0;
}

using System.Globalization;
using Heed.Text;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Heed.Markup;

/// <summary>Writes a table in a box of its own, in which one that is wider than the screen scrolls: by finger, and by keyboard, as the box takes the focus.</summary>
/// <remarks>The box is named by the words of the table's head, which are in the language of the prose; of two with the same head the second has a number.</remarks>
internal sealed class ScrollingTableRenderer : HtmlObjectRenderer<Table>
{
    private readonly HtmlTableRenderer plain = new();

    private readonly Dictionary<string, int> named = new(StringComparer.Ordinal);

    protected override void Write(HtmlRenderer renderer, Table table)
    {
        var words = table.OfType<TableRow>().Select(WordsOf).FirstOrDefault(words => words.Length > 0);
        renderer.EnsureLine();
        renderer.Write(words is null ? "<div class=\"table-scroll\" tabindex=\"0\">" : $"<div class=\"table-scroll\" role=\"region\" aria-label=\"{Html.Escape(NameOf(words))}\" tabindex=\"0\">");
        renderer.WriteLine();
        plain.Write(renderer, table);
        renderer.Write("</div>");
        renderer.EnsureLine();
    }

    private string NameOf(string words)
    {
        var number = named[words] = named.GetValueOrDefault(words) + 1;
        return number == 1 ? words : $"{words} ({number.ToString(CultureInfo.InvariantCulture)})";
    }

    private static string WordsOf(TableRow row) => string.Join(", ", row.OfType<TableCell>().Select(WordsOf).Where(words => words.Length > 0));

    private static string WordsOf(TableCell cell) => string.Concat(cell.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        EntryLink link => link.Words.Length > 0 ? link.Words : link.Target,
        LineBreakInline => " ",
        _ => "",
    })).Trim();
}

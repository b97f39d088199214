using System.Globalization;
using Heed.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Heed.Markup;

/// <summary>Where the notes of a page are: a note has the anchor of its first paragraph, which the ledger keeps; where paragraphs have none, one by its number.</summary>
/// <remarks>What is made here has an underscore, which no anchor made of words has.</remarks>
internal static class NoteAnchors
{
    public static string OfReference(FootnoteLink link) => string.Create(CultureInfo.InvariantCulture, $"ref_{link.Index}");

    public static string? OfFirstParagraph(Footnote note, IReadOnlyDictionary<Block, BlockAnchor> anchors) =>
        note.Descendants<ParagraphBlock>().Select(paragraph => anchors.GetValueOrDefault(paragraph)?.Id).FirstOrDefault(id => id is not null);

    public static string Of(Footnote note, IReadOnlyDictionary<Block, BlockAnchor> anchors) =>
        OfFirstParagraph(note, anchors) ?? string.Create(CultureInfo.InvariantCulture, $"fn_{note.Order}");
}

/// <summary>Writes the notes at the end of prose.</summary>
internal sealed class NotesRenderer(ProsePlace place, IReadOnlyDictionary<Block, BlockAnchor> anchors) : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup notes)
    {
        renderer.EnsureLine();
        renderer.WriteLine($"<section class=\"notes\" id=\"{Prose.NotesId}\" role=\"doc-endnotes\" aria-label=\"{Html.Escape(place.Words.Notes)}\">").WriteLine("<ol>");
        foreach (var note in notes.OfType<Footnote>())
        {
            var id = NoteAnchors.OfFirstParagraph(note, anchors) is null ? $" id=\"{NoteAnchors.Of(note, anchors)}\"" : "";
            renderer.WriteLine($"<li{id}>");
            renderer.WriteChildren(note);
            renderer.EnsureLine();
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol>").WriteLine("</section>");
    }
}

/// <summary>Writes the number of a note in the text, and at the note the ways back.</summary>
internal sealed class NoteLinkRenderer(ProsePlace place, IReadOnlyDictionary<Block, BlockAnchor> anchors) : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        var note = link.Footnote;
        var number = note.Order.ToString(CultureInfo.InvariantCulture);
        if (!link.IsBackLink && IsInLink(link))
        {
            renderer.Write($"<sup class=\"note-number\" id=\"{NoteAnchors.OfReference(link)}\">{number}</sup>");
            return;
        }

        if (!link.IsBackLink)
        {
            renderer.Write($"<sup class=\"note-number\"><a id=\"{NoteAnchors.OfReference(link)}\" href=\"#{Html.Escape(NoteAnchors.Of(note, anchors))}\" role=\"doc-noteref\" aria-label=\"{Html.Escape(place.Words.Note(number))}\">{number}</a></sup>");
            return;
        }

        var name = note.Links.Count == 1 ? place.Words.Back(number) : place.Words.BackTo(number, PlaceOf(link, note));
        renderer.Write($" <a class=\"note-back\" href=\"#{NoteAnchors.OfReference(link)}\" role=\"doc-backlink\" aria-label=\"{Html.Escape(name)}\">↩{(note.Links.Count == 1 ? "" : PlaceOf(link, note))}</a>");
    }

    private static bool IsInLink(Inline inline) => inline.Parent is { } parent && (parent is LinkInline || IsInLink(parent));

    private static string PlaceOf(FootnoteLink link, Footnote note) =>
        (note.Links.FindIndex(reference => reference.Index == link.Index) + 1).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Leaves the numbers of notes out, where the notes themselves do not stand.</summary>
internal sealed class NoNoteRenderer : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
    }
}

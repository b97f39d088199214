using Heed.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Heed.Markup;

/// <summary>Writes paragraphs with their anchor, and a link by which a reader can take it along.</summary>
internal sealed class AnchoredParagraphRenderer(IReadOnlyDictionary<Block, BlockAnchor> anchors, string name) : HtmlObjectRenderer<ParagraphBlock>
{
    private readonly ParagraphRenderer plain = new();

    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (!anchors.TryGetValue(paragraph, out var anchor))
        {
            plain.Write(renderer, paragraph);
            return;
        }

        // In a list whose items stand close, a paragraph has no element of its own.
        var element = renderer.ImplicitParagraph ? "span" : "p";
        if (!renderer.ImplicitParagraph)
        {
            renderer.EnsureLine();
        }

        renderer.Write($"<{element} class=\"para\" id=\"{Html.Escape(anchor.Id)}\">").Write(Earlier(anchor));
        renderer.WriteLeafInline(paragraph);
        renderer.Write($" <a class=\"anchor\" href=\"#{Html.Escape(anchor.Id)}\" aria-label=\"{Html.Escape(name)}\">¶</a></{element}>");
        if (!renderer.ImplicitParagraph)
        {
            renderer.EnsureLine();
        }
    }

    /// <summary>Anchors of earlier versions, as places without words.</summary>
    internal static string Earlier(BlockAnchor anchor) => string.Concat(anchor.Also.Select(id => $"<span id=\"{Html.Escape(id)}\"></span>"));
}

/// <summary>Writes headings at the level of the place where the prose stands, with the anchors that they had before.</summary>
/// <param name="lower">By how many levels they stand lower than by themselves.</param>
/// <param name="anchors">The anchors of the blocks that have any.</param>
internal sealed class ProseHeadingRenderer(int lower, IReadOnlyDictionary<Block, BlockAnchor> anchors) : HtmlObjectRenderer<HeadingBlock>
{
    private const int LowestLevel = 6;

    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        var level = Math.Min(heading.Level + lower, LowestLevel);
        renderer.EnsureLine();
        renderer.Write($"<h{level}").WriteAttributes(heading).Write(">");
        if (anchors.TryGetValue(heading, out var anchor))
        {
            renderer.Write(AnchoredParagraphRenderer.Earlier(anchor));
        }

        renderer.WriteLeafInline(heading);
        renderer.Write($"</h{level}>");
        renderer.EnsureLine();
    }
}

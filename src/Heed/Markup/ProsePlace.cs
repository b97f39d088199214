using System.Collections.Immutable;

namespace Heed.Markup;

/// <summary>Where on its own page prose stands: the level of its highest headings, and the anchors of its blocks.</summary>
/// <remarks>A page that only quotes an entry shows its first paragraph, which has neither headings nor anchors.</remarks>
/// <param name="Level">The level of its highest headings: one below the heading under which the page's template has it.</param>
/// <param name="Anchors">The anchors of the blocks, in their order; empty for kinds whose paragraphs are not cited one by one.</param>
/// <param name="ParagraphSign">What the link of a paragraph to itself is called for those who hear it.</param>
public sealed record ProsePlace(int Level, ImmutableArray<BlockAnchor> Anchors, string ParagraphSign)
{
    /// <summary>Right below the title of the page, without anchors of paragraphs.</summary>
    public static ProsePlace BelowTitle { get; } = new(2, [], "");
}

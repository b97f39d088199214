using System.Collections.Immutable;

namespace Heed.Markup;

/// <summary>Where on its own page prose stands: the level of its highest headings, and the anchors of its blocks.</summary>
/// <remarks>A page that only quotes an entry shows its first paragraph, which has neither headings nor anchors.</remarks>
/// <param name="Level">The level of its highest headings: one below the heading under which the page's template has it.</param>
/// <param name="Anchors">The anchors of the blocks, in their order; empty for kinds whose paragraphs are not cited one by one.</param>
/// <param name="Words">What is said to those who hear the page.</param>
public sealed record ProsePlace(int Level, ImmutableArray<BlockAnchor> Anchors, ProseWords Words)
{
    /// <summary>Right below the title of the page, without anchors of paragraphs.</summary>
    public static ProsePlace BelowTitle { get; } = new(2, [], ProseWords.None);
}

/// <summary>What those hear who do not see the signs in prose.</summary>
/// <param name="Paragraph">The link of a paragraph to itself.</param>
/// <param name="Notes">The notes at the end.</param>
/// <param name="Note">A note, by its number.</param>
/// <param name="Back">The way from a note to the text, by its number.</param>
/// <param name="BackTo">The same where a note belongs to several places, by its number and that of the place.</param>
public sealed record ProseWords(string Paragraph, string Notes, Func<string, string> Note, Func<string, string> Back, Func<string, string, string> BackTo)
{
    /// <summary>Nothing but numbers.</summary>
    public static ProseWords None { get; } = new("", "", number => number, number => number, (number, place) => $"{number}.{place}");
}

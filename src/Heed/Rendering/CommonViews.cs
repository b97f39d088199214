using System.Collections.Immutable;
using Heed.Text;
using Heed.Theming;

namespace Heed.Rendering;

/// <summary>Words, with the language they are in when that is not the page's own.</summary>
/// <param name="Text">The words.</param>
/// <param name="Lang">Their language, for the <c>lang</c> attribute; nothing when it is the page's own.</param>
[Template("parts/wording")]
public sealed record Wording(string Text, string? Lang);

/// <summary>A link inside the site.</summary>
/// <param name="Href">The address relative to the page.</param>
/// <param name="Text">The words of the link.</param>
/// <param name="Lang">The language of the words, when it is not the page's own.</param>
[Template("parts/link")]
public sealed record LinkView(string Href, string Text, string? Lang = null);

/// <summary>A link that leaves the site.</summary>
/// <param name="Href">The address.</param>
/// <param name="Text">The words of the link.</param>
/// <param name="Lang">The language of the words, when it is not the page's own.</param>
[Template("parts/external-link")]
public sealed record ExternalLinkView(string Href, string Text, string? Lang = null);

/// <summary>A date or period.</summary>
/// <param name="Text">In words, at its own precision.</param>
/// <param name="Machine">For programs, when it is one certain date.</param>
[Template("parts/date")]
public sealed record DateView(string Text, string? Machine);

/// <summary>Prose made from Markdown.</summary>
/// <param name="Html">The prose.</param>
/// <param name="Lang">Its language, when it is not the page's own.</param>
[Template("parts/prose")]
public sealed record ProseView(Html Html, string? Lang);

/// <summary>The State's position, as a word with a shape.</summary>
/// <param name="Key"><c>supported</c>, <c>noted</c> or <c>unknown</c>; part of the class name.</param>
/// <param name="Text">The word.</param>
[Template("parts/position")]
public sealed record PositionView(string Key, string Text);

/// <summary>A level of a scale, as a word with a shape.</summary>
/// <param name="Key">The level's key; part of the class name.</param>
/// <param name="Text">The word.</param>
/// <param name="Lang">The language of the word, when it is not the page's own.</param>
/// <param name="Shape">The shape's name: <c>full</c>, <c>part</c>, <c>none</c>, <c>down</c> or <c>open</c>.</param>
[Template("parts/level")]
public sealed record LevelView(string Key, string Text, string? Lang, string Shape);

/// <summary>How the page's language and the language of what it shows go together.</summary>
/// <param name="IsUntranslated">The text is shown in the language of the original.</param>
/// <param name="IsMachineAssisted">The translation was made with the help of a machine.</param>
/// <param name="IsReviewed">A person who knows both languages has looked at the translation.</param>
/// <param name="IsOutdated">The words of the original have changed since they were translated.</param>
/// <param name="Original">The page in the language of the original.</param>
[Template("parts/translation-notice")]
public sealed record TranslationNoticeView(bool IsUntranslated, bool IsMachineAssisted, bool IsReviewed, bool IsOutdated, LinkView Original);

/// <summary>Pages that stand together under one heading.</summary>
/// <param name="Heading">What they have in common.</param>
/// <param name="Links">The pages.</param>
public sealed record LinkGroupView(string Heading, ImmutableArray<LinkView> Links);

namespace Heed.Search;

/// <summary>A stretch of a page that is found by its own words, so that a result can lead to it and not only to the page.</summary>
/// <param name="Anchor">The id of the section that it stands in; null for the page's beginning.</param>
/// <param name="Heading">The section's heading, without markup; null when it has none.</param>
/// <param name="Text">Its words, on one line.</param>
public sealed record SearchPassage(string? Anchor, string? Heading, string Text)
{
    /// <summary>A passage of words that may be broken into lines: each run of white space becomes one space.</summary>
    public static SearchPassage Of(string? anchor, string? heading, string text) =>
        new(anchor, heading is null ? null : OneLine(heading), OneLine(text));

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

namespace Heed.Model;

/// <summary>How a text is read and shown.</summary>
public enum TextForm
{
    /// <summary>Shown as it is typed: a title, a name, a unit. It takes no links.</summary>
    Plain,

    /// <summary>One paragraph of Markdown, which may link.</summary>
    Inline,

    /// <summary>The Markdown below the front matter.</summary>
    Body,
}

/// <summary>Whether a translation gives the text in another language.</summary>
public enum TextTranslation
{
    /// <summary>No: it is printed as it is, or translated with the vocabulary.</summary>
    Never,

    /// <summary>It may; nobody misses it, and it does not count in the content hash: a figure's number is seldom a word.</summary>
    Optional,

    /// <summary>It may: it says who spoke, and a name often stays as it is in another language, so a translation is whole without it.</summary>
    Name,

    /// <summary>It should: without it readers see the original.</summary>
    Needed,
}

/// <summary>Which text of an entry.</summary>
/// <param name="Name">What a translation calls it: <c>title</c>, <c>body</c>, <c>note</c>, …</param>
/// <param name="Part">The part of the entry that it belongs to: a statement's id, a position's number; empty for the entry itself.</param>
/// <param name="List">The list within the part: <c>figures</c>, <c>values</c>; else empty.</param>
/// <param name="Item">Its place in that list, from 0.</param>
public readonly record struct TextId(string Name, string Part = "", string List = "", int Item = 0);

/// <summary>A text that every entry of a kind, or every item of one of its lists, may have.</summary>
/// <param name="Name">As <see cref="TextId.Name"/>.</param>
/// <param name="Form">How it is read and shown.</param>
/// <param name="Translation">Whether a translation gives it.</param>
/// <param name="Read">Its words in the record; null or empty when there are none.</param>
public sealed record TextField(string Name, TextForm Form, TextTranslation Translation, Func<object, string?> Read)
{
    /// <summary>The key under which it stands in the original's front matter, where that is another; empty for an item that is itself the text.</summary>
    public string Key { get; init; } = Name;
}

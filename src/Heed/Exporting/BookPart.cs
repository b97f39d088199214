using System.Collections.Immutable;

namespace Heed.Exporting;

/// <summary>A step of a book's table of contents: a chapter, a heading over others, or both.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="TitleLang">The language of the title, when it is not the book's own.</param>
/// <param name="Page">The page of the site that the chapter is made of; null for a mere heading.</param>
/// <param name="Parts">What stands below it.</param>
internal sealed record BookPart(string Title, string? TitleLang, BuiltPage? Page, ImmutableArray<BookPart> Parts)
{
    /// <summary>A chapter with nothing below it.</summary>
    public static BookPart Of(BuiltPage page) => new(page.Title, page.TitleLang, page, []);

    /// <summary>The chapters in the order of reading.</summary>
    public IEnumerable<BuiltPage> Pages => Parts.SelectMany(part => part.Pages).Prepend(Page).OfType<BuiltPage>();
}

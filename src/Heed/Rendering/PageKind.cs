using Heed.Model;

namespace Heed.Rendering;

/// <summary>What a page is: of an entry, or one of those that the site makes by itself.</summary>
public enum PageKind
{
    Recommendation,
    Evaluation,
    Finding,
    Decision,
    Review,
    Event,
    Article,
    Proposal,
    Home,
    List,
    Theme,
    Compare,
    Matrix,
    Timeline,
    Search,

    /// <summary>For addresses at which nothing stands.</summary>
    Missing,

    /// <summary>Leads on from an address that was published.</summary>
    Moved,

    /// <summary>Tells what stood at an address that was published.</summary>
    Gone,
}

/// <summary>What the kinds of pages are called in data, and which kind of entry has which.</summary>
public static class PageKinds
{
    /// <summary>The kind of the page of an entry.</summary>
    public static PageKind Of(EntryKind kind) => kind switch
    {
        EntryKind.Recommendation => PageKind.Recommendation,
        EntryKind.Evaluation => PageKind.Evaluation,
        EntryKind.Finding => PageKind.Finding,
        EntryKind.Decision => PageKind.Decision,
        EntryKind.Review => PageKind.Review,
        EntryKind.Event => PageKind.Event,
        EntryKind.Article => PageKind.Article,
        EntryKind.Proposal => PageKind.Proposal,
    };

    /// <summary>The word of a kind: <c>recommendation</c>, <c>list</c>.</summary>
    public static string WordOf(PageKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Whether something stands there; else it tells of an address where nothing does any more.</summary>
    public static bool Stands(PageKind kind) => kind is not (PageKind.Moved or PageKind.Gone);
}

using System.Collections.Immutable;
using Heed.Markup;
using Heed.Model;

namespace Heed.Linking;

/// <summary>A published place that its page does not have any more, and what the page says of it.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="IsInOriginal">Whether only the page in the language of the original has it: a translation is cut otherwise.</param>
/// <param name="Retired">What became of it, in the author's words; null when it stands in the original.</param>
public sealed record FormerPlace(string Id, bool IsInOriginal, Retired? Retired);

/// <summary>The anchors of an entry's page in a language.</summary>
/// <param name="Blocks">Those of its prose, in the order of <see cref="Prose.Blocks"/>; empty where a kind has none.</param>
/// <param name="Former">Published places that it does not have any more.</param>
public sealed record PageAnchors(ImmutableArray<BlockAnchor> Blocks, ImmutableArray<FormerPlace> Former)
{
    /// <summary>No anchors.</summary>
    public static PageAnchors None { get; } = new([], []);

    /// <summary>Every anchor of the prose, with those of earlier versions.</summary>
    internal IEnumerable<string> Ids => Blocks.SelectMany(block => block.Also.Prepend(block.Id));
}

/// <summary>A published place on a page that moved or is gone.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Target">The anchor on the page to which it moved; null when nothing there is the same.</param>
public sealed record RetiredAnchor(string Id, string? Target);

/// <summary>All anchors of the site that are kept.</summary>
public sealed class SiteAnchors
{
    internal SiteAnchors(
        ImmutableDictionary<(EntryId Id, string Language), PageAnchors> pages,
        ImmutableDictionary<(string Page, string Language), ImmutableArray<RetiredAnchor>> retired,
        ImmutableArray<PublishedAddress> standing)
    {
        this.pages = pages;
        this.retired = retired;
        Standing = standing;
    }

    private readonly ImmutableDictionary<(EntryId Id, string Language), PageAnchors> pages;
    private readonly ImmutableDictionary<(string Page, string Language), ImmutableArray<RetiredAnchor>> retired;

    /// <summary>No anchors.</summary>
    public static SiteAnchors None { get; } = new(
        ImmutableDictionary<(EntryId, string), PageAnchors>.Empty, ImmutableDictionary<(string, string), ImmutableArray<RetiredAnchor>>.Empty, []);

    /// <summary>What stands now and goes into the ledger when it is published.</summary>
    public ImmutableArray<PublishedAddress> Standing { get; }

    /// <summary>Every place on an entry's page to which a reader can link, in any language.</summary>
    public ImmutableHashSet<string> PlacesOn(Entry entry, KnowledgeBase knowledge) =>
    [
        .. knowledge.FrameIds,
        .. References.PartsOf(entry),
        .. knowledge.Config.Languages.SelectMany(language => PlacesOf(entry, language, knowledge).Concat(Of(entry.Id, language).Former.Select(place => place.Id))),
    ];

    /// <summary>The anchor of a place on an entry's page in a language: where the page has it by another name, as headings have in a translation, that one. Null when it is not there.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="part">The anchor, by which the page in any language has it.</param>
    /// <param name="language">The language of the page.</param>
    /// <param name="knowledge">The knowledge base.</param>
    public string? PlaceOn(Entry entry, string part, string language, KnowledgeBase knowledge)
    {
        if (knowledge.FrameIds.Contains(part)
            || References.PartsOf(entry).Contains(part)
            || PlacesOf(entry, language, knowledge).Contains(part)
            || Of(entry.Id, language).Former.Any(place => place.Id == part))
        {
            return part;
        }

        var here = knowledge.Prose(entry, language).Blocks;
        foreach (var other in knowledge.Config.Languages)
        {
            var there = knowledge.Prose(entry, other).Blocks;
            var index = Enumerable.Range(0, there.Length).FirstOrDefault(index => PlacesOf(entry, other, knowledge, index).Contains(part), -1);
            if (index >= 0)
            {
                // A translation that is cut otherwise has no place of which one could be sure.
                return there.Select(block => block.IsHeading).SequenceEqual(here.Select(block => block.IsHeading)) ? PlacesOf(entry, language, knowledge, index).FirstOrDefault() : null;
            }
        }

        return null;
    }

    private IEnumerable<string> PlacesOf(Entry entry, string language, KnowledgeBase knowledge) =>
        Enumerable.Range(0, knowledge.Prose(entry, language).Blocks.Length).SelectMany(index => PlacesOf(entry, language, knowledge, index));

    /// <summary>The anchors of a block: of a kind whose paragraphs have none, those of headings.</summary>
    private IEnumerable<string> PlacesOf(Entry entry, string language, KnowledgeBase knowledge, int index) =>
        Of(entry.Id, language).Blocks is { IsEmpty: false } blocks ? blocks[index].Also.Prepend(blocks[index].Id)
        : knowledge.Prose(entry, language).Blocks[index].HeadingId is { } heading ? [heading]
        : [];

    /// <summary>The anchors of an entry's page.</summary>
    public PageAnchors Of(EntryId id, string language) => pages.GetValueOrDefault((id, language), PageAnchors.None);

    /// <summary>The published places of a page that moved or is gone.</summary>
    /// <param name="page">From the root of the language, without <c>.html</c>.</param>
    /// <param name="language">The language of the page.</param>
    public ImmutableArray<RetiredAnchor> OfRetired(string page, string language) => retired.GetValueOrDefault((page, language), []);
}

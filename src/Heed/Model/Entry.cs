using System.Collections.Immutable;
using Heed.Diagnostics;

namespace Heed.Model;

/// <summary>How sure a record is: of a UN document read itself, of a reputable secondary source, or weaker.</summary>
public enum Confidence
{
    High,
    Medium,
    Low,
}

/// <summary>A place in a source that an entry rests on.</summary>
/// <param name="Source">The source's key in the vocabulary.</param>
/// <param name="Where">The place within it, <c>para. 702</c>.</param>
/// <param name="Read">How much of it was read for this entry.</param>
/// <param name="Language">The language version that was read.</param>
/// <param name="Note">What else there is to say.</param>
public sealed record Citation(string Source, string? Where, string? Read, string? Language, string? Note, Place Place);

/// <summary>A reference to an entry, with the place where it is written.</summary>
/// <param name="Target">As written; it may not exist.</param>
public sealed record Reference(EntryId Target, Place Place);

/// <summary>Anything that has a page and can be linked to. The kinds are a closed set.</summary>
public abstract record Entry
{
    /// <summary>Its kind.</summary>
    public abstract EntryKind Kind { get; }

    /// <summary>What it is called for ever.</summary>
    public required EntryId Id { get; init; }

    /// <summary>Its file.</summary>
    public required Place Place { get; init; }

    /// <summary>Where the values of its front matter stand, by their path: <c>note</c>, <c>statements[0].text</c>; ask <see cref="PlaceOf"/>.</summary>
    public ImmutableSortedDictionary<string, Place> Places { get; init; } = ImmutableSortedDictionary<string, Place>.Empty;

    /// <summary>Its title; empty for a recommendation with a number, which is titled by number and States.</summary>
    public string Title { get; init; } = "";

    /// <summary>The Markdown below the front matter.</summary>
    public string Markdown { get; init; } = "";

    /// <summary>The line on which the Markdown starts, from 1.</summary>
    public int MarkdownLine { get; init; }

    /// <summary>Themes, as keys of the vocabulary.</summary>
    public ImmutableArray<string> Themes { get; init; } = [];

    /// <summary>What the entry rests on.</summary>
    public ImmutableArray<Citation> Sources { get; init; } = [];

    /// <summary>How sure the record is; null where the kind has none.</summary>
    public Confidence? Confidence { get; init; }

    /// <summary>A remark, as one paragraph of Markdown.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it is left out of a normal build.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Its translations, by language.</summary>
    public ImmutableSortedDictionary<string, Translation> Translations { get; init; } = ImmutableSortedDictionary<string, Translation>.Empty;

    /// <summary>Where the value of a path stands; the file as a whole when nothing is written there.</summary>
    public Place PlaceOf(string path) => Places.GetValueOrDefault(path, Place);

    /// <summary>What is worked out from the entry as the kind that it is: one way for each kind, so that a new kind does not compile before it has one.</summary>
    public T Match<T>(
        Func<Recommendation, T> recommendation,
        Func<Evaluation, T> evaluation,
        Func<Finding, T> finding,
        Func<Decision, T> decision,
        Func<Review, T> review,
        Func<Event, T> @event,
        Func<Article, T> article,
        Func<Proposal, T> proposal) => Kind switch
        {
            EntryKind.Recommendation => recommendation((Recommendation)this),
            EntryKind.Evaluation => evaluation((Evaluation)this),
            EntryKind.Finding => finding((Finding)this),
            EntryKind.Decision => decision((Decision)this),
            EntryKind.Review => review((Review)this),
            EntryKind.Event => @event((Event)this),
            EntryKind.Article => article((Article)this),
            EntryKind.Proposal => proposal((Proposal)this),
        };
}

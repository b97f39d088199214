using System.Collections.Immutable;

namespace Heed.Model;

/// <summary>The kinds of the content model: a closed set. A <c>switch</c> over it names each kind and has no other arm, so that a new kind does not compile before every one has it.</summary>
public enum EntryKind
{
    /// <summary>A recommendation of the Universal Periodic Review, or a group of them.</summary>
    Recommendation,

    /// <summary>What one assessor said at one time of whether something was carried out.</summary>
    Evaluation,

    /// <summary>What happened on one topic, in sourced statements.</summary>
    Finding,

    /// <summary>What a treaty body or special procedure decided, said or asked.</summary>
    Decision,

    /// <summary>One cycle of the Universal Periodic Review of one State.</summary>
    Review,

    /// <summary>A dated happening.</summary>
    Event,

    /// <summary>Prose on the knowledge base itself.</summary>
    Article,

    /// <summary>What somebody asks the next review to recommend.</summary>
    Proposal,
}

/// <summary>What the kinds are called in data and in the folders of <c>content/</c>.</summary>
public static class EntryKinds
{
    /// <summary>Every kind.</summary>
    public static ImmutableArray<EntryKind> All { get; } = [.. Enum.GetValues<EntryKind>()];

    /// <summary>The folders of <c>content/</c>, in ordinal order.</summary>
    public static ImmutableArray<string> Folders { get; } = [.. All.Select(FolderOf).Order(StringComparer.Ordinal)];

    /// <summary>The word of a kind, in labels (<c>kind.recommendation</c>) and in data for machines.</summary>
    public static string WordOf(EntryKind kind) => kind switch
    {
        EntryKind.Recommendation => "recommendation",
        EntryKind.Evaluation => "evaluation",
        EntryKind.Finding => "finding",
        EntryKind.Decision => "decision",
        EntryKind.Review => "review",
        EntryKind.Event => "event",
        EntryKind.Article => "article",
        EntryKind.Proposal => "proposal",
    };

    /// <summary>The folder in which pages of the kind stand: <c>recommendations</c>.</summary>
    public static string FolderOf(EntryKind kind) => WordOf(kind) + "s";

    /// <summary>The kind of a folder; null when it is not one of a kind.</summary>
    public static EntryKind? InFolder(string folder) => Folders.Contains(folder) ? All.First(kind => FolderOf(kind) == folder) : null;
}

using System.Collections.Immutable;

namespace Heed.Model;

/// <summary>Pages that stand in <c>content/</c> and are not in the knowledge base, so that what refers to them is told why, or not at all.</summary>
/// <param name="Drafts">Those that are left out as drafts.</param>
/// <param name="UnreadDrafts">Those that say that they are drafts and could not be read.</param>
/// <param name="Unreadable">Those that could not be read, which has been told; what follows from it is not told again.</param>
public sealed record AbsentPages(ImmutableArray<Entry> Drafts, ImmutableHashSet<EntryId> UnreadDrafts, ImmutableHashSet<EntryId> Unreadable)
{
    /// <summary>Every page is there.</summary>
    public static readonly AbsentPages None = new([], [], []);
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Heed.Diagnostics;
using Heed.Model;

namespace Heed.Linking;

/// <summary>Why a page that somebody names is not there, where that is known: it is a draft, or it could not be read.</summary>
internal sealed partial class Absences
{
    private readonly ImmutableHashSet<EntryId> draftIds;
    private readonly ImmutableHashSet<EntryId> unreadableIds;
    private readonly Names drafts;
    private readonly Names unreadable;

    private Absences(AbsentPages absent, IEnumerable<Entry> dropped)
    {
        draftIds = [.. absent.Drafts.Select(draft => draft.Id), .. absent.UnreadDrafts];
        unreadableIds = [.. absent.Unreadable, .. dropped.Select(entry => entry.Id)];
        drafts = Names.Of(absent.Drafts, Linker.BySymbol(absent.Drafts), absent.UnreadDrafts);
        unreadable = Names.Of([.. dropped], Linker.BySymbol([.. dropped]), absent.Unreadable);
    }

    /// <summary>No page is missing.</summary>
    public static Absences None { get; } = new(AbsentPages.None, []);

    /// <summary>The drafts that are left out.</summary>
    public IReadOnlySet<EntryId> Drafts => draftIds;

    /// <summary>Whether every page could be read, so that something can be said of the whole.</summary>
    public bool IsWhole => unreadableIds.IsEmpty;

    /// <summary>Those of the reader of pages, and entries that were left out because what they belong to is not there.</summary>
    public static Absences Of(AbsentPages absent, IEnumerable<Entry> dropped) => new(absent, dropped);

    /// <summary>Whether it is known why a page is not there. That it is a draft is told here; that it could not be read has been told.</summary>
    public bool Explain(EntryId id, Place place, DiagnosticLog log)
    {
        if (draftIds.Contains(id))
        {
            TellDraft(id, place, log);
            return true;
        }

        return unreadableIds.Contains(id);
    }

    /// <summary>The same of a name in the prose of an entry.</summary>
    public bool Explain(Entry? from, string written, Place place, DiagnosticLog log)
    {
        if (drafts.Find(from, written) is [var draft, ..])
        {
            TellDraft(draft, place, log);
            return true;
        }

        return !unreadable.Find(from, written).IsEmpty || (IsSymbolOrNumber(written) && unreadableIds.Any(id => id.Folder is "decisions" or "reviews"));
    }

    private static void TellDraft(EntryId draft, Place place, DiagnosticLog log) =>
        log.Report(Catalogue.DanglingReference, place, $"{draft} is a draft, and a published page cannot lead to it", $"Remove `draft: true` from content/{draft}.md when the page is ready, or take the link away until then.");

    // A page that cannot be read does not tell by which symbols and numbers it is known.
    private static bool IsSymbolOrNumber(string written) => DocumentSymbol.TryParse(written, out _) || Number().IsMatch(written);

    [GeneratedRegex(@"\A[0-9]+/[0-9]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

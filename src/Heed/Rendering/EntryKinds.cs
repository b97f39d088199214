using System.Collections.Immutable;
using Heed.Model;

namespace Heed.Rendering;

/// <summary>The kinds of entries as words: of labels (<c>kind.recommendation</c>), of data for machines.</summary>
internal static class EntryKinds
{
    /// <summary>All of them; the template of an entry's page is called so, too.</summary>
    public static ImmutableArray<string> All { get; } = ["article", "decision", "evaluation", "event", "finding", "proposal", "recommendation", "review"];

    /// <summary>The word of an entry's kind.</summary>
    public static string Of(Entry entry) => entry switch
    {
        Recommendation => "recommendation",
        Evaluation => "evaluation",
        Finding => "finding",
        Decision => "decision",
        Review => "review",
        Event => "event",
        Proposal => "proposal",
        _ => "article",
    };
}

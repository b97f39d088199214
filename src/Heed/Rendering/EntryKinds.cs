using Heed.Model;

namespace Heed.Rendering;

/// <summary>The kinds of entries as words: of labels (<c>kind.recommendation</c>), of data for machines.</summary>
internal static class EntryKinds
{
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

using System.Collections.Immutable;
using Heed.Model;

namespace Heed.Rendering.Changes;

/// <summary>What happened to an entry's page since it was published.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Published">The day of its first publication, by the ledger.</param>
/// <param name="Day">The day of this change, or of the first publication.</param>
internal sealed record Change(Entry Entry, DateOnly Published, DateOnly Day)
{
    /// <summary>What an evaluation said until then, when its level moved; null for any other change.</summary>
    public EarlierState? Until { get; init; }

    /// <summary>The scale and level that the evaluation told afterwards.</summary>
    public (string Scale, string Level) Next { get; init; }

    /// <summary>Whether it is the first publication.</summary>
    public bool IsFirst => Until is null && Day == Published;
}

/// <summary>What was published and changed, newest first; known from the ledger, the version history and the pages' own histories, never from the times of files.</summary>
internal sealed class ChangeLog
{
    private readonly ILookup<string, Change> byTheme;

    private ChangeLog(ImmutableArray<Change> changes, Vocabulary vocabulary)
    {
        All = changes;
        byTheme = changes
            .SelectMany(change => change.Entry.Themes.SelectMany(theme => vocabulary.ThemeAndBroader(theme)).Distinct(StringComparer.Ordinal).Select(theme => (theme, change)))
            .ToLookup(pair => pair.theme, pair => pair.change, StringComparer.Ordinal);
    }

    /// <summary>Of each entry its last change, and each move of a level; newest first, then by id. An entry that was never published is not told.</summary>
    public ImmutableArray<Change> All { get; }

    /// <summary>Those of entries that bear the theme or a narrower one.</summary>
    public IEnumerable<Change> OfTheme(string theme) => byTheme[theme];

    /// <summary>Those of a body's decisions.</summary>
    public IEnumerable<Change> OfBody(string body) => All.Where(change => change.Entry is Decision decision && decision.Body == body);

    /// <summary>Those of a review, and of what belongs to it.</summary>
    public IEnumerable<Change> OfReview(Review review) => All.Where(change => change.Entry switch
    {
        Review own => own.Id == review.Id,
        Recommendation recommendation => recommendation.Review.Target == review.Id,
        Evaluation evaluation => evaluation.Review?.Target == review.Id,
        Proposal proposal => proposal.Review.Target == review.Id,
        _ => false,
    });

    /// <summary>The changes that readers of a language see: of originals, and of translations into it.</summary>
    public static ChangeLog Of(Edition edition) => new(
        [
            .. edition.Knowledge.Entries
                .SelectMany(entry => Of(entry, edition))
                .OrderByDescending(change => change.Day)
                .ThenBy(change => change.Entry.Id)
                .ThenBy(change => change.Until is not null),
        ],
        edition.Vocabulary);

    private static ImmutableArray<Change> Of(Entry entry, Edition edition)
    {
        var dates = PageDates.Of(entry, edition);
        if (dates.FirstPublished is not { } published)
        {
            return [];
        }

        return
        [
            new Change(entry, published, dates.Newest!.Value),
            .. entry is Evaluation evaluation
                ? evaluation.History.Select(state => new Change(entry, published, state.Until.Earliest) { Until = state, Next = evaluation.After(state) })
                : [],
        ];
    }
}

using System.Collections.Immutable;
using Heed.Linking;
using Heed.Model;

namespace Heed.Rendering;

/// <summary>One demand through the cycles: what a recommendation repeats and what repeats it, each step an author's judgement.</summary>
internal static class Repetition
{
    /// <summary>What the recommendation repeats, and what that repeats in turn; by id, each once.</summary>
    public static ImmutableArray<Recommendation> Before(Recommendation recommendation, KnowledgeBase knowledge) =>
        Reached(recommendation, step => knowledge.Repeats(step).Select(related => related.Entry));

    /// <summary>What repeats the recommendation, and what repeats that in turn; by id, each once.</summary>
    public static ImmutableArray<Recommendation> After(Recommendation recommendation, KnowledgeBase knowledge) =>
        Reached(recommendation, step => knowledge.RepeatedBy(step).Select(related => related.Entry));

    private static ImmutableArray<Recommendation> Reached(Recommendation from, Func<Recommendation, IEnumerable<Recommendation>> next)
    {
        var reached = new SortedDictionary<EntryId, Recommendation>();
        var waiting = new Queue<Recommendation>(next(from));
        while (waiting.TryDequeue(out var step))
        {
            if (step.Id != from.Id && reached.TryAdd(step.Id, step))
            {
                foreach (var further in next(step))
                {
                    waiting.Enqueue(further);
                }
            }
        }

        return [.. reached.Values];
    }
}

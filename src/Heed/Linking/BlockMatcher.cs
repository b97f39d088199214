using System.Collections.Immutable;
using Heed.Text;

namespace Heed.Linking;

/// <summary>A published place, by the words that it had.</summary>
/// <param name="Key">What it is called: an anchor, or with the page that it came from.</param>
/// <param name="Print">The print of its words.</param>
internal sealed record OldBlock(string Key, string Print);

/// <summary>Finds published paragraphs again among those that stand now, by their words.</summary>
/// <remarks>
/// What is not sure is not matched: then the build asks the author. A published anchor that leads to another paragraph would be
/// worse than one that is missed. In this order: the same words; small edits, where no other paragraph is about as like; a paragraph
/// that was taken up in a longer one; a paragraph that was cut into several, whose first takes over.
/// </remarks>
internal static class BlockMatcher
{
    // Half of the words kept in their order, and a good deal more than a page's paragraphs share by their common words.
    private const double Alike = 0.6;

    // A second candidate that is nearly as like makes it a guess.
    private const double Margin = 0.05;

    private const double MostOf = 0.75;

    private const int FewWords = 8;

    /// <summary>For each block that stands now the published ones that it is, each of these at most once.</summary>
    public static ImmutableArray<ImmutableArray<OldBlock>> Match(ImmutableArray<OldBlock> old, ImmutableArray<string> now)
    {
        var matching = new Matching(old, now);
        matching.Same();
        matching.Edited();
        matching.TakenUp();
        matching.Cut();
        return [.. matching.Claims.Select(claim => claim.ToImmutableArray())];
    }

    private sealed class Matching(ImmutableArray<OldBlock> old, ImmutableArray<string> now)
    {
        // Places of one print are one text, such as a paragraph that two pages had: they are found together.
        private readonly List<IGrouping<string, OldBlock>> open = [.. old.GroupBy(block => block.Print)];

        private readonly HashSet<int> unchanged = [];

        public List<OldBlock>[] Claims { get; } = [.. now.Select(_ => new List<OldBlock>())];

        public void Same()
        {
            // A print of no words says nothing of what stood there.
            foreach (var alike in open.Where(group => group.Key.Length > 0).ToArray())
            {
                var places = Enumerable.Range(0, now.Length).Where(index => now[index] == alike.Key).ToArray();
                if (places.Length > 0)
                {
                    open.Remove(alike);
                    unchanged.UnionWith(places);
                    foreach (var (block, index) in alike.Select((block, index) => (block, index)))
                    {
                        Claims[places[Math.Min(index, places.Length - 1)]].Add(block);
                    }
                }
            }
        }

        public void Edited()
        {
            var pairs = (
                from block in open
                from index in Free()
                let like = WordPrint.Likeness(block.Key, now[index])
                where like >= Alike
                orderby like descending
                select (Block: block, Index: index, Like: like)).ToList();
            bool IsOpen((IGrouping<string, OldBlock> Block, int Index, double Like) pair) => open.Contains(pair.Block) && Claims[pair.Index].Count == 0;
            bool IsRival((IGrouping<string, OldBlock> Block, int Index, double Like) pair, (IGrouping<string, OldBlock> Block, int Index, double Like) other) =>
                other != pair && (other.Block == pair.Block || other.Index == pair.Index) && other.Like > pair.Like - Margin && IsOpen(other);

            // What is sure may make others sure.
            while (pairs.Find(pair => IsOpen(pair) && !pairs.Exists(other => IsRival(pair, other))) is { Block: not null } sure)
            {
                Claim(sure.Block, sure.Index);
            }
        }

        public void TakenUp()
        {
            foreach (var block in open.Where(block => WordPrint.Words(block.Key) >= FewWords).ToArray())
            {
                // What has not changed has taken nothing up, and what is about as long is an edited one or another.
                var best = Enumerable.Range(0, now.Length)
                    .Where(index => !unchanged.Contains(index) && WordPrint.Words(now[index]) >= WordPrint.Words(block.Key) + FewWords)
                    .Select(index => (Index: index, Share: WordPrint.Share(block.Key, now[index])))
                    .Where(candidate => candidate.Share >= MostOf)
                    .OrderByDescending(candidate => candidate.Share)
                    .ToArray();
                if (best.Length > 0 && (best.Length == 1 || best[1].Share <= best[0].Share - Margin))
                {
                    Claim(block, best[0].Index);
                }
            }
        }

        public void Cut()
        {
            foreach (var block in open.ToArray())
            {
                var pieces = Free()
                    .Where(index => WordPrint.Words(now[index]) >= FewWords && WordPrint.Share(now[index], block.Key) >= MostOf)
                    .ToArray();
                var together = (double)pieces.Sum(index => WordPrint.Words(now[index])) / WordPrint.Words(block.Key);
                if (pieces.Length > 1 && together is >= MostOf and <= 1 / MostOf)
                {
                    Claim(block, pieces[0]);
                }
            }
        }

        private IEnumerable<int> Free() => Enumerable.Range(0, now.Length).Where(index => Claims[index].Count == 0);

        private void Claim(IGrouping<string, OldBlock> block, int index)
        {
            open.Remove(block);
            Claims[index].AddRange(block);
        }
    }
}

using System.Collections.Immutable;
using Heed.Model;
using Heed.Text;

namespace Heed.Linking;

/// <summary>What authors may write between double brackets, and the entries that it may mean.</summary>
internal sealed class Names
{
    private readonly ImmutableDictionary<string, ImmutableArray<EntryId>> byName;

    private Names(ImmutableDictionary<string, ImmutableArray<EntryId>> byName) => this.byName = byName;

    /// <summary>All names that are known, for suggestions.</summary>
    public IEnumerable<string> All => byName.Keys;

    /// <summary>Names by full id, by its last two parts, by its last part, by symbol and by number of a communication or opinion.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="bySymbol">Those that bear symbols.</param>
    /// <param name="idsAlone">Entries of which nothing but the id is known.</param>
    public static Names Of(ImmutableArray<Entry> entries, ImmutableSortedDictionary<DocumentSymbol, ImmutableArray<Entry>> bySymbol, IEnumerable<EntryId>? idsAlone = null)
    {
        var pairs = entries.SelectMany(entry => NamesOf(entry).Select(name => (Name: name, entry.Id)))
            .Concat((idsAlone ?? []).SelectMany(id => NamesOf(id).Select(name => (Name: name, Id: id))))
            .Concat(bySymbol.SelectMany(pair => pair.Value.Select(entry => (Name: pair.Key.ToString(), entry.Id))));
        return new Names(pairs
            .Distinct()
            .GroupBy(pair => pair.Name, pair => pair.Id, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.Order().ToImmutableArray(), StringComparer.Ordinal));
    }

    /// <summary>The entries that the words may mean; none, one, or several.</summary>
    /// <param name="from">The entry in whose prose they stand, null for the vocabulary: a path ending in <c>.md</c> starts at its folder, and its own review's numbers come first.</param>
    /// <param name="written">The words, without <c>#part</c>. Blanks, hyphens and unseen characters of word processors are as the plain ones; a letter of another script is not.</param>
    public ImmutableArray<EntryId> Find(Entry? from, string written)
    {
        written = Characters.Fold(written).Trim();
        if (written.EndsWith(".md", StringComparison.Ordinal))
        {
            return EntryId.TryParse(Path(from?.Id.ToString() ?? "", written), out var id) && byName.ContainsKey(id.ToString()) ? [id] : [];
        }

        var found = byName.GetValueOrDefault(written, []);
        if (found.Length <= 1)
        {
            return found;
        }

        // In the pages of one review a number means that review's recommendation.
        var review = from switch
        {
            null => null,
            _ => from.Match(
                recommendation: one => one.Review.Target.Name,
                evaluation: _ => null,
                finding: _ => null,
                decision: _ => null,
                review: own => own.Id.Name,
                @event: _ => null,
                article: _ => null,
                proposal: _ => (string?)null),
        };
        var narrowed = review is null ? [] : found.RemoveAll(id => !id.ToString().StartsWith($"recommendations/{review}/", StringComparison.Ordinal));
        return narrowed.Length == 1 ? narrowed : found;
    }

    private static IEnumerable<string> NamesOf(EntryId entry)
    {
        var id = entry.ToString();
        yield return id;
        yield return entry.Name;
        if (id.IndexOf('/') is var first && id.LastIndexOf('/') is var last && first != last)
        {
            yield return id[(first + 1)..];
        }
    }

    private static IEnumerable<string> NamesOf(Entry entry)
    {
        foreach (var name in NamesOf(entry.Id))
        {
            yield return name;
        }

        if (entry is Decision decision)
        {
            foreach (var number in decision.Communications.Or([]))
            {
                yield return number;
            }

            if (decision.OpinionNumber.IsKnown)
            {
                yield return decision.OpinionNumber.Value;
            }
        }
    }

    private static string Path(string from, string relative)
    {
        var parts = from.Split('/')[..^1].ToList();
        foreach (var part in relative[..^".md".Length].Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count > 0)
                {
                    parts.RemoveAt(parts.Count - 1);
                }
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}

using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Markup;
using Heed.Model;
using Heed.Text;

namespace Heed.Linking;

/// <summary>Parses every text that authors wrote, once, and judges the links in it.</summary>
internal static class ProseReader
{
    /// <summary>Bodies by entry and language, single texts by their words, and who mentions whom.</summary>
    public sealed record Result(
        ImmutableDictionary<(EntryId Id, string Language), Prose> Bodies,
        ImmutableDictionary<string, Prose> Texts,
        ImmutableArray<(Entry From, EntryId To)> Mentions);

    public static Result Read(ImmutableArray<Entry> entries, string defaultLanguage, Names names, ImmutableDictionary<EntryId, Entry> byId, IReadOnlySet<string> frameIds, DiagnosticLog log)
    {
        var bodies = ImmutableDictionary.CreateBuilder<(EntryId, string), Prose>();
        var texts = ImmutableDictionary.CreateBuilder<string, Prose>(StringComparer.Ordinal);
        var mentions = ImmutableArray.CreateBuilder<(Entry, EntryId)>();

        foreach (var entry in entries)
        {
            var takenIds = References.PartsOf(entry).Concat(frameIds).ToHashSet(StringComparer.Ordinal);

            void Body(string language, string markdown, Place start)
            {
                var prose = Prose.Parse(markdown, start, log, takenIds);
                bodies[(entry.Id, language)] = prose;
                Judge(prose);
            }

            void Judge(Prose prose)
            {
                foreach (var link in prose.Links)
                {
                    mentions.AddRange(Targets(entry, link, names, byId, log).Select(target => (entry, target)));
                }
            }

            Body(defaultLanguage, entry.Markdown, new Place(entry.Place.Path, entry.MarkdownLine));
            foreach (var translation in entry.Translations.Values.Where(translation => translation.Markdown.Trim().Length > 0))
            {
                Body(translation.Language, translation.Markdown, new Place(translation.Place.Path, translation.MarkdownLine));
            }

            foreach (var (text, place) in TextsOf(entry))
            {
                if (!texts.TryGetValue(text, out var prose))
                {
                    texts[text] = prose = Prose.Parse(text, place, log);
                }

                Judge(prose);
            }
        }

        return new Result(bodies.ToImmutable(), texts.ToImmutable(), mentions.ToImmutable());
    }

    private static ImmutableArray<EntryId> Targets(Entry entry, WrittenLink link, Names names, ImmutableDictionary<EntryId, Entry> byId, DiagnosticLog log)
    {
        var (name, part) = Split(link.Target);
        var found = names.Find(entry, name);
        if (link.IsSymbol)
        {
            // A symbol in running text may be unknown, and may belong to several records: then it leads to a page that lists them.
            return found;
        }

        if (found.IsEmpty)
        {
            log.Report(Catalogue.DanglingReference, link.Place, $"no page fits [[{name}]]{NearMiss.Question(name, names.All)}", "Correct the words between the brackets: an id, the last part of one, or a UN symbol.");
        }
        else if (found.Length > 1 && !(DocumentSymbol.TryParse(name, out _) && !EntryId.TryParse(name, out _)))
        {
            log.Report(Catalogue.AmbiguousReference, link.Place, $"[[{name}]] fits {found.Length} pages: {string.Join(", ", found)}", $"Write the whole id, such as [[{found[0]}]].");
        }
        else if (part is not null && !References.PartsOf(byId[found[0]]).Contains(part))
        {
            log.Report(Catalogue.BrokenLink, link.Place, $"{found[0]} has no part \"{part}\"{NearMiss.Question(part, References.PartsOf(byId[found[0]]))}", "Correct the word after #, or leave it out.");
        }

        return found;
    }

    /// <summary>A written target without its <c>#part</c>, and the part.</summary>
    public static (string Name, string? Part) Split(string target)
    {
        var at = target.IndexOf('#', StringComparison.Ordinal);
        return at < 0 ? (target, null) : (target[..at], target[(at + 1)..]);
    }

    /// <summary>Every single text of front matter that may hold links.</summary>
    private static IEnumerable<(string Text, Place Place)> TextsOf(Entry entry)
    {
        var texts = entry switch
        {
            Finding finding =>
            [
                .. finding.Statements.SelectMany(statement => new[] { (statement.Text, statement.Place), (statement.Note, statement.Place) }),
                .. finding.Conflicts.SelectMany(conflict => new[] { (conflict.About, conflict.Place), (conflict.Advice, conflict.Place) }),
                .. finding.Conflicts.SelectMany(conflict => conflict.Values.SelectMany(value => new[] { (value.Value, conflict.Place), (value.Note, conflict.Place) })),
            ],
            Review review =>
            [
                (review.OtherCounts, review.PlaceOf("other_counts")), (review.CoverageNote, review.PlaceOf("coverage_note")),
                .. review.Undertakings.Select(undertaking => (undertaking.Text, undertaking.Place)),
                .. new[] { review.Received, review.Supported, review.Noted, review.Delegations, review.RecommendingStates }.OfType<Total>().Select(total => (total.Basis, total.Place)),
            ],
            Recommendation recommendation =>
            [
                .. recommendation.Positions.SelectMany(position => new[] { (position.Note, recommendation.PlaceOf("positions")), (position.Detail, recommendation.PlaceOf("positions")) }),
                .. recommendation.Repeats.Select(link => (link.Why, recommendation.PlaceOf("repeats"))),
            ],
            Decision decision => [.. decision.BearsOn.Select(bearing => (bearing.Why, decision.PlaceOf("bears_on"))), (decision.Subject, decision.PlaceOf("subject")), (decision.Remedies.Or(null), decision.PlaceOf("remedies")), (decision.Measures.Or(null), decision.PlaceOf("measures")), (decision.StateReply.Or(null), decision.PlaceOf("state_reply"))],
            Evaluation evaluation => [(evaluation.AlternativeWhy, evaluation.PlaceOf("alternative_why")), .. evaluation.History.SelectMany(state => new[] { (state.Why, state.Place), (state.Basis, state.Place) })],
            Article article => [(article.Summary, article.PlaceOf("summary"))],
            _ => Enumerable.Empty<(string? Text, Place Place)>(),
        };
        var own = texts.Append((entry.Note, entry.PlaceOf("note")));
        var translated = entry.Translations.Values.SelectMany(translation => translation.Parts.Values
            .SelectMany(part => WordsOf(part).Select(words => (words, part.Place)))
            .Concat(translation.Facts.Values.Append(translation.Note).Select(words => (words, translation.Place))));
        return own.Concat(translated).Where(text => !string.IsNullOrEmpty(text.Item1)).Select(text => (text.Item1!, text.Item2));
    }

    private static IEnumerable<string?> WordsOf(TranslatedPart part) =>
        [part.Text, part.Note, part.About, part.Advice, part.Detail, part.Why, .. part.Values.SelectMany(value => new[] { value.Value, value.Note })];
}

using System.Collections.Immutable;
using Heed.Configuration;
using Heed.Diagnostics;
using Heed.Model;

namespace Heed.Linking;

/// <summary>Resolves every reference and computes every inverse.</summary>
public static class Linker
{
    /// <summary>The pages as one knowledge base. References that lead nowhere or to the wrong kind are reported and left out.</summary>
    /// <param name="entries">The pages.</param>
    /// <param name="config">The settings.</param>
    /// <param name="vocabulary">The words that authors own.</param>
    /// <param name="retired">What became of published addresses.</param>
    /// <param name="frameIds">The ids that templates have around an entry's prose; none of its headings gets one.</param>
    /// <param name="absent">Pages that are not among the entries.</param>
    /// <param name="log">Told what is wrong.</param>
    public static KnowledgeBase Link(ImmutableArray<Entry> entries, SiteConfig config, Vocabulary vocabulary, ImmutableArray<Retired> retired, IReadOnlySet<string> frameIds, AbsentPages absent, DiagnosticLog log)
    {
        var byId = entries.ToImmutableDictionary(entry => entry.Id);
        var sound = References.KeepSound(entries, byId, Absences.Of(absent, []), log);
        var absences = Absences.Of(absent, entries.ExceptBy(sound.Select(entry => entry.Id), entry => entry.Id));
        byId = sound.ToImmutableDictionary(entry => entry.Id);

        var bySymbol = BySymbol(sound);
        var names = Names.Of(sound, bySymbol);
        var prose = ProseReader.Read(sound, config, vocabulary, names, frameIds, absences, log);
        AddressJudge.Judge(sound, log);

        var links = new LinkedEntries
        {
            Entries = sound,
            ById = byId,
            BySymbol = bySymbol,
            Names = names,
            WrittenParts = prose.Parts,
            Texts = prose.Texts,
            Bodies = prose.Bodies,
            Prose = prose.Prose,
            Backlinks = BacklinksOf(sound, prose.Mentions, byId),
            EvaluationsByName = EvaluationsByName(sound),
            EvaluationsByTheme = EvaluationsByTheme(sound, vocabulary),
            DecisionsOn = DecisionsOn(sound),
            RepeatedBy = RepeatedBy(sound),
        };
        return new KnowledgeBase(config, vocabulary, links) { Retired = retired, FrameIds = frameIds, Absences = absences };
    }

    /// <summary>The entries that bear each symbol.</summary>
    internal static ImmutableSortedDictionary<DocumentSymbol, ImmutableArray<Entry>> BySymbol(ImmutableArray<Entry> entries)
    {
        var pairs = entries.SelectMany(entry => SymbolsOf(entry).Select(symbol => (Symbol: symbol, Entry: entry)));
        return pairs
            .Distinct()
            .GroupBy(pair => pair.Symbol, pair => pair.Entry)
            .ToImmutableSortedDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    private static IEnumerable<DocumentSymbol> SymbolsOf(Entry entry) => entry.Match<IEnumerable<DocumentSymbol>>(
        recommendation: _ => [],
        evaluation: _ => [],
        finding: _ => [],
        decision: decision => decision.Symbols.Or([]),
        review: review => review.Documents.Select(document => document.Symbol),
        @event: _ => [],
        article: _ => [],
        proposal: _ => []);

    private static ImmutableDictionary<EntryId, ImmutableArray<Evaluation>> EvaluationsByName(ImmutableArray<Entry> entries) =>
        entries.OfType<Evaluation>()
            .SelectMany(evaluation => evaluation.Recommendations.Select(reference => (reference.Target, Evaluation: evaluation)))
            .GroupBy(pair => pair.Target, pair => pair.Evaluation)
            .ToImmutableDictionary(group => group.Key, group => group.Distinct().Order(NewestEvidence).ToImmutableArray());

    private static ImmutableDictionary<EntryId, ImmutableArray<ThemeEvaluation>> EvaluationsByTheme(ImmutableArray<Entry> entries, Vocabulary vocabulary)
    {
        var byTheme = entries.OfType<Evaluation>()
            .SelectMany(evaluation => evaluation.Themes.Select(theme => (Theme: theme, Evaluation: evaluation)))
            .ToLookup(pair => pair.Theme, pair => pair.Evaluation, StringComparer.Ordinal);

        var result = ImmutableDictionary.CreateBuilder<EntryId, ImmutableArray<ThemeEvaluation>>();
        foreach (var recommendation in entries.OfType<Recommendation>())
        {
            var own = recommendation.Themes.SelectMany(theme => byTheme[theme].Select(evaluation => new ThemeEvaluation(evaluation, theme, false)));
            var broader = recommendation.Themes
                .SelectMany(theme => vocabulary.ThemeAndBroader(theme).Skip(1))
                .Distinct(StringComparer.Ordinal)
                .Except(recommendation.Themes, StringComparer.Ordinal)
                .SelectMany(theme => byTheme[theme].Select(evaluation => new ThemeEvaluation(evaluation, theme, true)));
            var reaching = own.Concat(broader)
                .DistinctBy(pair => pair.Evaluation.Id)
                .Where(pair => pair.Evaluation.Recommendations.All(reference => reference.Target != recommendation.Id))
                .OrderBy(pair => pair.IsBroader)
                .ThenBy(pair => pair.Evaluation, NewestEvidence)
                .ToImmutableArray();
            if (!reaching.IsEmpty)
            {
                result[recommendation.Id] = reaching;
            }
        }

        return result.ToImmutable();
    }

    private static ImmutableDictionary<EntryId, ImmutableArray<Related<Decision>>> DecisionsOn(ImmutableArray<Entry> entries) =>
        entries.OfType<Decision>()
            .SelectMany(decision => decision.BearsOn.SelectMany((bearing, index) => bearing.Recommendations.Select(reference =>
                (reference.Target, Related: new Related<Decision>(decision, bearing.Why, new TextId("why", TextFields.NumberedPart(index)))))))
            .GroupBy(pair => pair.Target, pair => pair.Related)
            .ToImmutableDictionary(
                group => group.Key,
                group => group
                    .OrderByDescending(related => related.Entry.Adopted.IsUnknown ? PartialDate.Unknown.Latest.AddYears(-9000) : related.Entry.Adopted.Earliest)
                    .ThenBy(related => related.Entry.Id)
                    .ToImmutableArray());

    private static ImmutableDictionary<EntryId, ImmutableArray<Related<Recommendation>>> RepeatedBy(ImmutableArray<Entry> entries) =>
        entries.OfType<Recommendation>()
            .SelectMany(later => later.Repeats.Select(link => (link.Entry.Target, Related: new Related<Recommendation>(later, link.Why, new TextId("why", link.Entry.Target.ToString())))))
            .GroupBy(pair => pair.Target, pair => pair.Related)
            .ToImmutableDictionary(group => group.Key, group => group.OrderBy(related => related.Entry.Id).ToImmutableArray());

    private static ImmutableDictionary<EntryId, ImmutableArray<Backlink>> BacklinksOf(
        ImmutableArray<Entry> entries,
        ImmutableArray<(Entry From, EntryId To)> mentions,
        ImmutableDictionary<EntryId, Entry> byId)
    {
        var written = entries.SelectMany(entry => References.Of(entry).Select(link => (To: link.Target, Backlink: new Backlink(entry, link.Relation, link.Why))));
        var mentioned = mentions.Select(mention => (mention.To, new Backlink(mention.From, RelationKind.Mentions, null)));
        return written.Concat(mentioned)
            .Where(pair => byId.ContainsKey(pair.To) && pair.Item2.From.Id != pair.To)
            .GroupBy(pair => pair.To, pair => pair.Item2)
            .ToImmutableDictionary(
                group => group.Key,
                group => group
                    .DistinctBy(backlink => (backlink.From.Id, backlink.Relation))
                    .OrderBy(backlink => backlink.Relation)
                    .ThenBy(backlink => backlink.From.Id)
                    .ToImmutableArray());
    }

    /// <summary>Newest evidence first, unknown last, then by id.</summary>
    private static readonly Comparer<Evaluation> NewestEvidence = Comparer<Evaluation>.Create((left, right) =>
    {
        var (leftDay, rightDay) = (Day(left), Day(right));
        var byDay = rightDay.CompareTo(leftDay);
        return byDay != 0 ? byDay : left.Id.CompareTo(right.Id);

        static DateOnly Day(Evaluation evaluation) => evaluation.EvidenceDate.End is { IsUnknown: false } end ? end.Latest : DateOnly.MinValue;
    });
}

using System.Collections.Immutable;
using Heed.Configuration;
using Heed.Markup;
using Heed.Model;

namespace Heed.Linking;

/// <summary>An entry that is linked by an author's judgement, with the clause that says why.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Why">The clause, in the words of the original.</param>
/// <param name="Text">Which text it is, of the one of the two that makes the link.</param>
public sealed record Related<T>(T Entry, string Why, TextId Text)
    where T : Entry;

/// <summary>An evaluation that reaches a recommendation through a theme.</summary>
/// <param name="Theme">The theme that the evaluation names.</param>
/// <param name="IsBroader">Whether that is a broader theme than the recommendation's own.</param>
public sealed record ThemeEvaluation(Evaluation Evaluation, string Theme, bool IsBroader);

/// <summary>A page that links here, and by what kind of relation.</summary>
public sealed record Backlink(Entry From, RelationKind Relation, string? Why);

/// <summary>How one entry speaks of another. The inverse is computed, never written.</summary>
public enum RelationKind
{
    /// <summary>An evaluation judges a recommendation.</summary>
    Evaluates,

    /// <summary>A decision bears on a recommendation.</summary>
    BearsOn,

    /// <summary>A recommendation asks again what an earlier one asked.</summary>
    Repeats,

    /// <summary>An event or another entry rests on this one.</summary>
    RestsOn,

    /// <summary>A recommendation, evaluation or proposal belongs to a review.</summary>
    BelongsTo,

    /// <summary>Prose links here.</summary>
    Mentions,
}

/// <summary>The prose of an entry as readers of a language get it.</summary>
/// <param name="Prose">The prose.</param>
/// <param name="Language">The language that it is in: the readers' own, or the original's.</param>
public sealed record Body(Prose Prose, string Language);

/// <summary>The pages, linked: every reference resolved, every inverse computed.</summary>
public sealed class KnowledgeBase
{
    internal KnowledgeBase(SiteConfig config, Vocabulary vocabulary, LinkedEntries links)
    {
        Config = config;
        Vocabulary = vocabulary;
        this.links = links;
        Recommendations = Of<Recommendation>();
        Evaluations = Of<Evaluation>();
        Findings = Of<Finding>();
        Decisions = Of<Decision>();
        Reviews = Of<Review>();
        Events = [.. Of<Event>().OrderBy(happening => happening.Date.Start).ThenBy(happening => happening.Id)];
        Articles = Of<Article>();
        Proposals = Of<Proposal>();
    }

    private readonly LinkedEntries links;

    public SiteConfig Config { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>What became of published addresses that do not stand any more.</summary>
    public ImmutableArray<Retired> Retired { get; init; } = [];

    /// <summary>The ids that templates have around an entry's prose.</summary>
    public IReadOnlySet<string> FrameIds { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Pages that are named and are not here, where the reason is known.</summary>
    internal Absences Absences { get; init; } = Absences.None;

    /// <summary>All entries, by id in natural order.</summary>
    public ImmutableArray<Entry> Entries => links.Entries;

    public ImmutableArray<Recommendation> Recommendations { get; }

    public ImmutableArray<Evaluation> Evaluations { get; }

    public ImmutableArray<Finding> Findings { get; }

    public ImmutableArray<Decision> Decisions { get; }

    public ImmutableArray<Review> Reviews { get; }

    /// <summary>Events by date, unknown last.</summary>
    public ImmutableArray<Event> Events { get; }

    public ImmutableArray<Article> Articles { get; }

    public ImmutableArray<Proposal> Proposals { get; }

    /// <summary>The entry of the id, or null.</summary>
    public Entry? Find(EntryId id) => links.ById.GetValueOrDefault(id);

    /// <summary>The entry of the reference; the linker has seen to it that it is there and of the kind.</summary>
    public T Get<T>(Reference reference)
        where T : Entry => (T)links.ById[reference.Target];

    /// <summary>Entries that bear a UN symbol; several may share one.</summary>
    public ImmutableArray<Entry> WithSymbol(DocumentSymbol symbol) => links.BySymbol.GetValueOrDefault(symbol, []);

    /// <summary>All symbols that entries bear, in natural order, with the entries of each.</summary>
    public IEnumerable<KeyValuePair<DocumentSymbol, ImmutableArray<Entry>>> Symbols => links.BySymbol;

    /// <summary>The places on pages that prose links to.</summary>
    internal ImmutableArray<WrittenPart> WrittenParts => links.WrittenParts;

    /// <summary>Who links here, grouped by relation when shown; in order of relation, then id.</summary>
    public ImmutableArray<Backlink> Backlinks(Entry entry) => links.Backlinks.GetValueOrDefault(entry.Id, []);

    /// <summary>Every text of the entry.</summary>
    public EntryTexts Texts(Entry entry) => links.Texts[entry.Id];

    /// <summary>The prose below the front matter: in the language where it is translated and has words, else the original's, and which of the two it is.</summary>
    public Body BodyIn(Entry entry, string language) => links.Bodies.GetValueOrDefault((entry.Id, language)) is { IsEmpty: false } translated
        ? new Body(translated, language)
        : new Body(links.Bodies[(entry.Id, Config.DefaultLanguage)], Config.DefaultLanguage);

    /// <summary>Whether readers of the language get the entry's words in it: the original, or a translation with a text where the original has one.</summary>
    public bool IsIn(Entry entry, string language) => language == Config.DefaultLanguage
        || (entry.Translations.ContainsKey(language) && BodyIn(entry, language) is var body && (body.Language == language || body.Prose.IsEmpty));

    /// <summary>The prose of <see cref="BodyIn"/>.</summary>
    public Prose Prose(Entry entry, string language) => BodyIn(entry, language).Prose;

    /// <summary>A single text that is one paragraph of Markdown, parsed when it was read: a remark, a statement, a basis.</summary>
    /// <exception cref="ArgumentException">It is none of the texts that were read and judged: <see cref="TextFields"/> lacks it.</exception>
    public Prose Prose(string words) => links.Prose.GetValueOrDefault(words) ?? throw new ArgumentException($"A text is shown that nobody has read: \"{words}\".", nameof(words));

    /// <summary>The entries that a written link of prose means: one, or several that share a UN symbol; none when it is not known.</summary>
    /// <param name="from">The entry in whose prose it stands.</param>
    /// <param name="written">The target as written, with or without <c>#part</c>.</param>
    /// <param name="part">The part after <c>#</c>, if one is written.</param>
    public ImmutableArray<Entry> Resolve(Entry from, string written, out string? part)
    {
        (var name, part) = ProseReader.Split(written);
        if (name.Length == 0)
        {
            return [from];
        }

        return [.. links.Names.Find(from, name).Select(id => links.ById[id])];
    }

    /// <summary>Evaluations that judge the recommendation by name, newest evidence first.</summary>
    public ImmutableArray<Evaluation> EvaluationsOf(Recommendation recommendation) => links.EvaluationsByName.GetValueOrDefault(recommendation.Id, []);

    /// <summary>Evaluations of the recommendation's themes and of broader ones, own themes first, then newest evidence first.</summary>
    public ImmutableArray<ThemeEvaluation> ThemeEvaluationsOf(Recommendation recommendation) => links.EvaluationsByTheme.GetValueOrDefault(recommendation.Id, []);

    /// <summary>Decisions that bear on the recommendation, newest first, with why.</summary>
    public ImmutableArray<Related<Decision>> DecisionsOn(Recommendation recommendation) => links.DecisionsOn.GetValueOrDefault(recommendation.Id, []);

    /// <summary>Recommendations of earlier cycles that ask the same, with why.</summary>
    public ImmutableArray<Related<Recommendation>> Repeats(Recommendation recommendation) =>
        [.. recommendation.Repeats.Select(link => new Related<Recommendation>(Get<Recommendation>(link.Entry), link.Why, new TextId("why", link.Entry.Target.ToString())))];

    /// <summary>Recommendations of later cycles that repeat this one, with why.</summary>
    public ImmutableArray<Related<Recommendation>> RepeatedBy(Recommendation recommendation) => links.RepeatedBy.GetValueOrDefault(recommendation.Id, []);

    /// <summary>Finding pages of the themes, or of broader ones.</summary>
    public ImmutableArray<Finding> FindingsOn(IEnumerable<string> themes)
    {
        var wanted = themes.SelectMany(theme => Vocabulary.ThemeAndBroader(theme)).ToHashSet(StringComparer.Ordinal);
        return [.. Findings.Where(finding => finding.Themes.Any(wanted.Contains))];
    }

    /// <summary>Assessments announced for the recommendation's review but not at hand; only of single recommendations.</summary>
    public ImmutableArray<AwaitedAssessment> AwaitedOn(Recommendation recommendation) =>
        recommendation.Describes.IsGroup ? [] : Get<Review>(recommendation.Review).AwaitedAssessments;

    /// <summary>Recommendations of a review, single ones by number, then groups.</summary>
    public ImmutableArray<Recommendation> RecommendationsOf(Review review) =>
        [.. Recommendations.Where(recommendation => recommendation.Review.Target == review.Id)];

    private ImmutableArray<T> Of<T>()
        where T : Entry => [.. links.Entries.OfType<T>()];
}

/// <summary>What the linker found out, by id.</summary>
internal sealed record LinkedEntries
{
    public required ImmutableArray<Entry> Entries { get; init; }

    public required ImmutableDictionary<EntryId, Entry> ById { get; init; }

    public required ImmutableSortedDictionary<DocumentSymbol, ImmutableArray<Entry>> BySymbol { get; init; }

    public required Names Names { get; init; }

    public required ImmutableArray<WrittenPart> WrittenParts { get; init; }

    public required ImmutableDictionary<EntryId, EntryTexts> Texts { get; init; }

    public required ImmutableDictionary<(EntryId Id, string Language), Prose> Bodies { get; init; }

    public required ImmutableDictionary<string, Prose> Prose { get; init; }

    public required ImmutableDictionary<EntryId, ImmutableArray<Backlink>> Backlinks { get; init; }

    public required ImmutableDictionary<EntryId, ImmutableArray<Evaluation>> EvaluationsByName { get; init; }

    public required ImmutableDictionary<EntryId, ImmutableArray<ThemeEvaluation>> EvaluationsByTheme { get; init; }

    public required ImmutableDictionary<EntryId, ImmutableArray<Related<Decision>>> DecisionsOn { get; init; }

    public required ImmutableDictionary<EntryId, ImmutableArray<Related<Recommendation>>> RepeatedBy { get; init; }
}

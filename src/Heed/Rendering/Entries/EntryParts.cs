using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Rendering.Citing;

namespace Heed.Rendering.Entries;

/// <summary>The parts that pages of entries share, as views.</summary>
internal sealed class EntryParts(PageWriter writer)
{
    // The rest of a long list would push what matters off the screen, and a theme's page has it anyway.
    private const int MostBacklinks = 60;

    private readonly Edition edition = writer.Edition;

    // A source is described whole where it stands first on the page, and in the page's own list of sources.
    private readonly HashSet<string> described = new(StringComparer.Ordinal);

    // What was said already of how much of a source was read.
    private readonly HashSet<(string Source, string Read)> toldAsRead = [];

    /// <summary>Words of a source or of the vocabulary, in the original's language; null when there are none.</summary>
    public Wording? Original(string? text) => string.IsNullOrEmpty(text) ? null : edition.Original(text);

    /// <summary>A text of an entry that is shown as it is typed, in the page's language where it is translated; null when there is none.</summary>
    public Wording? Words(Entry entry, TextId id) => writer.Knowledge.Texts(entry).Find(id) is not { } text ? null
        : text.In(edition.Language) is { } translated ? new Wording(translated.Words, null)
        : edition.Original(text.Words);

    /// <summary>A text of an entry that is one paragraph of Markdown, in the page's language where it is translated; null when there is none.</summary>
    public ProseView? Inline(Entry entry, TextId id) => writer.Knowledge.Texts(entry).Find(id) is not { } text ? null
        : text.In(edition.Language) is { } translated ? writer.Inline(entry, translated.Words, edition.Language)
        : writer.Inline(entry, text.Words, edition.OriginalLanguage);

    public ImmutableArray<object> Themes(IEnumerable<string> themes) =>
        [.. themes.Select(theme => writer.Link(Addresses.Theme(theme), edition.Wording(writer.Vocabulary.Themes, theme)))];

    public ImmutableArray<object> Groups(IEnumerable<string> groups) =>
        [.. groups.Select(group => writer.Link(Addresses.Group(group), edition.Wording(writer.Vocabulary.Groups, group)))];

    /// <summary>The sources of a part of the entry. What the page tells of a source elsewhere is not told again.</summary>
    public ImmutableArray<SourceView> Sources(ImmutableArray<Citation> citations, Entry entry)
    {
        bool IsToldElsewhere(string source) => entry.Sources.Any(own => own.Source == source) || !described.Add(source);
        return [.. citations.Select(citation => Source(citation, entry, isWhole: !IsToldElsewhere(citation.Source))).OfType<SourceView>()];
    }

    /// <summary>An evaluation as a card; the theme is given when it reaches the page by theme alone.</summary>
    public EvaluationCardView Card(Evaluation evaluation, ThemeEvaluation? byTheme = null) => new(
        writer.Link(evaluation),
        Assessors(evaluation),
        ReportedBy(evaluation),
        writer.Date(evaluation.EvidenceDate),
        writer.Level(evaluation.Scale, evaluation.Level),
        LevelOf(evaluation, evaluation.LawLevel),
        LevelOf(evaluation, evaluation.PracticeLevel),
        ScaleName(evaluation.Scale),
        evaluation.IsMappedByHeed,
        OriginalGrade(evaluation),
        Alternative(evaluation),
        [.. EvaluationBadges(evaluation), .. OverdueBadge(evaluation)],
        writer.FirstParagraph(evaluation),
        byTheme is null ? null : writer.Link(Addresses.Theme(byTheme.Theme), edition.Wording(writer.Vocabulary.Themes, byTheme.Theme)),
        byTheme?.IsBroader ?? false);

    /// <summary>Through whom an evaluation is known; null when it is known from the assessor.</summary>
    public Wording? ReportedBy(Evaluation evaluation) =>
        Words(evaluation, new("reported_by"));

    public ImmutableArray<AssessorView> Assessors(Evaluation evaluation) =>
    [
        .. evaluation.Assessors.Select(key => new AssessorView(
            edition.Wording(writer.Vocabulary.Assessors, key),
            writer.Vocabulary.Assessors.Find(key)?.Kind is { } kind ? edition.Wording(writer.Vocabulary.AssessorKinds, kind) : null)),
    ];

    /// <summary>An assessment that is not at hand, called by the kind of its assessor: <c>Coalition: not assessed, report not at hand</c>.</summary>
    public AwaitedView Awaited(AwaitedAssessment awaited, Review review)
    {
        var name = edition.Wording(writer.Vocabulary.Assessors, awaited.Assessor);
        var kind = writer.Vocabulary.Assessors.Find(awaited.Assessor)?.Kind;
        return new AwaitedView(kind is null ? name : edition.Wording(writer.Vocabulary.AssessorKinds, kind), name, Words(review, new("note", awaited.Assessor))!);
    }

    public Wording ScaleName(string key) =>
        writer.Vocabulary.Scales.GetValueOrDefault(key) is { } scale ? edition.Wording(scale.Label) : new Wording(key, null);

    public LevelView? LevelOf(Evaluation evaluation, string? level) => level is null ? null : writer.Level(evaluation.Scale, level);

    public OriginalGradeView? OriginalGrade(Evaluation evaluation)
    {
        if (!evaluation.IsGraded)
        {
            return null;
        }

        var scale = evaluation.OriginalScale is { } key ? writer.Vocabulary.Scales.GetValueOrDefault(key) : null;
        Wording? grade = !evaluation.OriginalGrade.IsKnown ? null
            : scale?.Find(evaluation.OriginalGrade.Value) is { } level ? edition.Wording(level.Label)
            : edition.Original(evaluation.OriginalGrade.Value);
        return new OriginalGradeView(grade, scale is null ? null : edition.Wording(scale.Label));
    }

    public AlternativeView? Alternative(Evaluation evaluation) => evaluation.AlternativeLevel is { } level
        ? new AlternativeView(writer.Level(evaluation.Scale, level), Inline(evaluation, new("alternative_why")))
        : null;

    /// <summary>What keeps an evaluation out of the counts, and what text it is about.</summary>
    public ImmutableArray<BadgeView> EvaluationBadges(Evaluation evaluation)
    {
        var badges = ImmutableArray.CreateBuilder<BadgeView>();
        if (evaluation.IsBaseline)
        {
            badges.Add(new BadgeView("baseline", writer.Say("evaluation.baseline")));
        }

        switch (evaluation.Subject)
        {
            case EvaluationSubject.AdoptedLaw:
                badges.Add(new BadgeView("law", writer.Say("evaluation.about.adopted")));
                break;
            case EvaluationSubject.DraftLaw:
                badges.Add(new BadgeView("draft", writer.Say("evaluation.about.draft")));
                break;
            case EvaluationSubject.Bill:
                badges.Add(new BadgeView("draft", writer.Say("evaluation.about.bill")));
                break;
            default:
                break;
        }

        if (!evaluation.IsCounted)
        {
            badges.Add(new BadgeView("uncounted", writer.Say("evaluation.uncounted")));
        }

        return badges.ToImmutable();
    }

    /// <summary>That the entry's evidence is due to be looked at again; null when it is not.</summary>
    public string? Overdue(Entry entry) => DueOf(entry) is { } dates && dates.IsOverdue(edition.Options.Today)
        ? writer.Say("review-due.overdue", edition.Dates.Of(dates.Due))
        : null;

    /// <summary>By when to look again whether the entry still holds, as a fact; nothing when no date is set.</summary>
    public IEnumerable<FactView> DueFact(Entry entry) => DueOf(entry) is { Due.IsUnknown: false } dates
        ? Fact(writer.Say("fact.review_due"), writer.Date(dates.Due))
        : [];

    private IEnumerable<BadgeView> OverdueBadge(Evaluation evaluation) =>
        Overdue(evaluation) is null ? [] : [new BadgeView("overdue", writer.Say("review-due.badge"))];

    private ReviewDue? DueOf(Entry entry) => ReviewDue.Of(entry, edition.Config.ReviewAfterMonths);

    /// <summary>"On this page", of the sections that the page has and of those at its end.</summary>
    public ContentsView Contents(EntryFooterView footer, params ImmutableArray<(string Part, string Heading, bool IsThere)> sections)
    {
        ImmutableArray<(string Part, string Heading, bool IsThere)> all =
        [
            .. sections,
            ("backlinks", writer.Say("section.backlinks"), !footer.Backlinks.IsEmpty),
            ("sources", writer.Say("section.sources"), !footer.Sources.IsEmpty),
            ("note", writer.Say("section.note"), footer.Note is not null),
        ];
        var links = all.Where(section => section.IsThere).Select(section => new LinkView("#part-" + section.Part, section.Heading)).ToImmutableArray();
        return new ContentsView(links.Length < 3 ? [] : links);
    }

    /// <summary>The end of an entry's page.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="told">Relations that the page has shown already in places of their own.</param>
    /// <param name="previous">The entry before it, if there is an order.</param>
    /// <param name="next">The entry after it.</param>
    public EntryFooterView Footer(Entry entry, ImmutableArray<RelationKind> told, Entry? previous = null, Entry? next = null) => new(
        Backlinks(entry, told),
        [.. entry.Sources.Select(citation => Source(citation, entry, isWhole: true)).OfType<SourceView>()],
        Inline(entry, new("note")),
        entry.Confidence is { } confidence ? ConfidenceWord(confidence) : null,
        entry.Confidence is { } level ? ConfidenceMeaning(level) : null,
        writer.Links.Permanent,
        TakeAlong(entry),
        PageDates.Of(entry, edition).LastChanged is { } day ? writer.Date(PartialDate.Of(day)) : null,
        previous is null ? null : writer.Link(previous),
        next is null ? null : writer.Link(next))
    {
        Cite = CiteView.Of(entry, writer),
        Former = [.. edition.Options.Anchors.Of(entry.Id, edition.Language).Former.Select(place => Former(entry, place))],
        FirstPublished = PageDates.Of(entry, edition).FirstPublished is { } since ? writer.Date(PartialDate.Of(since)) : null,
    };

    private FormerPlaceView Former(Entry entry, FormerPlace place)
    {
        var retired = place.Retired;
        var target = place.IsInOriginal ? new LinkView(writer.Links.To($"{entry.Id.Address}#{place.Id}", edition.OriginalLanguage), edition.Titles.Of(entry).Text, edition.Titles.Of(entry).Lang)
            : retired?.MovedTo is { } moved ? RetiredPages.Link(moved.Target, writer)
            : retired is { Instead: [var instead, ..] } ? RetiredPages.Link(instead.Target, writer)
            : null;
        return new FormerPlaceView(
            place.Id,
            target,
            place.IsInOriginal,
            retired?.Gone is { IsUnknown: false } gone ? writer.Date(gone) : null,
            retired is null || retired.Title == LocalizedText.Empty ? null : edition.Wording(retired.Title),
            retired is null || retired.Why == LocalizedText.Empty ? null : edition.Wording(retired.Why));
    }

    private TakeAlongView TakeAlong(Entry entry)
    {
        var address = writer.Links.Permanent;
        var title = $"{edition.Titles.Of(entry).Text} · {edition.Config.Title.In(edition.Language)}";

        // A line break in the body of a mailto address is %0D%0A (RFC 6068).
        var mail = $"mailto:?subject={Uri.EscapeDataString(title)}&body={Uri.EscapeDataString($"{title}\r\n{address}")}";
        return new TakeAlongView(address, mail, QrCode.Of(address));
    }

    public string ConfidenceWord(Confidence confidence) => confidence switch
    {
        Confidence.High => writer.Say("confidence.high"),
        Confidence.Medium => writer.Say("confidence.medium"),
        _ => writer.Say("confidence.low"),
    };

    /// <summary>The entries before and after one in an order; null at the ends.</summary>
    public static (T? Previous, T? Next) Neighbours<T>(ImmutableArray<T> inOrder, T entry)
        where T : Entry
    {
        var index = inOrder.Select(other => other.Id).ToImmutableArray().IndexOf(entry.Id);
        return index < 0 ? (null, null) : (index > 0 ? inOrder[index - 1] : null, index < inOrder.Length - 1 ? inOrder[index + 1] : null);
    }

    /// <summary>A fact, or nothing when it has no values.</summary>
    public static IEnumerable<FactView> Fact(string name, params ImmutableArray<object> values) =>
        values.IsDefaultOrEmpty ? [] : [new FactView(name, values)];

    /// <summary>A fact of one value, or nothing when there is none.</summary>
    public static IEnumerable<FactView> Fact(string name, object? value) => value is null ? [] : [new FactView(name, [value])];

    /// <summary>The answer to a question: its values, "not known" or "none", which are not the same; nothing when it was not put.</summary>
    public IEnumerable<FactView> Fact<T>(string name, Answer<T> answer, Func<T, ImmutableArray<object>> values)
        where T : notnull => answer switch
        {
            { IsAsked: false } => [],
            { IsUnknown: true } => [new FactView(name, [new Wording(writer.Say("answer.unknown"), null)])],
            { IsNone: true } => [new FactView(name, [new Wording(writer.Say("answer.none"), null)])],
            _ => [new FactView(name, values(answer.Value))],
        };

    private SourceView? Source(Citation citation, Entry entry, bool isWhole)
    {
        if (writer.Vocabulary.Sources.GetValueOrDefault(citation.Source) is not { } source)
        {
            return null;
        }

        var language = citation.Language ?? source.Language;
        var official = source.OfficialUrl ?? (source.IsCopy ? null : source.Url);
        return new SourceView(
            source.Symbol,
            SymbolLink(source.Symbol, entry),
            citation.Where is { Length: > 0 } where ? new PlaceWords(edition).Of(where) : null,
            edition.Original(source.Title),
            official is null ? null : new ExternalLinkView(official, source.Title, edition.LangOf(edition.OriginalLanguage)),
            source.Url == official ? null : new ExternalLinkView(source.Url, HostOf(source.Url)),
            Original(source.Publisher),
            source.DateNote is { } note ? edition.Phrase(note) : source.Date.IsUnknown ? null : new Wording(edition.Dates.Of(source.Date), null),
            !isWhole || language is null || language == edition.OriginalLanguage ? null : LanguageName(language),
            ReadOf(citation, source, entry, isWhole)?.TrimEnd('.') is { Length: > 0 } read ? edition.Phrase(read) : null,
            [.. new[] { citation.Note, isWhole ? source.Note : null }.OfType<string>().Select(note => Remark(note, entry))]);
    }

    /// <summary>How much was read: of a source that is described elsewhere on the page, only what is not said there.</summary>
    private string? ReadOf(Citation citation, Source source, Entry entry, bool isWhole)
    {
        if (isWhole)
        {
            return citation.Read ?? source.Read;
        }

        var isToldAtTheEnd = entry.Sources.Any(own => own.Source == citation.Source && own.Read == citation.Read);
        return citation.Read is null || citation.Read == source.Read || isToldAtTheEnd || !toldAsRead.Add((citation.Source, citation.Read)) ? null : citation.Read;
    }

    /// <summary>A remark on a source: in the page's language where the vocabulary has it, else in the original's.</summary>
    private ProseView Remark(string note, Entry entry) =>
        edition.Language != edition.OriginalLanguage && writer.Vocabulary.PhraseOf(note) is { } phrase && phrase.Has(edition.Language)
            ? writer.Inline(entry, phrase.In(edition.Language), edition.Language)
            : writer.Inline(entry, note, edition.OriginalLanguage);

    private LinkView? SymbolLink(string? written, Entry entry)
    {
        if (written is null || !DocumentSymbol.TryParse(written, out var symbol))
        {
            return null;
        }

        return writer.Knowledge.WithSymbol(symbol) switch
        {
            [] => null,
            [var only] => only.Id == entry.Id ? null : new LinkView(writer.Links.To(only.Id), written),
            _ => new LinkView(writer.Links.To(Addresses.Symbol(symbol)), written),
        };
    }

    private string LanguageName(string language) =>
        writer.Labels.Find($"language.of.{language}") is null ? language : writer.Say($"language.of.{language}");

    private string ConfidenceMeaning(Confidence confidence) => confidence switch
    {
        Confidence.High => writer.Say("confidence.high.meaning"),
        Confidence.Medium => writer.Say("confidence.medium.meaning"),
        _ => writer.Say("confidence.low.meaning"),
    };

    private ImmutableArray<LinkGroupView> Backlinks(Entry entry, ImmutableArray<RelationKind> told) =>
    [
        .. writer.Knowledge.Backlinks(entry)
            .Where(backlink => !told.Contains(backlink.Relation))
            .GroupBy(backlink => backlink.Relation)
            .Select(group => new LinkGroupView(
                Heading(group.Key),
                [.. group.DistinctBy(backlink => backlink.From.Id).Take(MostBacklinks).Select(backlink => writer.Link(backlink.From))])),
    ];

    private string Heading(RelationKind relation) => relation switch
    {
        RelationKind.Evaluates => writer.Say("relation.evaluates"),
        RelationKind.BearsOn => writer.Say("relation.bears_on"),
        RelationKind.Repeats => writer.Say("relation.repeats"),
        RelationKind.RestsOn => writer.Say("relation.rests_on"),
        RelationKind.BelongsTo => writer.Say("relation.belongs_to"),
        _ => writer.Say("relation.mentions"),
    };

    private static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : url;
}

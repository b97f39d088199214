using System.Collections.Immutable;
using Heed.Model;
using Heed.Rendering.Entries;
using Heed.Text;

namespace Heed.Rendering.Citing;

/// <summary>Finds by which works an entry is cited: the UN document, or what the entry rests on, and then our page.</summary>
internal sealed class WorksCited(PageWriter writer)
{
    private readonly Edition edition = writer.Edition;

    /// <summary>How the entry's page is cited.</summary>
    public static PageCitation Of(Entry entry, PageWriter writer)
    {
        var cited = new WorksCited(writer);
        ImmutableArray<CitedWork> works = [.. cited.Before(entry), cited.Page(entry)];
        return new PageCitation(works, PlainCitation.Of(works, writer));
    }

    private IEnumerable<CitedWork> Before(Entry entry) => entry.Match<IEnumerable<CitedWork>>(
        recommendation: Before,
        evaluation: evaluation => Sources(evaluation, evaluation.Sources),
        finding: finding => Sources(finding, [.. finding.Sources, .. finding.Statements.SelectMany(statement => statement.Sources)]),
        decision: decision => [Decided(decision)],
        review: review => review.Documents.IsEmpty
            ? Sources(review, review.Sources)
            : review.Documents.Select(document => Document(KeyOf(review, Slug.Of(document.Symbol.ToString())), document.Symbol, document.Title, review.Sources)),
        @event: @event => Sources(@event, @event.Sources.IsEmpty ? @event.From.SelectMany(StatementSources) : @event.Sources),
        article: _ => [],
        proposal: proposal => Sources(proposal, proposal.Sources));

    // The paragraph of a document that nobody knows is not cited; the first source is.
    private IEnumerable<CitedWork> Before(Recommendation recommendation) => !recommendation.Document.IsKnown
        ? Sources(recommendation, recommendation.Sources).Take(1)
        :
        [
            Document(KeyOf(recommendation, "document"), recommendation.Document.Value, Knowing(recommendation), recommendation.Sources) with
            {
                Where = recommendation.Paragraph.IsKnown ? new Wording(writer.Say("place.paragraph", recommendation.Paragraph.Value), null) : null,
            },
        ];

    private IEnumerable<Citation> StatementSources(PartReference from) =>
        writer.Knowledge.Find(from.Entry.Target) is Finding finding
            ? finding.Statements.Where(statement => from.Part is null || statement.Id == from.Part).SelectMany(statement => statement.Sources)
            : [];

    /// <summary>What the review calls the recommendation's document; null when it does not list it.</summary>
    private string? Knowing(Recommendation recommendation) =>
        writer.Knowledge.Get<Review>(recommendation.Review).Documents.FirstOrDefault(document => document.Symbol == recommendation.Document.Value)?.Title;

    /// <summary>A UN document by its symbol, with what the vocabulary tells of it.</summary>
    private CitedWork Document(string key, DocumentSymbol symbol, string? title, ImmutableArray<Citation> citations)
    {
        var written = symbol.ToString();
        var work = Source(writer.Vocabulary, written, citations) is { } source
            ? Described(key, source, source.Language)
            : new CitedWork(key, CitedKind.Report, title is null ? new Wording(written, null) : edition.Original(OneLine(title)));
        return work with { Kind = CitedKind.Report, Number = written, Authors = work.Authors.IsEmpty ? [UnitedNations] : work.Authors, Publisher = UnitedNations.Text };
    }

    /// <summary>The source that is the document: one that the entry names rather than another, an original rather than a copy.</summary>
    private static Source? Source(Vocabulary vocabulary, string symbol, ImmutableArray<Citation> citations) => vocabulary.Sources.Values
        .Where(source => source.Symbol == symbol)
        .OrderBy(source => !citations.Any(citation => citation.Source == source.Key))
        .ThenBy(source => source.IsCopy)
        .ThenBy(source => source.Key, StringComparer.Ordinal)
        .FirstOrDefault();

    private CitedWork Decided(Decision decision)
    {
        var symbols = decision.Symbols.Or([]).Select(symbol => symbol.ToString()).ToImmutableArray();
        var source = symbols.Select(symbol => Source(writer.Vocabulary, symbol, decision.Sources)).FirstOrDefault(source => source is not null);
        var title = Title(decision);
        var form = edition.Wording(writer.Vocabulary.Forms, decision.Form);
        var untold = decision.Communications.Or([]).Where(number => !title.Text.Contains(number, StringComparison.Ordinal)).ToImmutableArray();
        return new CitedWork(KeyOf(decision, "document"), CitedKind.Report, title)
        {
            Authors = [edition.Wording(writer.Vocabulary.Bodies, decision.Body)],
            Publisher = UnitedNations.Text,
            Form = title.Text.Contains(form.Text, StringComparison.OrdinalIgnoreCase) ? null : form,
            Number = symbols.IsEmpty ? null : string.Join(", ", symbols),
            Where = Paragraphs(decision),
            Date = decision.Adopted,
            Dated = Words(decision.Adopted),
            Address = source is null ? null : source.OfficialUrl ?? source.Url,
            Language = source?.Language,
            Remarks = untold.IsEmpty ? [] : [[new Wording(writer.Say("cite.communication", string.Join(", ", untold)), null)]],
        };
    }

    // Authors write the bare numbers, and translations whole words.
    private Wording? Paragraphs(Decision decision) => new EntryParts(writer).Words(decision, new("paragraphs")) switch
    {
        null => null,
        { Text: var numbers } when numbers == decision.Paragraphs && numbers.All(unit => char.IsAsciiDigit(unit) || unit is '-' or '.') =>
            new PlaceWords(edition).Of($"{(numbers.Contains('-') ? "paras" : "para")}. {numbers}"),
        var words => words with { Text = OneLine(words.Text) },
    };

    private IEnumerable<CitedWork> Sources(Entry entry, IEnumerable<Citation> citations) => citations
        .GroupBy(citation => citation.Source, StringComparer.Ordinal)
        .Select(places => writer.Vocabulary.Sources.GetValueOrDefault(places.Key) is { } source
            ? Described(KeyOf(entry, source.Key), source, places.Select(place => place.Language).FirstOrDefault(language => language is not null) ?? source.Language) with { Where = Places(places) }
            : null)
        .OfType<CitedWork>();

    private Wording? Places(IEnumerable<Citation> citations)
    {
        var places = citations.Select(citation => citation.Where).Where(where => !string.IsNullOrWhiteSpace(where)).Distinct(StringComparer.Ordinal).Select(where => new PlaceWords(edition).Of(where!)).ToList();
        return places.Count == 0 ? null : new Wording(OneLine(string.Join("; ", places.Select(place => place.Text))), places.Find(place => place.Lang is not null)?.Lang);
    }

    private CitedWork Described(string key, Source source, string? language) =>
        new(key, source.Symbol is null ? CitedKind.WebPage : CitedKind.Report, edition.Original(OneLine(source.Title)))
        {
            Authors = string.IsNullOrWhiteSpace(source.Publisher) ? [] : [edition.Original(OneLine(source.Publisher))],
            Publisher = source.Symbol is null ? null : UnitedNations.Text,
            Number = source.Symbol,
            Date = source.Date,
            Dated = source.DateNote is { } note ? edition.Phrase(OneLine(note)) : Words(source.Date),
            Address = source.OfficialUrl ?? source.Url,
            Language = language,
        };

    private CitedWork Page(Entry entry)
    {
        var site = edition.Config.Title.In(edition.Language);
        var dates = PageDates.Of(entry, edition);
        return new CitedWork(KeyOf(entry, edition.Language == edition.OriginalLanguage ? null : edition.Language), CitedKind.WebPage, Title(entry))
        {
            Authors = [new Wording(site, null)],
            Site = site,
            Date = dates.Newest is { } newest ? PartialDate.Of(newest) : PartialDate.Unknown,
            Address = writer.Links.Permanent,
            Language = edition.Language,
            Version = edition.Options.Version is { Length: > 0 } version ? version : null,
            Remarks = PageRemarks(entry),
            History =
            [
                .. Said("cite.published", dates.FirstPublished is { } first ? new Wording(edition.Dates.Of(first), null) : null),
                .. Said("cite.changed", dates.LastChanged is { } last ? new Wording(edition.Dates.Of(last), null) : null),
            ],
        };
    }

    /// <summary>What may not be left out when the page is cited: that the words are ours, and whose judgement a level is.</summary>
    private ImmutableArray<ImmutableArray<Wording>> PageRemarks(Entry entry) => entry.Match<ImmutableArray<ImmutableArray<Wording>>>(
        recommendation: recommendation => recommendation.IsOfficialWording ? [] : [[new Wording(writer.Say("cite.paraphrase"), null)]],
        evaluation: PageRemarks,
        finding: _ => [],
        decision: _ => [],
        review: _ => [],
        @event: _ => [],
        article: _ => [],
        proposal: proposal => Said("cite.proposed", Names([proposal.ProposedBy])));

    private ImmutableArray<ImmutableArray<Wording>> PageRemarks(Evaluation evaluation)
    {
        var level = writer.Level(evaluation.Scale, evaluation.Level);
        return
        [
            .. Said("cite.assessor", Names(evaluation.Assessors)),
            .. Said("cite.level", new Wording(level.Text, level.Lang)),
            .. Said("cite.scale", new EntryParts(writer).ScaleName(evaluation.Scale)),
            [new Wording(evaluation.IsMappedByHeed ? writer.Say("cite.mapped") : writer.Say("cite.given"), null)],
            .. Said("cite.evidence", new Wording(edition.Dates.Of(evaluation.EvidenceDate), null)),
        ];
    }

    private Wording Names(ImmutableArray<string> assessors)
    {
        var names = assessors.Select(key => edition.Wording(writer.Vocabulary.Assessors, key)).ToList();
        return new Wording(OneLine(string.Join("; ", names.Select(name => name.Text))), names.Find(name => name.Lang is not null)?.Lang);
    }

    private ImmutableArray<ImmutableArray<Wording>> Said(string label, Wording? value) => value is null ? [] : [writer.Around(label, value)];

    private Wording? Words(PartialDate date) => date.IsUnknown ? null : new Wording(edition.Dates.Of(date), null);

    private Wording UnitedNations => new(writer.Say("cite.un"), null);

    private Wording Title(Entry entry)
    {
        var title = entry is Recommendation recommendation ? RecommendationPages.Title(recommendation, writer) : edition.Titles.Of(entry);
        return title with { Text = OneLine(title.Text) };
    }

    private static string KeyOf(Entry entry, string? part)
    {
        var key = entry.Id.ToString().Replace('/', '-');
        return part is null ? key : $"{key}-{part}";
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

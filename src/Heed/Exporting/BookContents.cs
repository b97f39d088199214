using System.Collections.Immutable;
using Heed.Linking;
using Heed.Model;
using Heed.Theming;

namespace Heed.Exporting;

/// <summary>Which pages make a book, and in which order: by kind, then by review or body, then one by one.</summary>
internal sealed class BookContents
{
    private readonly Publication publication;
    private readonly string language;
    private readonly Func<Entry, bool> isInBook;

    private BookContents(Publication publication, string language, Func<Entry, bool> isInBook)
    {
        this.publication = publication;
        this.language = language;
        this.isInBook = isInBook;
    }

    private KnowledgeBase Knowledge => publication.Knowledge;

    private Labels Labels => publication.Theme.LabelsIn(language);

    /// <summary>Everything that is an entry, and the page of each theme.</summary>
    public static ImmutableArray<BookPart> OfAll(Publication publication, string language)
    {
        var contents = new BookContents(publication, language, _ => true);
        return
        [
            .. contents.Kind("lists.articles", publication.Knowledge.Articles),
            .. contents.Kinds(),
            .. contents.Heading("lists.themes", publication.Knowledge.Vocabulary.Themes.All.Select(theme => BookPart.Of(publication.PageOfTheme(theme.Key, language)))),
        ];
    }

    /// <summary>The page of one theme, those of narrower themes, and every entry that bears it or a narrower theme.</summary>
    public static ImmutableArray<BookPart> OfTheme(Publication publication, string language, string theme)
    {
        var vocabulary = publication.Knowledge.Vocabulary;
        var contents = new BookContents(publication, language, entry => entry.Themes.Any(own => vocabulary.ThemeAndBroader(own).Contains(theme)));
        var narrower = vocabulary.Themes.All.Where(other => other.Key != theme && vocabulary.ThemeAndBroader(other.Key).Contains(theme));
        var first = BookPart.Of(publication.PageOfTheme(theme, language)) with { Parts = [.. narrower.Select(other => BookPart.Of(publication.PageOfTheme(other.Key, language)))] };
        return [first, .. contents.Kinds(), .. contents.Kind("lists.articles", publication.Knowledge.Articles)];
    }

    private IEnumerable<BookPart> Kinds() =>
    [
        .. Heading("lists.recommendations", Reviews()),
        .. Kind("lists.evaluations", Knowledge.Evaluations),
        .. Kind("lists.findings", Knowledge.Findings),
        .. Heading("lists.decisions", Bodies()),
        .. Kind("lists.events", Knowledge.Events),
        .. Kind("lists.proposals", Knowledge.Proposals),
    ];

    /// <summary>Reviews, the newest first, with their recommendations. A review that is itself not in the book is a heading.</summary>
    private IEnumerable<BookPart> Reviews() =>
        from review in Knowledge.Reviews.OrderByDescending(review => review.Cycle)
        let page = PageOf(review)
        let recommendations = Chapters(Knowledge.RecommendationsOf(review))
        where isInBook(review) || !recommendations.IsEmpty
        select new BookPart(page.Title, page.TitleLang, isInBook(review) ? page : null, recommendations);

    /// <summary>Bodies as the vocabulary has them, with their decisions.</summary>
    private IEnumerable<BookPart> Bodies() =>
        from body in Knowledge.Vocabulary.Bodies.All
        let decisions = Chapters(Knowledge.Decisions.Where(decision => decision.Body == body.Key))
        where !decisions.IsEmpty
        select new BookPart(body.Label.In(language), body.Label.Has(language) ? null : "en", null, decisions);

    private ImmutableArray<BookPart> Kind(string label, IEnumerable<Entry> entries) => Heading(label, Chapters(entries));

    private ImmutableArray<BookPart> Heading(string label, IEnumerable<BookPart> parts)
    {
        var below = parts.ToImmutableArray();
        return below.IsEmpty ? [] : [new BookPart(Labels.Say(label), null, null, below)];
    }

    private ImmutableArray<BookPart> Chapters(IEnumerable<Entry> entries) => [.. entries.Where(isInBook).Select(entry => BookPart.Of(PageOf(entry)))];

    private BuiltPage PageOf(Entry entry) =>
        publication.Page(entry.Id.Address, language) ?? throw new InvalidOperationException($"{entry.Id} has no page in the language {language}.");
}

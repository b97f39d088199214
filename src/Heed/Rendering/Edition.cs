using System.Collections.Immutable;
using Heed.Configuration;
using Heed.Diagnostics;
using Heed.Linking;
using Heed.Model;
using Heed.Rendering.Changes;
using Heed.Rendering.Entries;
using Heed.Text;
using Heed.Theming;

namespace Heed.Rendering;

/// <summary>The site in one language: the knowledge, the theme and the words.</summary>
internal sealed class Edition
{
    private readonly Lazy<ChangeLog> changeLog;
    private readonly Lazy<ImmutableArray<Feed>> feeds;

    public Edition(KnowledgeBase knowledge, Theme theme, RenderOptions options, string language, DiagnosticLog log)
    {
        Knowledge = knowledge;
        Theme = theme;
        Options = options;
        Language = language;
        Log = log;
        Labels = theme.LabelsIn(language);
        Dates = new DateWords(Labels);
        Titles = new Titles(this);
        SearchFacets = new SearchFacets(this);
        changeLog = new Lazy<ChangeLog>(() => ChangeLog.Of(this));
        feeds = new Lazy<ImmutableArray<Feed>>(() => Changes.Feeds.In(this));
    }

    public KnowledgeBase Knowledge { get; }

    public SiteConfig Config => Knowledge.Config;

    public Vocabulary Vocabulary => Knowledge.Vocabulary;

    public Theme Theme { get; }

    public RenderOptions Options { get; }

    /// <summary>The language of the interface.</summary>
    public string Language { get; }

    /// <summary>The language in which originals are written.</summary>
    public string OriginalLanguage => Config.DefaultLanguage;

    public DiagnosticLog Log { get; }

    public Labels Labels { get; }

    public DateWords Dates { get; }

    public Titles Titles { get; }

    public SearchFacets SearchFacets { get; }

    /// <summary>What was published and changed.</summary>
    public ChangeLog ChangeLog => changeLog.Value;

    /// <summary>The feeds that tell it.</summary>
    public ImmutableArray<Feed> Feeds => feeds.Value;

    /// <summary>Where an address of a language stands from the site's root.</summary>
    public string PathOf(string address) => PathOf(address, Language);

    /// <summary>Where it stands in another language.</summary>
    public string PathOf(string address, string language) => Config.Paths.Of(address, language);

    /// <summary>The HTML of a view, by the template of its type.</summary>
    public Html Fill(object view) => Theme.Fill(view, Labels, Log);

    /// <summary>The <c>lang</c> of an element with words in the language: null when the page is in it anyway.</summary>
    public string? LangOf(string language) => language == Language ? null : language;

    /// <summary>A word of the vocabulary, with the language it is in.</summary>
    public Wording Wording(LocalizedText text) =>
        text.Has(Language) ? new Wording(text.In(Language), null) : new Wording(text.In(Language), LangOf("en"));

    /// <summary>The label of a term; the key itself when the list does not have it.</summary>
    public Wording Wording(Terms terms, string key) =>
        terms.Find(key) is { } term ? Wording(term.Label) : new Wording(key, null);

    /// <summary>A short text that recurs, such as how much of a source was read: in the page's language where the vocabulary has it, else in the original's.</summary>
    public Wording Phrase(string text) =>
        Vocabulary.PhraseOf(text) is { } phrase && phrase.Has(Language) ? new Wording(phrase.In(Language), null) : Original(text);

    /// <summary>What a page calls the target of a link that an author wrote without words; null when it is not known.</summary>
    public string? NameOf(Entry from, string written) =>
        DocumentSymbol.TryParse(written, out _) ? written : Knowledge.Resolve(from, written, out _) is [var only] ? Titles.Of(only).Text : null;

    /// <summary>Words of an entry's original.</summary>
    public Wording Original(string text) => new(text, LangOf(OriginalLanguage));
}

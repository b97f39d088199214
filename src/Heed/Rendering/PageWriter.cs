using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Diagnostics;
using Heed.Checking;
using Heed.Linking;
using Heed.Markup;
using Heed.Model;
using Heed.Rendering.Citing;
using Heed.Text;
using Heed.Theming;

namespace Heed.Rendering;

/// <summary>One page being written: the edition that it belongs to, and links as they run from it.</summary>
internal sealed class PageWriter
{
    private readonly List<(Html Html, Entry Entry, TextId? Id, string? Words, string Language)> shown = [];

    private PageCitation? citation;

    public PageWriter(Edition edition, Page page)
    {
        Edition = edition;
        Address = page.Address;
        Links = new Links(edition, edition.PathOf(page.Address), page.IsShownAnywhere);
    }

    public Edition Edition { get; }

    /// <summary>The page's address from the root of its language.</summary>
    public string Address { get; }

    public Links Links { get; }

    /// <summary>How the page of an entry is cited; worked out once, as its end, its head and its files all say it.</summary>
    public PageCitation Citation(Entry entry) => citation ??= WorksCited.Of(entry, this);

    public KnowledgeBase Knowledge => Edition.Knowledge;

    public Vocabulary Vocabulary => Edition.Vocabulary;

    public Labels Labels => Edition.Labels;

    /// <summary>The words of a label.</summary>
    public string Say(string key, params ReadOnlySpan<object?> values) => Labels.Say(key, values);

    /// <summary>A label with one value in it, cut into pieces where the language changes.</summary>
    public ImmutableArray<Wording> Around(string key, Wording value)
    {
        if (value.Lang is null)
        {
            return [new Wording(Say(key, value.Text), null)];
        }

        // The sign that stands for an object in a text; no text that authors write has it.
        var around = Say(key, "\uFFFC").Split('\uFFFC');
        return [.. new[] { new Wording(around[0], null), value, new Wording(around[^1], null) }.Where(piece => piece.Text.Length > 0)];
    }

    /// <summary>The HTML of a view, by the template of its type.</summary>
    public Html Fill(object view) => Edition.Fill(view);

    /// <summary>To a page of the site that is no entry, with a label's words.</summary>
    public LinkView Link(string address, string text, string? lang = null) => new(Links.To(address), text, lang);

    /// <summary>To a page, with words that know their language.</summary>
    public LinkView Link(string address, Wording words) => new(Links.To(address), words.Text, words.Lang);

    /// <summary>To an entry, with its title.</summary>
    public LinkView Link(Entry entry, string? part = null)
    {
        var title = Edition.Titles.Of(entry);
        return new LinkView(Links.To(entry.Id, part), title.Text, title.Lang);
    }

    public DateView Date(PartialDate date) => new(Edition.Dates.Of(date), DateWords.Machine(date));

    public DateView Date(Period period) =>
        new(Edition.Dates.Of(period), period.Spans is [{ IsSingle: true } only] ? DateWords.Machine(only.Start) : null);

    public PositionView Position(Position position) => position switch
    {
        Model.Position.Supported => new PositionView("supported", Say("position.supported")),
        Model.Position.Noted => new PositionView("noted", Say("position.noted")),
        _ => new PositionView("unknown", Say("position.unknown")),
    };

    /// <summary>A level of a scale; the key itself when the scale does not have it.</summary>
    public LevelView Level(string scale, string level)
    {
        var known = Vocabulary.Scales.GetValueOrDefault(scale)?.Find(level);
        var words = known is null ? new Wording(level, null) : Edition.Wording(known.Label);
        return new LevelView(Slug.Of(level), words.Text, words.Lang, ShapeOf(known?.Order));
    }

    /// <summary>The prose of an entry on its own page, in the page's language when it is translated; each paragraph has its anchor.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="level">The level of its highest headings: one below the heading under which the template has it.</param>
    public ProseView OwnProse(Entry entry, int level) => Shown(entry, prose => prose.ToHtml(
        written => Resolve(entry, written),
        new ProsePlace(level, Edition.Options.Anchors.Of(entry.Id, Edition.Language).Blocks, ProseWords)));

    /// <summary>The first paragraph of an entry's prose, for other pages; they link to the whole.</summary>
    public ProseView FirstParagraph(Entry entry) => Shown(entry, prose => prose.FirstParagraph(written => Resolve(entry, written)));

    private ProseWords ProseWords => new(
        Say("anchor.paragraph"),
        Say("notes.name"),
        number => Say("notes.note", number),
        number => Say("notes.back", number),
        (number, place) => Say("notes.back-to", number, place));

    private ProseView Shown(Entry entry, Func<Prose, Html> htmlOf)
    {
        var body = Knowledge.BodyIn(entry, Edition.Language);
        return Shown(htmlOf(body.Prose), entry, new TextId("body"), null, body.Language);
    }

    /// <summary>A remark, statement or clause of an entry: one paragraph of Markdown, in the language given.</summary>
    public ProseView Inline(Entry entry, string markdown, string language) =>
        Shown(Knowledge.Prose(markdown).ToInlineHtml(written => Resolve(entry, written)), entry, null, markdown, language);

    private ProseView Shown(Html html, Entry entry, TextId? id, string? words, string language)
    {
        shown.Add((html, entry, id, words, language));
        return new ProseView(html, Edition.LangOf(language));
    }

    /// <summary>The texts that the page has shown so far, each with the place where its author wrote it.</summary>
    public IEnumerable<ShownText> ShownTexts() => shown.Select(text => new ShownText(text.Html.Markup, PlaceOf(text.Entry, text.Id, text.Words, text.Language)));

    private Place PlaceOf(Entry entry, TextId? id, string? words, string language)
    {
        var texts = Knowledge.Texts(entry);
        var text = id is { } known ? texts.Find(known) : texts.All.FirstOrDefault(text => text.Words == words || text.Translations.Values.Any(translated => translated.Words == words));
        return text?.In(language)?.Place ?? text?.Place ?? Vocabulary.PlaceOfRemark(words) ?? entry.Place;
    }

    /// <summary>Where a link written in an entry's prose leads from this page. A symbol that several records share leads to the page that lists them.</summary>
    public LinkTarget? Resolve(Entry from, string written)
    {
        if (written.StartsWith('#'))
        {
            return new LinkTarget(Links.To(from.Id, written[1..]), written);
        }

        var entries = Knowledge.Resolve(from, written, out var part);
        return entries switch
        {
            [] => null,
            [var only] => new LinkTarget(Links.To(only.Id, part is null ? null : Edition.Options.Anchors.PlaceOn(only, part, Edition.Language, Knowledge)), DocumentSymbol.TryParse(written, out _) ? written : Edition.Titles.Of(only).Text),
            _ => DocumentSymbol.TryParse(written, out var symbol) ? new LinkTarget(Links.To(Addresses.Symbol(symbol)), written) : null,
        };
    }

    /// <summary>The words of an entry's prose without markup and notes, as its page shows them.</summary>
    public string Words(Entry entry) => Knowledge.Prose(entry, Edition.Language).ShownBody(written => Edition.NameOf(entry, written));

    private static string ShapeOf(int? order) => order switch
    {
        null => "open",
        <= 1 => "down",
        2 => "none",
        3 => "part",
        _ => "full",
    };
}

using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Heed.Diagnostics;
using Heed.Text;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Heed.Markup;

/// <summary>A heading of prose, for "on this page".</summary>
/// <param name="Level">2 to 6, none left out on the way down; level 1 belongs to the page.</param>
/// <param name="Id">The anchor, unique within the prose.</param>
/// <param name="Text">Its words as they are written; <see cref="Prose.ShownHeadings"/> has them as a page shows them.</param>
public sealed record Heading(int Level, string Id, string Text);

/// <summary>A stretch of prose: what stands under one heading up to the next, or before the first.</summary>
/// <param name="Heading">The heading; null before the first.</param>
/// <param name="Text">The words under it without markup, blocks parted by a line feed.</param>
public sealed record ProseSection(Heading? Heading, string Text);

/// <summary>A block of prose that can be linked to: a heading, a paragraph, or the first paragraph of a list's item. Cells of tables are none.</summary>
/// <param name="HeadingId">The anchor that a heading has by its words; null for a paragraph.</param>
/// <param name="Text">Its words, without markup.</param>
/// <param name="Line">The line on which it starts, counted from 0 at the start of the prose.</param>
public sealed record ProseBlock(string? HeadingId, string Text, int Line)
{
    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading => HeadingId is not null;
}

/// <summary>The anchors that a block bears on its own page.</summary>
/// <param name="Id">Its own; of a heading always the one by its words.</param>
/// <param name="Also">Anchors of earlier versions that now lead here.</param>
public sealed record BlockAnchor(string Id, ImmutableArray<string> Also);

/// <summary>A link to an entry, written as <c>[[target]]</c>, <c>[[target|words]]</c> or a path ending in <c>.md</c>, or a UN symbol that stands in prose.</summary>
/// <param name="Target">As written, without the words.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="IsSymbol">Whether it is a symbol recognised in running text: it links when known, and is plain text when not.</param>
public sealed record WrittenLink(string Target, Place Place, bool IsSymbol);

/// <summary>Where a written link leads on the page being made.</summary>
/// <param name="Href">The address relative to that page.</param>
/// <param name="Words">The words to show when none were written.</param>
public sealed record LinkTarget(string Href, string Words);

/// <summary>Markdown, parsed once, from which HTML can be made for any page.</summary>
public sealed partial class Prose
{
    // Named one by one: UseAdvancedExtensions would bring generic attributes and media frames, with which a page could be attacked.
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    // A remark is a paragraph: "2020. The State said" begins no list there.
    private static readonly MarkdownPipeline RemarkPipeline = BuildRemarkPipeline();

    /// <summary>The id of the notes at the end of prose.</summary>
    public const string NotesId = "part-notes";

    // The highest level that a heading of prose has by itself: level 1 belongs to the page.
    internal const int HighestLevel = 2;

    private readonly MarkdownDocument document;

    // Where the words of each heading begin and end in the plain text.
    private readonly ImmutableArray<(int Start, int End)> headingWords;

    // Where the words of the notes begin in it; its end when there are none.
    private readonly int notesStart;

    // Where links without words of their own stand in it; a page shows what the entry is called.
    private readonly ImmutableArray<(int Start, string Target)> bareLinks;

    // The Markdig block of each linkable one.
    private readonly ImmutableArray<Block> elements;

    private Prose(MarkdownDocument document, Reading reading)
    {
        this.document = document;
        elements = [.. reading.Blocks.Select(block => block.Element)];
        Blocks = [.. reading.Blocks.Select(block => new ProseBlock(
            block.HeadingId,
            reading.Plain.ToString(block.Start, block.End - block.Start).Trim(),
            block.Element.Line))];
        Headings = reading.Headings.ToImmutable();
        Links = reading.Links.ToImmutable();

        var whole = reading.Plain.ToString();
        PlainText = whole.Trim();
        var cut = whole.Length - whole.TrimStart().Length;
        int At(int place) => Math.Clamp(place - cut, 0, PlainText.Length);
        headingWords = [.. reading.HeadingWords.Select(words => (At(words.Start), At(words.End)))];
        notesStart = At(reading.NotesStart ?? whole.Length);
        bareLinks = [.. reading.BareLinks.Select(link => (At(link.Start), link.Target))];
    }

    /// <summary>Prose of no words.</summary>
    public static Prose Empty { get; } = Parse("", default, new DiagnosticLog());

    /// <summary>Headings in order.</summary>
    public ImmutableArray<Heading> Headings { get; }

    /// <summary>What can be linked to, in order.</summary>
    public ImmutableArray<ProseBlock> Blocks { get; }

    /// <summary>Links to entries, in order.</summary>
    public ImmutableArray<WrittenLink> Links { get; }

    /// <summary>The words without markup, for search and descriptions; blocks parted by a line feed.</summary>
    public string PlainText { get; }

    /// <summary>The plain text by section, so that search can lead to the place on the page; the beginning is left out where it has no words. Notes are the last one.</summary>
    /// <param name="nameOf">What a page calls the target of a link without words of its own; null leaves the target as it is written.</param>
    /// <param name="notes">What the notes at the end are called.</param>
    public IEnumerable<ProseSection> Sections(Func<string, string?> nameOf, string notes = "")
    {
        var (heading, start) = ((Heading?)null, 0);
        for (var next = 0; next <= Headings.Length; next++)
        {
            var (end, nextStart) = next < Headings.Length ? headingWords[next] : (notesStart, 0);
            var text = Named(start, end, nameOf);
            if (heading is not null || text.Length > 0)
            {
                yield return new ProseSection(heading, text);
            }

            (heading, start) = (next < Headings.Length ? Shown(next, nameOf) : null, nextStart);
        }

        if (notesStart < PlainText.Length)
        {
            yield return new ProseSection(new Heading(HighestLevel, NotesId, notes), Named(notesStart, PlainText.Length, nameOf));
        }
    }

    /// <summary>The headings with the words that a page shows, in order.</summary>
    /// <param name="nameOf">As for <see cref="Sections"/>.</param>
    public IEnumerable<Heading> ShownHeadings(Func<string, string?> nameOf) => Headings.Select((_, index) => Shown(index, nameOf));

    private Heading Shown(int index, Func<string, string?> nameOf) =>
        Headings[index] with { Text = Named(headingWords[index].Start, headingWords[index].End, nameOf) };

    /// <summary>The words without markup as a page shows them.</summary>
    /// <param name="nameOf">As for <see cref="Sections"/>.</param>
    public string ShownText(Func<string, string?> nameOf) => Named(0, PlainText.Length, nameOf);

    /// <summary>The same without the notes, for lists and descriptions: there, a note would read as a part of the text.</summary>
    public string ShownBody(Func<string, string?> nameOf) => Named(0, notesStart, nameOf);

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => document.Count == 0;

    /// <summary>Parses Markdown; links of a kind that is not allowed are reported and lose their target.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="start">The file, and the line on which the text starts; with a column when it is a value of YAML, whose folds and quotes hide its own lines: then everything is told at its start, and it has no blocks but paragraphs.</param>
    /// <param name="log">Told what is wrong.</param>
    /// <param name="takenIds">The ids that the page has already, which no heading gets: of its frame, and of the entry's other parts.</param>
    public static Prose Parse(string markdown, Place start, DiagnosticLog log, IReadOnlySet<string>? takenIds = null)
    {
        var isRemark = start.Column > 0;
        var document = Document(markdown, isRemark ? RemarkPipeline : Pipeline, start, log);
        var reading = new Reading(markdown, start, takenIds ?? ImmutableHashSet<string>.Empty, log);
        if (!reading.TryRead(document))
        {
            TooDeep(start, log);
            document = [];
        }

        return new Prose(document, reading);
    }

    /// <summary>The HTML right below the title of the page that the prose belongs to.</summary>
    /// <param name="resolve">Gives the target of a written link, or null for a symbol that is not known.</param>
    public Html ToHtml(Func<string, LinkTarget?> resolve) => ToHtml(resolve, ProsePlace.BelowTitle);

    /// <summary>The HTML for the page that the prose belongs to.</summary>
    /// <param name="resolve">As above.</param>
    /// <param name="place">Where on the page it stands.</param>
    public Html ToHtml(Func<string, LinkTarget?> resolve, ProsePlace place)
    {
        var anchors = elements.Zip(place.Anchors).ToDictionary(pair => pair.First, pair => pair.Second);
        return Written(resolve, renderer =>
        {
            renderer.ObjectRenderers.Replace<HeadingRenderer>(new ProseHeadingRenderer(place.Level - HighestLevel, anchors));
            renderer.ObjectRenderers.Replace<HtmlFootnoteGroupRenderer>(new NotesRenderer(place, anchors));
            renderer.ObjectRenderers.Replace<HtmlFootnoteLinkRenderer>(new NoteLinkRenderer(place, anchors));
            if (anchors.Count > 0)
            {
                renderer.ObjectRenderers.Replace<ParagraphRenderer>(new AnchoredParagraphRenderer(anchors, place.Words.Paragraph));
            }

            renderer.Render(document);
        });
    }

    /// <summary>The HTML of the first paragraph, for a page that quotes the prose and links to the whole: without headings, anchors and notes. Nothing when there is no paragraph.</summary>
    public Html FirstParagraph(Func<string, LinkTarget?> resolve) => elements.OfType<ParagraphBlock>().FirstOrDefault() is { } first
        ? Written(resolve, renderer =>
        {
            renderer.ObjectRenderers.Replace<HtmlFootnoteLinkRenderer>(new NoNoteRenderer());
            renderer.Write("<p>").WriteLeafInline(first).Write("</p>");
        })
        : Html.Empty;

    /// <summary>The HTML of a remark or statement, which stands in an element of the page. Where there are more paragraphs all the same, their words follow one another.</summary>
    public Html ToInlineHtml(Func<string, LinkTarget?> resolve) => new(string.Join("<br />\n", elements
        .OfType<ParagraphBlock>()
        .Select(paragraph => Written(resolve, renderer => renderer.WriteLeafInline(paragraph)).Markup)));

    private static Html Written(Func<string, LinkTarget?> resolve, Action<HtmlRenderer> write)
    {
        var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.Inlines.LinkInlineRenderer>(new LinkRenderer());
        renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.Inlines.AutolinkInlineRenderer>(new AutolinkRenderer());
        renderer.ObjectRenderers.Replace<Markdig.Extensions.Tables.HtmlTableRenderer>(new ScrollingTableRenderer());
        renderer.ObjectRenderers.Add(new EntryLinkRenderer(resolve));
        write(renderer);
        writer.Flush();
        return new Html(writer.ToString().TrimEnd('\n'));
    }

    /// <summary>What first looks like markup in a text that is shown as it is typed, with the cure; null when nothing does.</summary>
    public static (string Message, string Cure)? UnreadInPlain(string text) => UnreadMarkup.InPlain(text) is { } found ? (found.Message, found.Cure) : null;

    /// <summary>What looks like the symbols of UN documents in a text that is shown as it is typed.</summary>
    public static IEnumerable<string> SymbolsIn(string text) => Reading.Symbol().Matches(text).Select(match => match.Value);

    /// <summary>A text without its comments; one that nothing ends is reported.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="start">The file, and the line on which the text starts.</param>
    /// <param name="log">Told what is wrong.</param>
    public static string WithoutComments(string markdown, Place start, DiagnosticLog log)
    {
        var kept = Comments.Without(markdown, CodeIn, out var brokenAt);
        if (brokenAt >= 0)
        {
            var before = markdown.AsSpan(0, brokenAt);
            log.Report(Catalogue.UnclosedComment, new Place(start.Path, start.Line + before.Count('\n'), brokenAt - before.LastIndexOf('\n')), Comments.Broken, Comments.Cure);
        }

        return kept;
    }

    private static List<(int From, int To)> CodeIn(string markdown) =>
    [
        .. Document(markdown, Pipeline, default, new DiagnosticLog()).Descendants()
            .Where(thing => thing is CodeInline or FencedCodeBlock)
            .Select(thing => (thing.Span.Start, thing.Span.End + 1)),
    ];

    /// <summary>Whether an address may stand in a link: the web, mail, or a place on the same page, without characters that only look right.</summary>
    public static bool IsAllowedAddress(string address) =>
        (AllowedScheme().IsMatch(address) && !OddCharacters.AreInAddress(address)) || address.StartsWith('#');

    private string Named(int start, int end, Func<string, string?> nameOf)
    {
        if (!bareLinks.Any(link => link.Start >= start && link.Start < end))
        {
            return PlainText[start..end].Trim();
        }

        var (text, at) = (new StringBuilder(), start);
        foreach (var (linkStart, target) in bareLinks.Where(link => link.Start >= start && link.Start < end))
        {
            text.Append(PlainText, at, linkStart - at).Append(nameOf(target) ?? target);
            at = linkStart + target.Length;
        }

        return text.Append(PlainText, at, end - at).ToString().Trim();
    }

    private static MarkdownDocument Document(string markdown, MarkdownPipeline pipeline, Place start, DiagnosticLog log)
    {
        try
        {
            return Markdown.Parse(markdown, pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses text whose nesting would exhaust the stack.
            TooDeep(start, log);
            return [];
        }
    }

    private static void TooDeep(Place start, DiagnosticLog log) =>
        log.Report(Catalogue.WrongValue, start, "the text holds quotations, lists or brackets too deep in one another to be read", "Take some of the > or [ or list marks away.");

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = Inlines().UsePipeTables().UseFootnotes();
        builder.BlockParsers.Find<ParagraphBlockParser>()!.Closed += (_, block) => TableRows.Complete(block);
        return builder.Build();
    }

    private static MarkdownPipeline BuildRemarkPipeline()
    {
        var builder = Inlines();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser { ParseSetextHeadings = false });
        return builder.Build();
    }

    private static MarkdownPipelineBuilder Inlines()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UseAutoLinks(new AutoLinkOptions { ValidPreviousCharacters = BareAddress.MayStandBefore })
            .DisableHtml();
        builder.InlineParsers.Insert(0, new EntryLinkParser());
        return builder;
    }

    // The scheme is matched at the very start, in ASCII, and what follows has no control characters or spaces that a browser would strip.
    [GeneratedRegex(@"\A(https?://[^\s\p{C}]+|mailto:[^\s\p{C}]+)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AllowedScheme();
}

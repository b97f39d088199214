using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Heed.Diagnostics;
using Heed.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Heed.Markup;

/// <summary>A heading of prose, for "on this page".</summary>
/// <param name="Level">2 to 6; level 1 belongs to the page.</param>
/// <param name="Id">The anchor, unique within the prose.</param>
/// <param name="Text">Its words.</param>
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

    // Markdig's renderer stops at 128; what people write stays below ten.
    private const int DeepestNesting = 64;

    private readonly MarkdownDocument document;

    // Where the words of each heading begin and end in the plain text.
    private readonly ImmutableArray<(int Start, int End)> headingWords;

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
        bareLinks = [.. reading.BareLinks.Select(link => (At(link.Start), link.Target))];
    }

    /// <summary>Headings in order.</summary>
    public ImmutableArray<Heading> Headings { get; }

    /// <summary>What can be linked to, in order.</summary>
    public ImmutableArray<ProseBlock> Blocks { get; }

    /// <summary>Links to entries, in order.</summary>
    public ImmutableArray<WrittenLink> Links { get; }

    /// <summary>The words without markup, for search and descriptions; blocks parted by a line feed.</summary>
    public string PlainText { get; }

    /// <summary>The plain text by section, so that search can lead to the place on the page; the beginning is left out where it has no words.</summary>
    /// <param name="nameOf">What a page calls the target of a link without words of its own; null leaves the target as it is written.</param>
    public IEnumerable<ProseSection> Sections(Func<string, string?> nameOf)
    {
        var (heading, start) = ((Heading?)null, 0);
        for (var next = 0; next <= Headings.Length; next++)
        {
            var (end, nextStart) = next < Headings.Length ? headingWords[next] : (PlainText.Length, 0);
            var text = Named(start, end, nameOf).Trim();
            if (heading is not null || text.Length > 0)
            {
                yield return new ProseSection(heading, text);
            }

            (heading, start) = (next < Headings.Length ? Headings[next] : null, nextStart);
        }
    }

    /// <summary>The words without markup as a page shows them.</summary>
    /// <param name="nameOf">As for <see cref="Sections"/>.</param>
    public string ShownText(Func<string, string?> nameOf) => Named(0, PlainText.Length, nameOf);

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => document.Count == 0;

    /// <summary>Parses Markdown; links of a kind that is not allowed are reported and lose their target.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="start">The file, and the line on which the text starts; with a column when it is a value of YAML, whose folds and quotes hide its own lines: then everything is told at its start.</param>
    /// <param name="log">Told what is wrong.</param>
    public static Prose Parse(string markdown, Place start, DiagnosticLog log)
    {
        var document = Document(markdown, start, log);
        var reading = new Reading(start, log);
        if (!reading.TryVisit(document))
        {
            TooDeep(start, log);
            document = [];
        }

        return new Prose(document, reading);
    }

    /// <summary>The HTML for a page.</summary>
    /// <param name="resolve">Gives the target of a written link, or null for a symbol that is not known.</param>
    public Html ToHtml(Func<string, LinkTarget?> resolve) => ToHtml(resolve, [], "");

    /// <summary>The HTML for the page that the prose belongs to, where each block has its anchor.</summary>
    /// <param name="resolve">As above.</param>
    /// <param name="anchors">The anchors of the blocks, in their order; empty for a page that only quotes the prose.</param>
    /// <param name="anchorName">What the link of a paragraph to itself is called for those who hear it.</param>
    public Html ToHtml(Func<string, LinkTarget?> resolve, ImmutableArray<BlockAnchor> anchors, string anchorName)
    {
        var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.Inlines.LinkInlineRenderer>(new LinkRenderer());
        renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.Inlines.AutolinkInlineRenderer>(new AutolinkRenderer());
        renderer.ObjectRenderers.Add(new EntryLinkRenderer(resolve));
        if (!anchors.IsEmpty)
        {
            var byBlock = elements.Zip(anchors).ToDictionary(pair => pair.First, pair => pair.Second);
            renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.ParagraphRenderer>(new AnchoredParagraphRenderer(byBlock, anchorName));
            renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.HeadingRenderer>(new AnchoredHeadingRenderer(byBlock));
        }

        renderer.Render(document);
        writer.Flush();
        return new Html(writer.ToString().TrimEnd('\n'));
    }

    /// <summary>The HTML of one paragraph without its <c>p</c> element, for remarks and statements.</summary>
    public Html ToInlineHtml(Func<string, LinkTarget?> resolve)
    {
        var html = ToHtml(resolve).Markup;
        return html.StartsWith("<p>", StringComparison.Ordinal) && html.EndsWith("</p>", StringComparison.Ordinal) && html.LastIndexOf("<p>", StringComparison.Ordinal) == 0
            ? new Html(html[3..^4])
            : new Html(html);
    }

    /// <summary>Whether an address may stand in a link: the web, mail, or a place on the same page.</summary>
    public static bool IsAllowedAddress(string address) =>
        AllowedScheme().IsMatch(address) || address.StartsWith('#');

    private string Named(int start, int end, Func<string, string?> nameOf)
    {
        if (!bareLinks.Any(link => link.Start >= start && link.Start < end))
        {
            return PlainText[start..end];
        }

        var (text, at) = (new StringBuilder(), start);
        foreach (var (linkStart, target) in bareLinks.Where(link => link.Start >= start && link.Start < end))
        {
            text.Append(PlainText, at, linkStart - at).Append(nameOf(target) ?? target);
            at = linkStart + target.Length;
        }

        return text.Append(PlainText, at, end - at).ToString();
    }

    private static MarkdownDocument Document(string markdown, Place start, DiagnosticLog log)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
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
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().UseAutoLinks().DisableHtml();
        builder.InlineParsers.Insert(0, new EntryLinkParser());
        return builder.Build();
    }

    // The scheme is matched at the very start, in ASCII, and what follows has no control characters or spaces that a browser would strip.
    [GeneratedRegex(@"\A(https?://[^\s\p{C}]+|mailto:[^\s\p{C}]+)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AllowedScheme();

    [GeneratedRegex(@"(?<![\w/.-])(?:[A-Z]{1,6}(?:\.[0-9]{1,2})?(?:/[A-Z0-9][A-Za-z0-9.-]*){1,}/[0-9](?:[0-9/A-Za-z.-]*[0-9A-Za-z])?|[A-Z]/HRC(?:/[A-Z0-9][A-Za-z0-9.]*)+)(?![\w/])", RegexOptions.CultureInvariant)]
    private static partial Regex Symbol();

    [GeneratedRegex(@"</?[a-zA-Z][^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    /// <summary>One walk over the tree: ids for headings, links judged, symbols made links, words collected.</summary>
    private sealed class Reading(Place start, DiagnosticLog log)
    {
        private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

        private int depth;

        // Whether the walk is inside the words of a link, where HTML allows no other.
        private bool inLink;

        public ImmutableArray<Heading>.Builder Headings { get; } = ImmutableArray.CreateBuilder<Heading>();

        public List<(int Start, int End)> HeadingWords { get; } = [];

        public List<(int Start, string Target)> BareLinks { get; } = [];

        public ImmutableArray<WrittenLink>.Builder Links { get; } = ImmutableArray.CreateBuilder<WrittenLink>();

        public List<(Block Element, string? HeadingId, int Start, int End)> Blocks { get; } = [];

        public StringBuilder Plain { get; } = new();

        /// <summary>Walks the tree; false when it is deeper than Markdig's renderer would follow.</summary>
        public bool TryVisit(MarkdownDocument document)
        {
            try
            {
                Visit(document);
                return true;
            }
            catch (InsufficientExecutionStackException)
            {
                return false;
            }
        }

        private void Visit(ContainerBlock container)
        {
            Descend();
            foreach (var block in container)
            {
                Visit(block);
            }

            depth--;
        }

        private void Descend()
        {
            if (++depth > DeepestNesting)
            {
                throw new InsufficientExecutionStackException();
            }
        }

        private void Visit(Block block)
        {
            switch (block)
            {
                case LinkReferenceDefinitionGroup:
                    break;
                case Table table:
                    // Markdig would write the alignment as a style inside the page, which the page's policy refuses.
                    table.ColumnDefinitions.Clear();
                    Visit(table);
                    break;
                case ContainerBlock container:
                    Visit(container);
                    break;
                case HeadingBlock heading:
                    Head(heading);
                    break;
                case LeafBlock { Inline: { } inline } leaf:
                    var from = Plain.Length;
                    Inlines(inline);
                    if (leaf is ParagraphBlock { Parent: not TableCell })
                    {
                        Blocks.Add((leaf, null, from, Plain.Length));
                    }

                    Plain.Append('\n');
                    break;
                case CodeBlock code:
                    Plain.Append(code.Lines.ToString()).Append('\n');
                    break;
                default:
                    break;
            }
        }

        private void Head(HeadingBlock heading)
        {
            var from = Plain.Length;
            if (heading.Inline is not null)
            {
                Inlines(heading.Inline);
            }

            var words = Plain.ToString(from, Plain.Length - from).Trim();
            Plain.Append('\n');
            heading.Level = Math.Max(heading.Level, 2);
            var id = Unique(Slug.Of(words));
            Markdig.Renderers.Html.HtmlAttributesExtensions.GetAttributes(heading).Id = id;
            Headings.Add(new Heading(heading.Level, id, words));
            Blocks.Add((heading, id, from, Plain.Length - 1));
            HeadingWords.Add((from, Plain.Length - 1));
        }

        private string Unique(string id)
        {
            var count = used.GetValueOrDefault(id);
            used[id] = count + 1;
            return count == 0 ? id : Unique($"{id}-{count + 1}");
        }

        private void Inlines(ContainerInline container)
        {
            Descend();
            for (var inline = container.FirstChild; inline is not null;)
            {
                var next = inline.NextSibling;
                Visit(inline);
                inline = next;
            }

            depth--;
        }

        private void Visit(Inline inline)
        {
            switch (inline)
            {
                case EntryLink link when inLink:
                    LinkInLink(link);
                    link.ReplaceBy(new LiteralInline(link.Words.Length > 0 ? link.Words : link.Target));
                    Plain.Append(link.Words.Length > 0 ? link.Words : link.Target);
                    break;
                case EntryLink link:
                    if (link.Words.Length == 0)
                    {
                        BareLinks.Add((Plain.Length, link.Target));
                    }

                    Links.Add(new WrittenLink(link.Target, At(link), false));
                    Plain.Append(link.Words.Length > 0 ? link.Words : link.Target);
                    break;
                case LinkInline { IsImage: true } image:
                    log.Report(Catalogue.UnsafeLink, At(image), "pictures are not taken in pages", "Describe in words what the picture shows, and link to the page where it stands.");
                    image.Url = "";
                    Inlines(image);
                    break;
                case LinkInline link when inLink:
                    // A bare address as the words of a link is no link of its own; a written one is a mistake.
                    if (!link.IsAutoLink)
                    {
                        LinkInLink(link);
                    }

                    link.Url = "";
                    Inlines(link);
                    break;
                case LinkInline link:
                    Judge(link);
                    inLink = true;
                    Inlines(link);
                    inLink = false;
                    break;
                case AutolinkInline { IsEmail: false } link when !IsAllowedAddress(link.Url):
                    log.Report(Catalogue.UnsafeLink, At(link), $"the address {link.Url} is not allowed in a link", "Use an address that starts with https:// or http://, or mailto:.");
                    link.ReplaceBy(new LiteralInline(link.Url));
                    Plain.Append(link.Url);
                    break;
                case AutolinkInline link when inLink:
                    link.ReplaceBy(new LiteralInline(link.Url));
                    Plain.Append(link.Url);
                    break;
                case AutolinkInline link:
                    Plain.Append(link.Url);
                    break;
                case LiteralInline literal:
                    Literal(literal);
                    break;
                case CodeInline code:
                    Plain.Append(code.Content);
                    break;
                case LineBreakInline:
                    Plain.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    Plain.Append(entity.Transcoded.ToString());
                    break;
                case ContainerInline container:
                    Inlines(container);
                    break;
                default:
                    break;
            }
        }

        private void Judge(LinkInline link)
        {
            var address = link.Url ?? "";
            if (IsAllowedAddress(address))
            {
                return;
            }

            if (PageOf(address).EndsWith(".md", StringComparison.Ordinal) && !address.Contains(':') && !address.StartsWith('/'))
            {
                Links.Add(new WrittenLink(address, At(link), false));
                link.SetData(typeof(EntryLink), address);
                return;
            }

            log.Report(
                Catalogue.UnsafeLink,
                At(link),
                $"the address {(address.Length == 0 ? "of this link is empty" : $"\"{address}\" is not allowed in a link")}",
                "Use an address that starts with https:// or http://, mailto:, or #; link to pages of this knowledge base as [[id]] or [[id|words]].");
            link.Url = "";
        }

        private static string PageOf(string address) => address.IndexOf('#') is var at and >= 0 ? address[..at] : address;

        private void LinkInLink(MarkdownObject link) =>
            log.Report(Catalogue.BrokenLink, At(link), "a link stands inside another link", "End the outer link before the inner one begins.");

        private void Literal(LiteralInline literal)
        {
            var text = literal.Content.ToString();
            Plain.Append(text);
            if (Tag().Match(text) is { Success: true } tag)
            {
                log.Report(Catalogue.RawHtml, At(literal, tag.Index), $"{tag.Value} is shown to readers as it is written, as HTML is not taken in pages", "Use Markdown instead, or put the text in `backticks` if it is meant to be shown.");
            }

            if (text.Contains('/') && !inLink && Symbol().IsMatch(text))
            {
                LinkSymbols(literal, text);
            }
        }

        private void LinkSymbols(LiteralInline literal, string text)
        {
            Inline last = literal;
            var position = 0;
            foreach (Match match in Symbol().Matches(text))
            {
                var link = new EntryLink { Target = match.Value, Words = match.Value, IsSymbol = true, Line = literal.Line, Column = literal.Column + match.Index };
                Links.Add(new WrittenLink(match.Value, At(link), true));
                var before = new LiteralInline(text[position..match.Index]);
                last.InsertAfter(before);
                before.InsertAfter(link);
                last = link;
                position = match.Index + match.Length;
            }

            last.InsertAfter(new LiteralInline(text[position..]));
            literal.Remove();
        }

        private Place At(MarkdownObject thing, int offset = 0) =>
            start.Column > 0 ? start : new(start.Path, start.Line + thing.Line, thing.Column + 1 + offset);
    }
}

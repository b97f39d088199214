using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Heed.Diagnostics;
using Heed.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Heed.Markup;

/// <summary>One walk over the tree: ids for headings, links judged, symbols made links, words collected.</summary>
internal sealed partial class Reading(string markdown, Place start, IReadOnlySet<string> takenIds, DiagnosticLog log)
{
    // Markdig's renderer stops at 128; what people write stays below ten.
    private const int DeepestNesting = 64;

    // The written levels of the headings under which the walk is; how many they are tells the level of the next.
    private readonly Stack<int> above = [];

    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

    // The addresses at the end of the text, [1]: https://…, that links there use.
    private readonly HashSet<LinkReferenceDefinition> usedAddresses = [];

    private int depth;

    // Whether the walk is inside the words of a link, where HTML allows no other.
    private bool inLink;

    public ImmutableArray<Heading>.Builder Headings { get; } = ImmutableArray.CreateBuilder<Heading>();

    public List<(int Start, int End)> HeadingWords { get; } = [];

    public List<(int Start, string Target)> BareLinks { get; } = [];

    public ImmutableArray<WrittenLink>.Builder Links { get; } = ImmutableArray.CreateBuilder<WrittenLink>();

    public List<(Block Element, string? HeadingId, int Start, int End)> Blocks { get; } = [];

    public StringBuilder Plain { get; } = new();

    /// <summary>Where the words of the notes begin; null when there are none.</summary>
    public int? NotesStart { get; private set; }

    /// <summary>Walks the tree; false when it is deeper than Markdig's renderer would follow.</summary>
    public bool TryRead(MarkdownDocument document)
    {
        try
        {
            Visit(document);
            JudgeDefinitions(document);
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
                Align(table);
                Visit(table);
                break;
            case FootnoteGroup notes:
                NotesStart = Plain.Length;
                Visit(notes);
                break;
            case ListItemBlock or QuoteBlock or Footnote:
                var before = Plain.Length;
                Visit((ContainerBlock)block);
                if (IsBlank(before) && !((ContainerBlock)block).OfType<ContainerBlock>().Any())
                {
                    Empty(block, block is ListItemBlock ? "an item of a list" : block is QuoteBlock ? "a quotation" : "a note");
                }

                break;
            case ContainerBlock container:
                Visit(container);
                break;
            case HeadingBlock heading:
                Head(heading);
                break;
            case LeafBlock { Inline: { } inline } leaf:
                var from = Plain.Length;
                TellUnread(inline, leaf.Parent is ListItemBlock item && item[0] == leaf);
                Inlines(inline);
                if (leaf is ParagraphBlock { Parent: not TableCell })
                {
                    Blocks.Add((leaf, null, from, Plain.Length));
                }

                Plain.Append('\n');
                break;
            case CodeBlock code:
                Code(code);
                break;
            default:
                break;
        }
    }

    private void Code(CodeBlock code)
    {
        var from = Plain.Length;
        var text = code.Lines.ToString();
        Plain.Append(text).Append('\n');
        if (code is FencedCodeBlock fenced)
        {
            if (fenced.ClosingFencedCharCount == 0)
            {
                log.Report(Catalogue.UnreadMarkup, At(code), "the code that starts here is never closed, so all that follows is shown as code", $"Write {new string(fenced.FencedChar, fenced.OpeningFencedCharCount)} on a line of its own below it.");
            }

            if (IsBlank(from))
            {
                Empty(code, "a block of code");
            }
        }
        else if (UnreadMarkup.InIndented(text) is { } found)
        {
            log.Report(Catalogue.UnreadMarkup, At(code), found.Message, found.Cure);
        }
    }

    /// <summary>Gives cells the alignment of their column as a class: Markdig would write it as a style inside the page, which the page's policy refuses.</summary>
    private void Align(Table table)
    {
        foreach (var cells in table.OfType<TableRow>().Select(row => row.OfType<TableCell>().ToArray()))
        {
            for (var index = 0; index < Math.Min(cells.Length, table.ColumnDefinitions.Count); index++)
            {
                if (table.ColumnDefinitions[index].Alignment is { } alignment)
                {
                    cells[index].GetAttributes().AddClass(alignment switch
                    {
                        TableColumnAlign.Left => "align-left",
                        TableColumnAlign.Center => "align-center",
                        _ => "align-right",
                    });
                }
            }
        }

        table.ColumnDefinitions.Clear();

        // Markdig gives every row as many cells as the longest has; one that nobody wrote has not even an empty paragraph.
        static bool IsFilledUp(TableRow row) => row.OfType<TableCell>().Any(cell => cell.Count == 0);
        var rows = table.OfType<TableRow>().ToArray();
        if (rows.Any(row => row.IsHeader && IsFilledUp(row)) && rows.FirstOrDefault(row => !IsFilledUp(row)) is { } longest)
        {
            log.Report(Catalogue.UnreadMarkup, At(longest.Descendants<Inline>().FirstOrDefault() ?? (MarkdownObject)table), "this row of the table has more cells than its head", "Write as many cells in the head, or put a backslash before a | that parts no cells.");
        }
    }

    /// <summary>Tells notes and addresses that readers would miss, as they are shown only where the text refers to them.</summary>
    private void JudgeDefinitions(MarkdownDocument document)
    {
        // An address that comments hide in, [//]: # (words), is none of the web.
        foreach (var definition in document.OfType<LinkReferenceDefinitionGroup>().SelectMany(group => group).OfType<LinkReferenceDefinition>().Where(one => one is not FootnoteLinkReferenceDefinition && !usedAddresses.Contains(one)))
        {
            if (definition.Url is { Length: > 1 } url && Prose.IsAllowedAddress(url))
            {
                log.Report(Catalogue.UnreadMarkup, At(definition), $"no link uses the address that [{definition.Label}] stands for, so readers do not see it", $"Write [words][{definition.Label}] where it belongs; a list of addresses needs other marks than [ ] and a colon.");
            }
        }

        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var definition in document.OfType<LinkReferenceDefinitionGroup>().SelectMany(group => group).OfType<FootnoteLinkReferenceDefinition>())
        {
            if (!first.TryAdd(definition.Footnote.Label ?? "", definition.Line))
            {
                log.Report(Catalogue.BrokenNote, At(definition), $"the note [{definition.Footnote.Label}] stands here a second time; it stands first in line {start.Line + first[definition.Footnote.Label ?? ""]}", "Give each note its own sign, and use the first one twice if both places need the same words.");
            }
            else if (definition.Footnote.Order < 0)
            {
                log.Report(Catalogue.BrokenNote, At(definition), $"no place in the text refers to the note [{definition.Footnote.Label}], so readers would not see it", $"Write [{definition.Footnote.Label}] where it belongs, or take the note away.");
            }
        }
    }

    private bool IsBlank(int from) => IsBlank(Plain.ToString(from, Plain.Length - from));

    // What cannot be seen is no word.
    private static bool IsBlank(string words) => words.All(character => char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control);

    private void Empty(MarkdownObject thing, string what) =>
        log.Report(Catalogue.EmptyMarkup, At(thing), $"{what} without words stands here", "Write the words, or take the mark away.");

    /// <summary>Tells what looks like markup and is shown as it is typed.</summary>
    private void TellUnread(ContainerInline inline, bool isItem)
    {
        var words = new StringBuilder();
        var pieces = new List<(int Start, Inline Piece)>();
        var links = new List<ContainerInline>();
        Gather(inline);
        foreach (var found in start.Column > 0 ? UnreadMarkup.InRemark(words.ToString()) : UnreadMarkup.In(words.ToString(), isItem))
        {
            var (at, piece) = pieces.LastOrDefault(piece => piece.Start <= found.At);
            log.Report(Catalogue.UnreadMarkup, At(piece, found.At - at), found.Message, found.Cure);
        }

        foreach (var link in links)
        {
            TellUnread(link, false);
        }

        void Gather(ContainerInline container)
        {
            foreach (var piece in container)
            {
                pieces.Add((words.Length, piece));
                switch (piece)
                {
                    case LiteralInline literal:
                        words.Append(literal.Content.AsSpan());
                        if (literal.IsFirstCharacterEscaped && !literal.Content.IsEmpty)
                        {
                            words[^literal.Content.Length] = UnreadMarkup.Read;
                        }

                        break;
                    case LineBreakInline:
                        words.Append('\n');
                        break;
                    case LinkInline { IsAutoLink: true }:
                        words.Append(UnreadMarkup.Address);
                        break;
                    case LinkInline link:
                        words.Append(UnreadMarkup.Read);
                        links.Add(link);
                        break;
                    case DelimiterInline delimiter:
                        words.Append(delimiter.ToLiteral());
                        Gather(delimiter);
                        break;
                    case ContainerInline inner:
                        Gather(inner);
                        break;
                    default:
                        words.Append(UnreadMarkup.Read);
                        break;
                }
            }
        }
    }

    private void Head(HeadingBlock heading)
    {
        var from = Plain.Length;
        if (heading.Inline is not null)
        {
            TellUnread(heading.Inline, false);
            Inlines(heading.Inline);
        }

        var words = Plain.ToString(from, Plain.Length - from).Trim();
        if (IsBlank(words))
        {
            Empty(heading, "a heading");
        }

        if (heading.IsSetext && (heading.Inline?.Any(inline => inline is LineBreakInline) == true || NoHeading().IsMatch(words)))
        {
            log.Report(Catalogue.UnreadMarkup, start.Column > 0 ? start : AtCharacter(heading.Span.Start), $"these words are read as a heading, as a line of {(heading.Level == 1 ? '=' : '-')} stands right below them", "Leave an empty line below them for a line across the page; write `## Words` for a heading.");
        }

        Plain.Append('\n');
        heading.Level = LevelOf(heading);
        var id = Unique(Slug.Of(words));
        Markdig.Renderers.Html.HtmlAttributesExtensions.GetAttributes(heading).Id = id;
        Headings.Add(new Heading(heading.Level, id, words));
        Blocks.Add((heading, id, from, Plain.Length - 1));
        HeadingWords.Add((from, Plain.Length - 1));
    }

    /// <summary>The level, one below the heading above at most: those who hear a page walk by levels, and would look for the one left out.</summary>
    private int LevelOf(HeadingBlock heading)
    {
        var written = Math.Max(heading.Level, Prose.HighestLevel);
        while (above.Count > 0 && above.Peek() >= written)
        {
            above.Pop();
        }

        above.Push(written);
        return Prose.HighestLevel + above.Count - 1;
    }

    private string Unique(string id)
    {
        var count = used.TryGetValue(id, out var known) ? known : IsTaken(id) ? 1 : 0;
        used[id] = count + 1;
        return count == 0 ? id : Unique($"{id}-{count + 1}");
    }

    // What paragraphs are called is never a heading's, even where the page has no such paragraph yet.
    private bool IsTaken(string id) => takenIds.Contains(id) || ParagraphId().IsMatch(id) || id == Prose.NotesId;

    private void Inlines(ContainerInline container)
    {
        Descend();
        for (var inline = container.FirstChild; inline is not null;)
        {
            if (inline is LinkInline { IsAutoLink: true, FirstChild: LiteralInline written } address)
            {
                Shorten(address, written);
            }

            var next = inline.NextSibling;
            Visit(inline);
            inline = next;
        }

        depth--;
    }

    /// <summary>Takes from a bare address what closes the words around it.</summary>
    private static void Shorten(LinkInline address, LiteralInline written)
    {
        var text = written.Content.ToString();
        var length = BareAddress.LengthOf(text);
        if (length == text.Length)
        {
            return;
        }

        address.InsertAfter(new LiteralInline(text[length..]) { Line = written.Line, Column = written.Column + length });
        written.Content = new StringSlice(text[..length]);
        address.Url = address.Url![..^(text.Length - length)];
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
                if (link.Reference is { } reference)
                {
                    usedAddresses.Add(reference);
                }

                Judge(link);
                inLink = true;
                Inside(link, "a link");
                inLink = false;
                break;
            case EmphasisInline emphasis:
                Inside(emphasis, "emphasis");
                break;
            case AutolinkInline { IsEmail: false } link when !Prose.IsAllowedAddress(link.Url):
                log.Report(Catalogue.UnsafeLink, At(link), $"the address \"{link.Url}\" is not allowed in a link", "Use an address that starts with https:// or http://, or mailto:.");
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
            case FootnoteLink { IsBackLink: false } note when inLink:
                LinkInLink(note);
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
            case DelimiterInline delimiter:
                // A sign that opens nothing is a word like others.
                Plain.Append(delimiter.ToLiteral());
                Inlines(delimiter);
                break;
            case ContainerInline container:
                Inlines(container);
                break;
            default:
                break;
        }
    }

    private void Inside(ContainerInline container, string what)
    {
        var from = Plain.Length;
        Inlines(container);
        if (IsBlank(from) && container.FirstChild is not LinkInline { IsImage: true })
        {
            Empty(container, what);
        }
    }

    private void Judge(LinkInline link)
    {
        var address = link.Url ?? "";
        if (address.StartsWith('#'))
        {
            // A place on the entry's own page, wherever the words are shown.
            Links.Add(new WrittenLink(address, At(link), false));
            link.SetData(typeof(EntryLink), address);
            return;
        }

        if (Prose.IsAllowedAddress(address))
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

    private Place At(MarkdownObject thing, int offset = 0)
    {
        if (start.Column > 0)
        {
            return start;
        }

        if (thing is { Line: 0, Column: 0, Span: { IsEmpty: false, Start: > 0 and var at } })
        {
            // Of some signs Markdig knows only how far from the beginning they stand.
            return AtCharacter(at + offset);
        }

        return new(start.Path, start.Line + thing.Line, thing.Column + 1 + offset);
    }

    private Place AtCharacter(int at)
    {
        var before = markdown.AsSpan(0, Math.Min(at, markdown.Length));
        return new(start.Path, start.Line + before.Count('\n'), before.Length - before.LastIndexOf('\n'));
    }

    [GeneratedRegex(@"(?<![\w/.-])(?:[A-Z]{1,6}(?:\.[0-9]{1,2})?(?:/[A-Z0-9][A-Za-z0-9.-]*){1,}/[0-9](?:[0-9/A-Za-z.-]*[0-9A-Za-z])?|[A-Z]/HRC(?:/[A-Z0-9][A-Za-z0-9.]*)+)(?![\w/])", RegexOptions.CultureInvariant)]
    internal static partial Regex Symbol();

    // A sentence, or a key with its value.
    [GeneratedRegex(@"[.,;:!?…]\z|\A[\w-]+:\s", RegexOptions.CultureInvariant)]
    private static partial Regex NoHeading();

    [GeneratedRegex(@"\Ap[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ParagraphId();

    [GeneratedRegex(@"</?[a-zA-Z][^>]*>|<[!?][a-zA-Z\[][^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}

using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Heed.Diagnostics;
using Heed.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Heed.Markup;

/// <summary>One walk over the tree: ids for headings, links judged, symbols made links, words collected.</summary>
internal sealed partial class Reading(Place start, IReadOnlySet<string> takenIds, DiagnosticLog log)
{
    // Markdig's renderer stops at 128; what people write stays below ten.
    private const int DeepestNesting = 64;

    // The written levels of the headings under which the walk is; how many they are tells the level of the next.
    private readonly Stack<int> above = [];

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
    private bool IsTaken(string id) => takenIds.Contains(id) || ParagraphId().IsMatch(id);

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

    private Place At(MarkdownObject thing, int offset = 0) =>
        start.Column > 0 ? start : new(start.Path, start.Line + thing.Line, thing.Column + 1 + offset);

    [GeneratedRegex(@"(?<![\w/.-])(?:[A-Z]{1,6}(?:\.[0-9]{1,2})?(?:/[A-Z0-9][A-Za-z0-9.-]*){1,}/[0-9](?:[0-9/A-Za-z.-]*[0-9A-Za-z])?|[A-Z]/HRC(?:/[A-Z0-9][A-Za-z0-9.]*)+)(?![\w/])", RegexOptions.CultureInvariant)]
    internal static partial Regex Symbol();

    [GeneratedRegex(@"\Ap[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ParagraphId();

    [GeneratedRegex(@"</?[a-zA-Z][^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}

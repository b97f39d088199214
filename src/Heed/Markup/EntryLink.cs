using Heed.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Heed.Markup;

/// <summary><c>[[139.114]]</c>, <c>[[recommendations/upr-3/139.114|words]]</c>, or a UN symbol in running text.</summary>
internal sealed class EntryLink : LeafInline
{
    public required string Target { get; init; }

    public required string Words { get; init; }

    public bool IsSymbol { get; init; }
}

/// <summary>Reads <c>[[…]]</c>.</summary>
internal sealed class EntryLinkParser : InlineParser
{
    public EntryLinkParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '[')
        {
            return false;
        }

        var text = slice.Text.AsSpan(slice.Start, slice.End - slice.Start + 1);
        var end = text.IndexOf("]]");
        if (end < 3 || text[2..end].Contains('['))
        {
            return false;
        }

        var inside = text[2..end].ToString();
        var bar = inside.IndexOf('|');
        var target = bar < 0 ? inside : inside[..bar];
        if (target.Contains('\n'))
        {
            return false;
        }

        // An editor that wraps lines wraps the words of a link too.
        var words = bar < 0 ? "" : string.Join(' ', inside[(bar + 1)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        processor.Inline = new EntryLink
        {
            Target = target.Trim(),
            Words = words,
            Span = new Markdig.Syntax.SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + end + 1)),
            Line = line,
            Column = column,
        };
        slice.Start += end + 2;
        return true;
    }
}

/// <summary>Writes links to entries.</summary>
internal sealed class EntryLinkRenderer(Func<string, LinkTarget?> resolve) : HtmlObjectRenderer<EntryLink>
{
    protected override void Write(HtmlRenderer renderer, EntryLink link)
    {
        var target = resolve(link.Target);
        var words = link.Words.Length > 0 ? link.Words : target?.Words ?? link.Target;
        if (target is null)
        {
            renderer.Write(Html.Escape(words));
            return;
        }

        renderer.Write($"<a href=\"{Html.Escape(target.Href)}\">{Html.Escape(words)}</a>");
    }

    /// <summary>Where a path ending in <c>.md</c> leads, or null.</summary>
    public string? HrefOf(string written) => resolve(written)?.Href;
}

/// <summary>Writes Markdown's own links: outward ones are marked and tell the other side nothing of this one.</summary>
internal sealed class LinkRenderer : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (link.IsImage || string.IsNullOrEmpty(link.Url))
        {
            renderer.WriteChildren(link);
            return;
        }

        var entryAddress = link.GetData(typeof(EntryLink)) as string;
        var entries = renderer.ObjectRenderers.FindExact<EntryLinkRenderer>();

        // A place on the same page is one of the entry's own page, wherever its prose is shown.
        var href = entryAddress is not null ? entries?.HrefOf(entryAddress)
            : link.Url.StartsWith('#') ? entries?.HrefOf(link.Url) ?? link.Url
            : link.Url;
        if (href is null)
        {
            renderer.WriteChildren(link);
            return;
        }

        renderer.Write(OutwardLink.Open(href));
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }
}

/// <summary>Writes bare addresses as links.</summary>
internal sealed class AutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link) =>
        renderer.Write(OutwardLink.Open(link.IsEmail ? "mailto:" + link.Url : link.Url)).Write(Html.Escape(link.Url)).Write("</a>");
}

/// <summary>The opening tag of a link that may leave the site.</summary>
internal static class OutwardLink
{
    public static string Open(string href) => href.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        ? $"<a href=\"{Html.Escape(href)}\" class=\"external\" rel=\"external noreferrer\">"
        : $"<a href=\"{Html.Escape(href)}\">";
}

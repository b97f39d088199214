using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Theming;

namespace Heed.Rendering.Entries;

/// <summary>A UN symbol that belongs to several records: links to the symbol lead here.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Entries">The records that bear it.</param>
[Template("symbol")]
public sealed record SymbolView(string Symbol, ImmutableArray<LinkView> Entries);

/// <summary>The pages of symbols that several records share.</summary>
internal static class SymbolPages
{
    public static IEnumerable<Page> Of(KnowledgeBase knowledge) =>
        knowledge.Symbols
            .Where(symbol => symbol.Value.Length > 1)
            .Select(symbol => new Page(Addresses.Symbol(symbol.Key), PageKind.List, writer => Write(symbol.Key, symbol.Value, writer)));

    private static PageContent Write(DocumentSymbol symbol, ImmutableArray<Entry> entries, PageWriter writer)
    {
        var view = new SymbolView(symbol.ToString(), [.. entries.Select(entry => writer.Link(entry))]);
        return new PageContent(symbol.ToString(), writer.Fill(view))
        {
            Description = writer.Say("symbol.shared", symbol),
            Trail = [writer.Link(Addresses.Decisions, writer.Say("nav.decisions"))],
        };
    }
}

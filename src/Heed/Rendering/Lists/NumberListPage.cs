using Heed.Addressing;
using Heed.Model;

namespace Heed.Rendering.Lists;

/// <summary>What has a number or a symbol, by it: recommendations by the paragraph of each review, then documents of the United Nations.</summary>
internal static class NumberListPage
{
    public static readonly Page Page = new(Addresses.Numbers, PageKind.List, Write);

    private static PageContent Write(PageWriter writer)
    {
        var reviews = writer.Knowledge.Reviews.OrderBy(review => review.Cycle)
            .Select(review => (Review: review, Numbered: writer.Knowledge.RecommendationsOf(review).Where(recommendation => recommendation.Paragraph.IsKnown).OrderBy(recommendation => recommendation.Paragraph.Value).ThenBy(recommendation => recommendation.Id).ToList()))
            .Where(one => one.Numbered.Count > 0)
            .ToList();
        var documents = writer.Knowledge.Decisions
            .SelectMany(decision => decision.Symbols.Or([]).Select(symbol => (Symbol: symbol, Decision: decision)))
            .OrderBy(one => one.Symbol)
            .ThenBy(one => one.Decision.Id)
            .ToList();
        var view = new IndexListView
        {
            Header = new PageHeaderView(writer.Say("lists.numbers"), null, writer.Say("lists.numbers-words")),
            Summary = writer.Say("index.by-number", writer.Say("count.entries", reviews.Sum(one => one.Numbered.Count) + documents.Count)),
            Related = [new RelatedListsView(writer.Say("list.also-by"), [ListWriting.To(writer, Addresses.Titles, "lists.titles")])],
            Sections =
            [
                .. reviews.Select(one => new IndexSectionView(one.Review.Id.Name, CycleNames.Of(one.Review, writer), [.. one.Numbered.Select(recommendation => Item(recommendation, writer))])),
                .. documents.Count == 0 ? [] : (IndexSectionView[])[new IndexSectionView("symbols", writer.Say("numbers.symbols"), [.. documents.Select(one => Item(one.Symbol, one.Decision, writer))])],
            ],
        };
        return ListWriting.Content(writer, writer.Say("lists.numbers"), view, writer.Say("lists.numbers-words"));
    }

    private static IndexItemView Item(Recommendation recommendation, PageWriter writer) => new(
        writer.Link(recommendation), writer.Position(recommendation.Position).Text, null, []);

    private static IndexItemView Item(DocumentSymbol symbol, Decision decision, PageWriter writer) => new(
        new LinkView(writer.Links.To(decision.Id), symbol.ToString(), null), writer.Edition.Titles.Of(decision).Text, null, []);
}

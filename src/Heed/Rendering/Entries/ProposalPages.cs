using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Search;
using Heed.Theming;

namespace Heed.Rendering.Entries;

/// <summary>What somebody asks the next review to recommend, and what became of it.</summary>
/// <param name="Header">The head of the page.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Facts">Who, when, and what became of it.</param>
/// <param name="Footer">The end of the page.</param>
[Template("proposal")]
public sealed record ProposalView(EntryHeaderView Header, ProseView Text, FactsView Facts, EntryFooterView Footer);

/// <summary>The pages of proposals.</summary>
internal static class ProposalPages
{
    public static IEnumerable<Page> Of(KnowledgeBase knowledge) =>
        knowledge.Proposals.Select(proposal => Page.Of(proposal, writer => Write(proposal, writer)));

    private static PageContent Write(Proposal proposal, PageWriter writer)
    {
        var parts = new EntryParts(writer);
        var title = writer.Edition.Titles.Of(proposal);
        var review = writer.Knowledge.Get<Review>(proposal.Review);
        ImmutableArray<object> Became(ImmutableArray<Reference> references) =>
            [.. references.Select(reference => writer.Link(writer.Knowledge.Get<Recommendation>(reference)))];
        var view = new ProposalView(
            new EntryHeaderView(writer.Say("kind.proposal"), writer.Link(review), title, null, [], Translations.NoticeOf(proposal, writer)),
            writer.OwnProse(proposal, 2),
            new FactsView(
            [
                .. EntryParts.Fact(writer.Say("fact.proposed_by"), writer.Edition.Wording(writer.Vocabulary.Assessors, proposal.ProposedBy)),
                .. EntryParts.Fact(writer.Say("fact.date"), writer.Date(proposal.Date)),
                .. parts.Fact(writer.Say("fact.became"), proposal.Became, Became),
                .. EntryParts.Fact(writer.Say("fact.themes"), parts.Themes(proposal.Themes)),
            ]),
            parts.Footer(proposal, []));

        var text = writer.Words(proposal);
        return new PageContent(title.Text, writer.Fill(view))
        {
            TitleLang = title.Lang,
            Description = text,
            Trail = [writer.Link(Addresses.Reviews, writer.Say("nav.reviews")), writer.Link(review)],
            Search = Translations.IsInPageLanguage(proposal, writer)
                ? new SearchablePage(title.Text, null, [.. Passages(proposal, writer)], SearchTags.Of(proposal, writer.Edition), writer.Edition.SearchFacets.Of(proposal))
                : null,
        };
    }

    private static IEnumerable<SearchPassage> Passages(Proposal proposal, PageWriter writer)
    {
        var passages = new SearchPassages(proposal, writer);
        return
        [
            .. passages.Prose(),
            .. SearchPassages.Of(null, writer.Say("fact.proposed_by"), passages.Assessors(proposal.ProposedBy)),
            .. passages.End(),
        ];
    }
}

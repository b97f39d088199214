using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Search;
using Heed.Theming;

namespace Heed.Rendering.Entries;

/// <summary>A dated happening.</summary>
/// <param name="Header">The head of the page.</param>
/// <param name="Date">When it happened.</param>
/// <param name="Text">What happened.</param>
/// <param name="From">Where the facts stand.</param>
/// <param name="Facts">The themes.</param>
/// <param name="Footer">The end of the page.</param>
[Template("event")]
public sealed record EventView(EntryHeaderView Header, DateView Date, ProseView Text, ImmutableArray<FactSourceView> From, FactsView Facts, EntryFooterView Footer);

/// <summary>Where a fact stands: an entry, or one statement of a finding.</summary>
/// <param name="Link">The entry, at the statement's anchor.</param>
/// <param name="Statement">The statement's text.</param>
[Template("parts/fact-source")]
public sealed record FactSourceView(LinkView Link, ProseView? Statement);

/// <summary>The pages of events.</summary>
internal static class EventPages
{
    public static IEnumerable<Page> Of(KnowledgeBase knowledge) =>
        knowledge.Events.Select((happening, index) => Page.Of(
                    happening,
                    writer => Write(
                happening,
                index > 0 ? knowledge.Events[index - 1] : null,
                index < knowledge.Events.Length - 1 ? knowledge.Events[index + 1] : null,
                writer)));

    private static PageContent Write(Event happening, Event? previous, Event? next, PageWriter writer)
    {
        var parts = new EntryParts(writer);
        var title = writer.Edition.Titles.Of(happening);
        var view = new EventView(
            new EntryHeaderView(writer.Say("kind.event"), null, title, null, [], Translations.NoticeOf(happening, writer)),
            writer.Date(happening.Date),
            writer.OwnProse(happening, 2),
            [.. happening.From.Select(from => From(from, writer, parts)).OfType<FactSourceView>()],
            new FactsView([.. EntryParts.Fact(writer.Say("fact.themes"), parts.Themes(happening.Themes))]),
            parts.Footer(happening, [], previous, next));

        var text = writer.Words(happening);
        return new PageContent(title.Text, writer.Fill(view))
        {
            TitleLang = title.Lang,
            Description = text,
            Trail = [writer.Link(Addresses.Timeline, writer.Say("nav.timeline"))],
            Search = Translations.IsInPageLanguage(happening, writer)
                ? new SearchablePage(title.Text, null, [.. Passages(happening, writer)], SearchTags.Of(happening, writer.Edition), writer.Edition.SearchFacets.Of(happening))
                : null,
        };
    }

    // A statement that it rests on is found on the page of its finding.
    private static IEnumerable<SearchPassage> Passages(Event happening, PageWriter writer)
    {
        var passages = new SearchPassages(happening, writer);
        var date = happening.Date.Start.IsUnknown ? null : writer.Date(happening.Date).Text;
        return [.. passages.Prose(), .. SearchPassages.Of(null, null, date), .. passages.End()];
    }

    private static FactSourceView? From(PartReference from, PageWriter writer, EntryParts parts)
    {
        if (writer.Knowledge.Find(from.Entry.Target) is not { } entry)
        {
            return null;
        }

        var statement = entry is Finding finding ? finding.Statements.FirstOrDefault(statement => statement.Id == from.Part) : null;
        return new FactSourceView(
            writer.Link(entry, from.Part),
            statement is null ? null : parts.Inline(entry, new("text", statement.Id)));
    }
}

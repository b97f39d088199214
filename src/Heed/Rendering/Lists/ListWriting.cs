using System.Collections.Immutable;
using Heed.Model;

namespace Heed.Rendering.Lists;

/// <summary>Stretches of lists, each with how many there are and how they are sorted.</summary>
internal static class ListWriting
{
    public static ListSectionView Section(IEnumerable<Recommendation> recommendations, PageWriter writer, string? heading = null, string id = "recommendations")
    {
        var all = recommendations.ToList();
        var summary = all.Count == 0 ? writer.Say("list.none-recommendations") : writer.Say("list.by-review", Counting.Records(all, writer.Labels));
        return new ListSectionView { Id = id, Heading = heading, Summary = summary, Items = ListItems.Of(all, writer) };
    }

    public static ListSectionView Section(IEnumerable<Evaluation> evaluations, PageWriter writer, string? heading = null, string id = "evaluations")
    {
        var all = evaluations.ToList();
        var summary = all.Count == 0 ? writer.Say("list.none-evaluations") : writer.Say("list.newest-first", writer.Say("count.evaluations", all.Count));
        return new ListSectionView { Id = id, Heading = heading, Summary = summary, Items = ListItems.Of(all, writer) };
    }

    public static ListSectionView Section(IEnumerable<Decision> decisions, PageWriter writer, string? heading = null, string id = "decisions")
    {
        var all = decisions.ToList();
        var summary = all.Count == 0 ? writer.Say("list.none-decisions") : writer.Say("list.newest-first", writer.Say("count.decisions", all.Count));
        return new ListSectionView { Id = id, Heading = heading, Summary = summary, Items = ListItems.Of(all, writer) };
    }

    public static ListSectionView Section(IEnumerable<Finding> findings, PageWriter writer, string? heading = null, string id = "findings")
    {
        var all = findings.ToList();
        var summary = all.Count == 0 ? writer.Say("list.none-findings") : writer.Say("list.by-title", writer.Say("count.findings", all.Count));
        return new ListSectionView { Id = id, Heading = heading, Summary = summary, Items = ListItems.Of(all, writer) };
    }

    public static ListSectionView Section(IEnumerable<Event> events, PageWriter writer, string? heading = null, string id = "events")
    {
        var all = events.ToList();
        var summary = all.Count == 0 ? writer.Say("list.none-events") : writer.Say("list.by-date", writer.Say("count.events", all.Count));
        return new ListSectionView { Id = id, Heading = heading, Summary = summary, Items = ListItems.Of(all, writer) };
    }

    /// <summary>A page with a list in it.</summary>
    public static PageContent Content(PageWriter writer, string title, object view, string? description = null, string? titleLang = null, params ImmutableArray<LinkView> trail) =>
        new(title, writer.Fill(view)) { TitleLang = titleLang, Description = description ?? "", Trail = trail };

    /// <summary>A link to a list, with a label's words.</summary>
    public static LinkView To(PageWriter writer, string address, string label) => writer.Link(address, writer.Say(label));
}

using Heed.Addressing;
using Heed.Linking;
using Heed.Model;

namespace Heed.Rendering.Lists;

/// <summary>Lists by what authors name things with: States, groups of persons, bodies; and a list of each kind of these lists, and of themes.</summary>
internal static class VocabularyPages
{
    public static IEnumerable<Page> Of(KnowledgeBase knowledge)
    {
        yield return new Page(Addresses.Themes, PageKind.List, Themes);
        yield return new Page(Addresses.States, PageKind.List, States);
        foreach (var state in UsedStates(knowledge))
        {
            yield return new Page(Addresses.State(state.Key), PageKind.List, writer => State(state, writer));
        }

        yield return new Page(Addresses.Groups, PageKind.List, Groups);
        foreach (var group in knowledge.Vocabulary.Groups.All)
        {
            yield return new Page(Addresses.Group(group.Key), PageKind.List, writer => Group(group, writer));
        }

        yield return new Page(Addresses.Bodies, PageKind.List, Bodies);
        foreach (var body in knowledge.Vocabulary.Bodies.All)
        {
            yield return new Page(Addresses.Body(body.Key), PageKind.List, writer => Body(body, writer));
        }
    }

    /// <summary>States that recommended something; the vocabulary may hold others.</summary>
    public static IEnumerable<Term> UsedStates(KnowledgeBase knowledge)
    {
        var used = knowledge.Recommendations
            .SelectMany(recommendation => recommendation.RecommendingStates.Or([]))
            .ToHashSet(StringComparer.Ordinal);
        return knowledge.Vocabulary.States.All.Where(state => used.Contains(state.Key));
    }

    private static PageContent Themes(PageWriter writer)
    {
        var all = writer.Vocabulary.Themes.All;
        var keys = all.Select(theme => theme.Key).ToHashSet(StringComparer.Ordinal);
        var narrower = all.Where(theme => theme.Broader is not null).ToLookup(theme => theme.Broader!, StringComparer.Ordinal);

        // A narrower theme of a narrower theme stands beside it: two steps are enough to find one's way.
        IEnumerable<Term> Below(Term theme) => narrower[theme.Key].SelectMany(child => Below(child).Prepend(child));
        IndexItemView Item(Term theme, bool withNarrower) => new(
            writer.Link(Addresses.Theme(theme.Key), writer.Edition.Wording(theme.Label)),
            ThemeCount(theme.Key, writer),
            null,
            withNarrower ? [.. Below(theme).Select(child => Item(child, false))] : []);

        var view = new IndexListView
        {
            Header = new PageHeaderView(writer.Say("lists.themes"), null, writer.Say("lists.themes-words")),
            Summary = writer.Say("index.as-vocabulary", writer.Say("count.themes", all.Length)),
            Related = [new RelatedListsView(writer.Say("list.also-by"), [ListWriting.To(writer, Addresses.Matrix, "matrix.title")])],
            Sections = [new IndexSectionView("themes", null, [.. all.Where(theme => theme.Broader is null || !keys.Contains(theme.Broader)).Select(theme => Item(theme, true))])],
        };
        return ListWriting.Content(writer, writer.Say("lists.themes"), view, writer.Say("lists.themes-words"));
    }

    /// <summary>What bears on a theme itself, in numbers.</summary>
    public static string ThemeCount(string theme, PageWriter writer)
    {
        var (knowledge, labels) = (writer.Knowledge, writer.Labels);
        bool Bears(Entry entry) => entry.Themes.Contains(theme);
        string[] parts =
        [
            .. Some(knowledge.Recommendations.Any(Bears), () => Counting.Records(knowledge.Recommendations.Where(Bears), labels)),
            .. Some(knowledge.Evaluations.Any(Bears), () => labels.Say("count.evaluations", knowledge.Evaluations.Count(Bears))),
            .. Some(knowledge.Decisions.Any(Bears), () => labels.Say("count.decisions", knowledge.Decisions.Count(Bears))),
            .. Some(knowledge.Findings.Any(Bears), () => labels.Say("count.findings", knowledge.Findings.Count(Bears))),
        ];
        return parts.Length == 0 ? labels.Say("index.none-of-its-own") : string.Join("; ", parts);

        static IEnumerable<string> Some(bool isThere, Func<string> words) => isThere ? [words()] : [];
    }

    private static PageContent States(PageWriter writer)
    {
        var states = UsedStates(writer.Knowledge).ToList();
        var items = states
            .Select(state => (State: state, Name: writer.Edition.Wording(state.Label), All: Recommended(state, writer.Knowledge)))
            .OrderBy(item => SortKey(item.Name.Text), StringComparer.Ordinal)
            .Select(item => new IndexItemView(writer.Link(Addresses.State(item.State.Key), item.Name), Counting.Records(item.All, writer.Labels), null, []));
        var view = new IndexListView
        {
            Header = new PageHeaderView(writer.Say("lists.states"), null, writer.Say("lists.states-words")),
            Summary = writer.Say("index.by-name", writer.Say("count.states", states.Count)),
            Sections = [new IndexSectionView("states", null, [.. items])],
        };
        return ListWriting.Content(writer, writer.Say("lists.states"), view, writer.Say("lists.states-words"));
    }

    /// <summary>Letters as a reader of names expects them, the same on every machine: ё beside е, a letter with a mark beside the bare one.</summary>
    public static string SortKey(string name) => string.Concat(
        name.ToUpperInvariant().Replace('Ё', 'Е').Normalize(System.Text.NormalizationForm.FormD)
            .Where(character => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.NonSpacingMark));

    private static IEnumerable<Recommendation> Recommended(Term state, KnowledgeBase knowledge) =>
        knowledge.Recommendations.Where(recommendation => recommendation.RecommendingStates.Or([]).Contains(state.Key));

    private static PageContent State(Term state, PageWriter writer)
    {
        var name = writer.Edition.Wording(state.Label);
        var view = new EntryListView
        {
            Header = new PageHeaderView(name.Text, name.Lang, writer.Say("state.words")),
            Sections = [ListWriting.Section(Recommended(state, writer.Knowledge), writer, writer.Say("lists.recommendations"))],
        };
        return ListWriting.Content(
            writer, name.Text, view, $"{name.Text}: {Counting.Records(Recommended(state, writer.Knowledge), writer.Labels)}.", name.Lang,
            ListWriting.To(writer, Addresses.States, "lists.states"));
    }

    private static PageContent Groups(PageWriter writer)
    {
        var all = writer.Vocabulary.Groups.All;
        var items = all.Select(group => new IndexItemView(
            writer.Link(Addresses.Group(group.Key), writer.Edition.Wording(group.Label)),
            Counting.Records(Concerning(group, writer.Knowledge), writer.Labels),
            null,
            []));
        var view = new IndexListView
        {
            Header = new PageHeaderView(writer.Say("lists.groups"), null, writer.Say("lists.groups-words")),
            Summary = writer.Say("index.as-vocabulary", writer.Say("count.persons", all.Length)),
            Sections = [new IndexSectionView("groups", null, [.. items])],
        };
        return ListWriting.Content(writer, writer.Say("lists.groups"), view, writer.Say("lists.groups-words"));
    }

    private static IEnumerable<Recommendation> Concerning(Term group, KnowledgeBase knowledge) =>
        knowledge.Recommendations.Where(recommendation => recommendation.Groups.Contains(group.Key));

    private static PageContent Group(Term group, PageWriter writer)
    {
        var name = writer.Edition.Wording(group.Label);
        var view = new EntryListView
        {
            Header = new PageHeaderView(name.Text, name.Lang, writer.Say("group.words")),
            Sections = [ListWriting.Section(Concerning(group, writer.Knowledge), writer, writer.Say("lists.recommendations"))],
        };
        return ListWriting.Content(
            writer, name.Text, view, $"{name.Text}: {Counting.Records(Concerning(group, writer.Knowledge), writer.Labels)}.", name.Lang,
            ListWriting.To(writer, Addresses.Groups, "lists.groups"));
    }

    private static PageContent Bodies(PageWriter writer)
    {
        var all = writer.Vocabulary.Bodies.All;
        IndexSectionView Section(string kind) => new(
            kind,
            writer.Say($"body.{kind}"),
            [
                .. all.Where(body => KindOf(body) == kind).Select(body => new IndexItemView(
                    writer.Link(Addresses.Body(body.Key), writer.Edition.Wording(body.Label)),
                    writer.Say("count.decisions", By(body, writer.Knowledge).Count()),
                    null,
                    [])),
            ]);

        var view = new IndexListView
        {
            Header = new PageHeaderView(writer.Say("lists.bodies"), null, writer.Say("lists.bodies-words")),
            Summary = writer.Say("index.as-vocabulary", writer.Say("count.bodies", all.Length)),
            Sections = [.. new[] { "treaty-body", "special-procedure", "other" }.Select(Section).Where(section => !section.Items.IsEmpty)],
        };
        return ListWriting.Content(writer, writer.Say("lists.bodies"), view, writer.Say("lists.bodies-words"));
    }

    private static string KindOf(Term body) => body.Kind is "treaty-body" or "special-procedure" ? body.Kind : "other";

    private static IEnumerable<Decision> By(Term body, KnowledgeBase knowledge) => knowledge.Decisions.Where(decision => decision.Body == body.Key);

    private static PageContent Body(Term body, PageWriter writer)
    {
        var name = writer.Edition.Wording(body.Label);
        var lead = body.Description.In("en").Length > 0 ? writer.Edition.Wording(body.Description) : null;
        var view = new EntryListView
        {
            Header = new PageHeaderView(name.Text, name.Lang, lead?.Text, lead?.Lang),
            Sections = [ListWriting.Section(By(body, writer.Knowledge), writer, writer.Say("lists.decisions"))],
        };
        return ListWriting.Content(
            writer, name.Text, view, $"{name.Text}: {writer.Say("count.decisions", By(body, writer.Knowledge).Count())}.", name.Lang,
            ListWriting.To(writer, Addresses.Bodies, "lists.bodies"));
    }
}

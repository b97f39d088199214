using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Search;
using Heed.Theming;

namespace Heed.Rendering.Entries;

/// <summary>A finding: dated statements on one topic, each with who asserts it, and where sources differ.</summary>
/// <param name="Header">The head of the page.</param>
/// <param name="Introduction">One or two sentences.</param>
/// <param name="Facts">The themes.</param>
/// <param name="Statements">The statements, in the order of the file.</param>
/// <param name="Conflicts">Where sources differ.</param>
/// <param name="Footer">The end of the page.</param>
[Template("finding")]
public sealed record FindingView(
    EntryHeaderView Header,
    ProseView Introduction,
    FactsView Facts,
    ImmutableArray<StatementView> Statements,
    ImmutableArray<ConflictView> Conflicts,
    EntryFooterView Footer)
{
    /// <summary>"On this page".</summary>
    public required ContentsView Contents { get; init; }
}

/// <summary>One dated, sourced statement.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Date">The date or period.</param>
/// <param name="Text">What is stated.</param>
/// <param name="Figures">The figures in it.</param>
/// <param name="AssertedBy">Who asserts it.</param>
/// <param name="AssertedByKind">The kind of whoever asserts it.</param>
/// <param name="Confidence">How sure the record is.</param>
/// <param name="Sources">What it rests on.</param>
/// <param name="Note">A remark.</param>
[Template("parts/statement")]
public sealed record StatementView(
    string Id,
    DateView Date,
    ProseView Text,
    ImmutableArray<FigureView> Figures,
    Wording AssertedBy,
    Wording AssertedByKind,
    string Confidence,
    ImmutableArray<SourceView> Sources,
    ProseView? Note);

/// <summary>A figure with its unit.</summary>
/// <param name="Text">Qualifier, number and unit.</param>
/// <param name="Whose">Whose figure, or of what.</param>
[Template("parts/figure")]
public sealed record FigureView(Wording Text, Wording? Whose);

/// <summary>Where sources differ.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="About">What they differ about.</param>
/// <param name="Values">What each says.</param>
/// <param name="Advice">How Heed advises to write it.</param>
[Template("parts/conflict")]
public sealed record ConflictView(string Id, ProseView About, ImmutableArray<ConflictValueView> Values, ProseView Advice);

/// <summary>What one source says, where sources differ.</summary>
/// <param name="Value">The value.</param>
/// <param name="AsOf">The date to which it refers.</param>
/// <param name="Sources">Who says so.</param>
/// <param name="Note">A remark.</param>
public sealed record ConflictValueView(ProseView Value, DateView? AsOf, ImmutableArray<SourceView> Sources, ProseView? Note);

/// <summary>The pages of findings.</summary>
internal static class FindingPages
{
    public static IEnumerable<Page> Of(KnowledgeBase knowledge) =>
        knowledge.Findings.Select(finding => Page.Of(finding, writer => Write(finding, writer)));

    private static PageContent Write(Finding finding, PageWriter writer)
    {
        var parts = new EntryParts(writer);
        var (knowledge, edition) = (writer.Knowledge, writer.Edition);
        var title = edition.Titles.Of(finding);
        var footer = parts.Footer(finding, []);
        var view = new FindingView(
            new EntryHeaderView(writer.Say("kind.finding"), null, title, null, [], Translations.NoticeOf(finding, writer)) { Overdue = parts.Overdue(finding) },
            writer.OwnProse(finding, 2),
            new FactsView(
            [
                .. EntryParts.Fact(writer.Say("fact.themes"), parts.Themes(finding.Themes)),
                .. ReviewDue.Of(finding, edition.Config.ReviewAfterMonths) is { Evidence.IsUnknown: false } dates
                    ? EntryParts.Fact(writer.Say("fact.newest_statement"), writer.Date(dates.Evidence))
                    : [],
                .. parts.DueFact(finding),
            ]),
            [.. finding.Statements.Select(statement => Statement(statement, finding, writer, parts))],
            [.. finding.Conflicts.Select(conflict => Conflict(conflict, finding, writer, parts))],
            footer)
        {
            Contents = parts.Contents(
                footer,
                ("statements", writer.Say("finding.statements"), true),
                ("conflicts", writer.Say("finding.conflicts"), !finding.Conflicts.IsEmpty)),
        };

        var introduction = writer.Words(finding);
        return new PageContent(title.Text, writer.Fill(view))
        {
            TitleLang = title.Lang,
            Description = introduction,
            Trail = [writer.Link(Addresses.Findings, writer.Say("nav.findings"))],
            Search = Translations.IsInPageLanguage(finding, writer)
                ? new SearchablePage(title.Text, null, [.. Passages(finding, writer)], SearchTags.Of(finding, edition), edition.SearchFacets.Of(finding))
                : null,
        };
    }

    private static IEnumerable<SearchPassage> Passages(Finding finding, PageWriter writer)
    {
        var passages = new SearchPassages(finding, writer);
        return
        [
            .. passages.Prose(),
            .. finding.Statements.SelectMany(statement => StatementPassages(statement, passages, writer)),
            .. finding.Conflicts.SelectMany(conflict => ConflictPassages(conflict, passages, writer)),
            .. passages.End(),
        ];
    }

    // The figures are left out, as the statement's text says them in words. Its date is the nearest that a statement has to a heading.
    private static IEnumerable<SearchPassage> StatementPassages(Statement statement, SearchPassages passages, PageWriter writer)
    {
        var date = statement.Period.Start.IsUnknown ? null : writer.Date(statement.Period).Text;
        var text = $"{passages.Words(new("text", statement.Id))} ({passages.Words(new("asserted_by", statement.Id))})";
        return SearchPassages.Of(statement.Id, date, text, passages.Words(new("note", statement.Id)));
    }

    private static IEnumerable<SearchPassage> ConflictPassages(Conflict conflict, SearchPassages passages, PageWriter writer)
    {
        return SearchPassages.Of(
            conflict.Id,
            passages.Words(new("about", conflict.Id)),
            string.Join("; ", conflict.Values.Select(ValueWords)),
            passages.Words(new("advice", conflict.Id)));

        string ValueWords(ConflictValue value, int index)
        {
            var what = passages.Words(new("value", conflict.Id, "values", index));
            var when = value.AsOf is { IsUnknown: false } date ? $" ({writer.Edition.Dates.Of(date)})" : "";
            return passages.Words(new("note", conflict.Id, "values", index)) is { } note ? $"{what}{when}: {note}" : $"{what}{when}";
        }
    }

    private static StatementView Statement(Statement statement, Finding finding, PageWriter writer, EntryParts parts) => new(
        statement.Id,
        writer.Date(statement.Period),
        parts.Inline(finding, new("text", statement.Id))!,
        [.. statement.Figures.Select((_, index) => Figure(finding, statement, index, parts))],
        parts.Words(finding, new("asserted_by", statement.Id))!,
        writer.Edition.Wording(writer.Vocabulary.AssessorKinds, statement.AssertedByKind),
        parts.ConfidenceWord(statement.Confidence),
        parts.Sources(statement.Sources, finding),
        parts.Inline(finding, new("note", statement.Id)));

    // The number is grouped for reading and otherwise stays what the source says. Where the unit is translated, all of it is.
    private static FigureView Figure(Finding finding, Statement statement, int index, EntryParts parts)
    {
        Wording? Words(string name) => parts.Words(finding, new(name, statement.Id, "figures", index));
        var (qualifier, value, unit) = (Words("qualifier"), Words("value")!, Words("unit")!);
        var isInOriginal = unit.Lang is not null;
        var number = Grouped(isInOriginal ? statement.Figures[index].Value : value.Text);
        return new FigureView(new Wording(string.Join(' ', new[] { isInOriginal ? statement.Figures[index].Qualifier : qualifier?.Text, number, unit.Text }.OfType<string>()), unit.Lang), Words("label"));
    }

    private static string Grouped(string value)
    {
        var (whole, rest) = value.IndexOf('.') is var dot && dot >= 0 ? (value[..dot], value[dot..]) : (value, "");
        if (whole.Length < 5 || !whole.All(char.IsAsciiDigit))
        {
            return value;
        }

        var groups = whole.Length % 3 is var first && first > 0 ? [whole[..first]] : new List<string>();
        for (var at = whole.Length % 3; at < whole.Length; at += 3)
        {
            groups.Add(whole.Substring(at, 3));
        }

        return string.Join('\u202f', groups) + rest;
    }

    private static ConflictView Conflict(Conflict conflict, Finding finding, PageWriter writer, EntryParts parts)
    {
        return new ConflictView(
            conflict.Id,
            parts.Inline(finding, new("about", conflict.Id))!,
            [.. conflict.Values.Select(Value)],
            parts.Inline(finding, new("advice", conflict.Id))!);

        ConflictValueView Value(ConflictValue value, int index) => new(
            parts.Inline(finding, new("value", conflict.Id, "values", index))!,
            value.AsOf is { } date ? writer.Date(date) : null,
            parts.Sources(value.Sources, finding),
            parts.Inline(finding, new("note", conflict.Id, "values", index)));
    }
}

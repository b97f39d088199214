using System.Collections.Immutable;
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
        knowledge.Findings.Select(finding => new Page(finding.Id.Address, "finding", writer => Write(finding, writer)));

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

        var introduction = knowledge.Prose(finding, edition.Language).PlainText;
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
        var translated = passages.Part(statement.Id);
        var date = statement.Period.Start.IsUnknown ? null : writer.Date(statement.Period).Text;
        var text = passages.Words(statement.Text, translated?.Text);
        return SearchPassages.Of(statement.Id, date, $"{text} ({translated?.AssertedBy ?? statement.AssertedBy})", passages.Words(statement.Note, translated?.Note));
    }

    private static IEnumerable<SearchPassage> ConflictPassages(Conflict conflict, SearchPassages passages, PageWriter writer)
    {
        var translated = passages.Part(conflict.Id);
        var values = conflict.Values.Select((value, index) => ValueWords(value, InOrder(translated?.Values, conflict.Values.Length, index)));
        return SearchPassages.Of(
            conflict.Id,
            passages.Words(conflict.About, translated?.About),
            string.Join("; ", values),
            passages.Words(conflict.Advice, translated?.Advice));

        string ValueWords(ConflictValue value, TranslatedValue? words)
        {
            var what = passages.Words(value.Value, words?.Value);
            var when = value.AsOf is { IsUnknown: false } date ? $" ({writer.Edition.Dates.Of(date)})" : "";
            return passages.Words(value.Note, words?.Note) is { } note ? $"{what}{when}: {note}" : $"{what}{when}";
        }
    }

    private static StatementView Statement(Statement statement, Finding finding, PageWriter writer, EntryParts parts)
    {
        var translated = parts.TranslationOf(finding)?.Parts.GetValueOrDefault(statement.Id);
        return new StatementView(
            statement.Id,
            writer.Date(statement.Period),
            parts.Inline(finding, statement.Text, translated?.Text)!,
            [.. statement.Figures.Select((figure, index) => Figure(figure, InOrder(translated?.Figures, statement.Figures.Length, index), writer, parts))],
            parts.Translated(translated?.AssertedBy, statement.AssertedBy),
            writer.Edition.Wording(writer.Vocabulary.AssessorKinds, statement.AssertedByKind),
            parts.ConfidenceWord(statement.Confidence),
            parts.Sources(statement.Sources, finding),
            parts.Inline(finding, statement.Note, translated?.Note));
    }

    // The number is grouped for reading and otherwise stays what the source says.
    private static FigureView Figure(Figure figure, TranslatedFigure? translated, PageWriter writer, EntryParts parts)
    {
        string Words(string? qualifier, string value, string unit) => string.Join(' ', new[] { qualifier, Grouped(value), unit }.OfType<string>());
        return new FigureView(
            translated?.Unit is { } unit
                ? new Wording(Words(translated.Qualifier ?? figure.Qualifier, translated.Value ?? figure.Value, unit), null)
                : writer.Edition.Original(Words(figure.Qualifier, figure.Value, figure.Unit)),
            translated?.Label is { } label ? new Wording(label, null) : parts.Original(figure.Label));
    }

    /// <summary>An item of a list that is translated by order; null when the lists differ in length, as nobody knows then which is which.</summary>
    private static T? InOrder<T>(ImmutableArray<T>? translated, int originals, int index)
        where T : class => translated is { } items && items.Length == originals ? items[index] : null;

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
        var translated = parts.TranslationOf(finding)?.Parts.GetValueOrDefault(conflict.Id);
        return new ConflictView(
            conflict.Id,
            parts.Inline(finding, conflict.About, translated?.About)!,
            [
                .. conflict.Values.Select((value, index) => Value(value, InOrder(translated?.Values, conflict.Values.Length, index))),
            ],
            parts.Inline(finding, conflict.Advice, translated?.Advice)!);

        ConflictValueView Value(ConflictValue value, TranslatedValue? words) => new(
            parts.Inline(finding, value.Value, words?.Value)!,
            value.AsOf is { } date ? writer.Date(date) : null,
            parts.Sources(value.Sources, finding),
            parts.Inline(finding, value.Note, words?.Note));
    }
}

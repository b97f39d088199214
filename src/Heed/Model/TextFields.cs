using System.Collections.Immutable;
using System.Globalization;

namespace Heed.Model;

/// <summary>Something of an entry that has texts.</summary>
/// <param name="Id">What a translation calls it; empty for the entry itself.</param>
/// <param name="Path">Where it stands in the front matter: <c>statements[0]</c>; empty for the entry itself.</param>
/// <param name="Item">The record.</param>
public sealed record TextPart(string Id, string Path, object Item);

/// <summary>Parts of an entry that have the same texts.</summary>
/// <param name="Key">The list in the front matter of the original and of a translation: <c>statements</c>; empty for the entry itself.</param>
/// <param name="Parts">The parts of an entry.</param>
/// <param name="Fields">Their texts, in the order of the content hash.</param>
public sealed record TextList(string Key, Func<Entry, IEnumerable<TextPart>> Parts, ImmutableArray<TextField> Fields)
{
    /// <summary>The key by which a translation names a part.</summary>
    public string IdKey { get; init; } = "id";

    /// <summary>Lists within a part; their items are known by their order.</summary>
    public ImmutableArray<TextItems> Inner { get; init; } = [];
}

/// <summary>A list within a part, such as the figures of a statement.</summary>
/// <param name="Key">Its key; one below another joined by a dot: <c>values.sources</c>.</param>
/// <param name="Items">Its items, each with its place within the part: <c>figures[0]</c>.</param>
/// <param name="Fields">Their texts.</param>
public sealed record TextItems(string Key, Func<object, IEnumerable<(string Path, object Item)>> Items, ImmutableArray<TextField> Fields)
{
    /// <summary>Whether a translation may give it.</summary>
    public bool IsTranslated => Fields.Any(text => text.Translation != TextTranslation.Never);

    /// <summary>Whether each item is itself the text.</summary>
    public bool IsOfTexts => Fields is [{ Key: "" }];
}

/// <summary>Every text that entries have, each declared once: a new one is a line here.</summary>
/// <remarks>The order of lists and fields is the order of the content hash that translations bear, so it stays as it is.</remarks>
public static class TextFields
{
    private static readonly TextItems Sources = Citations("sources", item => item switch
    {
        Entry entry => entry.Sources,
        Statement statement => statement.Sources,
        StatedPosition position => position.Sources,
        EarlierState state => state.Sources,
        Undertaking undertaking => undertaking.Sources,
        _ => [],
    });

    private static readonly TextList Heading = Own(Plain<Entry>("title", entry => entry.Title));

    private static readonly TextList End = Own(
        Inline<Entry>("note", entry => entry.Note),
        new TextField("body", TextForm.Body, TextTranslation.Needed, entry => ((Entry)entry).Markdown)) with
    {
        Inner = [Sources],
    };

    /// <summary>The texts of a kind.</summary>
    public static ImmutableArray<TextList> Of(EntryKind kind) => kind switch
    {
        EntryKind.Recommendation => Recommendation,
        EntryKind.Evaluation => Evaluation,
        EntryKind.Finding => Finding,
        EntryKind.Decision => Decision,
        EntryKind.Review => Review,
        EntryKind.Event => [Heading, End],
        EntryKind.Article => Article,
        EntryKind.Proposal => [Heading, End],
    };

    /// <summary>What a translation calls a position, or what a decision bears on: its place in the original's list, from 1.</summary>
    public static string NumberedPart(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static ImmutableArray<TextList> Recommendation { get; } =
    [
        Heading,
        Numbered<Recommendation, StatedPosition>(
            "positions",
            recommendation => recommendation.Positions,
            Name<StatedPosition>("reported_by", position => position.ReportedBy),
            Inline<StatedPosition>("detail", position => position.Detail),
            Inline<StatedPosition>("note", position => position.Note)) with
        { Inner = [Sources] },
        List<Recommendation, JudgedLink>(
            "repeats",
            recommendation => recommendation.Repeats,
            link => link.Entry.Target.ToString(),
            Inline<JudgedLink>("why", link => link.Why)) with
        { IdKey = "entry" },
        Own() with { Inner = [Texts<Recommendation>("states_as_printed", TextTranslation.Never, recommendation => recommendation.StatesAsPrinted)] },
        End,
    ];

    private static ImmutableArray<TextList> Evaluation { get; } =
    [
        Heading,
        new(
            "history",
            entry => ((Evaluation)entry).History.Select(state => new TextPart(state.Id, PathOf(entry, "history", state.Place), state)),
            [Inline<EarlierState>("text", state => state.Basis) with { Key = "basis" }, Inline<EarlierState>("why", state => state.Why)])
        { Inner = [Sources] },
        Own(
            Name<Evaluation>("reported_by", evaluation => evaluation.ReportedBy),
            Inline<Evaluation>("alternative_why", evaluation => evaluation.AlternativeWhy),
            Printed<Evaluation>("original_grade", evaluation => evaluation.OriginalGrade.Or(null))),
        End,
    ];

    private static ImmutableArray<TextList> Finding { get; } =
    [
        Heading,
        List<Finding, Statement>(
            "statements",
            finding => finding.Statements,
            statement => statement.Id,
            Inline<Statement>("text", statement => statement.Text),
            Name<Statement>("asserted_by", statement => statement.AssertedBy),
            Inline<Statement>("note", statement => statement.Note)) with
        {
            Inner =
            [
                Items<Statement, Figure>(
                    "figures",
                    statement => statement.Figures,
                    Plain<Figure>("value", figure => figure.Value) with { Translation = TextTranslation.Optional },
                    Plain<Figure>("qualifier", figure => figure.Qualifier),
                    Plain<Figure>("unit", figure => figure.Unit),
                    Plain<Figure>("label", figure => figure.Label)),
                Sources,
            ],
        },
        List<Finding, Conflict>(
            "conflicts",
            finding => finding.Conflicts,
            conflict => conflict.Id,
            Inline<Conflict>("about", conflict => conflict.About),
            Inline<Conflict>("advice", conflict => conflict.Advice)) with
        {
            Inner =
            [
                Items<Conflict, ConflictValue>(
                    "values",
                    conflict => conflict.Values,
                    Inline<ConflictValue>("value", value => value.Value),
                    Inline<ConflictValue>("note", value => value.Note)),
                CitationsBelow<Conflict, ConflictValue>("values", conflict => conflict.Values, value => value.Sources),
            ],
        },
        End,
    ];

    private static ImmutableArray<TextList> Decision { get; } =
    [
        Heading,
        Numbered<Decision, Bearing>("bears_on", decision => decision.BearsOn, Inline<Bearing>("why", bearing => bearing.Why)),
        Own(
            Plain<Decision>("subject", decision => decision.Subject),
            Plain<Decision>("adopted_note", decision => decision.AdoptedNote),
            Plain<Decision>("author_profile", decision => decision.AuthorProfile),
            Name<Decision>("represented_by", decision => decision.RepresentedBy),
            Name<Decision>("jointly_with", decision => decision.JointlyWith),
            Plain<Decision>("paragraphs", decision => decision.Paragraphs),
            Plain<Decision>("remedies", decision => decision.Remedies.Or(null)),
            Plain<Decision>("measures", decision => decision.Measures.Or(null)),
            Plain<Decision>("state_reply", decision => decision.StateReply.Or(null)),
            Printed<Decision>("mandate_holder", decision => decision.MandateHolder),
            Printed<Decision>("opinion_number", decision => decision.OpinionNumber.Or(null)),
            Printed<Decision>("follow_up_grade", decision => decision.FollowUpGrade.Or(null)),
            Printed<Decision>("articles_invoked", decision => decision.ArticlesInvoked.Or(null)?.Printed) with { Key = "articles_invoked.printed" },
            Printed<Decision>("articles_violated", decision => decision.ArticlesViolated.Or(null)?.Printed) with { Key = "articles_violated.printed" }) with
        {
            Inner =
            [
                Texts<Decision>("grounds_found", TextTranslation.Needed, decision => decision.GroundsFound),
                Texts<Decision>("authors", TextTranslation.Never, decision => decision.Authors),
                Texts<Decision>("communications", TextTranslation.Never, decision => decision.Communications.Or([])),
            ],
        },
        End,
    ];

    private static ImmutableArray<TextList> Review { get; } =
    [
        Heading,
        new("totals", entry => TotalsOf((Review)entry), [Inline<Total>("text", total => total.Basis) with { Key = "basis" }]),
        List<Review, AwaitedAssessment>(
            "awaited_assessments",
            review => review.AwaitedAssessments,
            awaited => awaited.Assessor,
            Plain<AwaitedAssessment>("note", awaited => awaited.Note)),
        List<Review, Undertaking>(
            "undertakings",
            review => review.Undertakings,
            undertaking => undertaking.Id,
            Inline<Undertaking>("text", undertaking => undertaking.Text)) with
        { Inner = [Sources] },
        Own(
            Inline<Review>("other_counts", review => review.OtherCounts),
            Inline<Review>("coverage_note", review => review.CoverageNote),
            Plain<Review>("adopted_note", review => review.AdoptedNote)) with
        {
            Inner = [Items<Review, ReviewDocument>("documents", review => review.Documents, Printed<ReviewDocument>("title", document => document.Title))],
        },
        End,
    ];

    private static ImmutableArray<TextList> Article { get; } =
        [Own(Plain<Entry>("title", entry => entry.Title), Plain<Article>("summary", article => article.Summary)), End];

    private static IEnumerable<TextPart> TotalsOf(Review review) =>
        new (string Key, Total? Total)[]
        {
            (TotalKeys.Received, review.Received), (TotalKeys.Supported, review.Supported), (TotalKeys.Noted, review.Noted),
            (TotalKeys.Delegations, review.Delegations), (TotalKeys.RecommendingStates, review.RecommendingStates),
        }
        .Where(total => total.Total is not null)
        .Select(total => new TextPart(total.Key, $"totals.{total.Key}", total.Total!));

    private static TextList Own(params ImmutableArray<TextField> fields) => new("", entry => [new TextPart("", "", entry)], fields);

    private static TextList List<TEntry, TItem>(string key, Func<TEntry, ImmutableArray<TItem>> items, Func<TItem, string> id, params ImmutableArray<TextField> fields)
        where TEntry : Entry
        where TItem : class =>
        new(key, entry => items((TEntry)entry).Select((item, index) => new TextPart(id(item), $"{key}[{index}]", item)), fields);

    private static TextList Numbered<TEntry, TItem>(string key, Func<TEntry, ImmutableArray<TItem>> items, params ImmutableArray<TextField> fields)
        where TEntry : Entry
        where TItem : class =>
        new(key, entry => items((TEntry)entry).Select((item, index) => new TextPart(NumberedPart(index), $"{key}[{index}]", item)), fields);

    private static TextItems Items<TPart, TItem>(string key, Func<TPart, ImmutableArray<TItem>> items, params ImmutableArray<TextField> fields)
        where TItem : class =>
        new(key, part => items((TPart)part).Select((item, index) => ($"{key}[{index}]", (object)item)), fields);

    private static TextItems Texts<TPart>(string key, TextTranslation translation, Func<TPart, ImmutableArray<string>> texts) =>
        Items<TPart, string>(key, texts, new TextField(key, TextForm.Plain, translation, item => (string)item) { Key = "" });

    private static TextItems Citations(string key, Func<object, ImmutableArray<Citation>> citations) =>
        new(key, part => citations(part).Select((citation, index) => ($"{key}[{index}]", (object)citation)), CitationTexts);

    private static TextItems CitationsBelow<TPart, TItem>(string key, Func<TPart, ImmutableArray<TItem>> items, Func<TItem, ImmutableArray<Citation>> citations) =>
        new(
            key + ".sources",
            part => items((TPart)part).SelectMany((item, index) => citations(item).Select((citation, at) => ($"{key}[{index}].sources[{at}]", (object)citation))),
            CitationTexts);

    // A property, as it is asked for while the fields above are made.
    private static ImmutableArray<TextField> CitationTexts =>
    [
        Printed<Citation>("place", citation => citation.Where),
        Printed<Citation>("read", citation => citation.Read),
        Inline<Citation>("note", citation => citation.Note) with { Translation = TextTranslation.Never },
    ];

    private static TextField Plain<T>(string name, Func<T, string?> read) => new(name, TextForm.Plain, TextTranslation.Needed, item => read((T)item));

    private static TextField Inline<T>(string name, Func<T, string?> read) => new(name, TextForm.Inline, TextTranslation.Needed, item => read((T)item));

    private static TextField Name<T>(string name, Func<T, string?> read) => new(name, TextForm.Plain, TextTranslation.Name, item => read((T)item));

    private static TextField Printed<T>(string name, Func<T, string?> read) => new(name, TextForm.Plain, TextTranslation.Never, item => read((T)item));

    // Records that are kept in another order than the file's are found by their place.
    private static string PathOf(Entry entry, string list, Diagnostics.Place place)
    {
        var index = 0;
        while (entry.Places.TryGetValue($"{list}[{index}]", out var here) && here != place)
        {
            index++;
        }

        return $"{list}[{index}]";
    }
}

/// <summary>The keys of a review's totals, by which a translation gives words to what each rests on.</summary>
public static class TotalKeys
{
    public const string Received = "received";
    public const string Supported = "supported";
    public const string Noted = "noted";
    public const string Delegations = "delegations";
    public const string RecommendingStates = "recommending_states";
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Heed.Model;

/// <summary>One text of an entry that a translation may give in another language.</summary>
/// <param name="Part">The part of the entry that it belongs to, as <see cref="TranslatedPart.Id"/>; empty for the entry itself.</param>
/// <param name="Name">Which text of it: <c>title</c>, <c>body</c>, <c>note</c>, …</param>
/// <param name="Words">The words in the original.</param>
public sealed record TranslatableText(string Part, string Name, string Words)
{
    /// <summary>Every text of the entry that a translation may give, in the order of the page.</summary>
    public static ImmutableArray<TranslatableText> Of(Entry entry) =>
    [
        .. Texts("", ("title", entry.Title), ("summary", (entry as Article)?.Summary)),
        .. Parts(entry),
        .. Texts(
            "",
            [.. FactsOf(entry), ("note", entry.Note), ("body", entry.Markdown)]),
    ];

    /// <summary>The keys of facts that are told in words, of all kinds: a translation may have each of them.</summary>
    public static ImmutableArray<string> FactNames { get; } =
    [
        "reported_by", "alternative_why", "other_counts", "coverage_note", "subject", "adopted_note", "author_profile",
        "represented_by", "jointly_with", "paragraphs", "remedies", "measures", "state_reply",
    ];

    private static ImmutableArray<(string Name, string? Words)> FactsOf(Entry entry) => entry switch
    {
        Evaluation evaluation => [("reported_by", evaluation.ReportedBy), ("alternative_why", evaluation.AlternativeWhy)],
        Review review => [("other_counts", review.OtherCounts), ("coverage_note", review.CoverageNote), ("adopted_note", review.AdoptedNote)],
        Decision decision =>
        [
            ("subject", decision.Subject), ("adopted_note", decision.AdoptedNote), ("author_profile", decision.AuthorProfile),
            ("represented_by", decision.RepresentedBy), ("jointly_with", decision.JointlyWith), ("paragraphs", decision.Paragraphs),
            ("remedies", decision.Remedies.Or(null)), ("measures", decision.Measures.Or(null)), ("state_reply", decision.StateReply.Or(null)),
            .. decision.GroundsFound.Select(ground => ("grounds_found", (string?)ground)),
        ],
        _ => [],
    };

    /// <summary>Whether it says who spoke. A name often stays as it is in another language, so a translation is whole without it.</summary>
    public bool IsName => Name is "asserted_by" or "reported_by" or "represented_by" or "jointly_with";

    /// <summary>The parts of an entry that a translation may give words to, by id.</summary>
    public static ImmutableArray<string> PartsOf(Entry entry) => PartsOf(Of(entry));

    /// <summary>The parts that must be there for a translation to be whole.</summary>
    public static ImmutableArray<string> NeededPartsOf(Entry entry) => PartsOf(Of(entry).Where(text => !text.IsName));

    /// <summary>
    /// Eight hexadecimal digits that change when the words of the original change, and only then: facts that a translation
    /// does not repeat, and where lines break, do not count.
    /// </summary>
    public static string Hash(Entry entry)
    {
        var words = new StringBuilder();
        foreach (var text in Of(entry))
        {
            words.Append(text.Part).Append('\0').Append(text.Name).Append('\0');
            words.AppendJoin(' ', text.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString())))[..8];
    }

    private static ImmutableArray<string> PartsOf(IEnumerable<TranslatableText> texts) =>
        [.. texts.Select(text => text.Part).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<TranslatableText> Parts(Entry entry) => entry switch
    {
        Finding finding => finding.Statements.SelectMany(Of).Concat(finding.Conflicts.SelectMany(Of)),
        Review review =>
        [
            .. Texts(Totals.Received, ("text", review.Received.Basis)),
            .. Texts(Totals.Supported, ("text", review.Supported.Basis)),
            .. Texts(Totals.Noted, ("text", review.Noted.Basis)),
            .. Texts(Totals.Delegations, ("text", review.Delegations?.Basis)),
            .. Texts(Totals.RecommendingStates, ("text", review.RecommendingStates?.Basis)),
            .. review.AwaitedAssessments.SelectMany(awaited => Texts(awaited.Assessor, ("note", awaited.Note))),
            .. review.Undertakings.SelectMany(undertaking => Texts(undertaking.Id, ("text", undertaking.Text))),
        ],
        Evaluation evaluation => evaluation.History.SelectMany(state => Texts(state.Id, ("text", state.Basis), ("why", state.Why))),
        Decision decision => decision.BearsOn.SelectMany((bearing, index) => Texts(PositionId(index), ("why", bearing.Why))),
        Recommendation recommendation =>
        [
            .. recommendation.Positions.SelectMany((position, index) => Texts(PositionId(index), ("reported_by", position.ReportedBy), ("detail", position.Detail), ("note", position.Note))),
            .. recommendation.Repeats.SelectMany(link => Texts(link.Entry.Target.ToString(), ("why", link.Why))),
        ],
        _ => [],
    };

    /// <summary>What a translation calls the totals of a review, by whose basis it gives words to: as their keys in the original.</summary>
    public static class Totals
    {
        public const string Received = "received";
        public const string Supported = "supported";
        public const string Noted = "noted";
        public const string Delegations = "delegations";
        public const string RecommendingStates = "recommending_states";
    }

    /// <summary>What a translation calls a position, or what a decision bears on: its place in the original's list, from 1.</summary>
    public static string PositionId(int index) => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<TranslatableText> Of(Statement statement) =>
    [
        .. Texts(statement.Id, ("text", statement.Text), ("asserted_by", statement.AssertedBy), ("note", statement.Note)),
        .. statement.Figures.SelectMany(figure => Texts(statement.Id, ("qualifier", figure.Qualifier), ("unit", figure.Unit), ("label", figure.Label))),
    ];

    private static IEnumerable<TranslatableText> Of(Conflict conflict) =>
    [
        .. Texts(conflict.Id, ("about", conflict.About), ("advice", conflict.Advice)),
        .. conflict.Values.SelectMany(value => Texts(conflict.Id, ("value", value.Value), ("note", value.Note))),
    ];

    private static ImmutableArray<TranslatableText> Texts(string part, params ImmutableArray<(string Name, string? Words)> texts) =>
        [.. texts.Where(text => !string.IsNullOrWhiteSpace(text.Words)).Select(text => new TranslatableText(part, text.Name, text.Words!))];
}

using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Model;
using Heed.Text;

namespace Heed.Linking;

/// <summary>A reference of an entry's front matter, with what it means.</summary>
internal sealed record TypedReference(EntryId Target, RelationKind Relation, string? Why);

/// <summary>The references of front matter: which there are, and which are sound.</summary>
internal static class References
{
    /// <summary>Every reference that an entry makes in its front matter.</summary>
    public static IEnumerable<TypedReference> Of(Entry entry) => entry.Match<IEnumerable<TypedReference>>(
        recommendation: recommendation =>
        [
            new(recommendation.Review.Target, RelationKind.BelongsTo, null),
            .. recommendation.Repeats.Select(link => new TypedReference(link.Entry.Target, RelationKind.Repeats, link.Why)),
        ],
        evaluation: evaluation =>
        [
            .. evaluation.Review is null ? [] : (TypedReference[])[new(evaluation.Review.Target, RelationKind.BelongsTo, null)],
            .. evaluation.Recommendations.Select(reference => new TypedReference(reference.Target, RelationKind.Evaluates, null)),
        ],
        finding: _ => [],
        decision: decision => decision.BearsOn.SelectMany(bearing => bearing.Recommendations.Select(reference => new TypedReference(reference.Target, RelationKind.BearsOn, bearing.Why))),
        review: _ => [],
        @event: @event => @event.From.Select(from => new TypedReference(from.Entry.Target, RelationKind.RestsOn, null)),
        article: _ => [],
        proposal: proposal =>
        [
            new(proposal.Review.Target, RelationKind.BelongsTo, null),
            .. proposal.Became.Or([]).Select(reference => new TypedReference(reference.Target, RelationKind.RestsOn, null)),
        ]);

    /// <summary>The entries without references that lead nowhere or to the wrong kind, which are reported.</summary>
    public static ImmutableArray<Entry> KeepSound(ImmutableArray<Entry> entries, ImmutableDictionary<EntryId, Entry> byId, Absences absences, DiagnosticLog log)
    {
        bool Is<T>(Reference reference, string what)
            where T : Entry => Judge<T>(reference, what, byId, absences, log);
        bool IsRecommendation(Reference reference) => Is<Recommendation>(reference, "a recommendation");
        bool IsReview(Reference reference) => Is<Review>(reference, "a review");

        // A recommendation or proposal without its review has no cycle, so it is left out whole; the error stops publication anyway.
        return
        [
            .. entries.Select(entry => entry.Match<Entry?>(
                recommendation: one => IsReview(one.Review) ? one with { Repeats = one.Repeats.RemoveAll(link => !IsRecommendation(link.Entry)) } : null,
                evaluation: one => one with
                {
                    Review = one.Review is { } review && IsReview(review) ? review : null,
                    Recommendations = one.Recommendations.RemoveAll(reference => !IsRecommendation(reference)),
                },
                finding: one => one,
                decision: one => one with
                {
                    BearsOn = [.. one.BearsOn.Select(bearing => bearing with { Recommendations = bearing.Recommendations.RemoveAll(reference => !IsRecommendation(reference)) })],
                },
                review: one => one,
                @event: one => one with { From = one.From.RemoveAll(from => !Is<Entry>(from.Entry, "an entry") || !HasPart(from, byId, log)) },
                article: one => one,
                proposal: one => !IsReview(one.Review) ? null
                    : one.Became.IsKnown ? one with { Became = Answer<ImmutableArray<Reference>>.Of(one.Became.Value.RemoveAll(reference => !IsRecommendation(reference))) }
                    : one)).OfType<Entry>(),
        ];
    }

    /// <summary>Whether an entry has a part of the id: a statement, conflict, undertaking or earlier state.</summary>
    public static IEnumerable<string> PartsOf(Entry entry) => entry.Match<IEnumerable<string>>(
        recommendation: _ => [],
        evaluation: evaluation => evaluation.History.Select(state => state.Id),
        finding: finding => finding.Statements.Select(statement => statement.Id).Concat(finding.Conflicts.Select(conflict => conflict.Id)),
        decision: _ => [],
        review: review => review.Undertakings.Select(undertaking => undertaking.Id),
        @event: _ => [],
        article: _ => [],
        proposal: _ => []);

    private static bool Judge<T>(Reference reference, string what, ImmutableDictionary<EntryId, Entry> byId, Absences absences, DiagnosticLog log)
        where T : Entry
    {
        if (reference.Target == default)
        {
            // The binder has reported that nothing is written here.
            return false;
        }

        if (!byId.TryGetValue(reference.Target, out var target))
        {
            if (absences.Explain(reference.Target, reference.Place, log))
            {
                return false;
            }

            log.Report(Catalogue.DanglingReference, reference.Place, $"there is no page {reference.Target}", new Guess(reference.Target.ToString(), byId.Keys.Select(id => id.ToString())), "Correct the id: it is the path of a file below content/ without .md.");
            return false;
        }

        if (target is T)
        {
            return true;
        }

        log.Report(Catalogue.WrongKind, reference.Place, $"{reference.Target} is not {what}, which this relation wants", $"Name {what}.");
        return false;
    }

    private static bool HasPart(PartReference from, ImmutableDictionary<EntryId, Entry> byId, DiagnosticLog log)
    {
        if (from.Part is null)
        {
            return true;
        }

        var parts = PartsOf(byId[from.Entry.Target]).ToArray();
        if (parts.Contains(from.Part))
        {
            return true;
        }

        log.Report(Catalogue.DanglingReference, from.Entry.Place, $"{from.Entry.Target} has no part \"{from.Part}\"", new Guess(from.Part, parts), "Correct the word after #: it is the id of a statement, conflict or undertaking of that page.");
        return false;
    }
}

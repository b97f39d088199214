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
    public static IEnumerable<TypedReference> Of(Entry entry) => entry switch
    {
        Recommendation recommendation =>
        [
            new(recommendation.Review.Target, RelationKind.BelongsTo, null),
            .. recommendation.Repeats.Select(link => new TypedReference(link.Entry.Target, RelationKind.Repeats, link.Why)),
        ],
        Evaluation evaluation =>
        [
            .. evaluation.Review is null ? [] : (TypedReference[])[new(evaluation.Review.Target, RelationKind.BelongsTo, null)],
            .. evaluation.Recommendations.Select(reference => new TypedReference(reference.Target, RelationKind.Evaluates, null)),
        ],
        Decision decision => decision.BearsOn.SelectMany(bearing => bearing.Recommendations.Select(reference => new TypedReference(reference.Target, RelationKind.BearsOn, bearing.Why))),
        Event happening => happening.From.Select(from => new TypedReference(from.Entry.Target, RelationKind.RestsOn, null)),
        Proposal proposal =>
        [
            new(proposal.Review.Target, RelationKind.BelongsTo, null),
            .. proposal.Became.Or([]).Select(reference => new TypedReference(reference.Target, RelationKind.RestsOn, null)),
        ],
        _ => [],
    };

    /// <summary>The entries without references that lead nowhere or to the wrong kind, which are reported.</summary>
    public static ImmutableArray<Entry> KeepSound(ImmutableArray<Entry> entries, ImmutableDictionary<EntryId, Entry> byId, DiagnosticLog log)
    {
        bool Is<T>(Reference reference, string what)
            where T : Entry => Judge<T>(reference, what, byId, log);

        var sound = ImmutableArray.CreateBuilder<Entry>(entries.Length);
        foreach (var entry in entries)
        {
            switch (entry)
            {
                case Recommendation recommendation:
                    // A recommendation without its review has no cycle, so it is left out whole; the error stops publication anyway.
                    if (Is<Review>(recommendation.Review, "a review"))
                    {
                        sound.Add(recommendation with { Repeats = recommendation.Repeats.RemoveAll(link => !Is<Recommendation>(link.Entry, "a recommendation")) });
                    }

                    break;
                case Evaluation evaluation:
                    sound.Add(evaluation with
                    {
                        Review = evaluation.Review is { } review && Is<Review>(review, "a review") ? review : null,
                        Recommendations = evaluation.Recommendations.RemoveAll(reference => !Is<Recommendation>(reference, "a recommendation")),
                    });
                    break;
                case Decision decision:
                    sound.Add(decision with
                    {
                        BearsOn = [.. decision.BearsOn.Select(bearing => bearing with { Recommendations = bearing.Recommendations.RemoveAll(reference => !Is<Recommendation>(reference, "a recommendation")) })],
                    });
                    break;
                case Event happening:
                    sound.Add(happening with { From = happening.From.RemoveAll(from => !Is<Entry>(from.Entry, "an entry") || !HasPart(from, byId, log)) });
                    break;
                case Proposal proposal when !Is<Review>(proposal.Review, "a review"):
                    break;
                case Proposal { Became.IsKnown: true } proposal:
                    sound.Add(proposal with { Became = Answer<ImmutableArray<Reference>>.Of(proposal.Became.Value.RemoveAll(reference => !Is<Recommendation>(reference, "a recommendation"))) });
                    break;
                default:
                    sound.Add(entry);
                    break;
            }
        }

        return sound.ToImmutable();
    }

    /// <summary>Whether an entry has a part of the id: a statement, conflict, undertaking or earlier state.</summary>
    public static IEnumerable<string> PartsOf(Entry entry) => entry switch
    {
        Finding finding => finding.Statements.Select(statement => statement.Id).Concat(finding.Conflicts.Select(conflict => conflict.Id)),
        Review review => review.Undertakings.Select(undertaking => undertaking.Id),
        Evaluation evaluation => evaluation.History.Select(state => state.Id),
        _ => [],
    };

    private static bool Judge<T>(Reference reference, string what, ImmutableDictionary<EntryId, Entry> byId, DiagnosticLog log)
        where T : Entry
    {
        if (reference.Target == default)
        {
            // The binder has reported that nothing is written here.
            return false;
        }

        if (!byId.TryGetValue(reference.Target, out var target))
        {
            log.Report(Catalogue.DanglingReference, reference.Place, $"there is no page {reference.Target}{NearMiss.Question(reference.Target.ToString(), byId.Keys.Select(id => id.ToString()))}", "Correct the id: it is the path of a file below content/ without .md.");
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

        log.Report(Catalogue.DanglingReference, from.Entry.Place, $"{from.Entry.Target} has no part \"{from.Part}\"{NearMiss.Question(from.Part, parts)}", "Correct the word after #: it is the id of a statement, conflict or undertaking of that page.");
        return false;
    }
}

namespace Heed.Model;

/// <summary>How old the evidence of an entry is, and by when somebody should look again whether it still holds.</summary>
/// <param name="Evidence">The date of the newest evidence.</param>
/// <param name="Due">By when to look again; unknown when nothing says so.</param>
public sealed record ReviewDue(PartialDate Evidence, PartialDate Due)
{
    /// <summary>The dates of an evaluation that is counted, or of a finding; null for what does not age: a baseline, a decision, an event.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="months">For how many months evidence is taken as fresh when the page itself says no date; null sets no date.</param>
    public static ReviewDue? Of(Entry entry, int? months) => entry.Match(
        recommendation: _ => null,
        evaluation: evaluation => evaluation.IsCounted ? Of(evaluation.EvidenceDate.End, evaluation.ReviewDue, months) : null,
        finding: finding => Of(
            finding.Statements.Select(statement => statement.Period.End).Where(date => !date.IsUnknown).DefaultIfEmpty(PartialDate.Unknown).Max(),
            finding.ReviewDue,
            months),
        decision: _ => null,
        review: _ => null,
        @event: _ => null,
        article: _ => null,
        proposal: _ => (ReviewDue?)null);

    /// <summary>Whether the last day by which to look again is over.</summary>
    public bool IsOverdue(DateOnly today) => !Due.IsUnknown && Due.Latest < today;

    private static ReviewDue? Of(PartialDate evidence, PartialDate? written, int? months)
    {
        if (evidence.IsUnknown)
        {
            return written is { } alone ? new ReviewDue(evidence, alone) : null;
        }

        var due = written ?? (months is { } fresh ? evidence.MonthAfter(fresh) : PartialDate.Unknown);
        return new ReviewDue(evidence, due);
    }
}

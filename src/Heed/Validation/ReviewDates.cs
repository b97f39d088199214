using Heed.Diagnostics;
using Heed.Linking;
using Heed.Model;

namespace Heed.Validation;

/// <summary>Tells how many assessments and findings are due to be looked at again, and names them. Old evidence is no mistake.</summary>
internal static class ReviewDates
{
    public static void Judge(KnowledgeBase knowledge, DateOnly today, DiagnosticLog log)
    {
        var overdue = knowledge.Entries
            .Where(entry => ReviewDue.Of(entry, knowledge.Config.ReviewAfterMonths)?.IsOverdue(today) ?? false)
            .Select(entry => entry.Id.ToString())
            .ToList();
        if (overdue.Count > 0)
        {
            log.Report(
                Catalogue.ReviewOverdue,
                new Place("content/"),
                $"{overdue.Count} pages are due to be looked at again: {string.Join(", ", overdue)}",
                "Their pages say so. Look for newer evidence; add it, or write review_due with a later date when nothing has changed.");
        }
    }
}

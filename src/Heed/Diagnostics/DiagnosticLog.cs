using System.Collections.Concurrent;
using System.Collections.Immutable;
using Heed.Text;

namespace Heed.Diagnostics;

/// <summary>Collects what is wrong, from every stage, so that one run tells all of it.</summary>
public sealed class DiagnosticLog
{
    private readonly ConcurrentBag<Diagnostic> diagnostics = [];

    /// <summary>Whether anything was reported that stops publication.</summary>
    public bool HasErrors => diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>Whether nothing at all was reported.</summary>
    public bool IsEmpty => diagnostics.IsEmpty;

    /// <summary>Reports something at a place. Nothing is hidden in the message: an odd character of a name that looks right is named in it.</summary>
    public void Report(Rule rule, Place place, string message, string cure) => diagnostics.Add(new Diagnostic(rule, place, OddCharacters.Told(message), cure));

    /// <summary>Takes over everything that another log holds.</summary>
    public void Take(DiagnosticLog other)
    {
        foreach (var diagnostic in other.diagnostics)
        {
            diagnostics.Add(diagnostic);
        }
    }

    /// <summary>Everything reported, by place, then rule, then words; each diagnostic once.</summary>
    public ImmutableArray<Diagnostic> Sorted() =>
    [
        .. diagnostics
            .Distinct()
            .OrderBy(diagnostic => diagnostic.Place)
            .ThenBy(diagnostic => diagnostic.Rule.Id, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal),
    ];
}

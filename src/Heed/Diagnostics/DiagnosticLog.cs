using System.Collections.Concurrent;
using System.Collections.Immutable;
using Heed.Text;

namespace Heed.Diagnostics;

/// <summary>Collects what is wrong, from every stage, so that one run tells all of it.</summary>
public sealed class DiagnosticLog
{
    /// <summary>How many diagnostics of one rule are told to a person in one run; the others are counted. What was meant is looked for in these alone.</summary>
    public const int MostOfOneRule = 20;

    private readonly ConcurrentBag<Entry> entries = [];

    /// <summary>Whether anything was reported that stops publication.</summary>
    public bool HasErrors => entries.Any(entry => entry.Diagnostic.Severity == Severity.Error);

    /// <summary>Whether nothing at all was reported.</summary>
    public bool IsEmpty => entries.IsEmpty;

    /// <summary>Reports something at a place. Nothing is hidden in the message: an odd character of a name that looks right is named in it.</summary>
    public void Report(Rule rule, Place place, string message, string cure) => entries.Add(new Entry(new Diagnostic(rule, place, message, cure), null));

    /// <summary>Reports a word that is not known: the message ends in what may have been meant.</summary>
    public void Report(Rule rule, Place place, string message, Guess guess, string cure) => entries.Add(new Entry(new Diagnostic(rule, place, message, cure), guess));

    /// <summary>Takes over everything that another log holds.</summary>
    public void Take(DiagnosticLog other)
    {
        foreach (var entry in other.entries)
        {
            entries.Add(entry);
        }
    }

    /// <summary>Everything reported, by place, then rule, then words; each diagnostic once.</summary>
    public ImmutableArray<Diagnostic> Sorted()
    {
        var seen = new Dictionary<Rule, int>();
        return
        [
            .. entries
                .DistinctBy(entry => entry.Diagnostic)
                .OrderBy(entry => entry.Diagnostic.Place)
                .ThenBy(entry => entry.Diagnostic.Rule.Id, StringComparer.Ordinal)
                .ThenBy(entry => entry.Diagnostic.Message, StringComparer.Ordinal)
                .Select(entry => (seen[entry.Diagnostic.Rule] = seen.GetValueOrDefault(entry.Diagnostic.Rule) + 1) <= MostOfOneRule ? entry.Told(entry.Guess) : entry.Told(null)),
        ];
    }

    private sealed record Entry(Diagnostic Diagnostic, Guess? Guess)
    {
        public Diagnostic Told(Guess? guess) => Diagnostic with { Message = OddCharacters.Told($"{Diagnostic.Message}{guess}") };
    }
}

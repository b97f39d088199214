using System.Collections.Immutable;
using System.Globalization;
using Heed.Diagnostics;

namespace Heed.Cli.Reporting;

/// <summary>What is told to a person: the first of each rule, and how many more there are. A slip in one list can make thousands.</summary>
/// <param name="Told">In the order given.</param>
/// <param name="More">For each rule of which not all are told, how many are not, by id.</param>
internal sealed record FirstOfEachRule(ImmutableArray<Diagnostic> Told, ImmutableArray<(Rule Rule, int Count)> More)
{
    /// <summary>Chooses them.</summary>
    public static FirstOfEachRule Of(IEnumerable<Diagnostic> diagnostics)
    {
        var told = ImmutableArray.CreateBuilder<Diagnostic>();
        var seen = new SortedDictionary<string, (Rule Rule, int Count)>(StringComparer.Ordinal);
        foreach (var diagnostic in diagnostics)
        {
            var count = seen.GetValueOrDefault(diagnostic.Rule.Id).Count + 1;
            seen[diagnostic.Rule.Id] = (diagnostic.Rule, count);
            if (count <= DiagnosticLog.MostOfOneRule)
            {
                told.Add(diagnostic);
            }
        }

        return new FirstOfEachRule(
            told.ToImmutable(),
            [.. seen.Values.Where(rule => rule.Count > DiagnosticLog.MostOfOneRule).Select(rule => (rule.Rule, rule.Count - DiagnosticLog.MostOfOneRule))]);
    }

    /// <summary><c>2,980 more of dangling-reference (a link to an entry that is not there); mend these first, or see all with heed check --format json</c>.</summary>
    public static string Sentence(Rule rule, int more) =>
        string.Create(CultureInfo.InvariantCulture, $"{more:N0} more of {rule.Id} ({rule.Title}); mend these first, or see all with `heed check --format json`");
}

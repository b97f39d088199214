using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Heed.Model;

namespace Heed.Cli.Disk;

/// <summary>Reads the changes of levels out of the differences that git prints, oldest first.</summary>
internal sealed partial class LevelHistory
{
    private readonly Dictionary<string, List<LevelChange>> changes = new(StringComparer.Ordinal);
    private readonly HashSet<string> published = new(StringComparer.Ordinal);
    private readonly List<string> entered = [];
    private DateOnly day;
    private string file = "";
    private string? from;
    private string? renamedFrom;
    private bool isInHunk;

    /// <summary>Takes one line: the day of a commit after a slash, or a line of a difference without context.</summary>
    public void Read(string line)
    {
        if (line.StartsWith('/'))
        {
            // What a commit enters in the ledger is published from the next one on: the level that it has is the one published.
            published.UnionWith(entered);
            entered.Clear();
            day = DateOnly.ParseExact(line.AsSpan(1), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        else if (line.StartsWith("diff --git ", StringComparison.Ordinal))
        {
            (file, from, renamedFrom, isInHunk) = ("", null, null, false);
        }
        else if (line.StartsWith("@@", StringComparison.Ordinal))
        {
            isInHunk = true;
        }
        else if (isInHunk)
        {
            ReadChange(line);
        }
        else if (line.StartsWith("rename from ", StringComparison.Ordinal))
        {
            renamedFrom = line["rename from ".Length..];
        }
        else if (line.StartsWith("rename to ", StringComparison.Ordinal))
        {
            Rename(renamedFrom!, line["rename to ".Length..]);
        }
        else if (line.StartsWith("+++ b/", StringComparison.Ordinal))
        {
            file = line["+++ b/".Length..].TrimEnd('\t');
        }
    }

    /// <summary>The changes, by the path that each file has now.</summary>
    public ImmutableDictionary<string, ImmutableArray<LevelChange>> Changes() =>
        changes.Where(pair => pair.Value.Count > 0).ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal);

    private void ReadChange(string line)
    {
        if (Entered().Match(line) is { Success: true } address)
        {
            entered.Add($"content/{address.Groups[1].Value}.md");
        }
        else if (Level().Match(line) is { Success: true } level)
        {
            if (line[0] == '-')
            {
                from = level.Groups[1].Value;
            }
            else if (from is not null && from != level.Groups[1].Value && published.Contains(file))
            {
                Of(file).Add(new LevelChange(day, from, level.Groups[1].Value));
            }
        }
    }

    private void Rename(string before, string after)
    {
        if (changes.Remove(before, out var known))
        {
            changes[after] = known;
        }

        if (published.Contains(before))
        {
            published.Add(after);
        }
    }

    private List<LevelChange> Of(string path) => changes.TryGetValue(path, out var known) ? known : changes[path] = [];

    [GeneratedRegex(@"\A\+""(evaluations/[^""#]+)\.html"":", RegexOptions.CultureInvariant)]
    private static partial Regex Entered();

    [GeneratedRegex(@"\A[-+]level:\s*[""']?([^""'#\s]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Level();
}

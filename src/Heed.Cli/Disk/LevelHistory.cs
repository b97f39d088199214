using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Heed.Linking;
using Heed.Model;

namespace Heed.Cli.Disk;

/// <summary>One file that a commit changed.</summary>
/// <param name="Before">Its path before.</param>
/// <param name="Path">Its path now, another one when it was renamed.</param>
/// <param name="Bytes">The id of its bytes; null when it was removed.</param>
internal readonly record struct FileChange(string Before, string Path, string? Bytes);

/// <summary>Follows the levels of evaluations through the commits, oldest first.</summary>
/// <param name="read">Gives the bytes of an id.</param>
internal sealed partial class LevelHistory(Func<string, byte[]> read)
{
    private readonly Dictionary<string, List<LevelChange>> changes = new(StringComparer.Ordinal);
    private readonly HashSet<string> published = new(StringComparer.Ordinal);

    // A page that was away for a while comes back with the level that it had.
    private readonly Dictionary<string, string> levels = new(StringComparer.Ordinal);

    /// <summary>Takes one commit.</summary>
    public void Read(DateOnly day, ImmutableArray<FileChange> commit)
    {
        Rename([.. commit.Where(file => file.Before != file.Path)]);
        foreach (var file in commit.Where(file => file.Path != PermalinkLedger.Path && file.Bytes is not null))
        {
            if (LevelOf(read(file.Bytes!)) is not { } level)
            {
                continue;
            }

            if (levels.TryGetValue(file.Path, out var before) && before != level && published.Contains(file.Path))
            {
                Of(file.Path).Add(new LevelChange(day, before, level));
            }

            levels[file.Path] = level;
        }

        // What a commit enters in the ledger is published from the next one on: the level that it has is the one published.
        foreach (var ledger in commit.Where(file => file.Path == PermalinkLedger.Path && file.Bytes is not null))
        {
            published.UnionWith(Entered().Matches(Text(read(ledger.Bytes!))).Select(address => $"content/{address.Groups[1].Value}.md"));
        }
    }

    /// <summary>The changes, by the path that each file has now.</summary>
    public ImmutableDictionary<string, ImmutableArray<LevelChange>> Changes() =>
        changes.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>What is known of files goes along with them. All are taken up before one is put down, as two may change places.</summary>
    private void Rename(ImmutableArray<FileChange> renamed)
    {
        var known = renamed.Select(file => (file.Path, Changes: changes.GetValueOrDefault(file.Before), Level: levels.GetValueOrDefault(file.Before), IsPublished: published.Contains(file.Before))).ToList();
        foreach (var file in renamed)
        {
            changes.Remove(file.Before);
            levels.Remove(file.Before);
        }

        foreach (var (path, earlier, level, isPublished) in known)
        {
            if (earlier is not null)
            {
                changes[path] = earlier;
            }

            if (level is not null)
            {
                levels[path] = level;
            }

            if (isPublished)
            {
                published.Add(path);
            }
        }
    }

    private List<LevelChange> Of(string path) => changes.TryGetValue(path, out var known) ? known : changes[path] = [];

    /// <summary>The level in the head of a page, however it is written; null when there is none.</summary>
    private static string? LevelOf(byte[] page)
    {
        var text = Text(page);
        var end = text.IndexOf("\n---", Math.Min(4, text.Length), StringComparison.Ordinal);
        return Level().Match(end < 0 ? text : text[..end]) is { Success: true } level ? level.Groups[1].Value : null;
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes).Replace("\r", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^""(evaluations/[^""#]+)\.html"":", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Entered();

    // A key at the margin; its value on the same line or, after remarks, on the next.
    [GeneratedRegex(@"^[""']?level[""']?[ \t]*:(?:\s|\#[^\n]*\n)*[""']?([^""'#\s]+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Level();
}

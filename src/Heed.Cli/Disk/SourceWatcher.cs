using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Heed.Cli.Disk;

/// <summary>Tells when a file of the knowledge base has changed, once for a burst of changes.</summary>
/// <remarks>
/// It looks at the folder again and again, as the messages of a system about its files are lost where a folder is replaced, is
/// reached by a link or over a network, or where there are more files than the system will watch; and a preview that does not
/// follow its author is worse than none.
/// </remarks>
public sealed class SourceWatcher(string root)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Editors save by several steps (write beside, rename, touch); they are over well within this time.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    private ImmutableSortedDictionary<string, string> known = Look(root);

    /// <summary>A short name for each burst: the file, or how many there were. What changed since this watcher was made is told, too.</summary>
    public async IAsyncEnumerable<string> Changes([EnumeratorCancellation] CancellationToken cancelled)
    {
        while (true)
        {
            var (now, took) = TimedLook();
            if (now.SequenceEqual(known))
            {
                // Of a folder that is large or slow, looking takes a tenth of the time.
                await Task.Delay(took * 10 > Pause ? took * 10 : Pause, cancelled);
                continue;
            }

            var settled = now;
            do
            {
                now = settled;
                await Task.Delay(Quiet, cancelled);
                settled = Look(root);
            }
            while (!settled.SequenceEqual(now));

            string[] changed = [.. now.Except(known).Concat(known.Except(now)).Select(file => file.Key).Distinct().Order(StringComparer.Ordinal)];
            known = now;
            if (changed.Length > 0)
            {
                yield return changed.Length == 1 ? changed[0] : $"{changed[0]} and {changed.Length - 1} more";
            }
        }
    }

    private (ImmutableSortedDictionary<string, string> Files, TimeSpan Took) TimedLook()
    {
        var watch = Stopwatch.StartNew();
        return (Look(root), watch.Elapsed);
    }

    /// <summary>Each file with what tells one state of it from another: where it really stands, how long it is and when it was written.</summary>
    private static ImmutableSortedDictionary<string, string> Look(string root)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        try
        {
            foreach (var (path, real) in SourceFolder.Files(root))
            {
                var file = new FileInfo(real);
                files[path] = file.Exists ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{real} {file.Length} {file.LastWriteTimeUtc.Ticks}") : "";
            }
        }
        catch (Exception refused) when (refused is WrongUseException or IOException or UnauthorizedAccessException)
        {
            // The build stumbles over the same and says so; when it is mended, that is a change.
            files[$"({refused.Message})"] = "";
        }

        return files.ToImmutable();
    }
}

using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Heed.Cli.Disk;

/// <summary>Tells when a file of the knowledge base has changed, once for a burst of changes.</summary>
internal sealed class SourceWatcher : IDisposable
{
    /// <summary>Editors save by several steps (write beside, rename, touch); they are over well within this time.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    private readonly string root;
    private readonly Channel<string> changes = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock gate = new();
    private readonly Dictionary<string, FileSystemWatcher> watchers = new(StringComparer.Ordinal);

    public SourceWatcher(string root)
    {
        this.root = root;

        // The root is watched by itself, without what stands in it: .git, node_modules and the output are not ours.
        Watch("", deep: false);
        WatchFolders();
    }

    /// <summary>A short name for each burst: the file, or how many there were.</summary>
    public async IAsyncEnumerable<string> Changes([EnumeratorCancellation] CancellationToken cancelled)
    {
        while (await changes.Reader.WaitToReadAsync(cancelled))
        {
            var paths = new SortedSet<string>(StringComparer.Ordinal);
            do
            {
                while (changes.Reader.TryRead(out var path))
                {
                    paths.Add(path);
                }

                await Task.Delay(Quiet, cancelled);
            }
            while (changes.Reader.TryPeek(out _));

            WatchFolders();
            yield return paths.Count == 1 ? paths.Min! : $"{paths.Min} and {paths.Count - 1} more";
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var watcher in watchers.Values)
            {
                watcher.Dispose();
            }

            watchers.Clear();
        }
    }

    /// <summary>A folder that was made, or made anew, while we watch is watched from now on.</summary>
    private void WatchFolders()
    {
        foreach (var folder in SourceFolder.Folders)
        {
            Watch(folder, deep: true);
        }
    }

    private void Watch(string folder, bool deep)
    {
        lock (gate)
        {
            var path = Path.Combine(root, folder);
            var exists = Directory.Exists(path);
            if (watchers.ContainsKey(folder) == exists)
            {
                return;
            }

            if (!exists)
            {
                watchers.Remove(folder, out var gone);
                gone?.Dispose();
                return;
            }

            var watcher = new FileSystemWatcher(path) { IncludeSubdirectories = deep };
            watcher.Changed += Noticed;
            watcher.Created += Noticed;
            watcher.Deleted += Noticed;
            watcher.Renamed += (_, renamed) =>
            {
                Notice(renamed.OldFullPath);
                Notice(renamed.FullPath);
            };

            // Too many changes to be told one by one: what changed is not known, that something did is.
            watcher.Error += (_, _) => changes.Writer.TryWrite("much");
            watcher.EnableRaisingEvents = true;
            watchers[folder] = watcher;
        }
    }

    private void Noticed(object sender, FileSystemEventArgs change) => Notice(change.FullPath);

    private void Notice(string full)
    {
        var path = Path.GetRelativePath(root, full).Replace(Path.DirectorySeparatorChar, '/');
        if (SourceFolder.IsRead(path))
        {
            changes.Writer.TryWrite(path);
        }
    }
}

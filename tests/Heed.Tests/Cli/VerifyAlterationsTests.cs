using System.Text;
using System.Text.Json;
using Heed.Cli;
using Heed.Exporting;
using Heed.Proof;
using Heed.Tests.Support;

namespace Heed.Tests.Cli;

/// <summary><c>heed verify</c> finds random alterations of a published folder, and of an archive.</summary>
[Trait("tier", "slow")]
public sealed class VerifyAlterationsTests
{
    private static readonly int Times = Thorough.Times(36, 300);

    // Each kind comes as often as the others.
    private static readonly (string Name, Func<Copy, Random, Alteration?> Alter)[] Kinds =
    [
        ("flip a byte", FlipByte),
        ("truncate", Truncate),
        ("append", Append),
        ("delete", Delete),
        ("rename", Rename),
        ("add a file", Add),
        ("swap two files", Swap),
        ("alter the manifest", AlterManifest),
        ("alter a foot", AlterFoot),
        ("alter a file and its line in the manifest", Forge),
        ("alter the content hash in the manifest", AlterContentHash),
        ("delete the manifest", DeleteManifest),
    ];

    private static readonly string[] Lists = ["altered", "missing", "added", "other_version"];

    private sealed class Copy(SortedDictionary<string, byte[]> files)
    {
        public SortedDictionary<string, byte[]> Files { get; } = files;

        /// <summary>A file that holds something and is not the manifest.</summary>
        public string Any(Random random)
        {
            var paths = Files.Where(file => file.Value.Length > 0 && file.Key != ReleaseManifest.Path).Select(file => file.Key).ToList();
            return paths[random.Next(paths.Count)];
        }
    }

    /// <summary>What verify must tell.</summary>
    /// <param name="List">The list in which it stands; empty when only the manifest's own hash, or nothing but its absence, tells.</param>
    /// <param name="Paths">What stands there.</param>
    /// <param name="Added">What was added besides.</param>
    private sealed record Alteration(string List, string[] Paths, string[]? Added = null, bool NeedsHash = false);

    [Fact]
    public async Task Each_alteration_of_a_folder_is_found_and_named()
    {
        var random = Seed.Random();
        using var folder = new TemporaryFolder();
        var original = CopyOfSite.Files();
        CopyOfSite.Write(folder, new Dictionary<string, byte[]>(), original);
        Assert.Equal(ExitStatus.Well, (await CliRun.In(folder, "verify", ".", "--manifest-hash", CopyOfSite.ManifestHash)).Status);

        for (var time = 0; time < Times; time++)
        {
            var (name, altered, expected) = Alter(original, time, random);
            CopyOfSite.Write(folder, original, altered);
            await AssertFound(folder, ".", expected, $"{name}, time {time}");
            CopyOfSite.Write(folder, altered, original);
        }

        Assert.Equal(ExitStatus.Well, (await CliRun.In(folder, "verify", ".", "--manifest-hash", CopyOfSite.ManifestHash)).Status);
    }

    [Fact]
    public async Task Each_alteration_within_an_archive_is_found_and_named()
    {
        var random = Seed.Random();
        using var folder = new TemporaryFolder();
        var file = folder.At("site.zip");
        var original = CopyOfSite.ArchiveFiles();
        foreach (var bytes in (byte[][])[SiteArchive.Pack(CopyOfSite.Publication), CopyOfSite.Zip(CopyOfSite.Entries(original))])
        {
            await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
            var well = await CliRun.In(folder, "verify", "site.zip", "--manifest-hash", CopyOfSite.ManifestHash);
            Assert.True(well.Status == ExitStatus.Well, well.Out);
        }

        for (var time = 0; time < Times; time++)
        {
            var (name, altered, expected) = Alter(original, time, random);
            await File.WriteAllBytesAsync(file, CopyOfSite.Zip(CopyOfSite.Entries(altered)), TestContext.Current.CancellationToken);
            await AssertFound(folder, "site.zip", expected, $"{name}, time {time}");
        }
    }

    [Fact]
    public async Task Each_alteration_of_an_archive_as_a_file_is_found()
    {
        var random = Seed.Random();
        using var folder = new TemporaryFolder();
        var whole = SiteArchive.Pack(CopyOfSite.Publication);
        for (var time = 0; time < Times; time++)
        {
            var (name, altered) = (time % 5) switch
            {
                0 => ("truncate", whole[..random.Next(whole.Length)]),
                1 => ("append", [.. whole, .. Some(random)]),
                2 => ("put before", [.. Some(random), .. whole]),
                3 => ("put between", Between(whole, random)),
                _ => ("flip a byte of a file or its name", Flipped(whole, random)),
            };
            await File.WriteAllBytesAsync(folder.At("site.zip"), altered, TestContext.Current.CancellationToken);

            var run = await CliRun.In(folder, "verify", "site.zip");

            Assert.True(run.Status == ExitStatus.ContentNeedsMending, $"{name}, time {time}: {run.Status}\n{run.Out}{run.Error}");
            Assert.Contains("NOT what was published", run.Out, StringComparison.Ordinal);
        }
    }

    private static (string Name, SortedDictionary<string, byte[]> Files, Alteration Expected) Alter(SortedDictionary<string, byte[]> original, int time, Random random)
    {
        var (name, alter) = Kinds[time % Kinds.Length];
        while (true)
        {
            // An alteration that happens to change nothing, such as a swap of two equal files, is drawn again.
            var copy = new Copy(new SortedDictionary<string, byte[]>(original, StringComparer.Ordinal));
            if (alter(copy, random) is { } expected)
            {
                return (name, copy.Files, expected);
            }
        }
    }

    private static async Task AssertFound(string folder, string copy, Alteration expected, string what)
    {
        string[] hash = expected.NeedsHash ? ["--manifest-hash", CopyOfSite.ManifestHash] : [];
        var run = await CliRun.In(folder, ["verify", copy, "--format", "json", .. hash]);

        Assert.True(run.Status == ExitStatus.ContentNeedsMending, $"{what}: status {run.Status}\n{run.Out}{run.Error}");
        using var told = JsonDocument.Parse(run.Out);
        Assert.True(told.RootElement.GetProperty("differs").GetBoolean(), what);
        if (expected.List.Length == 0)
        {
            return;
        }

        foreach (var list in Lists)
        {
            string[] paths = list == expected.List ? expected.Paths : list == "added" ? expected.Added ?? [] : [];
            var named = told.RootElement.GetProperty(list).EnumerateArray().Select(item => item.GetProperty("path").GetString()!);
            Assert.True(paths.Order(StringComparer.Ordinal).SequenceEqual(named), $"{what}: {list} is to be {string.Join(", ", paths)}\n{run.Out}");
        }
    }

    private static Alteration FlipByte(Copy copy, Random random)
    {
        var path = copy.Any(random);
        copy.Files[path] = WithFlipped(copy.Files[path], random.Next(copy.Files[path].Length), random);
        return new Alteration("altered", [path]);
    }

    private static Alteration Truncate(Copy copy, Random random)
    {
        var path = copy.Any(random);
        copy.Files[path] = copy.Files[path][..random.Next(copy.Files[path].Length)];
        return new Alteration("altered", [path]);
    }

    private static Alteration Append(Copy copy, Random random)
    {
        var path = copy.Any(random);
        copy.Files[path] = [.. copy.Files[path], .. Some(random)];
        return new Alteration("altered", [path]);
    }

    private static Alteration Delete(Copy copy, Random random)
    {
        var path = copy.Any(random);
        copy.Files.Remove(path);
        return new Alteration("missing", [path]);
    }

    private static Alteration? Rename(Copy copy, Random random)
    {
        var path = copy.Any(random);
        var name = random.Next(2) == 0 ? path + "~" : "moved/" + path;
        copy.Files.Remove(path, out var bytes);
        return copy.Files.TryAdd(name, bytes!) ? new Alteration("missing", [path], [name]) : null;
    }

    private static Alteration? Add(Copy copy, Random random)
    {
        var folder = Path.GetDirectoryName(copy.Any(random))!.Replace('\\', '/');
        string[] names = ["new.html", ".hidden", "SHA256SUMS.txt", "a/b/c.js", "Index.html"];
        var name = (folder.Length > 0 ? folder + "/" : "") + names[random.Next(names.Length)];
        return copy.Files.TryAdd(name, random.Next(3) == 0 ? [] : Some(random)) ? new Alteration("added", [name]) : null;
    }

    private static Alteration? Swap(Copy copy, Random random)
    {
        var (one, two) = (copy.Any(random), copy.Any(random));
        (copy.Files[one], copy.Files[two]) = (copy.Files[two], copy.Files[one]);
        return copy.Files[one].AsSpan().SequenceEqual(copy.Files[two]) ? null : new Alteration("altered", [one, two]);
    }

    private static Alteration AlterManifest(Copy copy, Random random)
    {
        var manifest = copy.Files[ReleaseManifest.Path];
        copy.Files[ReleaseManifest.Path] = random.Next(3) switch
        {
            0 => WithFlipped(manifest, random.Next(manifest.Length), random),
            1 => manifest[..random.Next(manifest.Length)],
            _ => [.. manifest, .. Some(random)],
        };
        return new Alteration("", [], NeedsHash: true);
    }

    private static Alteration AlterFoot(Copy copy, Random random)
    {
        var path = AnyPage(copy, random);
        copy.Files[path] = WithFoot(copy.Files[path], random);
        return new Alteration("altered", [path]);
    }

    /// <summary>Everything agrees with everything else in the copy: only what comes from elsewhere tells.</summary>
    private static Alteration Forge(Copy copy, Random random)
    {
        var path = copy.Any(random);
        while (path == SiteArchive.Readme)
        {
            path = copy.Any(random);
        }

        var old = Sha256.HexOf(copy.Files[path]);
        copy.Files[path] = [.. copy.Files[path], .. Some(random)];
        Replace(copy, $"{old}  {path}\n", $"{Sha256.HexOf(copy.Files[path])}  {path}\n");
        return new Alteration("", [], NeedsHash: true);
    }

    private static Alteration AlterContentHash(Copy copy, Random random)
    {
        var content = Encoding.UTF8.GetString(copy.Files[ReleaseManifest.Path]).Split('\n')[1];
        Replace(copy, content, "# content " + Sha256.HexOf(Some(random)));
        return new Alteration("other_version", [.. copy.Files.Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal))]);
    }

    private static Alteration DeleteManifest(Copy copy, Random random)
    {
        copy.Files.Remove(ReleaseManifest.Path);
        return new Alteration("", []);
    }

    private static string AnyPage(Copy copy, Random random)
    {
        var pages = copy.Files.Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal)).ToList();
        return pages[random.Next(pages.Count)];
    }

    private static byte[] WithFoot(byte[] page, Random random)
    {
        var text = Encoding.UTF8.GetString(page);
        var start = text.IndexOf("<code data-version>", StringComparison.Ordinal) + "<code data-version>".Length;
        return Encoding.UTF8.GetBytes(text[..start] + Sha256.HexOf(Some(random))[..ContentHash.BriefLength] + text[(start + ContentHash.BriefLength)..]);
    }

    private static void Replace(Copy copy, string old, string by)
    {
        var text = Encoding.UTF8.GetString(copy.Files[ReleaseManifest.Path]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        copy.Files[ReleaseManifest.Path] = Encoding.UTF8.GetBytes(text.Replace(old, by, StringComparison.Ordinal));
    }

    private static byte[] Some(Random random)
    {
        var bytes = new byte[random.Next(1, 64)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] WithFlipped(byte[] bytes, int at, Random random)
    {
        byte[] flipped = [.. bytes];
        flipped[at] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    /// <summary>Puts bytes before a file other than the first, and corrects nothing.</summary>
    private static byte[] Between(byte[] archive, Random random)
    {
        var heads = Heads(archive);
        var at = heads[random.Next(1, heads.Count)];
        return [.. archive[..at], .. Some(random), .. archive[at..]];
    }

    /// <summary>Flips a byte between the heads of the first and the last file: of a head, a name, or what is packed.</summary>
    private static byte[] Flipped(byte[] archive, Random random)
    {
        // Extra fields and times are no part of what is published; our archives have none of the first, and heads are compared whole.
        var heads = Heads(archive);
        return WithFlipped(archive, random.Next(heads[0], heads[^1]), random);
    }

    private static List<int> Heads(byte[] archive)
    {
        var heads = new List<int>();
        for (var at = 0; (at = archive.AsSpan(at).IndexOf("PK\u0003\u0004"u8) is var next and >= 0 ? at + next : -1) >= 0; at++)
        {
            heads.Add(at);
        }

        return heads;
    }
}

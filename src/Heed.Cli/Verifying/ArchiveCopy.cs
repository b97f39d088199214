using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using Heed.Proof;

namespace Heed.Cli.Verifying;

/// <summary>An archive as <c>heed export zip</c> writes it, looked at without unpacking it to the disk.</summary>
internal sealed class ArchiveCopy : ICopy
{
    /// <summary>What unpacks to more is not looked at: it is made to fill a disk.</summary>
    public const long MostBytes = 4L << 30;

    private readonly ZipArchive? archive;
    private readonly List<string> problems = [];
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.Ordinal);
    private readonly string folder = "";

    /// <summary>Opens an archive.</summary>
    /// <param name="stream">Its bytes; closed with this.</param>
    public ArchiveCopy(FileStream stream)
    {
        try
        {
            if (ZipLayout.Problem(stream) is { } problem)
            {
                problems.Add(problem);
            }

            archive = new ZipArchive(stream, ZipArchiveMode.Read);
            TakeEntries(archive);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException)
        {
            problems.Add($"it is not an archive that can be unpacked: {broken.Message}");
            stream.Dispose();
        }

        // The site stands below one folder; whatever else holds a manifest stands deeper.
        var manifest = entries.Keys
            .Where(name => name == ReleaseManifest.Path || name.EndsWith("/" + ReleaseManifest.Path, StringComparison.Ordinal))
            .OrderBy(name => name.Count(character => character == '/'))
            .ThenBy(name => name, StringComparer.Ordinal)
            .FirstOrDefault();
        folder = manifest is null ? "" : manifest[..^ReleaseManifest.Path.Length];
    }

    public string Kind => "an archive";

    public bool ShowsAdded => true;

    public bool IsArchive => true;

    public ImmutableArray<string> Problems => [.. problems];

    public ImmutableArray<string> Notes => [];

    public async Task<byte[]?> Read(string name, int most, CancellationToken cancelled)
    {
        if (!entries.TryGetValue(folder + name, out var entry))
        {
            return null;
        }

        try
        {
            await using var content = await entry.OpenAsync(cancelled);
            return await Limited.Read(content, most, cancelled);
        }
        catch (InvalidDataException)
        {
            // Told of all files alike when they are read to their ends.
            return [];
        }
    }

    public async Task<IReadOnlyCollection<FoundFile>> Find(ReleaseManifest manifest, CancellationToken cancelled)
    {
        // One after the other, as they come from one stream.
        var found = new List<FoundFile>();
        foreach (var (name, entry) in entries)
        {
            var path = name.StartsWith(folder, StringComparison.Ordinal) ? name[folder.Length..] : "../" + name;
            found.Add(await Read(path, entry, cancelled));
        }

        // Neither of these is compared with the manifest, so nothing else would tell that they cannot be unpacked.
        problems.AddRange(found
            .Where(file => file.Problem is not null && (file.Path == ReleaseManifest.Path || SigningKey.IsSignature(file.Path)))
            .Select(file => $"{file.Path} {file.Problem}"));
        return found;
    }

    public void Dispose() => archive?.Dispose();

    private void TakeEntries(ZipArchive opened)
    {
        if (opened.Entries.Count > 2 * ReleaseManifest.MostFiles)
        {
            problems.Add("it holds more files than any site has, and was not looked at");
            return;
        }

        // A sum of what hostile numbers say must not run over.
        var total = opened.Entries.Aggregate(0m, (sum, entry) => sum + entry.Length);
        if (total > MostBytes)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"it would unpack to {total / (1L << 30):N1} GB, more than any site is, and was not looked at"));
            return;
        }

        foreach (var entry in opened.Entries)
        {
            // Programs that pack a folder name the folders, too; there is nothing in them.
            var isFolder = entry.FullName.EndsWith('/') && entry.Length == 0;
            if (ReleaseManifest.ProblemOf(isFolder ? entry.FullName[..^1] : entry.FullName) is { } problem)
            {
                problems.Add($"its entry \"{entry.FullName}\" {problem}");
            }
            else if (!isFolder && !entries.TryAdd(entry.FullName, entry))
            {
                problems.Add($"it holds {entry.FullName} a second time, so that programs may unpack one or the other");
            }
        }
    }

    private static async Task<FoundFile> Read(string path, ZipArchiveEntry entry, CancellationToken cancelled)
    {
        if (entry.IsEncrypted)
        {
            return FoundFile.Unreadable(path, "is encrypted");
        }

        try
        {
            await using var content = new SummedStream(await entry.OpenAsync(cancelled));
            var found = await FoundFile.Read(path, content, cancelled);
            return found switch
            {
                { Problem: not null } => found,
                _ when content.Length != entry.Length => FoundFile.Unreadable(path, "is not as long as the archive says"),
                _ when content.Sum != entry.Crc32 => FoundFile.Unreadable(path, "does not have the checksum (CRC) that the archive says"),
                _ => found,
            };
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            return FoundFile.Unreadable(path, $"cannot be unpacked: {broken.Message}");
        }
    }
}

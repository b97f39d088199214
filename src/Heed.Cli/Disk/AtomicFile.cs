namespace Heed.Cli.Disk;

/// <summary>Replaces a file as a whole, so that whoever reads it meets the old text or the new one and never a half.</summary>
public static class AtomicFile
{
    /// <summary>Writes beside the file, lets the disk confirm it, and renames.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var beside = Path.Combine(folder, $".heed-{Guid.NewGuid():n}");
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}

namespace Heed.Cli.Verifying;

/// <summary>Reads what may be longer than it should.</summary>
internal static class Limited
{
    /// <summary>The bytes of a stream, but never more than one above the limit.</summary>
    public static async Task<byte[]> Read(Stream stream, int most, CancellationToken cancelled)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 14];
        int read;
        while (bytes.Length <= most && (read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most + 1L - bytes.Length)), cancelled)) > 0)
        {
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}

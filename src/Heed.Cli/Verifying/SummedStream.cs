using System.IO.Hashing;

namespace Heed.Cli.Verifying;

/// <summary>Passes bytes on and sums them up as archives do, by CRC-32.</summary>
internal sealed class SummedStream(Stream inner) : Stream
{
    private readonly Crc32 sum = new();
    private long length;

    /// <summary>The sum of what was read.</summary>
    public uint Sum => sum.GetCurrentHashAsUInt32();

    /// <summary>How much was read.</summary>
    public override long Length => length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Summed(buffer.AsSpan(offset), inner.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return Summed(buffer.Span, read);
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }

    private int Summed(ReadOnlySpan<byte> buffer, int read)
    {
        sum.Append(buffer[..read]);
        length += read;
        return read;
    }
}

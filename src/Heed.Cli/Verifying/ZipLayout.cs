using System.Buffers.Binary;

namespace Heed.Cli.Verifying;

/// <summary>Whether an archive consists of its files and its list of them, and of nothing else.</summary>
/// <remarks>
/// Programs that unpack read an archive from its end or from its beginning, and some repair what is broken. If there are bytes
/// before, between or behind the files, or if a file's own head says something else than the list, they may not unpack the same.
/// The format is PKWARE's APPNOTE.TXT 6.3.10: local file header 4.3.7, central directory 4.3.12, its end 4.3.14 to 4.3.16.
/// </remarks>
internal static class ZipLayout
{
    private const uint LocalMark = 0x04034b50;
    private const uint CentralMark = 0x02014b50;
    private const uint EndMark = 0x06054b50;
    private const uint End64Mark = 0x06064b50;
    private const uint Locator64Mark = 0x07064b50;
    private const int LocalLength = 30;
    private const int HeadLength = 22;
    private const int CentralLength = 46;
    private const int EndLength = 22;
    private const int End64Length = 56;
    private const int Locator64Length = 20;
    private const int HasDescriptor = 1 << 3;

    // The list of half a million files of long names; more is refused before it is read.
    private const long MostBytesOfList = 256 << 20;

    /// <summary>What is wrong with the archive, or null. The stream stands anywhere afterwards.</summary>
    public static string? Problem(Stream archive)
    {
        if (FindList(archive) is not { } list)
        {
            return "it does not end as an archive ends: something was cut off, or added behind it";
        }

        if (ReadList(archive, list) is not { } entries)
        {
            return "its list of files is broken, or something was put beside it";
        }

        // Each file ends where the next one begins, and the last one where the list begins.
        var ends = entries.Select(entry => entry.Start).Append(list.Start).ToArray();
        if (ends[0] != 0)
        {
            return "it holds bytes before its files";
        }

        foreach (var (entry, end) in entries.Zip(ends.Skip(1)))
        {
            if (LengthOf(archive, entry) is not { } length)
            {
                return "the head of a file in it says something else than its list of files";
            }

            if (length != end - entry.Start)
            {
                return "it holds bytes between its files, or files that overlap";
            }
        }

        return null;
    }

    private static (long Start, long End, long Count)? FindList(Stream archive)
    {
        if (ReadAt(archive, archive.Length - EndLength, EndLength) is not { } end || U32(end, 0) != EndMark || U16(end, 20) != 0)
        {
            return null;
        }

        var (count, length, start) = (U16(end, 10), U32(end, 12), U32(end, 16));
        if (count != ushort.MaxValue && length != uint.MaxValue && start != uint.MaxValue)
        {
            return (start, archive.Length - EndLength, count);
        }

        var before = archive.Length - EndLength - Locator64Length - End64Length;
        return ReadAt(archive, before, End64Length + Locator64Length) is { } large && U32(large, 0) == End64Mark && U32(large, End64Length) == Locator64Mark
            ? ((long)U64(large, 48), before, (long)U64(large, 32))
            : null;
    }

    private static List<Entry>? ReadList(Stream archive, (long Start, long End, long Count) list)
    {
        if (list.Start < 0 || list.End - list.Start > MostBytesOfList || ReadAt(archive, list.Start, list.End - list.Start) is not { } bytes)
        {
            return null;
        }

        var entries = new List<Entry>();
        var at = 0;
        while (at < bytes.Length)
        {
            var rest = bytes.AsSpan(at);
            if (rest.Length < CentralLength || U32(rest, 0) != CentralMark)
            {
                return null;
            }

            var (name, extra, comment) = (U16(rest, 28), U16(rest, 30), U16(rest, 32));
            if (rest.Length < CentralLength + name + extra + comment)
            {
                return null;
            }

            var (packed, start) = Numbers(rest, rest.Slice(CentralLength + name, extra));
            entries.Add(new Entry(start, packed, rest.Slice(6, HeadLength).ToArray(), rest.Slice(CentralLength, name).ToArray()));
            at += CentralLength + name + extra + comment;
        }

        entries.Sort((left, right) => left.Start.CompareTo(right.Start));
        return entries.Count == list.Count ? entries : null;
    }

    /// <summary>The length of what is packed, and where it starts; the larger ones of archives above 4 GB stand in an extra field.</summary>
    private static (long Packed, long Start) Numbers(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> extra)
    {
        long packed = U32(entry, 20);
        long start = U32(entry, 42);
        while (extra.Length >= 4)
        {
            var length = U16(extra, 2);
            if (U16(extra, 0) == 1 && extra.Length >= 4 + length)
            {
                var field = extra.Slice(4, length);
                field = U32(entry, 24) == uint.MaxValue && field.Length >= 8 ? field[8..] : field;
                if (packed == uint.MaxValue && field.Length >= 8)
                {
                    packed = (long)U64(field, 0);
                    field = field[8..];
                }

                start = start == uint.MaxValue && field.Length >= 8 ? (long)U64(field, 0) : start;
            }

            extra = extra[Math.Min(extra.Length, 4 + length)..];
        }

        return (packed, start);
    }

    /// <summary>How long a file is with its head and what may follow it; null when its head is not the one of the list.</summary>
    private static long? LengthOf(Stream archive, Entry entry)
    {
        if (ReadAt(archive, entry.Start, LocalLength) is not { } head
            || U32(head, 0) != LocalMark
            || ReadAt(archive, entry.Start + LocalLength, U16(head, 26)) is not { } name
            || !name.AsSpan().SequenceEqual(entry.Name))
        {
            return null;
        }

        var length = LocalLength + name.Length + U16(head, 28) + entry.Packed;
        if ((U16(head, 6) & HasDescriptor) == 0)
        {
            return head.AsSpan(4, entry.Head.Length).SequenceEqual(entry.Head) ? length : null;
        }

        // Packed without knowing its length before: sums and lengths follow it, perhaps marked, perhaps in twice the width.
        var after = ReadAt(archive, entry.Start + length, 4) is { } mark && U32(mark, 0) == 0x08074b50 ? 4 : 0;
        foreach (var width in (int[])[12, 20])
        {
            if (ReadAt(archive, entry.Start + length + after + width, 4) is { } behind && U32(behind, 0) is LocalMark or CentralMark or End64Mark or EndMark)
            {
                return length + after + width;
            }
        }

        return null;
    }

    private static byte[]? ReadAt(Stream archive, long position, long length)
    {
        if (position < 0 || length < 0 || position + length > archive.Length)
        {
            return null;
        }

        var bytes = new byte[length];
        archive.Position = position;
        archive.ReadExactly(bytes);
        return bytes;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ulong U64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    /// <param name="Start">Where its head begins.</param>
    /// <param name="Packed">How many bytes are packed.</param>
    /// <param name="Head">What the list says in the same order as the head: versions, flags, method, time, sum and lengths.</param>
    /// <param name="Name">Its name.</param>
    private sealed record Entry(long Start, long Packed, byte[] Head, byte[] Name);
}

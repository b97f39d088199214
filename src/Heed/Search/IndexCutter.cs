using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heed.Files;

namespace Heed.Search;

/// <summary>How big the pieces of an index are; in bytes before compression, which halves them.</summary>
/// <param name="LargestWhole">Up to this an index is one piece.</param>
/// <param name="SmallestPiece">A piece of words that few pages have is as big as this at least, and three times as big at most unless one word alone is bigger.</param>
/// <param name="SmallestCommonPiece">The same for words of many pages, in one run of documents.</param>
/// <param name="SmallestRun">How many documents are a run, unless there are so many documents that four runs do not hold them.</param>
/// <param name="LengthsInFile">How many documents' lengths stand in one file.</param>
internal sealed record CutSizes(int LargestWhole, int SmallestPiece, int SmallestCommonPiece, int SmallestRun, int LengthsInFile)
{
    /// <summary>Found by measuring the first search at 3,000 and 30,000 pages; see tests/README.md.</summary>
    public static CutSizes Default { get; } = new(44_000, 2_500, 900, 1024, 4096);
}

/// <summary>Cuts an index into the pieces that a reader's browser loads one by one.</summary>
/// <remarks>
/// <para>
/// A small index is one piece. A bigger one is cut by ranges of its sorted terms, and a word of very many pages once more by
/// runs of documents: such words stand apart, in pieces of few terms, so that a rare word does not bring a common one's
/// postings along. Documents are numbered by age, so that a new page changes the last run only.
/// </para>
/// <para>
/// Where a piece ends is decided by the letters of the terms (a hash of them), not by counting: when one grows, its
/// neighbours stay as they are and a reader's cache still holds them.
/// </para>
/// <para>
/// A piece is one line for each term, lines parted by tabs: the term, a space, the number of the token where it is first
/// seen, then its postings, the last field's first, fields parted by commas. A posting is the distance from the document
/// before, doubled, and one more when the term stands there more than once; then that number less two; then, but for the
/// last field, the length of the field. Numbers are written as <see cref="CompactNumbers"/> says. Beside each piece lies one
/// with the word places of the same postings, which only a phrase in quotes asks for.
/// </para>
/// </remarks>
internal sealed class IndexCutter
{
    private const int MostRuns = 4;

    private readonly string language;
    private readonly SearchIndex index;
    private readonly int fieldCount;
    private readonly CutSizes sizes;
    private readonly int runLength;
    private readonly Action<SiteFile> add;
    private readonly Dictionary<string, ImmutableArray<SiteFile>> filesOf = new(StringComparer.Ordinal);
    private readonly List<SiteFile> lengthFiles = [];

    /// <summary>A cutter of one index.</summary>
    /// <param name="language">The folder of its pieces.</param>
    /// <param name="index">The index.</param>
    /// <param name="fieldCount">How many fields a document has.</param>
    /// <param name="sizes">How big the pieces are.</param>
    /// <param name="add">Takes each file that is made.</param>
    public IndexCutter(string language, SearchIndex index, int fieldCount, CutSizes sizes, Action<SiteFile> add)
    {
        (this.language, this.index, this.fieldCount, this.sizes, this.add) = (language, index, fieldCount, sizes, add);
        runLength = sizes.SmallestRun;
        while (runLength * MostRuns < index.DocumentCount)
        {
            runLength *= 2;
        }
    }

    /// <summary>Makes the pieces and tells of them, as members of the index's JSON object in the manifest.</summary>
    public string Cut()
    {
        var lines = new Line[index.Terms.Length];
        var isCommon = new bool[index.Terms.Length];
        var threshold = index.DocumentCount > sizes.SmallestRun ? Math.Max(2, runLength * 3 / 8) : int.MaxValue;
        Parallel.For(
            0,
            lines.Length,
            () => new Scribe(this),
            (term, _, scribe) =>
            {
                isCommon[term] = index.PostingsOf(term).Length >= threshold;
                lines[term] = scribe.Write(term, 0, index.DocumentCount);
                return scribe;
            },
            _ => { });

        if (lines.Sum(line => (long)line.Postings.Length) <= sizes.LargestWhole)
        {
            return Manifest([new Piece([.. lines])], [], 0);
        }

        var common = Enumerable.Range(0, lines.Length).Where(term => isCommon[term]).ToArray();
        var runs = (index.DocumentCount + runLength - 1) / runLength;
        return Manifest(
            CutByTerms(Enumerable.Range(0, lines.Length).Where(term => !isCommon[term]).Select(term => lines[term]), sizes.SmallestPiece * Growth, 32),
            CutByTermsAndRuns(common, runs),
            runs);
    }

    /// <summary>What a reader loads for a term, once the index is cut.</summary>
    public ImmutableArray<SiteFile> FilesOf(string term) => filesOf[term];

    /// <summary>What a reader loads for whatever word.</summary>
    public IReadOnlyList<SiteFile> LengthFiles => lengthFiles;

    /// <summary>Pieces grow with the square root of the index: then neither a piece nor the list of pieces grows as fast as it.</summary>
    private double Growth => Math.Sqrt(runLength / (double)sizes.SmallestRun);

    private static List<Piece> CutByTerms(IEnumerable<Line> lines, double smallest, uint spread)
    {
        var pieces = new List<Piece>();
        var piece = new List<Line>();
        var size = 0;
        foreach (var line in lines)
        {
            var mayCut = size >= smallest && Hash(line.Term) % spread == 0;
            if (piece.Count > 0 && (mayCut || size + line.Postings.Length > smallest * 3))
            {
                pieces.Add(new Piece([.. piece]));
                piece.Clear();
                size = 0;
            }

            piece.Add(line);
            size += line.Postings.Length;
        }

        if (piece.Count > 0)
        {
            pieces.Add(new Piece([.. piece]));
        }

        return pieces;
    }

    /// <summary>All runs are cut at the same terms, so that one list of terms tells what is in the pieces of each run.</summary>
    private List<ImmutableArray<Piece>> CutByTermsAndRuns(int[] common, int runs)
    {
        var lines = new Line[common.Length, runs];
        Parallel.For(0, common.Length, () => new Scribe(this), (at, _, scribe) =>
        {
            for (var run = 0; run < runs; run++)
            {
                lines[at, run] = scribe.Write(common[at], run * runLength, Math.Min((run + 1) * runLength, index.DocumentCount));
            }

            return scribe;
        }, _ => { });

        // The first run is full and old; where it is cut does not move when pages are added.
        var pieces = new List<ImmutableArray<Piece>>();
        var first = 0;
        foreach (var piece in CutByTerms(Enumerable.Range(0, common.Length).Select(at => lines[at, 0]), sizes.SmallestCommonPiece * Growth, 3))
        {
            var end = first + piece.Lines.Length;
            pieces.Add([.. Enumerable.Range(0, runs).Select(run => new Piece([.. Enumerable.Range(first, end - first).Select(at => lines[at, run])]))]);
            first = end;
        }

        return pieces;
    }

    private string Manifest(List<Piece> ranges, List<ImmutableArray<Piece>> common, int runs)
    {
        var files = PublishRanges(ranges);
        var folders = Enumerable.Range(0, runs).Select(run => PublishRun([.. common.Select(piece => piece[run])])).ToArray();
        Note(ranges.Select((piece, at) => (piece.Lines, ImmutableArray.Create(files[at].Postings))));
        Note(common.Select((piece, at) => (piece[0].Lines, folders.Select(folder => folder.Postings[at]).ToImmutableArray())));
        var json = new StringBuilder();
        json.Append(CultureInfo.InvariantCulture, $"\"documents\":{index.DocumentCount},\"run\":{runLength},\"inLengths\":{sizes.LengthsInFile},\"totals\":[");
        for (var field = 0; field < fieldCount; field++)
        {
            var total = 0L;
            for (var at = field; at < index.Lengths.Length; at += fieldCount)
            {
                total += index.Lengths[at];
            }

            json.Append(field == 0 ? "" : ",").Append(total);
        }

        json.Append("],\"ranges\":[");
        var last = "";
        for (var at = 0; at < ranges.Count; at++)
        {
            var lines = ranges[at].Lines;
            var beginning = at == 0 || lines.IsEmpty ? "" : ShortestAfter(last, lines[0].Term);
            last = lines.IsEmpty ? "" : lines[^1].Term;
            json.Append(at == 0 ? "" : ",").AppendJson(beginning).Append(',').AppendJson(files[at].Hash);
        }

        json.Append("],\"common\":[");
        for (var at = 0; at < common.Count; at++)
        {
            json.Append(at == 0 ? "" : ",").AppendJson(string.Join(' ', common[at][0].Lines.Select(line => line.Term)));
        }

        json.Append("],\"runs\":[").AppendJoin(',', folders.Select(folder => $"\"{folder.Hash}\""));
        return json.Append("],\"lengths\":[").AppendJoin(',', Lengths().Select(hash => $"\"{hash}\"")).Append(']').ToString();
    }

    private void Note(IEnumerable<(ImmutableArray<Line> Lines, ImmutableArray<SiteFile> Files)> pieces)
    {
        foreach (var (lines, files) in pieces)
        {
            foreach (var line in lines)
            {
                filesOf[line.Term] = files;
            }
        }
    }

    private ImmutableArray<(string Hash, SiteFile Postings)> PublishRanges(List<Piece> pieces)
    {
        var made = new (string Hash, SiteFile Postings, SiteFile Places)[pieces.Count];
        Parallel.For(0, made.Length, at =>
        {
            var (postings, places) = pieces[at].Text();
            var hash = SearchFiles.HashOf(postings, places);
            made[at] = (hash, SearchFiles.Quoted(language, hash, postings), SearchFiles.Quoted(language, hash + "w", places));
        });
        foreach (var (_, postings, places) in made)
        {
            add(postings);
            add(places);
        }

        return [.. made.Select(piece => (piece.Hash, piece.Postings))];
    }

    /// <summary>
    /// The pieces of a run lie in a folder that is named by all of them: whatever page changes has most of the common words, so
    /// that its pieces would all be named anew anyway, and the list of names is short.
    /// </summary>
    private (string Hash, ImmutableArray<SiteFile> Postings) PublishRun(ImmutableArray<Piece> pieces)
    {
        var texts = new (byte[] Postings, byte[] Places)[pieces.Length];
        Parallel.For(0, texts.Length, at => texts[at] = pieces[at].Text());
        var hash = SearchFiles.HashOf([.. texts.SelectMany(text => new[] { text.Postings, text.Places })]);
        var postings = ImmutableArray.CreateBuilder<SiteFile>();
        for (var at = 0; at < texts.Length; at++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{hash}/{at}");
            postings.Add(SearchFiles.Quoted(language, name, texts[at].Postings));
            add(postings[at]);
            add(SearchFiles.Quoted(language, name + "w", texts[at].Places));
        }

        return (hash, postings.ToImmutable());
    }

    /// <summary>The lengths of the last field; those of the others stand with the postings, as few documents have a word in them.</summary>
    private IEnumerable<string> Lengths()
    {
        for (var first = 0; first < index.DocumentCount; first += sizes.LengthsInFile)
        {
            var text = new ArrayBufferWriter<byte>();
            for (var document = first; document < Math.Min(first + sizes.LengthsInFile, index.DocumentCount); document++)
            {
                CompactNumbers.Append(text, index.Lengths[(document * fieldCount) + fieldCount - 1]);
            }

            var (hash, file) = SearchFiles.Quoted(language, text.WrittenSpan);
            add(file);
            lengthFiles.Add(file);
            yield return hash;
        }
    }

    /// <summary>The shortest beginning of a term that sorts after the term before it.</summary>
    private static string ShortestAfter(string before, string term)
    {
        var length = 1;
        while (length < term.Length && string.CompareOrdinal(term, 0, before, 0, length) <= 0)
        {
            length++;
        }

        return term[..length];
    }

    /// <summary>FNV-1a over UTF-16 units: the same on every machine, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static uint Hash(string term)
    {
        var hash = 2166136261u;
        foreach (var unit in term)
        {
            hash = (hash ^ unit) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }

    private readonly record struct Line(string Term, byte[] Postings, byte[] Places);

    private sealed record Piece(ImmutableArray<Line> Lines)
    {
        public (byte[] Postings, byte[] Places) Text() => (Join(line => line.Postings), Join(line => line.Places));

        private byte[] Join(Func<Line, byte[]> part)
        {
            var text = new ArrayBufferWriter<byte>();
            foreach (var line in Lines.Where(line => line.Postings.Length > 0))
            {
                if (text.WrittenCount > 0)
                    text.Write("\t"u8);
                text.Write(part(line));
            }

            return text.WrittenSpan.ToArray();
        }
    }

    /// <summary>Writes the lines of terms, one after another. For one thread.</summary>
    private sealed class Scribe(IndexCutter cutter)
    {
        private readonly ArrayBufferWriter<byte> postings = new();
        private readonly ArrayBufferWriter<byte> places = new();

        /// <summary>The line of a term in a run of documents; empty when no document of the run has it.</summary>
        public Line Write(int term, int from, int to)
        {
            var text = cutter.index.Terms[term];
            var wanted = Slice(cutter.index.PostingsOf(term), from, to);
            if (wanted.IsEmpty)
            {
                return new Line(text, [], []);
            }

            postings.ResetWrittenCount();
            places.ResetWrittenCount();
            Encoding.UTF8.GetBytes(text, postings);
            postings.Write(" "u8);
            CompactNumbers.Append(postings, wanted[0].FirstToken);

            var lowest = LowestField(wanted);
            for (var field = cutter.fieldCount - 1; field >= lowest; field--)
            {
                if (field < cutter.fieldCount - 1)
                {
                    postings.Write(","u8);
                    places.Write(","u8);
                }

                WriteField(wanted, field, from - 1);
            }

            return new Line(text, postings.WrittenSpan.ToArray(), places.WrittenSpan.ToArray());
        }

        private void WriteField(ReadOnlySpan<Posting> wanted, int field, int before)
        {
            foreach (ref readonly var posting in wanted)
            {
                if (posting.Field != field)
                    continue;

                CompactNumbers.Append(postings, ((posting.Document - before - 1) * 2) + (posting.Frequency > 1 ? 1 : 0));
                before = posting.Document;
                if (posting.Frequency > 1)
                    CompactNumbers.Append(postings, posting.Frequency - 2);
                if (field < cutter.fieldCount - 1)
                    CompactNumbers.Append(postings, cutter.index.Lengths[(posting.Document * cutter.fieldCount) + field]);

                var last = 0;
                foreach (var place in cutter.index.PositionsOf(posting))
                {
                    CompactNumbers.Append(places, place - last);
                    last = place;
                }
            }
        }

        private static int LowestField(ReadOnlySpan<Posting> wanted)
        {
            int lowest = byte.MaxValue;
            foreach (ref readonly var posting in wanted)
            {
                lowest = Math.Min(lowest, posting.Field);
            }

            return lowest;
        }

        private static ReadOnlySpan<Posting> Slice(ReadOnlySpan<Posting> all, int from, int to)
        {
            var first = 0;
            while (first < all.Length && all[first].Document < from)
            {
                first++;
            }

            var end = first;
            while (end < all.Length && all[end].Document < to)
            {
                end++;
            }

            return all[first..end];
        }
    }
}

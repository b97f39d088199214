using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Heed.Search;

/// <summary>Reads documents into a <see cref="SearchIndex"/>, on all processors.</summary>
/// <remarks>
/// Each reader takes a run of documents that follow one another and keeps terms and postings of its own; they are put
/// together in the order of the runs, so the outcome is the same however many readers there were. There are as many as
/// documents are worth, not as the machine has processors: the library does not ask for that, and spare ones wait.
/// </remarks>
internal static class SearchIndexBuilder
{
    private const int FewestDocumentsOfReader = 64;
    private const int MostReaders = 4;

    /// <summary>Reads all documents.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="fieldCount">How many fields each has.</param>
    /// <param name="textOf">The text of a field of a document; called by several threads.</param>
    /// <param name="newAnalyser">Makes an analyser, one for each reader.</param>
    /// <param name="expectedWords">Roughly how many words there are, so that lists need not grow: a wrong guess costs time only.</param>
    public static SearchIndex Build(int count, int fieldCount, Func<int, int, string> textOf, Func<Analyser> newAnalyser, long expectedWords = 0)
    {
        var readerCount = Math.Clamp(count / FewestDocumentsOfReader, 1, MostReaders);
        var readers = new DocumentReader[readerCount];
        var lengths = new int[count * fieldCount];

        Parallel.For(0, readerCount, number =>
        {
            var reader = readers[number] = new DocumentReader((byte)number, newAnalyser(), (int)(expectedWords / readerCount));
            var end = (int)((long)count * (number + 1) / readerCount);
            for (var document = (int)((long)count * number / readerCount); document < end; document++)
            {
                for (var field = 0; field < fieldCount; field++)
                {
                    lengths[(document * fieldCount) + field] = reader.Read(document, (byte)field, textOf(document, field));
                }
            }
        });

        return Merge(readers, lengths, count);
    }

    private static SearchIndex Merge(DocumentReader[] readers, int[] lengths, int count)
    {
        var terms = readers.SelectMany(reader => reader.Terms).Distinct(StringComparer.Ordinal).ToArray();
        Array.Sort(terms, StringComparer.Ordinal);
        var numberOf = new Dictionary<string, int>(terms.Length, StringComparer.Ordinal);
        for (var term = 0; term < terms.Length; term++)
        {
            numberOf.Add(terms[term], term);
        }

        // A counting sort: how many each term has, where each begins, then each to its place in the order of reading.
        var starts = new int[terms.Length + 1];
        var numbers = readers.Select(reader => reader.Terms.Select(term => numberOf[term]).ToArray()).ToArray();
        for (var reader = 0; reader < readers.Length; reader++)
        {
            foreach (var term in readers[reader].TermOfPosting)
            {
                starts[numbers[reader][term] + 1]++;
            }
        }

        for (var term = 0; term < terms.Length; term++)
        {
            starts[term + 1] += starts[term];
        }

        var next = starts.AsSpan(0, terms.Length).ToArray();
        var postings = new Posting[starts[^1]];
        for (var reader = 0; reader < readers.Length; reader++)
        {
            var of = CollectionsMarshal.AsSpan(readers[reader].TermOfPosting);
            var read = CollectionsMarshal.AsSpan(readers[reader].Postings);
            for (var at = 0; at < of.Length; at++)
            {
                postings[next[numbers[reader][of[at]]]++] = read[at];
            }
        }

        return new SearchIndex(terms, postings, starts, lengths, [.. readers.Select(reader => reader.Positions)], count, Vocabulary(readers));
    }

    private static ImmutableArray<SpelledWord> Vocabulary(DocumentReader[] readers)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, documents) in readers.SelectMany(reader => reader.Vocabulary))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(words, word, out _) += documents;
        }

        return [.. words.OrderBy(word => word.Key, StringComparer.Ordinal).Select(word => new SpelledWord(word.Key, word.Value))];
    }

    /// <summary>Reads a run of documents. For one thread.</summary>
    private sealed class DocumentReader
    {
        private const int NotIndexed = -1;

        private readonly byte number;
        private readonly Analyser analyser;
        private readonly Dictionary<string, WordNumbers> known = new(StringComparer.Ordinal);
        private readonly Dictionary<string, WordNumbers>.AlternateLookup<ReadOnlySpan<char>> knownSpans;
        private readonly Dictionary<string, int> termNumbers = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> wordNumbers = new(StringComparer.Ordinal);
        private readonly List<ScannedWord> scanned = [];

        // Of each term, in which field of which document it was last seen, and its posting there.
        private readonly List<(int Field, int Posting)> lastSeen = [];
        private readonly List<SeenWord> spelled = [];
        private readonly List<(int Posting, int Place)> places = [];
        private int fieldsRead;

        public DocumentReader(byte number, Analyser analyser, int expectedWords)
        {
            Positions = new List<int>(expectedWords);
            Postings = new List<Posting>(expectedWords * 3 / 4);
            TermOfPosting = new List<int>(expectedWords * 3 / 4);
            this.number = number;
            this.analyser = analyser;
            knownSpans = known.GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public List<string> Terms { get; } = [];

        public List<int> TermOfPosting { get; }

        public List<Posting> Postings { get; }

        public List<int> Positions { get; }

        public IEnumerable<(string Word, int Documents)> Vocabulary => spelled.Select(word => (word.Text, word.Documents));

        /// <summary>Reads a field and gives how many terms it has.</summary>
        public int Read(int document, byte field, string text)
        {
            scanned.Clear();
            WordScanner.Scan(text, scanned);
            places.Clear();
            fieldsRead++;

            var first = Postings.Count;
            var place = -1;
            var words = CollectionsMarshal.AsSpan(scanned);
            for (var token = 0; token < words.Length; token++)
            {
                var word = words[token];
                place += word.IsPart ? 0 : 1;
                var numbers = Look(text.AsSpan(word.Start, word.Length));
                if (numbers.Term != NotIndexed)
                {
                    See(numbers, document, field, token, place);
                }
            }

            PutPlaces(first);
            return places.Count;
        }

        private void See(WordNumbers numbers, int document, byte field, int token, int place)
        {
            ref var seen = ref CollectionsMarshal.AsSpan(lastSeen)[numbers.Term];
            if (seen.Field != fieldsRead)
            {
                seen = (fieldsRead, Postings.Count);
                Postings.Add(new Posting(document, field, number, 0, token, 0));
                TermOfPosting.Add(numbers.Term);
            }

            ref var posting = ref CollectionsMarshal.AsSpan(Postings)[seen.Posting];
            posting = posting with { Frequency = posting.Frequency + 1 };
            places.Add((seen.Posting, place));

            if (numbers.Word != NotIndexed)
            {
                ref var word = ref CollectionsMarshal.AsSpan(spelled)[numbers.Word];
                word = word.SeenIn(document);
            }
        }

        /// <summary>Word places come in the order of the text; they are kept by term.</summary>
        private void PutPlaces(int first)
        {
            var postings = CollectionsMarshal.AsSpan(Postings)[first..];
            var next = Positions.Count;
            foreach (ref var posting in postings)
            {
                posting = posting with { Positions = next };
                next += posting.Frequency;
            }

            CollectionsMarshal.SetCount(Positions, next);
            var positions = CollectionsMarshal.AsSpan(Positions);
            foreach (var (posting, place) in places)
            {
                ref var one = ref postings[posting - first];
                positions[one.Positions] = place;
                one = one with { Positions = one.Positions + 1 };
            }

            foreach (ref var posting in postings)
            {
                posting = posting with { Positions = posting.Positions - posting.Frequency };
            }
        }

        private WordNumbers Look(ReadOnlySpan<char> raw)
        {
            if (knownSpans.TryGetValue(raw, out var numbers))
            {
                return numbers;
            }

            var term = analyser.Term(raw);
            numbers = term.Length == 0 ? new WordNumbers(NotIndexed, NotIndexed) : new WordNumbers(NumberOf(term), NumberOfSpelling(Analyser.Normalise(raw.ToString())));
            known.Add(raw.ToString(), numbers);
            return numbers;
        }

        private int NumberOf(string term)
        {
            ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(termNumbers, term, out var isKnown);
            if (!isKnown)
            {
                found = Terms.Count;
                Terms.Add(term);
                lastSeen.Add((0, 0));
            }

            return found;
        }

        private int NumberOfSpelling(string word)
        {
            if (!IsSpelled(word))
            {
                return NotIndexed;
            }

            ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(wordNumbers, word, out var isKnown);
            if (!isKnown)
            {
                found = spelled.Count;
                spelled.Add(new SeenWord(word, NotIndexed, 0));
            }

            return found;
        }

        /// <summary>Nobody misspells a number on the way to another number, and two letters are near to everything.</summary>
        private static bool IsSpelled(string word)
        {
            if (word.Length < 3)
            {
                return false;
            }

            foreach (var unit in word)
            {
                if (unit is (>= '0' and <= '9') or '/' or '.' or '-')
                    return false;
            }

            return true;
        }

        private readonly record struct WordNumbers(int Term, int Word);

        private readonly record struct SeenWord(string Text, int LastDocument, int Documents)
        {
            public SeenWord SeenIn(int document) => document == LastDocument ? this : new SeenWord(Text, document, Documents + 1);
        }
    }
}

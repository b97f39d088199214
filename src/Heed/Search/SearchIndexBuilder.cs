using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Heed.Search;

/// <summary>A field of a document that is searched, and how much more a word counts in it than in the prose.</summary>
internal readonly record struct SearchField(string Name, double Boost);

/// <summary>Assembles the index that lunr 2.3.9's own builder would give for the same documents, tokenizer and pipeline.</summary>
/// <remarks>
/// lunr's ways that one would not guess: terms are numbered as they are first seen; a document counts in a term's
/// frequency once for each field that has it; a field without words still counts in the average length; weights are
/// rounded half up to three decimals, and terms sorted by UTF-16 unit.
/// </remarks>
internal sealed class SearchIndexBuilder
{
    private const double B = 0.75;
    private const double K1 = 1.2;
    private const string LunrVersion = "2.3.9";

    private readonly ImmutableArray<SearchField> fields;
    private readonly Analyser analyser;
    private readonly Dictionary<string, int> numberOf = new(StringComparer.Ordinal);
    private readonly List<Term> terms = [];
    private readonly List<FieldOfDocument> entries = [];
    private readonly long[] totalLength;
    private readonly List<ScannedWord> words = [];
    private int documentCount;

    public SearchIndexBuilder(ImmutableArray<SearchField> fields, Analyser analyser)
    {
        this.fields = fields;
        this.analyser = analyser;
        totalLength = new long[fields.Length];
    }

    /// <summary>How many words were read, for the benchmark.</summary>
    public long WordCount { get; private set; }

    /// <summary>Adds a document, whose reference is its place in the order of adding.</summary>
    /// <param name="texts">One text for each field, in the fields' order.</param>
    public void Add(params ReadOnlySpan<string> texts)
    {
        var document = documentCount++;
        for (var field = 0; field < fields.Length; field++)
        {
            var entry = Read(texts[field]);
            totalLength[field] += entry.Length;
            entries.Add(entry);
            foreach (var (term, _) in entry.Frequencies)
            {
                (terms[term].Postings[field] ??= []).Add(document);
            }
        }
    }

    /// <summary>The index as <c>JSON.stringify(builder.build())</c> prints it.</summary>
    public string ToJson()
    {
        var json = new StringBuilder(1024);
        json.Append("{\"version\":\"").Append(LunrVersion).Append("\",\"fields\":[");
        for (var field = 0; field < fields.Length; field++)
        {
            json.Append(field == 0 ? "" : ",").AppendJson(fields[field].Name);
        }

        json.Append("],\"fieldVectors\":[");
        AppendVectors(json);
        json.Append("],\"invertedIndex\":[");
        AppendPostings(json);
        return json.Append("],\"pipeline\":[").AppendJson(analyser.PipelineName).Append("]}").ToString();
    }

    private FieldOfDocument Read(string text)
    {
        words.Clear();
        WordScanner.Scan(text, words);
        WordCount += words.Count;

        var length = 0;
        var counts = new Dictionary<int, int>();
        foreach (var word in words)
        {
            var term = analyser.Term(text.AsSpan(word.Start, word.Length));
            if (term.Length == 0)
                continue;

            length++;
            CollectionsMarshal.GetValueRefOrAddDefault(counts, NumberOf(term), out _)++;
        }

        var frequencies = counts.ToArray();
        Array.Sort(frequencies, (left, right) => left.Key.CompareTo(right.Key));
        return new FieldOfDocument(length, frequencies);
    }

    private int NumberOf(string term)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numberOf, term, out var isKnown);
        if (!isKnown)
        {
            number = terms.Count;
            terms.Add(new Term(number, term, new List<int>?[fields.Length]));
        }

        return number;
    }

    private void AppendVectors(StringBuilder json)
    {
        var rarity = terms.Select(Rarity).ToArray();
        for (var at = 0; at < entries.Count; at++)
        {
            var (document, field) = Math.DivRem(at, fields.Length);
            var (length, frequencies) = entries[at];
            var averageLength = (double)totalLength[field] / documentCount;

            json.Append(at == 0 ? "[" : ",[").AppendJson(string.Create(CultureInfo.InvariantCulture, $"{fields[field].Name}/{document}")).Append(",[");
            for (var place = 0; place < frequencies.Length; place++)
            {
                var (term, frequency) = frequencies[place];
                // The order of operations is lunr's, as another one rounds differently.
                var score = rarity[term] * ((K1 + 1) * frequency) / ((K1 * (1 - B + (B * (length / averageLength)))) + frequency);
                score *= fields[field].Boost;
                json.Append(place == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{term},").AppendJson(Rounded(score));
            }

            json.Append("]]");
        }
    }

    private void AppendPostings(StringBuilder json)
    {
        var separator = "";
        foreach (var term in terms.OrderBy(term => term.Text, StringComparer.Ordinal))
        {
            json.Append(separator).Append('[').AppendJson(term.Text).Append(CultureInfo.InvariantCulture, $",{{\"_index\":{term.Number}");
            separator = ",";
            for (var field = 0; field < fields.Length; field++)
            {
                json.Append(',').AppendJson(fields[field].Name).Append(":{");
                var documents = term.Postings[field] ?? [];
                for (var place = 0; place < documents.Count; place++)
                {
                    json.Append(place == 0 ? "\"" : ",\"").Append(CultureInfo.InvariantCulture, $"{documents[place]}\":{{}}");
                }

                json.Append('}');
            }

            json.Append("}]");
        }
    }

    /// <summary>lunr's inverse document frequency, which can grow again for a word that nearly every field has.</summary>
    private double Rarity(Term term)
    {
        var having = term.Postings.Sum(documents => documents?.Count ?? 0);
        var odds = (documentCount - having + 0.5) / (having + 0.5);
        return Math.Log(1 + Math.Abs(odds));
    }

    /// <summary>Three decimals, half up, as JavaScript's <c>Math.round</c> does it.</summary>
    private static double Rounded(double score) => Math.Floor((score * 1000) + 0.5) / 1000;

    private sealed record Term(int Number, string Text, List<int>?[] Postings);

    private sealed record FieldOfDocument(int Length, KeyValuePair<int, int>[] Frequencies);
}

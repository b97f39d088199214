using System.Collections.Immutable;

namespace Heed.Search;

/// <summary>How often a term stands in one field of one document, and where.</summary>
/// <param name="Document">The document's number.</param>
/// <param name="Field">The field's place in the list of fields.</param>
/// <param name="Frequency">How often; at least 1.</param>
/// <param name="FirstToken">Which token of the field is the term's first there: terms that are first seen in one field are numbered in this order.</param>
/// <param name="Positions">Where the word places of this posting begin in those of its reader; there are as many as it is frequent.</param>
/// <param name="Reader">Which reader's word places are meant.</param>
internal readonly record struct Posting(int Document, byte Field, byte Reader, int Frequency, int FirstToken, int Positions);

/// <summary>A word as readers write it, for near spellings.</summary>
/// <param name="Text">Normalised, not stemmed; letters only.</param>
/// <param name="Documents">How many documents have it.</param>
internal readonly record struct SpelledWord(string Text, int Documents);

/// <summary>What lunr's weights are made of: which term stands how often in which field of which document, and how long the fields are.</summary>
/// <remarks>
/// The weights themselves are not kept. They depend on the number of documents and the average lengths, so that one more
/// page would change each of them, and with them every piece of the index in every reader's cache.
/// </remarks>
internal sealed class SearchIndex
{
    private readonly Posting[] postings;
    private readonly int[] starts;
    private readonly List<int>[] positions;

    public SearchIndex(string[] terms, Posting[] postings, int[] starts, int[] lengths, List<int>[] positions, int documentCount, ImmutableArray<SpelledWord> vocabulary)
    {
        Terms = terms;
        this.postings = postings;
        this.starts = starts;
        this.positions = positions;
        Lengths = lengths;
        DocumentCount = documentCount;
        Vocabulary = vocabulary;
    }

    /// <summary>All terms, sorted by UTF-16 unit.</summary>
    public string[] Terms { get; }

    /// <summary>How many documents there are, numbered from 0.</summary>
    public int DocumentCount { get; }

    /// <summary>How many terms each field of each document has, the fields of document 0 first.</summary>
    public int[] Lengths { get; }

    /// <summary>All words that have letters only and are not passed over, sorted by UTF-16 unit.</summary>
    public ImmutableArray<SpelledWord> Vocabulary { get; }

    /// <summary>The postings of a term, by document and then by field.</summary>
    public ReadOnlySpan<Posting> PostingsOf(int term) => postings.AsSpan(starts[term], starts[term + 1] - starts[term]);

    /// <summary>At which words of the field the term stands, ascending; a citation and its parts stand at one place.</summary>
    public ReadOnlySpan<int> PositionsOf(in Posting posting) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(positions[posting.Reader]).Slice(posting.Positions, posting.Frequency);
}

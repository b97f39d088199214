using System.Collections.Immutable;
using System.Globalization;
using Heed.Files;

namespace Heed.Search;

/// <summary>What the parts of an index weigh that a first search loads.</summary>
/// <param name="Documents">How many pages it holds.</param>
/// <param name="Word">The pieces of one ordinary word, in bytes, compressed.</param>
/// <param name="Lengths">The lengths of all pages.</param>
/// <param name="Results">What is shown of the pages of a first answer.</param>
internal sealed record SearchWeight(int Documents, int Word, int Lengths, int Results)
{
    private const int WordsOfSearch = 3;
    private const int SampledWords = 40;
    private const int SampledFiles = 20;
    private const int Portion = 20;

    /// <summary>How much the pages of a first answer weigh together, before compression; those beyond wait until the reader comes near them. The manifest tells it.</summary>
    internal const int EagerBytes = 13_000;

    /// <summary>Weighs an index that has been cut.</summary>
    public static SearchWeight Of(SearchIndex index, IndexCutter cutter, List<SiteFile> pages)
    {
        var inTitles = Enumerable.Range(0, index.Terms.Length).Where(term => IsInTitles(index, term))
            .OrderBy(term => index.PostingsOf(term).Length).ThenBy(term => index.Terms[term], StringComparer.Ordinal).ToArray();
        var compressed = new Dictionary<string, int>(StringComparer.Ordinal);
        int Compressed(SiteFile file) => compressed.TryGetValue(file.Path, out var known) ? known : compressed[file.Path] = file.CompressedLength();

        var words = Sample(inTitles, SampledWords).Select(term => cutter.FilesOf(index.Terms[term]).Sum(Compressed)).Order().ToArray();
        return new SearchWeight(
            index.DocumentCount,
            words.Length == 0 ? 0 : words[words.Length * 9 / 10],
            cutter.LengthFiles.Sum(Compressed),
            ResultsOf(pages));
    }

    /// <summary>Weighs the first search of a reader, who loads the scripts too, and the pieces of every index that answers.</summary>
    public static FirstSearch OfFirstSearch(string language, SiteFile manifest, ThemeScripts scripts, ImmutableArray<SearchWeight> indexes)
    {
        var code = scripts.CodeLength + (scripts.Stemmers.GetValueOrDefault(language)?.CompressedLength() ?? 0);
        var (directory, lengths) = (manifest.CompressedLength(), indexes.Sum(index => index.Lengths));
        var words = WordsOfSearch * indexes.Sum(index => index.Word);
        var results = indexes.IsEmpty ? 0 : indexes.Max(index => index.Results);
        return new FirstSearch(
            language,
            indexes.Sum(index => index.Documents),
            code + directory + lengths + words + results,
            string.Create(CultureInfo.InvariantCulture, $"scripts {code / 1000.0:0.0} kB, manifest {directory / 1000.0:0.0} kB, lengths {lengths / 1000.0:0.0} kB, three words {words / 1000.0:0.0} kB, results {results / 1000.0:0.0} kB"));
    }

    private static int ResultsOf(List<SiteFile> pages)
    {
        var sample = Sample(pages, SampledFiles).ToArray();
        if (sample.Length == 0)
        {
            return 0;
        }

        var shown = Math.Min(Portion, (EagerBytes / Math.Max(1, (int)sample.Average(file => file.Bytes.Length))) + 1);
        return (int)(Math.Min(shown, pages.Count) * sample.Average(file => file.CompressedLength()));
    }

    private static bool IsInTitles(SearchIndex index, int term)
    {
        foreach (ref readonly var posting in index.PostingsOf(term))
        {
            if (posting.Field == 0)
                return true;
        }

        return false;
    }

    private static IEnumerable<T> Sample<T>(IReadOnlyList<T> all, int count) =>
        all.Count <= count ? all : Enumerable.Range(0, count).Select(place => all[(int)((long)place * (all.Count - 1) / (count - 1))]);
}

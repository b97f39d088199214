using System.Text.Json;
using Heed.Search;
using Heed.Tests.Exporting;
using Heed.Tests.Support;

namespace Heed.Tests.Search;

/// <summary>Our index, cut into pieces and put together again by the reader's scripts, is lunr's own to the last digit.</summary>
/// <remarks>lunr here is lunr 2.3.9 with our tokenizer, normaliser and choice of stemmers: the same JavaScript on both sides.</remarks>
public sealed class CutIndexTests : IDisposable
{
    private readonly JudgedIndex judged = new();

    public void Dispose() => judged.Dispose();

    [Fact]
    public void No_documents_give_the_index_that_lunr_gives() => AssertSame([], "en");

    [Fact]
    public void Empty_fields_count_in_the_average_length() => AssertSame([["Torture", "", "", ""], ["", "", "", "torture prevention"], ["", "", "", ""]], "en");

    [Fact]
    public void A_word_of_nearly_every_field_is_weighed_as_lunr_does() => AssertSame(
        [["rights", "rights", "rights", "rights rights"], ["rights", "", "rights", "rights of man"], ["rights", "", "", "other"]], "en");

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("kk")]
    public void Words_named_like_built_in_properties_are_words(string language) => AssertSame(
        [
            ["constructor", "__proto__", "toString", "hasOwnProperty valueOf __proto__ constructor prototype _index length"],
            ["Конструктор", "139.114", "Құқық", "constructor: права человека, құқық, CEDAW и A/HRC/43/10"],
            ["10 9 8", "7", "6", "5 4 3 2 1 0 constructor"],
        ],
        language);

    [ThoroughProperty(50, 500, Arbitrary = [typeof(TextSamples)])]
    public void Any_corpus_gives_the_terms_postings_and_weights_that_lunr_gives(SampleText[] samples, bool isKazakh) =>
        AssertSame(Documents(samples), isKazakh ? "kk" : "ru");

    [ThoroughProperty(30, 300, Arbitrary = [typeof(TextSamples)])]
    public void Any_question_to_any_corpus_gets_lunrs_results_and_scores(SampleText[] samples, bool isKazakh, int part)
    {
        judged.Build(Documents(samples), isKazakh ? "kk" : "ru", JudgedIndex.Tiny);
        if (judged.Index.DocumentCount > 0)
        {
            AssertSameAnswers(part, 6);
        }
    }

    /// <summary>Of each language's real pages as many as lunr's builder can take in Jint in some seconds.</summary>
    [Trait("tier", "slow")]
    [Theory]
    [InlineData("en", 30)]
    [InlineData("ru", 20)]
    [InlineData("kk", 20)]
    public void The_real_content_has_lunrs_weights_and_answers(string language, int count)
    {
        var documents = RealDocuments(language, Thorough.Times(count, 60));
        judged.Build(documents, language, new CutSizes(0, 1500, 300, 32, 50));
        Assert.InRange(judged.Pieces, Thorough.Times(4, 10), 1000);

        AssertSameAnswers(count, 25);
        Assert.Equal(judged.WholeOfLunr(), judged.WholeOfOurs());
    }

    [Fact]
    public void A_question_loads_the_pieces_of_its_words_only()
    {
        judged.Build(RealDocuments("en", 60), "en", new CutSizes(0, 1500, 300, 1000, 1000));

        judged.AskOurs("""[{"term":"torture"}]""");

        Assert.Equal(1, judged.Loaded);
        Assert.InRange(judged.Pieces, 8, 1000);
    }

    private static string[][] Documents(SampleText[] samples) =>
        // Four texts make a document; a few missing ones are empty fields.
        [.. samples.Select(sample => sample.Text).Chunk(4).Select(texts => texts.Concat(["", "", ""]).Take(4).ToArray())];

    private static string[][] RealDocuments(string language, int count)
    {
        var all = Published.Real.SearchDocuments.Where(page => page.Language == language).ToArray();
        var step = Math.Max(1, all.Length / count);
        return [.. all.Where((_, number) => number % step == 0).Take(count).Select(page => new[] { page.Title, page.Number ?? "", string.Join('\n', page.Tags), page.Body })];
    }

    private void AssertSame(string[][] documents, string language)
    {
        foreach (var sizes in new[] { JudgedIndex.Tiny, CutSizes.Default })
        {
            judged.Build(documents, language, sizes);
            Assert.Equal(judged.WholeOfLunr(), judged.WholeOfOurs());
        }
    }

    private void AssertSameAnswers(int part, int count)
    {
#pragma warning disable CA5394
        var random = Seed.Random(part);
        for (var question = 0; question < count; question++)
        {
            var clauses = JsonSerializer.Serialize(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Clause(random)));
            Assert.True(judged.AskLunr(clauses) == judged.AskOurs(clauses), $"{clauses}\nlunr {judged.AskLunr(clauses)}\nours {judged.AskOurs(clauses)}");
        }
    }

    /// <summary>Terms that are there and that are not, beginnings, middles and near spellings, in some or all fields, wanted or not, heavier or lighter.</summary>
    private Dictionary<string, object> Clause(Random random)
    {
        var terms = judged.Index.Terms;
        var term = terms.Length == 0 || random.Next(8) == 0 ? "missing" : terms[random.Next(terms.Length)];
        var clause = new Dictionary<string, object> { ["usePipeline"] = random.Next(3) == 0 };
        switch (random.Next(6))
        {
            case 0:
                term = term[..random.Next(Math.Min(4, term.Length) + 1)] + "*";
                clause["usePipeline"] = false;
                break;
            case 1 when term.Length > 3:
                term = term[..1] + "*" + term[^1];
                clause["usePipeline"] = false;
                break;
            case 2 when term.Length is > 2 and < 12:
                clause["editDistance"] = 1;
                clause["usePipeline"] = false;
                break;
            default:
                break;
        }

        clause["term"] = term;
        if (random.Next(3) == 0)
            clause["fields"] = new[] { "title", "number", "tags", "body" }.Where(_ => random.Next(2) == 0).DefaultIfEmpty("body").ToArray();
        if (random.Next(3) == 0)
            clause["boost"] = random.Next(1, 40) / 4.0;
        clause["presence"] = random.Next(5) switch { 0 => 2, 1 => 3, _ => 1 };
        return clause;
#pragma warning restore CA5394
    }
}

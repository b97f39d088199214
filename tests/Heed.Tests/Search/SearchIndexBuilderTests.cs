using System.Text.Json;
using FsCheck.Xunit;
using Heed.Search;
using Jint;
using Jint.Native;

namespace Heed.Tests.Search;

/// <summary>Our index is lunr's own, to the last character.</summary>
public sealed class SearchIndexBuilderTests : IDisposable
{
    private const string Build =
        """
        (function (json, language) {
          const builder = new lunr.Builder();
          const pipeline = heedAnalysis.pipelineFunction(language);
          builder.tokenizer = heedAnalysis.tokenizer;
          builder.pipeline.add(pipeline);
          builder.searchPipeline.add(pipeline);
          builder.ref("id");
          builder.field("title", { boost: 10 });
          builder.field("number", { boost: 10 });
          builder.field("tags", { boost: 2 });
          builder.field("body", { boost: 1 });
          JSON.parse(json).forEach((texts, id) => builder.add({ id: id, title: texts[0], number: texts[1], tags: texts[2], body: texts[3] }));
          return JSON.stringify(builder.build());
        })
        """;

    private readonly Engine judge = SearchScripts.Judge();
    private readonly JsValue build;

    public SearchIndexBuilderTests() => build = judge.Evaluate(Build);

    public void Dispose() => judge.Dispose();

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

    [Property(Arbitrary = [typeof(TextSamples)], MaxTest = 200)]
    public void Any_corpus_gives_the_index_that_lunr_gives(SampleText[] samples, bool isKazakh)
    {
        // Four texts make a document; a few missing ones are empty fields.
        var documents = samples.Select(sample => sample.Text).Chunk(4)
            .Select(texts => texts.Concat(["", "", ""]).Take(4).ToArray()).ToArray();

        AssertSame(documents, isKazakh ? "kk" : "ru");
    }

    private void AssertSame(string[][] documents, string language)
    {
        var builder = new SearchIndexBuilder(SearchIndexer.Fields, new Analyser(SearchScripts.StopWords, language));
        foreach (var texts in documents)
        {
            builder.Add(texts);
        }

        Assert.Equal(build.Call(JsonSerializer.Serialize(documents), language).AsString(), builder.ToJson());
    }
}

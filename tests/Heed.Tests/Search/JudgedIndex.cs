using System.Globalization;
using System.Text;
using System.Text.Json;
using Heed.Files;
using Heed.Search;
using Jint;

namespace Heed.Tests.Search;

/// <summary>Documents indexed twice: by lunr's own builder in Jint, and by us, cut into pieces that the browser's code puts together again.</summary>
internal sealed class JudgedIndex : IDisposable
{
    /// <summary>Sizes at which a few sentences fall into many pieces, common words into runs, and lengths into files.</summary>
    public static readonly CutSizes Tiny = new(0, 40, 20, 2, 3);

    private const string Glue =
        """
        let lunrs = null;
        let ours = null;

        function buildLunrs(json, language) {
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
          lunrs = builder.build();
        }

        function openOurs(head) { ours = new heedIndex.Index(JSON.parse(head)); }

        // The order of keys says nothing, and lunr keeps a vector without elements for a field without words.
        function written(index) {
          const json = JSON.parse(JSON.stringify(index));
          const vectors = json.fieldVectors.filter((vector) => vector[1].length > 0).sort((left, right) => (left[0] < right[0] ? -1 : 1));
          const terms = json.invertedIndex.map((one) => [one[0], one[1]._index, one[1].title, one[1].number, one[1].tags, one[1].body]);
          return JSON.stringify([json.version, json.fields, vectors, terms, json.pipeline]);
        }

        function writtenLunrs() { return written(lunrs); }

        function everything(wanted) {
          const terms = ours.beginning("", "all", wanted).map((text) => ours.term(text, wanted));
          return wanted.size > 0 ? null : terms;
        }

        function writtenOurs() {
          const wanted = new Set();
          const terms = everything(wanted);
          return terms === null ? JSON.stringify({ need: Array.from(wanted) }) : written(ours.lunr(terms));
        }

        function results(found) {
          return JSON.stringify(found
            .map((one) => [one.score, one.ref, Object.keys(one.matchData.metadata).sort().map((term) => [term, Object.keys(one.matchData.metadata[term]).sort()])])
            .sort((left, right) => right[0] - left[0] || Number(left[1]) - Number(right[1])));
        }

        function askLunrs(json) {
          // lunr throws when a required word is one that its pipeline drops; then ours must, too.
          try {
            return results(lunrs.query((query) => JSON.parse(json).forEach((clause) => query.clause(clause))));
          } catch (error) {
            return String(error);
          }
        }

        // The search box asks for exact terms and beginnings only; lunr's other clauses want the whole.
        function termsOf(clause, wanted) {
          const star = clause.term.indexOf("*");
          if (star < 0 && !clause.editDistance) return [clause.usePipeline ? heedAnalysis.term(clause.term, ours.language) : clause.term];
          return ours.beginning(star === clause.term.length - 1 ? clause.term.slice(0, star) : "", "all", wanted);
        }

        // Only unwanted words: lunr then gives all other documents, so it must know of all.
        function fill(index) {
          for (let document = 0; document < ours.documents; document++) {
            for (const name of index.fields) {
              const key = name + "/" + document;
              if (index.fieldVectors[key] === undefined) index.fieldVectors[key] = new lunr.Vector();
            }
          }
        }

        function query(clauses, wanted) {
          const texts = new Set([].concat(...clauses.map((clause) => termsOf(clause, wanted))));
          const terms = Array.from(texts, (text) => ours.term(text, wanted));
          if (wanted.size > 0) return null;
          const index = ours.lunr(terms);
          if (clauses.every((clause) => clause.presence === lunr.Query.presence.PROHIBITED)) fill(index);
          return index.query((query) => clauses.forEach((clause) => query.clause(clause)));
        }

        function askOurs(json) {
          const wanted = new Set();
          let found = null;
          try {
            found = query(JSON.parse(json), wanted);
          } catch (error) {
            return String(error);
          }
          return found === null ? JSON.stringify({ need: Array.from(wanted) }) : results(found);
        }
        """;

    private readonly Engine engine = SearchScripts.Judge();
    private readonly Dictionary<string, SiteFile> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> loaded = new(StringComparer.Ordinal);

    public JudgedIndex() => engine.Execute(Glue);

    /// <summary>Our index, as numbers.</summary>
    public SearchIndex Index { get; private set; } = null!;

    /// <summary>How many pieces of postings there are.</summary>
    public int Pieces => files.Keys.Count(path => path.EndsWith("w.js", StringComparison.Ordinal));

    public void Dispose() => engine.Dispose();

    /// <summary>Indexes documents of four texts each, both ways.</summary>
    public void Build(string[][] documents, string language, CutSizes sizes)
    {
        files.Clear();
        loaded.Clear();
        Index = SearchIndexBuilder.Build(documents.Length, 4, (document, field) => documents[document][field], () => new Analyser(SearchScripts.StopWords, language));
        var head = new IndexCutter(language, Index, 4, sizes, file => files[file.Path] = file).Cut();
        engine.Invoke("openOurs", string.Create(CultureInfo.InvariantCulture, $"{{\"language\":\"{language}\",{head},\"pages\":[],\"words\":[],\"facets\":[]}}"));
        engine.Invoke("buildLunrs", JsonSerializer.Serialize(documents), language);
    }

    /// <summary>The whole of lunr's index: every term, posting and weight.</summary>
    public string WholeOfLunr() => engine.Invoke("writtenLunrs").AsString();

    /// <summary>The whole of ours, as the browser's code reads it from the pieces.</summary>
    public string WholeOfOurs() => Loading("writtenOurs");

    /// <summary>What lunr finds: scores, documents, and which terms in which fields.</summary>
    public string AskLunr(string clauses) => engine.Invoke("askLunrs", clauses).AsString();

    /// <summary>What is found with only those pieces loaded that the clauses need.</summary>
    public string AskOurs(string clauses) => Loading("askOurs", clauses);

    /// <summary>How many pieces of postings have been loaded.</summary>
    public int Loaded => loaded.Count(path => files.ContainsKey($"search/{path}w.js"));

    private string Loading(string function, params object[] arguments)
    {
        while (true)
        {
            var answer = engine.Invoke(function, arguments).AsString();
            if (!answer.StartsWith("{\"need\"", StringComparison.Ordinal))
            {
                return answer;
            }

            using var json = JsonDocument.Parse(answer);
            foreach (var path in json.RootElement.GetProperty("need").EnumerateArray().Select(path => path.GetString()!))
            {
                Assert.True(loaded.Add(path), $"{path} was loaded and is asked for again.");
                engine.Execute(Encoding.UTF8.GetString(files[$"search/{path}.js"].Bytes.Span));
            }
        }
    }
}

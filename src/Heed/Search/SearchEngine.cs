using System.Collections.Immutable;
using System.Text.Json;
using Jint;

namespace Heed.Search;

/// <summary>Asks the built index with the very scripts that a reader's browser runs, so that both find the same.</summary>
/// <remarks>
/// The scripts are those of the built site, which the build put there; they run without access to anything of .NET and
/// within limits of time, memory and depth. Jint is started at the first question, as that takes half a second. Only the
/// pieces that a question needs are read, as in a browser.
/// </remarks>
public sealed class SearchEngine
{
    /// <summary>Bytes that one question may allocate; reading an index of some thousand pages takes a few hundred million.</summary>
    private const long MemoryLimit = 4_000_000_000;

    /// <summary>After the engine, the pieces and the pages there is nothing left to ask for; near spellings and other languages ask a few times more.</summary>
    private const int MostRounds = 30;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(1);

    private readonly Func<string, string?> read;
    private Engine? engine;

    private SearchEngine(Func<string, string?> read) => this.read = read;

    /// <summary>Search over a built site; reads nothing before the first question.</summary>
    /// <param name="readSiteFile">Gives the text of a file of the site by its path (<c>search/en.js</c>), or null.</param>
    public static SearchEngine Open(Func<string, string?> readSiteFile) => new(readSiteFile);

    /// <summary>The pages that a reader of the language finds, the best first.</summary>
    /// <exception cref="InvalidOperationException">The site has no search files.</exception>
    public ImmutableArray<SearchHit> Search(string words, string language, int count = 20) => Ask(words, language, 0, count).Hits;

    /// <summary>The same, with how many there are and how the words were read.</summary>
    /// <param name="words">What the reader typed; nothing that is typed is wrong.</param>
    /// <param name="language">The language of the search page that the reader is on; a language without one is answered from the first.</param>
    /// <param name="from">How many of the best to leave out.</param>
    /// <param name="count">How many to give.</param>
    /// <param name="withExcerpts">Whether to look for the best passages, which takes most of the time.</param>
    /// <param name="withFacets">Whether to count facets.</param>
    /// <exception cref="InvalidOperationException">The site has no search files.</exception>
    public SearchAnswer Ask(string words, string language, int from, int count, bool withExcerpts = true, bool withFacets = false)
    {
        engine ??= Start();
        var known = engine.Invoke("heedLanguage", language).AsString();
        var question = JsonSerializer.Serialize(new { language = known, words, from, count, excerpts = withExcerpts, facets = withFacets, offers = true });
        for (var round = 0; round < MostRounds; round++)
        {
            using var answer = JsonDocument.Parse(engine.Invoke("heedAsk", question).AsString());
            if (!answer.RootElement.TryGetProperty("need", out var need))
            {
                return Answer(answer.RootElement);
            }

            foreach (var path in need.EnumerateArray())
            {
                engine.Execute(ReadFile(path.GetString() + ".js"));
            }
        }

        throw new InvalidOperationException("The search index of the site does not fit its engine; build it again.");
    }

    private Engine Start()
    {
        var started = new Engine(options => options
            .Strict(false)
            .LimitMemory(MemoryLimit)
            .TimeoutInterval(TimeLimit)
            .LimitRecursion(1000)
            .RegexTimeoutInterval(TimeLimit));

        started.Execute(ReadFile("manifest.js"));
        started.Execute(ReadFile(started.Evaluate("heedLanguages[0]").AsString() + ".js"));
        started.Execute(ReadFile(started.Evaluate("heedManifests[heedLanguages[0]].engine").AsString()));
        started.Execute(
            """
            function heedLanguage(language) { return heedLanguages.includes(language) ? language : heedLanguages[0]; }
            function heedAsk(question) { return JSON.stringify(heedSearch.ask(JSON.parse(question))); }
            """);
        return started;
    }

    private string ReadFile(string name) =>
        read(SearchIndexer.Folder + name)
        ?? throw new InvalidOperationException($"The site has no {SearchIndexer.Folder}{name}; build it again.");

    private static SearchAnswer Answer(JsonElement answer) => new(
        answer.GetProperty("total").GetInt32(),
        answer.GetProperty("full").GetInt32(),
        answer.GetProperty("help").GetInt32(),
        Text(answer, "mode") == "all",
        [.. answer.GetProperty("near").EnumerateArray().Select(near => new NearSpelling(Text(near, "word"), Text(near, "shown")))],
        [.. answer.GetProperty("filters").EnumerateArray().Select(filter => new SearchFilter(Text(filter, "name"), Text(filter, "key"), Text(filter, "label"), filter.GetProperty("not").GetBoolean()))],
        [.. answer.GetProperty("unknown").EnumerateArray().Select(filter => Text(filter, "value"))],
        answer.GetProperty("language").GetString(),
        [.. answer.GetProperty("offers").EnumerateArray().Select(offer => new SearchOffer(Text(offer, "name"), Text(offer, "key"), Text(offer, "label"), Text(offer, "rest")))],
        [.. answer.GetProperty("facets").EnumerateArray().SelectMany(Counts)],
        [.. answer.GetProperty("hits").EnumerateArray().Select(Hit)]);

    private static IEnumerable<FacetCount> Counts(JsonElement facet) => facet.GetProperty("values").EnumerateArray()
        .Select(value => new FacetCount(Text(facet, "name"), Text(value, "key"), Text(value, "label"), value.GetProperty("count").GetInt32()));

    private static SearchHit Hit(JsonElement hit) => new(
        Text(hit, "address"),
        Text(hit, "title"),
        Text(hit, "kind"),
        hit.GetProperty("number").GetString(),
        Text(hit, "language"),
        [.. hit.GetProperty("facts").EnumerateArray().Select(fact => new SearchFact(Text(fact, "name"), Text(fact, "label")))],
        hit.GetProperty("anchor").GetString(),
        hit.GetProperty("section").GetString(),
        [.. hit.GetProperty("excerpt").EnumerateArray().Select(part => new ExcerptSegment(Text(part, "text"), part.GetProperty("hit").GetBoolean()))]);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}

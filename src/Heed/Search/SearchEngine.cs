using System.Collections.Immutable;
using System.Text.Json;
using Jint;

namespace Heed.Search;

/// <summary>Asks the built index with the very scripts that a reader's browser runs, so that both find the same.</summary>
/// <remarks>
/// The scripts are those of the built site, which the build put there; they run without access to anything of .NET and
/// within limits of time, memory and depth. Jint is started at the first question, as that takes half a second.
/// </remarks>
public sealed class SearchEngine
{
    /// <summary>Bytes that one question may allocate; reading an index of some thousand pages takes a few hundred million.</summary>
    private const long MemoryLimit = 4_000_000_000;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(1);

    private readonly Func<string, string?> read;
    private readonly HashSet<string> loaded = new(StringComparer.Ordinal);
    private Engine? engine;

    private SearchEngine(Func<string, string?> read) => this.read = read;

    /// <summary>Search over a built site; reads nothing before the first question.</summary>
    /// <param name="readSiteFile">Gives the text of a file of the site by its path (<c>search/manifest.js</c>), or null.</param>
    public static SearchEngine Open(Func<string, string?> readSiteFile) => new(readSiteFile);

    /// <summary>The pages that a reader of the language finds, the best first.</summary>
    /// <exception cref="InvalidOperationException">The site has no search files.</exception>
    public ImmutableArray<SearchHit> Search(string words, string language, int count = 20) => Ask(words, language, 0, count).Hits;

    /// <summary>The same, with how many there are and how the words were read.</summary>
    /// <param name="words">What the reader typed; nothing that is typed is wrong.</param>
    /// <param name="language">The language of the search page that the reader is on.</param>
    /// <param name="from">How many of the best to leave out.</param>
    /// <param name="count">How many to give.</param>
    /// <exception cref="InvalidOperationException">The site has no search files.</exception>
    public SearchAnswer Ask(string words, string language, int from, int count)
    {
        engine ??= Start();
        var indexes = engine.Invoke("heedLanguages", language).AsArray().Select(name => name.AsString()).ToArray();
        foreach (var index in indexes)
        {
            Load(engine, index);
        }

        return Answer(engine.Invoke("heedAsk", string.Join(' ', indexes), words, from, count).AsString());
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
        started.Execute(ReadFile(started.Evaluate("heedManifest.engine").AsString()));
        started.Execute(
            """
            function heedLanguages(language) { return heedSearch.languages(heedManifest, language); }
            function heedFile(language) { return heedManifest.languages[language].file; }
            function heedAsk(languages, words, from, count) {
              return JSON.stringify(heedSearch.search(languages.split(" "), words, from, count));
            }
            """);
        return started;
    }

    private void Load(Engine started, string language)
    {
        if (loaded.Add(language))
        {
            started.Execute(ReadFile(started.Invoke("heedFile", language).AsString()));
        }
    }

    private string ReadFile(string name) =>
        read(SearchIndexer.Folder + name)
        ?? throw new InvalidOperationException($"The site has no {SearchIndexer.Folder}{name}; build it again.");

    private static SearchAnswer Answer(string json)
    {
        using var document = JsonDocument.Parse(json);
        var answer = document.RootElement;
        return new SearchAnswer(
            answer.GetProperty("total").GetInt32(),
            answer.GetProperty("mode").GetString() == "all",
            [.. answer.GetProperty("near").EnumerateArray().Select(near => new NearSpelling(Text(near, "word"), Text(near, "shown")))],
            [.. answer.GetProperty("hits").EnumerateArray().Select(Hit)]);
    }

    private static SearchHit Hit(JsonElement hit) => new(
        Text(hit, "address"), Text(hit, "title"), Text(hit, "kind"), hit.GetProperty("number").GetString(), Text(hit, "language"),
        [.. hit.GetProperty("excerpt").EnumerateArray().Select(part => new ExcerptSegment(Text(part, "text"), part.GetProperty("hit").GetBoolean()))]);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}

using System.Collections.Immutable;
using System.Text;
using Heed.Files;
using Heed.Theming;

namespace Heed.Search;

/// <summary>The theme's scripts that search consists of, as text.</summary>
/// <remarks>
/// They are one half of the analyser: the stop words are read out of them, and their text becomes part of the site,
/// so that what is indexed and what is asked for are always cut alike. The files are put together once, as slimming a script
/// means parsing it.
/// </remarks>
public sealed class ThemeScripts
{
    private readonly Lazy<SiteFile> engine;
    private readonly Lazy<ImmutableSortedDictionary<string, SiteFile>> stemmers;
    private readonly Lazy<int> codeLength;

    private ThemeScripts()
    {
        engine = new(() => SearchFiles.Named("engine", Joined(Lunr!, Characters!, ReadCharacters, Words!, Analysis!, Index!, Query!)));
        stemmers = new(() => ImmutableSortedDictionary.CreateRange<string, SiteFile>(
            StringComparer.Ordinal,
            [
                new("ru", SearchFiles.Named("stem-ru", Joined(StemmerSupport!, Russian!))),
                new("kk", SearchFiles.Named("stem-kk", Joined(StemmerSupport!, Kazakh!, ReadKazakhRules))),
                .. Others.Select(other => KeyValuePair.Create(other.Key, SearchFiles.Named($"stem-{other.Key}", Joined(StemmerSupport!, other.Value)))),
            ]));
        codeLength = new(() => Engine.CompressedLength() + SiteFile.Of("", ScriptText.Slim(Page!)).CompressedLength());
    }

    /// <summary>The folder of the theme that holds the scripts.</summary>
    public const string Folder = "theme/assets/search/";

    /// <summary>lunr.js itself.</summary>
    public required string Lunr { get; init; }

    /// <summary>What the stemmers of lunr-languages share.</summary>
    public required string StemmerSupport { get; init; }

    /// <summary>The Russian stemmer and stop words of lunr-languages.</summary>
    public required string Russian { get; init; }

    /// <summary>Our Kazakh stemmer and stop words, without the rules.</summary>
    public required string Kazakh { get; init; }

    /// <summary>The rules for Kazakh, as data with comments.</summary>
    public required string KazakhRules { get; init; }

    /// <summary>The plug-ins of lunr-languages for further languages, by code.</summary>
    public ImmutableSortedDictionary<string, string> Others { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Our reader of the table of characters, without the table.</summary>
    public required string Characters { get; init; }

    /// <summary>Our tokenizer and normaliser.</summary>
    public required string Words { get; init; }

    /// <summary>Our choice of stemmers.</summary>
    public required string Analysis { get; init; }

    /// <summary>Reads the pieces of an index and gives lunr what it needs of them.</summary>
    public required string Index { get; init; }

    /// <summary>Our query engine.</summary>
    public required string Query { get; init; }

    /// <summary>The search page's own script, which loads the others.</summary>
    public required string Page { get; init; }

    /// <summary>The licences of lunr and lunr-languages, which travel with their code.</summary>
    public required string Licences { get; init; }

    /// <summary>Reads the scripts from the theme.</summary>
    /// <param name="read">Gives the text of a theme file by its path (<c>theme/assets/search/lunr.js</c>), or null.</param>
    /// <param name="languages">The languages of the site; those that lunr-languages knows bring its plug-in.</param>
    /// <exception cref="InvalidOperationException">A script is not there: a fault of ours, as the default theme is embedded whole.</exception>
    public static ThemeScripts From(Func<string, string?> read, params IEnumerable<string> languages) => new()
    {
        Lunr = Read(read, "lunr.js"),
        StemmerSupport = Read(read, "lunr.stemmer.support.js"),
        Russian = Read(read, "lunr.ru.js"),
        Kazakh = Read(read, "lunr.kk.js"),
        KazakhRules = Read(read, "lunr.kk.rules.txt"),
        Characters = Read(read, "heed-characters.js"),
        Words = Read(read, "heed-words.js"),
        Analysis = Read(read, "heed-analysis.js"),
        Index = Read(read, "heed-index.js"),
        Query = Read(read, "heed-query.js"),
        Page = Read(read, "heed-search.js"),
        Others = languages.Where(LanguageStemmer.Has).Distinct().ToImmutableSortedDictionary(
            language => language,
            language => Read(read, $"lunr.{language}.js"),
            StringComparer.Ordinal),
        Licences = Read(read, "lunr.LICENSE.txt") + "\n" + Read(read, "lunr-languages.LICENSE.txt"),
    };

    /// <summary>The file that a reader's browser loads first: lunr, our analysis and query engine, in the order in which they need each other.</summary>
    public SiteFile Engine => engine.Value;

    /// <summary>The stemmer of each language that has one, loaded when a page or a question is in that language.</summary>
    public ImmutableSortedDictionary<string, SiteFile> Stemmers => stemmers.Value;

    /// <summary>How many bytes travel that every first search loads: the engine and the search page's own script.</summary>
    internal int CodeLength => codeLength.Value;

    /// <summary>All of them, and the licences.</summary>
    internal ImmutableArray<SiteFile> Files => [Engine, .. Stemmers.Values, SiteFile.Of(SearchFiles.Folder + "licences.txt", Licences)];

    /// <summary>A script that gives the rules to the Kazakh stemmer, without what only their author reads.</summary>
    internal string ReadKazakhRules
    {
        get
        {
            var lines = KazakhRules.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#');
            return new StringBuilder("lunr.kk.read(").AppendScriptString(string.Join('\n', lines)).Append(");").ToString();
        }
    }

    /// <summary>A script that gives the table of characters to its reader: the program's own, as it folds by it too.</summary>
    internal static string ReadCharacters => Text.Characters.BrowserScript;

    private static string Joined(params ReadOnlySpan<string> scripts)
    {
        var joined = new StringBuilder();
        foreach (var script in scripts)
        {
            joined.Append(ScriptText.Slim(script).Trim()).Append("\n;\n");
        }

        return joined.ToString();
    }

    private static string Read(Func<string, string?> read, string name) =>
        read(Folder + name)?.Replace("\r\n", "\n")
        ?? throw new InvalidOperationException($"The theme has no {Folder}{name}.");
}

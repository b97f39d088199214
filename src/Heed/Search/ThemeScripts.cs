using System.Collections.Immutable;
using System.Text;
using Heed.Files;
using Heed.Theming;

namespace Heed.Search;

/// <summary>The theme's scripts that search consists of, as text.</summary>
/// <remarks>
/// They are one half of the analyser: the stop words are read out of them, and their text becomes part of the site,
/// so that what is indexed and what is asked for are always cut alike.
/// </remarks>
public sealed record ThemeScripts
{
    /// <summary>The folder of the theme that holds the scripts.</summary>
    public const string Folder = "theme/assets/search/";

    /// <summary>lunr.js itself.</summary>
    public required string Lunr { get; init; }

    /// <summary>What the stemmers of lunr-languages share.</summary>
    public required string StemmerSupport { get; init; }

    /// <summary>The Russian stemmer and stop words of lunr-languages.</summary>
    public required string Russian { get; init; }

    /// <summary>Our tokenizer, normaliser and choice of stemmers.</summary>
    public required string Analysis { get; init; }

    /// <summary>Reads the pieces of an index and gives lunr what it needs of them.</summary>
    public required string Index { get; init; }

    /// <summary>Our query engine.</summary>
    public required string Query { get; init; }

    /// <summary>The licences of lunr and lunr-languages, which travel with their code.</summary>
    public required string Licences { get; init; }

    /// <summary>Reads the scripts from the theme.</summary>
    /// <param name="read">Gives the text of a theme file by its path (<c>theme/assets/search/lunr.js</c>), or null.</param>
    /// <exception cref="InvalidOperationException">A script is not there: a fault of ours, as the default theme is embedded whole.</exception>
    public static ThemeScripts From(Func<string, string?> read) => new()
    {
        Lunr = Read(read, "lunr.js"),
        StemmerSupport = Read(read, "lunr.stemmer.support.js"),
        Russian = Read(read, "lunr.ru.js"),
        Analysis = Read(read, "heed-analysis.js"),
        Index = Read(read, "heed-index.js"),
        Query = Read(read, "heed-query.js"),
        Licences = Read(read, "lunr.LICENSE.txt") + "\n" + Read(read, "lunr-languages.LICENSE.txt"),
    };

    /// <summary>The file that a reader's browser loads first: lunr, our analysis and query engine, in the order in which they need each other.</summary>
    public SiteFile Engine => SearchFiles.Named("engine", Joined(Lunr, Analysis, Index, Query));

    /// <summary>The stemmer of each language that has one, loaded when a page or a question is in that language.</summary>
    public ImmutableSortedDictionary<string, SiteFile> Stemmers => ImmutableSortedDictionary.CreateRange<string, SiteFile>(
        StringComparer.Ordinal,
        [new("ru", SearchFiles.Named("stem-ru", Joined(StemmerSupport, Russian)))]);

    /// <summary>All of them, and the licences.</summary>
    internal ImmutableArray<SiteFile> Files => [Engine, .. Stemmers.Values, SiteFile.Of(SearchFiles.Folder + "licences.txt", Licences)];

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

using System.Collections.Immutable;
using System.Text;
using Heed.Search;
using Heed.Tests.Support;
using Jint;

namespace Heed.Tests.Search;

/// <summary>The search scripts of the embedded theme, and the JavaScript engine that runs them as the judge of our C#.</summary>
internal static class SearchScripts
{
    public static readonly ThemeScripts Theme = ThemeScripts.From(Embedded);

    /// <summary>The scripts of a site that has these languages too.</summary>
    public static ThemeScripts With(params string[] languages) => ThemeScripts.From(Embedded, languages);

    /// <summary>The three languages of the tests, English first, with names for facets.</summary>
    public static readonly ImmutableArray<SearchEdition> Editions =
    [
        new("en", [new("kind", "Kind"), new("theme", "Theme"), new("state", "State"), new("cycle", "Cycle"), new("position", "Position"), new("level", "Level")]),
        new("ru", [new("kind", "Вид"), new("theme", "Тема"), new("state", "Государство"), new("cycle", "Цикл"), new("position", "Позиция"), new("level", "Уровень")]),
        new("kk", [new("kind", "Түрі"), new("theme", "Тақырып"), new("state", "Мемлекет"), new("cycle", "Цикл"), new("position", "Ұстаным"), new("level", "Деңгей")]),
    ];

    public static readonly StopWords StopWords = StopWords.From(Theme);

    /// <summary>An engine that has lunr, its Russian stemmer, our Kazakh one and our analysis loaded; one for each test class, as it is not for several threads.</summary>
    public static Engine Judge()
    {
        var engine = new Engine(options => options.TimeoutInterval(TimeSpan.FromMinutes(2)));
        foreach (var script in new[] { Theme.Lunr, Theme.StemmerSupport, Theme.Russian, Theme.Kazakh, Theme.ReadKazakhRules, Theme.Characters, ThemeScripts.ReadCharacters, Theme.Words, Theme.Analysis, Theme.Index, Theme.Query })
        {
            engine.Execute(script);
        }

        return engine;
    }

    /// <summary>All distinct runs of letters of the repository's content: what the stemmers will really meet.</summary>
    public static IEnumerable<string> ContentWords()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<ScannedWord>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "content"), "*.*", SearchOption.AllDirectories))
        {
            var text = System.IO.File.ReadAllText(file, Encoding.UTF8);
            found.Clear();
            WordScanner.Scan(text, found);
            words.UnionWith(found.Select(word => text.Substring(word.Start, word.Length)));
        }

        return words.Order(StringComparer.Ordinal);
    }

    private static string? Embedded(string path)
    {
        using var stream = typeof(ThemeScripts).Assembly.GetManifestResourceStream(path);
        return stream is null ? null : new StreamReader(stream, Encoding.UTF8).ReadToEnd();
    }
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Heed.Files;
using Heed.Text;

namespace Heed.Theming;

/// <summary>The files of <c>theme/assets/</c> as they go to the site.</summary>
/// <remarks>
/// Style sheets and scripts bear a part of their own hash in the name, so that a reader's cache outlives a release that
/// did not change them and never shows an old one with a new page.
/// </remarks>
internal sealed partial class AssetFiles
{
    private const string Folder = "theme/";

    private const string StyleFolder = "theme/assets/css/";

    private const string SearchFolder = "theme/assets/search/";

    // The search engine is assembled from the other files of the search folder; these two are the page's own.
    private static readonly ImmutableArray<string> PageScripts = ["heed-box.js", "heed-search.js"];

    // What any other script needs to compare what is typed as search does, in the order in which they need each other.
    private const string CharactersScript = SearchFolder + "heed-characters.js";
    private const string WordsScript = SearchFolder + "heed-words.js";

    private readonly ImmutableSortedDictionary<string, string> paths;

    private AssetFiles(ImmutableArray<SiteFile> files, ImmutableSortedDictionary<string, string> paths)
    {
        Files = files;
        this.paths = paths;
    }

    /// <summary>The files, in ordinal order.</summary>
    public ImmutableArray<SiteFile> Files { get; }

    /// <summary>Takes the assets of a theme: <c>assets/css/*.css</c> become one <c>assets/heed.css</c>, in order of their names.</summary>
    public static AssetFiles Of(SourceTree theme)
    {
        var files = new List<SiteFile>();
        var paths = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, bytes) in Named(theme))
        {
            var path = PathWithHash(name, bytes);
            paths[name] = path;
            files.Add(new SiteFile(path, bytes));
        }

        return new AssetFiles([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)], paths.ToImmutable());
    }

    /// <summary>Where the asset of the name stands on the site, or null.</summary>
    public string? PathOf(string name) => paths.GetValueOrDefault(name);

    private static IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> Named(SourceTree theme)
    {
        var styles = theme.Under(StyleFolder).Where(file => file.Path.EndsWith(".css", StringComparison.Ordinal)).ToList();
        if (styles.Count > 0)
        {
            yield return ("assets/heed.css", SiteFile.Of("", Slim(string.Join('\n', styles.Select(file => file.Text)))).Bytes);
        }

        if (theme.Find(CharactersScript) is { } characters && theme.Find(WordsScript) is { } words)
        {
            yield return (WordsScript[Folder.Length..], SiteFile.Of("", ScriptText.Slim(characters.Text) + Characters.BrowserScript + "\n" + ScriptText.Slim(words.Text)).Bytes);
        }

        foreach (var file in theme.Under("theme/assets/"))
        {
            var isSearchEngine = file.Path.StartsWith(SearchFolder, StringComparison.Ordinal) && !PageScripts.Contains(file.Path[SearchFolder.Length..]);
            if (!isSearchEngine && !file.Path.StartsWith(StyleFolder, StringComparison.Ordinal))
            {
                var isScript = file.Path.EndsWith(".js", StringComparison.Ordinal);
                yield return (file.Path[Folder.Length..], isScript ? SiteFile.Of("", ScriptText.Slim(file.Text)).Bytes : file.Bytes);
            }
        }
    }

    /// <summary>The style sheet without comments and indents, which are for us and weigh a fifth of it compressed. What stands in quotation marks stays.</summary>
    internal static string Slim(string style) =>
        Blank().Replace(StringOrComment().Replace(style, match => match.Groups["text"].Value), "\n").Trim() + "\n";

    [GeneratedRegex("""(?<text>"(\\.|[^"\\])*"|'(\\.|[^'\\])*')|/\*.*?\*/""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex StringOrComment();

    [GeneratedRegex(@"\s*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    private static string PathWithHash(string name, ReadOnlyMemory<byte> bytes)
    {
        var dot = name.LastIndexOf('.');
        return name.EndsWith(".css", StringComparison.Ordinal) || name.EndsWith(".js", StringComparison.Ordinal)
            ? $"{name[..dot]}.{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))[..8]}{name[dot..]}"
            : name;
    }
}

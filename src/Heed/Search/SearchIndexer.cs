using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Heed.Files;

namespace Heed.Search;

/// <summary>Makes the files of the site that search reads.</summary>
/// <remarks>
/// They are scripts that register data, as <c>fetch</c> and modules do not work from <c>file://</c>. All names but the
/// manifest's say what is in the file, so that a reader's cache outlives a release that did not change it.
/// </remarks>
public static class SearchIndexer
{
    /// <summary>The folder of the site that all of them are in.</summary>
    public const string Folder = "search/";

    /// <summary>A title or number says what a page is about; a name that leads to it says somewhat more than a word of its prose.</summary>
    internal static readonly ImmutableArray<SearchField> Fields =
        [new("title", 10), new("number", 10), new("tags", 2), new("body", 1)];

    /// <summary>One index for each language that pages are written in, the query engine and a manifest, all under <c>search/</c>.</summary>
    /// <param name="documents">The pages to be found, in any order, each address once.</param>
    /// <param name="scripts">The theme's search scripts.</param>
    public static ImmutableArray<SiteFile> Index(IEnumerable<SearchDocument> documents, ThemeScripts scripts)
    {
        var stopWords = StopWords.From(scripts);
        var engine = Named("engine", scripts.Engine);
        var files = ImmutableArray.CreateBuilder<SiteFile>();
        files.Add(engine);
        files.Add(SiteFile.Of(Folder + "licences.txt", scripts.Licences));

        var manifest = new StringBuilder("var heedManifest={\"engine\":").AppendJson(NameOf(engine)).Append(",\"languages\":{");
        var separator = "";
        foreach (var language in documents.GroupBy(document => document.Language).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var pages = language.OrderBy(page => page.Address, StringComparer.Ordinal).ToImmutableArray();
            var data = Named(language.Key, DataScript(language.Key, pages, new Analyser(stopWords, language.Key)));
            files.Add(data);
            manifest.Append(separator).AppendJson(language.Key).Append(":{\"file\":").AppendJson(NameOf(data))
                .Append(CultureInfo.InvariantCulture, $",\"documents\":{pages.Length}}}");
            separator = ",";
        }

        files.Add(SiteFile.Of(Folder + "manifest.js", manifest.Append("}};\n").ToString()));
        return files.ToImmutable();
    }

    /// <summary>The index alone, as JSON.</summary>
    internal static string IndexJson(IEnumerable<SearchDocument> documents, Analyser analyser)
    {
        var builder = new SearchIndexBuilder(Fields, analyser);
        foreach (var document in documents)
        {
            builder.Add(document.Title, document.Number ?? "", string.Join('\n', document.Tags), document.Body);
        }

        return builder.ToJson();
    }

    private static string DataScript(string language, ImmutableArray<SearchDocument> pages, Analyser analyser)
    {
        var json = new StringBuilder("{\"index\":").Append(IndexJson(pages, analyser)).Append(",\"documents\":[");
        for (var at = 0; at < pages.Length; at++)
        {
            json.Append(at == 0 ? "{" : ",{").Append("\"address\":").AppendJson(pages[at].Address)
                .Append(",\"title\":").AppendJson(OneLine(pages[at].Title))
                .Append(",\"kind\":").AppendJson(pages[at].Kind);
            if (pages[at].Number is { } number)
            {
                json.Append(",\"number\":").AppendJson(number);
            }

            json.Append(",\"text\":").AppendJson(OneLine(pages[at].Body)).Append('}');
        }

        json.Append("]}");
        return new StringBuilder("heedSearch.register(").AppendJson(language).Append(',')
            .AppendScriptString(json.ToString()).Append(");\n").ToString();
    }

    /// <summary>An excerpt is one line, whatever the page's paragraphs were.</summary>
    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static SiteFile Named(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 4));
        return new SiteFile($"{Folder}{name}-{hash}.js", bytes);
    }

    private static string NameOf(SiteFile file) => file.Path[Folder.Length..];
}

using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using Heed.Addressing;
using Heed.Files;

namespace Heed.Search;

/// <summary>Makes the files of the site that search reads.</summary>
/// <remarks>
/// <para>
/// Each language that pages are written in has an index of its own in <c>search/&lt;language&gt;/</c>. Each language in
/// which readers search has a manifest, <c>search/&lt;language&gt;.js</c>, which names the engine, and what the indexes that its
/// readers need consist of. Of all these files only the manifests have a name that says nothing of what is in them.
/// </para>
/// <para>
/// A reader's browser loads the engine and the manifest, then the pieces that hold the words, then the pages that it shows:
/// three steps, however big the knowledge base is.
/// </para>
/// </remarks>
public static class SearchIndexer
{
    /// <summary>The folder of the site that all of them are in.</summary>
    public const string Folder = SearchFiles.Folder;

    /// <summary>What a result shows of a page's facets, beside its title.</summary>
    private static readonly ImmutableArray<string> ShownFacets = ["state", "position", "level"];

    /// <summary>Facets of so few values that their names stand in the manifest.</summary>
    private static readonly ImmutableArray<string> ShortFacets = ["level", "position"];

    /// <summary>In how many files the other names stand; a search loads one for each of its words.</summary>
    private const int NameFiles = 64;

    private const int LettersOfNameFile = 3;

    // Pages that are shown together are seldom neighbours, so a file holds few: what is loaded in vain is less than what one
    // more request costs.
    private const int BytesInPageFile = 2_200;
    private const int PagesInFolder = 64;

    // With the space behind it; English has fewer, Russian and Kazakh have more.
    private const int LettersOfWord = 7;

    private const int BytesInWordFile = 30_000;

    private static readonly SearchValues<char> OtherSpaces =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => (char)unit).Where(unit => unit != ' ' && char.IsWhiteSpace(unit))]);

    /// <summary>Title, number, tags and body; what a word counts for in each stands in heed-index.js, where weights are made.</summary>
    internal const int FieldCount = 4;

    /// <summary>The indexes, the manifests, the engine and its licences, all under <c>search/</c>.</summary>
    /// <param name="documents">The pages to be found, in any order, each address once.</param>
    /// <param name="scripts">The theme's search scripts.</param>
    /// <param name="editions">The languages in which readers search, the one that pages are first written in before all others.</param>
    /// <param name="memory">Where the stems of languages without a compiled stemmer are remembered.</param>
    public static BuiltSearch Index(IEnumerable<SearchDocument> documents, ThemeScripts scripts, ImmutableArray<SearchEdition> editions, SearchMemory? memory = null)
    {
        // Equal contents have one name: they are one file.
        var files = new Dictionary<string, SiteFile>(StringComparer.Ordinal);
        void Add(SiteFile file)
        {
            if (!files.TryAdd(file.Path, file) && !files[file.Path].Bytes.Span.SequenceEqual(file.Bytes.Span))
            {
                throw new InvalidOperationException($"Two pieces of the search index are both named {file.Path}.");
            }
        }

        foreach (var script in scripts.Files)
        {
            Add(script);
        }

        var stopWords = StopWords.From(scripts);
        var stemmers = scripts.Others.Keys.ToDictionary(language => language, language => new LanguageStemmer(language, scripts, memory ?? SearchMemory.None));
        var known = documents.Select(document => document.Language).Distinct().ToDictionary(language => language, _ => new ConcurrentDictionary<string, string>(StringComparer.Ordinal));
        Analyser NewAnalyser(string language) => new(stopWords, language, stemmers.GetValueOrDefault(language) is { } stemmer ? stemmer.Term : null, known[language]);

        var byLanguage = documents.GroupBy(document => document.Language).ToImmutableSortedDictionary(
            group => group.Key,
            group => group.OrderBy(page => page.FirstPublished ?? DateOnly.MaxValue).ThenBy(page => page.Address, StringComparer.Ordinal).ToImmutableArray(),
            StringComparer.Ordinal);
        var weights = new Dictionary<string, SearchWeight>(StringComparer.Ordinal);
        var indexes = byLanguage.ToImmutableSortedDictionary(
            language => language.Key,
            language => IndexOf(language.Value, editions.FirstOrDefault(edition => edition.Language == language.Key), language.Key, NewAnalyser, Add, weight => weights[language.Key] = weight),
            StringComparer.Ordinal);

        foreach (var stemmer in stemmers.Values)
        {
            stemmer.Remember();
        }

        var languages = editions.Select(edition => edition.Language).ToImmutableArray();
        var searches = ImmutableArray.CreateBuilder<FirstSearch>();
        foreach (var language in languages)
        {
            var needed = Needed(language, languages, byLanguage);
            var manifest = SiteFile.Of($"{Folder}{language}.js", Manifest(language, languages, needed, byLanguage, indexes, scripts));
            Add(manifest);
            searches.Add(SearchWeight.OfFirstSearch(language, manifest, scripts, [.. needed.Select(other => weights[other])]));
        }

        Add(SiteFile.Of($"{Folder}manifest.js", new StringBuilder("var heedLanguages=[").AppendJoin(',', editions.Select(edition => $"\"{edition.Language}\"")).Append("];\n").ToString()));
        return new BuiltSearch([.. files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)], searches.ToImmutable());
    }

    /// <summary>The index of pages as numbers, for the tests that hold it to lunr.</summary>
    internal static SearchIndex Read(ImmutableArray<SearchDocument> pages, Func<Analyser> newAnalyser) => SearchIndexBuilder.Build(
        pages.Length,
        FieldCount,
        (document, field) => field switch
        {
            0 => pages[document].Title,
            1 => pages[document].Number ?? "",
            2 => string.Join('\n', pages[document].Tags),
            _ => pages[document].Body,
        },
        newAnalyser,
        pages.Sum(page => page.Passages.Sum(passage => (long)passage.Text.Length)) / LettersOfWord);

    private static string IndexOf(ImmutableArray<SearchDocument> pages, SearchEdition? edition, string language, Func<string, Analyser> newAnalyser, Action<SiteFile> add, Action<SearchWeight> weigh)
    {
        var index = Read(pages, () => newAnalyser(language));
        var cutter = new IndexCutter(language, index, FieldCount, CutSizes.Default, add);
        var json = new StringBuilder("{\"language\":").AppendJson(language).Append(',').Append(cutter.Cut());

        var pageFiles = new List<SiteFile>();
        json.Append(",\"pages\":[").AppendJoin(',', Pages(language, pages, file =>
        {
            add(file);
            pageFiles.Add(file);
        })).Append(']');
        var names = Names(language, pages, edition?.FacetNames ?? [], out var nameFiles);
        foreach (var file in nameFiles)
        {
            add(file);
        }

        // Names are looked up when the results are there, so that nobody waits for them.
        weigh(SearchWeight.Of(index, cutter, pageFiles));
        json.Append(names).Append(CultureInfo.InvariantCulture, $",\"help\":[{string.Join(',', Enumerable.Range(0, pages.Length).Where(number => pages[number].IsHelp))}]");

        json.Append(",\"words\":[").AppendJoin(',', Words(language, index.Vocabulary, add)).Append(']');
        json.Append(",\"facets\":[").AppendJoin(',', Facets(language, pages, edition?.FacetNames ?? [], add)).Append(']');
        return json.Append('}').ToString();
    }

    /// <summary>
    /// Which indexes a reader of the language is answered from: that of the language itself, and those that have pages which
    /// it lacks. The others are asked when nothing else is found.
    /// </summary>
    private static ImmutableArray<string> Needed(string language, ImmutableArray<string> editions, ImmutableSortedDictionary<string, ImmutableArray<SearchDocument>> pages)
    {
        var own = Entries(language, pages);
        return
        [
            .. Languages(editions, pages)
                .Where(other => other == language || pages[other].Any(page => !own.Contains(EntryOf(page))))
                .OrderByDescending(other => other == language),
        ];
    }

    private static IEnumerable<string> Languages(ImmutableArray<string> editions, ImmutableSortedDictionary<string, ImmutableArray<SearchDocument>> pages) =>
        editions.Concat(pages.Keys).Distinct().Where(pages.ContainsKey);

    private static HashSet<string> Entries(string language, ImmutableSortedDictionary<string, ImmutableArray<SearchDocument>> pages) =>
        pages.GetValueOrDefault(language, []).Select(EntryOf).ToHashSet(StringComparer.Ordinal);

    private static string Manifest(
        string language,
        ImmutableArray<string> editions,
        ImmutableArray<string> needed,
        ImmutableSortedDictionary<string, ImmutableArray<SearchDocument>> pages,
        ImmutableSortedDictionary<string, string> indexes,
        ThemeScripts scripts)
    {
        var own = Entries(language, pages);
        var json = new StringBuilder("(globalThis.heedManifests=globalThis.heedManifests||{})[").AppendJson(language)
            .Append(CultureInfo.InvariantCulture, $"]={{\"eager\":{SearchWeight.EagerBytes},\"engine\":").AppendJson(NameOf(scripts.Engine)).Append(",\"stemmers\":{");
        var separator = "";
        foreach (var (name, file) in scripts.Stemmers)
        {
            json.Append(separator).AppendJson(name).Append(':').AppendJson(NameOf(file));
            separator = ",";
        }

        return json.Append("},\"indexes\":[").AppendJoin(",\n", needed.Select(other => other == language ? indexes[other] : OnlySome(indexes[other], pages[other], own)))
            .Append("],\"others\":[").AppendJoin(',', Languages(editions, pages).Except(needed).Select(other => $"\"{other}\"")).Append("]};\n").ToString();
    }

    /// <summary>The index of another language, of which only the pages are told that the reader's language lacks.</summary>
    private static string OnlySome(string index, ImmutableArray<SearchDocument> pages, HashSet<string> own) => string.Create(
        CultureInfo.InvariantCulture,
        $"{index[..^1]},\"only\":[{string.Join(',', Enumerable.Range(0, pages.Length).Where(number => !own.Contains(EntryOf(pages[number]))))}]}}");

    /// <summary>An entry's address is the same in every language but for the language's folder.</summary>
    private static string EntryOf(SearchDocument page) =>
        new SitePaths("", [page.Language]).Cut(page.Address).Address;

    /// <summary>What results show of pages: folders of 64, in each files of a few.</summary>
    private static string[] Pages(string language, ImmutableArray<SearchDocument> pages, Action<SiteFile> add)
    {
        var folders = new (string Told, SiteFile[] Files)[(pages.Length + PagesInFolder - 1) / PagesInFolder];
        Parallel.For(0, folders.Length, folder => folders[folder] = PageFolder(language, pages.Slice(folder * PagesInFolder, Math.Min(PagesInFolder, pages.Length - (folder * PagesInFolder)))));
        foreach (var file in folders.SelectMany(folder => folder.Files))
        {
            add(file);
        }

        return [.. folders.Select(folder => folder.Told)];
    }

    private static (string Told, SiteFile[] Files) PageFolder(string language, ImmutableArray<SearchDocument> pages)
    {
        var texts = pages.Select(PageJson).ToArray();
        var inFile = Math.Clamp(BytesInPageFile * texts.Length / texts.Sum(text => text.Length), 1, PagesInFolder);
        var contents = texts.Chunk(inFile).Select(chunk => Encoding.UTF8.GetBytes($"[{string.Join(',', chunk)}]")).ToArray();
        var folder = SearchFiles.HashOf(contents);
        var files = contents.Select((content, number) => SearchFiles.Json(language, string.Create(CultureInfo.InvariantCulture, $"{folder}/{number}"), content)).ToArray();
        return (string.Create(CultureInfo.InvariantCulture, $"\"{folder}\",{inFile},{contents.Sum(content => content.Length) / contents.Length}"), files);
    }

    private static string PageJson(SearchDocument page)
    {
        var json = new StringBuilder("[").AppendJson(page.Address).Append(',').AppendJson(OneLine(page.Title)).Append(',').AppendJson(page.Kind)
            .Append(',').AppendJson(page.Number ?? "").Append(",[");
        var separator = "";
        foreach (var facet in page.Facets.Where(facet => ShownFacets.Contains(facet.Name)).OrderBy(facet => ShownFacets.IndexOf(facet.Name)))
        {
            json.Append(separator).AppendJson(facet.Name).Append(',').AppendJson(facet.Label);
            separator = ",";
        }

        json.Append("],[");
        separator = "";
        foreach (var passage in page.Passages)
        {
            json.Append(separator).AppendJson(passage.Anchor ?? "").Append(',').AppendJson(OneLine(passage.Heading ?? "")).Append(',').AppendJson(OneLine(passage.Text));
            separator = ",";
        }

        return json.Append("]]").ToString();
    }

    /// <summary>All words, each with the power of two of the number of pages that have it, for near spellings.</summary>
    private static IEnumerable<string> Words(string language, ImmutableArray<SpelledWord> words, Action<SiteFile> add)
    {
        for (var first = 0; first < words.Length;)
        {
            var from = words[first].Text;
            var text = new ArrayBufferWriter<byte>();
            for (; first < words.Length && text.WrittenCount < BytesInWordFile; first++)
            {
                if (text.WrittenCount > 0)
                    text.Write("\t"u8);
                Encoding.UTF8.GetBytes(words[first].Text, text);
                text.Write([(byte)('0' + Math.Min(9, BitOperations.Log2((uint)words[first].Documents)))]);
            }

            var (hash, file) = SearchFiles.Quoted(language, text.WrittenSpan);
            add(file);
            yield return new StringBuilder().AppendJson(from).Append(',').AppendJson(hash).ToString();
        }
    }

    /// <summary>Of each facet its values, each with its names and its pages.</summary>
    private static IEnumerable<string> Facets(string language, ImmutableArray<SearchDocument> pages, ImmutableArray<KeyValuePair<string, string>> names, Action<SiteFile> add)
    {
        foreach (var (name, label) in names)
        {
            var values = pages
                .SelectMany((page, number) => page.Facets.Where(facet => facet.Name == name).Select(facet => (Facet: facet, Page: number)))
                .GroupBy(one => one.Facet.Key)
                .OrderBy(value => value.Key, StringComparer.Ordinal)
                .Select(value => FacetValue(value.First().Facet, value.SelectMany(one => one.Facet.Names), [.. value.Select(one => one.Page).Distinct()]))
                .ToArray();
            if (values.Length == 0)
                continue;

            var (hash, file) = SearchFiles.Json(language, $"[{string.Join(",\n", values)}]");
            add(file);
            yield return new StringBuilder().AppendJson(name).Append(',').AppendJson(label).Append(',').AppendJson(hash).ToString();
        }
    }

    /// <summary>
    /// By what names readers know the values: those of short lists in the manifest, where they decide what comes first, the others in
    /// files by the first letters of the name, so that a search loads those of its own words.
    /// </summary>
    private static string Names(string language, ImmutableArray<SearchDocument> pages, ImmutableArray<KeyValuePair<string, string>> facets, out ImmutableArray<SiteFile> files)
    {
        var values = pages
            .SelectMany(page => page.Facets)
            .Where(facet => facets.Any(named => named.Key == facet.Name))
            .GroupBy(facet => (facet.Name, facet.Key))
            .OrderBy(value => value.Key)
            .Select(value => (Facet: value.First(), Names: value.SelectMany(facet => facet.Names).Order(StringComparer.Ordinal).Prepend(value.First().Label).Distinct(StringComparer.OrdinalIgnoreCase).ToArray()))
            .ToLookup(value => ShortFacets.Contains(value.Facet.Name));
        var json = new StringBuilder(",\"names\":[[").AppendJoin(',', values[true].Select(value => NamesJson(value.Facet, value.Names))).Append("],");
        if (!values[false].Any())
        {
            files = [];
            return json.Append("null]").ToString();
        }

        var byFile = values[false]
            .SelectMany(value => value.Names.GroupBy(NameFileOf).Select(names => (File: names.Key, Json: NamesJson(value.Facet, names))))
            .ToLookup(value => value.File, value => value.Json);
        var contents = Enumerable.Range(0, NameFiles).Select(file => Encoding.UTF8.GetBytes($"[{string.Join(",\n", byFile[file])}]")).ToArray();
        var folder = SearchFiles.HashOf(contents);
        files = [.. contents.Select((content, file) => SearchFiles.Json(language, string.Create(CultureInfo.InvariantCulture, $"{folder}/{file}"), content))];
        return json.AppendJson(folder).Append(']').ToString();
    }

    /// <summary>
    /// The file that a name stands in: by the first letters of its first word of some length, as it is compared, which all its forms share.
    /// heed-index.js looks in the file of each word that was typed and means something.
    /// </summary>
    private static int NameFileOf(string name)
    {
        var words = new List<ScannedWord>();
        WordScanner.Scan(name, words);
        var compared = words.Where(word => !word.IsPart).Select(word => Analyser.Normalise(name.Substring(word.Start, word.Length))).ToArray();
        var telling = compared.FirstOrDefault(word => word.Length > LettersOfNameFile) ?? compared.LastOrDefault("");
        return telling.Take(LettersOfNameFile).Aggregate(0, (number, letter) => ((number * 31) + letter) % NameFiles);
    }

    private static string NamesJson(SearchFacet facet, IEnumerable<string> names)
    {
        var json = new StringBuilder("[").AppendJson(facet.Name).Append(',').AppendJson(facet.Key).Append(',').AppendJson(facet.Label);
        foreach (var name in names)
        {
            json.Append(',').AppendJson(name);
        }

        return json.Append(']').ToString();
    }

    private static string FacetValue(SearchFacet facet, IEnumerable<string> names, ImmutableArray<int> pages)
    {
        var json = new StringBuilder("[").AppendJson(facet.Key).Append(',').AppendJson(facet.Label).Append(",[");
        var separator = "";
        foreach (var name in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            json.Append(separator).AppendJson(name);
            separator = ",";
        }

        var numbers = new ArrayBufferWriter<byte>();
        var before = -1;
        foreach (var page in pages)
        {
            CompactNumbers.Append(numbers, page - before - 1);
            before = page;
        }

        return json.Append("],").AppendJson(Encoding.UTF8.GetString(numbers.WrittenSpan)).Append(']').ToString();
    }

    private static string NameOf(SiteFile file) => file.Path[Folder.Length..];

    /// <summary>An excerpt is one line, whatever the page's paragraphs were.</summary>
    private static string OneLine(string text) =>
        text.AsSpan().IndexOfAny(OtherSpaces) < 0 && !text.Contains("  ", StringComparison.Ordinal) && !text.StartsWith(' ') && !text.EndsWith(' ')
            ? text
            : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

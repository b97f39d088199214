using System.Collections.Immutable;
using System.Globalization;
using Heed.Checking;
using Heed.Configuration;
using Heed.Content;
using Heed.Diagnostics;
using Heed.Exporting;
using Heed.Files;
using Heed.Linking;
using Heed.Model;
using Heed.Proof;
using Heed.Rendering.Changes;
using Heed.Rendering.Entries;
using Heed.Rendering;
using Heed.Search;
using Heed.Theming;
using Heed.Validation;

namespace Heed.Building;

/// <summary>The spine: source files in, site out. A newcomer reads this first.</summary>
public static class SiteBuilder
{
    /// <summary>Reads, links, judges and renders a knowledge base.</summary>
    /// <param name="sources">The knowledge base's files: <c>content/</c>, <c>theme/</c>, <c>site.config.yml</c>.</param>
    /// <param name="options">What comes from outside.</param>
    public static BuildResult Build(SourceTree sources, BuildOptions options)
    {
        var log = new DiagnosticLog();

        var knowledge = Read(sources, options, log);
        var theme = ThemeReader.Read(sources, knowledge.Config, log);
        var ledger = PermalinkLedger.Read(sources, log);
        Validator.Validate(knowledge, options.Today, options.LevelChanges, log);
        if (log.HasErrors)
        {
            return Failed(log);
        }

        var anchors = AnchorKeeper.Keep(knowledge, ledger, log);
        PartJudge.Judge(knowledge, anchors, log);
        if (log.HasErrors)
        {
            return Failed(log);
        }

        options.Progress?.Invoke("rendering");
        var scripts = ThemeScripts.From(theme.Text, knowledge.Config.Languages);
        var content = options.Preview ? null : ContentHash.Of(sources, ContentHash.ProgramVersion);
        var rendering = RenderOptionsOf(options, scripts, ledger, anchors, content);
        var pages = SiteRenderer.Render(knowledge, theme, rendering, log);
        if (log.HasErrors)
        {
            // A template that failed left its pages empty; what a checker would say of them is only noise.
            return Failed(log);
        }

        options.Progress?.Invoke("indexing");
        ImmutableArray<SearchDocument> documents = [.. pages.Select(page => Searchable(page, ledger)).OfType<SearchDocument>()];
        var search = SearchIndexer.Index(documents, scripts, SearchEditions(knowledge.Config, theme), options.SearchMemory);
        var site = new Site([
            .. pages.Select(page => page.File),
            .. pages.SelectMany(page => page.Beside),
            .. theme.Assets,
            .. CrawlerFiles.Of(pages, knowledge.Config),
            .. Feeds.Of(pages, knowledge, theme, rendering),
            .. knowledge.Config.SigningKey is { } key ? [key.ToFile()] : Array.Empty<SiteFile>(),
            .. search.Files]);

        options.Progress?.Invoke("checking");
        ImmutableArray<PublishedAddress> published = [.. pages.Select(page => page.File.Path).Where(IsPermanent).Select(page => new PublishedAddress(page, AddressKind.Named, "")), .. anchors.Standing];
        ledger.Judge(published.Select(address => address.Address).ToHashSet(StringComparer.Ordinal), knowledge.Config.Paths, knowledge.Absences.Drafts, log);
        RetiredJudge.Judge(knowledge, anchors, pages.Where(page => PageKinds.Stands(page.Kind)).Select(page => page.Address).ToHashSet(StringComparer.Ordinal), log);
        if (log.HasErrors)
        {
            // What leads to an address that is lost is broken, too; that is told with the address.
            return Failed(log);
        }

        var byPath = pages.ToDictionary(page => page.File.Path, StringComparer.Ordinal);
        SiteChecker.Check(site, knowledge.Config.BasePath, Limits(pages, knowledge.Config.WeightBudget), path => byPath.GetValueOrDefault(path)?.Origin(), log);
        JudgeSearch(search.FirstSearches, knowledge.Config.WeightBudget, log);
        if (log.HasErrors)
        {
            return Failed(log);
        }

        if (options.Publish && ledger.With(published, options.Today) is { } entered)
        {
            // Built once more with the new ledger, so that the pages tell their days and whoever builds from it gets the same bytes.
            return Build(sources.With([entered]), options with { Publish = false }) with { Ledger = entered };
        }

        var publication = new Publication(site, knowledge, theme, [.. pages.Select(BuiltPageOf)], options.Dated ?? LastChangeToContent(options)) { SearchDocuments = documents };
        var summary = Summarise(pages, knowledge, log) with { NewAddresses = published.Count(address => ledger.Since(address.Address) is null) };
        if (content is not null)
        {
            // The last file, as it lists all others.
            var manifest = ManifestOf(publication, content, options).ToFile();
            publication = publication with { Site = site.With(manifest) };
            summary = summary with { ContentHash = content.Hex, ManifestHash = Sha256.HexOf(manifest.Bytes.Span) };
        }

        return new BuildResult(publication.Site, log.Sorted(), summary, null) { Publication = publication };
    }

    /// <summary>The knowledge base alone, linked but not judged as a whole.</summary>
    public static KnowledgeBase Read(SourceTree sources, BuildOptions options, DiagnosticLog log)
    {
        options.Progress?.Invoke("reading");
        var config = SiteConfigReader.Read(sources, options.BaseUrl, log);
        var vocabulary = VocabularyReader.Read(sources, options.Today, log);
        var pages = PageReader.Read(sources, vocabulary, options.Drafts, options.Today, log);

        options.Progress?.Invoke("linking");
        return Linker.Link(pages.Entries, config, vocabulary, RetiredReader.Read(sources, config.Languages, options.Today, log), ThemeReader.IdsIn(sources, [.. EntryKinds.All.Select(EntryKinds.WordOf)]), pages.Absent, log);
    }

    private static ReleaseManifest ManifestOf(Publication publication, ContentHash content, BuildOptions options) =>
        ReleaseManifest.Of(publication.Site, ContentHash.ProgramVersion, content) with
        {
            Archive = ReleaseManifest.Hashed(SiteArchive.ReadmeOf(publication)),
            Key = publication.Config.SigningKey?.Fingerprint,
            Signature = options.Sign ? publication.Config.SigningKey?.Signature : null,
        };

    private static RenderOptions RenderOptionsOf(BuildOptions options, ThemeScripts scripts, PermalinkLedger ledger, SiteAnchors anchors, ContentHash? content) => new()
    {
        LastChanged = options.LastChanged,
        Today = options.Today,
        SearchScripts = scripts,
        Ledger = ledger,
        Anchors = anchors,
        Version = content?.Brief ?? "",
    };

    /// <summary>A page for missing addresses has no address of its own, so nobody can link to it.</summary>
    private static bool IsPermanent(string path) => path.EndsWith(".html", StringComparison.Ordinal) && path != "404.html";

    private static Dictionary<string, WeightLimit> Limits(ImmutableArray<RenderedPage> pages, WeightBudget budget)
    {
        WeightLimit LimitOf(RenderedPage page) => page switch
        {
            { IsHome: true } => new WeightLimit("the home page", "weight_budget.home", budget.Home),
            { IsEntry: true } => new WeightLimit("an entry's page", "weight_budget.entry", budget.Entry),
            _ => new WeightLimit("a list", "weight_budget.other", budget.Other),
        };

        return pages
            .Select(page => (page.File.Path, Limit: LimitOf(page)))
            .Where(page => page.Limit.Kilobytes > 0)
            .ToDictionary(page => page.Path, page => page.Limit, StringComparer.Ordinal);
    }

    /// <summary>What search is told of a page; null when it is not to be found.</summary>
    internal static SearchDocument? Searchable(RenderedPage page, PermalinkLedger ledger) => page.Search is { } found
        ? new SearchDocument(page.File.Path, page.Language, found.Title, PageKinds.WordOf(page.Kind), found.Number, found.Passages, found.Tags, found.Facets) { FirstPublished = ledger.Since(page.File.Path), IsHelp = found.IsHelp }
        : null;

    private static void JudgeSearch(ImmutableArray<FirstSearch> searches, WeightBudget budget, DiagnosticLog log)
    {
        foreach (var search in searches)
        {
            var limit = budget.OfSearch(search.Pages);
            if (limit > 0 && search.Bytes > limit * 1000)
            {
                log.Report(
                    Catalogue.TooHeavy,
                    new Place($"{SearchIndexer.Folder}{search.Language}.js"),
                    string.Create(CultureInfo.InvariantCulture, $"a first search of three words loads {search.Bytes / 1000.0:0.0} kB compressed, and may load {limit} kB: {search.Parts}"),
                    "Allow more with weight_budget.search in site.config.yml, or shorten what pages say: search loads the words of the pages that it shows.");
            }
        }
    }

    /// <summary>The languages in which readers search, the content's own first, and what each calls the facets.</summary>
    private static ImmutableArray<SearchEdition> SearchEditions(SiteConfig config, Theme theme) =>
    [
        .. config.Languages.Select(language => new SearchEdition(
            language,
            [.. SearchFacetNames.All.Select(facet => KeyValuePair.Create(facet, theme.LabelsIn(language).Say($"search.facet.{facet}")))])),
    ];

    private static BuiltPage BuiltPageOf(RenderedPage page) => new(page.Address, page.Language, page.Title, page.TitleLang, page.File);

    private static DateOnly? LastChangeToContent(BuildOptions options) => options.LastChanged
        .Where(change => change.Key.StartsWith("content/", StringComparison.Ordinal))
        .Select(change => (DateOnly?)change.Value)
        .Max();

    private static BuildSummary Summarise(ImmutableArray<RenderedPage> pages, KnowledgeBase knowledge, DiagnosticLog log)
    {
        ImmutableSortedDictionary<string, int> Count(Func<RenderedPage, string> key) => pages
            .Where(page => page.File.Path.EndsWith(".html", StringComparison.Ordinal))
            .GroupBy(key)
            .ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

        return new BuildSummary(
            Count(page => PageKinds.WordOf(page.Kind)),
            Count(page => page.Language),
            TranslationTotals.Of(knowledge),
            [.. log.Sorted().Where(diagnostic => diagnostic.Severity == Severity.Note).Select(diagnostic => diagnostic.Message)]);
    }

    private static BuildResult Failed(DiagnosticLog log) => new(null, log.Sorted(), BuildSummary.Empty, null);
}

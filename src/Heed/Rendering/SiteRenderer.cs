using System.Collections.Immutable;
using Heed.Checking;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Linking;
using Heed.Rendering.Changes;
using Heed.Rendering.Citing;
using Heed.Rendering.Entries;
using Heed.Rendering.Lists;
using Heed.Rendering.Machine;
using Heed.Rendering.Themes;
using Heed.Theming;

namespace Heed.Rendering;

/// <summary>Which pages exist, and each of them in every language of the interface.</summary>
public static class SiteRenderer
{
    /// <summary>The families of pages. A new kind of page is a line here.</summary>
    private static readonly ImmutableArray<Func<KnowledgeBase, IEnumerable<Page>>> Families =
    [
        RecommendationPages.Of,
        EvaluationPages.Of,
        FindingPages.Of,
        DecisionPages.Of,
        ReviewPages.Of,
        EventPages.Of,
        ArticlePages.Of,
        ProposalPages.Of,
        SymbolPages.Of,
        _ => [HomePage.Page, RecommendationTablePage.Page, TimelinePage.Page, MatrixPage.Page, SearchPage.Page, MissingPage.Page],
        EntryLists.Of,
        _ => [NumberListPage.Page, TitleListPage.Page, ChangesPage.Page],
        VocabularyPages.Of,
        SdgPages.Of,
        ThemePages.Of,
        ComparePages.Of,
        RetiredPages.Of,
    ];

    /// <summary>Renders all pages, by path in ordinal order.</summary>
    public static ImmutableArray<RenderedPage> Render(KnowledgeBase knowledge, Theme theme, RenderOptions options, DiagnosticLog log) =>
        Render(knowledge, theme, options, log, PagesOf(knowledge));

    /// <summary>The address of every page from the root of its language.</summary>
    internal static IEnumerable<string> AddressesOf(KnowledgeBase knowledge) => PagesOf(knowledge).Select(page => page.Address);

    /// <summary>Renders the pages of some addresses, for tests that look at a few of many.</summary>
    internal static ImmutableArray<RenderedPage> Render(KnowledgeBase knowledge, Theme theme, RenderOptions options, DiagnosticLog log, IReadOnlySet<string> addresses) =>
        Render(knowledge, theme, options, log, [.. PagesOf(knowledge).Where(page => addresses.Contains(page.Address))]);

    // A retired address at which a list stands again is reported; the list wins.
    private static ImmutableArray<Page> PagesOf(KnowledgeBase knowledge) =>
        [.. Families.SelectMany(family => family(knowledge)).DistinctBy(page => page.Address)];

    private static ImmutableArray<RenderedPage> Render(KnowledgeBase knowledge, Theme theme, RenderOptions options, DiagnosticLog log, ImmutableArray<Page> pages)
    {
        var editions = knowledge.Config.Languages.Select(language => new Edition(knowledge, theme, options, language, log));
        var wanted =
            from edition in editions
            from page in pages
            where !page.IsShownAnywhere || edition.Language == edition.Config.DefaultLanguage
            select (edition, page);

        ImmutableArray<RenderedPage> rendered =
        [
            .. wanted
                .AsParallel()
                .Select(both => Render(both.edition, both.page))
                .AsSequential()
                .OrderBy(page => page.File.Path, StringComparer.Ordinal),
        ];
        var byPath = rendered.ToDictionary(page => page.File.Path, StringComparer.Ordinal);
        return [.. rendered.Select(page => page.MovedTo is { } target && byPath.TryGetValue(target, out var there) ? page with { Beside = BesideOfMoved(page, there) } : page)];
    }

    /// <summary>Who cited the files of a page that moved finds those of the page where it stands now.</summary>
    private static ImmutableArray<SiteFile> BesideOfMoved(RenderedPage page, RenderedPage there)
    {
        var (here, from) = (page.File.Path[..^".html".Length], there.File.Path[..^".html".Length]);
        return [.. there.Beside.Select(file => file with { Path = here + file.Path[from.Length..] })];
    }

    private static RenderedPage Render(Edition edition, Page page)
    {
        var writer = new PageWriter(edition, page);
        var content = page.Write(writer);

        // A page for missing addresses is about nothing, and one that moved about what another is.
        var facts = page.IsShownAnywhere || content.RefreshTo is not null ? null : new PageFacts(page, content, writer);
        var html = edition.Fill(Frame.Around(content, writer, page, facts));
        return new RenderedPage(page.Address, edition.Language, page.Kind, SiteFile.Of(edition.PathOf(page.Address), html.Markup), content.Search)
        {
            Title = content.Title,
            TitleLang = content.TitleLang,
            Description = content.Description,
            Beside = facts is null ? [] : Beside(facts),
            Origin = () => OriginOf(edition, page),
            MovedTo = content.RefreshTo is { } target ? edition.PathOf(target.Address) : null,
        };
    }

    private static PageOrigin OriginOf(Edition edition, Page page)
    {
        var writer = new PageWriter(edition, page);
        page.Write(writer);
        return new PageOrigin(page.Entry?.Place, [.. writer.ShownTexts()]);
    }

    private static ImmutableArray<SiteFile> Beside(PageFacts facts) =>
    [
        SiteFile.Of(facts.Edition.PathOf(facts.JsonAddress), PageJson.Of(facts)),
        .. facts.Citation is { } citation ? CitationFiles.Of(citation, facts.Path) : [],
    ];
}

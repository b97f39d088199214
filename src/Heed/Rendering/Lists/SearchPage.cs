using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Rendering.Entries;
using Heed.Search;

namespace Heed.Rendering.Lists;

/// <summary>The search page. Its own words lead to the lists, so that it is of use without a script too.</summary>
internal static class SearchPage
{
    private const string Script = "assets/search/heed-search.js";

    private static readonly ImmutableArray<string> Kinds = ["recommendation", "evaluation", "finding", "decision", "review", "event", "article", "proposal", "theme"];

    /// <summary>What may be typed; each has a label for the example and one for what it does.</summary>
    private static readonly ImmutableArray<string> Ways = ["words", "unfinished", "beginning", "phrase", "without", "number", "facet"];

    public static readonly Page Page = new(Addresses.Search, PageKind.Search, Write);

    private static PageContent Write(PageWriter writer)
    {
        var edition = writer.Edition;
        var scripts = edition.Options.SearchScripts ?? ThemeScripts.From(edition.Theme.Text, edition.Config.Languages);
        var forms = writer.Labels.Find("search.count")?.Forms ?? ImmutableSortedDictionary<string, string>.Empty;
        var view = new SearchView
        {
            Header = new PageHeaderView(writer.Say("search.title"), null, null),
            Language = edition.Language,
            Root = writer.Links.ToFile(""),
            Engine = scripts.Engine.Path[SearchIndexer.Folder.Length..],
            Stemmers = string.Join(' ', scripts.Stemmers.Select(stemmer => $"{stemmer.Key}={stemmer.Value.Path[SearchIndexer.Folder.Length..]}")),
            Facets = [.. SearchFacetNames.All.Select(facet => new KindWordsView(facet, writer.Say($"search.facet.{facet}")))],
            Kinds = [.. Kinds.Select(kind => new KindWordsView(kind, writer.Say($"kind.{kind}")))],
            Languages = [.. edition.Config.Languages.Select(language => new KindWordsView(language, edition.Theme.LabelsIn(language).Say("language.name")))],

            // The script asks for the form of a fraction too, and a language whose whole numbers never take it has none.
            Counts = [.. forms.Select(form => new KindWordsView(form.Key, form.Value)), .. forms.ContainsKey("other") || forms.IsEmpty ? [] : (KindWordsView[])[new KindWordsView("other", forms.Values.Last())]],
            Ways = [.. Ways.Select(way => new SearchWayView(writer.Say($"search.way.{way}.example"), writer.Say($"search.way.{way}")))],
            EntryPoints = EntryPoints.Of(writer),
        };
        return new PageContent(writer.Say("search.title"), writer.Fill(view))
        {
            Description = writer.Say("search.how-words"),
            Scripts = [Script],
        };
    }
}

using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Rendering.Charts;
using Heed.Rendering.Themes;

namespace Heed.Rendering.Lists;

/// <summary>Lists of each kind of entry, and recommendations by position, evaluations by level, decisions by article of a treaty.</summary>
internal static class EntryLists
{
    public static IEnumerable<Page> Of(KnowledgeBase knowledge)
    {
        yield return new Page(Addresses.Reviews, PageKind.List, Reviews);
        yield return new Page(Addresses.Decisions, PageKind.List, Decisions);
        yield return new Page(Addresses.Findings, PageKind.List, Findings);
        yield return new Page(Addresses.Evaluations, PageKind.List, Evaluations);
        yield return new Page(Addresses.Articles, PageKind.List, Articles);
        if (!knowledge.Proposals.IsEmpty)
        {
            yield return new Page(Addresses.Proposals, PageKind.List, Proposals);
        }

        foreach (var position in Enum.GetValues<Position>())
        {
            yield return new Page(Addresses.Position(position), PageKind.List, writer => ByPosition(position, writer));
        }

        yield return new Page(Addresses.Levels, PageKind.List, Levels);
        foreach (var level in LevelsOf(knowledge))
        {
            yield return new Page(Addresses.Level(level.Key), PageKind.List, writer => ByLevel(level, writer));
        }

        yield return new Page(Addresses.TreatyArticles, PageKind.List, TreatyArticles);
        foreach (var article in ArticlesOf(knowledge))
        {
            yield return new Page(Addresses.TreatyArticle(article.Treaty, article.Number), PageKind.List, writer => ByArticle(article, writer));
        }
    }

    private static PageContent Reviews(PageWriter writer)
    {
        var reviews = writer.Knowledge.Reviews.OrderByDescending(review => review.Cycle).ToList();
        var view = new EntryListView
        {
            Header = new PageHeaderView(writer.Say("lists.reviews"), null, writer.Say("lists.reviews-words")),
            Remarks = [writer.Say("group.note")],
            Related = ComparePages.Links(writer) is { IsEmpty: false } pairs ? [new RelatedListsView(writer.Say("compare.pairs"), pairs)] : [],
            Sections =
            [
                new ListSectionView
                {
                    Id = "reviews",
                    Summary = writer.Say("list.newest-first", writer.Say("count.reviews", reviews.Count)),
                    Items = [.. reviews.Select(review => OfReview(review, writer))],
                },
            ],
        };
        return ListWriting.Content(writer, writer.Say("lists.reviews"), view, writer.Say("lists.reviews-words"));
    }

    private static ListItemView OfReview(Review review, PageWriter writer) => new()
    {
        Link = writer.Link(review),
        Details =
        [
            writer.Say("list.reviewed", writer.Edition.Dates.Of(review.Reviewed)),
            writer.Say("list.totals", Number(review.Received, writer), Number(review.Supported, writer), Number(review.Noted, writer)),
            writer.Say("list.at-hand", Counting.Coverage(review, writer.Knowledge.RecommendationsOf(review), writer.Labels)),
        ],
    };

    /// <summary>A total as it is printed: with its range, and marked when Heed worked it out.</summary>
    public static string Number(Total total, PageWriter writer)
    {
        if (total.Least is not { } least || total.Most is not { } most)
        {
            return writer.Say("chart.not-known");
        }

        var words = least == most ? least.ToString(System.Globalization.CultureInfo.InvariantCulture) : writer.Say("chart.range", least, most);
        return total.IsDerived ? writer.Say("chart.derived-figure", words) : words;
    }

    private static PageContent Decisions(PageWriter writer)
    {
        var shared = SharedSymbols(writer.Knowledge).Select(symbol => writer.Link(Addresses.Symbol(symbol), symbol.ToString())).ToImmutableArray();
        var view = new EntryListView
        {
            Header = new PageHeaderView(writer.Say("lists.decisions"), null, writer.Say("lists.decisions-words")),
            Related =
            [
                new RelatedListsView(writer.Say("list.also-by"), [ListWriting.To(writer, Addresses.Bodies, "lists.bodies"), ListWriting.To(writer, Addresses.TreatyArticles, "lists.treaty-articles")]),
                .. shared.IsEmpty ? [] : (RelatedListsView[])[new RelatedListsView(writer.Say("list.shared-symbols"), shared)],
            ],
            Sections = [ListWriting.Section(writer.Knowledge.Decisions, writer)],
        };
        return ListWriting.Content(writer, writer.Say("lists.decisions"), view, writer.Say("lists.decisions-words"));
    }

    private static PageContent Findings(PageWriter writer)
    {
        var view = new EntryListView
        {
            Header = new PageHeaderView(writer.Say("lists.findings"), null, writer.Say("lists.findings-words")),
            Sections = [ListWriting.Section(writer.Knowledge.Findings, writer)],
        };
        return ListWriting.Content(writer, writer.Say("lists.findings"), view, writer.Say("lists.findings-words"));
    }

    private static PageContent Evaluations(PageWriter writer)
    {
        var view = new EntryListView
        {
            Header = new PageHeaderView(writer.Say("lists.evaluations"), null, writer.Say("lists.evaluations-words")),
            Related = [new RelatedListsView(writer.Say("list.also-by"), [ListWriting.To(writer, Addresses.Levels, "lists.levels")])],
            Sections = Parted(writer.Knowledge.Evaluations, writer),
        };
        return ListWriting.Content(writer, writer.Say("lists.evaluations"), view, writer.Say("lists.evaluations-words"));
    }

    /// <summary>Evaluations that are counted, then those that are not.</summary>
    private static ImmutableArray<ListSectionView> Parted(IEnumerable<Evaluation> evaluations, PageWriter writer)
    {
        var parts = evaluations.ToLookup(evaluation => ListItems.NotCounted(evaluation, writer) is null);
        return
        [
            ListWriting.Section(parts[true], writer, writer.Say("evaluations.counted"), "counted"),
            .. parts[false].Any() ? (ListSectionView[])[ListWriting.Section(parts[false], writer, writer.Say("evaluations.not-counted"), "not-counted")] : [],
        ];
    }

    private static PageContent Articles(PageWriter writer)
    {
        var articles = writer.Knowledge.Articles;
        var view = new EntryListView
        {
            Header = new PageHeaderView(writer.Say("lists.articles"), null, writer.Say("lists.articles-words")),
            Sections = [new ListSectionView { Id = "articles", Summary = writer.Say("list.by-name", writer.Say("count.articles", articles.Length)), Items = ListItems.Of(articles, writer) }],
        };
        return ListWriting.Content(writer, writer.Say("lists.articles"), view, writer.Say("lists.articles-words"));
    }

    private static PageContent Proposals(PageWriter writer)
    {
        var proposals = writer.Knowledge.Proposals.OrderByDescending(proposal => ListItems.LatestOf(proposal.Date)).ThenBy(proposal => proposal.Id).ToList();
        var view = new EntryListView
        {
            Header = new PageHeaderView(writer.Say("lists.proposals"), null, writer.Say("lists.proposals-words")),
            Sections =
            [
                new ListSectionView
                {
                    Id = "proposals",
                    Summary = writer.Say("list.newest-first", writer.Say("count.proposals", proposals.Count)),
                    Items = [.. proposals.Select(proposal => new ListItemView { Link = writer.Link(proposal), Details = [writer.Edition.Dates.Of(proposal.Date)] })],
                },
            ],
        };
        return ListWriting.Content(writer, writer.Say("lists.proposals"), view, writer.Say("lists.proposals-words"));
    }

    private static PageContent ByPosition(Position position, PageWriter writer)
    {
        var label = writer.Position(position);
        var all = writer.Knowledge.Recommendations.Where(recommendation => recommendation.Position == position).ToList();
        var title = writer.Say("position.list", label.Text);
        var view = new EntryListView
        {
            Header = new PageHeaderView(title, null, writer.Say($"position.{label.Key}-words")),
            Remarks = [writer.Say("position.taken"), writer.Say("group.note")],
            Related = [new RelatedListsView(writer.Say("position.others"), [.. Enum.GetValues<Position>().Where(other => other != position).Select(other => writer.Link(Addresses.Position(other), writer.Position(other).Text))])],
            Sections =
            [
                .. writer.Knowledge.Reviews
                    .OrderByDescending(review => review.Cycle)
                    .Select(review => (Review: review, Found: all.Where(recommendation => recommendation.Review.Target == review.Id).ToList()))
                    .Where(part => part.Found.Count > 0)
                    .Select(part => ListWriting.Section(part.Found, writer, CycleNames.Of(part.Review, writer), part.Review.Id.Name)),
            ],
        };
        return ListWriting.Content(
            writer, title, view, $"{title}: {Counting.Records(all, writer.Labels)}.", null,
            ListWriting.To(writer, Addresses.Recommendations, "lists.recommendations"));
    }

    /// <summary>The levels of the scale on which evaluations are counted.</summary>
    public static ImmutableArray<ScaleLevel> LevelsOf(KnowledgeBase knowledge) =>
        knowledge.Vocabulary.Scales.TryGetValue(knowledge.Config.DefaultScale, out var scale) ? scale.Levels : [];

    private static PageContent Levels(PageWriter writer)
    {
        var levels = LevelsOf(writer.Knowledge);
        var items = levels.Select(level =>
        {
            var shown = writer.Level(writer.Edition.Config.DefaultScale, level.Key);
            return new IndexItemView(writer.Link(Addresses.Level(level.Key), shown.Text, shown.Lang), Count(At(level, writer.Knowledge), writer), shown, []);
        });
        var view = new IndexListView
        {
            Header = new PageHeaderView(writer.Say("lists.levels"), null, writer.Say("lists.levels-words")),
            Summary = writer.Say("index.best-first", writer.Say("count.levels", levels.Length)),
            Related = [new RelatedListsView(writer.Say("list.also-by"), [ListWriting.To(writer, Addresses.Matrix, "matrix.title")])],
            Chart = LevelsChart.ByTheme(writer.Knowledge, writer.Labels, theme => writer.Links.To(Addresses.Theme(theme.Key))) is { } chart ? StackedBarDrawing.Draw(chart) : null,
            Sections = [new IndexSectionView("levels", null, [.. items])],
        };
        return ListWriting.Content(writer, writer.Say("lists.levels"), view, writer.Say("lists.levels-words"), null, ListWriting.To(writer, Addresses.Evaluations, "lists.evaluations"));
    }

    private static string Count(IEnumerable<Evaluation> evaluations, PageWriter writer)
    {
        var parts = evaluations.ToLookup(evaluation => ListItems.NotCounted(evaluation, writer) is null);
        var counted = writer.Say("count.evaluations", parts[true].Count());
        return parts[false].Any() ? writer.Say("evaluations.and-not-counted", counted, parts[false].Count()) : counted;
    }

    private static IEnumerable<Evaluation> At(ScaleLevel level, KnowledgeBase knowledge) =>
        knowledge.Evaluations.Where(evaluation => evaluation.Scale == knowledge.Config.DefaultScale && evaluation.Level == level.Key);

    private static PageContent ByLevel(ScaleLevel level, PageWriter writer)
    {
        var name = writer.Edition.Wording(level.Label);
        var lead = level.Description.In("en").Length > 0 ? writer.Edition.Wording(level.Description) : null;
        var view = new EntryListView
        {
            Header = new PageHeaderView(name.Text, name.Lang, lead?.Text, lead?.Lang),
            Sections = [.. Parted(At(level, writer.Knowledge), writer), .. RecommendationsAt(level, writer)],
        };
        return ListWriting.Content(
            writer, name.Text, view, $"{name.Text}: {Count(At(level, writer.Knowledge), writer)}.", name.Lang,
            ListWriting.To(writer, Addresses.Levels, "lists.levels"));
    }

    /// <summary>The recommendations that a counted evaluation puts on the level, by name, and through a theme: those that the table's filter finds.</summary>
    private static IEnumerable<ListSectionView> RecommendationsAt(ScaleLevel level, PageWriter writer)
    {
        var facets = new RecommendationFacets(writer);
        bool IsAt(ImmutableArray<LevelView> levels) => levels.Any(other => other.Key == level.Key);
        yield return ListWriting.Section(
            writer.Knowledge.Recommendations.Where(recommendation => IsAt(facets.NamedLevels(recommendation))), writer, writer.Say("level.recommendations-by-name"), "recommendations-by-name");
        yield return ListWriting.Section(
            writer.Knowledge.Recommendations.Where(recommendation => IsAt(facets.ThemeLevels(recommendation))), writer, writer.Say("level.recommendations-by-theme"), "recommendations-by-theme");
    }

    /// <summary>Articles that a decision names, whatever their paragraph, by treaty in the order of the vocabulary and by number.</summary>
    public static ImmutableArray<TreatyArticle> ArticlesOf(KnowledgeBase knowledge) =>
    [
        .. knowledge.Decisions
            .SelectMany(decision => Named(decision.ArticlesInvoked).Concat(Named(decision.ArticlesViolated)))
            .Select(article => article with { Paragraph = null })
            .DistinctBy(article => Addresses.TreatyArticle(article.Treaty, article.Number))
            .OrderBy(article => knowledge.Vocabulary.Treaties.All.Select(treaty => treaty.Key).ToList().IndexOf(article.Treaty))
            .ThenBy(article => article.Number, Text.NaturalOrder.Instance),
    ];

    private static ImmutableArray<TreatyArticle> Named(Answer<ArticleList> answer) => answer.IsKnown ? answer.Value.Articles : [];

    private static bool Names(Answer<ArticleList> answer, TreatyArticle article) =>
        Named(answer).Any(named => named.Treaty == article.Treaty && string.Equals(named.Number, article.Number, StringComparison.OrdinalIgnoreCase));

    private static string TitleOf(TreatyArticle article, PageWriter writer)
    {
        var treaty = writer.Vocabulary.Treaties.Find(article.Treaty);
        return writer.Say("treaty.article-of", article.Number, treaty?.Acronym ?? treaty?.Label.In(writer.Edition.Language) ?? article.Treaty);
    }

    private static PageContent TreatyArticles(PageWriter writer)
    {
        var articles = ArticlesOf(writer.Knowledge);
        var sections = articles.GroupBy(article => article.Treaty, StringComparer.Ordinal).Select(treaty => new IndexSectionView(
            treaty.Key.ToLowerInvariant(),
            writer.Vocabulary.Treaties.Label(treaty.Key, writer.Edition.Language),
            [
                .. treaty.Select(article => new IndexItemView(
                    writer.Link(Addresses.TreatyArticle(article.Treaty, article.Number), writer.Say("treaty.article", article.Number)),
                    writer.Say(
                        "treaty.counts",
                        writer.Knowledge.Decisions.Count(decision => Names(decision.ArticlesViolated, article)),
                        writer.Knowledge.Decisions.Count(decision => Names(decision.ArticlesInvoked, article))),
                    null,
                    [])),
            ]));
        var view = new IndexListView
        {
            Header = new PageHeaderView(writer.Say("lists.treaty-articles"), null, writer.Say("lists.treaty-articles-words")),
            Summary = writer.Say("index.by-treaty", writer.Say("count.treaty-articles", articles.Length)),
            Sections = [.. sections],
        };
        return ListWriting.Content(
            writer, writer.Say("lists.treaty-articles"), view, writer.Say("lists.treaty-articles-words"), null,
            ListWriting.To(writer, Addresses.Decisions, "lists.decisions"));
    }

    private static PageContent ByArticle(TreatyArticle article, PageWriter writer)
    {
        var title = TitleOf(article, writer);
        var treaty = writer.Vocabulary.Treaties.Find(article.Treaty);
        var lead = treaty is null ? null : writer.Edition.Wording(treaty.Label);
        var view = new EntryListView
        {
            Header = new PageHeaderView(title, null, lead?.Text, lead?.Lang),
            Remarks = [writer.Say("treaty.apart")],
            Sections =
            [
                ListWriting.Section(writer.Knowledge.Decisions.Where(decision => Names(decision.ArticlesViolated, article)), writer, writer.Say("treaty.violated"), "violated"),
                ListWriting.Section(writer.Knowledge.Decisions.Where(decision => Names(decision.ArticlesInvoked, article)), writer, writer.Say("treaty.invoked"), "invoked"),
            ],
        };
        return ListWriting.Content(writer, title, view, writer.Say("treaty.apart"), null, ListWriting.To(writer, Addresses.TreatyArticles, "lists.treaty-articles"));
    }

    /// <summary>Symbols that several records bear.</summary>
    private static IEnumerable<DocumentSymbol> SharedSymbols(KnowledgeBase knowledge) =>
        knowledge.Symbols.Where(symbol => symbol.Value.Length > 1).Select(symbol => symbol.Key);
}

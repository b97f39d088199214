using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Rendering.Lists;
using Heed.Search;
using Heed.Theming;

namespace Heed.Rendering.Entries;

/// <summary>An article: about, method, how to cite.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Notice">What to know about the language of the page, if anything.</param>
/// <param name="Contents">"On this page", when there are at least three headings.</param>
/// <param name="Body">The prose.</param>
/// <param name="Footer">The end of the page.</param>
[Template("article")]
public sealed record ArticleView(Wording Title, Wording Summary, TranslationNoticeView? Notice, ImmutableArray<ContentsItemView> Contents, ProseView Body, EntryFooterView Footer);

/// <summary>A heading of the page, for "on this page".</summary>
/// <param name="Href">The anchor, with <c>#</c>.</param>
/// <param name="Text">Its words.</param>
/// <param name="Lang">Their language, when it is not the page's own.</param>
/// <param name="Level">2 to 6.</param>
public sealed record ContentsItemView(string Href, string Text, string? Lang, int Level);

/// <summary>The pages of articles.</summary>
internal static class ArticlePages
{
    public static IEnumerable<Page> Of(KnowledgeBase knowledge) =>
        knowledge.Articles.Select(article => Page.Of(article, writer => Write(article, writer)));

    private static PageContent Write(Article article, PageWriter writer)
    {
        var title = writer.Edition.Titles.Of(article);
        var body = writer.OwnProse(article, 2);
        var summary = ListItems.SummaryOf(article, writer);
        var headings = writer.Knowledge.Prose(article, writer.Edition.Language).ShownHeadings(written => writer.Edition.NameOf(article, written)).ToImmutableArray();
        var view = new ArticleView(
            title,
            summary,
            Translations.NoticeOf(article, writer),
            headings.Length < 3 ? [] : [.. headings.Select(heading => new ContentsItemView("#" + heading.Id, heading.Text, body.Lang, heading.Level))],
            body,
            new EntryParts(writer).Footer(article, []));
        return new PageContent(title.Text, writer.Fill(view))
        {
            TitleLang = title.Lang,
            Description = summary.Text,
            Trail = [writer.Link(Addresses.Articles, writer.Say("nav.about"))],
            Search = Translations.IsInPageLanguage(article, writer)
                ? new SearchablePage(title.Text, null, [.. Passages(article, summary.Text, writer)], SearchTags.Of(article, writer.Edition), writer.Edition.SearchFacets.Of(article)) { IsHelp = article.IsHelp }
                : null,
        };
    }

    private static IEnumerable<SearchPassage> Passages(Article article, string summary, PageWriter writer)
    {
        var passages = new SearchPassages(article, writer);
        return [.. SearchPassages.Of(null, null, summary), .. passages.Prose(), .. passages.End()];
    }
}

using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Linking;
using Heed.Model;
using Heed.Search;
using Heed.Theming;

namespace Heed.Rendering.Entries;

/// <summary>A decision of a treaty body or special procedure.</summary>
/// <param name="Header">The head of the page.</param>
/// <param name="Summary">The summary in our words; empty when only existence and dates are known.</param>
/// <param name="HasSummary">Whether there is one.</param>
/// <param name="Facts">Who, when, on what and with what outcome. Articles invoked and articles found violated are kept apart.</param>
/// <param name="BearsOn">Recommendations that it bears on, by why.</param>
/// <param name="Findings">Finding pages of its themes.</param>
/// <param name="Footer">The end of the page.</param>
[Template("decision")]
public sealed record DecisionView(
    EntryHeaderView Header,
    ProseView Summary,
    bool HasSummary,
    FactsView Facts,
    ImmutableArray<BearingView> BearsOn,
    ImmutableArray<LinkView> Findings,
    EntryFooterView Footer);

/// <summary>Recommendations that a decision bears on, with one clause for all of them.</summary>
/// <param name="Why">Why they belong together.</param>
/// <param name="Recommendations">The recommendations.</param>
[Template("parts/bearing")]
public sealed record BearingView(ProseView Why, ImmutableArray<LinkView> Recommendations);

/// <summary>A list of articles of treaties.</summary>
/// <param name="Articles">The articles, each a link to its list.</param>
/// <param name="Printed">The list as printed, when it could not be told apart into articles.</param>
/// <param name="IsPartial">Whether the source's own list is not the whole.</param>
[Template("parts/treaty-articles")]
public sealed record TreatyArticlesView(ImmutableArray<LinkView> Articles, Wording? Printed, bool IsPartial);

/// <summary>An outcome with how sure it is.</summary>
/// <param name="Key">The outcome's key; part of the class name.</param>
/// <param name="Text">The outcome.</param>
/// <param name="Confidence">How sure it is, when that is told apart.</param>
[Template("parts/outcome")]
public sealed record OutcomeView(string Key, Wording Text, string? Confidence);

/// <summary>A date with a remark.</summary>
/// <param name="Date">The date.</param>
/// <param name="Note">The remark.</param>
[Template("parts/noted-date")]
public sealed record NotedDateView(DateView Date, Wording? Note);

/// <summary>The pages of decisions.</summary>
internal static class DecisionPages
{
    public static IEnumerable<Page> Of(KnowledgeBase knowledge) =>
        knowledge.Decisions
            .GroupBy(decision => decision.Body)
            .SelectMany(body =>
            {
                var inOrder = body.OrderBy(decision => decision.Adopted).ThenBy(decision => decision.Id).ToImmutableArray();
                return inOrder.Select((decision, index) => Page.Of(
                    decision,
                    writer => Write(decision, index > 0 ? inOrder[index - 1] : null, index < inOrder.Length - 1 ? inOrder[index + 1] : null, writer)));
            });

    private static PageContent Write(Decision decision, Decision? previous, Decision? next, PageWriter writer)
    {
        var parts = new EntryParts(writer);
        var (knowledge, edition) = (writer.Knowledge, writer.Edition);
        var title = edition.Titles.Of(decision);
        var summary = knowledge.Prose(decision, edition.Language);
        var body = edition.Wording(writer.Vocabulary.Bodies, decision.Body);
        var subject = parts.Words(decision, new("subject"))?.Text ?? "";
        var view = new DecisionView(
            new EntryHeaderView(
                edition.Wording(writer.Vocabulary.Forms, decision.Form).Text,
                writer.Link(Addresses.Body(decision.Body), body),
                title,
                decision.Symbols.IsKnown ? new Wording(string.Join(", ", decision.Symbols.Value), null) : new Wording(writer.Say("citation.symbol_unknown"), null),
                [],
                Translations.NoticeOf(decision, writer)),
            writer.OwnProse(decision, 3),
            !summary.IsEmpty,
            new FactsView([.. Facts(decision, writer, parts)]),
            [
                .. decision.BearsOn.Select((bearing, index) => new BearingView(
                    parts.Inline(decision, new("why", TextFields.NumberedPart(index)))!,
                    [.. bearing.Recommendations.Select(reference => writer.Link(knowledge.Get<Recommendation>(reference)))])),
            ],
            [.. knowledge.FindingsOn(decision.Themes).Select(finding => writer.Link(finding))],
            parts.Footer(decision, [], previous, next));

        return new PageContent(title.Text, writer.Fill(view))
        {
            TitleLang = title.Lang,
            Description = summary.IsEmpty ? $"{body.Text}: {subject}" : writer.Words(decision),
            Trail = [writer.Link(Addresses.Decisions, writer.Say("nav.decisions")), writer.Link(Addresses.Body(decision.Body), body)],
            Search = Translations.IsInPageLanguage(decision, writer)
                ? new SearchablePage(title.Text, decision.Symbols.IsKnown ? decision.Symbols.Value.FirstOrDefault().ToString() : null, [.. Passages(decision, writer)], SearchTags.Of(decision, edition), edition.SearchFacets.Of(decision))
                : null,
        };
    }

    // Body, mandate holder, form, symbols, communications and authors are tags. What is not known is no passage, as most pages say it of something.
    private static IEnumerable<SearchPassage> Passages(Decision decision, PageWriter writer)
    {
        var (passages, parts, words) = (new SearchPassages(decision, writer), new EntryParts(writer), writer.Vocabulary);
        IEnumerable<SearchPassage> Detail(string label, params IEnumerable<string?> texts) => SearchPassages.Of("part-facts", writer.Say(label), texts);
        string? Named(Answer<ArticleList> articles) => articles.IsKnown ? ArticleWords(Articles(articles.Value, writer)) : null;

        var summary = writer.Words(decision);
        var subject = passages.Words(new("subject"));
        return
        [
            .. passages.Prose(),
            .. Detail("fact.subject", subject is null || summary.StartsWith(subject, StringComparison.Ordinal) ? null : subject),
            .. Detail("fact.jointly_with", passages.Words(new("jointly_with"))),
            .. Detail("fact.author_profile", passages.Words(new("author_profile"))),
            .. Detail("fact.represented_by", passages.Words(new("represented_by"))),
            .. Detail("fact.adopted", decision.Adopted.IsUnknown ? null : writer.Date(decision.Adopted).Text, passages.Words(new("adopted_note"))),
            .. Detail("fact.articles_invoked", Named(decision.ArticlesInvoked)),
            .. Detail("fact.articles_violated", Named(decision.ArticlesViolated)),
            .. Detail("fact.outcome", decision.Outcome.IsKnown ? words.Outcomes.Label(decision.Outcome.Value, writer.Edition.Language) : null),
            .. Detail("fact.grounds", Grounds(decision, parts).OfType<Wording>().Select(ground => ground.Text)),
            .. Detail("fact.remedies", passages.Words(new("remedies"))),
            .. Detail("fact.measures", passages.Words(new("measures"))),
            .. Detail("fact.follow_up_grade", decision.FollowUpGrade.Or(null)),
            .. Detail("fact.state_reply", StateReply(decision, passages, writer)),
            .. decision.BearsOn.SelectMany((bearing, index) => SearchPassages.Of(
                "part-bears-on", writer.Say("decision.bears_on"), passages.Words(new("why", TextFields.NumberedPart(index))))),
            .. passages.End(),
        ];
    }

    private static string ArticleWords(TreatyArticlesView articles) =>
        articles.Printed?.Text ?? string.Join(", ", articles.Articles.Select(article => article.Text));

    private static string? StateReply(Decision decision, SearchPassages passages, PageWriter writer) => decision.StateReply.Or(null) switch
    {
        { } reply when PartialDate.TryParse(reply, out var date) => writer.Date(date).Text,
        var reply => passages.Words(new("state_reply")),
    };

    private static IEnumerable<FactView> Facts(Decision decision, PageWriter writer, EntryParts parts)
    {
        var (edition, words) = (writer.Edition, writer.Vocabulary);
        ImmutableArray<object> Texts(ImmutableArray<string> texts) => [.. texts.Select(text => new Wording(text, null))];

        return
        [
            .. EntryParts.Fact(writer.Say("fact.body"), writer.Link(Addresses.Body(decision.Body), edition.Wording(words.Bodies, decision.Body))),
            .. EntryParts.Fact(writer.Say("fact.mandate_holder"), Name(decision.MandateHolder)),
            .. EntryParts.Fact(writer.Say("fact.jointly_with"), parts.Words(decision, new("jointly_with"))),
            .. EntryParts.Fact(writer.Say("fact.form"), edition.Wording(words.Forms, decision.Form)),
            .. parts.Fact(writer.Say("fact.symbols"), decision.Symbols, symbols => [.. symbols.Select(symbol => Symbol(symbol, writer))]),
            .. parts.Fact(writer.Say("fact.communications"), decision.Communications, Texts),
            .. parts.Fact(writer.Say("fact.opinion_number"), decision.OpinionNumber, number => [new Wording(number, null)]),
            .. EntryParts.Fact(writer.Say("fact.authors"), [.. decision.Authors.Select(author => Name(author)!)]),
            .. EntryParts.Fact(writer.Say("fact.author_profile"), parts.Words(decision, new("author_profile"))),
            .. EntryParts.Fact(writer.Say("fact.represented_by"), parts.Words(decision, new("represented_by"))),
            .. EntryParts.Fact(writer.Say("fact.adopted"), new NotedDateView(writer.Date(decision.Adopted), parts.Words(decision, new("adopted_note")))),
            .. EntryParts.Fact(writer.Say("fact.document_date"), decision.DocumentDate is { } date ? writer.Date(date) : null),
            .. EntryParts.Fact(writer.Say("fact.visit"), decision.Visit is { } visit ? writer.Date(visit) : null),
            .. EntryParts.Fact(writer.Say("fact.subject"), parts.Words(decision, new("subject"))),
            .. EntryParts.Fact(writer.Say("fact.paragraphs"), parts.Words(decision, new("paragraphs"))),
            .. parts.Fact(writer.Say("fact.articles_invoked"), decision.ArticlesInvoked, articles => [Articles(articles, writer)]),
            .. parts.Fact(writer.Say("fact.articles_violated"), decision.ArticlesViolated, articles => [Articles(articles, writer)]),
            .. parts.Fact(writer.Say("fact.outcome"), decision.Outcome, outcome => [Outcome(outcome, decision, writer, parts)]),
            .. EntryParts.Fact(writer.Say("fact.grounds"), Grounds(decision, parts)),
            .. parts.Fact(writer.Say("fact.remedies"), decision.Remedies, _ => [parts.Words(decision, new("remedies"))!]),
            .. parts.Fact(writer.Say("fact.measures"), decision.Measures, _ => [parts.Words(decision, new("measures"))!]),
            .. parts.Fact(writer.Say("fact.follow_up_grade"), decision.FollowUpGrade, grade => [new Wording(grade, null)]),
            .. parts.Fact(writer.Say("fact.state_reply"), decision.StateReply, reply => [PartialDate.TryParse(reply, out var date) ? writer.Date(date) : parts.Words(decision, new("state_reply"))!]),
            .. EntryParts.Fact(writer.Say("fact.themes"), parts.Themes(decision.Themes)),
        ];
    }

    // Names of persons are in no language, and are written as the document writes them.
    private static Wording? Name(string? name) => string.IsNullOrEmpty(name) ? null : new Wording(name, null);

    private static object Symbol(DocumentSymbol symbol, PageWriter writer) => writer.Knowledge.WithSymbol(symbol).Length > 1
        ? writer.Link(Addresses.Symbol(symbol), symbol.ToString())
        : new Wording(symbol.ToString(), null);

    private static ImmutableArray<object> Grounds(Decision decision, EntryParts parts) =>
        [.. decision.GroundsFound.Select((_, index) => parts.Words(decision, new("grounds_found", List: "grounds_found", Item: index))).OfType<Wording>()];

    private static OutcomeView Outcome(string outcome, Decision decision, PageWriter writer, EntryParts parts) => new(
        outcome,
        writer.Edition.Wording(writer.Vocabulary.Outcomes, outcome),
        decision.OutcomeConfidence is { } confidence ? parts.ConfidenceWord(confidence) : null);

    private static TreatyArticlesView Articles(ArticleList list, PageWriter writer) => new(
        [
            .. list.Articles.Select(article => writer.Link(
                Addresses.TreatyArticle(article.Treaty, article.Number),
                writer.Say("article.of_treaty", article.Paragraph is null ? article.Number : $"{article.Number} ({article.Paragraph})", writer.Vocabulary.Treaties.Find(article.Treaty)?.Acronym ?? article.Treaty))),
        ],
        list.Articles.IsEmpty && list.Printed.Length > 0 ? writer.Edition.Original(list.Printed) : null,
        list.IsPartial);
}

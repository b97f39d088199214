using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Heed.Addressing;
using Heed.Model;
using Heed.Rendering.Citing;
using Heed.Rendering.Entries;

namespace Heed.Rendering.Machine;

/// <summary>What a page is about in the words of schema.org, as JSON-LD. Which type stands for which kind, and why, is a table in <c>src/README.md</c>.</summary>
/// <remarks>The block in a page is short; what would be heavy there (claims with their sources, all sources) stands only in the JSON file.</remarks>
internal static class JsonLd
{
    private const string Context = "https://schema.org";

    /// <summary>The description of a page.</summary>
    /// <param name="facts">The page.</param>
    /// <param name="isWhole">With everything, for the JSON file; else what a page can carry.</param>
    public static JsonObject Of(PageFacts facts, bool isWhole) => facts.Entry?.Match(
        recommendation: recommendation => Recommendation(recommendation, facts, isWhole),
        evaluation: evaluation => Evaluation(evaluation, facts, isWhole),
        finding: finding => Finding(finding, facts, isWhole),
        decision: decision => Decision(decision, facts, isWhole),
        review: review => Review(review, facts),
        @event: @event => Event(@event, facts),
        article: _ => Work("Article", facts).With("description", facts.Description),
        proposal: proposal => Work("CreativeWork", facts).WithEach("author", Organizations([proposal.ProposedBy], facts)).WithEach("citation", Cited(facts, isWhole)))
        ?? (facts.Page.Kind == PageKind.Home
            ? Home(facts)
            : Work(facts.Page.Kind == PageKind.Search ? "WebPage" : "CollectionPage", facts).With("isPartOf", Id("WebSite", facts.AddressOf(Addresses.Home))));

    private static JsonObject Work(string type, PageFacts facts) => Described(Typed(type).With("@id", facts.Address), facts);

    /// <summary>What is true of every page, whichever thing it describes.</summary>
    private static JsonObject Described(JsonObject json, PageFacts facts) => json
        .With("url", facts.Address)
        .With("name", facts.Content.Title)
        .With("inLanguage", facts.Edition.Language)
        .With("license", facts.Edition.Config.LicenceUrl)
        .With("dateModified", PageFacts.Iso(facts.Dates.Newest))
        .With("version", facts.Version);

    private static JsonObject Recommendation(Recommendation recommendation, PageFacts facts, bool isWhole) => Work("CreativeWork", facts)
        .With("identifier", Identifier(recommendation, facts))
        .WithEach("creator", recommendation.RecommendingStates.Or([]).Select(state => Named("Country", facts.Edition.Vocabulary.States.Label(state, facts.Edition.Language))))
        .With("isPartOf", Id("Report", facts.AddressOf(recommendation.Review.Target.Address)))
        .WithEach("citation", Cited(facts, isWhole));

    private static string? Identifier(Recommendation recommendation, PageFacts facts) => (recommendation.Document.IsKnown, recommendation.Paragraph.IsKnown) switch
    {
        (true, true) => facts.Writer.Say("citation.paragraph", recommendation.Document.Value, recommendation.Paragraph.Value),
        _ => null,
    };

    // The author of the assessment is the assessor; who put the words on a scale of levels is the author of the rating.
    private static JsonObject Evaluation(Evaluation evaluation, PageFacts facts, bool isWhole)
    {
        var scale = facts.Edition.Vocabulary.Scales.GetValueOrDefault(evaluation.Scale);
        var orders = scale?.Levels.Select(level => level.Order).OfType<int>().ToList() ?? [];
        var order = scale?.Find(evaluation.Level)?.Order;
        var rating = new JsonObject()
            .With("@type", "Rating")
            .With("name", facts.Writer.Level(evaluation.Scale, evaluation.Level).Text)
            .With("ratingValue", Number(order))
            .With("worstRating", order is null ? null : Number(orders.Min()))
            .With("bestRating", order is null ? null : Number(orders.Max()))
            .With("ratingExplanation", facts.Writer.Say(evaluation.IsMappedByHeed ? "evaluation.mapped_by_heed" : "evaluation.given_by_assessor", scale?.Label.In(facts.Edition.Language) ?? evaluation.Scale))
            .With("author", evaluation.IsMappedByHeed ? Named("Organization", facts.SiteTitle) : null);
        var judged = evaluation.Recommendations.IsEmpty
            ? evaluation.Themes.Select(theme => Id("Thing", facts.AddressOf(Addresses.Theme(theme))))
            : evaluation.Recommendations.Select(reference => Id("CreativeWork", facts.AddressOf(reference.Target.Address)));
        return Work("Review", facts)
            .WithEach("author", Organizations(evaluation.Assessors, facts))
            .With("datePublished", facts.Citation?.Works[0] is { Site: null } source ? DateWords.Machine(source.Date) : null)
            .With("reviewRating", rating)
            .WithEach("itemReviewed", judged)
            .WithEach("citation", Cited(facts, isWhole));
    }

    private static JsonObject Decision(Decision decision, PageFacts facts, bool isWhole) => Work("CreativeWork", facts)
        .With("author", Named("Organization", facts.Edition.Vocabulary.Bodies.Label(decision.Body, facts.Edition.Language)))
        .With("genre", facts.Edition.Vocabulary.Forms.Label(decision.Form, facts.Edition.Language))
        .WithEach("identifier", decision.Symbols.Or([]).Select(symbol => (JsonNode)symbol.ToString()))
        .With("dateCreated", DateWords.Machine(decision.Adopted))
        .With("datePublished", decision.DocumentDate is { } date ? DateWords.Machine(date) : null)
        .With("sameAs", facts.Citation?.Works[0] is { Site: null } document && isWhole ? document.Address : null);

    private static JsonObject Finding(Finding finding, PageFacts facts, bool isWhole)
    {
        var article = Work("Article", facts).With("description", facts.Description);
        return isWhole
            ? article.WithEach("hasPart", finding.Statements.Select(statement => Claim(statement, finding, facts))).WithEach("citation", Cited(facts, isWhole))
            : article;
    }

    // Who asserts it is free text, perhaps several of whatever kind: a credit, and no invented organisation.
    private static JsonObject Claim(Statement statement, Finding finding, PageFacts facts)
    {
        var parts = new EntryParts(facts.Writer);
        var text = facts.Edition.Knowledge.Texts(finding).Find(new TextId("text", statement.Id));
        var translated = text?.In(facts.Edition.Language);
        return new JsonObject()
            .With("@type", "Claim")
            .With("@id", $"{facts.Address}#{statement.Id}")
            .With("text", facts.Writer.Knowledge.Prose(translated?.Words ?? statement.Text).ShownText(written => facts.Edition.NameOf(finding, written)))
            .With("inLanguage", translated is null ? facts.Edition.OriginalLanguage : facts.Edition.Language)
            .With("creditText", parts.Words(finding, new("asserted_by", statement.Id))?.Text)
            .With("temporalCoverage", statement.Period.Spans is [{ IsSingle: true } only] ? DateWords.Machine(only.Start) : null)
            .WithEach("appearance", statement.Sources.Select(citation => facts.Edition.Vocabulary.Sources.GetValueOrDefault(citation.Source)).OfType<Source>().Select(Source));
    }

    private static JsonObject Source(Source source) => new JsonObject()
        .With("@type", source.Symbol is null ? "CreativeWork" : "Report")
        .With("name", source.Title)
        .With("reportNumber", source.Symbol)
        .With("url", source.OfficialUrl ?? source.Url);

    private static JsonObject Review(Review review, PageFacts facts) => Work("Report", facts)
        .With("about", Named("Country", facts.Edition.Vocabulary.States.Label(facts.Edition.Config.Country, facts.Edition.Language)))
        .WithEach("reportNumber", review.Documents.Select(document => (JsonNode)document.Symbol.ToString()));

    // An event has no licence and no version; the page on it has.
    private static JsonObject Event(Event happening, PageFacts facts)
    {
        var (start, end) = (happening.Date.Spans.Length == 1 ? happening.Date.Spans[0].Start : happening.Date.Start, happening.Date.Spans.Length == 1 ? happening.Date.Spans[0].End : happening.Date.End);
        return Typed("Event")
            .With("@id", facts.Address + "#event")
            .With("name", facts.Content.Title)
            .With("startDate", DateWords.Machine(start))
            .With("endDate", start == end ? null : DateWords.Machine(end))
            .With("subjectOf", Described(new JsonObject().With("@type", "WebPage").With("@id", facts.Address), facts));
    }

    private static JsonObject Home(PageFacts facts)
    {
        var config = facts.Edition.Config;
        var changed = facts.Edition.Options.LastChanged.Where(change => change.Key.StartsWith("content/", StringComparison.Ordinal)).Select(change => (DateOnly?)change.Value).Max();
        ImmutableArray<(string Address, string Label)> lists =
        [
            (Addresses.Recommendations, "nav.recommendations"),
            (Addresses.Evaluations, "nav.evaluations"),
            (Addresses.Decisions, "nav.decisions"),
            (Addresses.Findings, "nav.findings"),
            (Addresses.Reviews, "nav.reviews"),
            (Addresses.Timeline, "nav.timeline"),
            (Addresses.Themes, "nav.themes"),
        ];
        var site = new JsonObject()
            .With("@type", "WebSite").With("@id", facts.Address).With("url", facts.Address).With("name", facts.SiteTitle).With("description", facts.Description).With("inLanguage", facts.Edition.Language);
        var data = new JsonObject()
            .With("@type", "Dataset")
            .With("@id", facts.Address + "#dataset")
            .With("url", facts.Address)
            .With("name", facts.SiteTitle)
            .With("description", facts.Description)
            .With("license", config.LicenceUrl)
            .With("isAccessibleForFree", true)
            .WithEach("inLanguage", config.Languages.Select(language => (JsonNode)language))
            .With("creator", Named("Organization", facts.SiteTitle))
            .With("spatialCoverage", config.Country.Length == 0 ? null : Named("Country", facts.Edition.Vocabulary.States.Label(config.Country, facts.Edition.Language)))
            .With("dateModified", PageFacts.Iso(changed))
            .With("version", facts.Version)
            .WithEach("distribution", lists.Select(list => new JsonObject()
                .With("@type", "DataDownload")
                .With("name", facts.Writer.Say(list.Label))
                .With("encodingFormat", "application/json")
                .With("contentUrl", facts.AddressOf(CitationFiles.Beside(list.Address, "json")))));
        return new JsonObject { ["@context"] = Context, ["@graph"] = new JsonArray(site, data) };
    }

    /// <summary>What the page is cited by before itself; in the page only the first.</summary>
    private static IEnumerable<JsonNode> Cited(PageFacts facts, bool isWhole) => (facts.Citation?.Works[..^1] ?? [])
        .Take(isWhole ? int.MaxValue : 1)
        .Select(work => new JsonObject()
            .With("@type", work.Kind == CitedKind.Report ? "Report" : "CreativeWork")
            .With("name", work.Title.Text)
            .With("reportNumber", work.Number)
            .With("url", isWhole ? work.Address : null));

    private static IEnumerable<JsonNode> Organizations(IEnumerable<string> assessors, PageFacts facts) =>
        assessors.Select(key => Named("Organization", facts.Edition.Vocabulary.Assessors.Label(key, facts.Edition.Language)));

    private static JsonObject Typed(string type) => new() { ["@context"] = Context, ["@type"] = type };

    private static JsonObject Named(string type, string name) => new() { ["@type"] = type, ["name"] = name };

    private static JsonObject Id(string type, string address) => new() { ["@type"] = type, ["@id"] = address };

    private static JsonValue? Number(int? number) => number is { } known ? JsonValue.Create(known) : null;
}

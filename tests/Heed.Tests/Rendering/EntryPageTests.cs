using AngleSharp.Dom;
using Heed.Rendering;

namespace Heed.Tests.Rendering;

/// <summary>What pages of entries promise.</summary>
public sealed class EntryPageTests
{
    private const string Page = "recommendations/upr-3/139.114.html";

    private static readonly Lazy<SmallSite> Small = new(() => SmallSite.Render());

    private static SmallSite Site => Small.Value;

    [Fact]
    public void A_recommendation_is_told_in_the_promised_order()
    {
        var text = Site.Text(Page);
        string[] order =
        [
            "Recommendation 139.114 (Czechia)",
            "A/HRC/43/10, para. 139.114",
            "Protect <b>defenders</b> & lawyers.",
            "Paraphrase",
            "Who recommended it Czechia",
            "Position of the State under review Noted according to a third party: A <third> party",
            "Evaluations Of this recommendation by name",
            "The basis of the newer one.",
            "The basis of the older one.",
            "Coalition: not assessed, report not at hand",
            "Of its themes",
            "The basis of the theme one.",
            "UN decisions that bear on it Views on one",
            "Why: Both are about the same.",
            "Defenders found",
            "The same demand in other cycles",
            "Sources A/HRC/43/2, para. 702",
            "Note See Views on one.",
            "Confidence: medium",
            "Permanent address: https://example.org/small/recommendations/upr-3/139.114.html",
        ];

        var at = -1;
        foreach (var words in order)
        {
            var next = text.IndexOf(words, at + 1, StringComparison.Ordinal);
            Assert.True(next > at, $"\"{words}\" does not follow in: {text}");
            at = next;
        }
    }

    [Fact]
    public void Words_of_authors_are_escaped()
    {
        Assert.Contains("A &lt;third&gt; party", Site.Html(Page), StringComparison.Ordinal);
        Assert.DoesNotContain("<third>", Site.Html(Page), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", Site.Html(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paraphrase_never_claims_to_be_the_official_wording()
    {
        Assert.Contains("Paraphrase In our own words; not the official wording, which stands in A/HRC/43/10, para. 139.114.", Site.Text(Page), StringComparison.Ordinal);

        var official = SmallSite.Render(("content/recommendations/upr-3/139.114.md", SmallSite.Recommendation.Replace("wording: paraphrase", "wording: official", StringComparison.Ordinal)));
        Assert.Contains("Official wording The wording of the United Nations document: A/HRC/43/10, para. 139.114.", official.Text(Page), StringComparison.Ordinal);
        Assert.DoesNotContain("own words", official.Text(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_is_never_told_as_one_and_awaits_no_assessment()
    {
        var text = SmallSite.Render(("content/recommendations/upr-3/139.114.md", SmallSite.Recommendation.Replace("describes: one", "describes: at least 13", StringComparison.Ordinal))).Text(Page);

        Assert.Contains("This record describes at least 13 recommendations together", text, StringComparison.Ordinal);
        Assert.DoesNotContain("not assessed", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_known_the_page_says_so()
    {
        const string other = """
            ---
            title: A plain title
            review: upr-3
            document: unknown
            paragraph: unknown
            recommending_states: unknown
            describes: one
            wording: paraphrase
            positions:
              - position: unknown
                note: Nobody was found to say it.
            themes: [other]
            priority: false
            confidence: low
            sources:
              - ref: report
            ---

            Do something.
            """;
        var text = SmallSite.Render(("content/recommendations/upr-3/plain.md", other)).Text("recommendations/upr-3/plain.html");

        Assert.Contains("Document and paragraph number not known", text, StringComparison.Ordinal);
        Assert.Contains("The recommending States are not known.", text, StringComparison.Ordinal);
        Assert.Contains("Position not known Nobody was found to say it.", text, StringComparison.Ordinal);
        Assert.Contains("No evaluation that names this recommendation is known here.", text, StringComparison.Ordinal);
        Assert.Contains("No evaluation of its themes is known here.", text, StringComparison.Ordinal);
        Assert.Contains("No decision of a treaty body or special procedure is linked to this recommendation.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_never_reads_as_none_and_invoked_never_as_violated()
    {
        var facts = Site.Main("decisions/cat/one.html").QuerySelectorAll(".facts__item").ToDictionary(
            item => item.QuerySelector("dt")!.TextContent,
            item => SmallSite.Words(item.QuerySelector("dd")!));

        Assert.Equal("not known", facts["Articles invoked (claimed, not found)"]);
        Assert.Equal("none", facts["Articles found violated"]);
        Assert.Equal("not known", facts["Outcome"]);
        Assert.Equal("not known", facts["UN symbol"]);
        Assert.Equal("date not known", facts["Adopted or sent"]);
        Assert.DoesNotContain("Remedies asked for", facts.Keys);
        Assert.Contains("Only that the document exists", Site.Text("decisions/cat/one.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Languages_are_never_mixed_in_silence()
    {
        var untranslated = Site.Main("ru/" + Page);
        Assert.Contains("Эта страница ещё не переведена.", SmallSite.Words(untranslated), StringComparison.Ordinal);
        Assert.Equal("en", untranslated.QuerySelector(".recommendation__text .prose")!.GetAttribute("lang"));
        Assert.Equal("Рекомендация 139.114 (Чехия)", untranslated.QuerySelector("h1")!.TextContent);

        // Words of content carry their language wherever they stand: none of these is Russian.
        foreach (var words in (string[])["The basis of the newer one.", "Both are about the same.", "The report", "A <third> party", "not assessed, report not at hand"])
        {
            Assert.All(Innermost(untranslated, words), element => Assert.Equal("en", LanguageOf(element)), throwIfEmpty: true);
        }

        var translated = Site.Main("ru/articles/about.html");
        Assert.Contains("Перевод выполнен с использованием машинного перевода и ещё не проверен.", SmallSite.Words(translated), StringComparison.Ordinal);
        Assert.Null(translated.QuerySelector(".prose")!.GetAttribute("lang"));
        Assert.DoesNotContain("translat", Site.Text("articles/about.html"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_source_read_in_a_copy_names_the_symbol_first_and_the_copy_after_it()
    {
        var source = Site.Main(Page).QuerySelector(".sources .source")!;

        Assert.Equal(
            "A/HRC/43/2, para. 702: The report (leads to another site) Read in a copy: example.com (leads to another site) Language: Russian. Read: the opening.",
            SmallSite.Words(source));
        Assert.Equal(["https://undocs.org/A/HRC/43/2", "https://example.com/copy.pdf"], source.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void A_finding_has_an_anchor_for_each_statement_and_shows_where_sources_differ()
    {
        var main = Site.Main("findings/defenders.html");

        Assert.Contains("about 12\u202f000 persons", main.QuerySelector("#one-statement")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("19 September", SmallSite.Words(main.QuerySelector("#which-day")!), StringComparison.Ordinal);
        Assert.Contains("20 September", SmallSite.Words(main.QuerySelector("#which-day")!), StringComparison.Ordinal);
        Assert.Contains("How to write it: Name both.", SmallSite.Words(main.QuerySelector("#which-day")!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_prints_numbers_ranges_and_what_is_not_known()
    {
        var text = Site.Text("reviews/upr-3.html");

        Assert.Contains("Recommendations received 245 Said so.", text, StringComparison.Ordinal);
        Assert.Contains("Supported 200 to 214 Said so.", text, StringComparison.Ordinal);
        Assert.Contains("Noted not known Not found.", text, StringComparison.Ordinal);
        Assert.Contains("Here: 1 single recommendation. Received in all: 245.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_page_has_its_language_one_heading_and_no_code_of_its_own()
    {
        foreach (var path in (string[])[Page, "ru/" + Page, "decisions/cat/one.html", "evaluations/newer.html", "findings/defenders.html", "reviews/upr-3.html", "articles/about.html"])
        {
            var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Site.Html(path));
            Assert.Equal(path.StartsWith("ru/", StringComparison.Ordinal) ? "ru" : "en", document.DocumentElement.GetAttribute("lang"));
            Assert.Single(document.QuerySelectorAll("h1"));
            Assert.Empty(document.QuerySelectorAll("style, [style], script:not([src]):not([type='application/ld+json'])"));
            Assert.StartsWith("default-src 'none'; script-src 'self'", document.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"), StringComparison.Ordinal);
            Assert.All(document.QuerySelectorAll("main a.external"), link => Assert.Equal("external noreferrer", link.GetAttribute("rel")), throwIfEmpty: path.EndsWith(Page, StringComparison.Ordinal));
            Assert.Equal(document.QuerySelectorAll("[id]").Length, document.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
        }
    }

    private static IEnumerable<IElement> Innermost(IElement root, string words)
    {
        var found = root.QuerySelectorAll("*").Where(element => SmallSite.Words(element).Contains(words, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(found);
        return found.Where(element => !element.Children.Any(found.Contains));
    }

    private static string? LanguageOf(IElement element) => element.Closest("[lang]")?.GetAttribute("lang");

    [Fact]
    public void Evidence_that_is_due_to_be_looked_at_again_is_told_on_its_page_and_on_each_card()
    {
        (string, string) settings = ("site.config.yml", "title: Small\ndescription: A small site.\nlanguages: [en, ru]\nbase_url: https://example.org/small/\ncountry: KAZ\nreview_after_months: 24\n");
        var before = SmallSite.Render(new RenderOptions { Today = new DateOnly(2023, 1, 31) }, settings);
        var after = SmallSite.Render(new RenderOptions { Today = new DateOnly(2023, 2, 1) }, settings);

        Assert.Contains("To be looked at again by January 2023", before.Text("evaluations/older.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("Things may have changed since", before.Text("evaluations/older.html"), StringComparison.Ordinal);
        Assert.Contains("was to be looked at again by January 2023. Things may have changed since.", after.Text("evaluations/older.html"), StringComparison.Ordinal);
        Assert.Contains("Newest statement May 2020 To be looked at again by May 2022", after.Text("findings/defenders.html"), StringComparison.Ordinal);
        Assert.Single(after.Main(Page).QuerySelectorAll(".badge--overdue"));
        Assert.Empty(before.Main(Page).QuerySelectorAll(".badge--overdue"));
    }
}

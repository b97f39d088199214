using AngleSharp.Html.Parser;
using Heed.Building;
using Heed.Linking;
using Heed.Model;
using Heed.Tests.Support;

namespace Heed.Tests.Linking;

public sealed class LinkerTests
{
    private static readonly EntryId Third = EntryId.Parse("recommendations/upr-3/1.1");

    [Fact]
    public void A_number_that_two_reviews_have_is_ambiguous_outside_them()
    {
        var (_, log) = SmallSite.Read(SmallSite.Article("a", "See [[1.1]]."));

        Assert.Equal("ambiguous-reference", Assert.Single(log.Sorted()).Rule.Id);
    }

    [Fact]
    public void In_the_pages_of_one_review_a_number_means_its_own_recommendation()
    {
        var (path, text) = SmallSite.Recommendation("upr-3/1.2");
        var knowledge = SmallSite.ReadSound((path, text + "Like [[1.1]].\n"));

        var from = knowledge.Find(EntryId.Parse("recommendations/upr-3/1.2"))!;
        Assert.Equal(Third, Assert.Single(knowledge.Resolve(from, "1.1", out _)).Id);
    }

    [Theory]
    [InlineData("recommendations/upr-3/1.1")]
    [InlineData("upr-3/1.1")]
    [InlineData("../recommendations/upr-3/1.1.md")]
    [InlineData(".././recommendations/upr-3/1.1.md")]
    [InlineData("../../../recommendations/upr-3/1.1.md")]
    public void An_entry_is_named_by_its_id_the_end_of_it_or_its_file(string written)
    {
        var knowledge = SmallSite.ReadSound();

        Assert.Equal(Third, Assert.Single(knowledge.Resolve(knowledge.Articles[0], written, out _)).Id);
    }

    [Theory]
    [InlineData("CCPR/C/1/D/1/2020")]
    [InlineData("1/2020")]
    [InlineData("ccpr-1-2020")]
    public void A_decision_is_named_by_its_symbol_and_by_its_communication(string written)
    {
        var knowledge = SmallSite.ReadSound();

        Assert.Equal("decisions/ccpr/ccpr-1-2020", Assert.Single(knowledge.Resolve(knowledge.Articles[0], written, out _)).Id.ToString());
    }

    [Fact]
    public void A_part_of_a_page_is_named_after_a_hash()
    {
        var knowledge = SmallSite.ReadSound(SmallSite.Article("a", "See [[findings/assembly#law|the law]]."));

        Assert.Equal("findings/assembly", Assert.Single(knowledge.Resolve(knowledge.Articles[0], "findings/assembly#law", out var part)).Id.ToString());
        Assert.Equal("law", part);
    }

    [Fact]
    public void The_inverse_of_every_relation_is_computed()
    {
        var knowledge = SmallSite.ReadSound(SmallSite.Article("a", "See [[upr-3/1.1]]."));
        var recommendation = knowledge.Find(Third)!;

        Assert.Equal(
            [
                ("evaluations/watchers", RelationKind.Evaluates, null),
                ("decisions/ccpr/ccpr-1-2020", RelationKind.BearsOn, "Both concern the freedom to assemble."),
                ("articles/a", RelationKind.Mentions, null),
            ],
            knowledge.Backlinks(recommendation).Select(link => (link.From.Id.ToString(), link.Relation, link.Why)));
    }

    [Fact]
    public void A_page_that_speaks_of_itself_has_no_backlink_from_itself()
    {
        var (path, text) = SmallSite.Article("a", "This is [[articles/a]].");
        var knowledge = SmallSite.ReadSound((path, text));

        Assert.Empty(knowledge.Backlinks(knowledge.Find(EntryId.Parse("articles/a"))!));
    }

    [Fact]
    public void Evaluations_of_its_own_theme_stand_before_those_of_a_broader_one()
    {
        var knowledge = SmallSite.ReadSound(
            SmallSite.Recommendation("upr-3/1.2", theme: "pickets"),
            SmallSite.Evaluation("of-pickets", "themes: [pickets]", "2020"),
            SmallSite.Evaluation("of-assembly", "themes: [assembly]", "2023"));

        var reaching = knowledge.ThemeEvaluationsOf(Recommendation(knowledge, "upr-3/1.2"));

        Assert.Equal([("of-pickets", "pickets", false), ("of-assembly", "assembly", true)], reaching.Select(found => (found.Evaluation.Id.Name, found.Theme, found.IsBroader)));
    }

    [Fact]
    public void An_evaluation_of_a_narrower_theme_says_nothing_of_the_broader()
    {
        var knowledge = SmallSite.ReadSound(SmallSite.Evaluation("of-pickets", "themes: [pickets]"));

        Assert.Empty(knowledge.ThemeEvaluationsOf(Recommendation(knowledge, "upr-3/1.1")));
    }

    [Fact]
    public void An_evaluation_that_judges_it_by_name_is_not_told_again_by_theme()
    {
        var knowledge = SmallSite.ReadSound(SmallSite.Evaluation("both", "recommendations: [recommendations/upr-3/1.1]\nthemes: [assembly]", "2024"));
        var recommendation = Recommendation(knowledge, "upr-3/1.1");

        Assert.Equal(["both", "watchers"], knowledge.EvaluationsOf(recommendation).Select(evaluation => evaluation.Id.Name));
        Assert.Empty(knowledge.ThemeEvaluationsOf(recommendation));
    }

    [Fact]
    public void The_newest_evidence_stands_first_and_unknown_last()
    {
        const string judges = "recommendations: [recommendations/upr-3/1.1]";
        var knowledge = SmallSite.ReadSound(
            SmallSite.Evaluation("older", judges, "2019-05"),
            SmallSite.Evaluation("newer", judges, "2019 to 2023-02"),
            SmallSite.Evaluation("undated", judges, "unknown"));

        Assert.Equal(["newer", "watchers", "older", "undated"], knowledge.EvaluationsOf(Recommendation(knowledge, "upr-3/1.1")).Select(evaluation => evaluation.Id.Name));
    }

    [Fact]
    public void The_same_demand_of_an_earlier_cycle_is_linked_both_ways()
    {
        var knowledge = SmallSite.ReadSound(SmallSite.Recommendation("upr-3/1.2", more: "describes: one\nrepeats:\n  - entry: recommendations/upr-2/1.1\n    why: Both ask the same."));
        var (later, earlier) = (Recommendation(knowledge, "upr-3/1.2"), Recommendation(knowledge, "upr-2/1.1"));

        Assert.Equal(earlier, Assert.Single(knowledge.Repeats(later)).Entry);
        Assert.Equal((later, "Both ask the same."), (Assert.Single(knowledge.RepeatedBy(earlier)).Entry, knowledge.RepeatedBy(earlier)[0].Why));
    }

    [Fact]
    public void A_symbol_that_several_records_bear_leads_to_all_of_them_and_is_no_error()
    {
        var decision = SmallSite.Sources().Find("content/decisions/ccpr/ccpr-1-2020.md")!.Text;
        var knowledge = SmallSite.ReadSound(("content/decisions/ccpr/other.md", decision), SmallSite.Article("a", "See CCPR/C/1/D/1/2020 and [[CCPR/C/1/D/1/2020]]."));

        Assert.Equal(2, knowledge.Resolve(knowledge.Articles[0], "CCPR/C/1/D/1/2020", out _).Length);
    }

    [Theory]
    [InlineData("A/HRC/999/1", false)]
    [InlineData("CCPR/C/1/D/2/2020", false)]
    [InlineData("CCPR/C/1/D/1/2020", true)]
    public void A_symbol_that_nobody_bears_is_plain_text(string symbol, bool isBorne)
    {
        var result = SiteBuilder.Build(SmallSite.Sources(SmallSite.Article("a", $"See {symbol} there.")), new BuildOptions());
        var article = Assert.Single(result.Publication!.Knowledge.Articles, article => article.Id.Name == "a");
        var page = new HtmlParser().ParseDocument(result.Site!.Find("articles/a.html")!.Text);
        var words = Assert.Single(page.QuerySelectorAll("main p"), paragraph => paragraph.TextContent.Contains("See ", StringComparison.Ordinal));

        Assert.Contains($"See {symbol} there.", words.TextContent, StringComparison.Ordinal);
        Assert.Equal((string[])(isBorne ? [symbol] : []), words.QuerySelectorAll("a[href*=decisions]").Select(link => link.TextContent));
        Assert.Equal((string[])(isBorne ? ["decisions/ccpr/ccpr-1-2020"] : []), result.Publication.Knowledge.Resolve(article, symbol, out _).Select(entry => entry.Id.ToString()));
        Assert.Equal(isBorne, result.Publication.Knowledge.Entries.SelectMany(entry => result.Publication.Knowledge.Backlinks(entry)).Any(link => link.From == article));
        Assert.Empty(result.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void A_link_in_a_reason_is_judged_as_any_other()
    {
        var (_, log) = SmallSite.Read(
            SmallSite.Recommendation("upr-2/1.1"),
            SmallSite.Recommendation("upr-3/1.2", more: "describes: one\nrepeats:\n  - entry: recommendations/upr-2/1.1\n    why: As [[nowhere]] says."));

        Assert.Contains(log.Sorted(), told => told.Rule.Id == "dangling-reference" && told.Message.Contains("[[nowhere]]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_nothing_fits_is_told_with_the_near_one() => Assert.Equal(
        ["no page fits [[evaluations/wachers]]; did you mean \"evaluations/watchers\"?"],
        SmallSite.Read(SmallSite.Article("a", "See [[evaluations/wachers]].")).Log.Sorted().Select(told => told.Message));

    [Theory]
    [InlineData("[\"findings/assembly#law\"]", 1, "")]
    [InlineData("[findings/assembly]", 1, "")]
    [InlineData("[findings/nowhere]", 0, "dangling-reference")]
    [InlineData("[\"findings/assembly#nowhere\"]", 0, "dangling-reference")]
    [InlineData("[\"findings/assembly#law\", findings/nowhere]", 1, "dangling-reference")]
    public void Of_where_an_event_is_told_only_what_is_there_is_kept(string from, int kept, string rule)
    {
        var (knowledge, log) = SmallSite.Read(("content/events/happened.md", $"---\ntitle: It happened\ndate: \"2020\"\nthemes: [assembly]\nfrom: {from}\nconfidence: high\nsources:\n  - ref: report\n---\n\nIt did.\n"));

        Assert.Equal(rule, string.Join(' ', log.Sorted().Select(told => told.Rule.Id)));
        Assert.Equal(kept, Assert.Single(knowledge.Events).From.Length);
    }

    [Theory]
    [InlineData("assembly", true)]
    [InlineData("pickets", true)]
    [InlineData("other", false)]
    public void Findings_are_of_the_theme_or_of_a_broader_one(string theme, bool isOne)
    {
        var knowledge = SmallSite.ReadSound(("content/vocabulary/themes.yml", SmallSite.Sources().Find("content/vocabulary/themes.yml")!.Text + "other:\n  label: {en: \"Other\"}\n"));

        Assert.Equal(isOne ? ["findings/assembly"] : [], knowledge.FindingsOn([theme]).Select(finding => finding.Id.ToString()));
    }

    [Theory]
    [InlineData("describes: one\nrepeats:\n  - entry: recommendations/upr-2/1.1\n    why: As [[nowhere]] says.", 17)]
    [InlineData("describes: one\nnote: As [[nowhere]] says.", 15)]
    public void A_link_in_front_matter_is_told_where_it_stands(string more, int line) =>
        Assert.Equal(line, Assert.Single(SmallSite.Read(SmallSite.Recommendation("upr-3/1.2", more: more)).Log.Sorted()).Place.Line);

    [Fact]
    public void All_that_is_wrong_is_told_in_one_run()
    {
        var (_, log) = SmallSite.Read(
            SmallSite.Article("a", "See [[nowhere]] and [x](javascript:a)."),
            SmallSite.Evaluation("lost", "recommendations: [recommendations/upr-3/9.9]"),
            SmallSite.Recommendation("upr-9/1.1"));

        Assert.Equal(
            ["content/articles/a.md unsafe-link", "content/articles/a.md dangling-reference", "content/evaluations/lost.md dangling-reference", "content/recommendations/upr-9/1.1.md dangling-reference"],
            log.Sorted().Select(told => $"{told.Place.Path} {told.Rule.Id}").OrderBy(told => told.Split(' ')[0], StringComparer.Ordinal).ThenByDescending(told => told, StringComparer.Ordinal));
    }

    private static Recommendation Recommendation(KnowledgeBase knowledge, string name) => (Recommendation)knowledge.Find(EntryId.Parse("recommendations/" + name))!;
}

using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Heed.Linking;
using Heed.Model;
using Heed.Rendering;
using Heed.Rendering.Charts;

namespace Heed.Tests.Rendering;

/// <summary>Roads, the timeline and assessors side by side show what the knowledge base holds, each thing once, and what they show stands in words too.</summary>
public sealed class PicturesTests
{
    private static KnowledgeBase Knowledge => RealSite.Knowledge;

    [Fact]
    public void A_road_stands_on_each_recommendation_that_repeats_or_is_repeated_and_on_no_other()
    {
        Assert.All(Knowledge.Recommendations, recommendation => Assert.Equal(
            Repetition.Before(recommendation, Knowledge).Length + Repetition.After(recommendation, Knowledge).Length > 0,
            Page(recommendation).QuerySelector("#road") is not null), throwIfEmpty: true);
    }

    [Fact]
    public void A_road_has_every_stop_once_and_its_lists_say_the_same()
    {
        Assert.Contains(Knowledge.Recommendations, recommendation => Page(recommendation).QuerySelectorAll("#road svg a").Length > 1);
        foreach (var recommendation in Knowledge.Recommendations)
        {
            var linked = Repetition.Before(recommendation, Knowledge).Concat(Repetition.After(recommendation, Knowledge))
                .Select(other => $"../{(other.Review.Target == recommendation.Review.Target ? "" : other.Review.Target.Name + "/")}{other.Id.Name}.html").Order(StringComparer.Ordinal).ToList();
            var page = Page(recommendation);

            Assert.Equal(linked, page.QuerySelectorAll("#road svg a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal));
            Assert.Equal(linked, page.QuerySelectorAll(".recommendation__cycles .related__link > a:first-child").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_road_draws_a_line_for_each_link_of_the_editors_between_its_stops()
    {
        var recommendation = (Recommendation)Knowledge.Find(EntryId.Parse("recommendations/upr-3/139.114"))!;
        var stops = Repetition.Before(recommendation, Knowledge).Concat(Repetition.After(recommendation, Knowledge)).Append(recommendation).ToList();
        var ids = stops.Select(stop => stop.Id).ToHashSet();

        Assert.Equal(stops.Sum(stop => stop.Repeats.Count(link => ids.Contains(link.Entry.Target))), Page(recommendation).QuerySelectorAll("#road .road__step").Length);
        Assert.Equal(4, Page(recommendation).QuerySelectorAll("#road svg > .chart__label").Length);
    }

    [Fact]
    public void An_answer_on_a_road_has_a_shape_and_its_word()
    {
        var page = RealSite.Document("recommendations/upr-3/139.114.html");
        var here = page.QuerySelector("#road .road__stop--here")!;

        Assert.NotNull(here.QuerySelector(".road__bar"));
        Assert.Equal(["139.114"], here.QuerySelectorAll(".road__name").Select(text => text.TextContent));
        Assert.Equal(["Noted"], here.QuerySelectorAll(".road__word").Select(text => text.TextContent));
        Assert.Contains("this page", here.QuerySelector("title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("139.114 (Noted)", page.QuerySelector("#road-desc")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_road_goes_all_the_way_in_both_directions_and_not_sideways()
    {
        var knowledge = Support.SmallSite.ReadSound(
            Support.SmallSite.Recommendation("upr-1/1.3"),
            Support.SmallSite.Recommendation("upr-2/2.1", more: "repeats:\n  - entry: recommendations/upr-1/1.3\n    why: The same.\ndescribes: one"),
            Support.SmallSite.Recommendation("upr-2/2.2", more: "repeats:\n  - entry: recommendations/upr-1/1.3\n    why: The same.\ndescribes: one"),
            Support.SmallSite.Recommendation("upr-3/3.1", more: "repeats:\n  - entry: recommendations/upr-2/2.1\n    why: The same.\ndescribes: one"),
            Review(1, 7, 2010),
            Review(2, 20, 2014),
            Review(3, 34, 2019));
        var last = (Recommendation)knowledge.Find(EntryId.Parse("recommendations/upr-3/3.1"))!;
        var side = (Recommendation)knowledge.Find(EntryId.Parse("recommendations/upr-2/2.2"))!;

        Assert.Equal(["1.3", "2.1"], Repetition.Before(last, knowledge).Select(stop => stop.Id.Name));
        Assert.Empty(Repetition.After(side, knowledge));
        Assert.Equal(["1.3"], Repetition.Before(side, knowledge).Select(stop => stop.Id.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru/")]
    [InlineData("kk/")]
    public void The_timeline_has_one_mark_for_each_happening_of_the_list(string folder)
    {
        var page = RealSite.Document(folder + "timeline.html");
        var items = page.QuerySelectorAll(".timeline > li").ToList();
        var marks = page.QuerySelectorAll("#timeline-by-year a").ToList();

        Assert.Equal(items.Select(item => "#" + item.Id), marks.Select(mark => mark.GetAttribute("href")));
        Assert.Equal(items.Select(item => item.ClassList.Contains("timeline__review")), marks.Select(mark => mark.QuerySelector(".timeline-chart__review") is not null));
        Assert.Equal(
            page.QuerySelectorAll(".section").Select(year => $"{year.QuerySelector("h2")!.TextContent} {year.QuerySelectorAll("li").Length}"),
            page.QuerySelectorAll(".timeline-chart__year").Zip(page.QuerySelectorAll("#timeline-by-year .chart__value"), (year, count) => $"{year.TextContent} {count.TextContent}"));
    }

    [Fact]
    public void Years_without_a_happening_are_shown_as_a_break()
    {
        TimelineYear Year(int year) => new(year, [new TimelineMark("#one", "One", null, false)]);
        var figure = new HtmlParser().ParseDocument(TimelineDrawing.Draw(new TimelinePicture("t", "Title", "Words", "event", "step", "Note", [Year(2010), Year(2011), Year(2014)])).Markup);

        Assert.Single(figure.QuerySelectorAll(".timeline-chart__break"));
        Assert.Equal(3, figure.QuerySelectorAll(".timeline-chart__axis").Length);
    }

    [Fact]
    public void Assessors_are_side_by_side_wherever_they_differ_and_each_evaluation_stands_once()
    {
        Assert.Contains(Knowledge.Recommendations, recommendation => Page(recommendation).QuerySelector(".side-by-side__table") is not null);
        foreach (var recommendation in Knowledge.Recommendations)
        {
            var expected = recommendation.Themes
                .Select(theme => Knowledge.ThemeEvaluationsOf(recommendation).Select(reaching => reaching.Evaluation).Where(evaluation => evaluation.Themes.Contains(theme)))
                .Prepend(Knowledge.EvaluationsOf(recommendation))
                .Select(evaluations => evaluations.Where(evaluation => evaluation.IsCounted).ToList())
                .Where(evaluations => evaluations.Select(evaluation => evaluation.Level).Distinct().Count() > 1)
                .Select(evaluations => string.Join(' ', evaluations.Select(evaluation => "../../" + evaluation.Id.Address).Order(StringComparer.Ordinal)));

            Assert.Equal(
                expected,
                Page(recommendation).QuerySelectorAll(".side-by-side__table").Select(table => string.Join(' ', table.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal))));
        }
    }

    [Fact]
    public void Pictures_have_a_title_a_description_and_no_style_of_their_own()
    {
        foreach (var path in (string[])["timeline.html", "recommendations/upr-3/139.114.html", "lists/levels.html", "lists/themes/peaceful-assembly.html", "index.html"])
        {
            var pictures = RealSite.Document(path).QuerySelectorAll("svg.chart__picture");
            Assert.NotEmpty(pictures);
            foreach (var picture in pictures)
            {
                Assert.All(
                    $"{picture.GetAttribute("aria-labelledby")} {picture.GetAttribute("aria-describedby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries),
                    id => Assert.NotEmpty(picture.QuerySelector("#" + id)!.TextContent), throwIfEmpty: true);
                Assert.NotNull(picture.QuerySelector("desc"));
                Assert.Empty(picture.QuerySelectorAll("[style], style, script"));

                // A picture with links in it must not be an image as a whole, or its links could not be reached.
                Assert.Equal(picture.QuerySelector("a") is null ? "img" : "group", picture.GetAttribute("role"));
            }
        }
    }

    private static IDocument Page(Recommendation recommendation) => RealSite.Document(recommendation.Id.Address);

    private static (string Path, string Text) Review(int cycle, int session, int year) => ($"content/reviews/upr-{cycle}.md", $$"""
        ---
        title: Cycle {{cycle}}
        cycle: {{cycle}}
        session: "{{session}}"
        reviewed: "{{year}}"
        adopted: unknown
        documents:
          - symbol: A/HRC/{{cycle}}/1
            title: Report
        totals:
          received: {count: unknown, basis: Not found.}
          supported: {count: unknown, basis: Not found.}
          noted: {count: unknown, basis: Not found.}
        confidence: high
        sources:
          - ref: report
        ---

        A review.
        """);
}

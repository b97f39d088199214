using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Heed.Tests.Rendering;

/// <summary>What the frame around every page promises.</summary>
public sealed class FrameTests
{
    private const string Page = "recommendations/upr-3/139.114.html";

    [Fact]
    public void The_same_page_in_each_language_and_for_all_others_is_named_to_search_engines()
    {
        var head = Of(SmallSite.Render(), "ru/" + Page).Head!;

        Assert.Equal(
            ["en https://example.org/small/" + Page, "ru https://example.org/small/ru/" + Page, "x-default https://example.org/small/" + Page],
            head.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => $"{link.GetAttribute("hreflang")} {link.GetAttribute("href")}"));
    }

    [Fact]
    public void The_language_switch_leads_to_the_same_page_and_calls_languages_by_their_own_names()
    {
        var links = Of(SmallSite.Render(), Page).QuerySelectorAll(".language-switch a");

        Assert.Equal(["English 139.114.html en", "Русский ../../ru/" + Page + " ru"], links.Select(link => $"{link.TextContent} {link.GetAttribute("href")} {link.GetAttribute("lang")}"));
    }

    [Fact]
    public void The_sentence_about_privacy_leads_to_the_article_that_the_settings_name()
    {
        const string settings = "title: Small\ndescription: A small site.\nlanguages: [en, ru]\nbase_url: https://example.org/small/\ncountry: KAZ\n";
        var article = ("content/articles/seen.md", "---\ntitle: Who sees it\nsummary: A test.\n---\n\nWords.\n");

        Assert.Null(Of(SmallSite.Render(), Page).QuerySelector(".site-footer__privacy a"));
        Assert.Equal(
            "../../articles/seen.html",
            Of(SmallSite.Render(("site.config.yml", settings + "privacy_page: articles/seen\n"), article), Page).QuerySelector(".site-footer__privacy a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_mail_about_an_entry_carries_its_title_and_permanent_address()
    {
        var mail = new Uri(Of(SmallSite.Render(), Page).QuerySelector("a[href^='mailto:?']")!.GetAttribute("href")!);

        Assert.Equal(
            "?subject=139.114 (Czechia) · Small&body=139.114 (Czechia) · Small\r\nhttps://example.org/small/" + Page,
            Uri.UnescapeDataString(mail.Query));
    }

    [Fact]
    public void The_menu_marks_the_part_that_a_page_belongs_to_on_every_page_but_those_of_everything()
    {
        string[] ofEverything = ["index.html", "search.html", "404.html", "lists/numbers.html", "lists/titles.html", "lists/changes.html"];
        var wrong = new List<string>();
        foreach (var page in RealSite.Pages.Select(page => page.File.Path).Where(path => path.EndsWith(".html", StringComparison.Ordinal)))
        {
            var menu = RealSite.Document(page).QuerySelectorAll(".site-nav [aria-current]");
            var path = page.StartsWith("ru/", StringComparison.Ordinal) || page.StartsWith("kk/", StringComparison.Ordinal) ? page[3..] : page;
            if (ofEverything.Contains(path) ? menu.Length != 0 : menu.Length != 1)
            {
                wrong.Add($"{page} marks {menu.Length}");
            }
            else if (menu is [var mark])
            {
                // "page" only where the link leads to the page itself.
                var isItself = new Uri(new Uri("https://x/" + page), mark.GetAttribute("href")!).AbsolutePath == "/" + page;
                if (mark.GetAttribute("aria-current") != (isItself ? "page" : "true"))
                {
                    wrong.Add($"{page} says {mark.GetAttribute("aria-current")}");
                }
            }
        }

        Assert.Equal([], wrong);
    }

    [Theory]
    [InlineData("evaluations/cat-torture.html", "lists/evaluations.html")]
    [InlineData("lists/states/fra.html", "lists/recommendations.html")]
    [InlineData("lists/matrix.html", "lists/evaluations.html")]
    [InlineData("kk/lists/themes/torture.html", "kk/lists/themes.html")]
    [InlineData("ru/events/2023-torture-law.html", "ru/timeline.html")]
    public void The_part_that_is_marked_is_the_right_one(string page, string part) =>
        Assert.Equal("/" + part, new Uri(new Uri("https://x/" + page), RealSite.Document(page).QuerySelector(".site-nav [aria-current]")!.GetAttribute("href")!).AbsolutePath);

    private static IDocument Of(SmallSite site, string page) => new HtmlParser().ParseDocument(site.Html(page));
}

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

    private static IDocument Of(SmallSite site, string page) => new HtmlParser().ParseDocument(site.Html(page));
}

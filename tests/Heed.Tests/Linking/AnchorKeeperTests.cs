using Heed.Building;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Tests.Support;

namespace Heed.Tests.Linking;

/// <summary>What a reader of an old link finds, on the small site.</summary>
public sealed class AnchorKeeperTests
{
    private const string First = "The first paragraph speaks of the law on peaceful assemblies and of those who were fined.";

    private const string Second = "Here stands another one, on journalists, on the press and on what editors were told.";

    private static readonly DateOnly Day = new(2025, 1, 31);

    [Fact]
    public void A_published_paragraph_keeps_its_anchor_when_others_come_and_go()
    {
        var published = Publish(SmallSite.Article("a", $"{First}\n\n{Second}"), About("articles/a"));
        var page = Build(published, SmallSite.Article("a", $"A new beginning.\n\n{Second}\n\n{First}")).Page("articles/a.html");

        Assert.Contains($"id=\"p1\">{First}", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"p2\">{Second}", page, StringComparison.Ordinal);
        Assert.Contains("id=\"p3\">A new beginning.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Publishing_again_changes_nothing_and_tells_the_day()
    {
        var published = Publish(SmallSite.Article("a", First), About("articles/a"));
        var again = SiteBuilder.Build(published, new BuildOptions { Publish = true, Today = Day.AddDays(40) });

        Assert.Null(again.Ledger);
        Assert.Contains("31 January 2025", again.Site!.Find("articles/a.html")!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_renamed_page_leads_on_with_all_that_was_on_it()
    {
        var published = Publish(SmallSite.Article("a", $"{First}\n\n{Second}"), About("articles/a"));
        var site = Build(
            published.With([SourceFile.Of("content/retired.yml", "articles/a:\n  moved_to: articles/b\n")]).Without("content/articles/a.md"),
            SmallSite.Article("b", $"{Second}\n\n{First}"),
            About("articles/b"));
        var old = site.Page("articles/a.html");

        Assert.Contains("<meta http-equiv=\"refresh\" content=\"0; url=b.html\">", old, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"https://example.org/kb/articles/b.html\">".Replace("https://example.org/kb/", site.BaseUrl, StringComparison.Ordinal), old, StringComparison.Ordinal);
        Assert.Contains("<li id=\"p1\">#p1: <a href=\"b.html#p1\">", old, StringComparison.Ordinal);
        Assert.Contains($"id=\"p1\">{First}", site.Page("articles/b.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("articles/a.html", site.Page("sitemap.xml"), StringComparison.Ordinal);

        // No script, and who cited the files beside it finds those of the page where it stands now.
        Assert.DoesNotContain("<script", old, StringComparison.Ordinal);
        Assert.All((string[])["json", "bib", "ris", "csl.json"], ending => Assert.Equal(site.Page($"articles/b.{ending}"), site.Page($"articles/a.{ending}")));
    }

    [Fact]
    public void A_page_that_is_gone_says_what_stood_there_why_and_where_to_go_and_its_words_are_forgotten()
    {
        var published = Publish(SmallSite.Article("a", First), About("articles/a"));
        var retired = published
            .With([SourceFile.Of("content/retired.yml", "articles/a:\n  gone: \"2025-02-01\"\n  title: On fines\n  why: Its source was withdrawn.\n  instead: articles/about\n")])
            .With([SourceFile.Of(About("evaluations/watchers").Path, About("evaluations/watchers").Text)])
            .Without("content/articles/a.md");
        var result = SiteBuilder.Build(retired, new BuildOptions { Publish = true, Today = Day.AddDays(2) });
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.ToString()));
        var page = result.Site!.Find("articles/a.html")!.Text;

        Assert.All((string[])["On fines", "Its source was withdrawn.", "1 February 2025", "<a href=\"about.html\">", "id=\"p1\""], words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.DoesNotContain(WordPrintOf(First), result.Ledger!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_that_is_gone_is_told_on_its_page()
    {
        var published = Publish(SmallSite.Article("a", $"{First}\n\n{Second}"), About("articles/a"));
        var site = Build(
            published.With([SourceFile.Of("content/retired.yml", "\"articles/a#p1\":\n  gone: \"2025-02-01\"\n  why: It was wrong.\n")]),
            SmallSite.Article("a", Second));

        Assert.Matches("<li id=\"p1\">.*1 February 2025.*It was wrong", site.Page("articles/a.html").ReplaceLineEndings(" "));
    }

    [Fact]
    public void A_paragraph_that_its_author_calls_by_its_new_number_bears_both()
    {
        var published = Publish(SmallSite.Article("a", First), About("articles/a"));
        var site = Build(
            published.With([SourceFile.Of("content/retired.yml", "\"articles/a#p1\":\n  moved_to: \"articles/a#p2\"\n")]),
            SmallSite.Article("a", Second));

        Assert.Contains($"id=\"p2\"><span id=\"p1\"></span>{Second}", site.Page("articles/a.html"), StringComparison.Ordinal);

        // And so it stays when that is published.
        var later = SiteBuilder.Build(site.Sources, new BuildOptions { Publish = true, Today = Day.AddDays(3) });
        Assert.NotNull(later.Site);
        Assert.Contains($"id=\"p2\"><span id=\"p1\"></span>{Second}", later.Site.Find("articles/a.html")!.Text, StringComparison.Ordinal);
        Assert.True(SiteBuilder.Build(site.Sources.With([later.Ledger!]), new BuildOptions()).Succeeded);
    }

    [Fact]
    public void A_chain_of_moves_is_followed_to_its_end()
    {
        var published = Publish(SmallSite.Article("a", First), About("articles/a"));
        var site = Build(
            published.With([SourceFile.Of("content/retired.yml", "articles/a:\n  moved_to: articles/b\narticles/b:\n  moved_to: articles/c\n")]).Without("content/articles/a.md"),
            SmallSite.Article("c", First),
            About("articles/c"));

        Assert.Contains("url=c.html", site.Page("articles/a.html"), StringComparison.Ordinal);
        Assert.Contains("url=c.html", site.Page("articles/b.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_the_page_cannot_take_the_anchor_of_a_published_heading()
    {
        var published = Publish(("content/findings/assembly.md", Finding("law", "## In law")));
        var result = SiteBuilder.Build(published.With([SourceFile.Of("content/findings/assembly.md", Finding("in-law", "## In law"))]), new BuildOptions());

        Assert.Contains(result.Diagnostics, told => told.Rule.Id == "anchor-lost" && told.Place.Path == "content/findings/assembly.md" && told.Message.Contains("#in-law was published as a heading", StringComparison.Ordinal));

        static string Finding(string statement, string body) =>
            SmallSite.Sources().Find("content/findings/assembly.md")!.Text.Replace("id: law", $"id: {statement}", StringComparison.Ordinal).Replace("An example.", body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_be_lost_is_told_with_what_is_new_there()
    {
        var published = Publish(SmallSite.Article("a", $"## On law\n\n{First}\n\n{Second}"), About("articles/a"));

        Assert.Equal(
            [
                "content/articles/a.md articles/a.html#p1 was published on 2025-01-31 and would be gone: no paragraph there has enough of the words that were published"
                + " | Restore it, or say in content/retired.yml what became of it: below `\"articles/a#p1\":` either `moved_to: \"articles/a#p3\"`, or `gone:` with the day and `why:`."
                + " New there: p3 (\"Quite other words stand here, which…\"), p4 (\"Short ones.\").",
            ],
            Lost(published, SmallSite.Article("a", $"## On law\n\nQuite other words stand here, which nobody has ever read before.\n\nShort ones.\n\n{Second}")));
    }

    [Fact]
    public void Where_nothing_is_new_the_page_is_the_place_to_move_to() => Assert.Equal(
        [
            "content/articles/a.md articles/a.html#p1 was published on 2025-01-31 and would be gone: no paragraph there has enough of the words that were published"
            + " | Restore it, or say in content/retired.yml what became of it: below `\"articles/a#p1\":` either `moved_to: \"articles/a\"`, or `gone:` with the day and `why:`.",
        ],
        Lost(Publish(SmallSite.Article("a", $"{First}\n\n{Second}"), About("articles/a")), SmallSite.Article("a", Second)));

    [Fact]
    public void A_heading_and_a_part_that_would_be_lost_are_told_as_what_they_are()
    {
        const string path = "content/findings/assembly.md";
        var text = SmallSite.Sources().Find(path)!.Text.Replace("An example.", "## On law\n\nAn example.\n\n## On fines\n\nAnother.", StringComparison.Ordinal);
        var published = Publish((path, text));

        Assert.Equal(
            ["findings/assembly.html#on-fines no heading there has the words of the one that was published", "findings/assembly.html#on-law no heading there has the words of the one that was published"],
            Lost(published, (path, text.Replace("## On law\n\n", "", StringComparison.Ordinal).Replace("## On fines\n\n", "", StringComparison.Ordinal))).Select(What).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["findings/assembly.html#arrests nothing there has this id"],
            Lost(published, (path, text.Replace("id: arrests", "id: detentions", StringComparison.Ordinal))).Select(What));

        static string What(string told) => $"{told.Split(' ')[1]} {told[(told.IndexOf("gone: ", StringComparison.Ordinal) + 6)..told.IndexOf(" |", StringComparison.Ordinal)]}";
    }

    [Fact]
    public void Two_headings_for_two_are_not_guessed_and_one_for_one_is()
    {
        var published = Publish(SmallSite.Article("a", $"## On law\n\n{First}\n\n## On fines\n\n{Second}"), About("articles/a"));

        Assert.Contains("id=\"on-the-press\"><span id=\"on-fines\"></span>", Build(published, SmallSite.Article("a", $"## On law\n\n{First}\n\n## On the press\n\n{Second}")).Page("articles/a.html"), StringComparison.Ordinal);
        Assert.Equal(2, Lost(published, SmallSite.Article("a", $"## Rules\n\n{First}\n\n## On the press\n\n{Second}")).Length);
    }

    [Fact]
    public void A_translation_has_the_numbers_of_its_original_where_it_is_cut_alike()
    {
        var published = Publish(Bilingual, SmallSite.Article("a", $"{First}\n\n{Second}"), Russian("Первый абзац о законе и о штрафах.\n\nВторой абзац о журналистах и о печати."), About("articles/a"));
        var site = Build(
            published,
            SmallSite.Article("a", $"{Second}\n\n{First}"),
            Russian("Второй абзац о журналистах и о печати.\n\nПервый абзац о законе и о штрафах."));

        Assert.Contains("id=\"p2\">Второй", site.Page("ru/articles/a.html"), StringComparison.Ordinal);
        Assert.Contains("id=\"p1\">Первый", site.Page("ru/articles/a.html"), StringComparison.Ordinal);

        // Cut otherwise, a new paragraph has a number that neither of the two has used.
        var other = Build(published, Russian("Первый абзац о законе и о штрафах.\n\nВторой абзац о журналистах и о печати.\n\nТретий, которого нет в оригинале."));
        Assert.Contains("id=\"p3\">Третий", other.Page("ru/articles/a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_a_translation_lost_leads_to_the_original()
    {
        var published = Publish(Bilingual, SmallSite.Article("a", $"{First}\n\n{Second}"), Russian("Первый абзац о законе и о штрафах.\n\nВторой абзац о журналистах и о печати."), About("articles/a"));

        var page = Build(published, Russian("Второй абзац о журналистах и о печати.")).Page("ru/articles/a.html");

        Assert.Contains("id=\"p2\">Второй", page, StringComparison.Ordinal);
        Assert.Matches("id=\"p1\".*articles/a.html#p1", page.ReplaceLineEndings(" "));
    }

    [Fact]
    public void What_the_original_lost_is_told_once_and_not_of_its_translation()
    {
        var published = Publish(Bilingual, SmallSite.Article("a", $"{First}\n\n{Second}"), Russian("Первый абзац о законе и о штрафах.\n\nВторой абзац о журналистах и о печати."), About("articles/a"));

        Assert.Equal(
            ["content/articles/a.md"],
            Lost(published, SmallSite.Article("a", Second), Russian("Второй абзац о журналистах и о печати.")).Select(told => told.Split(' ')[0]));
    }

    [Fact]
    public void What_only_a_translation_had_is_told_of_the_translation()
    {
        var published = Publish(Bilingual, SmallSite.Article("a", First), Russian("Первый абзац о законе и о штрафах.\n\nТретий, которого нет в оригинале, о выборах."), About("articles/a"));

        Assert.Equal(
            ["content/articles/a.ru.md ru/articles/a.html#p3 was published on 2025-01-31 and would be gone: no paragraph there has enough of the words that were published"],
            Lost(published, Russian("Первый абзац о законе и о штрафах.")).Select(told => told[..told.IndexOf(" |", StringComparison.Ordinal)]));
    }

    private static readonly (string Path, string Text) Bilingual =
        ("site.config.yml", SmallSite.Sources().Find("site.config.yml")!.Text.Replace("languages: [en]", "languages: [en, ru]", StringComparison.Ordinal));

    private static (string Path, string Text) Russian(string body) =>
        ("content/articles/a.ru.md", $"---\ntitle: А\nsummary: Проба.\ntranslation: human\nreviewed: true\n---\n\n{body}\n");

    private static string[] Lost(SourceTree published, params (string Path, string Text)[] over) =>
    [
        .. SiteBuilder.Build(published.With(over.Select(file => SourceFile.Of(file.Path, file.Text))), new BuildOptions()).Diagnostics
            .Where(told => told.Rule == Catalogue.AnchorLost)
            .Select(told => $"{told.Place.Path} {told.Message} | {told.Cure}"),
    ];

    private static (string Path, string Text) About(string target) =>
        SmallSite.Article("about", $"This small site has some pages, and one of them, which a test looks at, is here: [[{target}]].");

    private static string WordPrintOf(string text) => Heed.Text.WordPrint.Of(text);

    private static SourceTree Publish(params (string Path, string Text)[] files)
    {
        var sources = SmallSite.Sources(files);
        var result = SiteBuilder.Build(sources, new BuildOptions { Publish = true, Today = Day });
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error));
        return sources.With([result.Ledger!]);
    }

    private static Built Build(SourceTree sources, params (string Path, string Text)[] over)
    {
        var edited = sources.With(over.Select(file => SourceFile.Of(file.Path, file.Text)));
        var result = SiteBuilder.Build(edited, new BuildOptions());
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.ToString()));
        return new Built(edited, result);
    }

    private sealed record Built(SourceTree Sources, BuildResult Result)
    {
        public string BaseUrl => Result.Publication!.Config.BaseUrl;

        public string Page(string path) => Result.Site!.Find(path)!.Text;
    }
}

/// <summary>Taking files away.</summary>
internal static class SourceTreeWithout
{
    public static SourceTree Without(this SourceTree sources, string path) => SourceTree.Of(sources.Files.Where(file => file.Path != path));
}

using Heed.Cli.Preview;
using Heed.Files;

namespace Heed.Tests.Cli;

public sealed class PagesRulesTests
{
    private static readonly Site Example = new(
        new[] { "index.html", "404.html", "about.html", "ru/index.html", "both.html", "both/index.html", "assets/heed.css", "ru/кі.html" }
            .Select(path => SiteFile.Of(path, path)));

    [Theory]
    [InlineData("/heed/", "index.html")]
    [InlineData("/heed/about.html", "about.html")]
    [InlineData("/heed/about", "about.html")]
    [InlineData("/heed/ru/", "ru/index.html")]
    [InlineData("/heed/both", "both.html")]
    [InlineData("/heed/both/", "both/index.html")]
    [InlineData("/heed/assets/heed.css", "assets/heed.css")]
    [InlineData("/heed/ru/кі", "ru/кі.html")]
    public void A_page_is_found_with_and_without_its_ending(string path, string file)
    {
        var answer = Answer(path);

        Assert.Equal(200, answer.Status);
        Assert.Equal(file, System.Text.Encoding.UTF8.GetString(answer.Body.Span));
    }

    [Theory]
    [InlineData("/heed/About.html")]
    [InlineData("/heed/RU/")]
    [InlineData("/heed/about/")]
    [InlineData("/heed/a/b/c/d")]
    [InlineData("/heed/../about.html")]
    [InlineData("/heed//about.html")]
    [InlineData("/heed/assets/")]
    public void What_is_not_there_gives_the_page_for_that_from_any_depth(string path)
    {
        var answer = Answer(path);

        Assert.Equal(404, answer.Status);
        Assert.Equal("404.html", System.Text.Encoding.UTF8.GetString(answer.Body.Span));
        Assert.True(answer.IsHtml);
    }

    [Theory]
    [InlineData("/heed", "/heed/")]
    [InlineData("/heed/ru", "/heed/ru/")]
    public void A_folder_without_its_slash_is_redirected(string path, string location)
    {
        var answer = Answer(path);

        Assert.Equal(301, answer.Status);
        Assert.Equal(location, answer.Location);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/about.html")]
    [InlineData("/heed2/")]
    public void Outside_of_its_path_the_site_has_no_say(string path)
    {
        var answer = Answer(path);

        Assert.Equal(404, answer.Status);
        Assert.False(answer.IsHtml);
    }

    [Fact]
    public void At_the_root_of_a_host_all_is_the_same()
    {
        Assert.Equal(200, PagesRules.Answer(Find, "/", "/").Status);
        Assert.Equal(200, PagesRules.Answer(Find, "/", "/about").Status);
        Assert.Equal(404, PagesRules.Answer(Find, "/", "//about").Status);
    }

    [Theory]
    [InlineData("/my%20site/", "/my site/about")]
    [InlineData("/%D0%BF%D1%83%D1%82%D1%8C/", "/путь/about")]
    public void A_path_may_have_any_letters(string basePath, string asked)
    {
        Assert.Equal(200, PagesRules.Answer(Find, basePath, asked).Status);
        Assert.Equal(basePath, PagesRules.Answer(Find, basePath, asked[..^"/about".Length]).Location);
    }

    private static PagesAnswer Answer(string path) => PagesRules.Answer(Find, "/heed/", path);

    private static ReadOnlyMemory<byte>? Find(string path) => Example.Find(path)?.Bytes;
}

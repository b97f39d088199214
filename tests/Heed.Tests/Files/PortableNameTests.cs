using Heed.Building;
using Heed.Files;
using Heed.Tests.Support;

namespace Heed.Tests.Files;

public sealed class PortableNameTests
{
    [Theory]
    [InlineData("aux")]
    [InlineData("articles/AUX")]
    [InlineData("con.fusion/x")]
    [InlineData("articles/nul.tar.gz")]
    [InlineData("com1")]
    [InlineData("LPT9.txt")]
    [InlineData("com¹")]
    [InlineData("prn .txt")]
    [InlineData("conin$")]
    [InlineData("a./b")]
    [InlineData("a /b")]
    [InlineData("a.")]
    [InlineData("a?b")]
    [InlineData("a\\b")]
    [InlineData("a\u0001b")]
    public void What_Windows_cannot_have_is_refused(string path) => Assert.NotNull(PortableName.Refusal(path));

    [Theory]
    [InlineData("auxiliary")]
    [InlineData("articles/con-law")]
    [InlineData("com10")]
    [InlineData("a.aux")]
    [InlineData("recommendations/upr-3/139.114")]
    [InlineData("null/printer.md")]
    public void Every_other_name_is_taken(string path) => Assert.Null(PortableName.Refusal(path));

    [Theory]
    [InlineData("content/articles/aux.md", "---\ntitle: a\nsummary: b\n---\n\nText.\n")]
    [InlineData("content/articles/aux.ru.md", "---\ntranslation: human\nreviewed: true\n---\n\nText.\n")]
    [InlineData("content/articles/nul.1.md", "---\ntitle: a\nsummary: b\n---\n\nText.\n")]
    [InlineData("content/decisions/con/a.md", "---\ntitle: a\n---\n")]
    [InlineData("content/vocabulary/themes-more.yml", "prn:\n  label: Printing\n")]
    [InlineData("content/vocabulary/states-more.yml", "CON:\n  label: A State\n")]
    [InlineData("content/vocabulary/groups-more.yml", "aux:\n  label: A group\n")]
    [InlineData("content/vocabulary/bodies-more.yml", "com1:\n  label: A body\n  kind: other\n")]
    [InlineData("content/vocabulary/scales-more.yml", "more:\n  label: A scale\n  levels:\n    - key: nul\n      label: Nothing\n")]
    [InlineData("theme/assets/aux.css", "a {}")]
    [InlineData("theme/assets/what?.png", "a")]
    public void Everything_that_becomes_a_file_is_judged(string path, string text)
    {
        var told = SiteBuilder.Build(SmallSite.Sources((path, text)), new BuildOptions { Today = new DateOnly(2026, 1, 1) }).Diagnostics;

        Assert.Contains(told, diagnostic => diagnostic.Rule.Id == "unportable-name" && diagnostic.Place.Path == path);
    }

    [Fact]
    public void A_language_and_a_retired_address_are_files_too()
    {
        var settings = SmallSite.Sources().Find("site.config.yml")!.Text.Replace("languages: [en]", "languages: [en, aux]", StringComparison.Ordinal);

        Assert.Contains("Windows", Assert.Single(SmallSite.Read(("site.config.yml", settings)).Log.Sorted()).Message, StringComparison.Ordinal);
        Assert.Equal("wrong-value", Assert.Single(SmallSite.Read(("content/retired.yml", "articles/nul:\n  moved_to: articles/about\n")).Log.Sorted()).Rule.Id);
    }
}

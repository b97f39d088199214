using Heed.Building;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Tests.Support;

namespace Heed.Tests.Diagnostics;

/// <summary>Whatever name an author writes with a character that only looks right, the message says which and where.</summary>
public sealed class OddNamesTests
{
    private const string Recommendation = "content/recommendations/upr-3/1.1.md";
    private const string Finding = "content/findings/assembly.md";
    private const string Evaluation = "content/evaluations/watchers.md";
    private const string Decision = "content/decisions/ccpr/ccpr-1-2020.md";
    private const string Sources = "content/vocabulary/sources.yml";
    private const string Settings = "site.config.yml";

    [Theory]
    [InlineData(Recommendation, "themes: [assembly]", "themes: [аssembly]", "Cyrillic а (U+0430) at letter 1")]
    [InlineData(Recommendation, "themes: [assembly]", "themes: [assem\u00ADbly]", "soft hyphen (U+00AD) at letter 6")]
    [InlineData(Recommendation, "themes:", "thеmes:", "Cyrillic е (U+0435) at letter 3")]
    [InlineData(Recommendation, "themes:", "themes\u200B:", "blank of no width (U+200B) at letter 7")]
    [InlineData(Recommendation, "[BBB]", "[ВВВ]", "Cyrillic В (U+0412) at letter 1")]
    [InlineData(Recommendation, "review: upr-3", "review: upr\u20113", "non-breaking hyphen (U+2011) at letter 12")]
    [InlineData(Recommendation, "document: A/HRC/1/1", "document: А/HRC/1/1", "Cyrillic А (U+0410) at letter 1")]
    [InlineData(Recommendation, "position: noted", "position: nоted", "Cyrillic о (U+043E) at letter 2")]
    [InlineData(Recommendation, "priority: false", "priority: fаlse", "Cyrillic а (U+0430) at letter 2")]
    [InlineData(Recommendation, "confidence: high", "confidence: high\u2060", "word joiner (U+2060) at letter 5")]
    [InlineData(Recommendation, "wording: paraphrase", "wording: paraphrasе", "Cyrillic е (U+0435) at letter 10")]
    [InlineData(Recommendation, "describes: one", "describes: оne", "Cyrillic о (U+043E) at letter 1")]
    [InlineData(Recommendation, "  - ref: report\n---", "  - ref: repоrt\n---", "Cyrillic о (U+043E) at letter 4")]
    [InlineData(Recommendation, "Let people", "Let [[articles/аbout]] people", "Cyrillic а (U+0430) at letter 10")]
    [InlineData(Recommendation, "Let people", "Let <https://exa\u00ADmple.org/> people", "soft hyphen (U+00AD) at letter 12")]
    [InlineData(Recommendation, "Let people", "Let [them](https://exаmple.org/) people", "Cyrillic а (U+0430) at letter 11")]
    [InlineData(Finding, "period: \"2020-05\"", "period: \"2О20-05\"", "Cyrillic О (U+041E) at letter 2")]
    [InlineData(Finding, "period: \"2020-05\"", "period: \"2020\u201305\"", "dash (U+2013) at letter 5")]
    [InlineData(Finding, "id: law", "id: lаw", "Cyrillic а (U+0430) at letter 2")]
    [InlineData(Finding, "asserted_by_kind: ingo", "asserted_by_kind: ingо", "Cyrillic о (U+043E) at letter 4")]
    [InlineData(Evaluation, "recommendations/upr-3/1.1", "recommendations/upr-3/1.１", "special １ (U+FF11) at letter 25")]
    [InlineData(Evaluation, "[watchers]", "[watсhers]", "Cyrillic с (U+0441) at letter 4")]
    [InlineData(Evaluation, "scale: two-levels", "scale: two–levels", "dash (U+2013) at letter 4")]
    [InlineData(Evaluation, "level: not-implemented", "level: not-implеmented", "Cyrillic е (U+0435) at letter 9")]
    [InlineData(Evaluation, "evidence_date: \"2021\"", "evidence_date: \"2021\u00A0\"", "non-breaking blank (U+00A0) at letter 5")]
    [InlineData(Decision, "CCPR/C/1/D/1/2020", "ССРR/С/1/D/1/2020", "Cyrillic С (U+0421) at letter 1")]
    [InlineData(Decision, "adopted: \"2021-07-01\"", "adopted: \"2021\u201207\u201201\"", "dash (U+2012) at letter 5")]
    [InlineData(Decision, "body: ccpr", "body: ccрr", "Cyrillic р (U+0440) at letter 3")]
    [InlineData(Decision, "form: views", "form: viеws", "Cyrillic е (U+0435) at letter 3")]
    [InlineData(Sources, "https://example.org/report", "https://exa\u00ADmple.org/report", "soft hyphen (U+00AD) at letter 12")]
    [InlineData(Sources, "https://example.org/report", "https://exаmple.org/report", "Cyrillic а (U+0430) at letter 11")]
    [InlineData(Sources, "https://example.org/report", "https\uFF1A//example.org/report", "special ： (U+FF1A) at letter 6")]
    [InlineData(Sources, "report:", "repоrt:", "Cyrillic о (U+043E) at letter 4")]
    [InlineData(Sources, "kind: state", "kind: stаte", "Cyrillic а (U+0430) at letter 3")]
    [InlineData(Settings, "country: AAA", "country: ААА", "Cyrillic А (U+0410) at letter 1")]
    [InlineData(Settings, "languages: [en]", "languages: [еn]", "Cyrillic е (U+0435) at letter 1")]
    [InlineData(Settings, "base_url: https://example.org/small/", "base_url: https://example.org/small\u200B/", "blank of no width (U+200B) at letter 26")]
    [InlineData(Settings, "default_scale: two-levels", "default_scale: two-lеvels", "Cyrillic е (U+0435) at letter 6")]
    public void The_message_names_it(string path, string sound, string odd, string named)
    {
        var sources = SmallSite.Sources();
        var text = sources.Find(path)!.Text;
        Assert.Contains(sound, text, StringComparison.Ordinal);

        var told = SiteBuilder.Build(sources.With([SourceFile.Of(path, text.Replace(sound, odd, StringComparison.Ordinal))]), new BuildOptions { Today = new DateOnly(2026, 1, 1) })
            .Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Message).ToArray();

        Assert.Contains(told, message => message.Contains(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("content/articles/аbout-us.md", "Cyrillic а (U+0430) at letter 10")]
    [InlineData("content/аrticles/us.md", "Cyrillic а (U+0430) at letter 1")]
    [InlineData("content/articles/us\u200B.md", "blank of no width (U+200B) at letter 12")]
    [InlineData("content/articles/us\u001B[31m.md", "escape sign (U+001B) at letter 12")]
    [InlineData("content/articles/u\u202Esu.md", "sign that turns the direction (U+202E) at letter 11")]
    [InlineData("content/vocabulary/stаtes.yml", "Cyrillic а (U+0430) at letter 3")]
    public void So_does_the_message_on_a_file_name(string path, string named)
    {
        var (_, log) = SmallSite.Read((path, "---\ntitle: Us\nsummary: Us.\n---\n\nUs.\n"));

        Assert.Contains(log.Sorted(), diagnostic => diagnostic.Severity == Severity.Error && diagnostic.Message.Contains(named, StringComparison.Ordinal));
    }
}

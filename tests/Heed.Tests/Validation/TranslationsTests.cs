using Heed.Model;
using Heed.Tests.Support;

namespace Heed.Tests.Validation;

/// <summary>Of the finding on assembly, which has two statements, in Russian.</summary>
public sealed class TranslationsTests
{
    private const string Both = "  - id: law\n    text: Закон вступил в силу.\n  - id: arrests\n    text: Задержания.\n";

    private static readonly (string Path, string Text) Settings = Judged.With("site.config.yml", "languages: [en]", "languages: [en, ru]");

    private static readonly string Hash = EntryTexts.Of(SmallSite.ReadSound().Findings[0]).Hash();

    [Fact]
    public void A_translation_of_every_part_is_sound() => Assert.Equal([], Of($"original: \"{Hash}\"\nstatements:\n{Both}"));

    [Fact]
    public void A_part_of_no_original_is_an_error_while_the_translation_is_up_to_date() => Assert.Equal(
        ["dangling-reference: the original findings/assembly has no part \"arrest\"; did you mean \"arrests\"?"],
        Of($"original: \"{Hash}\"\nstatements:\n{Both}  - id: arrest\n    text: Арест.\n"));

    [Theory]
    [InlineData("original: \"0123456789abcdef\"\n", "findings/assembly has changed since it was translated")]
    [InlineData("", "the translation does not say which words of findings/assembly it translates, so nobody is told when they change")]
    public void Of_a_translation_that_lags_it_is_a_warning(string original, string told) => Assert.Equal(
        new[] { "translation-behind: the original findings/assembly has no part \"arrest\"; did you mean \"arrests\"?", $"translation-outdated: {told}" },
        Of($"{original}statements:\n{Both}  - id: arrest\n    text: Арест.\n").Order(StringComparer.Ordinal));

    [Fact]
    public void Parts_that_are_wanting_are_counted_and_named()
    {
        Assert.Equal(
            ["translation-behind: the translation lacks 1 of 2 parts of findings/assembly: arrests"],
            Of($"original: \"{Hash}\"\nstatements:\n{Both[..Both.IndexOf("  - id: arrests", StringComparison.Ordinal)]}"));
        Assert.Equal(
            ["translation-behind: the translation lacks 2 of 2 parts of findings/assembly: law, arrests"],
            Of($"original: \"{Hash}\"\n"));
    }

    [Fact]
    public void A_list_that_is_longer_or_shorter_is_told()
    {
        const string path = "content/findings/assembly.md";
        var original = Judged.With(path, "    text: A law came into force.\n    period: \"2020-05\"\n    asserted_by: The Watchers\n    asserted_by_kind: ingo\n    confidence: high\n    sources:\n      - ref: report\n  - id: arrests", """
                text: A law came into force.
                figures:
                  - value: "1"
                    unit: person
                  - value: "2"
                    unit: pickets
                period: "2020-05"
                asserted_by: The Watchers
                asserted_by_kind: ingo
                confidence: high
                sources:
                  - ref: report
              - id: arrests
            """);
        var hash = EntryTexts.Of(SmallSite.ReadSound(original).Findings[0]).Hash();
        string[] With(string figures) => Of($"original: \"{hash}\"\nstatements:\n{Both.Replace("    text: Закон вступил в силу.\n", $"    text: Закон вступил в силу.\n{figures}", StringComparison.Ordinal)}", original);

        Assert.Equal([], With("    figures:\n      - unit: человек\n      - unit: пикета\n"));
        Assert.Equal([], With(""));
        Assert.Equal(["translation-behind: \"law\" has 2 figures in the original and 1 in the translation"], With("    figures:\n      - unit: человек\n"));
        Assert.Equal(["translation-behind: \"law\" has 2 figures in the original and 3 in the translation"], With("    figures:\n      - unit: человек\n      - unit: пикета\n      - unit: лишнее\n"));
    }

    [Fact]
    public void A_language_that_the_site_has_not_is_told_and_nothing_else_of_it() => Assert.Equal(
        ["wrong-value: the page is a translation into \"fr\", and the site has the languages en, ru"],
        Judged.Of(Settings, ("content/findings/assembly.fr.md", "---\ntitle: Réunion\ntranslation: human\nreviewed: true\n---\n\nUn essai.\n")));

    private static string[] Of(string lines, params (string, string)[] more) =>
        Judged.Of([Settings, .. more, ("content/findings/assembly.ru.md", $"---\ntitle: Собрания\ntranslation: human\nreviewed: true\n{lines}---\n\nПример.\n")]);
}

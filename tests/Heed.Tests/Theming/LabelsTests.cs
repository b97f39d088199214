using System.Text.RegularExpressions;
using Heed.Configuration;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Tests.Support;
using Heed.Theming;

namespace Heed.Tests.Theming;

/// <summary>The words of the site, in each language.</summary>
public sealed partial class LabelsTests
{
    private static readonly SiteConfig Config = new() { Languages = ["en", "ru", "kk"] };

    [Fact]
    public void All_languages_have_the_same_labels_with_the_same_places()
    {
        var log = new DiagnosticLog();
        ThemeReader.Read(SourceTree.Of([]), Config, log);

        Assert.Empty(log.Sorted().Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void Every_label_that_is_asked_for_exists_and_every_label_is_asked_for()
    {
        var labels = Theme().LabelsIn("en");
        var (whole, beginnings) = Asked();

        Assert.Equal("", string.Join(", ", whole.Where(key => labels.Find(key) is null)));
        Assert.Equal("", string.Join(", ", labels.Keys.Where(key => !whole.Contains(key) && !beginnings.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal)))));
    }

    [Fact]
    public void A_knowledge_base_may_word_a_label_otherwise()
    {
        var log = new DiagnosticLog();
        var theme = ThemeReader.Read(SourceTree.Of([SourceFile.Of("theme/translations/ru.yml", "nav.home: \"В начало\"\n")]), Config, log);

        Assert.Equal("В начало", theme.LabelsIn("ru").Say("nav.home"));
        Assert.Equal("Home", theme.LabelsIn("en").Say("nav.home"));
        Assert.Empty(log.Sorted());
    }

    [Fact]
    public void A_language_without_words_is_told()
    {
        var log = new DiagnosticLog();
        var theme = ThemeReader.Read(SourceTree.Of([]), new SiteConfig { Languages = ["en", "fr"] }, log);

        Assert.Equal(Catalogue.MissingLabel, Assert.Single(log.Sorted()).Rule);
        Assert.Equal("Home", theme.LabelsIn("fr").Say("nav.home"));
    }

    [Fact]
    public void A_label_with_other_places_or_forms_is_told()
    {
        var log = new DiagnosticLog();
        ThemeReader.Read(SourceTree.Of([SourceFile.Of("theme/translations/ru.yml", "date.circa: \"около {1}\"\nreview.coverage.singles:\n  one: \"{0}\"\n  other: \"{0}\"\n")]), Config, log);

        Assert.Equal(3, log.Sorted().Length);
        Assert.All(log.Sorted(), diagnostic => Assert.Equal(Catalogue.MissingLabel, diagnostic.Rule), throwIfEmpty: true);
    }

    private static Theme Theme() => ThemeReader.Read(SourceTree.Of([]), Config, new DiagnosticLog());

    /// <summary>The labels that templates and code name: whole, or by how they begin where the rest is a number or a key.</summary>
    private static (HashSet<string> Whole, HashSet<string> Beginnings) Asked()
    {
        var whole = new HashSet<string>(StringComparer.Ordinal);
        var beginnings = new HashSet<string>(StringComparer.Ordinal);
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "theme", "templates"), "*.sbn-html", SearchOption.AllDirectories)
            .Concat(new[] { "Rendering", "Exporting" }.SelectMany(room =>
                Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Heed", room), "*.cs", SearchOption.AllDirectories)));
        foreach (var match in sources.SelectMany(file => Ask().Matches(File.ReadAllText(file))))
        {
            (match.Groups["rest"].Value == "{" ? beginnings : whole).Add(match.Groups["key"].Value);
        }

        return (whole, beginnings);
    }

    [GeneratedRegex("""(label |Say\(|SayHtml\(|Said\(|Around\(|Labels\.Find\()\s*\$?"(?<key>[a-z0-9_.-]+)(?<rest>["{])""", RegexOptions.CultureInvariant)]
    private static partial Regex Ask();
}

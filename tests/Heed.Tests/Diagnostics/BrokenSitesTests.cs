using System.Collections.Immutable;
using System.Globalization;
using Heed.Building;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Model;
using Heed.Tests.Support;

namespace Heed.Tests.Diagnostics;

/// <summary>
/// For every rule of the catalogue, <c>tests/broken/&lt;id&gt;/</c> holds the smallest site that provokes it and the words that an author
/// then reads. The case's files are laid over the sound site in <c>_base</c>; <c>removed.txt</c> names files of that site to take away,
/// and <c>level-changes.txt</c> tells what a version history would.
/// </summary>
/// <remarks>With HEED_ACCEPT=1 in the environment the expected words are rewritten. Read them before you commit them.</remarks>
public sealed class BrokenSitesTests
{
    private const string Base = "_base";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "broken");

    public static TheoryData<string> Rules => [.. Catalogue.All.Select(rule => rule.Id)];

    [Fact]
    public void The_site_below_every_case_is_sound() => Assert.Equal("", Told(Base));

    [Theory]
    [MemberData(nameof(Rules))]
    public void An_author_is_told_where_and_how_to_mend_it(string rule)
    {
        Assert.True(Directory.Exists(Path.Combine(Folder, rule)), $"tests/broken/{rule}/ is missing: add the smallest site that provokes the rule, and expected.txt.");

        var told = Told(rule);
        var expected = Path.Combine(Folder, rule, "expected.txt");
        if (Environment.GetEnvironmentVariable("HEED_ACCEPT") == "1")
        {
            File.WriteAllText(expected, told);
        }

        Assert.Equal(File.ReadAllText(expected).ReplaceLineEndings("\n"), told);
        Assert.Contains($" {rule}: ", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_case_is_of_a_rule() =>
        Assert.Empty(Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Except([Base, .. Catalogue.All.Select(rule => rule.Id)]));

    /// <summary>What a version history would tell: each line a path, a day, a level and the next.</summary>
    private static Dictionary<string, ImmutableArray<LevelChange>> LevelChanges(string file) => File.Exists(file)
        ? File.ReadLines(file).Select(line => line.Split(' ')).GroupBy(words => words[0]).ToDictionary(
            group => group.Key,
            group => group.Select(words => new LevelChange(DateOnly.Parse(words[1], CultureInfo.InvariantCulture), words[2], words[3])).ToImmutableArray())
        : [];

    private static string Told(string name)
    {
        var folder = Path.Combine(Folder, name);
        var removed = Path.Combine(folder, "removed.txt");
        var gone = File.Exists(removed) ? File.ReadAllLines(removed) : [];
        var sources = SourceTree
            .Of(Repository.Sources(Path.Combine(Folder, Base)).Files.Where(file => !gone.Contains(file.Path)))
            .With(Repository.Sources(folder).Files);

        var options = new BuildOptions { Today = new DateOnly(2026, 1, 1), LevelChanges = LevelChanges(Path.Combine(folder, "level-changes.txt")) };
        return string.Concat(SiteBuilder.Build(sources, options).Diagnostics.Select(diagnostic => diagnostic + "\n"));
    }
}

using Heed.Configuration;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Tests.Support;

namespace Heed.Tests.Configuration;

public sealed class SiteConfigReaderTests
{
    [Fact]
    public void Without_a_budget_home_and_entries_are_limited_and_lists_are_not() =>
        Assert.Equal(new WeightBudget(60, 32, 0, null), Read("").Config.WeightBudget);

    [Fact]
    public void A_budget_says_what_it_changes() =>
        Assert.Equal(new WeightBudget(60, 20, 100, null), Read("weight_budget:\n  entry: 20\n  other: 100\n").Config.WeightBudget);

    [Theory]
    [InlineData("", 500, 60)]
    [InlineData("", 3_000, 60)]
    [InlineData("", 16_500, 105)]
    [InlineData("", 30_000, 150)]
    [InlineData("", 90_000, 150)]
    [InlineData("weight_budget:\n  search: 40\n", 90_000, 40)]
    [InlineData("weight_budget:\n  search: 0\n", 90_000, 0)]
    public void What_a_first_search_may_weigh_grows_with_the_pages_unless_it_is_set(string settings, int pages, int kilobytes) =>
        Assert.Equal(kilobytes, Read(settings).Config.WeightBudget.OfSearch(pages));

    [Theory]
    [InlineData("weight_budget:\n  hom: 20\n", "unknown-key")]
    [InlineData("weight_budget:\n  home: light\n", "wrong-value")]
    [InlineData("weight_budget: 20\n", "wrong-type")]
    public void What_is_no_budget_is_told(string written, string rule) => Assert.Equal([rule], Read(written).Told);

    [Theory]
    [InlineData("signing_key: \"\"\n")]
    [InlineData("signing_key:\n")]
    [InlineData("")]
    public void Without_a_key_releases_are_not_signed(string written)
    {
        Assert.Null(Read(written).Config.SigningKey);
        Assert.Empty(Read(written).Told);
    }

    [Fact]
    public void A_key_is_read_and_what_is_none_is_told()
    {
        Assert.Equal("SHA256:/DQfRFdn+lv22+OJUufSBTBvqiFaEaRK3DjLe4GtVuk", Read("signing_key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINDHjBZDjwHGyYOgX5iXnlS7i7IJtlpAvjo5ChbZ9J1h the editors\n").Config.SigningKey?.Fingerprint);
        Assert.Equal(["wrong-value"], Read("signing_key: mine\n").Told);
        Assert.Equal(["wrong-value"], Read("signing_key: |\n  -----BEGIN OPENSSH PRIVATE KEY-----\n  b3BlbnNzaA==\n").Told);
    }

    [Fact]
    public void Every_setting_stands_in_the_settings_of_both_knowledge_bases_which_are_its_reference()
    {
        var log = new DiagnosticLog();
        foreach (var folder in (string[])[Repository.Root, Path.Combine(Repository.Root, "src", "Heed.Cli", "Scaffold", "site")])
        {
            var text = File.ReadAllText(Path.Combine(folder, SiteConfigReader.Path));
            SiteConfigReader.Read(SourceTree.Of([SourceFile.Of(SiteConfigReader.Path, text)]), null, log);
            foreach (var key in (string[])["privacy_page:", "signing_key:", "weight_budget:", "  home:", "  entry:", "  other:"])
            {
                Assert.Contains("\n" + key, text, StringComparison.Ordinal);
            }
        }

        Assert.Empty(log.Sorted());
    }

    private static (SiteConfig Config, string[] Told) Read(string more)
    {
        var log = new DiagnosticLog();
        var text = "title: Small\nlanguages: [en]\nbase_url: https://example.org/\ncountry: KAZ\n" + more;
        var config = SiteConfigReader.Read(SourceTree.Of([SourceFile.Of(SiteConfigReader.Path, text)]), null, log);
        return (config, [.. log.Sorted().Select(diagnostic => diagnostic.Rule.Id)]);
    }
}

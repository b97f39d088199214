using System.Reflection;
using Heed.Configuration;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Tests.Support;
using Heed.Theming;

namespace Heed.Tests.Theming;

/// <summary>The theme's reference is what the code says.</summary>
public sealed class ThemeReferenceTests
{
    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "theme", "README.md");

    [Fact]
    public void It_is_up_to_date()
    {
        var expected = ThemeReference.Write();
        if (Environment.GetEnvironmentVariable("HEED_ACCEPT") == "1")
        {
            File.WriteAllText(Path, expected);
        }

        Assert.True(expected == File.ReadAllText(Path), "theme/README.md is behind the view records: run this test with HEED_ACCEPT=1, read what changed, and commit it.");
    }

    [Fact]
    public void Every_variable_has_its_sentence() => Assert.Empty(ThemeReference.Undocumented());

    [Fact]
    public void Every_view_has_its_template_and_every_template_its_view()
    {
        var theme = ThemeReader.Read(SourceTree.Of([]), new SiteConfig(), new DiagnosticLog());
        var named = typeof(TemplateAttribute).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<TemplateAttribute>()?.Name)
            .OfType<string>()
            .Order(StringComparer.Ordinal);

        Assert.Equal(named, theme.TemplateNames);
    }
}

using System.IO.Compression;
using System.Text;
using Heed.Building;
using Heed.Exporting;

namespace Heed.Tests.Exporting;

/// <summary>The site as one archive.</summary>
public sealed class SiteArchiveTests
{
    private static readonly BuildOptions Dated = new() { Dated = new DateOnly(2026, 3, 1) };

    [Fact]
    public void Every_file_of_the_site_is_below_one_folder_as_it_is()
    {
        var publication = Published.Small();

        var packed = Published.Unpack(SiteArchive.Pack(publication)).ToDictionary(file => file.Path, file => file.Text);

        Assert.All(packed.Keys, path => Assert.StartsWith("heed-northland/", path, StringComparison.Ordinal), throwIfEmpty: true);
        Assert.All(publication.Site.Files, file => Assert.Equal(file.Text, packed["heed-northland/" + file.Path]), throwIfEmpty: true);
        Assert.Equal(publication.Site.Count + 1, packed.Count);
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes_whatever_the_day()
    {
        var one = SiteArchive.Pack(Published.Small(Dated with { Today = new DateOnly(2026, 3, 2) }));
        var two = SiteArchive.Pack(Published.Small(Dated with { Today = new DateOnly(2027, 4, 5) }));

        Assert.Equal(one, two);
    }

    [Fact]
    public void Files_bear_the_day_of_the_version_and_else_the_first_day_that_the_format_knows()
    {
        Assert.All(Entries(SiteArchive.Pack(Published.Small(Dated))), entry => Assert.Equal(new DateTime(2026, 3, 1), entry.LastWriteTime.DateTime), throwIfEmpty: true);
        Assert.All(Entries(SiteArchive.Pack(Published.Small())), entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime), throwIfEmpty: true);
    }

    [Fact]
    public void The_version_is_dated_by_the_last_change_to_the_content_and_not_by_one_to_the_settings()
    {
        var changes = new Dictionary<string, DateOnly>
        {
            ["content/articles/about.md"] = new(2025, 5, 4),
            ["content/findings/assembly.md"] = new(2024, 1, 2),
            ["site.config.yml"] = new(2026, 7, 8),
        };

        Assert.Equal(new DateOnly(2025, 5, 4), Published.Small(new BuildOptions { LastChanged = changes }).Dated);
        Assert.Equal(new DateOnly(2026, 3, 1), Published.Small(Dated with { LastChanged = changes }).Dated);
        Assert.Null(Published.Small().Dated);
    }

    [Fact]
    public void Windows_Notepad_can_read_the_readme()
    {
        var bytes = Readme(Published.Small());

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\t', text);
        Assert.All(text.Split("\r\n"), line => Assert.True(line.Length <= 80 || !line.Trim().Contains(' ', StringComparison.Ordinal), line), throwIfEmpty: true);
    }

    [Fact]
    public void The_readme_says_in_each_language_what_this_is_how_to_open_it_and_where_it_stands()
    {
        var text = Encoding.UTF8.GetString(Readme(Published.Small(Dated))).Replace("\r\n", "\n", StringComparison.Ordinal);

        Assert.Contains("Heed: Northland\n===============\n\nWhat was asked.\n", text, StringComparison.Ordinal);
        Assert.Contains("Heed: Северия\n", text, StringComparison.Ordinal);
        Assert.Contains("Heed: Солтүстік\n", text, StringComparison.Ordinal);
        Assert.Equal(3, Count(text, "index.html file") + Count(text, "файлу index.html") + Count(text, "index.html файлын") + Count(text, "double-click index.html"));
        Assert.Equal(3, Count(text, " - Windows: "));
        Assert.Equal(3, Count(text, " - Android: "));
        Assert.Contains("https://heed.example/kb/\n", text, StringComparison.Ordinal);
        Assert.Contains("https://heed.example/kb/ru/index.html\n", text, StringComparison.Ordinal);
        Assert.Equal(3, Count(text, "https://creativecommons.org/licenses/by/4.0/"));
        Assert.Contains("Version of 1 March 2026\n", text, StringComparison.Ordinal);
        Assert.Contains("Версия от 1 марта 2026\u00a0г.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_day_of_the_version_is_not_known_the_readme_names_none() =>
        Assert.DoesNotContain("Version of", Encoding.UTF8.GetString(Readme(Published.Small())), StringComparison.Ordinal);

    private static int Count(string text, string words) => text.Split(words).Length - 1;

    private static System.Collections.ObjectModel.ReadOnlyCollection<ZipArchiveEntry> Entries(byte[] archive) => new ZipArchive(new MemoryStream(archive)).Entries;

    private static byte[] Readme(Publication publication)
    {
        using var bytes = new MemoryStream();
        using var readme = Entries(SiteArchive.Pack(publication)).Single(entry => entry.FullName == "heed-northland/README.txt").Open();
        readme.CopyTo(bytes);
        return bytes.ToArray();
    }
}

using System.IO.Compression;
using System.Text;
using Heed.Building;
using Heed.Exporting;
using Heed.Files;
using Heed.Tests.Support;

namespace Heed.Tests.Exporting;

/// <summary>Knowledge bases, built, and what is in the archives that are made of them.</summary>
internal static class Published
{
    private static readonly Lazy<Publication> RealOne = new(() => Build(new BuildOptions { Dated = new DateOnly(2026, 11, 24) }, Repository.Sources(Repository.Root)));

    /// <summary>The repository's own knowledge base, built once.</summary>
    public static Publication Real => RealOne.Value;

    /// <summary>The little knowledge base in three languages, with files of a test laid over it.</summary>
    public static Publication Small(BuildOptions options, params (string Path, string Text)[] over) =>
        Build(options, SmallSite.Sources([("site.config.yml", Settings), .. over]));

    public static Publication Small(params (string Path, string Text)[] over) => Small(new BuildOptions(), over);

    /// <summary>The same with another text in the main part of one page of the content's own language.</summary>
    public static Publication WithMain(this Publication publication, string address, string main) => publication with
    {
        Pages =
        [
            .. publication.Pages.Select(page => page.Address == address && page.Language == publication.Config.DefaultLanguage
                ? page with { File = SiteFile.Of(page.File.Path, $"<!doctype html><html lang=\"en\"><title>T</title><body><main id=\"main\">{main}</main>") }
                : page),
        ],
    };

    /// <summary>The files of an archive in the order in which they stand.</summary>
    public static IReadOnlyList<(string Path, string Text)> Unpack(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return [.. zip.Entries.Select(entry => (entry.FullName, Read(entry)))];
    }

    private const string Settings = """
        title: {en: "Heed: Northland", ru: "Heed: Северия", kk: "Heed: Солтүстік"}
        description: {en: "What was asked.", ru: "Что рекомендовано.", kk: "Не ұсынылды."}
        languages: [en, ru, kk]
        default_language: en
        base_url: https://heed.example/kb/
        country: AAA
        default_scale: two-levels
        licence: CC BY 4.0
        licence_url: https://creativecommons.org/licenses/by/4.0/
        contact: ""
        repository: ""
        """;

    private static Publication Build(BuildOptions options, SourceTree sources)
    {
        var result = SiteBuilder.Build(sources, options);
        Assert.True(result.Publication is not null, string.Join('\n', result.Diagnostics));
        return result.Publication;
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        return reader.ReadToEnd();
    }
}

using Heed.Configuration;
using Heed.Text;

namespace Heed.Exporting;

/// <summary>What exported files are called when nobody says.</summary>
public static class ExportNames
{
    // With a theme's key and a language behind it, still a name that any disk takes.
    private const int Longest = 60;

    /// <summary>The English title as a part of a path: <c>heed-kazakhstan</c>.</summary>
    /// <remarks>English, so that the name survives programs that know no other letters.</remarks>
    public static string Stem(SiteConfig config)
    {
        var stem = Slug.Of(config.Title.In("en"));
        return stem.Length <= Longest ? stem : stem[..Longest].TrimEnd('-');
    }

    /// <summary><c>heed-kazakhstan.zip</c>.</summary>
    public static string Archive(SiteConfig config) => $"{Stem(config)}.zip";

    /// <summary><c>heed-kazakhstan-ru.epub</c>, or of one theme <c>heed-kazakhstan-torture-ru.epub</c>.</summary>
    public static string Book(SiteConfig config, string language, string? theme) =>
        theme is null ? $"{Stem(config)}-{language}.epub" : $"{Stem(config)}-{theme}-{language}.epub";

    /// <summary><c>heed-kazakhstan-torture-ru.html</c>.</summary>
    public static string Briefing(SiteConfig config, string language, string theme) => $"{Stem(config)}-{theme}-{language}.html";
}

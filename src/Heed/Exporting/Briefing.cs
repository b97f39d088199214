using Heed.Diagnostics;
using Heed.Files;
using Heed.Text;

namespace Heed.Exporting;

/// <summary>The page of a theme as one file that can be printed, or sent by mail and opened anywhere.</summary>
public static class Briefing
{
    private const string OwnStyle = "theme/export/briefing.css";

    /// <summary>Writes the file: the built page of the theme, links leading to the permanent addresses.</summary>
    /// <param name="publication">What was built.</param>
    /// <param name="theme">A key of the vocabulary.</param>
    /// <param name="language">A language of the site.</param>
    /// <param name="log">Told when the template cannot be filled.</param>
    /// <exception cref="ArgumentException">There is no such theme or language.</exception>
    public static SiteFile Write(Publication publication, string theme, string language, DiagnosticLog log) =>
        Write(publication, publication.PageOfTheme(theme, language), log);

    internal static SiteFile Write(Publication publication, BuiltPage page, DiagnosticLog log)
    {
        var extract = PageExtract.Of(publication, page);
        extract.KeepPictures();
        extract.Relink((path, fragment) => path == page.File.Path && extract.Ids.Contains(fragment) ? "#" + fragment : null);

        var config = publication.Config;
        var style = StyleOf(publication);
        var view = new BriefingView(
            page.Language,
            page.Title,
            config.Title.In(page.Language),
            PolicyOf(style),
            style.Text,
            publication.DatedInWords(page.Language),
            publication.Permanent(page.File.Path),
            extract.Main.QuerySelector(".permalink") is not null,
            new Html(extract.Main.InnerHtml.Trim()),
            config.Licence,
            config.LicenceUrl);
        return SiteFile.Of(page.File.Path, publication.Theme.Fill(view, publication.Theme.LabelsIn(page.Language), log).Markup);
    }

    /// <summary>The site's own style sheet and the few rules for this file.</summary>
    private static InlineStyle StyleOf(Publication publication) =>
        InlineStyle.Of($"\n{publication.Theme.AssetText("assets/heed.css")}\n{publication.Theme.Text(OwnStyle)}");

    /// <summary>No script, no request, no form; the style by its hash, as a style inside a page is refused otherwise.</summary>
    private static string PolicyOf(InlineStyle style) =>
        $"default-src 'none'; style-src '{style.Hash}'; img-src data:; base-uri 'none'; form-action 'none'";
}

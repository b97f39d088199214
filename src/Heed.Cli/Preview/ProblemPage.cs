using System.Text;
using Heed.Cli.Reporting;
using Heed.Diagnostics;
using Heed.Text;

namespace Heed.Cli.Preview;

/// <summary>The page that stands in for every page while there are errors.</summary>
internal static class ProblemPage
{
    /// <summary>The page for a moment without a site.</summary>
    /// <param name="now">What is known.</param>
    /// <param name="lastGood">Where the last good site is shown.</param>
    public static string Of(PreviewMoment now, string lastGood)
    {
        var page = new StringBuilder();
        var title = now.IsBuilt ? DiagnosticText.Count(now.Diagnostics) : "Building";
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<title>").Append(Html.Escape(title)).Append("</title>\n")
            .Append("<link rel=\"stylesheet\" href=\"/_heed/preview.css\">\n</head>\n<body>\n<main>\n")
            .Append("<h1>").Append(Html.Escape(title)).Append("</h1>\n");

        if (!now.IsBuilt)
        {
            page.Append("<p>The site is being built; this page changes by itself when it is ready.</p>\n");
        }
        else if (now.LastGood is not null)
        {
            page.Append("<p>Mend and save: this page changes by itself. <a href=\"").Append(lastGood).Append("\">The last good site</a> is still there.</p>\n");
        }

        var (told, more) = FirstOfEachRule.Of(now.Diagnostics.Where(diagnostic => diagnostic.Severity != Severity.Note));
        foreach (var diagnostic in told)
        {
            Append(page, diagnostic, now);
        }

        foreach (var (rule, count) in more)
        {
            page.Append("<p>").Append(Html.Escape(FirstOfEachRule.Sentence(rule, count))).Append("</p>\n");
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder page, Diagnostic diagnostic, PreviewMoment now)
    {
        var place = diagnostic.Place;
        page.Append("<section class=\"").Append(diagnostic.Rule.SeverityWord).Append("\">\n<h2>")
            .Append(Html.Escape($"{diagnostic.Rule.SeverityWord} {diagnostic.Rule.Id}")).Append("</h2>\n<p><code>")
            .Append(Html.Escape(OddCharacters.Shown(place.ToString()))).Append("</code></p>\n<p>")
            .Append(Html.Escape(diagnostic.Message)).Append("</p>\n");

        if (place.Line > 0 && now.Sources.Find(place.Path)?.Text.Split('\n').ElementAtOrDefault(place.Line - 1) is { } written)
        {
            var line = OddCharacters.Boxed(written);
            var column = Math.Clamp(place.Column - 1, 0, line.Length);
            page.Append("<pre>").Append(Html.Escape(line[..column])).Append("<mark>")
                .Append(Html.Escape(line[column..])).Append("</mark></pre>\n");
        }

        page.Append("<p class=\"cure\">").Append(Html.Escape(diagnostic.Cure)).Append("</p>\n</section>\n");
    }
}

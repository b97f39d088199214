using System.Text.RegularExpressions;
using Heed.Diagnostics;
using Heed.Files;

namespace Heed.Checking;

/// <summary>Judges what a style sheet would load.</summary>
internal static partial class StyleChecker
{
    /// <summary>Reports addresses outside the site.</summary>
    public static void Check(SiteFile style, DiagnosticLog log)
    {
        var text = Comment().Replace(style.Text, "");
        foreach (Match match in Loaded().Matches(text))
        {
            var address = match.Groups["address"].Value;
            if (SiteAddress.LeavesSite(address))
            {
                log.Report(Catalogue.ForeignRequest, new Place(style.Path), $"the style sheet would load {address}", "Leave it out, or serve it from the site itself.");
            }
        }
    }

    [GeneratedRegex(@"(url\(\s*|@import\s+)[""']?(?<address>[^""')\s]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Loaded();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}

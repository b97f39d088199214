using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Heed.Theming;

namespace Heed.Exporting;

/// <summary>The style sheet of a book: its own rules, and the site's for what is drawn.</summary>
internal static partial class BookStyle
{
    private const string Own = "theme/export/book.css";
    private const string Tokens = "theme/assets/css/01-tokens.css";

    // What is drawn; in a theme without one of the files there is nothing of the kind to draw.
    private static readonly ImmutableArray<string> Pictures = ["theme/assets/css/09-charts.css", "theme/assets/css/09-pictures.css"];

    /// <summary>Joins both. Old reading devices know no variables, and would draw every part of a chart black, so each is replaced by its first value.</summary>
    public static string Of(Theme theme)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match token in Declaration().Matches(theme.Text(Tokens) ?? ""))
        {
            // The first one is of the light colours: paper, electronic or not.
            values.TryAdd(token.Groups["name"].Value, token.Groups["value"].Value);
        }

        return Variable().Replace(string.Join('\n', Pictures.Prepend(Own).Select(theme.Text)), use => values.GetValueOrDefault(use.Groups["name"].Value, "initial"));
    }

    [GeneratedRegex(@"^\s*(?<name>--[a-z0-9-]+):\s*(?<value>[^;{}]+);", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"var\((?<name>--[a-z0-9-]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}

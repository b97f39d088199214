using System.Text.RegularExpressions;

namespace Heed.Text;

/// <summary>Texts that are shown as they are typed.</summary>
public static partial class PlainText
{
    /// <summary>The first thing in the text that is written as a link, <c>[[name]]</c> or <c>[words](address)</c>; null when there is none.</summary>
    public static string? LinkIn(string text) => Link().Match(text) is { Success: true } link ? link.Value : null;

    [GeneratedRegex(@"\[\[[^\[\]]+\]\]|\[[^\[\]]*\]\([^()\s]+\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}

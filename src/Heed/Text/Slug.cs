using System.Globalization;
using System.Text;

namespace Heed.Text;

/// <summary>Turns words into the last part of an address or an anchor, keeping letters of every script.</summary>
public static class Slug
{
    /// <summary>Lower-case letters and digits of any script, joined by single hyphens; never empty (<c>section</c> when nothing is left).</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);

        // Half a surrogate pair, which cannot be normalised, becomes the replacement character on the way through runes.
        foreach (var rune in string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
            {
                slug.Append(Rune.ToLowerInvariant(rune));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var trimmed = slug.ToString().TrimEnd('-');
        return trimmed.Length == 0 ? "section" : trimmed;
    }
}

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
        foreach (var character in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                slug.Append(char.ToLowerInvariant(character));
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

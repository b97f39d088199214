using System.Globalization;
using System.Text;

namespace Heed.Text;

/// <summary>Turns words into the last part of an address or an anchor, keeping letters of every script.</summary>
public static class Slug
{
    /// <summary>Lower-case letters and digits of any script, joined by single hyphens; never empty (<c>section</c> when nothing is left).</summary>
    /// <remarks>
    /// What is not seen is no part of an address, nor is how a letter was typed: a soft hyphen, an accent apart from its letter, a
    /// ligature, a full-width form, a letter of another script that looks the same give the address that the plain word gives.
    /// </remarks>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);

        foreach (var rune in Characters.Normalise(Seen(text), NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                Append(slug, rune);
            }
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
            {
                slug.Append(rune);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var words = slug.ToString().TrimEnd('-').Split('-').Select(word => LookAlikes.InOneScript(word).ToLowerInvariant());
        return slug.Length == 0 ? "section" : string.Join('-', words).Normalize(NormalizationForm.FormC);
    }

    private static string Seen(string text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || !Characters.IsInvisible((char)rune.Value))
                seen.Append(rune);
        }

        return seen.ToString();
    }

    /// <summary>Compatible forms of letters as the letters: ﬃ as ffi. Signs stay what they were, so that № is none.</summary>
    private static void Append(StringBuilder slug, Rune letter)
    {
        foreach (var rune in letter.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
                slug.Append(Rune.ToLowerInvariant(rune));
        }
    }
}

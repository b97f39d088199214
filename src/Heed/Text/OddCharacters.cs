using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Heed.Text;

/// <summary>Names the character that makes a name look right and be wrong: <c>a Cyrillic е (U+0435) at letter 15</c>.</summary>
/// <remarks>A person sees no difference, so a message that only repeats the name, or offers one that looks the same, helps nobody.</remarks>
public static partial class OddCharacters
{
    /// <summary>The first odd character of a name and where it stands, or null when there is none.</summary>
    /// <param name="name">A key, id, date, number or address.</param>
    public static string? In(string name) => PlaceIn(name) is >= 0 and var at ? $"{Name(name, at)} at letter {(at + 1).ToString(CultureInfo.InvariantCulture)}" : null;

    /// <summary>Whether an address of the web has a character that nobody means in one: unseen, or a letter in the name of its host that only looks like another.</summary>
    public static bool AreInAddress(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0;
        var end = address.AsSpan(start).IndexOfAny('/', '?', '#') is var length and >= 0 ? start + length : address.Length;
        return Shown(address) != address || address.Any(unit => unit != ' ' && Characters.IsBlank(unit)) || In(address[start..end]) is not null;
    }

    /// <summary>What to say of a word that is not known, when one that is known looks the same; nothing when none does.</summary>
    internal static string? Alike(string word, IEnumerable<string> known)
    {
        var looks = Looks(word);
        foreach (var candidate in known.Where(candidate => candidate != word && !(Ascii.IsValid(candidate) && Ascii.IsValid(word)) && Looks(candidate) == looks).Order(StringComparer.Ordinal))
        {
            if (In(word) is { } odd)
                return $"; it has {odd}; did you mean \"{candidate}\"?";

            if (In(candidate) is { } other)
                return $"; did you mean \"{candidate}\", which has {other}?";
        }

        return null;
    }

    /// <summary>A message in which nothing is hidden: what is not seen stands as its number, and the odd character of a name is named.</summary>
    public static string Told(string message)
    {
        if (Ascii.IsValid(message) && !message.AsSpan().ContainsAnyInRange('\0', '\u001F') && !message.Contains('\u007F'))
        {
            return message;
        }

        var odd = message.Contains("(U+", StringComparison.Ordinal)
            ? null
            : Quoted().Matches(message).Select(match => match.Groups["name"].Value).Where(LooksPlain).Select(In).FirstOrDefault(found => found is not null);
        return Shown(odd is null ? message : message.EndsWith('?') ? $"{message} It has {odd}" : $"{message}; it has {odd}");
    }

    /// <summary>The text with each character that nobody sees, or that would turn what follows round, as its number: <c>tor&lt;U+00AD&gt;ture</c>.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            if (IsHidden(text, at))
                shown.Append(CultureInfo.InvariantCulture, $"<U+{(int)unit:X4}>");
            else
                shown.Append(unit);
        }

        return shown.ToString();
    }

    /// <summary>A line of a source for a terminal, as long as it was: what is not seen is a box, so that nothing in it commands the terminal or turns what follows round.</summary>
    public static string Boxed(string line) => string.Concat(line.Select((unit, at) => IsHidden(line, at) ? '□' : unit));

    /// <summary>What the character at the place is called, with its number.</summary>
    internal static string Name(string text, int at)
    {
        var unit = text[at];
        var number = $"U+{((int)unit).ToString("X4", CultureInfo.InvariantCulture)}";
        var name = Characters.NameOf(unit) ?? Characters.ScriptOf(unit) switch
        {
            _ when IsStray(text, at) => "control character",
            _ when Characters.IsOdd(unit) => "sign that only one font has",
            _ when Characters.IsInvisible(unit) => "character that is not seen",
            _ when Characters.IsBlank(unit) => "special blank",
            Script.None when CharUnicodeInfo.GetUnicodeCategory(unit) == UnicodeCategory.NonSpacingMark => "mark apart from its letter",
            Script.None => $"special {unit}",
            var script => $"{script} {unit}",
        };
        return $"{("aeio".Contains(name[0]) ? "an" : "a")} {name} ({number})";
    }

    /// <summary>Whether the unit at the place is a control or no character; half a surrogate pair only where the other half is missing.</summary>
    internal static bool IsStray(string text, int at)
    {
        var unit = text[at];
        if (!Characters.IsStray(unit) || unit == '\t')
        {
            return false;
        }

        var isPair = (char.IsHighSurrogate(unit) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            || (char.IsLowSurrogate(unit) && at > 0 && char.IsHighSurrogate(text[at - 1]));
        return !isPair;
    }

    /// <summary>The joiners shape letters of Persian and of Indic scripts, so they stay.</summary>
    private static bool IsHidden(string text, int at) =>
        IsStray(text, at) || (Characters.IsInvisible(text[at]) && text[at] is not ('\u200C' or '\u200D')) || Characters.IsOdd(text[at]);

    private static int PlaceIn(string name)
    {
        var written = WithoutLookAlikes(name);
        var isOneWord = !name.Contains(' ');
        for (var at = 0; at < name.Length; at++)
        {
            var unit = name[at];
            var isHidden = IsStray(name, at) || Characters.IsOdd(unit) || Characters.IsInvisible(unit) || (unit != ' ' && Characters.IsBlank(unit));
            var isTypographic = isOneWord && unit > '~' && Characters.Plain(unit) != unit;
            if (isHidden || isTypographic || written[at] != unit)
            {
                return at;
            }
        }

        // Three points in one are how messages shorten a long name.
        return PlaceOfCompatibleForm(name.Replace('…', '.'));
    }

    /// <summary>Where an accent stands apart from its letter, or a ligature or the like; -1 when nowhere.</summary>
    private static int PlaceOfCompatibleForm(string name)
    {
        if (Enumerable.Range(0, name.Length).Any(at => IsStray(name, at)) || name.IsNormalized(NormalizationForm.FormKC))
        {
            return -1;
        }

        var same = name.Zip(name.Normalize(NormalizationForm.FormKC)).TakeWhile(pair => pair.First == pair.Second).Count();
        var isMarked = same + 1 < name.Length && CharUnicodeInfo.GetUnicodeCategory(name[same + 1]) == UnicodeCategory.NonSpacingMark;
        return Math.Min(isMarked ? same + 1 : same, name.Length - 1);
    }

    /// <summary>The name in one script; in the Latin one where nothing else of it is of another, as keys, dates and symbols are.</summary>
    private static string WithoutLookAlikes(string name)
    {
        var latin = LookAlikes.InOneScript(name, isCitation: true);
        return LooksPlain(latin) ? latin : LookAlikes.InOneScript(name);
    }

    private static bool LooksPlain(string name) => Ascii.IsValid(Looks(name));

    private static string Looks(string name) => LookAlikes.Skeleton(Characters.Fold(name)).ToLowerInvariant();

    [GeneratedRegex("\"(?<name>[^\"]{1,200})\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}

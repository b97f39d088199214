using System.Collections.Frozen;
using System.Text;

namespace Heed.Text;

/// <summary>Writes a word of mixed scripts in one, where its letters look like letters of that script: <c>ССРR</c>, <c>мəтін</c>.</summary>
/// <remarks>Nobody means two scripts in one word: a keyboard was not switched. <c>heed-characters.js</c> does the same.</remarks>
internal static class LookAlikes
{
    private static readonly Script[] Scripts = [Script.Latin, Script.Cyrillic, Script.Greek];

    private static readonly FrozenDictionary<char, char> Latin =
        Characters.LookAlikes.DistinctBy(pair => pair.Letter).ToFrozenDictionary(pair => pair.Letter, pair => pair.Latin);

    private static readonly FrozenDictionary<(char Latin, Script Script), char> Others =
        Characters.LookAlikes.DistinctBy(pair => (pair.Latin, Characters.ScriptOf(pair.Letter))).ToFrozenDictionary(pair => (pair.Latin, Characters.ScriptOf(pair.Letter)), pair => pair.Letter);

    /// <summary>
    /// The word in one script: of those that it can be written in, the one of most of its letters; of two, that of the first letter.
    /// Where there is none it stays as it is.
    /// </summary>
    /// <param name="word">One word.</param>
    /// <param name="isCitation">Whether it is a number or a symbol, which are Latin wherever they can be: nobody knows by its looks that all of <c>С/12</c> is Cyrillic.</param>
    public static string InOneScript(string word, bool isCitation = false)
    {
        var counts = new int[Scripts.Length + 1];
        var first = Script.None;
        var hasLoose = false;
        foreach (var unit in word)
        {
            var script = Characters.ScriptOf(unit);
            if (script == Script.Latin && Characters.Loose.Contains(unit))
            {
                hasLoose = true;
            }
            else if (script != Script.None)
            {
                counts[(int)script]++;
                first = first == Script.None ? script : first;
            }
        }

        var mixed = Scripts.Count(script => counts[(int)script] > 0 || (script == Script.Latin && hasLoose));
        if (mixed < 2 && !(isCitation && mixed > 0 && counts[(int)Script.Latin] == 0))
        {
            return word;
        }

        IEnumerable<Script> candidates = isCitation ? Scripts : Scripts.OrderByDescending(script => counts[(int)script]).ThenByDescending(script => script == first);
        foreach (var script in candidates)
        {
            if ((isCitation || counts[(int)script] > 0) && Write(word, script) is { } written)
                return written;
        }

        return word;
    }

    /// <summary>The word by its looks alone: every letter as the Latin one that it looks like.</summary>
    public static string Skeleton(string word)
    {
        var skeleton = new StringBuilder(word.Length);
        foreach (var unit in word)
        {
            skeleton.Append(Latin.GetValueOrDefault(unit, unit));
        }

        return skeleton.ToString();
    }

    private static string? Write(string word, Script script)
    {
        var written = new StringBuilder(word.Length);
        foreach (var unit in word)
        {
            var own = Characters.ScriptOf(unit);
            if (own == script || own == Script.None)
            {
                written.Append(unit);
                continue;
            }

            var latin = own == Script.Latin ? unit : Latin.GetValueOrDefault(unit);
            var letter = script == Script.Latin ? latin : Others.GetValueOrDefault((latin, script));
            if (letter == '\0')
            {
                return null;
            }

            written.Append(letter);
        }

        return written.ToString();
    }
}

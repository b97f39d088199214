using System.Buffers;

namespace Heed.Search;

/// <summary>The English stemmer of lunr 2.3.9, which is Porter's with a few ways of its own.</summary>
/// <remarks>
/// No class of Lucene gives the same stems: here a word under three letters is left alone, a y after a vowel stays
/// (day, Turkey), <c>-logi</c> becomes <c>-log</c>, and the short-word rule asks that the whole word be short. Porter's
/// words are kept: the measure of a stem counts how often a vowel is followed by a consonant.
/// </remarks>
internal static class EnglishStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly (string Suffix, string Replacement)[] SecondStep =
    [
        ("ational", "ate"), ("ization", "ize"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
        ("tional", "tion"), ("biliti", "ble"),
        ("entli", "ent"), ("ousli", "ous"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("iviti", "ive"),
        ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("alli", "al"), ("ator", "ate"), ("logi", "log"),
        ("bli", "ble"), ("eli", "e"),
    ];

    private static readonly (string Suffix, string Replacement)[] ThirdStep =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] FourthStep =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize",
        "al", "er", "ic", "ou",
    ];

    /// <summary>The stem of a word of small Latin letters.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 3)
        {
            return word;
        }

        // A y that begins the word is a consonant; written large it is no vowel to any rule below.
        var beginsWithY = word[0] == 'y';
        var stem = new Stemming(beginsWithY ? "Y" + word[1..] : word);
        stem.RemovePlural();
        stem.RemovePastAndGerund();
        stem.SoftenY();
        stem.Replace(SecondStep);
        stem.Replace(ThirdStep);
        stem.RemoveSuffix();
        stem.RemoveFinalE();

        return beginsWithY ? "y" + stem.Text[1..] : stem.Text;
    }

    private ref struct Stemming(string text)
    {
        public string Text { get; private set; } = text;

        public void RemovePlural()
        {
            if ((Text.Length > 4 && EndsWith("sses")) || (Text.Length > 3 && EndsWith("ies")))
                Text = Text[..^2];
            else if (EndsWith("s") && Text[^2] != 's')
                Text = Text[..^1];
        }

        public void RemovePastAndGerund()
        {
            if (Text.Length > 3 && EndsWith("eed"))
            {
                if (Measure(Text.AsSpan(0, Text.Length - 3)) > 0)
                    Text = Text[..^1];
                return;
            }

            var suffix = EndsWith("ed") ? 2 : EndsWith("ing") ? 3 : 0;
            if (suffix == 0 || !HasVowel(Text.AsSpan(0, Text.Length - suffix)))
            {
                return;
            }

            Text = Text[..^suffix];
            if (EndsWith("at") || EndsWith("bl") || EndsWith("iz"))
                Text += "e";
            else if (EndsInDoubledConsonant())
                Text = Text[..^1];
            else if (IsShort(Text))
                Text += "e";
        }

        public void SoftenY()
        {
            if (Text.Length > 2 && EndsWith("y") && !IsPlainVowel(Text[^2]))
            {
                Text = Text[..^1] + "i";
            }
        }

        public void Replace((string Suffix, string Replacement)[] rules)
        {
            // The longest suffix decides, also when its stem is then too short for it.
            foreach (var (suffix, replacement) in rules)
            {
                if (Text.Length <= suffix.Length || !EndsWith(suffix))
                    continue;

                var stem = Text.AsSpan(0, Text.Length - suffix.Length);
                if (Measure(stem) > 0)
                    Text = string.Concat(stem, replacement);
                return;
            }
        }

        public void RemoveSuffix()
        {
            foreach (var suffix in FourthStep)
            {
                if (Text.Length <= suffix.Length || !EndsWith(suffix))
                    continue;

                if (Measure(Text.AsSpan(0, Text.Length - suffix.Length)) > 1)
                    Text = Text[..^suffix.Length];
                return;
            }

            if (Text.Length > 4 && (EndsWith("sion") || EndsWith("tion")) && Measure(Text.AsSpan(0, Text.Length - 3)) > 1)
            {
                Text = Text[..^3];
            }
        }

        public void RemoveFinalE()
        {
            if (Text.Length > 1 && EndsWith("e"))
            {
                var stem = Text.AsSpan(0, Text.Length - 1);
                var measure = Measure(stem);
                if (measure > 1 || (measure == 1 && !IsShort(stem)))
                    Text = Text[..^1];
            }

            if (EndsWith("ll") && Measure(Text) > 1)
            {
                Text = Text[..^1];
            }
        }

        private readonly bool EndsWith(string suffix) => Text.EndsWith(suffix, StringComparison.Ordinal);

        private readonly bool EndsInDoubledConsonant() =>
            Text.Length > 1 && Text[^1] == Text[^2] && !IsPlainVowel(Text[^1]) && Text[^1] is not ('y' or 'l' or 's' or 'z');
    }

    private static bool IsPlainVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    /// <summary>A y is a vowel unless it follows a vowel (or begins the word, where it is written large).</summary>
    private static bool IsVowel(char letter, bool afterVowel) => IsPlainVowel(letter) || (letter == 'y' && !afterVowel);

    private static bool HasVowel(ReadOnlySpan<char> stem) => stem.IndexOfAny(Vowels) >= 0;

    /// <summary>How often a vowel is followed by a consonant.</summary>
    private static int Measure(ReadOnlySpan<char> stem)
    {
        var (measure, afterVowel) = (0, false);
        foreach (var letter in stem)
        {
            var isVowel = IsVowel(letter, afterVowel);
            measure += afterVowel && !isVowel ? 1 : 0;
            afterVowel = isVowel;
        }

        return measure;
    }

    /// <summary>Consonants, one vowel, one consonant that is not w, x or y, and nothing else: <c>hop</c>, <c>strip</c>.</summary>
    private static bool IsShort(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 3 || IsPlainVowel(stem[^1]) || stem[^1] is 'w' or 'x' or 'y')
        {
            return false;
        }

        return (IsPlainVowel(stem[^2]) || stem[^2] == 'y') && !IsPlainVowel(stem[0]) && stem[1..^2].IndexOfAny(Vowels) < 0;
    }
}

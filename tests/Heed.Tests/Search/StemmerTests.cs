using Heed.Search;
using Heed.Tests.Support;
using Jint;
using RussianStemmer = Lucene.Net.Tartarus.Snowball.Ext.RussianStemmer;

namespace Heed.Tests.Search;

public sealed class StemmerTests
{
    private static readonly int WordCount = Thorough.Times(20_000, 100_000);

    private static readonly string[] EnglishEndings =
    [
        "", "s", "es", "sses", "ies", "ed", "eed", "ing", "y", "ational", "tional", "enci", "anci", "izer", "bli", "alli", "entli",
        "eli", "ousli", "ization", "ation", "ator", "alism", "iveness", "fulness", "ousness", "aliti", "iviti", "biliti", "logi",
        "icate", "ative", "alize", "iciti", "ical", "ful", "ness", "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement",
        "ment", "ent", "ou", "ism", "ate", "iti", "ous", "ive", "ize", "sion", "tion", "ion", "e", "ll", "lle", "yed", "ying", "at", "bl", "iz",
    ];

    private static readonly string[] RussianEndings =
    [
        "", "в", "вши", "вшись", "ив", "ывши", "ее", "ие", "ое", "ими", "ый", "ого", "ему", "ая", "яя", "ем", "нн", "ющ", "ующая", "ся", "сь",
        "ла", "ило", "ейте", "уйте", "ено", "ует", "ют", "ать", "ить", "ешь", "а", "ев", "ов", "ами", "ями", "ией", "ях", "ью", "ия", "ьях",
        "ост", "ость", "ости", "ейш", "ейше", "ейшая", "нн", "ь", "и", "нность",
    ];

    [Fact]
    public void Our_English_stemmer_is_lunrs()
    {
        var content = SearchScripts.ContentWords().Select(Analyser.Normalise).Where(word => IsOf(word, 'a', 'z'));
        var words = content.Concat(MadeUp(1, "aaeeiioouuyybcdfghklmnprstvwxyzz", EnglishEndings)).Distinct().ToArray();

        AssertSame(words, words.Select(EnglishStemmer.Stem).ToArray(), "lunr.stemmer");
    }

    [Fact]
    public void Lucenes_Russian_stemmer_is_that_of_lunr_languages()
    {
        var stemmer = new RussianStemmer();
        var content = SearchScripts.ContentWords().Select(Analyser.Normalise).Where(word => IsOf(word, 'а', 'я'));
        var words = content.Concat(MadeUp(2, "ааееииооуыэюябвгджзйклмнпрстфхцчшщьъ", RussianEndings)).Distinct().ToArray();

        var ours = words.Select(word =>
        {
            stemmer.SetCurrent(word);
            stemmer.Stem();
            return stemmer.Current;
        });

        AssertSame(words, [.. ours], "lunr.ru.stemmer");
    }

    [Theory]
    [InlineData("day", "day")]
    [InlineData("turkey", "turkey")]
    [InlineData("technology", "technolog")]
    [InlineData("us", "us")]
    [InlineData("yes", "ye")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("defenders", "defend")]
    public void English_words_have_the_stems_that_lunr_gives(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    private static bool IsOf(string word, char first, char last) =>
        word.Length > 0 && word.AsSpan().IndexOfAnyExceptInRange(first, last) < 0;

    private static HashSet<string> MadeUp(int part, string letters, string[] endings)
    {
#pragma warning disable CA5394
        var random = Seed.Random(part);
        var words = new HashSet<string>(WordCount, StringComparer.Ordinal);
        while (words.Count < WordCount)
        {
            var stem = new string(random.GetItems(letters.AsSpan(), random.Next(1, 8)));
            words.Add(stem + endings[random.Next(endings.Length)]);
        }
#pragma warning restore CA5394
        return words;
    }

    private static void AssertSame(string[] words, string[] ours, string stemmer)
    {
        Assert.True(words.Length > WordCount, "There are too few words to judge by.");
        var theirs = SearchScripts.Judge()
            .Evaluate($"(function (words) {{ return words.split('\\n').map((word) => {stemmer}(new lunr.Token(word)).toString()).join('\\n'); }})")
            .Call(string.Join('\n', words)).AsString().Split('\n');

        var different = words.Zip(ours, theirs).Where(one => one.Second != one.Third)
            .Select(one => $"{one.First}: ours {one.Second}, theirs {one.Third}");
        Assert.Equal([], different);
    }
}

using Heed.Search;
using Heed.Tests.Support;
using Jint;
using Jint.Native;

namespace Heed.Tests.Search;

public sealed class AnalyserTests : IDisposable
{
    private const string Cut =
        """
        (function (text, language) {
          return heedAnalysis.words(text)
            .map((word) => [word.start, word.end - word.start, word.part ? 1 : 0, heedAnalysis.term(word.raw, language)].join(" "))
            .join("\n");
        })
        """;

    private readonly Engine judge = SearchScripts.Judge();
    private readonly JsValue cut;

    public AnalyserTests() => cut = judge.Evaluate(Cut);

    public void Dispose() => judge.Dispose();

    [Theory]
    [InlineData("139.114", "139.114 139 114")]
    [InlineData("A/HRC/43/10", "a/hrc/43/10 43/10 hrc 43 10")]
    [InlineData("CCPR/C/112/D/2137/2012.", "ccpr/c/112/d/2137/2012 2137/2012 ccpr 112 2137 2012")]
    [InlineData("No. 2137/2012", "2137/2012 2137 2012")]
    [InlineData("CAT/C/KAZ/CO/3-4", "cat/c/kaz/co/3-4 cat kaz co 3 4")]
    public void A_citation_is_a_term_and_so_are_its_parts(string text, string terms) => Assert.Equal(terms, Terms(text, "en"));

    [Theory]
    [InlineData("Доклад CEDAW и ОБСЕ (ILO)", "доклад cedaw обс ilo")]
    [InlineData("US and us, WHO and who", "us who")]
    [InlineData("the U.S. report", "us report")]
    public void Acronyms_survive_in_text_of_any_script(string text, string terms) => Assert.Equal(terms, Terms(text, "ru"));

    [Theory]
    [InlineData("ёлка елка", "елк елк")]
    [InlineData("йод", "йод")]
    [InlineData("и\u0306од", "йод")]
    [InlineData("челове\u0301к", "человек")]
    [InlineData("права человека", "прав человек")]
    public void Russian_is_compared_as_a_reader_would(string text, string terms) => Assert.Equal(terms, Terms(text, "ru"));

    [Theory]
    [InlineData("Muižnieks")]
    [InlineData("Muiz\u030Cnieks")]
    [InlineData("muiznieks")]
    public void Latin_accents_need_not_be_typed(string name) => Assert.Equal("muizniek", Terms(name, "en"));

    [Theory]
    [InlineData("адам құқықтары", "kk", "адам құқық")]
    [InlineData("адамның адамдарға", "kk", "адам адам")]
    [InlineData("Әділет адамы", "ru", "әділет адам")]
    [InlineData("Құқықтарына и права", "ru", "құқық прав")]
    [InlineData("права человека", "kk", "права человека")]
    [InlineData("defenders", "kk", "defend")]
    [InlineData("CEDAW комитетіне", "kk", "cedaw комитет")]
    public void No_Kazakh_word_is_stemmed_as_Russian(string text, string language, string terms) => Assert.Equal(terms, Terms(text, language));

    [Theory]
    [InlineData("iсiн тiкелей", "іс тікелей")]
    [InlineData("iphoneға", "iphoneға")]
    public void A_Latin_i_in_a_Kazakh_word_is_the_letter_that_it_looks_like(string text, string terms) => Assert.Equal(terms, Terms(text, "kk"));

    [Theory]
    [InlineData("women's womenʼs women’s women‘s women`s women´s women′s women＇s", "women women women women women women women women")]
    [InlineData("oﬃcial ﬁne Ĳmuiden", "offici fine ijmuiden")]
    [InlineData("ｔｏｒｔｕｒｅ Ａ／ＨＲＣ／４３／１０", "tortur a/hrc/43/10 43/10 hrc 43 10")]
    [InlineData("tor\u00ADture tor\u200Bture tor\u2060ture tor\uFE0Fture tor\u200Fture", "tortur tortur tortur tortur tortur")]
    [InlineData("A/\u200BHRC/\u200B43/\u200B10", "a/hrc/43/10 43/10 hrc 43 10")]
    [InlineData("covid19 COVID-19 covid 19 COVID\u201119 COVID–19 covid\u00A019", "covid 19 covid 19 covid 19 covid 19 covid 19 covid 19")]
    [InlineData("co-operation co\u2011operation co‐operation co\u00ADoperation cooperation", "co oper cooper co oper cooper co oper cooper cooper cooper")]
    [InlineData("O'Neill O’Neill ONeill", "o neill oneil o neill oneil oneil")]
    [InlineData("co-operation's", "co oper cooper")]
    [InlineData("state-of-the-art", "state art")]
    [InlineData("٤٣/١٠ 43/10", "43/10 43 10 43/10 43 10")]
    [InlineData("E/C.12/KAZ/CO/2 E/C12/KAZ/CO/2", "e/c12/kaz/co/2 12 kaz co 2 e/c12/kaz/co/2 12 kaz co 2")]
    [InlineData("CAT/C/KAZ/CO/3–4 CAT/C/KAZ/CO/3\u20114", "cat/c/kaz/co/3-4 cat kaz co 3 4 cat/c/kaz/co/3-4 cat kaz co 3 4")]
    public void What_word_processors_and_telephones_write_is_what_was_meant(string text, string terms) => Assert.Equal(terms, Terms(text, "en"));

    [Theory]
    [InlineData("ССРR/С/112/D/2137/2012", "en", "ccpr/c/112/d/2137/2012 2137/2012 ccpr 112 2137 2012")]
    [InlineData("А/НRС/43/10", "en", "a/hrc/43/10 43/10 hrc 43 10")]
    [InlineData("С/12", "en", "c/12 12")]
    [InlineData("123/Ж", "ru", "123/ж 123")]
    [InlineData("tоrture", "en", "tortur")]
    [InlineData("Tоrture", "en", "tortur")]
    [InlineData("Οfficial", "en", "offici")]
    [InlineData("пpава", "ru", "прав")]
    [InlineData("Hорма", "ru", "норм")]
    [InlineData("прáва", "ru", "прав")]
    [InlineData("Ëлка", "ru", "елк")]
    [InlineData("мəтін мәтін Əділет Әділет əлем әлем қаhарман қаһарман", "kk", "мәтін мәтін әділет әділет әлем әлем қаһарман қаһарман")]
    public void A_letter_of_another_script_that_looks_the_same_is_the_same(string text, string language, string terms) => Assert.Equal(terms, Terms(text, language));

    [Theory]
    [InlineData("және құқық үшін", "ru", "құқық")]
    [InlineData("және адам үшін де", "kk", "адам")]
    public void Search_passes_over_Kazakh_stop_words(string text, string language, string terms) => Assert.Equal(terms, Terms(text, language));

    [Theory]
    [InlineData("uk", "людині құқық")]
    [InlineData("be", "людині құқық")]
    [InlineData("ru", "люди құқық")]
    public void An_i_alone_makes_no_word_of_a_neighbour_Kazakh(string language, string terms) => Assert.Equal(terms, Terms("людині құқыққа", language));

    [Fact]
    public void What_the_field_is_about_is_no_stop_word() => Assert.Equal("человек люд жизн мир", Terms("человек, люди, жизнь, мира", "ru"));

    [Fact]
    public void Both_runtimes_pass_over_the_same_words()
    {
        var lists = SearchScripts.Theme.Lunr + SearchScripts.Theme.Russian;
        AssertCutAlike(lists, "en");
    }

    [Fact]
    public void Both_runtimes_agree_on_single_units()
    {
        // The alphabets and the punctuation of Europe whole, of the rest some: at night all of it.
        var some = Seed.Random();
        var units = string.Concat(Enumerable.Range(0, 0x10000)
            .Where(unit => unit < 0x600 || unit is >= 0x2000 and < 0x2200 || some.Next(Thorough.Times(20, 1)) == 0)
            .Select(unit => $"a{(char)unit}b {(char)unit} {(char)unit}1 "));
        AssertCutAlike(units, "en");
    }

    [Fact]
    public void Both_runtimes_agree_on_the_words_of_the_content()
    {
        var some = Seed.Random();
        var words = string.Join(' ', SearchScripts.ContentWords().Where(_ => some.Next(Thorough.Times(4, 1)) == 0));
        AssertCutAlike(words, "en");
        AssertCutAlike(words, "kk");
        AssertCutAlike(words, "uk");
    }

    [ThoroughProperty(100, 3000, Arbitrary = [typeof(TextSamples)])]
    public void Both_runtimes_cut_any_text_alike(SampleText sample)
    {
        AssertCutAlike(sample.Text, "ru");
        AssertCutAlike(sample.Text, "kk");
    }

    private static string Terms(string text, string language) =>
        string.Join(' ', Analyse(text, language).Select(word => word.Term).Where(term => term.Length > 0));

    private void AssertCutAlike(string text, string language)
    {
        var ours = Analyse(text, language).Select(word => $"{word.Word.Start} {word.Word.Length} {(word.Word.IsPart ? 1 : 0)} {word.Term}");
        var theirs = cut.Call(text, language).AsString();

        Assert.Equal(theirs.Split('\n', StringSplitOptions.RemoveEmptyEntries), ours);
    }

    private static List<(ScannedWord Word, string Term)> Analyse(string text, string language)
    {
        var analyser = new Analyser(SearchScripts.StopWords, language);
        var words = new List<ScannedWord>();
        WordScanner.Scan(text, words);
        return words.ConvertAll(word => (word, analyser.Term(text.AsSpan(word.Start, word.Length))));
    }
}

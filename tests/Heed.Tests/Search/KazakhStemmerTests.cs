using System.Globalization;
using Heed.Search;
using Heed.Tests.Support;
using Jint;

namespace Heed.Tests.Search;

public sealed class KazakhStemmerTests
{
    /// <summary>Endings as the rules have them, and heaps of them in and out of order.</summary>
    private static readonly string[] Endings =
    [
        "", "лар", "лер", "дар", "дер", "тар", "тер", "ы", "і", "сы", "сі", "ымыз", "іміз", "ыңыз", "ның", "нің", "дың", "тің", "ны", "ді", "ты", "ға", "ге",
        "қа", "ке", "на", "не", "да", "де", "та", "нда", "нде", "дан", "ден", "нан", "тен", "мен", "бен", "пен", "дағы", "дегі", "ындағы", "лық", "лік", "дық",
        "тік", "лы", "ді", "ған", "ген", "қан", "кен", "атын", "етін", "йтын", "ады", "еді", "йды", "мады", "меді", "у", "уы", "ю", "ып", "іп", "лап", "леп", "са",
        "ыл", "іл", "ал", "ел", "лан", "лен", "ын", "ін", "ына", "іне", "ында", "інен", "сын", "сіне", "мын", "пін", "истер", "истің", "ғы", "кі", "а", "е", "п",
    ];

    private static readonly int WordCount = Thorough.Times(20_000, 100_000);

    private static KazakhRules Rules => SearchScripts.StopWords.Kazakh;

    [Fact]
    public void Our_Kazakh_stemmer_is_that_of_the_browser()
    {
        var content = SearchScripts.ContentWords().Select(Analyser.Normalise).Where(IsCyrillic);
        var table = KazakhForms.All.SelectMany(row => new[] { row.Lemma, row.Form });
        var words = content.Concat(table).Concat(MadeUp(3, WordCount)).Distinct().ToArray();
        Assert.True(words.Length > WordCount, "There are too few words to judge by.");

        using var judge = SearchScripts.Judge();
        var theirs = judge.Evaluate("(function (words) { return words.split('\\n').map(lunr.kk.stem).join('\\n'); })")
            .Call(string.Join('\n', words)).AsString().Split('\n');

        Assert.Equal([], words.Zip(words.Select(word => KazakhStemmer.Stem(word, Rules)), theirs)
            .Where(one => one.Second != one.Third).Select(one => $"{one.First}: ours {one.Second}, theirs {one.Third}"));
    }

    [Fact]
    public void The_plug_in_stands_in_lunr_as_its_other_languages_do()
    {
        using var judge = SearchScripts.Judge();

        var found = judge.Evaluate(
            """
            (function () {
              const index = lunr(function () {
                this.use(lunr.kk);
                this.field("text");
                this.add({ id: 1, text: "«Адам құқықтары» және бостандық" });
                this.add({ id: 2, text: "Сот шешімі" });
              });
              const again = lunr.Index.load(JSON.parse(JSON.stringify(index)));
              return ["құқығына", "шешімдерді", "және", "құқық"].map((words) => again.search(words).map((hit) => hit.ref).join("+")).join(" ");
            })()
            """).AsString();

        Assert.Equal("1 2  1", found);
    }

    [Theory]
    [InlineData("құқық құқығы құқықтар құқықтары құқықтарының құқықтарына құқығымызды құқықтық", "құқық")]
    [InlineData("бап бабы баптар бабының баптарында бабындағы", "бап")]
    [InlineData("мемлекет мемлекеттің мемлекеттер мемлекетімізде мемлекеттік", "мемлекет")]
    [InlineData("халық халқы халқының халықтар", "халық")]
    [InlineData("азаптау азаптауға азапталған азапталудан азаптайды азаптауымен", "азапта")]
    [InlineData("журналист журналистер журналистің журналистерге", "журналист")]
    public void All_forms_of_a_word_have_one_stem(string forms, string stem) =>
        Assert.Equal([stem], forms.Split(' ').Select(form => KazakhStemmer.Stem(form, Rules)).Distinct());

    [Theory]
    [InlineData("адам", "адам")]
    [InlineData("заң", "заң")]
    [InlineData("адамлер", "адамлер")]
    [InlineData("сотке", "сотке")]
    public void Nothing_is_taken_off_that_cannot_stand_there(string word, string stem) => Assert.Equal(stem, KazakhStemmer.Stem(word, Rules));

    [Theory]
    [InlineData("заңсыз", "заң")]
    [InlineData("табылмады", "табылды")]
    [InlineData("қорғаушы", "қорғау")]
    [InlineData("қолдану", "қолдау")]
    public void Words_that_say_something_else_stay_apart(string one, string other) =>
        Assert.NotEqual(KazakhStemmer.Stem(other, Rules), KazakhStemmer.Stem(one, Rules));

    [Fact]
    public void A_stem_has_at_least_two_letters()
    {
        var words = KazakhForms.All.Select(row => row.Form).Concat(MadeUp(4, 20_000));

        Assert.DoesNotContain(words, word => word.Length > 1 && KazakhStemmer.Stem(word, Rules).Length < 2);
    }

    [Fact]
    public void The_table_is_as_large_as_was_promised_and_says_each_source()
    {
        Assert.True(KazakhForms.All.Length >= 300);
        Assert.True(KazakhForms.All.Select(row => row.Lemma).Distinct().Count() >= 80);
        Assert.All(KazakhForms.All, row => Assert.True(IsCyrillic(row.Form) && IsCyrillic(row.Lemma) && row.Source.Length > 0, row.ToString()));
        Assert.Equal(KazakhForms.All.Length, KazakhForms.All.Select(row => (row.Lemma, row.Form)).Distinct().Count());
    }

    [Theory]
    [InlineData(KazakhFormPart.Tuned, 96)]
    [InlineData(KazakhFormPart.HeldOut, 94)]
    [InlineData(KazakhFormPart.New, 87)]
    public void A_form_is_found_by_the_word_of_the_dictionary(KazakhFormPart part, int atLeast)
    {
        var rows = KazakhForms.All.Where(row => row.Part == part).ToArray();
        var lost = rows.Where(row => KazakhStemmer.Stem(row.Lemma, Rules) != KazakhStemmer.Stem(row.Form, Rules)).ToArray();
        var recall = 100.0 * (rows.Length - lost.Length) / rows.Length;
        TestContext.Current.SendDiagnosticMessage(string.Create(
            CultureInfo.InvariantCulture, $"{part}: {rows.Length - lost.Length} of {rows.Length}, {recall:F1} %"));

        Assert.DoesNotContain(rows, row => row.Lemma == row.Form);
        Assert.True(recall >= atLeast, string.Join('\n', lost.Select(row => $"{row.Lemma} {row.Form} ({row.Source})")));
    }

    [Fact]
    public void Few_words_of_the_table_fall_together()
    {
        var together = KazakhForms.All.Select(row => row.Lemma).Distinct().Order(StringComparer.Ordinal)
            .GroupBy(lemma => KazakhStemmer.Stem(lemma, Rules))
            .Where(group => group.Count() > 1)
            .Select(group => string.Join(' ', group));

        // Citizen and citizenship, union and to unite, middle and centre, to count and to be counted: each pair is of one root.
        Assert.Equal(["азамат азаматтық", "бірлестік бірлесу", "орта орталық", "саналу санау"], together);
    }

    private static bool IsCyrillic(string word) => word.Length > 0 && word.AsSpan().IndexOfAnyExceptInRange('\u0430', '\u052F') < 0;

    private static HashSet<string> MadeUp(int part, int count)
    {
        const string Letters = "ааәееиоөуұүыіэюябвгғджзйкқлмнңпрстфхһцчшщь";
        var roots = KazakhForms.All.Select(row => row.Lemma).Distinct().ToArray();

#pragma warning disable CA5394
        var random = Seed.Random(part);
        var words = new HashSet<string>(count, StringComparer.Ordinal);
        while (words.Count < count)
        {
            var root = words.Count % 3 == 0 ? roots[random.Next(roots.Length)] : new string(random.GetItems(Letters.AsSpan(), random.Next(1, 7)));
            words.Add(root + string.Concat(random.GetItems(Endings, random.Next(1, 4))));
        }
#pragma warning restore CA5394
        return words;
    }
}

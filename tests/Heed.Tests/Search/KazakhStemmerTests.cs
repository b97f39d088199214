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

    /// <summary>
    /// <c>kazakh-endings.txt</c> tells of each ending of the rules after which letters it is taken off, off how short a stem, and what is left:
    /// no rule can change without a line there. The stems are made up, with <c>о</c> and with <c>ө</c>: <c>о2:м,н</c> says that off stems with
    /// <c>о</c> of two letters and more that end in м or н just the ending goes, <c>ө3:с>да</c> that да stays behind с from three letters
    /// on, and <c>ө3:с>-т</c> that the last letter goes and т stays.
    /// </summary>
    /// <remarks>With HEED_ACCEPT=1 in the environment the file is rewritten. Read the difference before you commit it.</remarks>
    [Fact]
    public void Each_ending_is_taken_off_the_stems_that_were_accepted_and_no_shorter_ones()
    {
        var (endings, finals) = EndingsAndFinals(SearchScripts.Theme.KazakhRules);
        Assert.True(endings.Length > 150 && finals.Length > 40, $"{endings.Length} endings and {finals.Length} letters were found in the rules.");
        var told = string.Concat(endings.Select(ending => $"{ending} {string.Join(' ', Cuts(ending, finals))}\n"));
        var file = Path.Combine(Repository.Root, "tests", "Heed.Tests", "Search", "kazakh-endings.txt");
        if (Environment.GetEnvironmentVariable("HEED_ACCEPT") == "1")
        {
            File.WriteAllText(file, told);
        }

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), told);
    }

    [Fact]
    public void The_table_is_as_large_as_was_promised_and_says_each_source()
    {
        Assert.True(KazakhForms.All.Length >= 300);
        Assert.True(KazakhForms.All.Select(row => row.Lemma).Distinct().Count() >= 80);
        Assert.All(KazakhForms.All, row => Assert.True(IsCyrillic(row.Form) && IsCyrillic(row.Lemma) && row.Source.Length > 0, row.ToString()), throwIfEmpty: true);
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

    private static IEnumerable<string> Cuts(string ending, string[] finals) => "оө"
        .SelectMany(vowel => finals.SelectMany(final => CutsAfter(vowel, final, ending).Select(cut => (Cut: (vowel, cut.Length, cut.Left), final))))
        .GroupBy(one => one.Cut, one => one.final)
        .Select(group => $"{group.Key.vowel}{group.Key.Length}:{string.Join(',', group)}{(group.Key.Left.Length == 0 ? "" : ">" + group.Key.Left)}");

    /// <summary>What is left beyond stems of one to six letters, where it is not what is left beyond the stem that is shorter by one.</summary>
    private static IEnumerable<(int Length, string Left)> CutsAfter(char vowel, string final, string ending)
    {
        var before = ending;
        for (var length = final.Length; length <= 6; length++)
        {
            var root = string.Concat(Enumerable.Range(0, length - final.Length).Reverse().Select(at => at % 2 == 0 ? vowel : 'ф')) + final;
            var stem = KazakhStemmer.Stem(root + ending, Rules);
            var common = root.Zip(stem).TakeWhile(pair => pair.First == pair.Second).Count();
            var left = new string('-', length - common) + stem[common..];
            if (left != before)
            {
                yield return (length, left);
            }

            before = left;
        }
    }

    /// <summary>The endings of the rules, and the letters by which the rules tell stems apart.</summary>
    private static (string[] Endings, string[] Finals) EndingsAndFinals(string rules)
    {
        var lines = rules.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToArray();
        var cells = lines.Select(line => line.Split('|')).Where(cells => cells.Length > 2).ToArray();
        return (
            [.. cells.SelectMany(cell => cell[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(ending => ending.TrimStart('~').Split('=')[0]).Distinct()],
            [.. lines.Where(line => line.StartsWith("set ", StringComparison.Ordinal)).Select(line => line["set ".Length..]).Concat(cells.Select(cell => cell[2]))
                .SelectMany(letters => letters.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(IsCyrillic).Distinct().Order(StringComparer.Ordinal)]);
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

using System.Text.Json.Nodes;
using Heed.Model;
using Heed.Rendering;
using Heed.Rendering.Citing;

namespace Heed.Tests.Rendering;

/// <summary>Works as BibTeX, RIS and CSL-JSON write them. That programs which are not ours read them is shown by <c>CitationTests</c> of the browser tests.</summary>
public sealed class CitationFormatTests
{
    private static readonly CitedWork Report = new("a-b-document", CitedKind.Report, new Wording("Report on 5 % & more", "en"))
    {
        Authors = [new Wording("A Committee", null), new Wording("Bodies, United", null)],
        Publisher = "United Nations",
        Form = new Wording("Views", null),
        Number = "A/HRC/1/1",
        Where = new Wording("para. 7", null),
        Date = Date("2024-07"),
        Address = "https://example.org/a_b%20c?x={1}",
        Language = "en",
    };

    private static readonly CitedWork Page = new("a-b", CitedKind.WebPage, new Wording("Страница", null))
    {
        Authors = [new Wording("Heed: Казахстан", null)],
        Site = "Heed: Казахстан",
        Date = Date("2026-11-24"),
        Address = "https://example.org/ru/a/b.html",
        Language = "ru",
        Version = "0123456789ab",
        Remarks = [[new Wording("пересказ", null)]],
        History = [[new Wording("впервые опубликовано ", null), new Wording("24 ноября", null)]],
    };

    [Fact]
    public void BibTeX_says_what_is_known_and_nothing_else() => Assert.Equal(
        """
        @techreport{a-b-document,
          author = {{A Committee} and {Bodies, United}},
          title = {{Report on 5 \% \& more}},
          institution = {{United Nations}},
          type = {Views},
          number = {A/HRC/1/1},
          year = {2024},
          month = jul,
          url = {https://example.org/a_b%20c?x=%7B1%7D},
          language = {en},
          note = {para. 7},
        }

        @misc{a-b,
          author = {{Heed: Казахстан}},
          title = {{Страница}},
          year = {2026},
          month = nov,
          day = {24},
          url = {https://example.org/ru/a/b.html},
          language = {ru},
          version = {0123456789ab},
          note = {пересказ; впервые опубликовано 24 ноября},
        }

        """.ReplaceLineEndings("\n"),
        BibTeX.Of([Report, Page]));

    [Theory]
    [InlineData("a {b} c", @"a \{b\} c")]
    [InlineData("a { b", @"a \textbraceleft{} b")]
    [InlineData("a } b {", @"a \textbraceright{} b \textbraceleft{}")]
    [InlineData(@"\ ~ ^ ` _ # $", @"\textbackslash{} \textasciitilde{} \textasciicircum{} \textasciigrave{} \_ \# \$")]
    [InlineData("a--b ''c'' <<d>> ,,", "a-{}-b '{}'c'{}' <{}<d>{}> ,{},")]
    [InlineData("Қазақ «ә» – ё", "Қазақ «ә» – ё")]
    public void BibTeX_writes_what_TeX_takes_otherwise_as_TeX_writes_it(string title, string written) =>
        Assert.Contains($"title = {{{{{written}}}}},", BibTeX.Of([Page with { Title = new Wording(title, null) }]), StringComparison.Ordinal);

    [Fact]
    public void RIS_has_one_reference_a_work_with_the_line_ends_of_the_format() => Assert.Equal(
        """
        TY  - RPRT
        LB  - a-b-document
        AU  - A Committee,
        AU  - Bodies; United,
        TI  - Report on 5 % & more
        PB  - United Nations
        M3  - Views
        SN  - A/HRC/1/1
        PY  - 2024
        DA  - 2024/07//
        UR  - https://example.org/a_b%20c?x={1}
        LA  - en
        N1  - para. 7
        ER  - 

        TY  - ELEC
        LB  - a-b
        AU  - Heed: Казахстан,
        TI  - Страница
        T2  - Heed: Казахстан
        PY  - 2026
        DA  - 2026/11/24/
        UR  - https://example.org/ru/a/b.html
        LA  - ru
        ET  - 0123456789ab
        N1  - пересказ; впервые опубликовано 24 ноября
        ER  - 

        """.ReplaceLineEndings("\r\n"),
        Ris.Of([Report, Page]));

    [Fact]
    public void CSL_JSON_is_an_array_of_items_with_dates_as_exact_as_they_are_known()
    {
        var items = JsonNode.Parse(CslJson.Of([Report, Page]))!.AsArray();

        Assert.Equal("[[2024,7]]", items[0]!["issued"]!["date-parts"]!.ToJsonString());
        Assert.Equal("[[2026,11,24]]", items[1]!["issued"]!["date-parts"]!.ToJsonString());
        Assert.Equal(["report", "webpage"], items.Select(item => (string?)item!["type"]));
        Assert.Equal("A/HRC/1/1", (string?)items[0]!["number"]);
        Assert.Equal("""[{"literal":"A Committee"},{"literal":"Bodies, United"}]""", items[0]!["author"]!.ToJsonString());
        Assert.EndsWith("]\n", CslJson.Of([Report]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("circa 2015", true)]
    [InlineData("inferred 2015", true)]
    [InlineData("unknown", false)]
    public void A_date_that_is_not_certain_is_never_told_as_one_that_is(string date, bool isTold)
    {
        var work = Report with { Date = Date(date) };

        Assert.DoesNotContain("2015", BibTeX.Of([work]) + Ris.Of([work]), StringComparison.Ordinal);
        Assert.Equal(isTold ? """{"date-parts":[[2015]],"circa":true}""" : null, JsonNode.Parse(CslJson.Of([work]))![0]!["issued"]?.ToJsonString());
    }

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : throw new FormatException(text);
}

using FsCheck;
using FsCheck.Fluent;

namespace Heed.Tests.Search;

/// <summary>Text as pages have it and as nobody would write it: words of three languages, citations, names of built-in properties, rubble.</summary>
public static class TextSamples
{
    private static readonly string[] Words =
    [
        "human", "rights", "Rights", "defenders", "the", "The", "who", "WHO", "US", "us", "U.S.", "day", "Kazakhstan's", "Kazakhstan’s", "don't",
        "CEDAW", "ОБСЕ", "ILO", "права", "человека", "человек", "и", "ёлка", "всё", "мирные", "собрания", "российский", "чело\u0301века", "и\u0306од",
        "адам", "Әділет", "құқық", "ҚҰҚЫҚТАРЫ", "бостандығы", "і", "тiкелей", "журналистерге", "азапталғаны", "їжа", "Muižnieks", "Mui\u017Enieks", "Muiz\u030Cnieks", "Ærø", "İstanbul", "ΣΊΣΥΦΟΣ",
        "constructor", "__proto__", "hasOwnProperty", "toString", "valueOf", "prototype", "__defineGetter__", "_index", "length", "title", "body",
        "139.114", "139", "114", "2137/2012", "A/HRC/43/10", "CCPR/C/112/D/2137/2012", "A/HRC/43/10/Add.1", "CAT/C/KAZ/CO/3-4", "CCPR/C/KAZ/CO/2\u20113",
        "A/74/270/3", "and/or", "и/или", "т.е.", "COVID-19", "2019–2020", "2019-2020", "1,000", "10.5%", "end.Then", "in 2019.Then", "https://example.org/a/1",
        "soft\u00ADhyphen", "zero\u200Bwidth", "\uFEFFmark", "日本語", "한국어", "العربية", "0", "-0", "1e5", "00", "'s", "'", "/", "..", "a/b/c", "1/2/3", "x-1/2",
    ];

    private static readonly string[] Between = [" ", " ", " ", "\n", ", ", ". ", "-", "/", ".", "’", "'", "", "\u00A0", "\t", ":", " + ", "*", "~1", "^2", "\"", "«", "»"];

    private static Gen<string> Pieces => Gen.Frequency(
        (12, Gen.Elements(Words)),
        (1, Gen.Choose(0, 0xFFFF).Select(unit => ((char)unit).ToString())),
        (1, Gen.Elements("\uD800", "\uDC00", "\uD83D\uDE00", "\u2028", "\0", "\u001F", "\\", "<")),
        (1, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")));

    private static Gen<string> Texts =>
        from pieces in Pieces.ArrayOf()
        from joints in Gen.Elements(Between).ArrayOf(pieces.Length)
        select string.Concat(pieces.Zip(joints, (piece, joint) => piece + joint));

    public static Arbitrary<SampleText> Arbitrary() => Texts.Select(text => new SampleText(text)).ToArbitrary();
}

/// <summary>A text of <see cref="TextSamples"/>.</summary>
public sealed record SampleText(string Text);

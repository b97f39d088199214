using System.Collections.Immutable;

namespace Heed.Yaml;

/// <summary>What people write for the few words that a key may have: in ordinary speech, and in the other languages of the site.</summary>
internal static class OtherWords
{
    // The UN says supported and noted; nearly everybody else says accepted and rejected.
    private static readonly ImmutableArray<(string Right, string Others)> Table =
    [
        ("supported", "accepted|accept|accepts|agreed|approved|endorsed|support|supports|enjoys the support|enjoys support|принята|принято|приняты|принимается|поддержана|поддержано|поддержаны|поддерживается|поддержка|одобрена|одобрено|қабылданды|қабылданған|қолдау тапқан|қолдау тапты|қолданды|қолдады"),
        ("noted", "rejected|reject|rejects|refused|declined|not accepted|not supported|took note|taken note|note|notes|отклонена|отклонено|отклонены|отвергнута|отвергнуто|не принята|не принято|не поддержана|не поддержано|принята к сведению|принято к сведению|приняты к сведению|қабылданбады|қабылданбаған|қолдау таппады|қолдау таппаған|назарға алынған|назарға алынды"),
        ("unknown", "not known|unclear|n/a|?|неизвестно|неизвестна|нет данных|белгісіз"),
        ("true", "yes|y|on|1|да|иә"),
        ("false", "no|n|off|0|нет|жоқ"),
        ("high", "высокая|высокий|жоғары"),
        ("medium", "middle|moderate|mid|средняя|средний|орташа|орта"),
        ("low", "низкая|низкий|төмен"),
        ("official", "verbatim|quote|quoted|quotation|literal|original|официальная|официальный|официально|дословно|цитата|ресми"),
        ("paraphrase", "paraphrased|summary|own words|in own words|пересказ|своими словами|мазмұндама"),
        ("state", "government|the state|государство|правительство|мемлекет|үкімет"),
        ("ohchr-list", "ohchr|ohchr list|ohchr matrix|увкпч"),
        ("third-party", "third party|thirdparty|ngo|other|третья сторона|нпо|үшінші тарап"),
        ("assessment", "evaluation|оценка|бағалау"),
        ("baseline", "base line|исходное положение|бастапқы жағдай"),
        ("heed", "us|we|editors"),
        ("machine-assisted", "machine|automatic|auto|ai|машинный|машинная|машинный перевод|машиналық"),
        ("human", "person|manual|by hand|человек|вручную|адам"),
        ("adopted-law", "law|adopted law|закон|принятый закон|заң"),
        ("draft-law", "draft law|draft|законопроект|проект закона|заң жобасы"),
    ];

    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Rights = Table
        .SelectMany(row => row.Others.Split('|').Select(other => (Other: other, row.Right)))
        .GroupBy(pair => pair.Other, pair => pair.Right, StringComparer.OrdinalIgnoreCase)
        .ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Which of the words is meant by another, or null.</summary>
    public static string? Meant(string written, IReadOnlyCollection<string> words)
    {
        var plain = string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.FirstOrDefault(word => string.Equals(word, plain, StringComparison.OrdinalIgnoreCase) || string.Equals(word.Replace('-', ' '), plain, StringComparison.OrdinalIgnoreCase))
            ?? Rights.GetValueOrDefault(plain, []).FirstOrDefault(words.Contains);
    }
}

using System.Collections.Immutable;
using Heed.Linking;

namespace Heed.Building;

/// <summary>How much of the content is translated into one language.</summary>
/// <param name="Language">The language, <c>ru</c>.</param>
/// <param name="Kinds">For each folder of entries, in ordinal order, how many there are and how many of them are translated.</param>
/// <param name="Outdated">Translations whose original has changed since.</param>
/// <param name="NotReviewed">Translations that no person who knows both languages has looked at.</param>
public sealed record TranslationTotals(
    string Language,
    ImmutableSortedDictionary<string, (int Translated, int All)> Kinds,
    int Outdated,
    int NotReviewed)
{
    /// <summary>Entries of all kinds that are translated.</summary>
    public int Translated => Kinds.Values.Sum(kind => kind.Translated);

    /// <summary>Entries of all kinds.</summary>
    public int All => Kinds.Values.Sum(kind => kind.All);

    /// <summary>Counts a knowledge base, for each language but the original's, in the order of the settings.</summary>
    public static ImmutableArray<TranslationTotals> Of(KnowledgeBase knowledge) =>
        [.. knowledge.Config.Languages.Where(language => language != knowledge.Config.DefaultLanguage).Select(language => Of(knowledge, language))];

    private static TranslationTotals Of(KnowledgeBase knowledge, string language)
    {
        var translations = knowledge.Entries.Select(entry => entry.Translations.GetValueOrDefault(language)).OfType<Model.Translation>().ToList();
        return new TranslationTotals(
            language,
            knowledge.Entries
                .GroupBy(entry => entry.Id.Folder)
                .ToImmutableSortedDictionary(
                    kind => kind.Key,
                    kind => (kind.Count(entry => knowledge.IsIn(entry, language)), kind.Count()),
                    StringComparer.Ordinal),
            translations.Count(translation => translation.IsOutdated),
            translations.Count(translation => !translation.Reviewed));
    }
}

using Heed.Configuration;
using Heed.Diagnostics;
using Heed.Linking;
using Heed.Model;
using Heed.Text;

namespace Heed.Validation;

/// <summary>What the settings name is in the vocabulary, or is an article.</summary>
internal static class Settings
{
    public static void Judge(KnowledgeBase knowledge, DiagnosticLog log)
    {
        var (config, vocabulary) = (knowledge.Config, knowledge.Vocabulary);
        if (config.Country.Length == 0)
        {
            // There are no settings, or they lack what is required: that has been told.
            return;
        }

        if (vocabulary.Has(vocabulary.States) && vocabulary.States.Find(config.Country) is null)
        {
            Unknown("State", "country", config.Country, vocabulary.States.All.Select(state => state.Key), vocabulary.States.FindByName(config.Country)?.Key, "states", log);
        }

        if (knowledge.Evaluations.Length > 0 && vocabulary.Has("scales") && !vocabulary.Scales.ContainsKey(config.DefaultScale))
        {
            Unknown("scale", "default_scale", config.DefaultScale, vocabulary.Scales.Keys, vocabulary.Scales.Values.FirstOrDefault(scale => scale.Label.Says(config.DefaultScale))?.Key, "scales", log);
        }

        if (config.PrivacyPage.Length > 0 && !knowledge.Articles.Any(article => article.Id.ToString() == config.PrivacyPage)
            && !(EntryId.TryParse(config.PrivacyPage, out var page) && knowledge.Absences.Explain(page, new Place(SiteConfigReader.Path), log)))
        {
            log.Report(
                Catalogue.DanglingReference,
                new Place(SiteConfigReader.Path),
                $"privacy_page names \"{config.PrivacyPage}\", and there is no such article{NearMiss.Question(config.PrivacyPage, knowledge.Articles.Select(article => article.Id.ToString()))}",
                "Write the id of an article, such as articles/reading-safely, or leave it empty.");
        }
    }

    private static void Unknown(string what, string key, string word, IEnumerable<string> known, string? called, string list, DiagnosticLog log) =>
        log.Report(Catalogue.UnknownTerm, new Place(SiteConfigReader.Path), $"unknown {what} \"{word}\" in {key}", new Guess(word, known), called is null ? $"Correct {key}, or add it to content/vocabulary/{list}.yml." : $"Write {called}: words of content/vocabulary/{list}.yml are named by their keys.");
}

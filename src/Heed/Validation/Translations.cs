using Heed.Diagnostics;
using Heed.Linking;
using Heed.Model;
using Heed.Text;

namespace Heed.Validation;

/// <summary>A translation has the parts of its original, and no others. One that lags warns and never blocks.</summary>
internal static class Translations
{
    public static void Judge(KnowledgeBase knowledge, DiagnosticLog log)
    {
        foreach (var entry in knowledge.Entries)
        {
            foreach (var translation in entry.Translations.Values)
            {
                if (!knowledge.Config.Languages.Contains(translation.Language))
                {
                    log.Report(Catalogue.WrongValue, translation.Place, $"the page is a translation into \"{translation.Language}\", and the site has the languages {string.Join(", ", knowledge.Config.Languages)}", "Add the language to languages in site.config.yml, or correct the name of the file.");
                }

                Judge(entry, translation, log);
            }
        }
    }

    private static void Judge(Entry entry, Translation translation, DiagnosticLog log)
    {
        var parts = entry switch
        {
            Finding finding => finding.Statements.Select(statement => statement.Id).Concat(finding.Conflicts.Select(conflict => conflict.Id)).ToArray(),
            Review review => [.. review.Undertakings.Select(undertaking => undertaking.Id)],
            _ => [],
        };

        foreach (var part in translation.Parts.Values.Where(part => !parts.Contains(part.Id)))
        {
            log.Report(Catalogue.DanglingReference, part.Place, $"the original {entry.Id} has no part \"{part.Id}\"{NearMiss.Question(part.Id, parts)}", "Correct the id, or remove the part.");
        }

        var missing = parts.Where(part => !translation.Parts.ContainsKey(part)).ToArray();
        if (missing.Length > 0)
        {
            log.Report(Catalogue.TranslationBehind, translation.Place, $"the translation lacks {missing.Length} of {parts.Length} parts of {entry.Id}: {string.Join(", ", missing)}", "Translate them; until then readers see the original, marked with its language.");
        }
    }
}

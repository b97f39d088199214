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
                    continue;
                }

                Judge(entry, translation, log);
            }
        }
    }

    private static void Judge(Entry entry, Translation translation, DiagnosticLog log)
    {
        JudgeAge(entry, translation, log);

        var parts = TranslatableText.PartsOf(entry);
        foreach (var part in translation.Parts.Values.Where(part => !parts.Contains(part.Id)))
        {
            // In a translation that lags, the original may have dropped the part: that is told and stops nobody.
            var rule = translation.OriginalHash is null || translation.IsOutdated ? Catalogue.TranslationBehind : Catalogue.DanglingReference;
            log.Report(rule, part.Place, $"the original {entry.Id} has no part \"{part.Id}\"{NearMiss.Question(part.Id, parts)}", "Correct the id, or remove the part.");
        }

        var needed = TranslatableText.NeededPartsOf(entry);
        var missing = needed.Where(part => !translation.Parts.ContainsKey(part)).ToArray();
        if (missing.Length > 0)
        {
            log.Report(Catalogue.TranslationBehind, translation.Place, $"the translation lacks {missing.Length} of {needed.Length} parts of {entry.Id}: {string.Join(", ", missing)}", "Translate them; until then readers see the original, marked with its language.");
        }

        foreach (var (part, what, here, there) in Lists(entry, translation).Where(list => list.Here > 0 && list.Here != list.There))
        {
            log.Report(Catalogue.TranslationBehind, part.Place, $"\"{part.Id}\" has {there} {what} in the original and {here} in the translation", $"Write one item for each, in the order of the original; until then readers see the {what} of the original.");
        }
    }

    /// <summary>By content and not by date: a corrected comma of a date changes nothing, another word does.</summary>
    private static void JudgeAge(Entry entry, Translation translation, DiagnosticLog log)
    {
        var hash = TranslatableText.Hash(entry);
        if (translation.OriginalHash is null)
        {
            log.Report(Catalogue.TranslationOutdated, translation.Place, $"the translation does not say which words of {entry.Id} it translates, so nobody is told when they change", $"Compare the two; when they fit, add `original: \"{hash}\"`.");
        }
        else if (translation.IsOutdated)
        {
            log.Report(Catalogue.TranslationOutdated, translation.OriginalHashPlace, $"{entry.Id} has changed since it was translated", $"Bring the translation up to date, then write `original: \"{hash}\"`; until then its page tells readers.");
        }
    }

    /// <summary>Lists that a translation gives by order, with how many items there are here and in the original.</summary>
    private static IEnumerable<(TranslatedPart Part, string What, int Here, int There)> Lists(Entry entry, Translation translation)
    {
        if (entry is Decision decision)
        {
            yield return (new TranslatedPart("grounds_found", translation.Place), "grounds", translation.GroundsFound.Length, decision.GroundsFound.Length);
        }

        if (entry is not Finding finding)
        {
            yield break;
        }

        foreach (var statement in finding.Statements)
        {
            if (translation.Parts.GetValueOrDefault(statement.Id) is { } part)
            {
                yield return (part, "figures", part.Figures.Length, statement.Figures.Length);
            }
        }

        foreach (var conflict in finding.Conflicts)
        {
            if (translation.Parts.GetValueOrDefault(conflict.Id) is { } part)
            {
                yield return (part, "values", part.Values.Length, conflict.Values.Length);
            }
        }
    }
}

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
                if (knowledge.Config.Country.Length == 0)
                {
                    // The settings could not be read, so nobody knows the languages.
                    continue;
                }

                if (translation.Language == knowledge.Config.DefaultLanguage)
                {
                    log.Report(Catalogue.TranslationOfItself, translation.Place, $"the page is a translation into \"{translation.Language}\", and that is the language of the original", $"Write the words into content/{entry.Id}.md and remove this file; or name it after its language.");
                    continue;
                }

                if (!knowledge.Config.Languages.Contains(translation.Language))
                {
                    log.Report(Catalogue.WrongValue, translation.Place, $"the page is a translation into \"{translation.Language}\", and the site has the languages {string.Join(", ", knowledge.Config.Languages)}", "Add the language to languages in site.config.yml, or correct the name of the file.");
                    continue;
                }

                Judge(knowledge.Texts(entry), entry, translation, log);
            }
        }
    }

    private static void Judge(EntryTexts texts, Entry entry, Translation translation, DiagnosticLog log)
    {
        JudgeAge(texts, entry, translation, log);

        foreach (var (part, place) in translation.Parts.Where(part => !texts.Parts.Contains(part.Id)))
        {
            // In a translation that lags, the original may have dropped the part: that is told and stops nobody.
            var rule = translation.OriginalHash is null || translation.IsOutdated ? Catalogue.TranslationBehind : Catalogue.DanglingReference;
            log.Report(rule, place, $"the original {entry.Id} has no part \"{part}\"", new Guess(part, texts.Parts), "Correct the id, or remove the part.");
        }

        foreach (var lost in translation.Texts.Where(text => text.Key.List.Length == 0 && text.Key.Part is "" && texts.Find(text.Key) is null))
        {
            log.Report(Catalogue.TranslationBehind, lost.Value.Place, $"the original {entry.Id} has no {NameOf(lost.Key)}, so nobody sees this one", $"Write it in the original first, or remove it here.");
        }

        var needed = texts.NeededParts;
        var missing = needed.Where(part => translation.Parts.All(translated => translated.Id != part)).ToArray();
        if (missing.Length > 0)
        {
            log.Report(Catalogue.TranslationBehind, translation.Place, $"the translation lacks {missing.Length} of {needed.Length} parts of {entry.Id}: {string.Join(", ", missing)}", "Translate them; until then readers see the original, marked with its language.");
        }

        var untold = texts.All
            .Where(text => text.Field.Translation == TextTranslation.Needed && text.HasLetters && text.Id.List.Length == 0 && !missing.Contains(text.Id.Part) && text.In(translation.Language) is null)
            .Select(text => text.Id.Part.Length == 0 ? NameOf(text.Id) : $"{NameOf(text.Id)} of {text.Id.Part}")
            .ToArray();
        if (untold.Length > 0)
        {
            log.Report(Catalogue.TranslationBehind, translation.Place, $"the translation of {entry.Id} lacks {string.Join(", ", untold)}", "Translate what is missing; until then readers see the original, marked with its language.");
        }

        foreach (var (list, here) in translation.Counts.Where(list => list.Value > 0))
        {
            var there = CountOf(entry, list.Part, list.List);
            if (there != here && (list.Part.Length == 0 || texts.Parts.Contains(list.Part)))
            {
                var (name, place) = list.Part.Length == 0 ? (list.List, translation.Place) : (list.Part, translation.Parts.First(part => part.Id == list.Part).Place);
                log.Report(Catalogue.TranslationBehind, place, $"\"{name}\" has {there} {Items(list.List)} in the original and {here} in the translation", $"Write one item for each, in the order of the original; until then readers see the {Items(list.List)} of the original.");
            }
        }
    }

    private static string NameOf(TextId id) => id.Name == "body" ? "text below the front matter" : id.Name;

    private static string Items(string list) => list == "grounds_found" ? "grounds" : list;

    /// <summary>How many items the original has in a list within a part.</summary>
    private static int CountOf(Entry entry, string part, string list) => TextFields.Of(entry.Kind)
        .SelectMany(texts => texts.Parts(entry).Where(one => one.Id == part).SelectMany(one => texts.Inner.Where(inner => inner.Key == list).Select(inner => inner.Items(one.Item).Count())))
        .FirstOrDefault();

    /// <summary>By content and not by date: a corrected comma of a date changes nothing, another word does.</summary>
    private static void JudgeAge(EntryTexts texts, Entry entry, Translation translation, DiagnosticLog log)
    {
        var hash = texts.Hash();
        if (translation.OriginalHash is null)
        {
            log.Report(Catalogue.TranslationOutdated, translation.Place, $"the translation does not say which words of {entry.Id} it translates, so nobody is told when they change", $"Compare the two; when they fit, add `original: \"{hash}\"`.");
        }
        else if (translation.IsOutdated)
        {
            log.Report(Catalogue.TranslationOutdated, translation.OriginalHashPlace, $"{entry.Id} has changed since it was translated", $"Bring the translation up to date, then write `original: \"{hash}\"`; until then its page tells readers.");
        }
    }
}

using System.Globalization;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Linking;

namespace Heed.Validation;

/// <summary>The names of pages and the keys of vocabulary become names of files, of which no disk takes any length.</summary>
internal static class FileNames
{
    public static void Judge(KnowledgeBase knowledge, DiagnosticLog log)
    {
        foreach (var entry in knowledge.Entries)
        {
            foreach (var part in entry.Id.ToString().Split('/'))
            {
                JudgePart(part, "the name", entry.Place with { Line = 0, Column = 0 }, "Rename the file and what links to it; if it was published, say in content/retired.yml where it moved.", log);
            }
        }

        var vocabulary = knowledge.Vocabulary;
        foreach (var term in new[] { vocabulary.Themes, vocabulary.States, vocabulary.Groups, vocabulary.Bodies, vocabulary.Treaties }.SelectMany(terms => terms.All))
        {
            JudgePart(term.Key, "the key", term.Place, "Give it a shorter key, and correct it where pages use it.", log);
        }

        foreach (var (scale, level) in vocabulary.Scales.Values.SelectMany(scale => scale.Levels, (scale, level) => (scale, level)))
        {
            JudgePart(level.Key, "the key", scale.Place, "Give it a shorter key, and correct it where pages use it.", log);
        }

        foreach (var retired in knowledge.Retired)
        {
            foreach (var part in retired.Was.Page.Split('/'))
            {
                JudgePart(part, "the address", retired.Place, "No page can have been published at this address; correct it.", log);
            }
        }
    }

    private static void JudgePart(string name, string what, Place place, string cure, DiagnosticLog log)
    {
        if (name.Length > SiteFileName.MostOfName)
        {
            log.Report(
                Catalogue.NameTooLong,
                place,
                string.Create(CultureInfo.InvariantCulture, $"{what} that begins with \"{name[..40]}\" has {name.Length} letters, and {SiteFileName.MostOfName} are the most: files are named after it, with endings as long as {SiteFileName.LongestEnding}"),
                cure);
        }
    }
}

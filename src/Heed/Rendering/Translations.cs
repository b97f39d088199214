using Heed.Model;

namespace Heed.Rendering;

/// <summary>What a page tells of its translation, so that languages are never mixed in silence.</summary>
internal static class Translations
{
    /// <summary>The notice of an entry's page; null in the language of the original, and for a translation that a person made or looked at.</summary>
    public static TranslationNoticeView? NoticeOf(Entry entry, PageWriter writer)
    {
        var edition = writer.Edition;
        if (edition.Language == edition.OriginalLanguage)
        {
            return null;
        }

        var original = new LinkView(
            writer.Links.To(entry.Id.Address, edition.OriginalLanguage),
            edition.Theme.LabelsIn(edition.OriginalLanguage).Say("language.name"),
            edition.OriginalLanguage);
        return !IsInPageLanguage(entry, writer) ? new TranslationNoticeView(true, false, false, false, original)
            : entry.Translations[edition.Language] switch
            {
                { MachineAssisted: false, Reviewed: true, IsOutdated: false } => null,
                var translation => new TranslationNoticeView(false, translation.MachineAssisted, translation.Reviewed, translation.IsOutdated, original),
            };
    }

    /// <summary>Whether the entry's words are in the language of the page.</summary>
    public static bool IsInPageLanguage(Entry entry, PageWriter writer) => writer.Knowledge.IsIn(entry, writer.Edition.Language);
}

using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Model;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>Front matter of a translation to <see cref="Translation"/>: only what differs from the original, by <see cref="TextFields"/>.</summary>
internal static class TranslationBinder
{
    /// <summary>The translation, and whether it is a draft.</summary>
    public static (Translation Translation, bool IsDraft) Bind(PageFile page, string language, Fields fields)
    {
        var texts = new Texts();
        var translation = new Translation(
            language,
            new Place(page.File.Path),
            fields.OneOf("translation", true, ("machine-assisted", true), ("human", false)),
            fields.Flag("reviewed", required: true))
        {
            OriginalHash = fields.Text("original"),
            OriginalHashPlace = fields.Has("original") ? fields.PlaceOf("original") : new Place(page.File.Path),
        };
        var isDraft = fields.Flag("draft");
        foreach (var list in TextFields.Of(EntryKinds.InFolder(page.Id.Folder) ?? throw new ArgumentException($"{page.Id.Folder} is the folder of no kind.", nameof(page))))
        {
            Read(list, page, fields, texts);
        }

        fields.Done();
        return (translation with { Texts = texts.Words.ToImmutable(), Parts = [.. texts.Parts], Counts = texts.Counts.ToImmutable() }, isDraft);
    }

    private static void Read(TextList list, PageFile page, Fields fields, Texts texts)
    {
        if (list.Key.Length == 0)
        {
            Read(list, "", page, fields, texts);
            return;
        }

        foreach (var item in fields.Maps(list.Key, list.IdKey == "id" ? "a translated part" : "a translated reason"))
        {
            var id = item.RequiredText(list.IdKey);
            if (texts.Parts.Any(part => part.Id == id))
            {
                item.Log.Report(Catalogue.DuplicateId, item.Place, $"the part \"{id}\" is translated twice", "Join the two.");
            }
            else if (id.Length > 0)
            {
                texts.Parts.Add((id, item.Place));
            }

            Read(list, id, page, item, texts);
            item.Done();
        }
    }

    private static void Read(TextList list, string part, PageFile page, Fields fields, Texts texts)
    {
        foreach (var field in list.Fields.Where(field => field.Translation != TextTranslation.Never))
        {
            if (field.Form == TextForm.Body)
            {
                texts.Add(new TextId(field.Name), page.Markdown, new Place(page.File.Path, page.MarkdownLine));
            }
            else
            {
                texts.Add(new TextId(field.Name, part), fields.Text(field.Name), fields.PlaceOf(field.Name));
            }
        }

        foreach (var inner in list.Inner.Where(inner => inner.IsTranslated))
        {
            texts.Counts[(part, inner.Key)] = inner.IsOfTexts ? ReadTexts(inner, part, fields, texts) : ReadItems(inner, part, fields, texts);
        }
    }

    private static int ReadTexts(TextItems inner, string part, Fields fields, Texts texts)
    {
        var items = fields.Texts(inner.Key);
        for (var index = 0; index < items.Length; index++)
        {
            texts.Add(new TextId(inner.Fields[0].Name, part, inner.Key, index), items[index].Text, items[index].Place);
        }

        return items.Length;
    }

    private static int ReadItems(TextItems inner, string part, Fields fields, Texts texts)
    {
        var items = fields.Maps(inner.Key, $"a translated {inner.Key.TrimEnd('s')}");
        for (var index = 0; index < items.Length; index++)
        {
            foreach (var field in inner.Fields.Where(field => field.Translation != TextTranslation.Never))
            {
                texts.Add(new TextId(field.Name, part, inner.Key, index), items[index].Text(field.Name), items[index].PlaceOf(field.Name));
            }

            items[index].Done();
        }

        return items.Length;
    }

    private sealed class Texts
    {
        public ImmutableDictionary<TextId, TranslatedText>.Builder Words { get; } = ImmutableDictionary.CreateBuilder<TextId, TranslatedText>();

        public List<(string Id, Place Place)> Parts { get; } = [];

        public ImmutableDictionary<(string, string), int>.Builder Counts { get; } = ImmutableDictionary.CreateBuilder<(string, string), int>();

        public void Add(TextId id, string? words, Place place)
        {
            if (!string.IsNullOrWhiteSpace(words))
            {
                Words[id] = new TranslatedText(words, place);
            }
        }
    }
}

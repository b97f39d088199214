using System.Text.Json.Nodes;
using Heed.Model;
using Heed.Rendering.Citing;

namespace Heed.Rendering.Machine;

/// <summary>The JSON file beside a page, in the format <c>heed-page/1</c>, which README.md describes to those who reuse it.</summary>
internal static class PageJson
{
    /// <summary>The name of the format. What readers rely on changes only with the number.</summary>
    public const string Format = "heed-page/1";

    /// <summary>The text of the file.</summary>
    public static string Of(PageFacts facts)
    {
        var edition = facts.Edition;
        var json = new JsonObject()
            .With("format", Format)
            .With("url", facts.Address)
            .With("language", edition.Language)
            .With("kind", PageKinds.WordOf(facts.Page.Kind))
            .With("title", facts.Content.Title)
            .With("title_language", facts.Content.TitleLang)
            .With("description", facts.Description)
            .With("licence", edition.Config.Licence)
            .With("licence_url", edition.Config.LicenceUrl)
            .With("version", facts.Version)
            .With("first_published", PageFacts.Iso(facts.Dates.FirstPublished))
            .With("last_changed", PageFacts.Iso(facts.Dates.LastChanged))
            .With("alternates", Alternates(facts));
        if (facts.Entry is { } entry)
        {
            json.With("citation", facts.Citation?.Text)
                .With("citation_files", new JsonObject([.. CitationFiles.Formats.Select(format => Named(format.Ending, facts.AddressOf(CitationFiles.Beside(facts.Page.Address, format.Ending))))]));
            AddEntry(json, entry, facts);
        }
        else
        {
            json.With("entries", new JsonArray([.. facts.Linked.Select(id => edition.Knowledge.Find(id)).OfType<Entry>().Select(linked => Linked(linked, facts))]));
        }

        return json.With("jsonld", JsonLd.Of(facts, isWhole: true)).Written();
    }

    private static void AddEntry(JsonObject json, Entry entry, PageFacts facts)
    {
        var language = facts.Edition.Language;
        var body = facts.Edition.Knowledge.BodyIn(entry, language);
        json.With("text", body.Prose.ShownText(written => facts.Edition.NameOf(entry, written)))
            .With("text_language", body.Language)
            .With("data", EntryJson.Of(entry))
            .With("translation", entry.Translations.GetValueOrDefault(language) is { } translation ? TranslationJson.Of(translation) : null);
    }

    private static JsonObject Alternates(PageFacts facts) =>
        new([.. facts.Edition.Config.Languages.Select(language => Named(language, facts.Edition.Config.BaseUrl + facts.Edition.PathOf(facts.Page.Address, language)))]);

    private static JsonObject Linked(Entry entry, PageFacts facts)
    {
        var title = facts.Edition.Titles.Of(entry);
        return new JsonObject()
            .With("id", entry.Id.ToString())
            .With("title", title.Text)
            .With("title_language", title.Lang)
            .With("url", facts.AddressOf(entry.Id.Address));
    }

    private static KeyValuePair<string, JsonNode?> Named(string name, string text) => new(name, text);
}

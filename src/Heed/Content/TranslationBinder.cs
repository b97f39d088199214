using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Model;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>Front matter of a translation to <see cref="Translation"/>: only what differs from the original.</summary>
internal static class TranslationBinder
{
    public static Translation Bind(PageFile page, string language, DiagnosticLog log) =>
        Bind(page, language, new Fields(page.FrontMatter, "a translation", log));

    public static Translation Bind(PageFile page, string language, Fields fields)
    {
        var parts = ImmutableSortedDictionary.CreateBuilder<string, TranslatedPart>(StringComparer.Ordinal);
        var machineAssisted = fields.OneOf("translation", true, ("machine-assisted", true), ("human", false));
        var reviewed = fields.Flag("reviewed", required: true);
        foreach (var list in (string[])["statements", "conflicts", "undertakings"])
        {
            foreach (var item in fields.Maps(list, "a translated part"))
            {
                var part = new TranslatedPart(item.RequiredText("id"), item.Text("text"), item.Text("note"), item.Text("about"), item.Text("advice"), item.Place);
                item.Done();
                parts[part.Id] = part;
            }
        }

        var translation = new Translation(language, new Place(page.File.Path), machineAssisted, reviewed)
        {
            Title = fields.Text("title"),
            Summary = fields.Text("summary"),
            Note = fields.Text("note"),
            Markdown = page.Markdown,
            MarkdownLine = page.MarkdownLine,
            Parts = parts.ToImmutable(),
        };
        fields.Done();
        return translation;
    }
}

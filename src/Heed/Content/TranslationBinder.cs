using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Model;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>Front matter of a translation to <see cref="Translation"/>: only what differs from the original.</summary>
internal static class TranslationBinder
{
    /// <summary>The lists whose items are called by an id of their own.</summary>
    private static readonly ImmutableArray<string> Lists = ["statements", "conflicts", "undertakings", "positions", "bears_on", "totals", "awaited_assessments", "history"];

    /// <summary>The translation, and whether it is a draft.</summary>
    public static (Translation Translation, bool IsDraft) Bind(PageFile page, string language, Fields fields)
    {
        var translation = new Translation(
            language,
            new Place(page.File.Path),
            fields.OneOf("translation", true, ("machine-assisted", true), ("human", false)),
            fields.Flag("reviewed", required: true))
        {
            OriginalHash = fields.Text("original"),
            OriginalHashPlace = fields.Has("original") ? fields.PlaceOf("original") : new Place(page.File.Path),
            Title = fields.Text("title"),
            Summary = fields.Text("summary"),
            Note = fields.Text("note"),
            Facts = Facts(fields),
            GroundsFound = [.. fields.Texts("grounds_found").Select(ground => ground.Text)],
            Markdown = page.Markdown,
            MarkdownLine = page.MarkdownLine,
            Parts = Parts(fields),
        };
        var isDraft = fields.Flag("draft");
        fields.Done();
        return (translation, isDraft);
    }

    private static ImmutableSortedDictionary<string, string> Facts(Fields fields)
    {
        var facts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in TranslatableText.FactNames)
        {
            if (fields.Text(name) is { Length: > 0 } words)
            {
                facts[name] = words;
            }
        }

        return facts.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, TranslatedPart> Parts(Fields fields)
    {
        var parts = ImmutableSortedDictionary.CreateBuilder<string, TranslatedPart>(StringComparer.Ordinal);
        foreach (var item in Lists.SelectMany(list => fields.Maps(list, "a translated part")))
        {
            Add(new TranslatedPart(item.RequiredText("id"), item.Place)
            {
                Text = item.Text("text"),
                Note = item.Text("note"),
                About = item.Text("about"),
                Advice = item.Text("advice"),
                AssertedBy = item.Text("asserted_by"),
                ReportedBy = item.Text("reported_by"),
                Detail = item.Text("detail"),
                Why = item.Text("why"),
                Figures = [.. item.Maps("figures", "a translated figure").Select(FigureOf)],
                Values = [.. item.Maps("values", "a translated value").Select(ValueOf)],
            });
            item.Done();
        }

        foreach (var item in fields.Maps("repeats", "a translated reason"))
        {
            Add(new TranslatedPart(item.RequiredText("entry"), item.Place) { Why = item.RequiredText("why") });
            item.Done();
        }

        return parts.ToImmutable();

        void Add(TranslatedPart part)
        {
            if (part.Id.Length > 0 && !parts.TryAdd(part.Id, part))
            {
                fields.Log.Report(Catalogue.DuplicateId, part.Place, $"the part \"{part.Id}\" is translated twice", "Join the two.");
            }
        }
    }

    private static TranslatedFigure FigureOf(Fields item)
    {
        var figure = new TranslatedFigure(item.Text("value"), item.Text("unit"), item.Text("qualifier"), item.Text("label"));
        item.Done();
        return figure;
    }

    private static TranslatedValue ValueOf(Fields item)
    {
        var value = new TranslatedValue(item.Text("value"), item.Text("note"));
        item.Done();
        return value;
    }
}

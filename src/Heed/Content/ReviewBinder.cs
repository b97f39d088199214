using System.Collections.Immutable;
using System.Globalization;
using Heed.Diagnostics;
using Heed.Model;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>Front matter to <see cref="Review"/>.</summary>
internal static class ReviewBinder
{
    public static Review Bind(Binding binding)
    {
        var fields = binding.Fields;
        var title = fields.RequiredText("title");
        var cycle = fields.Number("cycle", required: true) ?? 0;
        var session = fields.Number("session", required: true) ?? 0;
        var reviewed = binding.PastDate(fields, "reviewed", required: true) ?? PartialDate.Unknown;
        var adopted = binding.PastDate(fields, "adopted", required: true) ?? PartialDate.Unknown;
        var adoptedNote = fields.Text("adopted_note");
        var documents = Documents(fields);
        var totals = fields.Map("totals", "totals");
        if (totals is null)
        {
            fields.Missing("totals");
        }

        var nothing = new Total(null, null, "", false, fields.Place);
        var review = binding.Complete(new Review
        {
            Id = binding.Page.Id,
            Place = binding.Place,
            Title = title,
            Cycle = cycle,
            Session = session,
            Reviewed = reviewed,
            Adopted = adopted,
            AdoptedNote = adoptedNote,
            Documents = documents,
            Received = TotalOf(totals, "received", required: true) ?? nothing,
            Supported = TotalOf(totals, "supported", required: true) ?? nothing,
            Noted = TotalOf(totals, "noted", required: true) ?? nothing,
            Delegations = TotalOf(totals, "delegations", required: false),
            RecommendingStates = TotalOf(totals, "recommending_states", required: false),
            OtherCounts = fields.Text("other_counts"),
            CoverageNote = fields.Text("coverage_note"),
            AwaitedAssessments = [.. fields.Maps("awaited_assessments", "an awaited assessment").Select(item => AwaitedOf(binding, item))],
            Undertakings = [.. fields.Maps("undertakings", "an undertaking").Select(item => UndertakingOf(binding, item))],
            Themes = binding.Themes(fields, required: false),
            Confidence = Binding.Confidence(fields),
            Sources = binding.Citations(fields),
            Note = fields.Text("note"),
        });
        totals?.Done();
        return review;
    }

    private static ImmutableArray<ReviewDocument> Documents(Fields fields)
    {
        var documents = ImmutableArray.CreateBuilder<ReviewDocument>();
        foreach (var item in fields.Maps("documents", "a document"))
        {
            var text = item.RequiredText("symbol");
            var title = item.RequiredText("title");
            item.Done();
            if (DocumentSymbol.TryParse(text, out var symbol))
            {
                documents.Add(new ReviewDocument(symbol, title));
            }
            else if (text.Length > 0)
            {
                fields.Log.Report(Catalogue.WrongValue, item.PlaceOf("symbol"), $"\"{text}\" is not the symbol of a UN document", "Write it as printed, such as A/HRC/43/10.");
            }
        }

        return documents.ToImmutable();
    }

    private static Total? TotalOf(Fields? totals, string key, bool required)
    {
        if (totals?.Map(key, "a total") is not { } fields)
        {
            if (required)
            {
                totals?.Missing(key);
            }

            return null;
        }

        var text = fields.RequiredText("count");
        var basis = fields.RequiredText("basis");
        var isDerived = fields.Flag("derived");
        fields.Done();
        if (text is "unknown" or "")
        {
            return new Total(null, null, basis, isDerived, fields.Place);
        }

        var parts = text.Split(" to ");
        if (parts.Length <= 2 && Number(parts[0]) is { } least && Number(parts[^1]) is { } most && least <= most)
        {
            return new Total(least, most, basis, isDerived, fields.Place);
        }

        fields.Log.Report(Catalogue.WrongValue, fields.PlaceOf("count"), $"count \"{text}\" is neither a number nor a range", "Write \"245\", \"99 to 103\", or unknown.");
        return new Total(null, null, basis, isDerived, fields.Place);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Fields.LargestNumber ? number : null;

    private static AwaitedAssessment AwaitedOf(Binding binding, Fields item)
    {
        var awaited = new AwaitedAssessment(
            binding.Key(item, "assessor", binding.Vocabulary.Assessors, "assessor", required: true) ?? "",
            item.RequiredText("note"));
        item.Done();
        return awaited;
    }

    private static Undertaking UndertakingOf(Binding binding, Fields item)
    {
        var undertaking = new Undertaking(
            FindingBinder.Anchor(item),
            item.RequiredText("text"),
            binding.Themes(item),
            Binding.Confidence(item),
            binding.Citations(item),
            item.Place);
        item.Done();
        return undertaking;
    }
}

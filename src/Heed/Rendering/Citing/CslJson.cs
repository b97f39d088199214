using System.Text.Json.Nodes;
using Heed.Model;
using Heed.Rendering.Machine;

namespace Heed.Rendering.Citing;

/// <summary>Writes works as CSL-JSON, the items of the Citation Style Language: only types and properties that its schema <c>csl-data.json</c> has.</summary>
public static class CslJson
{
    /// <summary>The text of a <c>.csl.json</c> file: an array of the works in their order.</summary>
    public static string Of(IEnumerable<CitedWork> works) => new JsonArray([.. works.Select(Of)]).Written();

    private static JsonObject Of(CitedWork work) => new JsonObject()
        .With("id", work.Key)
        .With("type", work.Kind == CitedKind.Report ? "report" : "webpage")
        .With("author", work.Authors.IsEmpty ? null : new JsonArray([.. work.Authors.Select(author => new JsonObject { ["literal"] = author.Text })]))
        .With("title", work.Title.Text)
        .With("container-title", work.Site)
        .With("publisher", work.Publisher)
        .With("genre", work.Form?.Text)
        .With("number", work.Number)
        .With("issued", Date(work.Date))
        .With("URL", work.Address)
        .With("language", work.Language)
        .With("version", work.Version)
        .With("note", work.Note);

    private static JsonObject? Date(PartialDate date)
    {
        if (date.IsUnknown)
        {
            return null;
        }

        var parts = new JsonArray(date.Year);
        if (date.Month > 0)
        {
            parts.Add(date.Month);
        }

        if (date.Day > 0)
        {
            parts.Add(date.Day);
        }

        var issued = new JsonObject { ["date-parts"] = new JsonArray(parts) };
        return date.Certainty == DateCertainty.Stated ? issued : issued.With("circa", true);
    }
}

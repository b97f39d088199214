using Heed.Diagnostics;
using Heed.Model;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>Front matter to <see cref="Finding"/>.</summary>
internal static class FindingBinder
{
    public static Finding Bind(Binding binding)
    {
        var fields = binding.Fields;
        return binding.Complete(new Finding
        {
            Id = binding.Page.Id,
            Place = binding.Place,
            Title = fields.RequiredText("title"),
            Themes = binding.Themes(fields),
            Statements = [.. fields.Maps("statements", "a statement", required: true).Select(item => StatementOf(binding, item))],
            Conflicts = [.. fields.Maps("conflicts", "a conflict", required: false).Select(item => ConflictOf(binding, item))],
            ReviewDue = Binding.Date(fields, "review_due"),
            Note = fields.Text("note"),
        });
    }

    private static Statement StatementOf(Binding binding, Fields item)
    {
        var statement = new Statement(
            Anchor(item),
            item.RequiredText("text"),
            binding.PastPeriod(item, "period", required: true) ?? Period.Unknown,
            [.. item.Maps("figures", "a figure").Select(FigureOf)],
            item.RequiredText("asserted_by"),
            binding.Key(item, "asserted_by_kind", binding.Vocabulary.AssessorKinds, "kind of assessor", required: true) ?? "",
            Binding.Confidence(item),
            binding.Citations(item),
            item.Text("note"),
            item.Place);
        item.Done();
        return statement;
    }

    private static Figure FigureOf(Fields item)
    {
        var figure = new Figure(item.RequiredText("value"), item.RequiredText("unit"), item.Text("qualifier"), item.Text("label"));
        item.Done();
        return figure;
    }

    private static Conflict ConflictOf(Binding binding, Fields item)
    {
        var conflict = new Conflict(
            Anchor(item),
            item.RequiredText("about"),
            [.. item.Maps("values", "a value", required: true).Select(value => ValueOf(binding, value))],
            item.RequiredText("advice"),
            item.Place);
        item.Done();
        return conflict;
    }

    private static ConflictValue ValueOf(Binding binding, Fields item)
    {
        var value = new ConflictValue(item.RequiredText("value"), binding.PastDate(item, "as_of"), binding.Citations(item), item.Text("note"));
        item.Done();
        return value;
    }

    /// <summary>An id that can stand after <c>#</c> in an address.</summary>
    internal static string Anchor(Fields item)
    {
        var id = item.RequiredText("id");
        if (id.Length > 0 && !id.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'))
        {
            item.Log.Report(Catalogue.WrongValue, item.PlaceOf("id"), $"id \"{id}\" cannot stand in an address", "Use lower-case letters a to z, digits and hyphens.");
        }

        return id;
    }
}

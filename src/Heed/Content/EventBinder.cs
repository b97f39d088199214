using System.Collections.Immutable;
using Heed.Model;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>Front matter to <see cref="Event"/>.</summary>
internal static class EventBinder
{
    public static Event Bind(Binding binding)
    {
        var fields = binding.Fields;
        return binding.Complete(new Event
        {
            Id = binding.Page.Id,
            Place = binding.Place,
            Title = fields.RequiredText("title"),
            Date = binding.PastPeriod(fields, "date", required: true) ?? Period.Unknown,
            Themes = binding.Themes(fields),
            From = From(fields),
            Confidence = Binding.Confidence(fields),
            Sources = binding.Citations(fields),
            Note = fields.Text("note"),
        });
    }

    private static ImmutableArray<PartReference> From(Fields fields)
    {
        var from = ImmutableArray.CreateBuilder<PartReference>();
        foreach (var (text, place) in fields.Texts("from", required: true))
        {
            var at = text.IndexOf('#', StringComparison.Ordinal);
            if (Binding.ReferenceOf(fields, at < 0 ? text : text[..at], place) is { } reference)
            {
                from.Add(new PartReference(reference, at < 0 ? null : text[(at + 1)..]));
            }
        }

        return from.ToImmutable();
    }
}

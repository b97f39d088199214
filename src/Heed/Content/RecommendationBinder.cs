using System.Collections.Immutable;
using System.Globalization;
using Heed.Diagnostics;
using Heed.Model;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>Front matter to <see cref="Recommendation"/>.</summary>
internal static class RecommendationBinder
{
    public static Recommendation Bind(Binding binding)
    {
        var fields = binding.Fields;
        var title = fields.Text("title") ?? "";
        var review = Binding.Review(fields, required: true);
        var folder = binding.Page.Id.ToString().Split('/') is [_, var name, _] ? name : "";
        if (review is { } named && named.Target.Name != folder)
        {
            binding.Log.Report(Catalogue.WrongValue, named.Place, $"review is {named.Target.Name}, and the page stands in recommendations/{folder}/", $"Move the page to recommendations/{named.Target.Name}/, or correct review.");
        }

        var document = KnownOr<DocumentSymbol>(fields, "document", DocumentSymbol.TryParse, "the symbol of a UN document", "A/HRC/43/10");
        var paragraph = KnownOr<ParagraphNumber>(fields, "paragraph", ParagraphNumber.TryParse, "the number of a paragraph", "\"139.114\"");
        if (!paragraph.IsKnown && title.Length == 0)
        {
            fields.Missing("title");
        }

        var states = States(binding);
        return binding.Complete(new Recommendation
        {
            Id = binding.Page.Id,
            Place = binding.Place,
            Title = title,
            Review = review ?? new Reference(default, binding.Place),
            Document = document,
            Paragraph = paragraph,
            RecommendingStates = states,
            StatesAsPrinted = [.. fields.Texts("states_as_printed").Select(state => state.Text)],
            Describes = DescribesOf(fields),
            IsOfficialWording = fields.OneOf("wording", true, ("paraphrase", false), ("official", true)),
            Positions = Positions(binding),
            Themes = binding.Themes(fields),
            Groups = binding.Keys(fields, "groups", binding.Vocabulary.Groups, "group of persons"),
            SdgTargets = SdgTargets(fields),
            IsPriority = fields.Flag("priority", required: true),
            Repeats = Binding.JudgedLinks(fields, "repeats"),
            Confidence = Binding.Confidence(fields),
            Sources = binding.Citations(fields),
            Note = fields.Text("note"),
        });
    }

    private delegate bool Parse<T>(string text, out T value);

    /// <summary>A value of a form of its own, or unknown; text of another form is reported.</summary>
    private static Answer<T> KnownOr<T>(Fields fields, string key, Parse<T> parse, string what, string example)
        where T : notnull
    {
        var text = fields.RequiredText(key);
        if (text is "unknown" or "")
        {
            return Answer<T>.Unknown;
        }

        if (parse(text, out var value))
        {
            return Answer<T>.Of(value);
        }

        fields.Log.Report(Catalogue.WrongValue, fields.PlaceOf(key), $"{key} \"{text}\" is not {what}", $"Write it as printed, such as {example}, or unknown.");
        return Answer<T>.Unknown;
    }

    private static Answer<ImmutableArray<string>> States(Binding binding)
    {
        var fields = binding.Fields;
        if (fields.Take("recommending_states") is YamlScalar { Value: "unknown" })
        {
            return Answer<ImmutableArray<string>>.Unknown;
        }

        var states = binding.Keys(fields, "recommending_states", binding.Vocabulary.States, "State", required: true);
        return states.IsEmpty ? Answer<ImmutableArray<string>>.Unknown : Answer<ImmutableArray<string>>.Of(states);
    }

    private static Describes DescribesOf(Fields fields)
    {
        var text = fields.RequiredText("describes");
        switch (text)
        {
            case "one" or "":
                return Describes.One;
            case "not stated":
                return new Describes(DescribesKind.NotStated, 0);
            default:
                break;
        }

        var atLeast = text.StartsWith("at least ", StringComparison.Ordinal);
        if (int.TryParse(atLeast ? text["at least ".Length..] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1 and <= Fields.LargestNumber)
        {
            return new Describes(atLeast ? DescribesKind.AtLeast : DescribesKind.Several, number);
        }

        fields.Log.Report(Catalogue.WrongValue, fields.PlaceOf("describes"), $"describes \"{text}\" does not say how many recommendations the page stands for", "Write one, a number above one such as \"10\", \"at least 13\", or not stated.");
        return Describes.One;
    }

    private static ImmutableArray<StatedPosition> Positions(Binding binding) =>
        [.. binding.Fields.Maps("positions", "a position", required: true).Select(item => PositionOf(binding, item))];

    private static StatedPosition PositionOf(Binding binding, Fields item)
    {
        var position = item.OneOf("position", true, ("supported", Position.Supported), ("noted", Position.Noted), ("unknown", Position.Unknown));
        var isUnknown = position == Position.Unknown;
        var stated = new StatedPosition(
            position,
            item.OneOf("by", !isUnknown, ("state", PositionTeller.State), ("ohchr-list", PositionTeller.OhchrList), ("third-party", PositionTeller.ThirdParty)),
            item.Text("reported_by"),
            item.Text("detail"),
            binding.Citations(item, required: !isUnknown),
            isUnknown ? item.RequiredText("note") : item.Text("note"));
        item.Done();
        return stated;
    }

    private static ImmutableArray<string> SdgTargets(Fields fields)
    {
        var targets = ImmutableArray.CreateBuilder<string>();
        foreach (var (text, place) in fields.Texts("sdg"))
        {
            var parts = text.Split('.');
            if (parts is [var goal, var target] && int.TryParse(goal, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 17 && target.Length is 1 or 2)
            {
                targets.Add(text);
            }
            else
            {
                fields.Log.Report(Catalogue.WrongValue, place, $"sdg \"{text}\" is no target of the Sustainable Development Goals", "Write goal and target in quotes, such as \"16.10\".");
            }
        }

        return targets.ToImmutable();
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Heed.Diagnostics;
using Heed.Model;

namespace Heed.Rendering.Machine;

/// <summary>A record of the model as JSON: every field, in the words and text forms of <c>content/README.md</c>, without the places in files.</summary>
/// <remarks>
/// A new field of a kind is there by itself. What is null is left out. Of an answer: one that was not asked for is left out,
/// <c>"unknown"</c> was looked for and not found, <c>"none"</c> is known to be none; the three stay apart.
/// </remarks>
internal static class EntryJson
{
    // Where the value of a text stands, and what the page says in another form.
    private static readonly ImmutableHashSet<string> LeftOut =
        ["Kind", "Place", "Places", "Markdown", "MarkdownLine", "OriginalHashPlace", "IsDraft", "Translations"];

    private static readonly JsonSerializerOptions Options = Sealed(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Arrange } },
        Converters =
        {
            new TextForm<EntryId>(id => id.ToString()),
            new TextForm<DocumentSymbol>(symbol => symbol.ToString()),
            new TextForm<ParagraphNumber>(number => number.ToString()),
            new TextForm<PartialDate>(date => date.ToString()),
            new TextForm<Reference>(reference => reference.Target.ToString()),
            new TextForm<PartReference>(from => from.Part is null ? from.Entry.Target.ToString() : $"{from.Entry.Target}#{from.Part}"),
            new TextForm<Describes>(Words),
            new PeriodForm(),
            new AnswerForms(),
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower),
        },
    });

    /// <summary>A record with its fields: those of every entry first, each in the order in which the model declares them.</summary>
    public static JsonNode Of(object record) => JsonSerializer.SerializeToNode(record, record.GetType(), Options)!;

    private static JsonSerializerOptions Sealed(JsonSerializerOptions options)
    {
        options.MakeReadOnly();
        return options;
    }

    private static void Arrange(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var kept = type.Properties
            .Select(property => (Property: property, Member: property.AttributeProvider as PropertyInfo))
            .Where(both => both.Member is { } member && !LeftOut.Contains(member.Name) && member.PropertyType != typeof(Place))
            .OrderBy(both => Depth(both.Member!.DeclaringType))
            .ThenBy(both => both.Member!.MetadataToken)
            .ToList();
        type.Properties.Clear();
        foreach (var (property, member) in kept)
        {
            property.Name = NameOf(type.Type, member!.Name, property.Name);
            if (AnswerForms.IsAnswer(property.PropertyType))
            {
                var isAsked = property.PropertyType.GetProperty(nameof(Answer<string>.IsAsked))!;
                property.ShouldSerialize = (_, answer) => (bool)isAsked.GetValue(answer)!;
            }

            if (property.PropertyType == typeof(EvaluationSubject))
            {
                property.ShouldSerialize = (_, subject) => !EvaluationSubject.NotSaid.Equals(subject);
            }

            type.Properties.Add(property);
        }
    }

    // The words of content/README.md, where the model has others.
    private static string NameOf(Type type, string member, string name) => (type.Name, member) switch
    {
        (nameof(Citation), nameof(Citation.Source)) => "ref",
        (nameof(Citation), nameof(Citation.Where)) => "place",
        (nameof(Model.Evaluation), nameof(Model.Evaluation.Subject)) => "about",
        (nameof(TreatyArticle), nameof(TreatyArticle.Number)) => "article",
        (nameof(ArticleList), nameof(ArticleList.Articles)) => "list",
        _ => name.StartsWith("is_", StringComparison.Ordinal) ? name["is_".Length..] : name,
    };

    private static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);

    private static string Words(Describes describes) => describes.Kind switch
    {
        DescribesKind.One => "one",
        DescribesKind.Several => describes.Number.ToString(CultureInfo.InvariantCulture),
        DescribesKind.AtLeast => string.Create(CultureInfo.InvariantCulture, $"at least {describes.Number}"),
        _ => "not stated",
    };

    /// <summary>A value that is written as its text form.</summary>
    private sealed class TextForm<T>(Func<T, string> form) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Records are read from content, never from JSON.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(form(value));
    }

    /// <summary>A period as the list of its stretches, in the text forms of content: <c>["2019-11 to 2020-01", "since 2022"]</c>.</summary>
    private sealed class PeriodForm : JsonConverter<Period>
    {
        public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Records are read from content, never from JSON.");

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var span in value.Spans)
            {
                writer.WriteStringValue((span.IsSingle, span.Start.IsUnknown, span.End.IsUnknown) switch
                {
                    (true, _, _) => span.Start.ToString(),
                    (_, true, _) => $"until {span.End}",
                    (_, _, true) => $"since {span.Start}",
                    _ => $"{span.Start} to {span.End}",
                });
            }

            writer.WriteEndArray();
        }
    }

    /// <summary>Answers: the value, <c>"unknown"</c> or <c>"none"</c>.</summary>
    private sealed class AnswerForms : JsonConverterFactory
    {
        public static bool IsAnswer(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Answer<>);

        public override bool CanConvert(Type typeToConvert) => IsAnswer(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(AnswerForm<>).MakeGenericType(typeToConvert.GetGenericArguments()[0]))!;
    }

    private sealed class AnswerForm<T> : JsonConverter<Answer<T>>
        where T : notnull
    {
        public override Answer<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Records are read from content, never from JSON.");

        public override void Write(Utf8JsonWriter writer, Answer<T> value, JsonSerializerOptions options)
        {
            if (value.IsKnown)
            {
                JsonSerializer.Serialize(writer, value.Value, options);
            }
            else
            {
                writer.WriteStringValue(value.IsNone ? "none" : "unknown");
            }
        }
    }
}

using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Model;
using Heed.Yaml;

namespace Heed.Configuration;

/// <summary>Reads words in several languages: a map from language to words, or plain words in English.</summary>
public static class LocalizedTextReader
{
    /// <summary>The words under the key; none when it is missing.</summary>
    public static LocalizedText Read(Fields fields, string key, bool required = false)
    {
        switch (fields.Take(key))
        {
            case null:
                if (required)
                {
                    fields.Missing(key);
                }

                return LocalizedText.Empty;
            case YamlScalar scalar:
                return LocalizedText.Of("en", scalar.Value);
            case YamlMap map:
                return Of(map, key, fields.Log);
            case { } node:
                fields.Log.Report(Catalogue.WrongType, node.Place, $"{key} wants words or a map from language to words, and {node.Noun} was found", "Write for example `{en: \"words\", ru: \"слова\"}`.");
                return LocalizedText.Empty;
        }
    }

    private static LocalizedText Of(YamlMap map, string key, DiagnosticLog log)
    {
        var words = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (entry.Value is YamlScalar { IsNothing: false } scalar)
            {
                words[entry.Key] = scalar.Value;
            }
        }

        if (!words.ContainsKey("en"))
        {
            log.Report(Catalogue.MissingKey, map.Place, $"{key} has no English words", "Add `en:`; other languages fall back to it.");
        }

        return new LocalizedText(words.ToImmutable());
    }
}

using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Text;
using Heed.Yaml;

namespace Heed.Theming;

/// <summary>Reads <c>theme/translations/&lt;language&gt;.yml</c>: flat dotted keys, each with a text or with one text for each plural.</summary>
/// <remarks>A knowledge base's own file need hold only the labels that it words differently; the default theme has the rest.</remarks>
internal static class LabelReader
{
    private const string Original = "en";

    private static readonly ImmutableArray<string> AllCategories = ["zero", "one", "two", "few", "many", "other"];

    /// <summary>The labels of the languages; what a language lacks is reported and said in English.</summary>
    public static ImmutableSortedDictionary<string, Labels> Read(SourceTree standard, SourceTree own, ImmutableArray<string> languages, DiagnosticLog log)
    {
        var english = ReadLanguage(standard, own, Original, log);
        var all = ImmutableSortedDictionary.CreateBuilder<string, Labels>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            var words = language == Original ? english : ReadLanguage(standard, own, language, log);
            if (language != Original)
            {
                Compare(english, words, language, log);
            }

            all[language] = new Labels(language, english.SetItems(words));
        }

        return all.ToImmutable();
    }

    private static string PathOf(string language) => $"theme/translations/{language}.yml";

    private static ImmutableSortedDictionary<string, Label> ReadLanguage(SourceTree standard, SourceTree own, string language, DiagnosticLog log)
    {
        var labels = ImmutableSortedDictionary.CreateBuilder<string, Label>(StringComparer.Ordinal);
        foreach (var file in new[] { standard.Find(PathOf(language)), own.Find(PathOf(language)) })
        {
            if (file is null || YamlReader.ReadMap(file, log) is not { } map)
            {
                continue;
            }

            foreach (var entry in map.Entries)
            {
                if (LabelOf(entry, language, log) is { } label)
                {
                    labels[entry.Key] = label;
                }
            }
        }

        return labels.ToImmutable();
    }

    private static Label? LabelOf(YamlEntry entry, string language, DiagnosticLog log)
    {
        switch (entry.Value)
        {
            case YamlScalar scalar:
                return Label.Of(scalar.Value);
            case YamlMap map:
                var forms = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
                foreach (var form in map.Entries)
                {
                    if (!AllCategories.Contains(form.Key))
                    {
                        log.Report(Catalogue.UnknownKey, form.KeyPlace, $"a label has no form \"{form.Key}\"", new Guess(form.Key, AllCategories), $"Write one of: {string.Join(", ", AllCategories)}.");
                    }
                    else if (form.Value is YamlScalar text)
                    {
                        forms[form.Key] = text.Value;
                    }
                }

                foreach (var category in PluralRules.Categories(language))
                {
                    if (!forms.ContainsKey(category))
                    {
                        log.Report(Catalogue.MissingLabel, map.Place, $"the label {entry.Key} lacks the form \"{category}\"", $"Add `{category}:` with the words that go with such numbers in this language.");
                    }
                }

                return forms.Count == 0 ? null : new Label(forms.ToImmutable());
            default:
                log.Report(Catalogue.WrongType, entry.Value.Place, $"the label {entry.Key} wants a text or a map of plural forms, and {entry.Value.Noun} was found", "Write `key: \"words\"`, or below the key `one:` and `other:`.");
                return null;
        }
    }

    private static void Compare(ImmutableSortedDictionary<string, Label> english, ImmutableSortedDictionary<string, Label> words, string language, DiagnosticLog log)
    {
        var place = new Place(PathOf(language));
        if (words.IsEmpty)
        {
            log.Report(Catalogue.MissingLabel, place, $"the theme has no words in the language \"{language}\"", $"Add {place.Path} with the labels of the default theme's en.yml translated, or take \"{language}\" out of the languages of site.config.yml.");
            return;
        }

        foreach (var (key, label) in english)
        {
            if (!words.TryGetValue(key, out var translated))
            {
                log.Report(Catalogue.MissingLabel, place, $"the label {key} is missing, in English: {label.Forms.Values.Last()}", $"Add `{key}:` with its words.");
            }
            else if (!label.Placeholders.SequenceEqual(translated.Placeholders))
            {
                log.Report(Catalogue.MissingLabel, place, $"the label {key} has other places for values than in English: {string.Join(" ", label.Placeholders)}", "Use each of them, and no other.");
            }
        }

        foreach (var key in words.Keys.Where(key => !english.ContainsKey(key)))
        {
            log.Report(Catalogue.UnknownKey, place, $"no label is called \"{key}\"", new Guess(key, english.Keys), "Correct the name or remove the line.");
        }
    }
}

using System.Collections.Immutable;
using Heed.Configuration;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Markup;
using Heed.Model;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>Reads the words that authors own, from <c>content/vocabulary/</c>.</summary>
/// <remarks>A list may be cut into several files that begin with its name: <c>sources.yml</c>, <c>sources-upr.yml</c>.</remarks>
public static class VocabularyReader
{
    private const string Folder = "content/vocabulary/";

    /// <summary>The lists, each a file or several.</summary>
    internal static ImmutableArray<string> ListNames { get; } =
        ["themes", "states", "groups", "bodies", "forms", "outcomes", "treaties", "assessors", "assessor-kinds", "phrases", "scales", "sources"];

    /// <summary>The lists whose words have a page each.</summary>
    private static readonly ImmutableArray<string> ListsWithPages = ["themes", "states", "groups", "bodies"];

    private static readonly ImmutableArray<string> BodyKinds = ["treaty-body", "special-procedure", "other"];

    /// <summary>The vocabulary; lists that have no file are empty.</summary>
    public static Vocabulary Read(SourceTree sources, DateOnly today, DiagnosticLog log)
    {
        var byList = ListNames.ToDictionary(name => name, _ => new List<(string Key, Fields Fields)>(), StringComparer.Ordinal);
        var unread = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var file in sources.Under(Folder))
        {
            ReadFile(file, byList, unread, log);
        }

        Terms Terms(string list) => new(byList[list].Select(entry => ReadTerm(list, entry.Key, entry.Fields))) { List = list };

        var vocabulary = new Vocabulary
        {
            Themes = Terms("themes"),
            States = Terms("states"),
            Groups = Terms("groups"),
            Bodies = Terms("bodies"),
            Forms = Terms("forms"),
            Outcomes = Terms("outcomes"),
            Treaties = Terms("treaties"),
            Assessors = Terms("assessors"),
            AssessorKinds = Terms("assessor-kinds"),
            Phrases = Terms("phrases"),
            Unread = unread.ToImmutable(),
            Scales = byList["scales"].ToImmutableSortedDictionary(entry => entry.Key, entry => ReadScale(entry.Key, entry.Fields), StringComparer.Ordinal),
            Sources = byList["sources"].ToImmutableSortedDictionary(entry => entry.Key, entry => ReadSource(entry.Key, entry.Fields, today), StringComparer.Ordinal),
        };

        Judge(vocabulary, byList, log);
        return vocabulary;
    }

    /// <summary>What is asked of one entry of a list: a test holds the authoring guide to it.</summary>
    internal static Fields FieldsOf(string list, YamlMap map, DiagnosticLog log)
    {
        var fields = new Fields(map, $"an entry of {list}", log);
        _ = list switch
        {
            "scales" => ReadScale("x", fields),
            "sources" => ReadSource("x", fields, default),
            _ => (object)ReadTerm(list, "x", fields),
        };
        return fields;
    }

    private static void ReadFile(SourceFile file, Dictionary<string, List<(string Key, Fields Fields)>> byList, ImmutableHashSet<string>.Builder unread, DiagnosticLog log)
    {
        var name = file.Path[Folder.Length..];
        if (name == "README.md")
        {
            return;
        }

        // The longest list name wins, so that assessor-kinds.yml is not taken for a part of assessors.
        var stem = name.EndsWith(".yml", StringComparison.Ordinal) ? name[..^4] : "";
        var list = ListNames
            .Where(candidate => stem == candidate || stem.StartsWith(candidate + "-", StringComparison.Ordinal))
            .MaxBy(candidate => candidate.Length);
        if (list is null)
        {
            if (Text.NearMiss.Suggest(name.Split('.')[0], ListNames) is { } meant)
            {
                unread.Add(meant);
            }

            log.Report(Catalogue.MisplacedPage, new Place(file.Path), $"{name} is no list of the vocabulary{Text.NearMiss.Question(stem, ListNames)}", $"Name the file after its list: {string.Join(", ", ListNames)}, with the ending .yml.");
            return;
        }

        if (YamlReader.ReadMap(file, log) is not { } map)
        {
            unread.Add(list);
            return;
        }

        Placeholders.Judge(map, log);
        foreach (var entry in map.Entries)
        {
            if (ListsWithPages.Contains(list))
            {
                JudgeName(entry.Key, entry.KeyPlace, log);
            }

            if (byList[list].FirstOrDefault(other => other.Key == entry.Key) is { Fields: { } first })
            {
                log.Report(Catalogue.DuplicateId, entry.KeyPlace, $"{entry.Key} stands twice in the list {list}; it stands first in {first.Place}", "Keep one of the two.");
            }
            else if (entry.Value is YamlMap fields)
            {
                byList[list].Add((entry.Key, new Fields(fields, $"{entry.Key} in {list}", log)));
            }
            else
            {
                unread.Add(list);
                log.Report(Catalogue.WrongType, entry.Value.Place, $"{entry.Key} wants a map, and {entry.Value.Noun} was found", "Write its keys below it, indented by two spaces.");
            }
        }
    }

    /// <summary>A word that has a page of its own gives it its address.</summary>
    private static void JudgeName(string key, Place place, DiagnosticLog log)
    {
        if (PortableName.Refusal(key) is { } refusal)
        {
            log.Report(Catalogue.UnportableName, place, $"\"{key}\" cannot be the address of a page: {refusal}", "Choose another key; what readers see is its label.");
        }
    }

    private static Term ReadTerm(string list, string key, Fields fields)
    {
        var term = new Term(key, fields.Place, LocalizedTextReader.Read(fields, "label", required: true))
        {
            Description = LocalizedTextReader.Read(fields, "description"),
            Aliases = Words(fields, "aliases"),
            Printed = Words(fields, "printed"),
            Broader = list == "themes" ? fields.Text("broader") : null,
            Kind = list is "assessors" or "bodies" ? fields.RequiredText("kind") : null,
            Acronym = list is "bodies" or "treaties" or "assessors" ? fields.Text("acronym") : null,
            Communications = list == "forms" && fields.Flag("communications"),
        };
        fields.Done();
        return term;
    }

    private static Scale ReadScale(string key, Fields fields)
    {
        var scale = new Scale(
            key,
            fields.Place,
            LocalizedTextReader.Read(fields, "label", required: true),
            LocalizedTextReader.Read(fields, "description"),
            [.. fields.Maps("levels", "a level").Select(ReadLevel)],
            ReadCrosswalk(fields));
        fields.Done();
        return scale;
    }

    private static ScaleLevel ReadLevel(Fields fields)
    {
        var level = new ScaleLevel(
            fields.RequiredText("key"),
            LocalizedTextReader.Read(fields, "label", required: true),
            LocalizedTextReader.Read(fields, "description"),
            fields.Number("order"),
            fields.Text("score"));
        JudgeName(level.Key, fields.PlaceOf("key"), fields.Log);
        fields.Done();
        return level;
    }

    private static ImmutableSortedDictionary<string, string> ReadCrosswalk(Fields fields)
    {
        var crosswalk = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (fields.Map("crosswalk", "a crosswalk") is { } pairs)
        {
            foreach (var pair in pairs.Entries)
            {
                crosswalk[pair.Key] = pairs.RequiredText(pair.Key);
            }
        }

        return crosswalk.ToImmutable();
    }

    private static Source ReadSource(string key, Fields fields, DateOnly today)
    {
        var source = new Source(key, fields.Place, fields.RequiredText("title"), Address(fields, "url", required: true) ?? "")
        {
            Publisher = fields.Text("publisher"),
            Symbol = fields.Text("symbol"),
            OfficialUrl = Address(fields, "official_url", required: false),
            IsCopy = fields.Flag("copy"),
            Date = DateOf(fields, today, out var dateNote),
            DateNote = dateNote,
            Language = Binding.Matching(fields, "language", Binding.LanguageCode(), "the code of a language", "Write en, ru or kk; or another code of two or three letters."),
            Kind = fields.Text("kind"),
            Read = fields.Text("read"),
            Note = fields.Text("note"),
        };
        fields.Done();
        return source;
    }

    private static string? Address(Fields fields, string key, bool required)
    {
        var address = required ? fields.RequiredText(key) : fields.Text(key);
        if (!string.IsNullOrEmpty(address) && (!Prose.IsAllowedAddress(address) || !Uri.TryCreate(address, UriKind.Absolute, out _)))
        {
            fields.Log.Report(Catalogue.UnsafeLink, fields.PlaceOf(key), $"{key} \"{address}\" is no address on the web", "Write the whole address, starting with https:// or http://.");
            return null;
        }

        return address;
    }

    /// <summary>Sources are dated by others; what is no plain date is kept as words.</summary>
    private static PartialDate DateOf(Fields fields, DateOnly today, out string? note)
    {
        note = null;
        if (fields.Text("date") is not { } text)
        {
            return PartialDate.Unknown;
        }

        if (PartialDate.TryParse(text, out var date))
        {
            FutureDates.Judge(fields, "date", date, today);
            return date;
        }

        note = text;
        return PartialDate.Unknown;
    }

    private static ImmutableArray<string> Words(Fields fields, string key) => [.. fields.Texts(key).Select(word => word.Text)];

    private static void Judge(Vocabulary vocabulary, Dictionary<string, List<(string Key, Fields Fields)>> byList, DiagnosticLog log)
    {
        foreach (var (key, fields) in byList["themes"])
        {
            var theme = vocabulary.Themes.Find(key)!;
            if (theme.Broader is not { } broader)
            {
                continue;
            }

            if (vocabulary.Themes.Find(broader) is null)
            {
                if (!vocabulary.Has(vocabulary.Themes))
                {
                    continue;
                }

                Unknown(log, fields.PlaceOf("broader"), "broader theme", broader, vocabulary.Themes.All.Select(term => term.Key));
            }
            else if (IsCircular(theme, vocabulary))
            {
                log.Report(Catalogue.CircularTheme, fields.PlaceOf("broader"), $"the theme {theme.Key} is broader than itself", "Remove one `broader` of the circle.");
            }
        }

        if (vocabulary.Has(vocabulary.AssessorKinds))
        {
            JudgeKinds(byList["assessors"], "kind of assessor", vocabulary.AssessorKinds.All.Select(term => term.Key), log);
            JudgeKinds(byList["sources"], "kind of assessor", vocabulary.AssessorKinds.All.Select(term => term.Key), log);
        }

        JudgeKinds(byList["bodies"], "kind of body", BodyKinds, log);
    }

    private static void JudgeKinds(List<(string Key, Fields Fields)> list, string what, IEnumerable<string> kinds, DiagnosticLog log)
    {
        foreach (var (_, fields) in list)
        {
            if (fields.Text("kind") is { } kind && !kinds.Contains(kind))
            {
                Unknown(log, fields.PlaceOf("kind"), what, kind, kinds);
            }
        }
    }

    private static bool IsCircular(Term theme, Vocabulary vocabulary)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = theme; at is not null; at = at.Broader is null ? null : vocabulary.Themes.Find(at.Broader))
        {
            if (!seen.Add(at.Key))
            {
                return at.Key == theme.Key;
            }
        }

        return false;
    }

    private static void Unknown(DiagnosticLog log, Place place, string what, string word, IEnumerable<string> known) =>
        log.Report(Catalogue.UnknownTerm, place, $"unknown {what} \"{word}\"", new Text.Guess(word, known), $"Write one of: {string.Join(", ", known)}.");
}

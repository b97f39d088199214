using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Heed.Configuration;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Model;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>Reads <c>content/retired.yml</c>: what became of published pages and places that do not stand any more.</summary>
public static partial class RetiredReader
{
    /// <summary>The file.</summary>
    public const string Path = "content/retired.yml";

    /// <summary>What is retired, in the order of the file; nothing when there is none. Chains of moves are followed to their end, and circles reported.</summary>
    /// <param name="sources">The knowledge base's files.</param>
    /// <param name="languages">The languages of the site: a place may be retired in one of them alone.</param>
    /// <param name="today">The day of the build.</param>
    /// <param name="log">Told what is wrong.</param>
    public static ImmutableArray<Retired> Read(SourceTree sources, IEnumerable<string> languages, DateOnly today, DiagnosticLog log)
    {
        if (sources.Find(Path) is not { } file || YamlReader.ReadMap(file, log) is not { } map)
        {
            return [];
        }

        Placeholders.Judge(map, log);
        var known = languages.ToImmutableHashSet(StringComparer.Ordinal);
        var retired = ImmutableArray.CreateBuilder<Retired>();
        foreach (var entry in map.Entries)
        {
            if (entry.Value is not YamlMap what)
            {
                log.Report(Catalogue.WrongType, entry.Value.Place, $"{entry.Key} wants keys below it, and {entry.Value.Noun} was found", "Write below it, indented by two spaces, `moved_to:` with the new id, or `gone:`, `title:` and `why:`.");
                continue;
            }

            if (Of(entry.Key, entry.KeyPlace, new Fields(what, "a retired address", log), known, today) is { } read)
            {
                retired.Add(read);
            }
        }

        return Flatten(retired.ToImmutable(), log);
    }

    /// <summary>What is asked of one entry: a test holds the authoring guide to it.</summary>
    internal static Fields FieldsOf(YamlMap map, DiagnosticLog log)
    {
        var fields = new Fields(map, "a retired address", log);
        _ = Of("articles/x", map.Place, fields, [], default);
        return fields;
    }

    private static Retired? Of(string key, Place place, Fields fields, ImmutableHashSet<string> languages, DateOnly today)
    {
        var (language, text) = key.IndexOf('/') is var slash and > 0 && languages.Contains(key[..slash]) ? (key[..slash], key[(slash + 1)..]) : (null, key);
        var was = PlaceOf(text, place, fields.Log);
        var movedTo = fields.Text("moved_to") is { Length: > 0 } target && PlaceOf(target, fields.PlaceOf("moved_to"), fields.Log) is { } to ? new NamedPlace(to, fields.PlaceOf("moved_to")) : null;
        var gone = Binding.Date(fields, "gone");
        FutureDates.Judge(fields, "gone", gone, today);
        var title = LocalizedTextReader.Read(fields, "title");
        var why = LocalizedTextReader.Read(fields, "why", required: gone is not null);
        var instead = fields.Texts("instead", allowSingle: true);
        fields.Done();

        if (fields.Has("moved_to") == fields.Has("gone"))
        {
            fields.Log.Report(Catalogue.MissingKey, place, $"{key} says {(fields.Has("gone") ? "both" : "neither")} moved_to and gone", "Write moved_to with the id where it stands now, or gone with the day, and why.");
            return null;
        }

        if (gone is not null && was is { Anchor: null } && title == LocalizedText.Empty)
        {
            fields.Missing("title");
        }

        return was is null ? null : new Retired(was, place)
        {
            Language = language,
            MovedTo = movedTo,
            Gone = gone,
            Title = title,
            Why = why,
            Instead =
            [
                .. instead
                    .Select(written => (Place: PlaceOf(written.Text, written.Place, fields.Log), Written: written.Place))
                    .Where(named => named.Place is not null)
                    .Select(named => new NamedPlace(named.Place!, named.Written)),
            ],
        };
    }

    private static SitePlace? PlaceOf(string text, Place place, DiagnosticLog log)
    {
        var match = Form().Match(text);
        if (match.Success && PortableName.Refusal(match.Groups["page"].Value) is null)
        {
            var page = match.Groups["page"].Value;
            return new SitePlace(page.EndsWith(".html", StringComparison.Ordinal) ? page[..^5] : page, match.Groups["anchor"] is { Success: true } anchor ? anchor.Value : null);
        }

        log.Report(Catalogue.WrongValue, place, $"\"{text}\" is no address of this site", "Write an id such as recommendations/upr-3/139.114, the address of a list such as lists/themes/torture, or one of these with # and a place.");
        return null;
    }

    /// <summary>What moved to a place that moved on leads to the last of them at once.</summary>
    private static ImmutableArray<Retired> Flatten(ImmutableArray<Retired> retired, DiagnosticLog log)
    {
        var next = new Dictionary<(string?, string), Retired>();
        foreach (var one in retired)
        {
            next.TryAdd((one.Language, one.Was.ToString()), one);
        }

        Retired? After(Retired one, SitePlace place) =>
            next.GetValueOrDefault((one.Language, place.ToString())) ?? next.GetValueOrDefault((null, place.ToString()));

        Retired Flat(Retired one)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal) { one.Was.ToString() };
            var to = one.MovedTo;
            while (to is not null)
            {
                if (!seen.Add(to.Target.ToString()))
                {
                    log.Report(Catalogue.CircularMove, one.Place, $"{one.Was} moves in a circle: {string.Join(" → ", seen)} → {to.Target}", "Let the last of them name a page that stands, or say with gone that nothing does.");
                    return one with { MovedTo = null };
                }

                if (After(one, to.Target) is { } onward)
                {
                    // What stood there is gone: then that is the answer here, too.
                    if (onward.MovedTo is null)
                    {
                        return onward.Gone is null ? one : one with { MovedTo = null, Gone = onward.Gone, Why = onward.Why, Title = one.Title == LocalizedText.Empty ? onward.Title : one.Title, Instead = onward.Instead };
                    }

                    to = onward.MovedTo with { Place = to.Place };
                }
                else if (to.Target.Anchor is { } anchor && After(one, to.Target with { Anchor = null }) is { MovedTo: { } page })
                {
                    // The page moved with everything on it.
                    to = new NamedPlace(page.Target with { Anchor = page.Target.Anchor ?? anchor }, to.Place);
                }
                else
                {
                    return one with { MovedTo = to };
                }
            }

            return one;
        }

        return [.. retired.Select(Flat)];
    }

    [GeneratedRegex(@"\A(?<page>[a-z0-9][a-z0-9.-]*(/[a-z0-9]([a-z0-9.-]*[a-z0-9])?)*)(#(?<anchor>[^\s#""'<>&]+))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

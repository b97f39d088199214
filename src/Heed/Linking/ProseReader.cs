using System.Collections.Immutable;
using Heed.Configuration;
using Heed.Diagnostics;
using Heed.Markup;
using Heed.Model;
using Heed.Text;

namespace Heed.Linking;

/// <summary>Parses every text that authors wrote, once, and judges the links in it.</summary>
internal static class ProseReader
{
    /// <summary>Texts and bodies by entry, single texts by their words, and who mentions whom.</summary>
    public sealed record Result(
        ImmutableDictionary<EntryId, EntryTexts> Texts,
        ImmutableDictionary<(EntryId Id, string Language), Prose> Bodies,
        ImmutableDictionary<string, Prose> Prose,
        ImmutableArray<(Entry From, EntryId To)> Mentions,
        ImmutableArray<WrittenPart> Parts);

    public static Result Read(
        ImmutableArray<Entry> entries,
        SiteConfig config,
        Vocabulary vocabulary,
        Names names,
        IReadOnlySet<string> frameIds,
        Absences absences,
        DiagnosticLog log)
    {
        var reading = new Reading(config.DefaultLanguage, names, frameIds, absences, log);
        foreach (var entry in entries)
        {
            reading.Read(entry);
        }

        reading.Read(vocabulary);
        return reading.Done();
    }

    /// <summary>What has been read so far.</summary>
    private sealed class Reading(string originalLanguage, Names names, IReadOnlySet<string> frameIds, Absences absences, DiagnosticLog log)
    {
        private readonly ImmutableDictionary<EntryId, EntryTexts>.Builder texts = ImmutableDictionary.CreateBuilder<EntryId, EntryTexts>();
        private readonly ImmutableDictionary<(EntryId, string), Prose>.Builder bodies = ImmutableDictionary.CreateBuilder<(EntryId, string), Prose>();
        private readonly ImmutableDictionary<string, Prose>.Builder prose = ImmutableDictionary.CreateBuilder<string, Prose>(StringComparer.Ordinal);
        private readonly ImmutableArray<(Entry, EntryId)>.Builder mentions = ImmutableArray.CreateBuilder<(Entry, EntryId)>();

        private readonly ImmutableArray<WrittenPart>.Builder parts = ImmutableArray.CreateBuilder<WrittenPart>();

        // Texts that hold no link and nothing wrong: where they recur there is nothing to tell.
        private readonly HashSet<string> plain = new(StringComparer.Ordinal);

        public Result Done() => new(texts.ToImmutable(), bodies.ToImmutable(), prose.ToImmutable(), mentions.ToImmutable(), parts.ToImmutable());

        public void Read(Entry entry)
        {
            var all = EntryTexts.Of(entry);
            texts[entry.Id] = all;
            bodies[(entry.Id, originalLanguage)] = Prose.Empty;
            foreach (var text in all.All)
            {
                Read(entry, text.Field, new TranslatedText(text.Words, text.Place), originalLanguage);
                foreach (var (language, translated) in text.Translations)
                {
                    Read(entry, text.Field, translated, language);
                }
            }
        }

        /// <summary>Texts of the vocabulary that pages show as Markdown: remarks on sources, and their translations.</summary>
        public void Read(Vocabulary vocabulary)
        {
            foreach (var source in vocabulary.Sources.Values.Where(source => source.Note is not null))
            {
                Single(null, source.Note!, source.Place);
            }

            foreach (var phrase in vocabulary.Phrases.All)
            {
                foreach (var words in phrase.Label.ByLanguage.Values)
                {
                    Single(null, words, phrase.Place);
                }
            }
        }

        private void Read(Entry entry, TextField field, TranslatedText text, string language)
        {
            switch (field.Form)
            {
                case TextForm.Plain:
                    Plain(entry, field, text);
                    break;
                case TextForm.Inline:
                    Single(entry, text.Words, text.Place);
                    break;
                case TextForm.Body:
                    var takenIds = References.PartsOf(entry).Concat(frameIds).ToHashSet(StringComparer.Ordinal);
                    var body = Prose.Parse(text.Words, text.Place, log, takenIds);
                    bodies[(entry.Id, language)] = body;
                    Judge(entry, body);
                    break;
                default:
                    throw new InvalidOperationException($"{field.Form} is no form of text.");
            }
        }

        private void Single(Entry? entry, string words, Place place)
        {
            if (plain.Contains(words))
            {
                return;
            }

            var heard = new DiagnosticLog();
            var parsed = Prose.Parse(words, place, heard);
            prose[words] = parsed;
            if (parsed.Links.IsEmpty && heard.IsEmpty)
            {
                plain.Add(words);
            }

            log.Take(heard);
            Judge(entry, parsed);
        }

        // A title, a name, a unit: what looks like a link would be printed with its brackets.
        private void Plain(Entry entry, TextField field, TranslatedText text)
        {
            if (PlainText.LinkIn(text.Words) is { } link)
            {
                log.Report(Catalogue.LinkInPlainText, text.Place, $"{field.Name} is shown as it is typed, and has {link} in it", "Write the words alone; links stand in the body and in values that content/README.md calls prose, such as note.");
            }
            else if (Prose.UnreadInPlain(text.Words) is { } unread)
            {
                log.Report(Catalogue.UnreadMarkup, text.Place, $"{field.Name}: {unread.Message}", unread.Cure);
            }

            mentions.AddRange(Prose.SymbolsIn(text.Words).SelectMany(symbol => names.Find(entry, symbol)).Select(target => (entry, target)));
        }

        private void Judge(Entry? entry, Prose read)
        {
            foreach (var link in read.Links)
            {
                var targets = Targets(entry, link);
                if (entry is not null)
                {
                    mentions.AddRange(targets.Where(target => target != entry.Id).Select(target => (entry, target)));
                }
            }
        }

        private ImmutableArray<EntryId> Targets(Entry? entry, WrittenLink link)
        {
            var (name, part) = Split(link.Target);
            var found = name.Length == 0 && part is not null && entry is not null ? [entry.Id] : names.Find(entry, name);
            if (link.IsSymbol)
            {
                // A symbol in running text may be unknown, and may belong to several records: then it leads to a page that lists them.
                return found;
            }

            if (entry is null && name.Length == 0)
            {
                log.Report(Catalogue.BrokenLink, link.Place, $"a remark on a source stands on many pages, so a link to the place \"{part}\" of the same page leads nowhere", "Name the page before the #, as [[its id#place]].");
                return found;
            }

            if (found.IsEmpty && absences.Explain(entry, name, link.Place, log))
            {
                return found;
            }

            if (found.IsEmpty)
            {
                log.Report(Catalogue.DanglingReference, link.Place, $"no page fits [[{name}]]", new Guess(name, names.All), "Correct the words between the brackets: an id, the last part of one, or a UN symbol.");
            }
            else if (found.Length > 1 && !(DocumentSymbol.TryParse(name, out _) && !EntryId.TryParse(name, out _)))
            {
                log.Report(Catalogue.AmbiguousReference, link.Place, $"[[{name}]] fits {found.Length} pages: {string.Join(", ", found)}", $"Write the whole id, such as [[{found[0]}]].");
            }
            else if (part is not null)
            {
                parts.Add(new WrittenPart(link, found[0], part));
            }

            return found;
        }
    }

    /// <summary>A written target without its <c>#part</c>, and the part.</summary>
    public static (string Name, string? Part) Split(string target)
    {
        var at = target.IndexOf('#', StringComparison.Ordinal);
        return at < 0 ? (target, null) : (target[..at], target[(at + 1)..]);
    }
}

using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Model;
using Heed.Text;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>Reads <c>content/</c>: each Markdown file to a typed entry, translations to their originals.</summary>
public static class PageReader
{
    /// <summary>The entries, by id in natural order, with their translations. Drafts are left out unless asked for.</summary>
    public static ImmutableArray<Entry> Read(SourceTree sources, Vocabulary vocabulary, bool drafts, DiagnosticLog log)
    {
        var originals = new Dictionary<EntryId, Entry>();
        var translations = new List<(EntryId Original, Translation Translation)>();

        foreach (var file in sources.Under("content"))
        {
            if (!IsPage(file, log))
            {
                continue;
            }

            if (PageFile.TryRead(file, log) is not { } page)
            {
                continue;
            }

            if (page.Language is { } language)
            {
                var heard = new DiagnosticLog();
                var (translation, isDraft) = TranslationBinder.Bind(page, language, new Fields(page.FrontMatter, "a translation", heard));
                if (drafts || !isDraft)
                {
                    log.Take(heard);
                    translations.Add((page.Id, translation));
                }
            }
            else
            {
                // What is wrong with a draft that is left out stops nobody; what is wrong with the others is told.
                var own = new DiagnosticLog();
                var entry = Bind(page, new Binding(page, vocabulary, own));
                originals[entry.Id] = entry;
                if (drafts || !entry.IsDraft)
                {
                    log.Take(own);
                }
            }
        }

        foreach (var translated in translations.GroupBy(pair => pair.Original))
        {
            if (!originals.TryGetValue(translated.Key, out var original))
            {
                var place = translated.First().Translation.Place;
                log.Report(Catalogue.TranslationWithoutOriginal, new Place(place.Path), $"there is no page {translated.Key} that this translates{NearMiss.Question(translated.Key.ToString(), originals.Keys.Select(id => id.ToString()))}", "Name the file after its original, with the language before the ending: name.ru.md beside name.md.");
                continue;
            }

            var hash = EntryTexts.Of(original).Hash();
            originals[translated.Key] = original with
            {
                Translations = translated.ToImmutableSortedDictionary(
                    pair => pair.Translation.Language,
                    pair => pair.Translation with { IsOutdated = pair.Translation.OriginalHash is { } known && known != hash },
                    StringComparer.Ordinal),
            };
        }

        return [.. originals.Values.Where(entry => drafts || !entry.IsDraft).OrderBy(entry => entry.Id)];
    }

    private static bool IsPage(SourceFile file, DiagnosticLog log)
    {
        var name = file.Path["content/".Length..];
        if (name.StartsWith("vocabulary/", StringComparison.Ordinal) || name is "permalinks.yml" or "retired.yml" || name.EndsWith("README.md", StringComparison.Ordinal))
        {
            return false;
        }

        if (!name.EndsWith(".md", StringComparison.Ordinal))
        {
            log.Report(Catalogue.MisplacedPage, new Place(file.Path), $"{name} is not a page", "Keep Markdown files (.md) in content/, and lists in content/vocabulary/.");
            return false;
        }

        return SourceCharacters.IsReadable(file, log);
    }

    /// <summary>The kinds of the content model and the folders where they live; a closed set.</summary>
    public static ImmutableArray<string> Folders => EntryKinds.Folders;

    /// <summary>What is asked of a page of the path, <c>reviews/x</c> or <c>reviews/x.ru</c>, with this front matter: a test holds the authoring guide to it.</summary>
    internal static Fields FieldsOf(string path, string frontMatter, DiagnosticLog log)
    {
        var page = PageFile.TryRead(SourceFile.Of($"content/{path}.md", $"---\n{frontMatter}\n---\n"), log)
            ?? throw new ArgumentException($"{path} with this front matter is no page.", nameof(path));
        if (page.Language is { } language)
        {
            var fields = new Fields(page.FrontMatter, "a translation", log);
            TranslationBinder.Bind(page, language, fields);
            return fields;
        }

        var binding = new Binding(page, Vocabulary.Empty, log);
        Bind(page, binding);
        return binding.Fields;
    }

    private static Entry Bind(PageFile page, Binding binding)
    {
        var kind = EntryKinds.InFolder(page.Id.Folder) ?? throw new ArgumentException($"{page.Id.Folder} is the folder of no kind.", nameof(page));
        Entry entry = kind switch
        {
            EntryKind.Article => ArticleBinder.Bind(binding),
            EntryKind.Decision => DecisionBinder.Bind(binding),
            EntryKind.Evaluation => EvaluationBinder.Bind(binding),
            EntryKind.Event => EventBinder.Bind(binding),
            EntryKind.Finding => FindingBinder.Bind(binding),
            EntryKind.Proposal => ProposalBinder.Bind(binding),
            EntryKind.Recommendation => RecommendationBinder.Bind(binding),
            EntryKind.Review => ReviewBinder.Bind(binding),
        };
        binding.Fields.Done();
        return entry;
    }
}

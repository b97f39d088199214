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
    /// <summary>The entries, by id in natural order, with their translations, and which pages are not among them. Drafts are left out unless asked for.</summary>
    public static (ImmutableArray<Entry> Entries, AbsentPages Absent) Read(SourceTree sources, Vocabulary vocabulary, bool drafts, DateOnly today, DiagnosticLog log)
    {
        var originals = new Dictionary<EntryId, Entry>();
        var translations = new List<(EntryId Original, Translation Translation)>();
        var unreadable = ImmutableHashSet.CreateBuilder<EntryId>();
        var unreadDrafts = ImmutableHashSet.CreateBuilder<EntryId>();

        foreach (var file in sources.Under("content").Where(MayBePage))
        {
            // What is wrong with a draft that is left out stops nobody; what is wrong with the others is told.
            var own = new DiagnosticLog();
            var name = PageName.TryRead(file, own);
            var page = name is null ? null : PageFile.TryRead(file, name, own);
            var isDraft = page is null && PageText.SaysDraft(file.Text);
            if (page is null && name is not { Language: not null } && (name?.Id ?? PageName.Meant(file)) is { } id)
            {
                (isDraft && !drafts ? unreadDrafts : unreadable).Add(id);
            }
            else if (page is { Language: { } language })
            {
                (var translation, isDraft) = TranslationBinder.Bind(page, language, new Fields(page.FrontMatter, "a translation", own));
                if (drafts || !isDraft)
                {
                    translations.Add((page.Id, translation));
                }
            }
            else if (page is not null)
            {
                var entry = Bind(page, new Binding(page, vocabulary, today, own));
                originals[entry.Id] = entry;
                isDraft = entry.IsDraft;
            }

            if (page is not null && !isDraft)
            {
                Placeholders.Judge(page.FrontMatter, own);
                Placeholders.Judge(page.Markdown, new Place(file.Path, page.MarkdownLine), own);
            }

            if (drafts || !isDraft)
            {
                log.Take(own);
            }
        }

        AddTranslations(originals, translations, [.. unreadable, .. unreadDrafts], log);
        var absent = new AbsentPages(drafts ? [] : [.. originals.Values.Where(entry => entry.IsDraft)], unreadDrafts.ToImmutable(), unreadable.ToImmutable());
        return ([.. originals.Values.Where(entry => drafts || !entry.IsDraft).OrderBy(entry => entry.Id)], absent);
    }

    private static void AddTranslations(Dictionary<EntryId, Entry> originals, List<(EntryId Original, Translation Translation)> translations, ImmutableHashSet<EntryId> unread, DiagnosticLog log)
    {
        foreach (var translated in translations.GroupBy(pair => pair.Original, pair => pair.Translation))
        {
            if (!originals.TryGetValue(translated.Key, out var original))
            {
                if (!unread.Contains(translated.Key))
                {
                    log.Report(
                        Catalogue.TranslationWithoutOriginal,
                        new Place(translated.First().Place.Path),
                        $"there is no page {translated.Key} that this translates",
                        new Guess(translated.Key.ToString(), originals.Keys.Select(id => id.ToString())),
                        "Name the file after its original, with the language before the ending: name.ru.md beside name.md.");
                }

                continue;
            }

            var hash = EntryTexts.Of(original).Hash();
            originals[translated.Key] = original with
            {
                Translations = translated.ToImmutableSortedDictionary(
                    translation => translation.Language,
                    translation => translation with { IsOutdated = translation.OriginalHash is { } known && known != hash },
                    StringComparer.Ordinal),
            };
        }
    }

    /// <summary>What stands in <c>content/</c> and is no page: lists, the ledger, and what is written for authors.</summary>
    private static bool MayBePage(SourceFile file)
    {
        var name = file.Path["content/".Length..];
        return !name.StartsWith("vocabulary/", StringComparison.Ordinal)
            && name is not ("permalinks.yml" or "retired.yml" or "README.md")
            && !name.EndsWith("/README.md", StringComparison.Ordinal);
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

        var binding = new Binding(page, Vocabulary.Empty, default, log);
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

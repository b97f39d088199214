using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Heed.Building;
using Heed.Content;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Linking;
using Heed.Markup;
using Heed.Model;
using Heed.Rendering;
using Heed.Tests.Support;
using Heed.Theming;

namespace Heed.Tests.Linking;

/// <summary>
/// The real content is published, edited at random as authors edit, and published again: every address and anchor that was ever
/// published still leads to what it led to, or to where that is told to be, or the build refused.
/// </summary>
[Trait("tier", "slow")]
public sealed class EditHistoriesTests(EditHistoriesTests.RealSite real) : IClassFixture<EditHistoriesTests.RealSite>
{
    private static readonly int Histories = Thorough.Times(20, 200);

    private const int Rounds = 2;

    [Fact]
    public void Whatever_was_published_is_found_again_or_the_build_refuses()
    {
        var (refused, built) = (0, 0);
        Parallel.For(0, Histories, number =>
        {
            var history = new EditHistory(real, number);
            try
            {
                history.Run();
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                throw new InvalidOperationException($"History {number}: {string.Join("; ", history.Edits)}", wrong);
            }

            Interlocked.Add(ref refused, history.Refused);
            Interlocked.Add(ref built, history.Built);
        });

        // A test that is refused always, or never, would say little.
        Assert.InRange(refused, Histories / 20, Histories);
        Assert.InRange(built, Histories / 2, Histories * Rounds);
    }

    /// <summary>The real content, published for the first time, and the entries that the histories edit.</summary>
    /// <remarks>
    /// What these entries do not rest on is left out, and so are translations of the others, and Kazakh, which is kept as Russian is:
    /// reading them again and again would take most of the time.
    /// </remarks>
    public sealed class RealSite
    {
        private const int Pool = 30;

        public RealSite()
        {
            var all = Repository.Sources(Repository.Root).Files.Where(file => file.Path != RetiredReader.Path && file.Path != PermalinkLedger.Path).ToArray();
            Entries = [.. Some(all, "articles").Concat(Some(all, "findings", "evaluations", "decisions")).Take(Pool)];
            Recommendations = [.. Some(all, "recommendations").Where(id => char.IsDigit(id[^1])).Take(Pool / 3)];
            var edited = Entries.Concat(Recommendations).SelectMany(entry => new[] { $"content/{entry}.md", $"content/{entry}.ru.md" }).ToHashSet(StringComparer.Ordinal);
            Sources = SourceTree.Of(Together(all, edited).Select(file => file.Path switch
            {
                "site.config.yml" => SourceFile.Of(file.Path, file.Text.Replace("[en, ru, kk]", "[en, ru]", StringComparison.Ordinal).Replace("privacy_page: articles/reading-safely", "privacy_page: \"\"", StringComparison.Ordinal)),
                _ when file.Path.EndsWith(".md", StringComparison.Ordinal) => SourceFile.Of(file.Path, WithoutLinks(file.Text)),
                _ => file,
            }));
            var log = new DiagnosticLog();
            Knowledge = SiteBuilder.Read(Sources, new BuildOptions(), log);
            Theme = ThemeReader.Read(Sources, Knowledge.Config, log);
            Anchors = AnchorKeeper.Keep(Knowledge, PermalinkLedger.Empty, log);
            Ledger = PermalinkLedger.Empty.With(Published(Knowledge, Anchors), default)!;
            Assert.False(log.HasErrors);
            Texts =
            [
                .. all.Where(file => file.Path.StartsWith("content/", StringComparison.Ordinal) && file.Path.EndsWith(".md", StringComparison.Ordinal) && file.Path.Count('.') == 1 && !edited.Contains(file.Path) && !file.Path.EndsWith("README.md", StringComparison.Ordinal))
                    .SelectMany(file => WithoutLinks(file.Text).Split("\n---\n", 2)[^1].Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    .Where(text => text.Split(' ').Length > 12 && char.IsLetter(text[0]) && !text.Contains('|'))
                    .Select(text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
            ];
        }

        internal SourceTree Sources { get; }

        internal KnowledgeBase Knowledge { get; }

        internal Theme Theme { get; }

        internal SiteAnchors Anchors { get; }

        internal SourceFile Ledger { get; }

        /// <summary>Paragraphs of other pages.</summary>
        internal ImmutableArray<string> Texts { get; }

        internal ImmutableArray<string> Entries { get; }

        internal ImmutableArray<string> Recommendations { get; }

        internal static IEnumerable<PublishedAddress> Published(KnowledgeBase knowledge, SiteAnchors anchors) =>
            PathsOf(knowledge).Order(StringComparer.Ordinal).Select(page => new PublishedAddress(page, AddressKind.Named, "")).Concat(anchors.Standing);

        internal static IEnumerable<string> PathsOf(KnowledgeBase knowledge) =>
            SiteRenderer.AddressesOf(knowledge).Where(address => address != "404.html").SelectMany(address => knowledge.Config.Languages.Select(language => language == "en" ? address : $"{language}/{address}"));

        /// <summary>The files of the entries, what they rest on, and all that is no page.</summary>
        private static IEnumerable<SourceFile> Together(SourceFile[] all, HashSet<string> edited)
        {
            var byPath = all.ToDictionary(file => file.Path, StringComparer.Ordinal);
            var (wanted, waiting) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(edited.Concat(byPath.Keys.Where(path => path.StartsWith("content/reviews/", StringComparison.Ordinal) && path.Count('.') == 1))));
            while (waiting.TryDequeue(out var path))
            {
                if (byPath.TryGetValue(path, out var file) && wanted.Add(path))
                {
                    foreach (System.Text.RegularExpressions.Match named in System.Text.RegularExpressions.Regex.Matches(file.Text[..file.Text.IndexOf("\n---\n", 3, StringComparison.Ordinal)], @"(?:recommendations|decisions|evaluations|findings|articles|proposals)/[a-z0-9./-]*[a-z0-9]"))
                    {
                        waiting.Enqueue($"content/{named.Value}.md");
                    }
                }
            }

            return all.Where(file => wanted.Contains(file.Path) || !file.Path.StartsWith("content/", StringComparison.Ordinal) || file.Path.StartsWith("content/vocabulary/", StringComparison.Ordinal));
        }

        private static string[] Some(SourceFile[] files, params string[] folders)
        {
            var ids = files.Select(file => file.Path)
                .Where(path => folders.Any(folder => path.StartsWith($"content/{folder}/", StringComparison.Ordinal)) && path.EndsWith(".md", StringComparison.Ordinal) && !path.EndsWith(".ru.md", StringComparison.Ordinal) && !path.EndsWith(".kk.md", StringComparison.Ordinal))
                .Select(path => path["content/".Length..^3])
                .ToArray();
            Array.Sort(ids, StringComparer.Ordinal);
            Seed.Random().Shuffle(ids);
            return ids;
        }

        /// <summary>A link without words of its own shows the name of its target, by which the test would not know the paragraph again.</summary>
        private static string WithoutLinks(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]", "$1");
    }

    /// <summary>A paragraph as its author knows it, whatever its words are.</summary>
    private sealed record Piece(ImmutableHashSet<int> Who, string Text)
    {
        // Headings, lists and tables stay as they are.
        public bool IsParagraph => !Text.StartsWith('#') && !Text.StartsWith("- ", StringComparison.Ordinal) && !Text.StartsWith('|') && !Text.StartsWith('>') && !Text.StartsWith("1.", StringComparison.Ordinal);
    }

    /// <summary>A page's file: what stands above its prose, and the prose.</summary>
    private sealed record Document(string Head, ImmutableList<Piece> Pieces)
    {
        public string Text => Head + string.Join("\n\n", Pieces.Select(piece => piece.Text)) + "\n";
    }

    /// <summary>All that an author can change.</summary>
    private sealed record Folder(ImmutableSortedDictionary<string, SourceFile> Files, ImmutableDictionary<string, Document> Documents, ImmutableSortedDictionary<string, string> Retired)
    {
        // Who an entry is, whatever it is called: by its first name. An entry that was joined to another is that one, too.
        public ImmutableDictionary<string, string> NameOf { get; init; } = ImmutableDictionary<string, string>.Empty;
    }

    private sealed class EditHistory(RealSite real, int part)
    {
        private readonly Random random = Seed.Random(part);
        private readonly Dictionary<string, int> promisedPieces = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> promisedPages = new(StringComparer.Ordinal);
        private int pieces;
        private SourceFile ledger = real.Ledger;

        public List<string> Edits { get; } = [];

        public int Refused { get; private set; }

        public int Built { get; private set; }

        public void Run()
        {
            var touched = Enumerable.Range(0, 3).Select(_ => real.Entries[random.Next(real.Entries.Length)]).Distinct().ToArray();
            var number = real.Recommendations[random.Next(real.Recommendations.Length)];
            var folder = Open([.. touched, number]);
            Promise(folder, real.Knowledge, real.Anchors);

            for (var round = random.Next(Rounds); round < Rounds; round++)
            {
                var before = folder;
                for (var edit = random.Next(1, 5); edit > 0; edit--)
                {
                    folder = Edit(folder);
                }

                if (TryPublish(folder))
                {
                    Built++;
                }
                else
                {
                    Edits.Add("refused");
                    Refused++;
                    folder = before;
                }
            }
        }

        private Folder Open(string[] entries)
        {
            var files = real.Sources.Files.ToImmutableSortedDictionary(file => file.Path, file => file, StringComparer.Ordinal);
            var documents = ImmutableDictionary.CreateBuilder<string, Document>();
            foreach (var (entry, ending) in entries.SelectMany(entry => new[] { (entry, ".md"), (entry, ".ru.md") }))
            {
                var path = $"content/{entry}{ending}";
                if (files.TryGetValue(path, out var file))
                {
                    var text = file.Text;
                    var head = text[..(text.IndexOf("\n---\n", 3, StringComparison.Ordinal) + 5)];
                    var prose = text[head.Length..].Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                    documents[path] = new Document(head, [.. prose.Select(block => new Piece([++pieces], block))]);
                    files = files.Remove(path);
                }
            }

            return new Folder(files, documents.ToImmutable(), ImmutableSortedDictionary<string, string>.Empty)
            {
                NameOf = entries.ToImmutableDictionary(entry => entry, entry => entry),
            };
        }

        private Folder Edit(Folder folder)
        {
            var paths = folder.Documents.Keys.Order(StringComparer.Ordinal).ToArray();
            var path = paths[random.Next(paths.Length)];
            var document = folder.Documents[path];
            var places = Enumerable.Range(0, document.Pieces.Count).Where(index => document.Pieces[index].IsParagraph).ToArray();
            var at = places.Length == 0 ? -1 : places[random.Next(places.Length)];
            Folder With(ImmutableList<Piece> changed) => folder with { Documents = folder.Documents.SetItem(path, document with { Pieces = changed }) };

            switch (random.Next(13))
            {
                case 0 when at >= 0:
                    Edits.Add($"{path}: words of {at}");
                    return With(document.Pieces.SetItem(at, document.Pieces[at] with { Text = FewWordsChanged(document.Pieces[at].Text) }));
                case 1 or 2:
                    Edits.Add($"{path}: a new one");
                    return With(document.Pieces.Insert(random.Next(document.Pieces.Count + 1), new Piece([++pieces], Another(path))));
                case 3 when places.Length > 0 && random.Next(2) == 0:
                    Edits.Add($"{path}: another instead of {at}");
                    return Retire(With(document.Pieces.SetItem(at, new Piece([++pieces], Another(path)))), path, document.Pieces[at]);
                case 3 when places.Length > 1:
                    Edits.Add($"{path}: without {at}");
                    return Retire(With(document.Pieces.RemoveAt(at)), path, document.Pieces[at]);
                case 4 when places.Length > 1:
                    Edits.Add($"{path}: shuffled");
                    var shuffled = places.ToArray();
                    random.Shuffle(shuffled);
                    return With(shuffled.Zip(places).Aggregate(document.Pieces, (list, pair) => list.SetItem(pair.Second, document.Pieces[pair.First])));
                case 5:
                    return Rename(folder, path, random.Next(5) > 0);
                case 6 when !path.EndsWith(".ru.md", StringComparison.Ordinal):
                    return Delete(folder, path, random.Next(3) > 0);
                case 7:
                    return Merge(folder, path);
                case 8 when places.Length > 1 && at != places[^1]:
                    var next = places.First(place => place > at);
                    Edits.Add($"{path}: {at} and {next} joined");
                    var (one, other) = (document.Pieces[at], document.Pieces[next]);
                    return With(document.Pieces.SetItem(at, new Piece(one.Who.Union(other.Who), $"{one.Text}\n{other.Text}")).RemoveAt(next));
                case 9 when at >= 0 && document.Pieces[at].Text.Split(' ').Length > 16 && !document.Pieces[at].Text.Contains('['):
                    Edits.Add($"{path}: {at} cut");
                    var words = document.Pieces[at].Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                    return With(document.Pieces
                        .SetItem(at, document.Pieces[at] with { Text = string.Join(' ', words[..(words.Length / 2)]) })
                        .Insert(at + 1, document.Pieces[at] with { Text = string.Join(' ', words[(words.Length / 2)..]) }));
                case 10 when path.EndsWith(".ru.md", StringComparison.Ordinal):
                    Edits.Add($"{path}: no translation");
                    return folder with { Documents = folder.Documents.Remove(path) };
                case 11 when at >= 0 && path.EndsWith(".ru.md", StringComparison.Ordinal):
                    Edits.Add($"{path}: translated anew");
                    return With([.. document.Pieces.Select(piece => piece.IsParagraph ? new Piece([++pieces], Words(20)) : piece)]);
                case 12 when path.EndsWith(".ru.md", StringComparison.Ordinal) && folder.Documents.TryGetValue(path[..^6] + ".md", out var original):
                    Edits.Add($"{path}: the languages change places");
                    return folder with { Documents = folder.Documents.SetItem(path, document with { Pieces = original.Pieces }).SetItem(path[..^6] + ".md", original with { Pieces = document.Pieces }) };
                default:
                    return folder;
            }
        }

        /// <summary>Tells what became of the places at which a paragraph was published, or forgets to.</summary>
        private Folder Retire(Folder folder, string path, Piece piece)
        {
            var page = path["content/".Length..path.IndexOf('.', path.LastIndexOf('/'))];
            var lost = promisedPieces.Where(promise => piece.Who.Contains(promise.Value)).Select(promise => promise.Key).ToArray();
            if (random.Next(3) == 0 || page.Contains('.') || IsNumbered(path))
            {
                return folder;
            }

            return folder with
            {
                Retired = lost.Aggregate(folder.Retired, (retired, address) =>
                    retired.SetItem(address.Replace(".html", "", StringComparison.Ordinal), "{gone: \"2026-11-27\", why: It was wrong.}")),
            };
        }

        private static bool IsNumbered(string path) => path.StartsWith("content/recommendations/", StringComparison.Ordinal);

        private static string IdOf(string path) => path["content/".Length..^(path.EndsWith(".ru.md", StringComparison.Ordinal) ? 6 : 3)];

        private Folder Rename(Folder folder, string path, bool isTold)
        {
            var old = IdOf(path);
            var name = $"{old[..(old.LastIndexOf('/') + 1)]}{(IsNumbered(path) ? "139.9" : "renamed-")}{random.Next(1000, 9999)}";
            Edits.Add($"{old} is {name}{(isTold ? "" : ", told to nobody")}");
            string Anew(string text) => System.Text.RegularExpressions.Regex.Replace(text, $@"(?<![\w/.-]){System.Text.RegularExpressions.Regex.Escape(old)}(?![\w/-]|\.[\w])", name);
            var named = folder.NameOf.Where(pair => pair.Value == old).Aggregate(folder.NameOf, (names, pair) => names.SetItem(pair.Key, name));
            return new Folder(
                folder.Files.ToImmutableSortedDictionary(
                    file => file.Key,
                    file => file.Key.EndsWith(".md", StringComparison.Ordinal) && file.Value.Text.Contains(old, StringComparison.Ordinal) ? SourceFile.Of(file.Key, Anew(file.Value.Text)) : file.Value,
                    StringComparer.Ordinal),
                folder.Documents.ToImmutableDictionary(
                    pair => pair.Key.Replace($"content/{old}.", $"content/{name}.", StringComparison.Ordinal),
                    pair => pair.Value with { Head = Anew(pair.Value.Head), Pieces = [.. pair.Value.Pieces.Select(piece => piece with { Text = Anew(piece.Text) })] }),
                isTold ? folder.Retired.SetItem(old, $"{{moved_to: {name}}}") : folder.Retired)
            { NameOf = named };
        }

        private Folder Delete(Folder folder, string path, bool isTold)
        {
            var id = IdOf(path);
            Edits.Add($"{id} deleted{(isTold ? "" : ", told to nobody")}");
            return folder with
            {
                Documents = folder.Documents.Remove(path).Remove($"content/{id}.ru.md"),
                Retired = isTold ? folder.Retired.SetItem(id, "{gone: \"2026-11-27\", title: A page, why: It was wrong.}") : folder.Retired,
                NameOf = folder.NameOf.RemoveRange(folder.NameOf.Where(pair => pair.Value == id).Select(pair => pair.Key)),
            };
        }

        private Folder Merge(Folder folder, string path)
        {
            var id = IdOf(path);
            var into = folder.NameOf.Values.Distinct().Where(other => other != id && !IsNumbered($"content/{other}") && folder.Documents.ContainsKey($"content/{other}.md")).Order(StringComparer.Ordinal).FirstOrDefault();
            if (into is null || IsNumbered(path))
            {
                return folder;
            }

            Edits.Add($"{id} joined to {into}");
            var documents = folder.Documents;
            foreach (var ending in (string[])[".md", ".ru.md"])
            {
                if (documents.TryGetValue($"content/{id}{ending}", out var from) && documents.TryGetValue($"content/{into}{ending}", out var to))
                {
                    documents = documents.SetItem($"content/{into}{ending}", to with { Pieces = to.Pieces.AddRange(from.Pieces) });
                }

                documents = documents.Remove($"content/{id}{ending}");
            }

            return folder with
            {
                Documents = documents,
                Retired = folder.Retired.SetItem(id, $"{{moved_to: {into}}}"),
                NameOf = folder.NameOf.Where(pair => pair.Value == id).Aggregate(folder.NameOf, (names, pair) => names.SetItem(pair.Key, into)),
            };
        }

        private string FewWordsChanged(string text)
        {
            var words = text.Split(' ');
            for (var count = words.Length / 10; count >= 0; count--)
            {
                var at = random.Next(words.Length);
                words[at] = words[at].All(char.IsLetter) ? Word() : words[at];
            }

            return string.Join(' ', words);
        }

        /// <summary>A paragraph that is new to its page: words that nobody has, or one of another page, which shares with its neighbours what texts on one matter share.</summary>
        private string Another(string path) => path.EndsWith(".ru.md", StringComparison.Ordinal) || random.Next(4) == 0
            ? Words(random.Next(10, 40))
            : $"{real.Texts[random.Next(real.Texts.Length)]} {Word()}{Word()}.";

        private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word())) + ".";

        private string Word() => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"{"bdfgklmnprstvz"[random.Next(14)]}{"aeiou"[random.Next(5)]}"));

        /// <summary>Builds what concerns addresses, keeps the ledger, and looks at every promise; false when the build refuses.</summary>
        private bool TryPublish(Folder folder)
        {
            var texts = folder.Files.Values.Concat(folder.Documents.Select(document => SourceFile.Of(document.Key, document.Value.Text)));
            var retired = SourceFile.Of(RetiredReader.Path, YamlOf(folder.Retired));
            var sources = SourceTree.Of(texts.Append(retired).Append(ledger));
            var log = new DiagnosticLog();
            var knowledge = SiteBuilder.Read(sources, new BuildOptions(), log);
            var known = PermalinkLedger.Read(sources, log);
            var anchors = AnchorKeeper.Keep(knowledge, known, log);
            known.Judge(RealSite.PathsOf(knowledge).ToHashSet(StringComparer.Ordinal), knowledge.Config.Paths, log);
            RetiredJudge.Judge(knowledge, anchors, SiteRenderer.AddressesOf(knowledge).Where(address => !IsRetired(knowledge, address)).ToHashSet(StringComparer.Ordinal), log);
            if (log.HasErrors)
            {
                // Whoever is refused is told how to go on.
                Assert.All(log.Sorted(), diagnostic => Assert.NotEmpty(diagnostic.Cure), throwIfEmpty: false);
                return false;
            }

            var wanted = promisedPages.Keys.Concat(promisedPieces.Keys.Select(address => address[..address.IndexOf('#')]))
                .Concat(folder.NameOf.Values.Select(id => $"{id}.html"))
                .Select(path => path.StartsWith("ru/", StringComparison.Ordinal) ? path[3..] : path)
                .ToHashSet(StringComparer.Ordinal);
            var site = new BuiltPages(SiteRenderer.Render(knowledge, real.Theme, new RenderOptions { Anchors = anchors, Ledger = known }, log, wanted));
            Keep(folder, site);

            ledger = known.With(RealSite.Published(knowledge, anchors), default) ?? ledger;
            Promise(folder, knowledge, anchors);
            return true;
        }

        private static bool IsRetired(KnowledgeBase knowledge, string address) =>
            knowledge.Retired.Any(retired => retired.Was.Anchor is null && retired.Was.Address == address) && !(EntryId.TryParse(address[..^5], out var id) && knowledge.Find(id) is not null);

        private static string YamlOf(IEnumerable<KeyValuePair<string, string>> retired)
        {
            var yaml = new StringBuilder();
            foreach (var (key, value) in retired)
            {
                yaml.Append(CultureInfo.InvariantCulture, $"\"{key}\":\n");
                foreach (var pair in value.Trim('{', '}').Split(", "))
                {
                    yaml.Append(CultureInfo.InvariantCulture, $"  {pair}\n");
                }
            }

            return yaml.ToString();
        }

        /// <summary>What is published now is promised for ever: each page to be its entry, each paragraph's anchor to be that paragraph.</summary>
        private void Promise(Folder folder, KnowledgeBase knowledge, SiteAnchors anchors)
        {
            foreach (var (first, name) in folder.NameOf)
            {
                promisedPages.TryAdd($"{name}.html", first);
                promisedPages.TryAdd($"ru/{name}.html", first);
            }

            foreach (var (path, document) in folder.Documents.Where(pair => !IsNumbered(pair.Key)))
            {
                var language = path.EndsWith(".ru.md", StringComparison.Ordinal) ? "ru" : "en";
                if (!EntryId.TryParse(IdOf(path), out var id) || knowledge.Find(id) is not { } entry || knowledge.Prose(entry, language) is not { IsEmpty: false } prose)
                {
                    continue;
                }

                foreach (var (block, anchor) in prose.Blocks.Zip(anchors.Of(id, language).Blocks).Where(pair => !pair.First.IsHeading))
                {
                    var who = document.Pieces.Find(piece => piece.IsParagraph && Plain(piece.Text) == Spaced(block.Text))?.Who ?? [];
                    if (who.Count == 1)
                    {
                        promisedPieces.TryAdd($"{(language == "ru" ? "ru/" : "")}{id}.html#{anchor.Id}", who.Single());
                    }
                }
            }
        }

        private void Keep(Folder folder, BuiltPages site)
        {
            foreach (var (address, first) in promisedPages)
            {
                var (page, _) = site.Follow(address, null);
                var stands = folder.NameOf.GetValueOrDefault(first);
                Assert.True(stands is null ? site.IsGone(page) : page == (address.StartsWith("ru/", StringComparison.Ordinal) ? $"ru/{stands}.html" : $"{stands}.html"), $"{address} leads to {page}, and {first} is {stands ?? "deleted"}");
            }

            foreach (var (address, who) in promisedPieces)
            {
                var (page, place) = site.Follow(address[..address.IndexOf('#')], address[(address.IndexOf('#') + 1)..]);
                var piece = place?.Closest(".para") is { } para ? OnPage(folder, page).FirstOrDefault(piece => piece.IsParagraph && Plain(piece.Text) == Spaced(Shown(para))) : null;
                var stands = folder.Documents.Where(document => document.Value.Pieces.Any(one => one.Who.Contains(who))).Select(document => document.Key).Order(StringComparer.Ordinal).ToArray();
                Assert.NotNull(place);
                if (piece is not null && !piece.Who.Contains(who))
                {
                    // A translation that was taken away or made anew shows what the original has under the number.
                    Assert.True(address.StartsWith("ru/", StringComparison.Ordinal) && stands.Length == 0, $"{address} was {who} and leads to {string.Join(",", piece.Who)} on {page}; {who} stands in {string.Join(", ", stands)}");
                }
                else if (piece is null && stands.Length > 0)
                {
                    // To where it is told to be, or to a page that says why it is not there.
                    Assert.True(place.Closest(".former, .retired") is not null, $"{address}, which stands in {string.Join(", ", stands)}, leads to nothing that explains itself on {page}");
                    Assert.False(stands.Contains($"content/{page[..^5]}.md"), $"{address} is not found on {page}, where it stands");
                }
            }
        }

        /// <summary>What stands on a page: its translation, or the original where there is none.</summary>
        private static ImmutableList<Piece> OnPage(Folder folder, string page)
        {
            var id = (page.StartsWith("ru/", StringComparison.Ordinal) ? page[3..] : page)[..^5];
            var translation = page.StartsWith("ru/", StringComparison.Ordinal) ? folder.Documents.GetValueOrDefault($"content/{id}.ru.md") : null;
            return (translation ?? folder.Documents.GetValueOrDefault($"content/{id}.md"))?.Pieces ?? [];
        }

        private static string Plain(string markdown) => Spaced(Prose.Parse(markdown, default, new DiagnosticLog()).PlainText);

        private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        private static string Shown(IElement paragraph)
        {
            var copy = (IElement)paragraph.Clone();
            foreach (var anchor in copy.QuerySelectorAll(".anchor"))
            {
                anchor.Remove();
            }

            return copy.TextContent;
        }
    }

    /// <summary>Pages as a reader follows them.</summary>
    private sealed class BuiltPages(ImmutableArray<RenderedPage> pages)
    {
        private readonly Dictionary<string, (IDocument Document, PageKind Kind)> byPath =
            pages.ToDictionary(page => page.File.Path, page => ((IDocument)new HtmlParser().ParseDocument(page.File.Text), page.Kind), StringComparer.Ordinal);

        public bool IsGone(string path) => byPath.GetValueOrDefault(path).Kind == PageKind.Gone;

        /// <summary>Where an address leads: a page that moved sends on, and so does a place that did.</summary>
        public (string Page, IElement? Place) Follow(string path, string? anchor)
        {
            for (var step = 0; step < 10; step++)
            {
                Assert.True(byPath.TryGetValue(path, out var page), $"{path} is not there");
                var place = anchor is null ? null : page.Document.GetElementById(anchor);
                var next = anchor is not null ? place?.Closest(".retired__places li, .former__list li")?.QuerySelector("a")?.GetAttribute("href")
                    : page.Document.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content")?.Split("url=")[1];
                if (next is null)
                {
                    return (path, place);
                }

                var target = new Uri(new Uri($"http://site/{path}"), next);
                (path, anchor) = (target.AbsolutePath[1..], target.Fragment.Length > 0 ? target.Fragment[1..] : null);
                if (anchor is null && place is not null)
                {
                    return (path, place);
                }
            }

            throw new InvalidOperationException($"{path} leads on and on");
        }
    }
}

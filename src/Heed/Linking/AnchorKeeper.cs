using System.Collections.Immutable;
using System.Globalization;
using Heed.Diagnostics;
using Heed.Markup;
using Heed.Model;
using Heed.Text;

namespace Heed.Linking;

/// <summary>Gives each paragraph its anchor, finds published ones again by their words, and reports what would be lost.</summary>
/// <remarks>
/// A number is given once and never to another paragraph. A translation has the anchors of its original where it has as many
/// paragraphs; what the two do not share, the page of the translation says.
/// </remarks>
public sealed class AnchorKeeper
{
    private readonly KnowledgeBase knowledge;
    private readonly PermalinkLedger ledger;
    private readonly DiagnosticLog log;
    private readonly Dictionary<(EntryId Id, string Language), PageAnchors> pages = [];

    // Where places of pages that moved are now: the page's path and anchor, and the anchor on the page to which it moved.
    private readonly Dictionary<(string Path, string Anchor), string> moved = [];
    private readonly List<PublishedAddress> standing = [];

    private AnchorKeeper(KnowledgeBase knowledge, PermalinkLedger ledger, DiagnosticLog log) => (this.knowledge, this.ledger, this.log) = (knowledge, ledger, log);

    private string OriginalLanguage => knowledge.Config.DefaultLanguage;

    /// <summary>The anchors of all pages.</summary>
    /// <param name="knowledge">The knowledge base.</param>
    /// <param name="ledger">What was published.</param>
    /// <param name="log">Told which published anchors would be lost.</param>
    public static SiteAnchors Keep(KnowledgeBase knowledge, PermalinkLedger ledger, DiagnosticLog log)
    {
        var keeper = new AnchorKeeper(knowledge, ledger, log);
        foreach (var entry in knowledge.Entries)
        {
            keeper.KeepEntry(entry);
        }

        var retired = keeper.OfRetired();
        return new SiteAnchors(keeper.pages.ToImmutableDictionary(), retired, [.. keeper.standing]);
    }

    /// <summary>Whether paragraphs of the kind are cited one by one. A recommendation or an event is cited as a whole.</summary>
    public static bool HasParagraphs(Entry entry) => entry.Kind switch
    {
        EntryKind.Evaluation or EntryKind.Finding or EntryKind.Decision or EntryKind.Article => true,
        EntryKind.Recommendation or EntryKind.Review or EntryKind.Event or EntryKind.Proposal => false,
    };

    private string PathOf(string page, string language) => knowledge.Config.Paths.Of(page + ".html", language);

    private void KeepEntry(Entry entry)
    {
        var parts = References.PartsOf(entry).ToHashSet(StringComparer.Ordinal);
        var numbers = new Numbers(knowledge.Config.Languages.SelectMany(language => ledger.AnchorsOf(PathOf(entry.Id.ToString(), language))).Select(line => line.Published.Anchor!));
        var original = new PageAnchors([], []);
        foreach (var language in knowledge.Config.Languages.OrderBy(language => language != OriginalLanguage))
        {
            var blocks = HasParagraphs(entry) ? BlocksOf(entry, language, original, parts, numbers) : [];
            (blocks, var former) = FormerPlaces(entry, language, blocks, original, parts);
            var anchors = new PageAnchors(blocks, former);
            pages[(entry.Id, language)] = anchors;
            Stand(entry, language, anchors, parts);
            original = language == OriginalLanguage ? anchors : original;
        }
    }

    private ImmutableArray<BlockAnchor> BlocksOf(Entry entry, string language, PageAnchors original, HashSet<string> parts, Numbers numbers)
    {
        var prose = knowledge.Prose(entry, language);
        if (language != OriginalLanguage && ReferenceEquals(prose, knowledge.Prose(entry, OriginalLanguage)))
        {
            return original.Blocks;
        }

        var blocks = prose.Blocks;
        var claims = Claims(entry, language, blocks);
        var alike = language != OriginalLanguage && IsCutAlike(blocks, knowledge.Prose(entry, OriginalLanguage).Blocks);
        var used = parts.Concat(knowledge.FrameIds).Concat(blocks.Select(block => block.HeadingId).OfType<string>()).ToHashSet(StringComparer.Ordinal);

        // First what was published, so that nobody else takes it.
        var ids = new string?[blocks.Length];
        for (var index = 0; index < blocks.Length; index++)
        {
            ids[index] = blocks[index].HeadingId ?? claims[index].Where(claim => claim.IsOwn && used.Add(claim.Anchor)).Select(claim => claim.Anchor).FirstOrDefault();
        }

        var result = ImmutableArray.CreateBuilder<BlockAnchor>(blocks.Length);
        for (var index = 0; index < blocks.Length; index++)
        {
            // What moved here keeps its number where this page never had it.
            bool IsFree(string anchor) => !numbers.WerePublished(anchor) && used.Add(anchor);
            ids[index] ??= claims[index].Select(claim => claim.Anchor).FirstOrDefault(IsFree);
            ids[index] ??= alike && used.Add(original.Blocks[index].Id) ? original.Blocks[index].Id : null;
            while (ids[index] is null)
            {
                ids[index] = numbers.Next() is var next && used.Add(next) ? next : null;
            }

            foreach (var claim in claims[index].Where(claim => !claim.IsOwn))
            {
                moved[(claim.Path, claim.Anchor)] = ids[index]!;
                standing.Add(new PublishedAddress($"{claim.Path}#{claim.Anchor}", blocks[index].IsHeading ? AddressKind.Heading : AddressKind.Paragraph, WordPrint.Of(blocks[index].Text)));
            }

            result.Add(new BlockAnchor(ids[index]!, [.. claims[index].Where(claim => claim.IsOwn && used.Add(claim.Anchor)).Select(claim => claim.Anchor)]));
        }

        foreach (var anchor in result)
        {
            numbers.Take(anchor.Id);
        }

        return result.ToImmutable();
    }

    private static bool IsCutAlike(ImmutableArray<ProseBlock> translation, ImmutableArray<ProseBlock> original) =>
        translation.Select(block => block.IsHeading).SequenceEqual(original.Select(block => block.IsHeading));

    /// <summary>A published place that a block is.</summary>
    /// <param name="Path">The page on which it was published.</param>
    /// <param name="Anchor">Its anchor there.</param>
    /// <param name="IsOwn">Whether that is this page; else one that moved here.</param>
    private sealed record Claim(string Path, string Anchor, bool IsOwn);

    private ImmutableArray<ImmutableArray<Claim>> Claims(Entry entry, string language, ImmutableArray<ProseBlock> blocks)
    {
        var own = PathOf(entry.Id.ToString(), language);
        ImmutableArray<string> paths =
        [
            own,
            .. knowledge.Retired
                .Where(retired => retired is { Was.Anchor: null, MovedTo.Target.Anchor: null } && retired.MovedTo.Target.Page == entry.Id.ToString() && (retired.Language ?? language) == language)
                .Select(retired => PathOf(retired.Was.Page, language)),
        ];
        var lines = paths.Distinct(StringComparer.Ordinal).SelectMany(path => ledger.AnchorsOf(path)).ToArray();
        var claims = blocks.Select(_ => ImmutableArray.CreateBuilder<Claim>()).ToArray();
        foreach (var kind in (AddressKind[])[AddressKind.Paragraph, AddressKind.Heading])
        {
            var places = Enumerable.Range(0, blocks.Length).Where(index => blocks[index].IsHeading == (kind == AddressKind.Heading)).ToArray();
            ImmutableArray<OldBlock> old = [.. lines.Where(line => line.Published.Kind == kind).Select(line => new OldBlock(line.Published.Address, line.Published.Print))];
            var matches = BlockMatcher.Match(old, [.. places.Select(index => WordPrint.Of(blocks[index].Text))]);
            foreach (var (match, index) in matches.Select((match, at) => (match, places[at])))
            {
                claims[index].AddRange(match.Select(block => ClaimOf(block.Key)).OrderBy(claim => !claim.IsOwn).ThenBy(IsRetired).ThenBy(claim => claim.Anchor, NaturalOrder.Instance));
            }

            if (kind == AddressKind.Heading)
            {
                // One heading went and one came: it was worded anew.
                var gone = old.Where(block => !matches.Any(match => match.Contains(block)) && places.All(index => blocks[index].HeadingId != ClaimOf(block.Key).Anchor)).ToArray();
                var come = places.Where(index => claims[index].Count == 0 && ledger.Since($"{own}#{blocks[index].HeadingId}") is null).ToArray();
                if (gone.Length == 1 && come.Length == 1)
                {
                    claims[come[0]].Add(ClaimOf(gone[0].Key));
                }
            }
        }

        return [.. claims.Select(claim => claim.ToImmutable())];

        bool IsRetired(Claim claim) => knowledge.Retired.Any(retired => retired.Was == new SitePlace(entry.Id.ToString(), claim.Anchor));

        Claim ClaimOf(string address)
        {
            var published = new PublishedAddress(address, AddressKind.Named, "");
            return new Claim(published.Page, published.Anchor!, published.Page == own);
        }
    }

    /// <summary>What was published on the page and is not there any more; a move within the page becomes one more anchor of its target.</summary>
    private (ImmutableArray<BlockAnchor> Blocks, ImmutableArray<FormerPlace> Former) FormerPlaces(Entry entry, string language, ImmutableArray<BlockAnchor> blocks, PageAnchors original, HashSet<string> parts)
    {
        var page = entry.Id.ToString();
        var path = PathOf(page, language);
        var former = ImmutableArray.CreateBuilder<FormerPlace>();
        var here = new PageAnchors(blocks, []).Ids.Concat(parts).ToHashSet(StringComparer.Ordinal);
        foreach (var line in ledger.AnchorsOf(path))
        {
            var anchor = line.Published.Anchor!;
            var retired = knowledge.Retired.FirstOrDefault(one => one.Was.Page == page && one.Was.Anchor == anchor && (one.Language ?? language) == language);
            if (line.Published.Kind == AddressKind.Heading && parts.Contains(anchor))
            {
                log.Report(
                    Catalogue.AnchorLost,
                    new Place(entry.Translations.GetValueOrDefault(language)?.Place.Path ?? entry.Place.Path),
                    $"{line.Published.Address} was published as a heading, and another part of the page has this id now",
                    $"Give the part of the page that has the id \"{anchor}\" another one.");
            }
            else if (here.Contains(anchor))
            {
                // What moved within the page stands at its new place.
                if (retired is not null && retired.MovedTo?.Target.Page != page && language == (retired.Language ?? OriginalLanguage))
                {
                    log.Report(Catalogue.StandsAgain, retired.Place, $"{retired.Was} is said to be retired, and stands on its page", $"Remove the entry from {RetiredFile}, or what stands there from the page.");
                }
            }
            else if (retired is { MovedTo.Target: { Anchor: { } target } there } && there.Page == page && blocks.Any(block => block.Id == target || block.Also.Contains(target)))
            {
                blocks = [.. blocks.Select(block => block.Id == target || block.Also.Contains(target) ? block with { Also = block.Also.Add(anchor) } : block)];
            }
            else if (retired is not null)
            {
                former.Add(new FormerPlace(anchor, false, retired));
            }
            else if (language != OriginalLanguage && (original.Ids.Contains(anchor) || original.Former.Any(place => place.Id == anchor)))
            {
                former.Add(new FormerPlace(anchor, true, null));
            }
            else if (language == OriginalLanguage || ledger.Since($"{PathOf(page, OriginalLanguage)}#{anchor}") is null)
            {
                // What the original lost is told of the original, once.
                Lost(entry, line, blocks, language);
            }
        }

        return (blocks, former.ToImmutable());
    }

    private const string RetiredFile = "content/retired.yml";

    private void Lost(Entry entry, LedgerLine line, ImmutableArray<BlockAnchor> blocks, string language)
    {
        var file = entry.Translations.GetValueOrDefault(language)?.Place.Path ?? entry.Place.Path;
        var what = line.Published.Kind switch
        {
            AddressKind.Paragraph => "no paragraph there has enough of the words that were published",
            AddressKind.Heading => "no heading there has the words of the one that was published",
            _ => "nothing there has this id",
        };
        var fresh = blocks.Where(block => ledger.Since($"{line.Published.Page}#{block.Id}") is null).Select(block => block.Id).ToArray();
        var target = fresh.Length > 0 ? $"{entry.Id}#{fresh[0]}" : entry.Id.ToString();
        var news = fresh.Length > 0 && line.Published.Kind == AddressKind.Paragraph ? $" New there: {string.Join(", ", fresh.Take(5).Select(id => $"{id} (\"{Beginning(entry, language, blocks, id)}\")"))}." : "";
        log.Report(
            Catalogue.AnchorLost,
            new Place(file),
            string.Create(CultureInfo.InvariantCulture, $"{line.Published.Address} was published on {line.Since:yyyy-MM-dd} and would be gone: {what}"),
            $"Restore it, or say in {RetiredFile} what became of it: below `\"{(language == OriginalLanguage ? "" : language + "/")}{entry.Id}#{line.Published.Anchor}\":` either `moved_to: \"{target}\"`, or `gone:` with the day and `why:`.{news}");
    }

    private string Beginning(Entry entry, string language, ImmutableArray<BlockAnchor> blocks, string id)
    {
        var text = knowledge.Prose(entry, language).Blocks[blocks.IndexOf(blocks.First(block => block.Id == id))].Text;
        var space = text.Length <= 40 ? text.Length : text.LastIndexOf(' ', 40);
        return space == text.Length ? text : text[..(space > 0 ? space : 40)] + "…";
    }

    private void Stand(Entry entry, string language, PageAnchors anchors, HashSet<string> parts)
    {
        var path = PathOf(entry.Id.ToString(), language);
        standing.AddRange(parts.Order(StringComparer.Ordinal).Select(part => new PublishedAddress($"{path}#{part}", AddressKind.Named, "")));
        foreach (var (block, anchor) in knowledge.Prose(entry, language).Blocks.Zip(anchors.Blocks))
        {
            var (kind, print) = (block.IsHeading ? AddressKind.Heading : AddressKind.Paragraph, WordPrint.Of(block.Text));
            standing.AddRange(anchor.Also.Prepend(anchor.Id).Where(id => !IsNamed(id)).Select(id => new PublishedAddress($"{path}#{id}", kind, print)));
        }

        // Of what was taken away no print stays: from it one could guess the words.
        standing.AddRange(
            from line in ledger.AnchorsOf(path)
            where anchors.Former.Any(place => place.Id == line.Published.Anchor && place.Retired?.Gone is not null)
            select line.Published with { Print = "" });

        // A statement whose id now leads to a paragraph stays what it was.
        bool IsNamed(string id) => ledger.AnchorsOf(path).Any(line => line.Published.Anchor == id && line.Published.Kind == AddressKind.Named);
    }

    private ImmutableDictionary<(string, string), ImmutableArray<RetiredAnchor>> OfRetired()
    {
        var result = ImmutableDictionary.CreateBuilder<(string, string), ImmutableArray<RetiredAnchor>>();
        foreach (var (retired, language) in knowledge.Retired
            .Where(retired => retired.Was.Anchor is null)
            .SelectMany(retired => knowledge.Config.Languages.Where(language => (retired.Language ?? language) == language).Select(language => (retired, language))))
        {
            var target = retired.MovedTo is { Target.Anchor: null } to && EntryId.TryParse(to.Target.Page, out var id) && knowledge.Find(id) is { } entry ? entry : null;
            var there = target is null ? [] : References.PartsOf(target).Concat(pages[(target.Id, language)].Blocks.Where(block => HasHeadingId(target, language, block.Id)).Select(block => block.Id)).ToHashSet(StringComparer.Ordinal);
            var path = PathOf(retired.Was.Page, language);
            if (retired.Gone is not null)
            {
                standing.AddRange(ledger.AnchorsOf(path).Select(line => line.Published with { Print = "" }));
            }

            result[(retired.Was.Page, language)] =
            [
                .. ledger.AnchorsOf(path).Select(line => line.Published.Anchor!).Select(anchor =>
                    new RetiredAnchor(anchor, moved.GetValueOrDefault((path, anchor)) ?? (there.Contains(anchor) ? anchor : null))),
            ];
        }

        return result.ToImmutable();
    }

    private bool HasHeadingId(Entry entry, string language, string id) => knowledge.Prose(entry, language).Blocks.Any(block => block.HeadingId == id);

    /// <summary>The numbers of paragraphs of one entry, in all its languages: none is given twice.</summary>
    private sealed class Numbers(IEnumerable<string> published)
    {
        private readonly ImmutableHashSet<string> published = [.. published];

        private readonly HashSet<string> taken = [.. published];

        private int last;

        public bool WerePublished(string anchor) => published.Contains(anchor);

        public void Take(string anchor) => taken.Add(anchor);

        public string Next()
        {
            do
            {
                last++;
            }
            while (taken.Contains(Anchor(last)));
            taken.Add(Anchor(last));
            return Anchor(last);
        }

        private static string Anchor(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}");
    }
}

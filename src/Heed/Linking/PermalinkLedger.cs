using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heed.Addressing;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Model;
using Heed.Text;
using Heed.Yaml;

namespace Heed.Linking;

/// <summary>What a published address leads to.</summary>
public enum AddressKind
{
    /// <summary>A page, or a part of one that its author named: a statement, a conflict, an undertaking, an earlier state.</summary>
    Named,

    /// <summary>A paragraph, known again by its words.</summary>
    Paragraph,

    /// <summary>A heading of prose, known again by its words.</summary>
    Heading,
}

/// <summary>An address with what is kept of it.</summary>
/// <param name="Address">From the site's root: <c>ru/articles/about.html</c>, <c>evaluations/x.html#p3</c>.</param>
/// <param name="Kind">What it leads to.</param>
/// <param name="Print">Of a paragraph or heading the <see cref="WordPrint"/> of its words; else empty.</param>
public sealed record PublishedAddress(string Address, AddressKind Kind, string Print)
{
    /// <summary>The page's path; all of the address when it is one of a page.</summary>
    public string Page => Address.IndexOf('#') is var hash and >= 0 ? Address[..hash] : Address;

    /// <summary>What stands after <c>#</c>, or null.</summary>
    public string? Anchor => Address.IndexOf('#') is var hash and >= 0 ? Address[(hash + 1)..] : null;
}

/// <summary>A line of the ledger.</summary>
/// <param name="Published">What was published.</param>
/// <param name="Since">The day of its first publication.</param>
/// <param name="Place">Where the line stands.</param>
public sealed record LedgerLine(PublishedAddress Published, DateOnly Since, Place Place);

/// <summary>The addresses and anchors that were ever published, each with the day; what stands here keeps working.</summary>
/// <remarks>Written only by <c>heed build --publish</c>; a build that would drop one fails.</remarks>
public sealed class PermalinkLedger
{
    /// <summary>The ledger's file.</summary>
    public const string Path = "content/permalinks.yml";

    private const string Heading =
        """
        # Every address that was ever published, with the day of its first publication. Behind it, for a paragraph (p) and a heading (h),
        # a print of its words, by which it is known again when the page is edited; of what is said to be gone, none is kept.
        # Written by `heed build --publish` alone. A build that would drop an address fails: an advocate may have linked to it.

        """;

    private readonly ImmutableSortedDictionary<string, LedgerLine> lines;
    private readonly ILookup<string, LedgerLine> anchors;

    private PermalinkLedger(ImmutableSortedDictionary<string, LedgerLine> lines)
    {
        this.lines = lines;
        anchors = lines.Values.Where(line => line.Published.Anchor is not null).ToLookup(line => line.Published.Page, StringComparer.Ordinal);
    }

    /// <summary>A ledger in which nothing stands.</summary>
    public static PermalinkLedger Empty { get; } = new(ImmutableSortedDictionary<string, LedgerLine>.Empty.WithComparers(NaturalOrder.Instance));

    /// <summary>The addresses of pages and of places on them, in natural order.</summary>
    public IEnumerable<string> Addresses => lines.Keys;

    /// <summary>All lines, in natural order of their addresses.</summary>
    public IEnumerable<LedgerLine> Lines => lines.Values;

    /// <summary>The published places on a page, in natural order.</summary>
    public IEnumerable<LedgerLine> AnchorsOf(string page) => anchors[page];

    /// <summary>Reads the ledger; an empty one when there is no file yet.</summary>
    public static PermalinkLedger Read(SourceTree sources, DiagnosticLog log)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, LedgerLine>(NaturalOrder.Instance);
        if (sources.Find(Path) is { } file && YamlReader.ReadMap(file, log) is { } map)
        {
            foreach (var entry in map.Entries)
            {
                if (entry.Value is YamlScalar scalar && LineOf(entry, scalar.Value) is { } line)
                {
                    read[entry.Key] = line;
                }
                else
                {
                    log.Report(Catalogue.WrongDate, entry.Value.Place, $"the day of {entry.Key} is no date", "Restore the line from the version history; the ledger is written by `heed build --publish` alone.");
                }
            }
        }

        return new PermalinkLedger(read.ToImmutable());
    }

    /// <summary>When the address was first published, or null.</summary>
    public DateOnly? Since(string address) => lines.GetValueOrDefault(address)?.Since;

    /// <summary>Reports every page that was published and would be gone. Places on pages are judged where they are kept, by <see cref="AnchorKeeper"/>.</summary>
    public void Judge(IReadOnlySet<string> published, SitePaths paths, DiagnosticLog log) => Judge(published, paths, ImmutableHashSet<EntryId>.Empty, log);

    /// <summary>The same where some pages are left out.</summary>
    /// <param name="published">Every address of the site.</param>
    /// <param name="paths">How addresses and languages make paths.</param>
    /// <param name="drafts">Pages that are left out, whose address may have been published before they were made drafts.</param>
    /// <param name="log">Told what is lost.</param>
    public void Judge(IReadOnlySet<string> published, SitePaths paths, IReadOnlySet<EntryId> drafts, DiagnosticLog log)
    {
        bool IsLost(string address) => lines.TryGetValue(address, out var line) && line.Published.Anchor is null && !published.Contains(address);
        foreach (var (address, line) in lines)
        {
            // A page that is lost in the first language is lost in the others; that is told once.
            if (IsLost(address) && !(paths.Cut(address) is var page && page.Language != paths.Original && IsLost(page.Address)))
            {
                if (EntryId.TryParse(address[..^".html".Length], out var id) && drafts.Contains(id))
                {
                    log.Report(
                        Catalogue.AddressLost,
                        line.Place,
                        string.Create(CultureInfo.InvariantCulture, $"{address} was published on {line.Since:yyyy-MM-dd} and would be gone, as its page is a draft"),
                        $"Remove `draft: true` from content/{id}.md: a page that was published is mended in place, and what it said before stays told.");
                    continue;
                }

                log.Report(
                    Catalogue.AddressLost,
                    line.Place,
                    string.Create(CultureInfo.InvariantCulture, $"{address} was published on {line.Since:yyyy-MM-dd} and would be gone"),
                    new Guess(address, Near(address, published)),
                    $"Restore the page under its old name: somebody may have linked to it. Or say in content/retired.yml what became of it: below `{address[..^".html".Length]}:` either `moved_to:` with the new id, or `gone:` with the day, `title:` and `why:`.");
            }
        }
    }

    /// <summary>The text of the ledger with what is new entered and changed words noted, or null when nothing is.</summary>
    public SourceFile? With(IEnumerable<PublishedAddress> published, DateOnly today)
    {
        var entered = lines;
        foreach (var address in published)
        {
            var known = entered.GetValueOrDefault(address.Address);
            if (known is null || known.Published.Print != address.Print)
            {
                entered = entered.SetItem(address.Address, new LedgerLine(address, known?.Since ?? today, default));
            }
        }

        if (ReferenceEquals(entered, lines))
        {
            return null;
        }

        var text = new StringBuilder(Heading);
        foreach (var (address, line) in entered)
        {
            text.Append(CultureInfo.InvariantCulture, $"\"{address}\": {line.Since:yyyy-MM-dd}");
            if (line.Published.Kind != AddressKind.Named)
            {
                text.Append(line.Published.Kind == AddressKind.Paragraph ? " p" : " h").Append(line.Published.Print.Length > 0 ? " " : "").Append(line.Published.Print);
            }

            text.Append('\n');
        }

        return SourceFile.Of(Path, text.ToString());
    }

    private static LedgerLine? LineOf(YamlEntry entry, string value)
    {
        var parts = value.Split(' ');
        if (!DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since))
        {
            return null;
        }

        PublishedAddress? published = parts[1..] switch
        {
            [] => new(entry.Key, AddressKind.Named, ""),
            ["p"] => new(entry.Key, AddressKind.Paragraph, ""),
            ["h"] => new(entry.Key, AddressKind.Heading, ""),
            ["p", var print] when WordPrint.IsPrint(print) => new(entry.Key, AddressKind.Paragraph, print),
            ["h", var print] when WordPrint.IsPrint(print) => new(entry.Key, AddressKind.Heading, print),
            _ => null,
        };
        return published is null ? null : new LedgerLine(published, since, entry.KeyPlace);
    }

    private static IEnumerable<string> Near(string address, IReadOnlySet<string> published)
    {
        var folder = address[..(address.LastIndexOf('/') + 1)];
        return published.Where(other => other.StartsWith(folder, StringComparison.Ordinal));
    }
}

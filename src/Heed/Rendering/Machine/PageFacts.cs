using System.Collections.Immutable;
using System.Globalization;
using Heed.Model;
using Heed.Rendering.Citing;

namespace Heed.Rendering.Machine;

/// <summary>What programs are told of a page, whatever form they read it in.</summary>
/// <param name="Page">The page.</param>
/// <param name="Content">What it says.</param>
/// <param name="Writer">The writer that wrote it.</param>
internal sealed record PageFacts(Page Page, PageContent Content, PageWriter Writer)
{
    /// <summary>The entry that it is the page of; null for lists.</summary>
    public Entry? Entry => Page.Entry;

    /// <summary>The entries that its main part links to, in the order of the page, each once.</summary>
    public ImmutableArray<EntryId> Linked => Writer.Links.EntriesIn(Content.Main);

    public Edition Edition => Writer.Edition;

    /// <summary>Where it stands, with scheme and host.</summary>
    public string Address => Writer.Links.Permanent;

    /// <summary>Where it stands from the site's root.</summary>
    public string Path => Edition.PathOf(Page.Address);

    public string SiteTitle => Edition.Config.Title.In(Edition.Language);

    /// <summary>What the page is about, shortened as its head has it.</summary>
    public string Description => Frame.DescriptionOf(Content, Edition);

    public string Version => Edition.Options.Version;

    /// <summary>When it was first published and, of an entry, last changed.</summary>
    public PageDates Dates => Entry is null ? new PageDates(Edition.Options.Ledger?.Since(Path), null) : PageDates.Of(Entry, Edition);

    /// <summary>How an entry's page is cited.</summary>
    public PageCitation? Citation => Entry is null ? null : Writer.Citation(Entry);

    /// <summary>The JSON file beside the page, from the root of its language.</summary>
    public string JsonAddress => CitationFiles.Beside(Page.Address, "json");

    /// <summary>A page of the same language, with scheme and host.</summary>
    public string AddressOf(string address) => Edition.Config.BaseUrl + Edition.PathOf(address);

    /// <summary>A day as ISO 8601 has it.</summary>
    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

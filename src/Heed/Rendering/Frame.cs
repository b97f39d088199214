using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Model;
using Heed.Rendering.Changes;
using Heed.Rendering.Machine;
using Heed.Text;

namespace Heed.Rendering;

/// <summary>Puts a page's content into the frame that all pages have.</summary>
internal static class Frame
{
    private const string FirstScript = "assets/heed-first.js";

    private const string BoxScript = "assets/search/heed-box.js";

    private const string EntryScript = "assets/heed-page.js";

    public static LayoutView Around(PageContent content, PageWriter writer, Page page, PageFacts? facts)
    {
        var edition = writer.Edition;
        var (config, links) = (edition.Config, writer.Links);
        var siteTitle = config.Title.In(edition.Language);
        var isHome = page.Address == Addresses.Home;

        // A page that is shown anywhere carries its style; and where nobody has said where the site stands, it links to nothing of it.
        var style = page.IsShownAnywhere && edition.Theme.AssetText("assets/heed.css") is { } sheet ? InlineStyle.Of(sheet) : null;
        var isLost = page.IsShownAnywhere && !config.IsPlaced;
        return new LayoutView(
            edition.Language,
            isHome ? siteTitle : $"{content.Title} · {siteTitle}",
            DescriptionOf(content, edition),
            siteTitle,
            PageKinds.WordOf(page.Kind),
            content.RefreshTo is { } target ? config.BaseUrl + edition.PathOf(target.Address) : links.Permanent,
            style is null && edition.Theme.AssetPath("assets/heed.css") is { } stylesheet ? links.ToFile(stylesheet) : null,
            !isLost && edition.Theme.AssetPath("assets/icon.svg") is { } icon ? links.ToFile(icon) : null,
            !isLost && content.RefreshTo is null && edition.Theme.AssetPath(FirstScript) is { } first ? links.ToFile(first) : null,
            !isLost && content.RefreshTo is null ? Scripts(content, writer, page) : [],
            isLost ? null : links.To(Addresses.Home),
            isLost ? null : links.To(Addresses.Search),
            isLost ? [] : Navigation(writer),
            Languages(writer, page),
            isHome || isLost ? [] : [writer.Link(Addresses.Home, writer.Say("nav.home")), .. content.Trail],
            new Wording(content.ShortTitle ?? content.Title, content.TitleLang),
            content.Main,
            config.Licence,
            config.LicenceUrl,
            config.Contact,
            ContactHref(config.Contact),
            config.Repository,
            isLost ? null : writer.Link(Addresses.Articles, writer.Say("nav.about")),
            Languages(writer, page).IsEmpty ? null : edition.Config.BaseUrl + edition.PathOf(page.Address, config.DefaultLanguage),
            !isLost && EntryId.TryParse(config.PrivacyPage, out var privacy) ? links.To(privacy) : null,
            content.RefreshTo is { } there ? links.To(there.ToAddress()) : null,
            isLost ? null : writer.Link(Addresses.Changes, writer.Say("changes.title")),
            page.IsShownAnywhere || Feeds.ForPage(page.Address, edition) is not { } feed ? null : new LinkView(links.To(feed.Path), feed.Title),
            edition.Options.Version)
        {
            Machine = facts is null ? null : MachineHeadView.Of(facts),
            Style = style,
            JsonLd = facts is null ? null : new Html(JsonLd.Of(facts, isWhole: false).InPage()),
        };
    }

    /// <summary>One or two sentences on a page; the site's own where the page has none.</summary>
    public static string DescriptionOf(PageContent content, Edition edition) =>
        Shorten(content.Description.Length > 0 ? content.Description : edition.Config.Description.In(edition.Language));

    private static ImmutableArray<string> Scripts(PageContent content, PageWriter writer, Page page)
    {
        IEnumerable<string> frame = page.Entry is not null ? [BoxScript, EntryScript] : [BoxScript];
        return [.. frame.Concat(content.Scripts).Select(writer.Edition.Theme.AssetPath).OfType<string>().Select(writer.Links.ToFile)];
    }

    private static ImmutableArray<NavigationView> Navigation(PageWriter writer)
    {
        var here = Sections.Of(writer.Address);
        return
        [
            .. Sections.All.Select(section => new NavigationView(
                writer.Links.To(section.Address),
                writer.Say($"nav.{section.Key}"),
                section.Address == writer.Address ? "page" : section == here ? "true" : null)),
        ];
    }

    private static ImmutableArray<LanguageView> Languages(PageWriter writer, Page page)
    {
        var edition = writer.Edition;
        if (page.IsShownAnywhere || edition.Config.Languages.Length < 2)
        {
            return [];
        }

        return
        [
            .. edition.Config.Languages.Select(language => new LanguageView(
                language,
                edition.Theme.LabelsIn(language).Say("language.name"),
                writer.Links.To(page.Address, language),
                edition.Config.BaseUrl + edition.PathOf(page.Address, language),
                language == edition.Language)),
        ];
    }

    private static string? ContactHref(string contact) => contact switch
    {
        _ when contact.StartsWith("https://", StringComparison.Ordinal) || contact.StartsWith("mailto:", StringComparison.Ordinal) => contact,
        _ when contact.Contains('@') && !contact.Contains(' ') => "mailto:" + contact,
        _ => null,
    };

    // Previews of links cut a description anyway; better at a word than within one.
    private static string Shorten(string text)
    {
        const int Most = 300;
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= Most)
        {
            return line;
        }

        var space = line.LastIndexOf(' ', Most);
        return line[..(space > 0 ? space : Most)].TrimEnd(',', ';', ':', '.') + "…";
    }
}

using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Model;
using Heed.Proof;

namespace Heed.Configuration;

/// <summary>The settings of a knowledge base, from <c>site.config.yml</c>, which is also their reference.</summary>
public sealed record SiteConfig
{
    /// <summary>The name of the site, by language.</summary>
    public LocalizedText Title { get; init; } = LocalizedText.Of("en", "Heed");

    /// <summary>One sentence on what it is, by language.</summary>
    public LocalizedText Description { get; init; } = LocalizedText.Empty;

    /// <summary>Languages of the interface, the first one the content's own.</summary>
    public ImmutableArray<string> Languages { get; init; } = ["en"];

    /// <summary>The language in which originals are written.</summary>
    public string DefaultLanguage { get; init; } = "en";

    /// <summary>Where pages stand, by language.</summary>
    public SitePaths Paths => new(DefaultLanguage, Languages);

    /// <summary>Where the site will stand, with scheme and path, ending in <c>/</c>. Needed only by <c>404.html</c>, the sitemap and permalinks.</summary>
    public string BaseUrl { get; init; } = "https://example.org/";

    /// <summary>The State under review, as its ISO 3166-1 alpha-3 key.</summary>
    public string Country { get; init; } = "";

    /// <summary>The scale on which evaluations are counted.</summary>
    public string DefaultScale { get; init; } = "heed-six";

    /// <summary>For how many months evidence is taken as fresh before its page asks to look again; null sets no date.</summary>
    public int? ReviewAfterMonths { get; init; }

    /// <summary>The licence of the content, as words.</summary>
    public string Licence { get; init; } = "";

    /// <summary>The licence's address.</summary>
    public string LicenceUrl { get; init; } = "";

    /// <summary>How to reach the editors; empty when nothing is given.</summary>
    public string Contact { get; init; } = "";

    /// <summary>The address of the repository, for "suggest a correction"; empty when nothing is given.</summary>
    public string Repository { get; init; } = "";

    /// <summary>The article that tells what reading the site leaves behind, as its id; empty when there is none.</summary>
    public string PrivacyPage { get; init; } = "";

    /// <summary>The public key with which releases are signed; null when they are not.</summary>
    public SigningKey? SigningKey { get; init; }

    /// <summary>How heavy pages may be.</summary>
    public WeightBudget WeightBudget { get; init; } = WeightBudget.Default;

    /// <summary>The path below which the site stands, as addresses have it: percent-encoded, starting and ending in <c>/</c>.</summary>
    public string BasePath => new Uri(BaseUrl, UriKind.Absolute).AbsolutePath;

    /// <summary>Whether somebody has said where the site will stand; the example of a new knowledge base says nothing.</summary>
    public bool IsPlaced => BaseUrl != new SiteConfig().BaseUrl;
}

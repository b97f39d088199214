using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Heed.Configuration;
using Heed.Theming;

namespace Heed.Exporting;

/// <summary>What a book says of itself: to libraries, to reading programs and on its title page.</summary>
internal sealed record BookDescription(Publication Publication, string Language, string? Theme, DateOnly Day)
{
    // The name space of RFC 9562 for names that are addresses.
    private static readonly Guid Addresses = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    public SiteConfig Config => Publication.Config;

    public Labels Labels => Publication.Theme.LabelsIn(Language);

    public string SiteTitle => Config.Title.In(Language);

    /// <summary>The theme's name, or else the site's.</summary>
    public string Heading => Page?.Title ?? SiteTitle;

    /// <summary>The language of <see cref="Heading"/>, when it is not the book's own.</summary>
    public string? HeadingLang => Page?.TitleLang;

    /// <summary>The title that a library shows.</summary>
    public string Title => Theme is null ? SiteTitle : $"{Heading} · {SiteTitle}";

    /// <summary>Where the same stands on the site for good.</summary>
    public string Permalink => Page is { } page
        ? Publication.Permanent(page.File.Path)
        : Publication.Permanent(Publication.Page("index.html", Language)?.File.Path ?? "index.html");

    /// <summary>The same for every version of the same book, and another for each address, language and theme: a UUID of the permanent address.</summary>
    public string Identifier => "urn:uuid:" + NamedBy(Permalink);

    /// <summary>The moment of the version, as precise as EPUB wants it.</summary>
    public string Modified => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";

    /// <summary>The licence and its address; empty when there is none.</summary>
    public string Rights => Config.LicenceUrl.Length > 0 ? $"{Config.Licence}, {Config.LicenceUrl}" : Config.Licence;

    private BuiltPage? Page => Theme is null ? null : Publication.PageOfTheme(Theme, Language);

    /// <summary>A UUID of version 8 by SHA-256, as RFC 9562 shows it: version 5 would do the same by SHA-1, which nobody should begin to use.</summary>
    private static Guid NamedBy(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. Addresses.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}

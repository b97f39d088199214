using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Heed.Addressing;
using Heed.Model;
using Heed.Text;

namespace Heed.Rendering;

/// <summary>Addresses as one page writes them: relative, so that they hold on a mirror, under any sub-path and from a stick.</summary>
/// <param name="edition">The language of the page.</param>
/// <param name="path">Where the page stands from the site's root.</param>
/// <param name="isShownAnywhere">Whether the page may be shown at any depth; then addresses start at the root of the host.</param>
internal sealed partial class Links(Edition edition, string path, bool isShownAnywhere)
{
    // The entries that the page links to, by the link as it stands there.
    private readonly Dictionary<string, EntryId> entries = new(StringComparer.Ordinal);

    /// <summary>The entries that HTML of the page leads to, each once, in its order.</summary>
    /// <param name="html">Made with these links; it is read through once.</param>
    public ImmutableArray<EntryId> EntriesIn(Html html) =>
    [
        .. Href().Matches(html.Markup)
            .Select(link => entries.TryGetValue(link.Groups["file"].Value, out var id) ? id : (EntryId?)null)
            .OfType<EntryId>()
            .Distinct(),
    ];

    /// <summary>The page's own place, with scheme and host.</summary>
    public string Permanent => edition.Config.BaseUrl + path;

    /// <summary>To a page of the same language, by its address: <c>lists/themes.html</c>, with <c>#part</c> if wanted.</summary>
    public string To(string address)
    {
        var link = ToFile(edition.PathOf(address));
        if (Addresses.EntryAt(address.Split('#')[0]) is { } entry)
        {
            entries[link.Split('#')[0]] = entry;
        }

        return link;
    }

    /// <summary>To an entry's page in the same language.</summary>
    public string To(EntryId id, string? part = null) => To(part is null ? id.Address : $"{id.Address}#{part}");

    /// <summary>To the page of an address in another language.</summary>
    public string To(string address, string language) => ToFile(edition.PathOf(address, language));

    /// <summary>To a file by its path from the site's root.</summary>
    public string ToFile(string target)
    {
        if (isShownAnywhere)
        {
            return edition.Config.BasePath + target;
        }

        var hash = target.IndexOf('#');
        var (file, part) = hash < 0 ? (target, "") : (target[..hash], target[hash..]);
        if (file == path && part.Length > 0)
        {
            return part;
        }

        var from = path.Split('/');
        var to = file.Split('/');
        var shared = 0;
        while (shared < from.Length - 1 && shared < to.Length - 1 && from[shared] == to[shared])
        {
            shared++;
        }

        return string.Concat(Enumerable.Repeat("../", from.Length - 1 - shared)) + string.Join('/', to[shared..]) + part;
    }

    [GeneratedRegex("""\shref="(?<file>[^"#]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Href();
}

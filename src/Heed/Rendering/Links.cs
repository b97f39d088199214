using Heed.Model;

namespace Heed.Rendering;

/// <summary>Addresses as one page writes them: relative, so that they hold on a mirror, under any sub-path and from a stick.</summary>
/// <param name="edition">The language of the page.</param>
/// <param name="path">Where the page stands from the site's root.</param>
/// <param name="isShownAnywhere">Whether the page may be shown at any depth; then addresses start at the root of the host.</param>
internal sealed class Links(Edition edition, string path, bool isShownAnywhere)
{
    private readonly List<EntryId> entries = [];

    /// <summary>The entries that the page has linked to so far, in the order of the page.</summary>
    public IReadOnlyList<EntryId> Entries => entries;

    /// <summary>The page's own place, with scheme and host.</summary>
    public string Permanent => edition.Config.BaseUrl + path;

    /// <summary>To a page of the same language, by its address: <c>lists/themes.html</c>, with <c>#part</c> if wanted.</summary>
    public string To(string address) => ToFile(edition.PathOf(address));

    /// <summary>To an entry's page in the same language.</summary>
    public string To(EntryId id, string? part = null)
    {
        entries.Add(id);
        return To(part is null ? id.Address : $"{id.Address}#{part}");
    }

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
}

namespace Heed.Checking;

/// <summary>Where a link of the site leads within it.</summary>
internal static class SiteAddress
{
    /// <summary>The file and fragment, or null when the link leaves the site or is no address of a file.</summary>
    /// <param name="from">The page's path from the site's root.</param>
    /// <param name="link">The link as the page has it.</param>
    /// <param name="basePath">The path below which the site stands, as addresses have it.</param>
    public static (string Path, string Fragment)? Resolve(string from, string link, string basePath)
    {
        if (LeavesSite(link))
        {
            return null;
        }

        var (address, fragment) = Cut(link, '#');
        (address, _) = Cut(address, '?');
        address = Uri.UnescapeDataString(address);
        if (address.Length == 0)
        {
            return (from, Uri.UnescapeDataString(fragment));
        }

        var path = address.StartsWith('/')
            ? address.StartsWith(Uri.UnescapeDataString(basePath), StringComparison.Ordinal) ? address[Uri.UnescapeDataString(basePath).Length..] : address
            : Join(from, address);
        if (path.Length == 0 || path.EndsWith('/'))
        {
            path += "index.html";
        }

        return (path, Uri.UnescapeDataString(fragment));
    }

    /// <summary>Whether a link names a host or another scheme.</summary>
    public static bool LeavesSite(string link)
    {
        if (link.StartsWith("//", StringComparison.Ordinal))
        {
            return true;
        }

        var colon = link.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && link.AsSpan(0, colon).IndexOfAny("/?#") < 0;
    }

    private static (string Before, string After) Cut(string text, char at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, "") : (text[..index], text[(index + 1)..]);
    }

    private static string Join(string from, string relative)
    {
        var parts = from.Split('/')[..^1].ToList();
        foreach (var part in relative.Split('/'))
        {
            switch (part)
            {
                case ".":
                    break;
                case "..":
                    // A link above the root leads out of the site, wherever it stands; the impossible name makes it a broken one.
                    if (parts.Count == 0)
                    {
                        return "../" + relative;
                    }

                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return string.Join('/', parts);
    }
}

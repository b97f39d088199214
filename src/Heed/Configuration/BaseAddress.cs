using Heed.Text;

namespace Heed.Configuration;

/// <summary>Reads the address below which a site will stand, in the one form in which links are made of it.</summary>
public static class BaseAddress
{
    /// <summary>The address as machines write it, ending in <c>/</c>: the host in lower case and Latin letters (<c>xn--…</c>), the path percent-encoded.</summary>
    /// <param name="written">As a person wrote it.</param>
    /// <param name="address">The address.</param>
    /// <param name="problem">What is wrong with it, as the end of a sentence that begins with the address.</param>
    public static bool TryRead(string written, out string address, out string problem)
    {
        (address, problem) = ("", "");
        if (!Uri.TryCreate(written, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0 || !IsHost(uri))
        {
            problem = "is not a web address";
        }
        else if (OddCharacters.AreInAddress(written))
        {
            problem = "has a character that only looks right";
        }
        else if (uri.UserInfo.Length > 0)
        {
            problem = "has a name or a password in it, which would be published on every page";
        }
        else if (written.Contains('?') || written.Contains('#'))
        {
            problem = $"has a part after {(uri.Query.Length > 0 || !written.Contains('#') ? "?" : "#")}, below which no page can stand";
        }
        else
        {
            // Two slashes in a row would name another host where an address begins with the path.
            var path = string.Concat(uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => part + "/"));
            var host = uri.HostNameType == UriHostNameType.Dns ? uri.IdnHost : uri.Host;
            address = $"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : FormattableString.Invariant($":{uri.Port}"))}/{path}";
        }

        return problem.Length == 0;
    }

    private static bool IsHost(Uri uri) => uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6
        || (uri.HostNameType == UriHostNameType.Dns && uri.IdnHost.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_'));
}

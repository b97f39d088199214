using System.Security.Cryptography;
using System.Text;
using Heed.Files;

namespace Heed.Search;

/// <summary>The files of the search folder: scripts that register data, named by what is in them.</summary>
/// <remarks>
/// Scripts, as <c>fetch</c> and modules do not work from <c>file://</c>. The name is a hash of the contents, so that what a
/// reader's browser has kept stays right when a release did not change it, and is never taken for something else.
/// </remarks>
internal static class SearchFiles
{
    /// <summary>The folder of the site that all of them are in.</summary>
    public const string Folder = "search/";

    private const int HashLength = 10;

    /// <summary>Ten hexadecimal digits for the contents: among three thousand pieces the chance that two are named alike is one in two hundred thousand, and then the build stops.</summary>
    public static string HashOf(params ReadOnlySpan<byte[]> contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var content in contents)
        {
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashLength];
    }

    /// <summary>A file of text that needs no escaping in single quotes, and the hash that names it.</summary>
    public static (string Hash, SiteFile File) Quoted(string language, ReadOnlySpan<byte> text)
    {
        var hash = HashOf(text.ToArray());
        return (hash, Quoted(language, hash, text));
    }

    /// <summary>A file of text that needs no escaping in single quotes, by its name.</summary>
    public static SiteFile Quoted(string language, string name, ReadOnlySpan<byte> text) => Script(language, name, "'"u8, text);

    /// <summary>A file of JSON, and the hash that names it.</summary>
    public static (string Hash, SiteFile File) Json(string language, string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var hash = HashOf(bytes);
        return (hash, Script(language, hash, [], bytes));
    }

    /// <summary>A file of JSON, by its name.</summary>
    public static SiteFile Json(string language, string name, ReadOnlySpan<byte> json) => Script(language, name, [], json);

    /// <summary>A script of the theme, named by what it is and what is in it.</summary>
    public static SiteFile Named(string name, string script)
    {
        var bytes = Encoding.UTF8.GetBytes(script);
        return new SiteFile($"{Folder}{name}-{HashOf(bytes)}.js", bytes);
    }

    private static SiteFile Script(string language, string name, ReadOnlySpan<byte> quote, ReadOnlySpan<byte> data)
    {
        var before = Encoding.UTF8.GetBytes($"heedSearch.add('{language}/{name}',");
        var bytes = new byte[before.Length + data.Length + (2 * quote.Length) + 2];
        var rest = bytes.AsSpan();
        before.CopyTo(rest);
        rest = rest[before.Length..];
        quote.CopyTo(rest);
        data.CopyTo(rest[quote.Length..]);
        rest = rest[(quote.Length + data.Length)..];
        quote.CopyTo(rest);
        ")\n"u8.CopyTo(rest[quote.Length..]);
        return new SiteFile($"{Folder}{language}/{name}.js", bytes);
    }
}

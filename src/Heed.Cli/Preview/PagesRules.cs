using Microsoft.AspNetCore.Http;

namespace Heed.Cli.Preview;

/// <summary>What a host answers to a request.</summary>
/// <param name="Status">200, 301 or 404.</param>
/// <param name="Body">Empty for a redirect.</param>
/// <param name="Location">Where a redirect leads, percent-encoded.</param>
public sealed record PagesAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body, string? Location = null)
{
    /// <summary>Whether the body is a page.</summary>
    public bool IsHtml => ContentType.StartsWith("text/html", StringComparison.Ordinal);
}

/// <summary>Answers as GitHub Pages does: a site below a path, <c>.html</c> optional, case counts, one <c>404.html</c> for all depths.</summary>
/// <remarks>The preview and the test server both answer by these rules, so that what an author sees is what readers get.</remarks>
public static class PagesRules
{
    /// <summary>The answer to a request.</summary>
    /// <param name="find">Gives the bytes of a file by its path from the site's root, or null; it names only files of the site.</param>
    /// <param name="addressPath">Where the site stands, as addresses have it: percent-encoded, starting and ending in <c>/</c>.</param>
    /// <param name="path">The path that was asked for, decoded.</param>
    public static PagesAnswer Answer(Func<string, ReadOnlyMemory<byte>?> find, string addressPath, string path)
    {
        var basePath = PathString.FromUriComponent(addressPath).Value!;
        if (path + "/" == basePath)
        {
            return Redirect(basePath);
        }

        if (!path.StartsWith(basePath, StringComparison.Ordinal))
        {
            // Outside of the project's path another site would answer; ours has no say there.
            return new PagesAnswer(404, TypeOf(".txt"), "There is nothing here; the site stands below its own path."u8.ToArray());
        }

        var asked = path[basePath.Length..];
        if (asked.Length == 0 || asked.EndsWith('/'))
        {
            return Found(find, asked + "index.html") ?? Missing(find);
        }

        return Found(find, asked)
            ?? Found(find, asked + ".html")
            ?? (find(asked + "/index.html") is not null ? Redirect(path + "/") : Missing(find));
    }

    private static PagesAnswer? Found(Func<string, ReadOnlyMemory<byte>?> find, string path) =>
        find(path) is { } bytes ? new PagesAnswer(200, TypeOf(path), bytes) : null;

    private static PagesAnswer Missing(Func<string, ReadOnlyMemory<byte>?> find) =>
        new(404, TypeOf(".html"), find("404.html") ?? "<!doctype html><title>404</title><p>There is no such page, and no 404.html."u8.ToArray());

    private static PagesAnswer Redirect(string path) => new(301, TypeOf(".html"), default, new PathString(path).ToUriComponent());

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "application/javascript; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".xml" => "application/xml",
        ".txt" => "text/plain; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        ".md" => "text/markdown; charset=utf-8",
        ".png" => "image/png",
        ".ico" => "image/vnd.microsoft.icon",
        ".woff2" => "font/woff2",
        ".zip" => "application/zip",
        ".epub" => "application/epub+zip",
        ".webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    };
}

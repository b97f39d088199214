namespace Heed.Cli.Scaffold;

/// <summary>The small knowledge base that <c>heed new site</c> writes.</summary>
internal static class SiteScaffold
{
    private const string Folder = "scaffold/site/";

    /// <summary>Its files: path from its root, and text.</summary>
    public static IEnumerable<(string Path, string Text)> Files() =>
        typeof(SiteScaffold).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (PathOf(name), Resource(name)));

    /// <summary>The text of an embedded file.</summary>
    public static string Resource(string name)
    {
        using var stream = typeof(SiteScaffold).Assembly.GetManifestResourceStream(name.Replace(Path.DirectorySeparatorChar, '/'))
            ?? throw new InvalidOperationException($"The program lacks its file {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    // A file whose name begins with a dot would hide in our own repository and act on it.
    private static string PathOf(string name) => name.EndsWith("/gitignore.txt", StringComparison.Ordinal) ? ".gitignore" : name[Folder.Length..];
}

using Heed.Files;

namespace Heed.Tests.Support;

/// <summary>The repository that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>Heed.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The files of a knowledge base as the program reads them: content, theme and settings.</summary>
    public static SourceTree Sources(string folder)
    {
        var files = new List<SourceFile>();
        foreach (var part in (string[])["content", "theme"])
        {
            var path = Path.Combine(folder, part);
            if (Directory.Exists(path))
            {
                files.AddRange(Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                    .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
                    .Select(file => new SourceFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file))));
            }
        }

        var settings = Path.Combine(folder, "site.config.yml");
        if (File.Exists(settings))
        {
            files.Add(new SourceFile("site.config.yml", File.ReadAllBytes(settings)));
        }

        return SourceTree.Of(files);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Heed.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests run inside the repository: no Heed.slnx was found above them.");
    }
}

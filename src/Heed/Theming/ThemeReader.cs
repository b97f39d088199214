using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Heed.Configuration;
using Heed.Diagnostics;
using Heed.Files;

namespace Heed.Theming;

/// <summary>Reads the theme: the default one, which the program carries, with the knowledge base's own files laid over it.</summary>
public static partial class ThemeReader
{
    // Words of the interface are judged where they are read.
    private static readonly ImmutableArray<string> TextEndings = [".css", ".html", ".js", ".json", ".sbn-html", ".svg", ".txt", ".webmanifest", ".xml"];

    /// <summary>The default theme as files, <c>theme/…</c>.</summary>
    public static SourceTree Default { get; } = ReadEmbedded();

    /// <summary>The theme of a knowledge base; what cannot be used is reported.</summary>
    /// <param name="sources">The knowledge base's files, of which those in <c>theme/</c> win over the default theme's.</param>
    /// <param name="config">Tells the languages.</param>
    /// <param name="log">Told what is wrong.</param>
    public static Theme Read(SourceTree sources, SiteConfig config, DiagnosticLog log)
    {
        var own = Own(sources);
        foreach (var file in own.Files.Where(file => TextEndings.Contains(Path.GetExtension(file.Path))))
        {
            ConflictMarks.AreNone(file, log);
        }

        foreach (var file in own.Under("theme/assets"))
        {
            if (PortableName.Refusal(file.Path) is { } refusal)
            {
                log.Report(Catalogue.UnportableName, new Place(file.Path), $"the file cannot be copied everywhere: {refusal}", "Choose another name for the file or folder.");
            }
        }

        var files = Default.With(own.Files);
        return new Theme(files, Templates.Read(files, log), LabelReader.Read(Default, own, config.Languages, log), AssetFiles.Of(files));
    }

    /// <summary>The ids that templates have written in them, so that nothing else on their pages takes one: of the layout, of all parts, and of the templates named.</summary>
    /// <param name="sources">As for <see cref="Read"/>.</param>
    /// <param name="templates">Names of templates.</param>
    public static ImmutableHashSet<string> IdsIn(SourceTree sources, IEnumerable<string> templates)
    {
        var names = templates.Prepend("layout").ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Default.With(Own(sources).Files)
                .Under(Templates.Folder)
                .Where(file => Templates.NameOf(file.Path) is { } name && (names.Contains(name) || name.StartsWith("parts/", StringComparison.Ordinal)))
                .SelectMany(file => Id().Matches(file.Text).Select(match => match.Groups["id"].Value)),
        ];
    }

    private static SourceTree Own(SourceTree sources) => SourceTree.Of(sources.Under("theme").Where(file => !IsForDevelopment(file.Path)));

    // In Heed's own repository the knowledge base's theme is the default theme's source, with what npm needs beside it.
    private static bool IsForDevelopment(string path) =>
        path.StartsWith("theme/node_modules/", StringComparison.Ordinal) || path.StartsWith("theme/tests/", StringComparison.Ordinal);

    private static SourceTree ReadEmbedded()
    {
        var assembly = typeof(ThemeReader).Assembly;
        return SourceTree.Of(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("theme/", StringComparison.Ordinal))
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return new SourceFile(name, bytes);
            }));
    }

    // An id that a template makes of what it is given is not written in it.
    [GeneratedRegex(@"(?<![\w-])id\s*=\s*[""']?(?<id>[^""'\s{}<>=]+)[""'\s>]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Id();
}

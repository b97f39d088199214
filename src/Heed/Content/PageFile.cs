using Heed.Diagnostics;
using Heed.Files;
using Heed.Markup;
using Heed.Model;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>A page cut into front matter and Markdown, with the id that its path gives it.</summary>
/// <param name="Id">From the path: <c>content/reviews/upr-3.md</c> is <c>reviews/upr-3</c>.</param>
/// <param name="Language">The language of a translation, from <c>name.ru.md</c>; null for an original.</param>
/// <param name="File">The file.</param>
/// <param name="FrontMatter">The YAML.</param>
/// <param name="Markdown">What stands below it, without comments.</param>
/// <param name="MarkdownLine">The line on which that starts, from 1.</param>
public sealed record PageFile(EntryId Id, string? Language, SourceFile File, YamlMap FrontMatter, string Markdown, int MarkdownLine)
{
    /// <summary>Cuts and reads a file; null when that is not possible, which is reported.</summary>
    public static PageFile? TryRead(SourceFile file, DiagnosticLog log) =>
        PageName.TryRead(file, log) is { } name ? TryRead(file, name, log) : null;

    /// <summary>The same of a file whose name has been read.</summary>
    internal static PageFile? TryRead(SourceFile file, PageName name, DiagnosticLog log) =>
        SourceCharacters.IsReadable(file, log) && PageText.Cut(file, log) is { } cut && YamlReader.ReadMap(file.Path, cut.Yaml, cut.LinesBefore, log) is { } map
            ? new PageFile(name.Id, name.Language, file, map, Prose.WithoutComments(cut.Markdown, new Place(file.Path, cut.MarkdownLine), log), cut.MarkdownLine)
            : null;
}

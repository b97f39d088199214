using System.Text.RegularExpressions;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Markup;
using Heed.Model;
using Heed.Text;
using Heed.Yaml;

namespace Heed.Content;

/// <summary>A page cut into front matter and Markdown, with the id that its path gives it.</summary>
/// <param name="Id">From the path: <c>content/reviews/upr-3.md</c> is <c>reviews/upr-3</c>.</param>
/// <param name="Language">The language of a translation, from <c>name.ru.md</c>; null for an original.</param>
/// <param name="File">The file.</param>
/// <param name="FrontMatter">The YAML.</param>
/// <param name="Markdown">What stands below it, without comments.</param>
/// <param name="MarkdownLine">The line on which that starts, from 1.</param>
public sealed partial record PageFile(EntryId Id, string? Language, SourceFile File, YamlMap FrontMatter, string Markdown, int MarkdownLine)
{
    /// <summary>Cuts and reads a file; null when that is not possible, which is reported.</summary>
    public static PageFile? TryRead(SourceFile file, DiagnosticLog log)
    {
        if (Name(file, log) is not { } name)
        {
            return null;
        }

        var text = file.Text;
        var end = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        if (end < 0 && text.StartsWith("---\n", StringComparison.Ordinal) && text.TrimEnd().EndsWith("\n---", StringComparison.Ordinal))
        {
            // Front matter alone, without a line feed after the last hyphens.
            end = text.TrimEnd().Length - 4;
        }

        if (end < 0)
        {
            var cure = text.StartsWith("---", StringComparison.Ordinal)
                ? "End the front matter with a line of three hyphens."
                : "Start the file with a line of three hyphens, the page's keys, and another such line; `heed new KIND ID` writes one.";
            log.Report(Catalogue.MissingFrontMatter, new Place(file.Path, 1, 1), "the page has no front matter", cure);
            return null;
        }

        var frontMatter = end < 4 ? "" : text[4..end];
        if (YamlReader.ReadMap(file.Path, frontMatter, 1, log) is not { } map)
        {
            return null;
        }

        var start = Math.Min(end + 5, text.Length);
        var line = 1 + text.AsSpan(0, start).Count('\n');
        var markdown = Prose.WithoutComments(text[start..], new Place(file.Path, line), log);
        return new PageFile(name.Id, name.Language, file, map, markdown, line);
    }

    private static (EntryId Id, string? Language)? Name(SourceFile file, DiagnosticLog log)
    {
        var path = file.Path["content/".Length..^".md".Length];
        var match = TranslationName().Match(path);
        var (name, language) = match.Success ? (match.Groups["name"].Value, match.Groups["language"].Value) : (path, null);
        if (!EntryId.TryParse(name, out var id))
        {
            var cure = name.Contains('/')
                ? "Name files and folders with lower-case letters a to z, digits, hyphens and dots: the name becomes the address. It does not end in .csl, as files beside a page do."
                : $"Put the page in the folder of its kind: {string.Join(", ", PageReader.Folders)}.";
            log.Report(Catalogue.MisplacedPage, new Place(file.Path), $"\"{name}\" cannot be the name of a page", cure);
            return null;
        }

        if (!PageReader.Folders.Contains(id.Folder))
        {
            log.Report(Catalogue.MisplacedPage, new Place(file.Path), $"no kind of page lives in content/{id.Folder}/{NearMiss.Question(id.Folder, PageReader.Folders)}", $"Move the page to the folder of its kind: {string.Join(", ", PageReader.Folders)}.");
            return null;
        }

        return (id, language);
    }

    [GeneratedRegex(@"\A(?<name>.+)\.(?<language>[a-z]{2,3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex TranslationName();
}

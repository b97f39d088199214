using System.Text.RegularExpressions;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Model;
using Heed.Text;

namespace Heed.Content;

/// <summary>What the path of a page says: which entry it is, and of a translation the language.</summary>
/// <param name="Id"><c>content/reviews/upr-3.md</c> is <c>reviews/upr-3</c>.</param>
/// <param name="Language">Of <c>name.ru.md</c>; null for an original.</param>
internal sealed partial record PageName(EntryId Id, string? Language)
{
    private const string Folder = "content/";

    /// <summary>The name; null when the file cannot be a page, which is reported.</summary>
    public static PageName? TryRead(SourceFile file, DiagnosticLog log)
    {
        var path = file.Path[Folder.Length..];
        if (!path.EndsWith(".md", StringComparison.Ordinal))
        {
            // A page that its author takes for published must not be lost by its ending.
            var cure = PageEnding().Match(path) is { Success: true } ending
                ? $"Give it the ending .md: {file.Path[..^ending.Length]}.md."
                : "Keep Markdown files (.md) in content/, and lists in content/vocabulary/.";
            log.Report(Catalogue.MisplacedPage, new Place(file.Path), $"{path} is not a page", cure);
            return null;
        }

        var match = Form().Match(path);
        var (name, language) = (match.Groups["name"].Value, match.Groups["language"] is { Success: true } code ? code.Value : null);
        if (PortableName.Refusal(name) is { } refusal)
        {
            log.Report(Catalogue.UnportableName, new Place(file.Path), $"\"{name}\" cannot be the name of a page: {refusal}", "Choose another name for the file or folder; it becomes the address.");
            return null;
        }

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
            log.Report(
                Catalogue.MisplacedPage,
                new Place(file.Path),
                $"no kind of page lives in content/{id.Folder}/",
                new Guess(id.Folder, PageReader.Folders),
                $"Move the page to the folder of its kind: {string.Join(", ", PageReader.Folders)}.");
            return null;
        }

        return new PageName(id, language);
    }

    /// <summary>Which page a file was probably meant to be that has no name of one, so that what refers to it is not told as well.</summary>
    public static EntryId? Meant(SourceFile file)
    {
        var path = PageEnding().Replace(file.Path[Folder.Length..], "").ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
        var slash = path.IndexOf('/');
        var folder = slash < 0 ? null : NearMiss.Suggest(path[..slash], PageReader.Folders);
        return folder is not null && EntryId.TryParse(folder + path[slash..], out var id) ? id : null;
    }

    [GeneratedRegex(@"\A(?<name>.+?)(\.(?<language>[a-z]{2,3}))?\.md\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"\.(md|markdown|mdown|mkdn?|mdwn|mdtxt|mdx|txt|text|rst|docx?|odt|rtf|html?|md\.txt|md\.docx?)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PageEnding();
}

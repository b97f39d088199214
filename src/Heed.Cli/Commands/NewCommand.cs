using System.CommandLine;
using Heed.Building;
using Heed.Cli.Disk;
using Heed.Cli.Scaffold;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Model;
using Heed.Text;

namespace Heed.Cli.Commands;

/// <summary><c>heed new KIND ID</c> writes a page with every required field; <c>heed new site DIR</c> a knowledge base that builds.</summary>
internal static class NewCommand
{
    private static readonly Dictionary<string, (string Folder, int Parts, string Example)> Kinds = new(StringComparer.Ordinal)
    {
        ["article"] = ("articles", 1, "how-to-help"),
        ["decision"] = ("decisions", 2, "ccpr/ccpr-1-2030"),
        ["evaluation"] = ("evaluations", 1, "organisation-topic-2030"),
        ["event"] = ("events", 1, "2030-what-happened"),
        ["finding"] = ("findings", 1, "topic"),
        ["proposal"] = ("proposals", 1, "what-is-asked"),
        ["recommendation"] = ("recommendations", 2, "upr-4/1.1"),
        ["review"] = ("reviews", 1, "upr-5"),
    };

    public static Command Create(Surroundings around, Option<string?> source)
    {
        var kind = new Argument<string>("KIND") { Description = $"One of: {string.Join(", ", Kinds.Keys)}; or translation, or site" };
        var id = new Argument<string>("ID") { Description = "The page's path below the folder of its kind, such as upr-3/139.114; for a translation the whole id and the language, such as recommendations/upr-3/139.114.ru; for a site, its folder" };

        var command = new Command("new", "Write a page with every required field and comments that teach, or begin a knowledge base (heed new site DIR).") { kind, id };
        command.SetAction(parsed => parsed.GetValue(kind) switch
        {
            "site" => NewSite(around, parsed.GetValue(id)!),
            "translation" => NewTranslation(new Workshop(around, parsed.GetValue(source)), parsed.GetValue(id)!),
            var page => NewPage(new Workshop(around, parsed.GetValue(source)), page!, parsed.GetValue(id)!),
        });
        return command;
    }

    private static int NewPage(Workshop workshop, string kind, string id)
    {
        if (!Kinds.TryGetValue(kind, out var place))
        {
            throw new WrongUseException($"there is no kind \"{kind}\"{NearMiss.Question(kind, Kinds.Keys)} The kinds are: {string.Join(", ", Kinds.Keys)}; or translation, or site.");
        }

        var (folder, parts, example) = place;
        var typed = id.EndsWith(".md", StringComparison.Ordinal) ? id[..^3] : id;
        var whole = typed.StartsWith(folder + "/", StringComparison.Ordinal) ? typed : $"{folder}/{typed}";
        if (!EntryId.TryParse(whole, out var entry) || whole.Count(character => character == '/') != parts)
        {
            throw new WrongUseException(
                $"\"{id}\" cannot be the name of {(kind[0] is 'a' or 'e' ? "an" : "a")} {kind}, because it becomes an address.\n" +
                $"  Write lower-case letters a to z, digits, hyphens and dots, such as: heed new {kind} {example}");
        }

        if (whole.Split('/').Any(part => part.Length > SiteFileName.MostOfName))
        {
            throw new WrongUseException($"\"{id}\" is too long for the name of a file: {SiteFileName.MostOfName} letters are the most, and fewer are easier to cite.");
        }

        var file = Path.Combine(workshop.Source, "content", whole.Replace('/', Path.DirectorySeparatorChar) + ".md");
        if (File.Exists(file))
        {
            throw new WrongUseException($"{workshop.Around.ShortPath(file)} is there already and was left as it is.");
        }

        // What the knowledge base has already gives the first words; its mistakes are told by check, not here.
        var knowledge = SiteBuilder.Read(SourceFolder.Read(workshop.Source), new BuildOptions { Drafts = true }, new DiagnosticLog());
        WriteNew(file, PageScaffold.Of(kind, entry, knowledge));
        workshop.Terminal.WriteLine($"{workshop.Around.ShortPath(file)} is a draft: fill in what says CHANGE, then remove the line `draft: true`.");
        return ExitStatus.Well;
    }

    private static int NewTranslation(Workshop workshop, string id)
    {
        var typed = (id.EndsWith(".md", StringComparison.Ordinal) ? id[..^3] : id).Replace("content/", "", StringComparison.Ordinal);
        var dot = typed.LastIndexOf('.');
        var (original, language) = dot < 0 ? (typed, "") : (typed[..dot], typed[(dot + 1)..]);
        var knowledge = SiteBuilder.Read(SourceFolder.Read(workshop.Source), new BuildOptions { Drafts = true }, new DiagnosticLog());
        var others = knowledge.Config.Languages.Where(known => known != knowledge.Config.DefaultLanguage).ToList();
        if (!others.Contains(language))
        {
            throw new WrongUseException(others.Count == 0
                ? "the site has one language. Add another to languages in site.config.yml first."
                : $"\"{id}\" does not end in a language of the site.\n  Write the page's id and one of {string.Join(", ", others)}, such as: heed new translation articles/about.{others[0]}");
        }

        if (!EntryId.TryParse(original, out var entryId) || knowledge.Find(entryId) is not { } entry)
        {
            throw new WrongUseException($"there is no page {original}{NearMiss.Question(original, knowledge.Entries.Select(known => known.Id.ToString()))}");
        }

        var file = Path.Combine(workshop.Source, "content", original.Replace('/', Path.DirectorySeparatorChar) + $".{language}.md");
        if (File.Exists(file))
        {
            throw new WrongUseException($"{workshop.Around.ShortPath(file)} is there already and was left as it is.");
        }

        WriteNew(file, TranslationScaffold.Of(entry));
        workshop.Terminal.WriteLine($"{workshop.Around.ShortPath(file)} is a draft: translate what says CHANGE, then remove the line `draft: true`.");
        return ExitStatus.Well;
    }

    private static int NewSite(Surroundings around, string typed)
    {
        var folder = around.FullPath(typed);
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new WrongUseException($"{typed} is not empty. Name a new folder.");
        }

        foreach (var (path, text) in SiteScaffold.Files())
        {
            WriteNew(Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar)), text);
        }

        around.Out.WriteLine($"A knowledge base is in {typed}. All of it is an example to be replaced; {typed}/README.md says how.");
        around.Out.WriteLine($"  heed serve --source {typed}");
        return ExitStatus.Well;
    }

    private static void WriteNew(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }
}

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Heed.Building;
using Heed.Cli.Disk;
using Heed.Cli.Reporting;
using Heed.Cli.Signing;
using Heed.Content;
using Heed.Diagnostics;
using Heed.Exporting;
using Heed.Text;

namespace Heed.Cli.Commands;

/// <summary><c>heed export</c>: the knowledge base as one file to give away.</summary>
internal static class ExportCommand
{
    public static Command Create(Surroundings around, Option<string?> source) =>
        new("export", "Write the knowledge base, or one theme, as one file to give away.")
        {
            Zip(around, source),
            Epub(around, source),
            Briefing(around, source),
        };

    private static Command Zip(Surroundings around, Option<string?> source)
    {
        var output = Output("TITLE.zip");
        var baseUrl = BaseUrl();
        var sign = new Option<string?>("--sign") { Description = "Sign the list of files in it, SHA256SUMS, with the secret key in this file, by ssh-keygen or minisign", HelpName = "KEYFILE" };
        var command = new Command("zip", "The whole site as one archive: unpack it, open index.html by double click. Search and all languages work.") { output, baseUrl, sign };
        command.SetAction(parsed =>
        {
            var workshop = new Workshop(around, parsed.GetValue(source));
            var export = new Export(workshop, parsed.GetValue(baseUrl), Signer.For(workshop, parsed.GetValue(sign)));
            var file = export.FileFor(parsed.GetValue(output), ExportNames.Archive);
            return export.Write(file, publication => SiteArchive.Pack(publication));
        });
        return command;
    }

    private static Command Epub(Surroundings around, Option<string?> source)
    {
        var theme = new Option<string?>("--theme") { Description = "Only this theme and narrower ones: their pages, and every entry that bears one of them (default: everything)", HelpName = "KEY" };
        var (language, output, baseUrl) = (Language(), Output("TITLE[-KEY]-xx.epub"), BaseUrl());
        var command = new Command("epub", "The knowledge base, or one theme, as an EPUB 3 for telephones and reading devices.") { theme, language, output, baseUrl };
        command.SetAction(parsed =>
        {
            var export = new Export(new Workshop(around, parsed.GetValue(source)), parsed.GetValue(baseUrl));
            var (inLanguage, onTheme) = (export.Language(parsed.GetValue(language)), export.Theme(parsed.GetValue(theme)));
            var file = export.FileFor(parsed.GetValue(output), settings => ExportNames.Book(settings, inLanguage, onTheme));
            return export.Write(file, publication => Book.Bind(publication, inLanguage, onTheme, around.Today));
        });
        return command;
    }

    private static Command Briefing(Surroundings around, Option<string?> source)
    {
        var theme = new Option<string>("--theme") { Description = "The theme, by its key in content/vocabulary/themes.yml", HelpName = "KEY", Required = true };
        var (language, output, baseUrl) = (Language(), Output("TITLE-KEY-xx.html"), BaseUrl());
        var command = new Command("briefing", "The page of one theme as one HTML file with its style inside, to print or to send.") { theme, language, output, baseUrl };
        command.SetAction(parsed =>
        {
            var export = new Export(new Workshop(around, parsed.GetValue(source)), parsed.GetValue(baseUrl));
            var (inLanguage, onTheme) = (export.Language(parsed.GetValue(language)), export.Theme(parsed.GetValue(theme))!);
            var file = export.FileFor(parsed.GetValue(output), settings => ExportNames.Briefing(settings, inLanguage, onTheme));
            return export.Write(file, publication => Export.Briefing(publication, inLanguage, onTheme));
        });
        return command;
    }

    private static Option<string?> Output(string pattern) => new("--out")
    {
        Description = $"The file (default: {pattern} in the current folder, TITLE being the site's English title)",
        HelpName = "FILE",
    };

    private static Option<string?> BaseUrl() => new("--base-url") { Description = "Where the site stands: permanent addresses begin so (default: base_url of the settings)", HelpName = "URL" };

    private static Option<string?> Language() => new("--language") { Description = "The language (default: the content's own)", HelpName = "xx" };

    /// <summary>One export: what was asked is judged before the long work of building begins.</summary>
    private sealed class Export(Workshop workshop, string? baseUrl, Signer? signer = null)
    {
        private readonly Stopwatch watch = Stopwatch.StartNew();
        private readonly BuildOptions options = new() { BaseUrl = Workshop.BaseUrl(baseUrl), Sign = signer is not null };

        public string Language(string? chosen) => workshop.Language(chosen);

        /// <exception cref="WrongUseException">The vocabulary has no such theme.</exception>
        public string? Theme(string? chosen)
        {
            var log = new DiagnosticLog();
            var themes = VocabularyReader.Read(SourceFolder.Read(workshop.Source), workshop.Around.Today, log).Themes;

            // In a vocabulary that cannot be read the theme may well stand; the build tells what is wrong with it.
            if (chosen is null || themes.Find(chosen) is not null || log.HasErrors)
            {
                return chosen;
            }

            throw new WrongUseException(
                $"--theme: there is no theme \"{chosen}\"{NearMiss.Question(chosen, themes.All.Select(theme => theme.Key))}\n" +
                "  The keys are in content/vocabulary/themes.yml, and in the addresses of the pages lists/themes/KEY.html.");
        }

        /// <exception cref="WrongUseException">A folder stands there, or something that the knowledge base is made of.</exception>
        public string FileFor(string? chosen, Func<Configuration.SiteConfig, string> usual)
        {
            var file = workshop.Around.FullPath(chosen ?? usual(workshop.Settings()));
            if (Directory.Exists(file))
            {
                throw new WrongUseException($"{workshop.Around.ShortPath(file)} is a folder and was left as it is. Name a file with --out.");
            }

            // A link at the file's own place is replaced and not followed; links above it are.
            var real = Path.Combine(RealPath.Of(Path.GetDirectoryName(file)!), Path.GetFileName(file));
            if (real == Path.Combine(RealPath.Of(workshop.Source), SourceFolder.Settings) || SourceFolder.RealFolders(workshop.Source).Any(own => RealPath.IsWithin(real, own)))
            {
                throw new WrongUseException($"{workshop.Around.ShortPath(file)} would stand in the knowledge base itself. Name another file with --out.");
            }

            return file;
        }

        public static byte[] Briefing(Publication publication, string language, string theme)
        {
            var log = new DiagnosticLog();
            var file = Exporting.Briefing.Write(publication, theme, language, log);
            return log.HasErrors ? throw new BrokenTemplateException(log) : file.Bytes.ToArray();
        }

        public int Write(string file, Func<Publication, byte[]> export)
        {
            var (sources, result) = workshop.Build(options);
            if (result.Publication is not { } publication)
            {
                workshop.Tell(result.Diagnostics.RemoveAll(diagnostic => diagnostic.Severity == Severity.Note), sources);
                return NotExported(file, ExitStatus.Of(result.Diagnostics));
            }

            if (signer is not null)
            {
                publication = publication with { Site = signer.Sign(publication.Site) };
            }

            byte[] bytes;
            try
            {
                bytes = workshop.Terminal.Work(stage =>
                {
                    stage("exporting");
                    return export(publication);
                });
            }
            catch (BrokenTemplateException broken)
            {
                workshop.Tell(broken.Log.Sorted(), sources);
                return NotExported(file, ExitStatus.ContentNeedsMending);
            }

            AtomicFile.Write(file, bytes);
            workshop.Terminal.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{workshop.Around.ShortPath(file)}: {SummaryText.Bytes(bytes.Length)}; {watch.Elapsed.TotalSeconds:0.00} s"));
            return ExitStatus.Well;
        }

        private int NotExported(string file, int status)
        {
            workshop.Terminal.ComplainLine(File.Exists(file) ? $"Nothing was exported; {workshop.Around.ShortPath(file)} is as it was." : "Nothing was exported.");
            return Math.Max(status, ExitStatus.ContentNeedsMending);
        }
    }

    /// <summary>A knowledge base's own template cannot be filled; no other page uses it, so the build did not notice.</summary>
    private sealed class BrokenTemplateException(DiagnosticLog log) : Exception
    {
        public DiagnosticLog Log => log;
    }
}

using System.CommandLine;
using System.Globalization;
using Heed.Cli.Reporting;
using Heed.Search;
using Spectre.Console;

namespace Heed.Cli.Commands;

/// <summary><c>heed search</c>: asks the built index with the scripts that a reader's browser runs.</summary>
internal static class SearchCommand
{
    private const int Shown = 10;

    public static Command Create(Surroundings around, Option<string?> source)
    {
        var words = new Argument<string[]>("WORDS") { Description = "What to look for; quotes mean a phrase", Arity = ArgumentArity.OneOrMore };
        var language = new Option<string?>("--language") { Description = "The language of the pages (default: the content's own)", HelpName = "xx" };
        var output = new Option<string?>("--out") { Description = "The built site (default: _site in the knowledge base's folder)", HelpName = "DIR" };

        var command = new Command("search", "Ask the built site, as a reader's browser does.") { words, language, output };
        command.SetAction(parsed => Search(
            new Workshop(around, parsed.GetValue(source)),
            string.Join(' ', parsed.GetValue(words)!),
            parsed.GetValue(language),
            parsed.GetValue(output)));
        return command;
    }

    private static int Search(Workshop workshop, string words, string? chosenLanguage, string? chosenOutput)
    {
        var language = workshop.Language(chosenLanguage);
        var site = BuildCommand.OutputPath(workshop, chosenOutput);
        if (!Directory.Exists(Path.Combine(site, "search")))
        {
            throw new WrongUseException($"there is no built site in {workshop.Around.ShortPath(site)}. Run heed build first, or name its folder with --out.");
        }

        string? Read(string path)
        {
            var file = Path.Combine(site, path.Replace('/', Path.DirectorySeparatorChar));
            return File.Exists(file) ? File.ReadAllText(file) : null;
        }

        SearchAnswer Ask()
        {
            try
            {
                return SearchEngine.Open(Read).Ask(words, language, 0, Shown);
            }
            catch (Exception broken) when (broken is not (IOException or UnauthorizedAccessException))
            {
                // Whatever the scripts of a folder do that lacks a file, was altered, or is of another version of Heed.
                throw new WrongUseException($"the index in {workshop.Around.ShortPath(site)} cannot be asked: {broken.Message}\n  Build the site again: heed build");
            }
        }

        Write(Ask(), words, workshop.Terminal);
        return ExitStatus.Well;
    }

    private static void Write(SearchAnswer answer, string words, Terminal terminal)
    {
        foreach (var near in answer.Near)
        {
            terminal.ComplainLine($"No page has \"{near.Word}\"; shown for \"{near.Shown}\".");
        }

        if (answer.Filters.Length > 0)
        {
            terminal.ComplainLine($"Narrowed to {string.Join(", ", answer.Filters.Select(filter => $"{(filter.IsUnwanted ? "not " : "")}{filter.Name}: {filter.Label}"))}.");
        }

        foreach (var value in answer.Unknown)
        {
            terminal.ComplainLine($"\"{value}\" names nothing to narrow the results by; it was looked for as words.");
        }

        if (answer.Total == 0)
        {
            terminal.ComplainLine($"Nothing was found for {words}");
            return;
        }

        if (answer.OtherLanguage is not null)
        {
            terminal.ComplainLine($"Nothing was found in the language asked; these pages are in another ({answer.OtherLanguage}).");
        }

        if (!answer.MatchesAllWords)
        {
            terminal.ComplainLine("No page has all the words; these have some of them.");
        }

        foreach (var offer in answer.Offers)
        {
            terminal.ComplainLine($"To see only these: {offer.Rest}{(offer.Rest.Length > 0 ? " " : "")}{offer.Name}:{offer.Key} ({offer.Label}).");
        }

        for (var at = 0; at < answer.Hits.Length; at++)
        {
            if (Heading(answer, at) is { } heading)
            {
                terminal.WriteLine(heading, new Style(decoration: Decoration.Underline));
            }

            Write(answer.Hits[at], terminal);
        }

        var more = answer.Total - answer.Hits.Length;
        terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answer.Total} found{(more > 0 ? $", {more} more not shown" : "")}"));
    }

    /// <summary>The heading over the pages that begin here, as on the search page; null where none begin, or all have all the words.</summary>
    private static string? Heading(SearchAnswer answer, int at)
    {
        var some = answer.Total - answer.Full - answer.Help;
        return at switch
        {
            _ when answer.Full == answer.Total => null,
            0 when answer.Full > 0 => string.Create(CultureInfo.InvariantCulture, $"With all of the words: {answer.Full}"),
            _ when at == answer.Full && answer.Full > 0 && some > 0 => string.Create(CultureInfo.InvariantCulture, $"With some of the words: {some}"),
            _ when at > 0 && answer.Help > 0 && at == answer.Total - answer.Help => string.Create(CultureInfo.InvariantCulture, $"About this site: {answer.Help}"),
            _ => null,
        };
    }

    private static void Write(SearchHit hit, Terminal terminal)
    {
        var dim = new Style(decoration: Decoration.Dim);
        terminal.WriteLine(hit.Title, new Style(decoration: Decoration.Bold));
        terminal.WriteLine($"  {hit.Kind}{(hit.Number is null ? "" : $" {hit.Number}")}  {hit.Address}", dim);
        if (hit.Facts.Length > 0)
        {
            terminal.WriteLine($"  {string.Join(" · ", hit.Facts.Select(fact => fact.Label))}", dim);
        }

        terminal.Write("  ");
        foreach (var segment in hit.Excerpt)
        {
            terminal.Write(segment.Text.ReplaceLineEndings(" "), segment.IsHit ? new Style(Color.Yellow) : default(Style?));
        }

        terminal.WriteLine();
        if (hit is { Section: { } section, Anchor: { } anchor })
        {
            terminal.WriteLine($"  in: {section}  {hit.Address}#{anchor}", dim);
        }
    }
}

using System.Text;
using System.Text.RegularExpressions;
using Heed.Content;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Model;
using Heed.Rendering.Machine;
using Heed.Tests.Support;

namespace Heed.Tests.Content;

/// <summary>
/// What the readers of pages, vocabulary and retired addresses make of each example of <c>content/README.md</c>, and what they say when one of
/// its values is another or is not there: <c>wrong-fields.txt</c>. So no field can be read otherwise, and no message change, without a line there.
/// </summary>
/// <remarks>With HEED_ACCEPT=1 in the environment the file is rewritten. Read the difference before you commit it.</remarks>
public sealed partial class WrongFieldsTests
{
    private static readonly DateOnly Today = new(2026, 11, 29);

    private static readonly string[] Others = ["zzz", "[zzz]", "[]", "unknown", "-1"];

    [Fact]
    public void Each_value_is_read_and_missed_as_was_accepted()
    {
        var told = Told();
        var file = Path.Combine(Repository.Root, "tests", "Heed.Tests", "Content", "wrong-fields.txt");
        if (Environment.GetEnvironmentVariable("HEED_ACCEPT") == "1")
        {
            File.WriteAllText(file, told);
        }

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), told);
    }

    private static string Told()
    {
        var examples = ContentReadmeTests.Examples().Where(example => example.Path.EndsWith(".md", StringComparison.Ordinal)).ToList();
        var original = SourceFile.Of("content/articles/about.md", "---\ntitle: About\nsummary: A test.\n---\n");
        var lists = Repository.Sources(Path.Combine(Repository.Root, "tests", "broken", "_base")).Files.Where(file => file.Path.StartsWith("content/vocabulary/", StringComparison.Ordinal)).ToList();
        var vocabulary = VocabularyReader.Read(Repository.Sources(Repository.Root), Today, new DiagnosticLog());
        var cures = new HashSet<string>(StringComparer.Ordinal);
        var told = new StringBuilder();
        foreach (var example in examples)
        {
            Append(example, text => Page(example.Path, text, original, vocabulary), cures, told);
        }

        foreach (var list in lists)
        {
            Append(list, text => Logged(log => VocabularyReader.Read(SourceTree.Of(lists).With([SourceFile.Of(list.Path, text)]), Today, log)), cures, told);
        }

        const string retired = "content/retired.yml";
        Append(
            SourceFile.Of(retired, "articles/a:\n  moved_to: articles/b\n\"articles/b#p1\":\n  gone: \"2025-02-01\"\n  why: It was wrong.\narticles/c:\n  gone: \"2025-02-02\"\n  title: On fines\n  why: Its source was withdrawn.\n  instead: articles/b\n\"ru/articles/b#p2\":\n  moved_to: \"articles/b#p3\"\n"),
            text => Logged(log => RetiredReader.Read(SourceTree.Of([SourceFile.Of(retired, text)]), ["en", "ru"], Today, log).Select(one => $"{one.Language} {one.Was} {one.MovedTo?.Target} {one.Gone} {one.Title?.In("en")} {one.Why?.In("en")} {string.Join(',', one.Instead.Select(place => place.Target))}")),
            cures,
            told);
        return told.ToString();
    }

    private static (IEnumerable<string> Values, DiagnosticLog Log) Page(string path, string text, SourceFile original, Vocabulary vocabulary) => Logged(log =>
        PageReader.Read(SourceTree.Of([original]).With([SourceFile.Of(path, text)]), vocabulary, drafts: true, Today, log).Entries
            .Where(entry => path.StartsWith($"content/{entry.Id}.", StringComparison.Ordinal))
            .SelectMany(entry => (string[])[EntryJson.Of(entry).ToJsonString(), .. entry.Translations.Values.Select(translation => $"{translation.Language} {translation.MachineAssisted} {translation.Reviewed} {string.Join(" | ", translation.Texts.OrderBy(text => text.Key.ToString(), StringComparer.Ordinal).Select(text => $"{text.Key}: {text.Value.Words}"))} {string.Join(' ', translation.Parts.Select(part => part.Id))}")]));

    private static (IEnumerable<string> Values, DiagnosticLog Log) Logged(Func<DiagnosticLog, object> read)
    {
        var log = new DiagnosticLog();
        var values = read(log) is IEnumerable<string> strings ? strings.ToList() : [];
        return (values, log);
    }

    private static void Append(SourceFile file, Func<string, (IEnumerable<string> Values, DiagnosticLog Log)> read, HashSet<string> cures, StringBuilder told)
    {
        var (values, sound) = read(file.Text);
        told.Append("== ").Append(file.Path).Append('\n');
        foreach (var line in values.Concat(sound.Sorted().Select(diagnostic => diagnostic.Message)))
        {
            told.Append(line.ReplaceLineEndings(" ")).Append('\n');
        }

        var lines = file.Text.Split('\n');
        var end = file.Path.EndsWith(".md", StringComparison.Ordinal) ? Array.IndexOf(lines, "---", 1) : lines.Length;
        for (var at = 0; at < end; at++)
        {
            if (Field().Match(lines[at]) is not { Success: true } field)
            {
                continue;
            }

            var (before, value) = (field.Groups["before"].Value, field.Groups["value"].Value);
            foreach (var other in Others.Where(other => other != value).Select(other => before + other).Append(before.Contains('-', StringComparison.Ordinal) ? before : ""))
            {
                var log = read(string.Join('\n', [.. lines[..at], other, .. lines[(at + 1)..]])).Log;
                told.Append(before.Trim()).Append(' ').Append(other.Length == 0 ? "(not there)" : other[before.Length..]).Append('\n');
                foreach (var diagnostic in log.Sorted().Where(diagnostic => !sound.Sorted().Contains(diagnostic)))
                {
                    told.Append("  ").Append(diagnostic.Place.Line).Append(' ').Append(diagnostic.Rule.Id).Append(": ").Append(diagnostic.Message).Append(cures.Add(diagnostic.Cure) ? " | " + diagnostic.Cure : "").Append('\n');
                }
            }
        }
    }

    [GeneratedRegex(@"^(?<before>\s*(- )?[a-z_]+: )(?<value>\S.*)$")]
    private static partial Regex Field();
}

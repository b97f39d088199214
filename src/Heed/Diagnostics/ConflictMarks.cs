using Heed.Files;

namespace Heed.Diagnostics;

/// <summary>Finds the marks that git leaves where it could not join two versions of a file: who publishes them publishes both.</summary>
public static class ConflictMarks
{
    private const int Length = 7;

    /// <summary>Whether the file has none; the first of each conflict is reported. In Markdown, a block of code may show them.</summary>
    public static bool AreNone(SourceFile file, DiagnosticLog log)
    {
        // Most files have none of them, and are not cut into lines for it.
        if (!HasAny(file.Text))
        {
            return true;
        }

        var clean = true;
        var reading = new Reading(file.Path);
        var number = 0;
        foreach (var line in file.Text.Split('\n'))
        {
            number++;
            if (reading.Begins(line))
            {
                clean = false;
                log.Report(
                    Catalogue.ConflictMark,
                    new Place(file.Path, number, 1),
                    $"two versions stand here that git could not join: \"{(line.Length > 40 ? line[..40] : line)}\"",
                    "Keep what is right of both, and remove the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>.");
            }
        }

        return clean;
    }

    private static bool HasAny(string text)
    {
        foreach (var mark in (ReadOnlySpan<string>)["<<<<<<<", ">>>>>>>", "======="])
        {
            for (var at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.Ordinal))
            {
                if (at == 0 || text[at - 1] == '\n')
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsMark(string line, char of) =>
        line.Length >= Length && line.AsSpan(0, Length).IndexOfAnyExcept(of) < 0 && (line.Length == Length || line[Length] == ' ');

    private sealed class Reading(string path)
    {
        private readonly bool isMarkdown = path.EndsWith(".md", StringComparison.Ordinal);
        private readonly bool isYaml = path.EndsWith(".yml", StringComparison.Ordinal);
        private bool isInConflict;
        private bool isAfterEmpty = true;
        private int headFences;
        private string codeFence = "";

        /// <summary>Takes the next line, and says whether a conflict that was not told yet shows in it.</summary>
        public bool Begins(string line)
        {
            var begins = codeFence.Length == 0 && IsTold(line);
            Follow(line);
            return begins;
        }

        private bool IsTold(string line)
        {
            if (IsMark(line, '<'))
            {
                isInConflict = true;
                return true;
            }

            if (IsMark(line, '>') && line.Length > Length + 1)
            {
                var told = !isInConflict;
                isInConflict = false;
                return told;
            }

            // Alone, seven equals signs are what is left of a conflict, or the line below a heading.
            return !isInConflict && line.TrimEnd() is "=======" && (isYaml || (isMarkdown && (isAfterEmpty || headFences == 1)));
        }

        private void Follow(string line)
        {
            isAfterEmpty = string.IsNullOrWhiteSpace(line);
            if (!isMarkdown)
            {
                return;
            }

            if (headFences < 2)
            {
                headFences += line.TrimEnd() is "---" ? 1 : 0;
            }
            else if (codeFence.Length == 0)
            {
                codeFence = OpeningFence(line);
            }
            else if (ClosesFence(line))
            {
                codeFence = "";
            }
        }

        private static string OpeningFence(string line)
        {
            var text = line.TrimStart(' ');
            if (line.Length - text.Length > 3 || text.Length < 3 || text[0] is not ('`' or '~'))
            {
                return "";
            }

            var length = text.AsSpan().IndexOfAnyExcept(text[0]) is var end and >= 0 ? end : text.Length;
            var isCode = length >= 3 && !(text[0] == '`' && text[length..].Contains('`'));
            return isCode ? text[..length] : "";
        }

        private bool ClosesFence(string line)
        {
            var text = line.Trim();
            return line.Length - line.TrimStart(' ').Length <= 3 && text.Length >= codeFence.Length && text.AsSpan().IndexOfAnyExcept(codeFence[0]) < 0;
        }
    }
}

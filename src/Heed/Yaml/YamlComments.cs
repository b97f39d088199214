using Heed.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Heed.Yaml;

/// <summary>Finds values that end where their author did not mean it: YAML takes a blank and <c>#</c> for the beginning of a comment.</summary>
/// <remarks>
/// A comment that is meant stands on a line of its own, or two blanks behind what it explains, as the scaffolds write it. What stands
/// in quotation marks, and texts that begin with <c>&gt;-</c>, are not cut.
/// </remarks>
internal static class YamlComments
{
    /// <summary>Reports each value that is cut, up to where the YAML cannot be read; the line of the last one, or 0.</summary>
    public static int Judge(string path, string text, int linesBefore, DiagnosticLog log)
    {
        if (!text.Contains(" #", StringComparison.Ordinal) && !text.Contains("\t#", StringComparison.Ordinal))
        {
            return 0;
        }

        var reading = new Reading(path, text, linesBefore, log);
        try
        {
            // On some text that is no YAML the scanner gives the same token for ever; no text has more tokens than twice its letters.
            var scanner = new Scanner(new StringReader(text), skipComments: false);
            for (var most = (2 * text.Length) + 16; most > 0 && scanner.MoveNext(); most--)
            {
                reading.Take(scanner.Current!);
            }
        }
        catch (Exception fault) when (fault is YamlException or InvalidOperationException)
        {
            // That the YAML cannot be read is told by who reads it; a bracket before a comment is one of the causes.
            reading.Break();
        }

        return reading.LastLine;
    }

    private sealed class Reading(string path, string text, int linesBefore, DiagnosticLog log)
    {
        private int flowDepth;
        private Token? before;
        private Comment? waiting;

        public int LastLine { get; private set; }

        public void Take(Token token)
        {
            if (token is Comment comment)
            {
                Take(comment);
                return;
            }

            if (waiting is { } held && CutsTheWhole(token))
            {
                Tell(held, "");
            }

            waiting = null;
            flowDepth += token is FlowSequenceStart or FlowMappingStart ? 1 : token is FlowSequenceEnd or FlowMappingEnd ? -1 : 0;
            before = token;
        }

        /// <summary>What the scanner of YamlDotNet cannot go through: a comment between brackets of one line, which are then never closed.</summary>
        public void Break()
        {
            if (flowDepth > 0 && before is not null && text.IndexOf(" #", (int)before.Start.Index, StringComparison.Ordinal) is var at and >= 0 && IsSingleBlank(at)
                && !text.AsSpan((int)before.Start.Index, at - (int)before.Start.Index).Contains('\n'))
            {
                Tell(at + 1, "");
            }
        }

        private void Take(Comment comment)
        {
            if (!IsSingleBlank((int)comment.Start.Index - 1))
            {
                return;
            }

            switch (before)
            {
                case Scalar { Style: ScalarStyle.Plain } scalar:
                    Tell(comment, scalar.Value);
                    break;
                case FlowEntry or FlowSequenceStart or FlowMappingStart:
                    Tell(comment, "");
                    break;
                case Value or BlockEntry:
                    waiting = comment;
                    break;
                default:
                    break;
            }
        }

        /// <summary>Behind a key or a hyphen: whether no list or map follows below, but a text or nothing.</summary>
        private bool CutsTheWhole(Token next) => !(next is BlockEntry && before is Value) && next is not (BlockSequenceStart or BlockMappingStart or FlowSequenceStart or FlowMappingStart)
            && !(next is Scalar scalar && scalar.Style != ScalarStyle.Plain);

        private void Tell(Comment comment, string kept) => Tell((int)comment.Start.Index, kept);

        private void Tell(int at, string kept)
        {
            var start = LineStart(at);
            var end = text.IndexOf('\n', at) is var feed and >= 0 ? feed : text.Length;
            var cut = text[at..end].TrimEnd();
            if (flowDepth > 0 && cut.IndexOfAny([',', ']', '}']) is var close and > 0)
            {
                cut = cut[..close].TrimEnd();
            }

            var whole = kept.Length == 0 ? cut : $"{kept} {cut}";
            LastLine = 1 + text.AsSpan(0, at).Count('\n');
            log.Report(
                Catalogue.CutValue,
                new Place(path, LastLine + linesBefore, at - start + 1),
                $"a comment begins here, and \"{cut}\" is not read",
                $"If it belongs to the value, put the whole value in quotation marks: {Quoted(whole)}. If it is a comment, put two blanks before it.");
        }

        /// <summary>Whether a blank stands here alone, behind something on its line.</summary>
        private bool IsSingleBlank(int at) => IsBlank(at) && !IsBlank(at - 1) && LineStart(at) < at;

        private bool IsBlank(int at) => at >= 0 && at < text.Length && (text[at] is ' ' or '\t');

        private int LineStart(int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

        private static string Quoted(string text) => text.Contains('"') || text.Contains('\\')
            ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
            : $"\"{text}\"";
    }
}

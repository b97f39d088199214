using System.Collections.Immutable;
using Heed.Diagnostics;
using Heed.Files;
using Heed.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Heed.Yaml;

/// <summary>Reads the subset of YAML that Heed takes: maps, lists and values, without anchors, aliases, tags and merge keys.</summary>
/// <remarks>
/// The subset is what an author needs, and it cannot explode: an alias of an alias of an alias is how a few lines of YAML
/// fill a machine's memory. YamlDotNet's event parser is used, so that each node keeps its place.
/// </remarks>
public static class YamlReader
{
    private const int DeepestNesting = 32;

    /// <summary>Reads a file that is YAML as a whole. What is wrong is reported; null when nothing could be read.</summary>
    public static YamlMap? ReadMap(SourceFile file, DiagnosticLog log) =>
        SourceCharacters.IsReadable(file, log) ? ReadMap(file.Path, file.Text, 0, log) : null;

    /// <summary>Reads a map. What is wrong is reported; null when nothing could be read.</summary>
    /// <param name="path">The file, for places.</param>
    /// <param name="text">The YAML.</param>
    /// <param name="linesBefore">How many lines of the file stand before the text.</param>
    /// <param name="log">Told what is wrong.</param>
    public static YamlMap? ReadMap(string path, string text, int linesBefore, DiagnosticLog log)
    {
        text = WithoutInvisibleTabs(SourceCharacters.WithoutStrays(text));
        var parser = new Parser(new StringReader(text));
        try
        {
            var map = new Reading(path, text, linesBefore, log, parser).Document();
            YamlComments.Judge(path, text, linesBefore, log);
            return map;
        }
        catch (YamlException fault)
        {
            Report(fault.Message, fault.Start);
            return null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or NullReferenceException or IndexOutOfRangeException)
        {
            // YamlDotNet throws other things than its own exception on some broken input, such as a bracket that is never closed.
            Report("did not find expected ',' or ']'", parser.Current?.Start ?? Mark.Empty);
            return null;
        }

        void Report(string fault, Mark at)
        {
            if (TabBehind(text.Split('\n'), fault, (int)at.Line) is { } tab)
            {
                log.Report(Catalogue.BrokenYaml, new Place(path, tab.Line + linesBefore, tab.Column), "a tab stands where spaces are wanted", "Indent with two spaces.");
                return;
            }

            // A value that a comment cuts leaves its next line, or its bracket, without a beginning or an end; that is told instead.
            if (YamlComments.Judge(path, text, linesBefore, log) is var cut and > 0 && cut >= at.Line - 1)
            {
                return;
            }

            var (message, cure) = Explain(fault);
            log.Report(Catalogue.BrokenYaml, new Place(path, (int)at.Line + linesBefore, (int)at.Column), message, cure);
        }
    }

    /// <summary>A tab on a line that has nothing else says nothing, and YamlDotNet stops at it.</summary>
    private static string WithoutInvisibleTabs(string text) => text.Contains('\t')
        ? string.Join('\n', text.Split('\n').Select(line => string.IsNullOrWhiteSpace(line) && line.Contains('\t') ? "" : line))
        : text;

    /// <summary>The tab that a fault comes of: one that indents the line of the fault, or the next one that does.</summary>
    private static (int Line, int Column)? TabBehind(string[] lines, string fault, int at)
    {
        bool IsIndentedByTab(int line) => line >= 1 && line <= lines.Length && lines[line - 1].TrimStart(' ').StartsWith('\t');

        var last = fault.Contains("tab", StringComparison.Ordinal) ? lines.Length : at + 1;
        foreach (var line in Enumerable.Range(Math.Max(at - 1, 1), Math.Max(0, last - Math.Max(at - 1, 1) + 1)))
        {
            if (IsIndentedByTab(line))
            {
                return (line, lines[line - 1].IndexOf('\t') + 1);
            }
        }

        return null;
    }

    /// <summary>What YamlDotNet says of its scanner's state, as what an author did and can do.</summary>
    private static (string Message, string Cure) Explain(string fault)
    {
        bool Says(string words) => fault.Contains(words, StringComparison.Ordinal);

        if (Says("invalid mapping"))
        {
            return ("a colon stands where none is wanted", "Put the value in double quotes if the colon belongs to it; else start the line in the same column as the keys above it.");
        }

        if (Says("cannot start any token") || Says("anchor or alias") || Says("expected node content"))
        {
            return ("a value cannot start with this character", "Put the whole value in double quotes.");
        }

        if (Says("escape") || Says("hexdecimal") || Says("hexadecimal"))
        {
            return ("a backslash stands in double quotes", "Write two backslashes for one, or leave it out.");
        }

        if (Says("quoted scalar"))
        {
            return ("a quotation mark is opened here and not closed", "Close it at the end of the value.");
        }

        if (Says("',' or ']'") || Says("',' or '}'"))
        {
            return ("a bracket or brace is opened and not closed", "Close it, or put the value in double quotes if the bracket belongs to it.");
        }

        if (Says("expected key"))
        {
            return ("something stands here after the end of a value", "Put the whole value in one pair of double quotes, with \\\" for a quotation mark in it; start all keys of a map in the same column.");
        }

        if (Says("expected '-' indicator"))
        {
            return ("a key stands where the next item of a list is wanted", "Start the line with `- `, or put the key in the column of the list's own key.");
        }

        var end = fault.LastIndexOf("): ", StringComparison.Ordinal);
        var tidy = end < 0 ? fault : fault[(end + 3)..];
        return ($"the YAML cannot be read: {char.ToLowerInvariant(tidy[0])}{tidy[1..].TrimEnd('.')}", "Check the line and the one before it.");
    }

    private sealed class Reading(string path, string text, int linesBefore, DiagnosticLog log, Parser parser)
    {
        public YamlMap? Document()
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return YamlMap.Empty(new Place(path, linesBefore + 1, 1));
            }

            parser.Consume<DocumentStart>();
            var node = Node(0);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
            {
                log.Report(Catalogue.YamlFeature, At(parser.Current!.Start), "a second YAML document starts here", "Keep one document in the file: remove the line of three hyphens.");
            }

            return node switch
            {
                YamlMap map => map,
                YamlScalar { IsNothing: true } => YamlMap.Empty(node.Place),
                _ => NotAMap(node),
            };
        }

        private YamlMap? NotAMap(YamlNode node)
        {
            log.Report(Catalogue.WrongType, node.Place, $"keys with values are wanted here, and {node.Noun} was found", "Write lines of the form `key: value`.");
            return null;
        }

        private YamlNode Node(int depth)
        {
            if (depth > DeepestNesting)
            {
                throw new YamlException(parser.Current!.Start, parser.Current.End, $"more than {DeepestNesting} levels of nesting");
            }

            switch (parser.Current)
            {
                case Scalar scalar:
                    Refuse(scalar, scalar.Anchor, scalar.Tag);
                    SourceCharacters.TellEscaped(scalar.Value, text.AsSpan((int)scalar.Start.Index, (int)(scalar.End.Index - scalar.Start.Index)), At(scalar.Start), log);
                    parser.MoveNext();
                    return new YamlScalar(At(scalar.Start), WithoutComments(scalar), scalar.Style == ScalarStyle.Plain);
                case SequenceStart list:
                    Refuse(list, list.Anchor, list.Tag);
                    return List(list, depth);
                case MappingStart map:
                    Refuse(map, map.Anchor, map.Tag);
                    return Map(map, depth);
                case AnchorAlias alias:
                    log.Report(Catalogue.YamlFeature, At(alias.Start), $"the alias *{alias.Value} is not taken", "Write the value out, or put it in double quotes if the star belongs to it.");
                    parser.MoveNext();

                    // Not plain, so that the key is not reported as empty too.
                    return new YamlScalar(At(alias.Start), "", false);
                default:
                    throw new YamlException(parser.Current!.Start, parser.Current.End, "something that is neither a map, a list nor a value");
            }
        }

        private string WithoutComments(Scalar scalar)
        {
            var kept = Comments.Without(scalar.Value, Comments.CodeIn, out var brokenAt);
            if (brokenAt >= 0)
            {
                log.Report(Catalogue.UnclosedComment, At(scalar.Start), Comments.Broken, Comments.Cure);
            }

            return kept;
        }

        private YamlList List(SequenceStart start, int depth)
        {
            parser.MoveNext();
            var items = ImmutableArray.CreateBuilder<YamlNode>();
            while (parser.Current is not SequenceEnd)
            {
                items.Add(Node(depth + 1));
            }

            parser.MoveNext();
            return new YamlList(At(start.Start), items.ToImmutable());
        }

        private YamlMap Map(MappingStart start, int depth)
        {
            parser.MoveNext();
            var entries = ImmutableArray.CreateBuilder<YamlEntry>();
            var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
            while (parser.Current is not MappingEnd)
            {
                var keyPlace = At(parser.Current!.Start);
                var key = Node(depth + 1);
                var value = Node(depth + 1);
                if (key is not YamlScalar { Value: var name })
                {
                    log.Report(Catalogue.WrongType, keyPlace, $"a key is a single word, and {key.Noun} was found", "Put text that starts with a bracket or brace in double quotes.");
                    continue;
                }

                if (name == "<<")
                {
                    log.Report(Catalogue.YamlFeature, keyPlace, "the merge key << is not taken", "Write the keys out.");
                    continue;
                }

                if (!seen.TryAdd(name, keyPlace))
                {
                    log.Report(Catalogue.DuplicateKey, keyPlace, $"the key {name} stands here a second time; it stands first in line {seen[name].Line}", "Keep one of the two; for several values use a list.");
                    continue;
                }

                entries.Add(new YamlEntry(name, keyPlace, value));
            }

            parser.MoveNext();
            return new YamlMap(At(start.Start), entries.ToImmutable());
        }

        private void Refuse(ParsingEvent where, AnchorName anchor, TagName tag)
        {
            if (!anchor.IsEmpty)
            {
                log.Report(Catalogue.YamlFeature, At(where.Start), $"the anchor &{anchor.Value} is not taken", "Remove it, and write the value out where it is needed again.");
            }

            if (!tag.IsEmpty && !tag.IsNonSpecific)
            {
                log.Report(Catalogue.YamlFeature, At(where.Start), $"the tag {tag.Value} is not taken", "Remove it; Heed knows the type of each key.");
            }
        }

        private Place At(Mark mark) => new(path, (int)mark.Line + linesBefore, (int)mark.Column);
    }
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Heed.Markup;

/// <summary>What looks like markup of another dialect, or like Markdown with a slip in it, and so is shown to readers as it is typed.</summary>
/// <remarks>
/// One list. Each line has a sign without which nothing is looked for, so that plain words cost nothing. What people write as
/// words stays silent: <c>5 * 3</c>, <c>A_B</c>, <c>#hashtag</c>, <c>[sic]</c>, <c>[…]</c>, and whatever stands behind a backslash or in code.
/// </remarks>
internal static class UnreadMarkup
{
    /// <summary>Stands in the words that are looked at for what was read: code, a link, a character behind a backslash.</summary>
    public const char Read = '\uFFFC';

    /// <summary>Stands there for a bare address.</summary>
    public const char Address = '\uFFFB';

    // Blanks that look like one and that Markdown does not take for one.
    private const string OddBlank = "[\\u00A0\\u1680\\u2000-\\u200B\\u202F\\u205F\\u3000\\u2060\\uFEFF\\u00AD]";

    private const string OddBlanks = "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u202F\u205F\u3000\u2060\uFEFF\u00AD";

    private sealed record Look(string Signs, string Pattern, string What, string Cure)
    {
        private readonly Regex pattern = new(Pattern, RegexOptions.CultureInvariant | RegexOptions.Multiline);

        public Match In(string words) => words.AsSpan().IndexOfAny(Signs) < 0 ? Match.Empty : pattern.Match(words);
    }

    private static readonly ImmutableArray<Look> Looks =
    [
        new("#＃", $@"^(#{{2,6}}(?=[\p{{L}}\p{{N}}""«“*_\[(])|#{{1,6}}{OddBlank}+(?=\S)|＃{{1,6}}\s*(?=\S)).{{0,30}}", "a heading", "Write an ordinary blank between # and the words, as in `## Words`."),
        new("-*+0123456789", $@"^([-*+]|[0-9]{{1,3}}[.)]){OddBlank}+(?=\S).{{0,30}}", "a list", "Write an ordinary blank behind the mark, as in `- words`, and leave the line above empty."),
        new("-+", @"^[-+]\p{L}[^\n]{0,200}\n[-+]\p{L}[^\n]{0,20}", "a list", "Write a blank behind each mark, as in `- words`."),
        new(".)", @"^[0-9]{1,3}[.)](?=\p{L})[^\n]{0,200}\n[0-9]{1,3}[.)](?=\p{L})[^\n]{0,20}", "a list", "Write a blank behind each number, as in `1. words`."),
        new(".)", @"^([2-9]|[1-9][0-9])[.)] [^\n]{1,400}\n[0-9]{1,3}[.)] [^\n]{0,20}", "a list that does not start with 1", "Leave the line above it empty."),
        new("•▪▸►◦●○■□▶✓✔➢➤", @"^[•▪▸►◦●○■□▶✓✔➢➤].{0,30}", "a list", "Write `- words` on a line of its own for each item, and leave the line above the list empty."),
        new("~", @"~~(?=\S)[^~\n]{1,200}~~", "words struck out", "Say in words what was withdrawn: search, books and data have no strokes through words, and would tell the opposite."),
        new("=", @"(?<![\w=])==(?=[^\s=])[^=\n]{1,200}==(?![\w=])", "marked words", "Write **words** instead."),
        new("+", @"(?<![\w+])\+\+(?=[^\s+])[^+\n]{1,100}(?<=\S)\+\+(?![\w+])", "underlined words", "Write **words** or *words* instead."),
        new("^", @"(?<=\w)\^[^\s^]{1,20}\^|\^\[[^\]\n]{1,400}\]", "a raised word or a note", "Write the words without ^; a note is [^1] in the text and `[^1]: its words` on a line of its own."),
        new("~", @"(?<=\w)~[^\s~]{1,20}~(?!~)", "a lowered word", "Write the words without ~."),
        new("[", @"\[\^[^\]\s]{1,40}\](?!\()[:]?", "a note", "Write `[^1]: its words` at the left margin, with an empty line above, and use the same sign in the text."),
        new("[", @"^\[!\w{1,20}\][^\n]{0,20}", "a box", "Write the words as a quotation or as a paragraph."),
        new("!?", @"^(!!!|\?\?\?\+?) ?\w[^\n]{0,30}", "a box", "Write the words as a quotation or as a paragraph."),
        new(":", @"^:::+[^\n]{0,30}", "a box", "Write the words as a quotation or as a paragraph, and take the colons away."),
        new("{", @"\{[#.:] ?[#.]?(?=\p{L})[^}\n]{1,60}\}", "an attribute", "Take it away: headings and paragraphs get their addresses by themselves."),
        new("{", @"\{\{[^}\n]{0,80}\}\}|\{%[^%\n]{0,80}%\}", "a command of another program", "Take it away, and write what readers should see."),
        new("{", @"\{(\+\+|--|~~|==|>>)[^}\n]{0,80}", "a proposed change", "Accept or reject the change, and take the marks away."),
        new("%", @"%%[^%\n]{1,200}%%", "a comment", "Write <!-- words --> for what readers should not see."),
        new("$", @"\$\$[^$\n]{0,80}", "a formula", "Write it in words, or in `backticks`."),
        new("=-+~", @"^(={2,}|-{2}|\+{3,}|~{3,})[ \t]*$", "a line across, or the rest of a heading", "Write `***` with empty lines around it for a line across, and `## Words` for a heading."),
        new("=", @"^={2,6} [^=\n]{1,100} ={2,6}[ \t]*$|^=== ?""[^\n]{0,40}", "a heading of another dialect", "Write `## Words` for a heading."),
        new("'", @"'''?(?=\S)[^'\n]{1,100}'''?", "strong or slanted words of another dialect", "Write **words** or *words* instead."),
        new(":", @"(?<![\w:/.]):(?=[a-z+-])[a-z0-9_+-]{2,30}:(?![\w:/])", "a picture by name", "Write what it means in words."),
        new(":", @"(?<=\S\n):[ \t]+\S[^\n]{0,30}", "a definition", "Write `**Term**: its meaning`, one paragraph or item for each."),
        new("[", @"^\[(\[_?)?(TOC|toc|_TOC_)(_?\])?\][ \t]*$", "a table of contents", "Take it away: long articles get theirs by themselves."),
        new("|", @"^[ \t]*\|[^\n]{1,400}\|[ \t]*$|^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$", "a table", "Leave the line above the table empty, and write a line such as `| --- | --- |` below its first row, with as many parts as the row has."),
        new("*", @"(?<!\*)\*\*(?!\*)[^*\n]{0,40}", "strong words", "Write ** right before the first and right behind the last of them, with a blank or a sign outside, and close what was opened."),
        new("[", @"\[\[[^\n]{0,60}", "a link to a page", "Write [[id]] or [[id|words]], with the id on one line."),
        new("]", @"\]\[[^\]\n]{0,60}\]|\]\([^)\n]{1,200}\)|\][ \t]*\(\uFFFB\)", "a link", "Write [words](address) without blanks in the address or between the brackets, or [[id|words]] for a page of this knowledge base."),
        new("[", @"\)\[(\uFFFB|https?:)[^\n]{0,40}", "a link with its brackets the wrong way round", "Write [words](address)."),
        new("[", @"\[/(b|i|u|s|url|quote|code|img|size|color)\]", "markup of a forum", "Write **words**, *words* or [words](address) instead."),
        new("!", @"(?<![\w!])!\uFFFC", "a page to be shown inside this one", "Take the ! away: a link to the page is enough."),
        new("*", @"^\*\[[^\]\n]{1,40}\]:[^\n]{0,40}", "an abbreviation", "Write it out where it stands first."),
        new("@", @"\[@[\w:-]{1,60}[^\]\n]{0,60}\]", "a reference by key", "Name the source in `sources`, or in words."),
        new(".", @"^\.\. \w{1,30}::[^\n]{0,30}", "a command of another dialect", "Take it away, and write what readers should see."),
        new("-", @"(?<!-)-->", "the end of a comment that nothing opened", "Write <!-- before the words that readers should not see, or take --> away."),
        new(OddBlanks, $@"^[ \t]*{OddBlank}[ \t\r\f\v\u00A0\u1680\u2000-\u200B\u202F\u205F\u3000\u2060\uFEFF\u00AD]*$", "an empty line", "Take the invisible characters out of the line, so that a new paragraph starts below it."),
    ];

    // What is a block in the body of a page, and cannot be one in a text that is a single paragraph.
    private static readonly Look Block = new("#-*+>|`", @"^(#{1,6} |[-*+] |> ?|\||```)[^\n]{0,30}", "a heading, list, quotation, table or code", "This text is one paragraph: write it as a sentence, or move it to the body of the page.");

    // Markdown that would be read elsewhere.
    private static readonly Look Plain = new(
        "*_`#", @"\*\*(?=\S)[^*\n]{1,200}\*\*|(?<![\w*])\*(?=[^\s*])[^*\n]{1,200}(?<=\S)\*(?![\w*])|(?<![\w_])_(?=[^\s_])[^_\n]{1,200}(?<=\S)_(?![\w_])|`[^`\n]{1,200}`|^#{1,6} .{0,30}", "Markdown", "This text is shown without markup: write the words alone.");

    private static readonly Look Task = new("[", @"\A\[[ xX✓✔-]?\](?=[\s\uFFFC]|\z)", "a task", "Say in words what is done and what is not: a box tells nothing to those who hear the page.");

    private static readonly Look Indented = new("-*+#>|0123456789", @"^[ \t]*([-*+] |[0-9]{1,3}[.)] |#{1,6} |> |\|)[^\n]{0,30}", "a list, heading, quotation or table, but is code", "Start the lines at the left margin: four blanks before a line make it code.");

    /// <summary>What of the words was not read, each kind once: where, what it looks like, and the cure.</summary>
    /// <param name="words">The words of a block; <see cref="Read"/> stands for what was read.</param>
    /// <param name="isItem">Whether they begin an item of a list.</param>
    public static IEnumerable<Finding> In(string words, bool isItem) =>
        (isItem ? Looks.Prepend(Task) : Looks).Select(look => Of(look, words)).OfType<Finding>().DistinctBy(finding => finding.At);

    /// <summary>The same of a block that was indented, and so is code.</summary>
    public static Finding? InIndented(string code) => Of(Indented, code);

    /// <summary>The same of a text that is one paragraph.</summary>
    public static IEnumerable<Finding> InRemark(string words) => Looks.Prepend(Block).Select(look => Of(look, words)).OfType<Finding>().DistinctBy(finding => finding.At);

    /// <summary>The same of a text in which nothing is read, such as a title.</summary>
    public static Finding? InPlain(string words) => Looks.Prepend(Plain).Select(look => Of(look, words)).OfType<Finding>().FirstOrDefault();

    private static Finding? Of(Look look, string words) => look.In(words) is { Success: true } match
        ? new Finding(match.Index, $"\"{Short(match.Value)}\" looks like {look.What}, and is shown to readers as it is typed", look.Cure)
        : null;

    private static string Short(string found)
    {
        var line = found.Split('\n')[0].Replace(Read, '…').Replace(Address, '…').TrimEnd();
        return line.Length <= 40 ? line : line[..40] + "…";
    }

    /// <summary>Something that was not read.</summary>
    public sealed record Finding(int At, string Message, string Cure);
}

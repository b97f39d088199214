using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Heed.Text;

/// <summary>What a UTF-16 unit is to whoever cuts, compares or addresses text.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Parts words.</summary>
    Other,

    /// <summary>May begin a word; digits too.</summary>
    Letter,

    /// <summary>Stands inside a word: a combining mark, or what is not seen.</summary>
    Mark,

    /// <summary>A dot.</summary>
    Dot,

    /// <summary>A slash.</summary>
    Slash,

    /// <summary>An apostrophe.</summary>
    Apostrophe,

    /// <summary>A hyphen.</summary>
    Hyphen,
}

/// <summary>A script whose letters look like those of another.</summary>
internal enum Script : byte
{
    /// <summary>Any other, or no letter.</summary>
    None,

    /// <summary>Latin.</summary>
    Latin,

    /// <summary>Cyrillic.</summary>
    Cyrillic,

    /// <summary>Greek.</summary>
    Greek,
}

/// <summary>The table of <c>theme/assets/search/heed-characters.txt</c>, which explains it.</summary>
/// <remarks>
/// One table for the program and the browser (<c>heed-characters.js</c>): what differs in text without meaning anything is
/// folded alike wherever text is compared, addressed, indexed or filtered. It is read from the program and not from a site's
/// theme, as this room knows no theme, and two tables would find different words.
/// </remarks>
internal static class Characters
{
    private const string Path = "theme/assets/search/heed-characters.txt";

    private static readonly string[] Lines = ReadLines();
    private static readonly int FirstTold = Array.IndexOf(Lines, "told");
    private static readonly char[] PlainForms = TabulatePlainForms();
    private static readonly CharacterKind[] Kinds = TabulateKinds();
    private static readonly Script[] Scripts = TabulateScripts();
    private static readonly FrozenSet<char> Invisible = Units("invisible").ToFrozenSet();
    private static readonly FrozenSet<char> Blanks = Units("blank").ToFrozenSet();
    private static readonly FrozenSet<char> Strays = Units("stray").ToFrozenSet();
    private static readonly FrozenSet<char> Odds = Units("odd").ToFrozenSet();
    private static readonly FrozenDictionary<char, string> Names = ReadNames();

    /// <summary>The script that gives <c>heed-characters.js</c> the table: no comments, and nothing that only messages need. No line has a quotation mark or a backslash.</summary>
    public static string BrowserScript { get; } = $"heedCharacters.read('{string.Join("\\n", Lines.Take(FirstTold))}');";

    /// <summary>Pairs of a letter and the Latin letter that it looks like, in the order of the table.</summary>
    public static ImmutableArray<(char Letter, char Latin)> LookAlikes { get; } = [.. Values("like").Select(pair => (pair[0], pair[1]))];

    /// <summary>Latin letters that do not make a word Latin.</summary>
    public static FrozenSet<char> Loose { get; } = Values("loose").Select(letter => letter[0]).ToFrozenSet();

    /// <summary>What the unit is; a full-width letter is a letter, a minus sign a hyphen.</summary>
    public static CharacterKind KindOf(char unit) => Kinds[unit];

    /// <summary>The plain character that the unit stands for: <c>'</c> for every apostrophe, <c>A</c> for a full-width one, <c>1</c> for every digit one.</summary>
    public static char Plain(char unit) => PlainForms[unit];

    /// <summary>The script of a letter, as far as it can be taken for one of another.</summary>
    public static Script ScriptOf(char unit) => Scripts[unit];

    /// <summary>Whether the unit is not seen and is no part of a word: a soft hyphen, a joiner, a byte order mark.</summary>
    public static bool IsInvisible(char unit) => unit >= '\u00AD' && Invisible.Contains(unit);

    /// <summary>Whether the unit is read as a blank.</summary>
    public static bool IsBlank(char unit) => Blanks.Contains(unit);

    /// <summary>Whether the unit is a control or no character at all, so that nothing with it is published. Half a surrogate pair is one where it stands alone.</summary>
    public static bool IsStray(char unit) => (unit is < ' ' or > '~') && Strays.Contains(unit);

    /// <summary>Whether the unit is text, but not what it seems.</summary>
    public static bool IsOdd(char unit) => unit > '~' && Odds.Contains(unit);

    /// <summary>What the table calls a unit, or null.</summary>
    public static string? NameOf(char unit) => Names.GetValueOrDefault(unit);

    /// <summary>A text as names are compared: no unseen characters, each blank one space, compatible forms as plain ones, put together as in NFC.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var unit in Normalise(text, NormalizationForm.FormKC))
        {
            if (!IsInvisible(unit))
            {
                folded.Append(IsBlank(unit) ? ' ' : Plain(unit));
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Unicode's form of a text. What is no character, which cannot be normalised, becomes the replacement character.</summary>
    public static string Normalise(string text, NormalizationForm form) =>
        string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD').Normalize(form);

    private static string[] ReadLines()
    {
        using var stream = typeof(Characters).Assembly.GetManifestResourceStream(Path)
            ?? throw new InvalidOperationException($"The program has no {Path}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
    }

    private static IEnumerable<string> Values(string word) =>
        Lines.Where(line => line.StartsWith(word + " ", StringComparison.Ordinal)).SelectMany(line => line.Split(' ').Skip(1));

    private static IEnumerable<char> Units(string word) => Values(word).SelectMany(range =>
    {
        var ends = range.Split('-').Select(Hexadecimal).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1).Select(unit => (char)unit);
    });

    private static int Hexadecimal(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static char[] TabulatePlainForms()
    {
        var plain = Enumerable.Range(0, char.MaxValue + 1).Select(unit => (char)unit).ToArray();
        foreach (var unit in Units("wide"))
        {
            plain[unit] = (char)(unit - 0xFEE0);
        }

        foreach (var zero in Units("zero"))
        {
            for (var digit = 0; digit < 10; digit++)
            {
                plain[zero + digit] = (char)('0' + digit);
            }
        }

        foreach (var (word, form) in new[] { ("blank", ' '), ("apostrophe", '\''), ("quote", '"'), ("hyphen", '-'), ("slash", '/'), ("dot", '.') })
        {
            foreach (var unit in Units(word))
            {
                plain[unit] = form;
            }
        }

        return plain;
    }

    private static CharacterKind[] TabulateKinds()
    {
        var kinds = new CharacterKind[char.MaxValue + 1];
        foreach (var (word, kind) in new[]
        {
            ("letters", CharacterKind.Letter), ("marks", CharacterKind.Mark), ("invisible", CharacterKind.Mark), ("apostrophe", CharacterKind.Apostrophe),
            ("hyphen", CharacterKind.Hyphen), ("slash", CharacterKind.Slash), ("dot", CharacterKind.Dot),
        })
        {
            foreach (var unit in Units(word))
            {
                kinds[unit] = kind;
            }
        }

        // A full-width letter is what its plain form is.
        return [.. kinds.Select((kind, unit) => kinds[PlainForms[unit]])];
    }

    private static Script[] TabulateScripts()
    {
        var scripts = new Script[char.MaxValue + 1];
        foreach (var (word, script) in new[] { ("latin", Script.Latin), ("cyrillic", Script.Cyrillic), ("greek", Script.Greek) })
        {
            foreach (var unit in Units(word))
            {
                scripts[unit] = script;
            }
        }

        return scripts;
    }

    private static FrozenDictionary<char, string> ReadNames() => Lines
        .Where(line => line.StartsWith("name ", StringComparison.Ordinal))
        .Select(line => line.Split(' ', 3))
        .ToFrozenDictionary(parts => (char)Hexadecimal(parts[1]), parts => parts[2]);
}

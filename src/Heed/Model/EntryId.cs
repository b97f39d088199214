using System.Text.RegularExpressions;

namespace Heed.Model;

/// <summary>What an entry is called for ever: the folder of its kind and its name, <c>recommendations/upr-3/139.114</c>.</summary>
/// <remarks>It is the path of its file below <c>content/</c> without the ending, and its address without <c>.html</c>.</remarks>
public readonly partial record struct EntryId : IComparable<EntryId>
{
    private readonly string? text;

    private EntryId(string text) => this.text = text;

    /// <summary>The part before the first <c>/</c>, which tells the kind.</summary>
    public string Folder => ToString()[..ToString().IndexOf('/')];

    /// <summary>The part after the last <c>/</c>: <c>139.114</c>.</summary>
    public string Name => ToString()[(ToString().LastIndexOf('/') + 1)..];

    /// <summary>Where the page stands, from the site's root.</summary>
    public string Address => ToString() + ".html";

    /// <summary>
    /// Lower-case letters, digits, hyphens and dots, two or three parts; no part starts or ends with a dot or hyphen, and the name
    /// does not end in <c>.csl</c>, as <c>a.csl.json</c> is a file beside the page <c>a</c>.
    /// </summary>
    public static bool TryParse(string text, out EntryId id)
    {
        var fits = Form().IsMatch(text);
        id = fits ? new EntryId(text) : default;
        return fits;
    }

    /// <summary>The id of a text known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static EntryId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"\"{text}\" is not the id of an entry.");

    /// <inheritdoc/>
    public int CompareTo(EntryId other) => Text.NaturalOrder.Instance.Compare(ToString(), other.ToString());

    /// <inheritdoc/>
    public override string ToString() => text ?? "";

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*(/[a-z0-9]([a-z0-9.-]*[a-z0-9])?){1,2}(?<!\.csl)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

/// <summary>The symbol that the United Nations give a document: <c>CCPR/C/112/D/2137/2012</c>, <c>AL KAZ 2/2017</c>.</summary>
/// <remarks>It is data and never rebuilt from an address.</remarks>
public readonly partial record struct DocumentSymbol : IComparable<DocumentSymbol>
{
    private readonly string? text;

    private DocumentSymbol(string text) => this.text = text;

    /// <summary>Reads a symbol: capital letters, digits and <c>/ . - ( )</c>, with at least one <c>/</c>.</summary>
    public static bool TryParse(string text, out DocumentSymbol symbol)
    {
        var fits = Form().IsMatch(text);
        symbol = fits ? new DocumentSymbol(text) : default;
        return fits;
    }

    /// <inheritdoc/>
    public int CompareTo(DocumentSymbol other) => Text.NaturalOrder.Instance.Compare(ToString(), other.ToString());

    /// <inheritdoc/>
    public override string ToString() => text ?? "";

    [GeneratedRegex(@"\A([A-Z]{2,3} )?[A-Z]{1,5}[A-Za-z0-9.]*([ /-][A-Za-z0-9.()]+)*/[A-Za-z0-9.()-]+(/[A-Za-z0-9.()-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

/// <summary>The number of a paragraph in a UN document, <c>139.114</c> or <c>124.5 (a)</c>; the unit by which recommendations are cited.</summary>
public readonly partial record struct ParagraphNumber : IComparable<ParagraphNumber>
{
    private readonly string? text;

    private ParagraphNumber(string text) => this.text = text;

    /// <summary>Reads a number of one or more parts joined by dots.</summary>
    public static bool TryParse(string text, out ParagraphNumber number)
    {
        var fits = Form().IsMatch(text);
        number = fits ? new ParagraphNumber(text) : default;
        return fits;
    }

    /// <inheritdoc/>
    public int CompareTo(ParagraphNumber other) => Text.NaturalOrder.Instance.Compare(ToString(), other.ToString());

    /// <inheritdoc/>
    public override string ToString() => text ?? "";

    [GeneratedRegex(@"\A[0-9]+(\.[0-9]+)*( ?\([a-z]+\))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

using System.Globalization;

namespace Heed.Diagnostics;

/// <summary>How much a diagnostic weighs. An error stops publication; a warning and a note do not.</summary>
public enum Severity
{
    /// <summary>Nothing is published until it is mended.</summary>
    Error,

    /// <summary>Something that an author should look at.</summary>
    Warning,

    /// <summary>A fact about the knowledge base that is worth printing, such as what is missing from a review.</summary>
    Note,
}

/// <summary>A place in a source file. Line and column count from 1; 0 means the whole file.</summary>
/// <param name="Path">From the root of the knowledge base, with <c>/</c>.</param>
/// <param name="Line">The line, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">The column in UTF-16 units, from 1; 0 when the whole line is meant.</param>
public readonly record struct Place(string Path, int Line = 0, int Column = 0) : IComparable<Place>
{
    /// <inheritdoc/>
    public int CompareTo(Place other)
    {
        var byPath = string.CompareOrdinal(Path, other.Path);
        var byLine = byPath != 0 ? byPath : Line.CompareTo(other.Line);
        return byLine != 0 ? byLine : Column.CompareTo(other.Column);
    }

    /// <summary><c>path:line:column</c>, without the parts that are not known.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => Path,
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}:{Column}"),
    };
}

/// <summary>What is wrong, where, and how to mend it.</summary>
/// <param name="Rule">The entry of the catalogue; its id is stable.</param>
/// <param name="Place">Where to look.</param>
/// <param name="Message">What is wrong, naming the thing: <c>unknown State "CHI" in recommending_states; did you mean "CHL"?</c></param>
/// <param name="Cure">What to do about it, as an imperative sentence.</param>
public sealed record Diagnostic(Rule Rule, Place Place, string Message, string Cure)
{
    /// <summary>The rule's severity.</summary>
    public Severity Severity => Rule.Severity;

    /// <summary><c>path:line:column: error unknown-key: message</c>, and the cure.</summary>
    public override string ToString() => $"{Place}: {Rule.SeverityWord} {Rule.Id}: {Message}\n  {Cure}";
}

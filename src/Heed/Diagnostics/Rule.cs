namespace Heed.Diagnostics;

/// <summary>One kind of diagnostic. <c>tests/broken/&lt;id&gt;/</c> holds the smallest site that provokes it.</summary>
/// <param name="Id">Stable, lower-case, hyphenated: <c>unknown-key</c>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Title">What it is about, in a few words.</param>
public sealed record Rule(string Id, Severity Severity, string Title)
{
    /// <summary><c>error</c>, <c>warning</c> or <c>note</c>.</summary>
    public string SeverityWord => Severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}

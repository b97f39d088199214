using System.Collections.Immutable;

namespace Heed.Mutations;

/// <summary>A part of the library whose tests are measured.</summary>
/// <param name="Name">As in the table of <c>src/README.md</c>.</param>
/// <param name="Folder">Its files, from the repository's root.</param>
/// <param name="Tests">Namespaces and classes of tests that may notice a change in it, from <c>Heed.Tests</c>; which of them reach a mutant is found by running them.</param>
internal sealed record Room(string Name, string Folder, ImmutableArray<string> Tests)
{
    public const string Scripts = "theme/assets/search";

    private static readonly ImmutableArray<string> Content = ["Content", "Linking", "Validation", "Diagnostics", "Model", "Yaml", "Configuration", "Markup", "Rendering.TranslatedPageTests"];

    public static readonly ImmutableArray<Room> All =
    [
        new("Linking", "src/Heed/Linking", [.. Content, "Rendering.EntryPageTests", "Rendering.FeedsTests"]),
        new("Content", "src/Heed/Content", [.. Content, "Rendering.EntryPageTests"]),
        new("Validation", "src/Heed/Validation", ["Validation", "Diagnostics"]),
        new("Proof", "src/Heed/Proof", ["Proof", "Exporting.SiteArchiveTests"]),
        new("Search", "src/Heed/Search", ["Search", "Building.SearchBudgetTests"]),
        new("Rendering/Citing", "src/Heed/Rendering/Citing", ["Rendering.CitationFormatTests", "Rendering.CitedPagesTests", "Rendering.EntryPageTests", "Rendering.PageDataTests"]),
        new("search scripts", Scripts, ["Search"]),
    ];

    /// <summary>Classes whose every test is long, or takes the whole content.</summary>
    public static readonly ImmutableHashSet<string> Long = ["EditHistoriesTests", "JudgedQueriesTests", "ExpectedFirstTests", "CutIndexTests", "StemmerTests", "SearchablePageTests"];

    /// <summary>Scripts that no browser is needed for.</summary>
    public static readonly ImmutableArray<string> ScriptFiles = ["heed-analysis.js", "heed-index.js", "heed-query.js"];
}

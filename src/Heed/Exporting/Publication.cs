using System.Collections.Immutable;
using Heed.Addressing;
using Heed.Configuration;
using Heed.Files;
using Heed.Linking;
using Heed.Search;
using Heed.Theming;

namespace Heed.Exporting;

/// <summary>What was built, whole and without errors: all that an exporter turns into another form.</summary>
/// <param name="Site">The built site.</param>
/// <param name="Knowledge">The linked pages that it was made of.</param>
/// <param name="Theme">Templates, words and style sheets.</param>
/// <param name="Pages">The HTML pages of the site.</param>
/// <param name="Dated">
/// The day that this version bears: the one told from outside, else the last change to the content by the version history;
/// null when neither is known. It is never the day of exporting: that would tell a reader that old facts are fresh, and would make
/// other bytes of the same content.
/// </param>
public sealed record Publication(Site Site, KnowledgeBase Knowledge, Theme Theme, ImmutableArray<BuiltPage> Pages, DateOnly? Dated)
{
    /// <summary>What search was fed with.</summary>
    public ImmutableArray<SearchDocument> SearchDocuments { get; init; } = [];

    /// <summary>The settings.</summary>
    public SiteConfig Config => Knowledge.Config;

    /// <summary>The page of the address in the language, or null.</summary>
    public BuiltPage? Page(string address, string language) =>
        Pages.FirstOrDefault(page => page.Language == language && page.Address == address);

    /// <summary>The page of a theme in the language.</summary>
    /// <exception cref="ArgumentException">There is no such theme or language: the program asks for none.</exception>
    public BuiltPage PageOfTheme(string theme, string language) =>
        Page(Addresses.Theme(theme), language) ?? throw new ArgumentException($"There is no page on the theme {theme} in the language {language}.", nameof(theme));

    /// <summary>The day of this version in words, or null when it is not known.</summary>
    public string? DatedInWords(string language) => Dated is { } day ? DayInWords(day, Theme.LabelsIn(language)) : null;

    /// <summary>Where a file of the site stands for good, with scheme and host.</summary>
    public string Permanent(string path) => Config.BaseUrl + (path == Addresses.Home ? "" : path);

    private static string DayInWords(DateOnly day, Labels labels) => labels.Say(
        "date.day",
        day.Day.ToString(System.Globalization.CultureInfo.InvariantCulture),
        labels.Say($"month.of.{day.Month}"),
        day.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture));
}

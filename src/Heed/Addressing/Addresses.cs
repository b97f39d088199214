using Heed.Model;
using Heed.Text;

namespace Heed.Addressing;

/// <summary>Where pages stand from the root of their language; of one that is no entry, here is its address. Lists never share a folder with entries.</summary>
public static class Addresses
{
    private const string Ending = ".html";

    public const string Home = "index.html";
    public const string NotFound = "404.html";
    public const string Search = "search.html";
    public const string Timeline = "timeline.html";
    public const string Recommendations = "lists/recommendations.html";
    public const string Reviews = "lists/reviews.html";
    public const string Themes = "lists/themes.html";
    public const string States = "lists/states.html";
    public const string Levels = "lists/levels.html";
    public const string Matrix = "lists/matrix.html";
    public const string Groups = "lists/groups.html";
    public const string Goals = "lists/goals.html";
    public const string Bodies = "lists/bodies.html";
    public const string TreatyArticles = "lists/treaty-articles.html";
    public const string Decisions = "lists/decisions.html";
    public const string Findings = "lists/findings.html";
    public const string Evaluations = "lists/evaluations.html";
    public const string Articles = "lists/articles.html";
    public const string Numbers = "lists/numbers.html";
    public const string Titles = "lists/titles.html";
    public const string Changes = "lists/changes.html";
    public const string Proposals = "lists/proposals.html";

    public static string Theme(string key) => $"lists/themes/{key}.html";

    /// <summary>The stretch of a theme's page with the evaluations at a level.</summary>
    public static string ThemeAtLevel(string key, string level) => $"{Theme(key)}#{LevelAnchor(level)}";

    /// <summary>The anchor of that stretch.</summary>
    public static string LevelAnchor(string level) => $"level-{Slug.Of(level)}";

    /// <summary>The table of recommendations, narrowed by the reader's script to a theme with its narrower ones and, if wanted, to a level.</summary>
    public static string Filtered(string theme, string? level = null) => level is null ? $"{Recommendations}#theme={theme}" : $"{Recommendations}#theme={theme}&level={Slug.Of(level)}";

    /// <summary>Two cycles beside one another, the earlier first.</summary>
    public static string Compare(Review earlier, Review later) => $"lists/compare/{earlier.Id.Name}-{later.Id.Name}.html";

    public static string State(string key) => $"lists/states/{key.ToLowerInvariant()}.html";

    public static string Position(Position position) => position switch
    {
        Model.Position.Supported => "lists/positions/supported.html",
        Model.Position.Noted => "lists/positions/noted.html",
        Model.Position.Unknown => "lists/positions/unknown.html",
    };

    public static string Level(string level) => $"lists/levels/{level}.html";

    public static string Group(string key) => $"lists/groups/{key}.html";

    public static string Goal(string goal) => $"lists/goals/{goal}.html";

    public static string Body(string key) => $"lists/bodies/{key}.html";

    public static string TreatyArticle(string treaty, string number) => $"lists/treaty-articles/{treaty.ToLowerInvariant()}-{number.ToLowerInvariant()}.html";

    /// <summary>The entry whose page would stand there, whether or not there is one; null when it is the address of another page.</summary>
    public static EntryId? EntryAt(string address) =>
        address.EndsWith(Ending, StringComparison.Ordinal) && EntryId.TryParse(address[..^Ending.Length], out var id) && EntryKinds.InFolder(id.Folder) is not null ? id : null;

    /// <summary>Whether a page is that of an entry.</summary>
    public static bool IsEntry(string address) => EntryAt(address) is not null;

    /// <summary>Only where a symbol belongs to several records.</summary>
    public static string Symbol(DocumentSymbol symbol) => $"lists/symbols/{Slug.Of(symbol.ToString())}.html";
}

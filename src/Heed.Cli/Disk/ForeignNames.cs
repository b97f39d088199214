using System.Text.RegularExpressions;

namespace Heed.Cli.Disk;

/// <summary>Names of what systems, editors and other programs leave in a folder, and no author wrote.</summary>
/// <remarks>Only names that no page, list or asset can have: a page with a wrong ending, such as <c>about.MD</c>, is told and not passed over.</remarks>
internal static partial class ForeignNames
{
    /// <summary>Whether a file of the name is passed over.</summary>
    public static bool IsFile(string name) => IsHidden(name) || OfSystems().IsMatch(name) || OfPrograms().IsMatch(name);

    /// <summary>Whether a folder of the name is passed over.</summary>
    public static bool IsFolder(string name) => IsHidden(name) || Folders().IsMatch(name);

    // The second form is how Office, LibreOffice and Emacs mark what is open.
    private static bool IsHidden(string name) => name.StartsWith('.') || name.EndsWith('~') || name.StartsWith("~$", StringComparison.Ordinal) || (name.Length > 1 && name[0] == '#' && name[^1] == '#');

    [GeneratedRegex(@"\A(desktop\.ini|(eh)?thumbs(_vista)?\.db|thumbs\.db:encryptable|icon\r|autorun\.inf)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfSystems();

    [GeneratedRegex(@"(\.(orig|rej|bak|backup|old|tmp|temp|sw[a-p]|un~|crdownload|part|partial|download|lnk|url|webloc))\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfPrograms();

    [GeneratedRegex(@"\A(__MACOSX|\$RECYCLE\.BIN|System Volume Information|lost\+found|@eaDir|#recycle)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Folders();
}

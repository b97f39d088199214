using System.Text.RegularExpressions;

namespace Heed.Files;

/// <summary>Names that a file can have on every system: the site is copied to disks, sticks and archives that Windows reads.</summary>
public static partial class PortableName
{
    /// <summary>Why no file of the path can be on Windows, as a clause; null when one can.</summary>
    /// <param name="path">With <c>/</c> between folders; each part is judged.</param>
    public static string? Refusal(string path) => path.Split('/').Select(RefusalOf).FirstOrDefault(refusal => refusal is not null);

    private static string? RefusalOf(string name)
    {
        if (Device().IsMatch(name))
        {
            return $"Windows keeps the name \"{name.Split('.')[0]}\" for a device, with every ending";
        }

        if (name.EndsWith('.') || name.EndsWith(' '))
        {
            return $"Windows drops the dot or blank at the end of \"{name}\"";
        }

        return name.Any(character => character < ' ' || "<>:\"|?*\\".Contains(character)) ? $"Windows has no names with < > : \" | ? * \\ or control characters, as in \"{name}\"" : null;
    }

    [GeneratedRegex(@"\A(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(\..*)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Device();
}

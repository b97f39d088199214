namespace Heed.Files;

/// <summary>What disks ask of the name of a file.</summary>
public static class SiteFileName
{
    /// <summary>The longest name that ext4, NTFS, APFS and others take, in bytes of UTF-8.</summary>
    public const int MostBytes = 255;

    /// <summary>The longest of the endings that files beside a page have.</summary>
    public const string LongestEnding = ".csl.json";

    /// <summary>How many letters a name or a key may have of which files are made.</summary>
    public const int MostOfName = MostBytes - 9;
}

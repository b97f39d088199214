using System.Runtime.InteropServices;

namespace Heed.Cli.Disk;

/// <summary>Puts one folder in the place of another in a single step, where the system can.</summary>
internal static partial class FolderExchange
{
    private const int CurrentFolder = -100; // AT_FDCWD
    private const uint ExchangeFlag = 2; // RENAME_EXCHANGE

    /// <summary>Swaps two folders of one file system, so that at no moment is there none at either path.</summary>
    /// <returns>False when this system or file system cannot; then nothing was changed.</returns>
    public static bool TrySwap(string first, string second)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return RenameAt2(CurrentFolder, first, CurrentFolder, second, ExchangeFlag) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library older than glibc 2.28 or musl 1.2.5 has no such function.
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int RenameAt2(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);
}

namespace Heed.Cli.Disk;

/// <summary>Where a program of the system stands. Only the folders of <c>PATH</c> are looked at.</summary>
/// <remarks>
/// .NET and Windows look into the current folder first: there a program that came with somebody's knowledge base would be run.
/// </remarks>
internal static class ProgramPath
{
    /// <summary>The program's full path, or null when it is not installed.</summary>
    public static string? Find(string name, Surroundings around) =>
        (around.Variable("PATH") ?? Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(IsProgram);

    private static bool IsProgram(string file) =>
        File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}

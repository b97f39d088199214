using System.Text;
using Heed.Search;

namespace Heed.Cli.Disk;

/// <summary>What search remembers between builds, in <c>.heed/</c> of the knowledge base. It may be deleted at any time.</summary>
internal static class SearchMemoryFolder
{
    /// <summary>The folder.</summary>
    public const string Name = ".heed";

    /// <summary>The memory of a knowledge base.</summary>
    /// <param name="source">Its folder.</param>
    /// <param name="mayWrite">Whether anything may be written there.</param>
    public static SearchMemory Of(string source, bool mayWrite) => new(
        name => Read(Path.Combine(source, Name, name)),
        (name, text) =>
        {
            if (mayWrite)
                Write(Path.Combine(source, Name, name), text);
        });

    // A memory that cannot be read or kept, in a folder that is not ours to write for example, costs time and nothing else.
    private static string? Read(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllText(file) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Write(string file, string text)
    {
        try
        {
            AtomicFile.Write(file, Encoding.UTF8.GetBytes(text));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
        }
    }
}

namespace Heed.Search;

/// <summary>What is remembered between builds: texts by name. Losing it costs time, never correctness.</summary>
/// <param name="Read">Gives the text of the name, or null.</param>
/// <param name="Write">Keeps a text under the name.</param>
public sealed record SearchMemory(Func<string, string?> Read, Action<string, string> Write)
{
    /// <summary>Nothing is remembered.</summary>
    public static SearchMemory None { get; } = new(_ => null, (_, _) => { });
}

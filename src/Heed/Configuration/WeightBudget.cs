namespace Heed.Configuration;

/// <summary>How heavy pages may be, each with everything that it loads by itself, compressed, in kB of 1,000 bytes. 0 is no limit.</summary>
/// <param name="Home">The home page of each language.</param>
/// <param name="Entry">The page of an entry.</param>
/// <param name="Other">Any other page: lists, the timeline, search.</param>
public sealed record WeightBudget(int Home, int Entry, int Other)
{
    /// <summary>What holds where the settings say nothing: a list grows with the knowledge base, so only the others are limited.</summary>
    public static WeightBudget Default { get; } = new(60, 30, 0);
}

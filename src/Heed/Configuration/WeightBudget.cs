namespace Heed.Configuration;

/// <summary>How heavy pages may be, each with everything that it loads by itself, compressed, in kB of 1,000 bytes. 0 is no limit.</summary>
/// <param name="Home">The home page of each language.</param>
/// <param name="Entry">The page of an entry.</param>
/// <param name="Other">Any other page: lists, the timeline, search.</param>
/// <param name="Search">A first search of three ordinary words, scripts included; null where the settings say nothing: see <see cref="OfSearch"/>.</param>
public sealed record WeightBudget(int Home, int Entry, int Other, int? Search)
{
    private const int FewPages = 3_000;
    private const int ManyPages = 30_000;
    private const int FewPagesBudget = 60;
    private const int ManyPagesBudget = 150;

    /// <summary>What holds where the settings say nothing: a list grows with the knowledge base, so only the others are limited.</summary>
    public static WeightBudget Default { get; } = new(60, 32, 0, null);

    /// <summary>How heavy a first search may be: 60 kB up to 3,000 pages, then more with every page, 150 kB from 30,000 on; unless the settings say otherwise.</summary>
    public int OfSearch(int pages) => Search ?? FewPagesBudget
        + ((ManyPagesBudget - FewPagesBudget) * (Math.Clamp(pages, FewPages, ManyPages) - FewPages) / (ManyPages - FewPages));
}

using System.Collections.Immutable;
using Heed.Addressing;

namespace Heed.Rendering;

/// <summary>The parts of the site in its menu, and which of them a page belongs to.</summary>
internal static class Sections
{
    /// <summary>In the order of the menu. What belongs to a part are its list, and all below the beginnings of addresses that stand with it.</summary>
    public static readonly ImmutableArray<Section> All =
    [
        new(Addresses.Recommendations, "recommendations", ["recommendations/", "lists/states", "lists/positions/", "lists/groups", "lists/goals"]),
        new(Addresses.Reviews, "reviews", ["reviews/", "proposals/", "lists/proposals", "lists/compare/"]),
        new(Addresses.Themes, "themes", ["lists/themes/"]),
        new(Addresses.Evaluations, "evaluations", ["evaluations/", "lists/levels", "lists/matrix"]),
        new(Addresses.Findings, "findings", ["findings/"]),
        new(Addresses.Decisions, "decisions", ["decisions/", "lists/bodies", "lists/treaty-articles", "lists/symbols/"]),
        new(Addresses.Timeline, "timeline", ["events/"]),
        new(Addresses.Articles, "about", ["articles/"]),
    ];

    /// <summary>The part that a page belongs to; null for the home page, the search page and lists of everything.</summary>
    public static Section? Of(string address) =>
        All.FirstOrDefault(section => address == section.Address || section.Beginnings.Any(beginning => address.StartsWith(beginning, StringComparison.Ordinal)));
}

/// <summary>A part of the site.</summary>
/// <param name="Address">The list that the menu leads to.</param>
/// <param name="Key">Its name: the end of its label, <c>nav.</c></param>
/// <param name="Beginnings">How the addresses of pages below it begin.</param>
internal sealed record Section(string Address, string Key, ImmutableArray<string> Beginnings);

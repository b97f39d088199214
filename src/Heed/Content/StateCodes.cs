using System.Collections.Immutable;
using System.Globalization;

namespace Heed.Content;

/// <summary>The ISO 3166-1 alpha-3 codes of States by the names that the platform knows, for messages alone: what a site says comes from its vocabulary.</summary>
internal static class StateCodes
{
    private static readonly Lazy<ImmutableDictionary<string, string>> ByName = new(() => CultureInfo
        .GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name))
        .Where(region => region.ThreeLetterISORegionName.Length == 3)
        .SelectMany(region => new[] { region.EnglishName, region.NativeName, region.TwoLetterISORegionName, region.ThreeLetterISORegionName }
            .Select(name => (Name: name, Code: region.ThreeLetterISORegionName)))
        .GroupBy(pair => pair.Name, pair => pair.Code, StringComparer.OrdinalIgnoreCase)
        .ToImmutableDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).First(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The code of a State by its name in English or its own language, or by its code of two letters; null when it is not known.</summary>
    public static string? Find(string name) => ByName.Value.GetValueOrDefault(name.Trim());
}

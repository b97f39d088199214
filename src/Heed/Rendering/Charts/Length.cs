using System.Globalization;

namespace Heed.Rendering.Charts;

/// <summary>Lengths as pictures write them: the same digits on every machine.</summary>
internal static class Length
{
    public static string Percent(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    public static string Em(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture) + "em";
}

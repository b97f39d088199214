using System.Globalization;
using FsCheck.Xunit;
using Heed.Tests.Support;

[assembly: SeededProperties]

namespace Heed.Tests.Support;

/// <summary>FsCheck's values come from the seed of the run, too, in each property of the assembly.</summary>
// It marks no test, so that it has no place in the sources to tell.
#pragma warning disable xUnit3003
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class SeededPropertiesAttribute : PropertiesAttribute
{
    // The second number is FsCheck's step from value to value; it must be odd.
    public SeededPropertiesAttribute() => Replay = string.Create(CultureInfo.InvariantCulture, $"{Seed.Value},2654435769");
}

using FsCheck.Xunit;

namespace Heed.Tests.Support;

// FsCheck's own attribute hands no place in the sources on.
#pragma warning disable xUnit3003

/// <summary>A property that is tried some times on a push, and many times where it may take long.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ThoroughPropertyAttribute : PropertyAttribute
{
    public ThoroughPropertyAttribute(int some, int many) => MaxTest = Thorough.Times(some, many);
}

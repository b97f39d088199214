namespace Heed.Tests.Support;

/// <summary>
/// How much is tried. A push tries a little of everything; with <c>HEED_THOROUGH=1</c>, as at night, many seeds, whole matrices and
/// great sizes are tried, which takes long.
/// </summary>
internal static class Thorough
{
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("HEED_THOROUGH") == "1";

    /// <summary>How often: some times, or, where it may take long, many.</summary>
    public static int Times(int some, int many) => IsAsked ? many : some;
}

namespace Heed.Checking;

/// <summary>How heavy a page may be with everything that it loads by itself.</summary>
/// <param name="Kind">What the page is to its reader, for the message: <c>an entry page</c>.</param>
/// <param name="Setting">The setting that says so.</param>
/// <param name="Kilobytes">The most, compressed, in kB of 1,000 bytes.</param>
public sealed record WeightLimit(string Kind, string Setting, int Kilobytes);

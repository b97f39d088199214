using System.Collections.Immutable;
using Heed.Diagnostics;

namespace Heed.Checking;

/// <summary>Where what stands on a built page comes from, so that an author is told of the file and the line.</summary>
/// <param name="Place">The file of the entry that it is the page of; null for pages that the site makes by itself.</param>
/// <param name="Texts">The texts that authors wrote, as they stand on the page.</param>
public sealed record PageOrigin(Place? Place, ImmutableArray<ShownText> Texts);

/// <summary>A text that stands on a built page.</summary>
/// <param name="Html">As it stands there.</param>
/// <param name="Place">Where its author wrote it.</param>
public sealed record ShownText(string Html, Place Place);

using Heed.Model;

namespace Heed.Rendering;

/// <summary>The days of an entry's page: known from the ledger and the version history, never from the times of files.</summary>
/// <param name="FirstPublished">The day on which the page was first published in its language; null when it was not.</param>
/// <param name="LastChanged">The day on which its original or its translation last changed after that; null when neither did, or nobody knows.</param>
internal sealed record PageDates(DateOnly? FirstPublished, DateOnly? LastChanged)
{
    /// <summary>The later of the two; null when neither is known.</summary>
    public DateOnly? Newest => LastChanged ?? FirstPublished;

    /// <summary>The days of an entry's page in the language of an edition.</summary>
    public static PageDates Of(Entry entry, Edition edition)
    {
        var published = edition.Options.Ledger?.Since(edition.PathOf(entry.Id.Address));
        var changed = new[] { entry.Place.Path, entry.Translations.GetValueOrDefault(edition.Language)?.Place.Path }
            .OfType<string>()
            .Select(path => edition.Options.LastChanged.TryGetValue(path, out var day) ? day : (DateOnly?)null)
            .Max();
        return new PageDates(published, changed <= published ? null : changed);
    }
}

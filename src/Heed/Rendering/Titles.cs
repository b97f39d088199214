using Heed.Model;

namespace Heed.Rendering;

/// <summary>What entries are called in one language.</summary>
internal sealed class Titles(Edition edition)
{
    /// <summary>An entry's title, in the language when it is translated, else in the original's.</summary>
    public Wording Of(Entry entry)
    {
        if (entry.Translations.GetValueOrDefault(edition.Language)?.Title is { Length: > 0 } translated)
        {
            return new Wording(translated, null);
        }

        return entry is Recommendation recommendation ? Of(recommendation) : edition.Original(entry.Title);
    }

    /// <summary>A recommendation by number and States: <c>139.114 (Czechia)</c>; one without a number has a title of its own.</summary>
    private Wording Of(Recommendation recommendation)
    {
        if (!recommendation.Paragraph.IsKnown)
        {
            return edition.Original(recommendation.Title.Length > 0 ? recommendation.Title : recommendation.Id.Name);
        }

        var number = recommendation.Paragraph.Value.ToString();
        if (recommendation.Title.Length > 0)
        {
            return edition.Original($"{number} · {recommendation.Title}");
        }

        var states = StatesOf(recommendation);
        return states is null ? new Wording(number, null) : new Wording($"{number} ({states})", null);
    }

    /// <summary>The recommending States in the interface's language, or as the document prints them; null when they are not known.</summary>
    public string? StatesOf(Recommendation recommendation) =>
        recommendation.RecommendingStates.IsKnown && !recommendation.RecommendingStates.Value.IsEmpty
            ? string.Join(", ", recommendation.RecommendingStates.Value.Select((state, index) => StateName(recommendation, state, index)))
            : null;

    /// <summary>A page prints the name of its document; in another language than the document's, the list's name.</summary>
    public string StateName(Recommendation recommendation, string state, int index) =>
        edition.Language == edition.OriginalLanguage && index < recommendation.StatesAsPrinted.Length
            ? recommendation.StatesAsPrinted[index]
            : edition.Vocabulary.States.Label(state, edition.Language);
}

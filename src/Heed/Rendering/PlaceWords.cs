using System.Text.RegularExpressions;

namespace Heed.Rendering;

/// <summary>Places in documents as a page says them: authors write <c>para. 702</c> in English, and a Russian page says <c>п. 702</c>.</summary>
internal sealed partial class PlaceWords(Edition edition)
{
    /// <summary>The place in the page's language when it is of the usual form; else as it is written.</summary>
    public Wording Of(string place)
    {
        if (edition.Language == edition.OriginalLanguage || Form().Match(place) is not { Success: true } match)
        {
            return edition.Phrase(place);
        }

        var numbers = match.Groups["numbers"].Value.Replace(" and ", edition.Labels.Say("place.and"), StringComparison.Ordinal).Replace('-', '–');
        return new Wording(
            match.Groups["unit"].Value switch
            {
                "para" => edition.Labels.Say("place.paragraph", numbers),
                "paras" => edition.Labels.Say("place.paragraphs", numbers),
                "p" => edition.Labels.Say("place.page", numbers),
                _ => edition.Labels.Say("place.pages", numbers),
            },
            null);
    }

    [GeneratedRegex(@"\A(?<unit>paras?|pp?)\. (?<numbers>[0-9.]+((, | and |[-–])[0-9.]+)*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

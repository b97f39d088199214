using System.Collections.Immutable;
using System.Text;
using Heed.Addressing;
using Heed.Model;

namespace Heed.Rendering.Lists;

/// <summary>Entries by title, letter by letter: what search is for those who have no script. Numbered recommendations stand in the list by number.</summary>
internal static class TitleListPage
{
    // Kazakh letters stand in the alphabet beside those that they are made of, and not after я as their code points do.
    private const string Cyrillic = "АӘБВГҒДЕЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ";

    /// <summary>Titles that begin with no letter.</summary>
    private const char NoLetter = '#';

    public static readonly Page Page = new(Addresses.Titles, PageKind.List, Write);

    private static PageContent Write(PageWriter writer)
    {
        var entries = writer.Knowledge.Entries
            .Where(entry => entry is not Recommendation { Paragraph.IsKnown: true })
            .Select(entry => (Entry: entry, Title: Alphabetic(writer.Edition.Titles.Of(entry).Text)))
            .OrderBy(one => one.Title, StringComparer.Ordinal)
            .ThenBy(one => one.Entry.Id)
            .ToList();
        ImmutableArray<IndexSectionView> sections =
        [
            .. entries.GroupBy(one => LetterOf(one.Title)).Select(letter => new IndexSectionView(
                letter.Key == NoLetter ? "letter-none" : $"letter-{char.ToLowerInvariant(letter.Key)}",
                letter.Key == NoLetter ? writer.Say("titles.no-letter") : letter.Key.ToString(),
                [.. letter.Select(one => new IndexItemView(writer.Link(one.Entry), writer.Say($"kind.{EntryKinds.WordOf(one.Entry.Kind)}"), null, []))])),
        ];
        var view = new IndexListView
        {
            Header = new PageHeaderView(writer.Say("lists.titles"), null, writer.Say("lists.titles-words")),
            Summary = writer.Say("list.by-title", writer.Say("count.entries", entries.Count)),
            Related =
            [
                new RelatedListsView(writer.Say("list.also-by"), [ListWriting.To(writer, Addresses.Numbers, "lists.numbers")]),
                new RelatedListsView(writer.Say("titles.letters"), [.. sections.Select(section => writer.Link($"{Addresses.Titles}#{section.Id}", section.Heading!))]),
            ],
            Sections = sections,
        };
        return ListWriting.Content(writer, writer.Say("lists.titles"), view, writer.Say("lists.titles-words"));
    }

    /// <summary>The title as it is ordered: from its first letter or digit, in capitals, Cyrillic ones by their place in the alphabet.</summary>
    private static string Alphabetic(string title)
    {
        // Letters by runes: half of a surrogate pair cannot be normalised.
        var letters = title.EnumerateRunes().SkipWhile(rune => !Rune.IsLetterOrDigit(rune)).Select(rune => Rune.ToUpperInvariant(rune).ToString()).Select(letter => letter == "Ё" ? "Е" : letter);
        return string.Concat(letters.Select(letter => Cyrillic.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place
            ? ((char)(Cyrillic[0] + place)).ToString()
            : VocabularyPages.SortKey(letter)));
    }

    private static char LetterOf(string alphabetic) => alphabetic switch
    {
        [>= 'А' and var letter, ..] when letter - Cyrillic[0] < Cyrillic.Length => Cyrillic[letter - Cyrillic[0]],
        [var letter, ..] when char.IsLetter(letter) => letter,
        _ => NoLetter,
    };
}

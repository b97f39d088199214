using System.Collections.Immutable;
using Heed.Model;
using Heed.Search;

namespace Heed.Rendering.Entries;

/// <summary>What search finds of an entry's page: its own words, each with the place on the page where they stand. What every page says is left out.</summary>
internal sealed class SearchPassages(Entry entry, PageWriter writer)
{
    /// <summary>The prose, by its sections; its beginning is the page's.</summary>
    public IEnumerable<SearchPassage> Prose() => writer.Knowledge.Prose(entry, writer.Edition.Language).Sections(NameOf, writer.Say("notes.name"))
        .SelectMany(section => section.Text.Length == 0
            ? Of(section.Heading?.Id, null, section.Heading?.Text)
            : Of(section.Heading?.Id, section.Heading?.Text, section.Text));

    /// <summary>A passage for each of the words that there are.</summary>
    /// <param name="anchor">The id of the section; null for the page's beginning.</param>
    /// <param name="heading">Its heading, or null.</param>
    /// <param name="texts">Plain words.</param>
    public static IEnumerable<SearchPassage> Of(string? anchor, string? heading, params IEnumerable<string?> texts) =>
        texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => SearchPassage.Of(anchor, string.IsNullOrEmpty(heading) ? null : heading, text!));

    /// <summary>The words of a text without markup, in the page's language where it is translated; null when there are none.</summary>
    public string? Words(TextId id)
    {
        if (writer.Knowledge.Texts(entry).Find(id) is not { } text)
        {
            return null;
        }

        var words = text.In(writer.Edition.Language)?.Words ?? text.Words;
        return text.Field.Form == TextForm.Plain ? words : writer.Knowledge.Prose(words).ShownText(NameOf);
    }

    /// <summary>The names of assessors, in the page's language.</summary>
    public string Assessors(params IEnumerable<string> keys) => string.Join("; ", keys.Select(key => writer.Vocabulary.Assessors.Label(key, writer.Edition.Language)));

    /// <summary>What stands at the end of the page: what it rests on, and a remark.</summary>
    public IEnumerable<SearchPassage> End() => [.. Sources(), .. Note()];

    /// <summary>The remark at the end of the page.</summary>
    public IEnumerable<SearchPassage> Note() => Of("part-note", writer.Say("section.note"), Words(new("note")));

    /// <summary>What the page rests on, by title, publisher and symbol: who remembers a document finds what was taken from it.</summary>
    private IEnumerable<SearchPassage> Sources() => Of(
        "part-sources",
        writer.Say("section.sources"),
        string.Join("; ", entry.Sources
            .Select(citation => writer.Vocabulary.Sources.GetValueOrDefault(citation.Source))
            .OfType<Source>()
            .DistinctBy(source => source.Key)
            .Select(Described)));

    private static string Described(Source source)
    {
        ImmutableArray<string?> words = [source.Title, source.Publisher, source.Symbol];
        return string.Join(", ", words.Where((word, index) => word is { Length: > 0 } && !words[..index].Any(before => before?.Contains(word, StringComparison.Ordinal) ?? false)));
    }

    private string? NameOf(string written) => writer.Edition.NameOf(entry, written);
}

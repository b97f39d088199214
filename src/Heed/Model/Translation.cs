using System.Collections.Immutable;
using Heed.Diagnostics;

namespace Heed.Model;

/// <summary>Words of a translation.</summary>
/// <param name="Words">The words; never blank.</param>
/// <param name="Place">Where they stand.</param>
public sealed record TranslatedText(string Words, Place Place);

/// <summary>What a translation says otherwise than its original. Facts are written once, in the original.</summary>
/// <param name="Language">The language, <c>ru</c>.</param>
/// <param name="Place">Its file.</param>
/// <param name="MachineAssisted">Whether a machine made the first version.</param>
/// <param name="Reviewed">Whether a person who knows both languages has looked at it.</param>
public sealed record Translation(string Language, Place Place, bool MachineAssisted, bool Reviewed)
{
    /// <summary>The <see cref="EntryTexts.Hash"/> that the original had when it was translated; null when the file does not say.</summary>
    public string? OriginalHash { get; init; }

    /// <summary>Where that is written, or the file.</summary>
    public Place OriginalHashPlace { get; init; }

    /// <summary>Whether the words of the original have changed since it was translated.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>The words that it gives, by the text of the original that they translate.</summary>
    public ImmutableDictionary<TextId, TranslatedText> Texts { get; init; } = ImmutableDictionary<TextId, TranslatedText>.Empty;

    /// <summary>The parts that it names, by their id, and where; in the order of the file.</summary>
    public ImmutableArray<(string Id, Place Place)> Parts { get; init; } = [];

    /// <summary>How many items it gives in a list within a part: of these, as many as in the original or none.</summary>
    public ImmutableDictionary<(string Part, string List), int> Counts { get; init; } = ImmutableDictionary<(string, string), int>.Empty;

    /// <summary>The title, or null.</summary>
    public string? Title => Texts.GetValueOrDefault(new TextId("title"))?.Words;

    /// <summary>Whether it has a text below its front matter.</summary>
    public bool HasBody => Texts.ContainsKey(new TextId("body"));
}

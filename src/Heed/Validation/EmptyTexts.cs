using System.Text;
using Heed.Diagnostics;
using Heed.Linking;
using Heed.Model;

namespace Heed.Validation;

/// <summary>A page says something: below its head stands the text that its kind is made of.</summary>
/// <remarks>Of a decision often only its existence is known; then its note says so.</remarks>
internal static class EmptyTexts
{
    public static void Judge(KnowledgeBase knowledge, DiagnosticLog log)
    {
        foreach (var entry in knowledge.Entries.Where(entry => IsEmpty(entry.Markdown)))
        {
            if (WhatIsMissing(entry) is { } missing)
            {
                log.Report(Catalogue.EmptyText, new Place(entry.Place.Path, entry.MarkdownLine), $"there is no text below the head of {entry.Id}", $"Write there {missing}; or mark the page with `draft: true` until it is known.");
            }
        }
    }

    /// <summary>Whether nothing stands there that a reader could read: blanks, lines, signs that cannot be seen.</summary>
    public static bool IsEmpty(string markdown) => !markdown.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    private static string? WhatIsMissing(Entry entry) => entry switch
    {
        Recommendation => "what is recommended, in one paragraph",
        Evaluation => "what the assessor based the judgement on, in your own words",
        Finding => "one or two sentences that introduce the statements",
        Decision { Note: { Length: > 0 } } => null,
        Decision => "a summary in your own words, or say in `note:` why there is none",
        Review => "an introduction to the review",
        Event => "what happened, in one to three sentences",
        Article => "the article",
        Proposal => "what is proposed, in your own words",
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.GetType().Name, "A kind that has no text."),
    };
}

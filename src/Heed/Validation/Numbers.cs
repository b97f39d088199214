using System.Globalization;
using System.Text.RegularExpressions;
using Heed.Diagnostics;
using Heed.Linking;
using Heed.Model;

namespace Heed.Validation;

/// <summary>The paragraph numbers of a review are what they are in a UN report: each once, in a row, and of recommendations alone.</summary>
internal static partial class Numbers
{
    public static void Judge(KnowledgeBase knowledge, DiagnosticLog log)
    {
        foreach (var review in knowledge.Reviews)
        {
            var numbered = NumberedOf(review, knowledge);
            Once(numbered, log);
            foreach (var recommendation in numbered)
            {
                JudgeName(recommendation, log);
                JudgeRange(review, recommendation, log);
                JudgePreamble(recommendation, numbered, log);
            }
        }
    }

    /// <summary>Tells which numbers of a row are not here.</summary>
    public static void TellGaps(KnowledgeBase knowledge, DiagnosticLog log)
    {
        foreach (var review in knowledge.Reviews)
        {
            TellGaps(review, NumberedOf(review, knowledge), log);
        }
    }

    private static Recommendation[] NumberedOf(Review review, KnowledgeBase knowledge) =>
        [.. knowledge.RecommendationsOf(review).Where(recommendation => recommendation.Paragraph.IsKnown).OrderBy(recommendation => recommendation.Paragraph.Value)];

    private static void Once(Recommendation[] numbered, DiagnosticLog log)
    {
        foreach (var same in numbered.GroupBy(recommendation => recommendation.Paragraph.Value).Where(group => group.Count() > 1))
        {
            var first = same.First();
            foreach (var other in same.Skip(1))
            {
                log.Report(Catalogue.RepeatedNumber, other.PlaceOf("paragraph"), $"{other.Id} has the number {same.Key}, and so has {first.Id}", "Correct one of the two, or remove the page that stands twice.");
            }
        }
    }

    /// <summary>A page that is called by a number bears that number.</summary>
    private static void JudgeName(Recommendation recommendation, DiagnosticLog log)
    {
        var (name, number) = (recommendation.Id.Name, recommendation.Paragraph.Value.ToString());
        var (called, written) = (NumberInName().Match(name), NumberWithLetter().Match(number));
        if (!called.Success)
        {
            return;
        }

        // As printed: 1.10 is another paragraph than 1.1. A page called 124.5 may be its part (a), one called 124.5-a not its part (b).
        var hasOther = called.Groups["number"].Value != written.Groups["number"].Value
            || (called.Groups["letter"] is { Success: true } letter && letter.Value != written.Groups["letter"].Value);
        if (hasOther)
        {
            log.Report(Catalogue.NumberNotOfName, recommendation.PlaceOf("paragraph"), $"the page is called {name}, and its paragraph is {number}", "Correct paragraph, or the name of the file if it was never published.");
        }
    }

    private static void JudgeRange(Review review, Recommendation recommendation, DiagnosticLog log)
    {
        if (!recommendation.Describes.IsGroup && review.Received.Most is { } most && LastPart(recommendation) is { } last && last > most)
        {
            log.Report(Catalogue.NumberOutOfOrder, recommendation.PlaceOf("paragraph"), string.Create(CultureInfo.InvariantCulture, $"{recommendation.Paragraph.Value} is beyond the {most} recommendations that {review.Id.Name} says were received"), "Correct the number, or the total of the review.");
        }
    }

    private static void JudgePreamble(Recommendation recommendation, Recommendation[] numbered, DiagnosticLog log)
    {
        var number = recommendation.Paragraph.Value.ToString();
        if (numbered.Any(other => other.Paragraph.Value.ToString().StartsWith(number + ".", StringComparison.Ordinal)) || Preamble().IsMatch(recommendation.Markdown))
        {
            log.Report(Catalogue.Preamble, recommendation.PlaceOf("paragraph"), $"{recommendation.Id} looks like the paragraph that introduces recommendations, and not like one", "Remove the page if it is, or correct its number and words.");
        }
    }

    /// <summary>Told only where most of a row is here: a knowledge base of some recommendations has gaps everywhere.</summary>
    private static void TellGaps(Review review, Recommendation[] numbered, DiagnosticLog log)
    {
        foreach (var row in numbered.Where(recommendation => LastPart(recommendation) is not null).GroupBy(recommendation => FirstParts(recommendation.Paragraph.Value)))
        {
            var here = row.Select(recommendation => LastPart(recommendation)!.Value).ToHashSet();
            var missing = Enumerable.Range(here.Min(), here.Max() - here.Min() + 1).Where(number => !here.Contains(number)).ToArray();
            if (missing.Length > 0 && missing.Length < here.Count)
            {
                var named = string.Join(", ", missing.Take(20).Select(number => string.Create(CultureInfo.InvariantCulture, $"{row.Key}.{number}"))) + (missing.Length > 20 ? ", …" : "");
                log.Report(Catalogue.NumberGap, review.Received.Place, string.Create(CultureInfo.InvariantCulture, $"{review.Id.Name}: between {row.Key}.{here.Min()} and {row.Key}.{here.Max()} {missing.Length} numbers are not here: {named}"), "Nothing is wrong when these were left out on purpose; else add them.");
            }
        }
    }

    /// <summary>What comes before the last part of <c>139.114</c> or <c>124.5 (a)</c>.</summary>
    private static string FirstParts(ParagraphNumber number) => number.ToString() is var text && text.LastIndexOf('.') is var dot and >= 0 ? text[..dot] : "";

    private static int? LastPart(Recommendation recommendation)
    {
        var match = Last().Match(recommendation.Paragraph.Value.ToString());
        return match.Success && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"\A(?<number>[0-9]+(\.[0-9]+)*)(-?(?<letter>[a-z]))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberInName();

    [GeneratedRegex(@"\A(?<number>[0-9]+(\.[0-9]+)*)( ?\((?<letter>[a-z]+)\))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberWithLetter();

    [GeneratedRegex(@"\.([0-9]{1,6})( ?\([a-z]+\))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Last();

    // As such paragraphs begin in reports of the Working Group.
    [GeneratedRegex(@"\A\s*(The (following )?recommendations? (listed|below|formulated|made|presented)|The recommendations .{0,80}\b(enjoy|have been|will be|were)\b.{0,60}\b(support|examined|noted|considered)|In the course of the (interactive dialogue|discussion), the following)", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Preamble();
}
